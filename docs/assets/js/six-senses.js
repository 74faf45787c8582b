/* The six senses: a star for the person, one for the family and one for the staff, and the three side by side. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { star, read } = window.wmStar;
  const GROUPS = ["person", "family", "staff"];
  const title = (group) => tool.root.querySelector(`[data-wm-part="${group}"] h3`).textContent.trim();
  const stars = Object.fromEntries([...GROUPS, "together"].map((part) => [part, star(part)]));

  function draw() {
    const values = tool.values();
    const all = GROUPS.map((group) => ({
      title: title(group),
      points: stars[group].ids.map((id) => read(((values[group] || {})[id] || {}).score || "").scores),
    }));
    GROUPS.forEach((group, i) => stars[group].draw([all[i]]));
    stars.together.draw(all);
  }
  tool.listen(draw);
  draw();
})();
