/* What was filled in stays: in this browser until it is cleared; opened from disk, in this tab, and only if that is ticked. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const place = window.wmKept.words(`tool ${tool.id}`);
  const tick = tool.root.querySelector("[data-wm-keep]");
  // What is on the screen and nowhere else.
  let loose = false;

  function keep() {
    const values = tool.values();
    const empty = !Object.keys(values).length;
    const kept = place.write(empty ? null : { version: tool.version, values });
    loose = !empty && !kept;
    if (loose && place.agreed) tool.tell(tool.say("keeps-not"));
  }

  const kept = place.read();
  if (kept && kept.version === tool.version && !tool.wrong(kept.values)) {
    tool.show(kept.values);
  }
  window.wmKept.say(tool.root);
  tick.checked = place.agreed;
  tick.addEventListener("change", () => {
    place.agree(tick.checked);
    keep();
  });
  tool.listen(keep);
  /** What is on the screen was saved as a file. */
  tool.safe = function () { loose = false; };
  // The browser then asks before the page is left.
  window.addEventListener("beforeunload", (event) => { if (loose) event.preventDefault(); });
})();
