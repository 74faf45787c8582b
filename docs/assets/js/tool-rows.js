/* Rows that a reader adds to a tool's sheet, and takes out again. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;

  /** Give a row its number, in all that names it. */
  function number(part, row, n) {
    const was = row.dataset.wmRow;
    const said = tool.say("row", { n });
    const renamed = (text) => text.replace(`${part.dataset.wmPart}-${was}-`, `${part.dataset.wmPart}-${n}-`);
    row.dataset.wmRow = n;
    row.setAttribute("aria-label", said);
    row.querySelectorAll("[data-wm-within]").forEach((one) => { one.textContent = one.closest("button") ? `: ${said}` : `${said}: `; });
    ["id", "for", "name", "aria-describedby"].forEach((name) => {
      row.querySelectorAll(`[${name}]`).forEach((one) => one.setAttribute(name, renamed(one.getAttribute(name))));
    });
    row.toggleAttribute("data-wm-extra", n > Number(part.dataset.rows));
    row.querySelector(".wm-tool__less").hidden = n <= Number(part.dataset.rows);
  }

  /** Make a part's rows so many. New ones are empty; those that are too many go from the end. */
  tool.setRows = function (part, wanted) {
    const rows = tool.rowsIn(part);
    rows.slice(wanted).forEach((row) => row.remove());
    for (let n = rows.length + 1; n <= wanted; n += 1) {
      const row = rows[0].cloneNode(true);
      number(part, row, n);
      tool.fieldsIn(row).forEach((field) => tool.set(field, tool.first(field)));
      tool.rowsIn(part).pop().after(row);
    }
    const more = part.querySelector("[data-wm-more]");
    if (more) more.disabled = wanted >= Number(part.dataset.most);
  };

  tool.root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-wm-more], [data-wm-less]");
    if (!button) return;
    const part = button.closest("[data-wm-part]");
    const rows = tool.rowsIn(part);
    if (button.matches("[data-wm-more]")) {
      tool.setRows(part, rows.length + 1);
      tool.rowsIn(part).pop().querySelector("input, textarea").focus();
      tool.tell(tool.say("added", { n: rows.length + 1 }));
    } else {
      button.closest("[data-wm-row]").remove();
      tool.rowsIn(part).forEach((row, i) => number(part, row, i + 1));
      tool.setRows(part, rows.length - 1);
      part.querySelector("[data-wm-more]").focus();
      tool.tell(tool.say("taken"));
    }
    tool.changed();
  });
})();
