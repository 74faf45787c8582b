/* The outcomes quiz: statements as a list or one at a time, answers after each or at the end, hands counted in a team.
   The answers stand on the page once, closed, on a sheet of their own; what is said of them here is taken from there.
   Nothing is counted that a person could be marked by. How it is shown stands in the address, so a reload changes nothing. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { root, say } = tool;
  const { element } = window.wmData;
  const part = root.querySelector('[data-wm-part="statements"]');
  const { closed } = tool.answers;
  const rows = tool.rowsIn(part);

  const ours = (row) => tool.answers.of(part, row);
  const statement = (row) => row.querySelector("[data-wm-name]").textContent.trim();
  const field = (row, name) => row.querySelector(`[data-wm-field="${name}"]`);
  const answer = (row) => tool.get(field(row, "answer"));
  const labelOf = (row, option) => field(row, "answer").querySelector(`[value="${option}"]`).parentElement.textContent.trim();
  /** The hands that were counted for a row: [yes, no], each a number. */
  const hands = (row) => ["yes", "no"].map((name) => Number(tool.get(field(row, `hands-${name}`))));
  const button = (word, attributes) => element("button", say(word), { type: "button", class: "wm-stage__button", ...attributes });

  /* How it is shown ------------------------------------------------------------------------------------------- */

  const WAYS = { show: ["list", "one"], when: ["end", "once"], who: ["alone", "team"] };
  const asked = new URLSearchParams(location.search);
  const way = Object.fromEntries(Object.entries(WAYS).map(([name, options]) => [name, options.includes(asked.get(name)) ? asked.get(name) : options[0]]));

  const ways = element("div", null, { class: "wm-tool__ways", "data-search-exclude": true });
  Object.entries(WAYS).forEach(([name, options]) => {
    const group = element("fieldset", null);
    group.append(element("legend", say(name)));
    options.forEach((option) => {
      const label = element("label", null);
      label.append(element("input", null, { type: "radio", name: `way-${name}`, value: option, checked: way[name] === option }), element("span", say(`${name}-${option}`)));
      group.append(label);
    });
    ways.append(group);
  });
  root.querySelector("[data-wm-sheet-paper]").before(ways);
  ways.addEventListener("change", (event) => {
    way[event.target.name.replace("way-", "")] = event.target.value;
    const address = new URL(location.href);
    Object.entries(way).forEach(([name, option]) => (option === WAYS[name][0] ? address.searchParams.delete(name) : address.searchParams.set(name, option)));
    history.replaceState(history.state, "", address);
    showWay();
  });
  function showWay() {
    Object.assign(root.dataset, way);
    if (!result.hidden) showResult();
  }

  /* Each statement's answer ----------------------------------------------------------------------------------- */

  rows.forEach((row) => {
    const box = element("div", null, { class: "wm-quiz__answer", "data-search-exclude": true });
    const id = `${row.dataset.wmRow}-why`;
    const show = button("answer", { "aria-expanded": "false", "aria-controls": id });
    show.append(element("span", `: ${statement(row)}`, { class: "wm-hidden" }));
    const { label, why } = ours(row);
    const said = element("p", say("ours", { answer: label, why }), { class: "wm-quiz__said", id, hidden: true });
    box.append(element("p", say("talk"), { class: "wm-quiz__talk" }), show, said);
    show.addEventListener("click", () => open(show, said, said.hidden));
    row.append(box);
  });
  function open(show, said, opened) {
    said.hidden = !opened;
    show.setAttribute("aria-expanded", opened);
    show.firstChild.textContent = say(opened ? "close" : "answer");
  }

  /* One at a time --------------------------------------------------------------------------------------------- */

  const back = button("back", {});
  const next = button("next", {});
  const where = element("p", "", { role: "status" });
  const steps = element("div", null, { class: "wm-quiz__steps", "data-search-exclude": true });
  steps.append(back, next, where);
  let at = 0;
  function go(to, moved) {
    at = to;
    rows.forEach((row, i) => row.toggleAttribute("data-wm-now", i === at));
    back.disabled = at === 0;
    next.disabled = at === rows.length - 1;
    where.textContent = say("where", { n: at + 1, all: rows.length });
    if (!moved) return;
    const name = rows[at].querySelector("[data-wm-name]");
    name.tabIndex = -1;
    name.focus();
  }
  back.addEventListener("click", () => go(at - 1, true));
  next.addEventListener("click", () => go(at + 1, true));

  /* What to talk about ---------------------------------------------------------------------------------------- */

  const result = element("section", null, { class: "wm-quiz__result", "aria-labelledby": "what-to-talk-about", hidden: true, "data-search-exclude": true });
  closed.before(result);
  const low = (text) => text.toLowerCase();

  /** What the page says of one who answered: [text, rows, how a row is told]. */
  function ofOne() {
    const done = rows.filter(answer);
    if (!done.length) return ["none", [], null];
    const other = done.filter((row) => answer(row) !== ours(row).option);
    return [other.length ? "differ" : "same", other, (row) => say("yours", { yours: low(labelOf(row, answer(row))), ours: low(ours(row).label), why: ours(row).why })];
  }
  function ofTeam() {
    const done = rows.filter((row) => hands(row).some(Boolean));
    if (!done.length) return ["none-team", [], null];
    const even = (row) => Math.min(...hands(row)) / Math.max(...hands(row));
    const against = (row) => hands(row)[ours(row).option === "outcome" ? 0 : 1] === 0;
    const talk = done.filter((row) => even(row) > 0 || against(row)).sort((a, b) => even(b) - even(a));
    return [talk.length ? "divided" : "united", talk, (row) => say("hands", { yes: hands(row)[0], no: hands(row)[1], ours: low(ours(row).label), why: ours(row).why })];
  }
  function showResult() {
    const [word, some, told] = way.who === "team" ? ofTeam() : ofOne();
    const list = element("ul", null);
    some.forEach((row) => {
      const item = element("li", null);
      item.append(element("strong", statement(row)), element("br", null), told(row));
      list.append(item);
    });
    const left = way.who === "team" || word === "none" ? [] : rows.filter((row) => !answer(row)).map((row) => rows.indexOf(row) + 1);
    result.replaceChildren(
      element("h3", say("result"), { id: "what-to-talk-about", tabindex: "-1" }),
      element("p", say(word)),
      ...(some.length ? [list] : []),
      ...(left.length ? [element("p", say("left", { numbers: left.join(", ") }))] : []),
    );
    result.hidden = false;
  }
  const end = element("p", null, { class: "wm-quiz__end", "data-search-exclude": true });
  end.append(element("button", say("end"), { type: "button", class: "wm-button", "data-wm-quiz-end": true }));
  part.append(steps, end);
  end.firstChild.addEventListener("click", () => {
    showResult();
    closed.open = true;
    result.querySelector("h3").focus();
  });
  let had = Object.keys(tool.values()).length > 0;
  tool.listen(() => {
    const cleared = had && !Object.keys(tool.values()).length;
    had = Object.keys(tool.values()).length > 0;
    if (!cleared) { if (!result.hidden) showResult(); return; }
    // Cleared: the next person begins with everything closed.
    result.hidden = true;
    closed.open = false;
    rows.forEach((row) => open(row.querySelector(".wm-quiz__answer button"), row.querySelector(".wm-quiz__said"), false));
    go(0, false);
  });

  go(0, false);
  showWay();
})();
