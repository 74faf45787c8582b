/* The topics of the law: show those that hold the words, and those that bind whom the reader chose; sort the table.
   Without this script all topics stand there, in groups that open by hand. Nothing typed leaves the page. */
(function () {
  "use strict";
  const tools = document.querySelector("[data-wm-law-index]");
  const groups = Array.from(document.querySelectorAll(".wm-lawgroup"));
  const table = document.querySelector(".wm-readacross tbody");
  if (!tools || !groups.length || !table) return;
  const rows = Array.from(table.rows);
  const laws = Array.from(document.querySelectorAll(".wm-readacross thead th"), (head) => head.dataset.short);
  const provisions = new Map(rows.map((row) => [row.dataset.topic, said(row)]));
  const topics = Array.from(document.querySelectorAll(".wm-lawgroup [data-topic]"), (item) => ({
    item, id: item.dataset.topic, binds: item.dataset.binds.split(" "),
    text: plain(`${item.textContent} ${provisions.get(item.dataset.topic)} ${item.dataset.words}`),
  }));
  const filter = tools.querySelector("input");
  const binds = tools.querySelector("select");
  const status = tools.querySelector("[role=status]");
  const order = document.querySelector("[data-wm-table-order]");
  let before = null; // which groups were open before anything was asked

  /* What a row says of the three laws: each provision, its law in few words, and what it says. */
  function said(row) {
    return Array.from(row.querySelectorAll("td"), (cell) => Array.from(cell.querySelectorAll("li"), (place) => {
      const [provision, ...note] = Array.from(place.children, (part) => part.textContent);
      return [provision, laws[cell.cellIndex], ...note].join(" ");
    }).join(" ")).join(" ");
  }

  /* Without accents and capitals, so that ty finds tŷ. */
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u2019/g, "'").replace(/\s+/g, " ").toLowerCase();
  }

  /* A number stands for itself alone: regulation 6 is not regulation 60. */
  function asked() {
    const wanted = plain(filter.value).trim();
    const words = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`${/^\d/.test(wanted) ? "(?:^|\\D)" : ""}${words}${/\d$/.test(wanted) ? "(?!\\d)" : ""}`);
  }

  function show() {
    const filtering = Boolean(filter.value.trim() || binds.value);
    const words = asked();
    const found = new Set();
    topics.forEach(({ item, id, binds: bound, text }) => {
      item.hidden = !words.test(text) || Boolean(binds.value && !bound.includes(binds.value));
      if (!item.hidden) found.add(id);
    });
    rows.forEach((row) => { row.hidden = !found.has(row.dataset.topic); });
    if (filtering && !before) before = groups.map((group) => group.open);
    groups.forEach((group, at) => {
      group.hidden = !group.querySelector("[data-topic]:not([hidden])");
      group.querySelector(".wm-lawgroup__count").hidden = filtering;
      if (before) group.open = filtering || before[at];
    });
    if (!filtering) before = null;
    status.textContent = tools.dataset.wmLawIndex.replace("{shown}", found.size).replace("{all}", topics.length);
  }

  function sort() {
    const sorted = rows.slice();
    if (order.querySelector("select").value === "name") sorted.sort((a, b) => a.dataset.name - b.dataset.name);
    table.append(...sorted);
  }

  filter.addEventListener("input", show);
  binds.addEventListener("change", show);
  order.addEventListener("change", sort);
  tools.hidden = false;
  order.hidden = false;
  show();
})();
