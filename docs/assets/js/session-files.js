/* What a session is taken along as: the leader's sheet on paper and for Word, the cards on paper, or the screen.
   Sheet, screen and Word are in the page's language; a session in the other one has them on that language's page. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say, choice } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const ending = part("ending");

  session.tell = (words) => { part("done").textContent = words; };

  /** What makes cards, Word files and calendars comes when it is first needed. */
  session.makers = () => window.wmData.script("page-session-files");

  // The ending waits closed on the screen, and stands open on its own side of the paper.
  let waits = false;
  window.addEventListener("beforeprint", () => {
    waits = Boolean(ending) && !ending.open;
    if (waits) ending.open = true;
  });
  window.addEventListener("afterprint", () => {
    if (waits) ending.open = false;
    session.files?.clearCards();
  });

  function sheet() {
    session.files?.clearCards();
    window.print();
  }
  /** Do something once what it needs has come; until then a word says that it will. */
  async function after(needed, act) {
    session.tell(say("shell-moment"));
    try {
      await needed();
      session.tell("");
      await act();
    } catch { session.tell(say("session-broken")); }
  }

  const DO = {
    sheet,
    cards: () => after(session.makers, () => session.files.cards()),
    word: () => after(session.makers, () => session.files.word()),
    screen: () => after(session.toStage, () => session.stage.run()),
  };

  /** Cards of any language are made here; all else in the other language is done on that page. */
  function act(name) {
    const elsewhere = name !== "cards" && choice.lang !== "both" && choice.lang !== session.lang;
    if (elsewhere) location.href = `${part("lang-switch").getAttribute("href").split(/[?#]/)[0]}${session.query()}&do=${name}`;
    else DO[name]();
  }

  root.querySelectorAll("[data-wm-do]").forEach((button) => button.addEventListener("click", () => act(button.dataset.wmDo)));
  // What the address asks for is done once the page is there to be seen.
  if (session.asked && session.asked !== "screen") window.addEventListener("load", () => act(session.asked));
})();
