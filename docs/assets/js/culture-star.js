/* The culture star: slips are counted into everyone's scores, without names; the star and the sheets follow from these. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { root, say } = tool;
  const { element } = window.wmData;
  const { read, star } = window.wmStar;
  const TIMES = ["first", "again"];
  const drawing = star("everyone");
  const own = star("slip");
  const { ids } = drawing;
  const name = (i) => drawing.names[i].replace(/^\d+\. /, "");
  const held = (values, part, id, field) => ((values[part] || {})[id] || {})[field] || "";

  /* Slips ----------------------------------------------------------------------------------------------------- */

  /** Values in which the slip has gone into everyone's scores. Scores are put in order, and so are reasons: neither tells who gave them. */
  function counted(values) {
    const { slip = {}, ...others } = values;
    const time = (values.dates || {}).when === "again" ? "again" : "first";
    const everyone = structuredClone(values.everyone || {});
    Object.entries(slip).forEach(([id, { score, why }]) => {
      const row = (everyone[id] = everyone[id] || {});
      if (score) row[time] = tool.inOrder(`${row[time] || ""} ${score}`);
      if (why) row.why = inOrder(`${row.why || ""}\n${why}`);
    });
    return { ...others, everyone };
  }
  const inOrder = (text) => text.split("\n").filter(Boolean).sort().join("\n");

  tool.merge = function (list, joined) {
    const all = joined(list.map(counted));
    Object.values(all.everyone || {}).forEach((row) => { if (row.why) row.why = inOrder(row.why); });
    // What the sheets say of the spread is of one file alone.
    Object.values(all.recording || {}).forEach((row) => { delete row.spread; });
    return all;
  };

  const slip = root.querySelector('[data-wm-part="slip"]');
  const add = element("button", say("add"), { type: "button", class: "wm-stage__button", "data-wm-add": true });
  const adding = element("p", null, { class: "wm-tool__more", "data-search-exclude": true });
  adding.append(add);
  slip.append(adding);
  add.addEventListener("click", () => {
    const values = tool.values();
    if (!values.slip) { tool.tell(say("add-none")); return; }
    const after = counted(values);
    if (tool.wrong(after)) { tool.tell(say("add-full")); return; }
    tool.show(after);
    tool.tell(say("added-slip"));
    // For the next person, who begins at the first point.
    slip.querySelector("input").focus();
  });

  /* The star -------------------------------------------------------------------------------------------------- */

  const scoresOf = (values, time) => ids.map((id) => read(held(values, "everyone", id, time)).scores);
  function title(values, time) {
    const day = tool.day((values.dates || {})[time]);
    return day ? say("on-day", { star: say(time), day }) : say(time);
  }

  /** What is no score stands in its field still, and is named below it; the star leaves it out. */
  function tellOdd(field) {
    const { odd } = read(tool.get(field));
    const input = field.querySelector("input");
    let said = field.querySelector(".wm-tool__wrong");
    if (!odd.length) {
      if (said) said.remove();
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      return;
    }
    if (!said) {
      said = element("p", "", { class: "wm-tool__wrong", id: `${input.id}-wrong`, role: "status" });
      input.after(said);
    }
    const words = say("odd-score", { score: odd.join(", ") });
    if (said.textContent !== words) said.textContent = words;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", said.id);
  }
  function draw() {
    const values = tool.values();
    root.querySelectorAll('[data-kind="scores"]').forEach(tellOdd);
    own.draw([{ title: say("own"), points: ids.map((id) => read(held(values, "slip", id, "score")).scores) }]);
    drawing.draw(TIMES.map((time) => ({ title: title(values, time), points: scoresOf(values, time) })));
  }

  /* The sheets that follow from it ---------------------------------------------------------------------------- */

  const low = (scores) => Math.min(...scores);
  const high = (scores) => Math.max(...scores);

  /** The points to talk about first: [{id, text}] of the widest gap and of the lowest score, at the last time that was scored. */
  function toTalkAbout(values) {
    const points = TIMES.map((time) => scoresOf(values, time)).filter((some) => some.some((scores) => scores.length)).pop() || [];
    const scored = ids.map((id, i) => ({ i, scores: points[i] || [] })).filter(({ scores }) => scores.length);
    if (!scored.length) return [];
    const gap = ({ scores }) => high(scores) - low(scores);
    const widest = scored.reduce((best, one) => (gap(one) > gap(best) ? one : best));
    const lowest = scored.reduce((best, one) => (low(one.scores) < low(best.scores) ? one : best));
    const told = (word, { i, scores }) => say(word, { point: name(i), low: low(scores), high: high(scores) });
    const first = gap(widest) ? [told("widest", widest)] : [];
    return widest.i === lowest.i && first.length ? first : [...first, told("lowest", lowest)];
  }
  /** Fill the recording, action and review sheets from the star; nothing that a person wrote is touched. */
  function filled(values) {
    const all = structuredClone(values);
    ids.forEach((id) => {
      const spreads = TIMES.map((time) => [time, read(held(values, "everyone", id, time)).scores]).filter(([, scores]) => scores.length)
        .map(([time, scores]) => say(`spread-${time}`, { low: low(scores), high: high(scores) }));
      if (!spreads.length) return;
      all.recording = all.recording || {};
      all.recording[id] = { ...all.recording[id], spread: spreads.join("; ") };
    });
    const actions = (all.actions = all.actions || []);
    toTalkAbout(values).filter((text) => !actions.some((row) => row.point === text)).forEach((text) => {
      const free = actions.find((row) => !Object.values(row).some(Boolean));
      if (free) free.point = text; else actions.push({ point: text });
    });
    const review = (all.review = all.review || []);
    actions.forEach((row, i) => {
      if (!row.do) return;
      while (review.length <= i) review.push({});
      if (!review[i].step) review[i].step = [row.point, row.do].filter(Boolean).join("\n");
    });
    return all;
  }
  const fill = element("button", say("fill"), { type: "button", class: "wm-stage__button", "data-wm-fill": true });
  const filling = element("p", null, { class: "wm-tool__more", "data-search-exclude": true });
  filling.append(fill);
  root.querySelector('[data-wm-part="everyone"]').append(filling);
  fill.addEventListener("click", () => {
    const values = tool.values();
    if (!toTalkAbout(values).length) { tool.tell(say("fill-none")); return; }
    const after = filled(values);
    if (tool.wrong(after)) { tool.tell(say("add-full")); return; }
    tool.show(after);
    tool.tell(say("filled"));
  });

  tool.listen(draw);
  draw();
})();
