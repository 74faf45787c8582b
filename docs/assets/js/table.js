/* The read-across: show the rows that hold a word, in the order of the law or of the alphabet.
   Without this script all rows stand there. Nothing typed leaves the page. */
(function () {
  "use strict";
  var tools = document.querySelector("[data-wm-table-tools]");
  var body = document.querySelector(".wm-readacross tbody");
  if (!tools || !body) { return; }
  var rows = Array.prototype.slice.call(body.rows);
  var texts = rows.map(function (row) { return plain(row.textContent); });
  var filter = tools.querySelector("input");
  var order = tools.querySelector("select");
  var status = tools.querySelector("[role=status]");

  /* Without accents and capitals, so that ty finds tŷ. */
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u2019/g, "'").toLowerCase(); }

  function show() {
    var wanted = plain(filter.value).trim();
    var shown = 0;
    rows.forEach(function (row, i) {
      row.hidden = texts[i].indexOf(wanted) < 0;
      if (!row.hidden) { shown += 1; }
    });
    status.textContent = tools.dataset.wmTableTools.replace("{shown}", shown).replace("{all}", rows.length);
  }

  function sort() {
    var sorted = rows.slice();
    if (order.value === "name") { sorted.sort(function (a, b) { return a.dataset.name - b.dataset.name; }); }
    sorted.forEach(function (row) { body.appendChild(row); });
  }

  filter.addEventListener("input", show);
  order.addEventListener("change", sort);
  tools.hidden = false;
  show();
})();
