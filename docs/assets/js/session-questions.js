/* Which of the story's questions are asked: a box to tick for each. Those of the plan are ticked as long as nobody chooses others,
   and one at least stays at the pause. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const boxes = Array.from(root.querySelectorAll("[name=ask]"));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));

  function fill() {
    const asked = session.asking();
    boxes.forEach((box) => { box.checked = asked.includes(Number(box.value)); });
  }

  boxes.forEach((box) => box.addEventListener("change", (event) => {
    // What else is chosen stands as it is.
    event.stopPropagation();
    const least = !session.canAsk(ticked());
    if (least) box.checked = true;
    else session.choose({ ask: ticked() });
    part("questions-said").textContent = least ? say("session-questions-least") : "";
  }));
  session.listen(fill);
  fill();

  /* Kept among the reader's own sessions ----------------------------------------------------------------------- */

  const keep = part("keep-mine");
  // The page's own scripts have not all run yet when this one does.
  document.addEventListener("DOMContentLoaded", () => { keep.hidden = !window.wmTray || !window.wmTray.keeps; });
  keep.addEventListener("click", () => {
    const { minutes, people, lang, ask } = session.choice;
    const mine = window.wmTray.read();
    const item = `story:${session.story}`;
    const { [session.story]: before, ...asks } = mine.asks || {};
    window.wmTray.write({
      // How long, for how many and in which language is the same for all of them: the first one says it.
      ...(mine.items.length ? {} : { minutes, people, lang }), ...mine,
      items: mine.items.includes(item) ? mine.items : [...mine.items, item],
      asks: ask ? { ...asks, [session.story]: session.askText() } : asks,
    });
    part("done").textContent = say("session-kept-mine");
  });
})();
