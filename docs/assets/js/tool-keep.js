/* What was filled in stays: in this browser until it is cleared; opened from disk, in this tab, and only if that is ticked. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const place = window.wmKept(`tool ${tool.id}`);
  const tick = tool.root.querySelector("[data-wm-keep]");
  const keeps = () => !place.fromDisk || tick.checked;
  // What is on the screen and nowhere else.
  let loose = false;

  function keep() {
    const values = tool.values();
    const empty = !Object.keys(values).length;
    if (empty || !keeps()) place.clear();
    loose = !empty && !(keeps() && place.write({ version: tool.version, values }));
    if (loose && keeps()) tool.tell(tool.say("keeps-not"));
  }

  const kept = place.read();
  if (kept && kept.version === tool.version && !tool.wrong(kept.values)) {
    tool.show(kept.values);
    tick.checked = true;
  }
  tool.root.querySelector(place.fromDisk ? "[data-wm-kept-disk]" : "[data-wm-kept-http]").hidden = false;
  tick.addEventListener("change", keep);
  tool.listen(keep);
  /** What is on the screen was saved as a file. */
  tool.safe = function () { loose = false; };
  // The browser then asks before the page is left.
  window.addEventListener("beforeunload", (event) => { if (loose) event.preventDefault(); });
})();
