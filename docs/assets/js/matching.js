/* Rows of a tool's sheet that are matched with what stands under letters: looked at only when somebody asks. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { say } = tool;
  // What each row held when it was looked at: a mark goes as soon as that changes.
  const marked = new Map();
  const field = (row) => row.querySelector("[data-kind=match]");
  const mark = (row) => row.querySelector("[data-wm-mark]");

  function unmark(row) {
    marked.delete(row);
    mark(row).textContent = "";
    row.closest("[data-wm-part]").querySelector("[data-wm-checked]").textContent = "";
    mark(row).dataset.wmMark = "";
  }
  tool.listen(() => {
    const changed = [...marked].filter(([row, value]) => tool.get(field(row)) !== value);
    // Many at once come from a file, or from clearing the sheet: then nothing has been looked at.
    (changed.length > 1 ? [...marked] : changed).forEach(([row]) => unmark(row));
  });

  tool.root.querySelectorAll("[data-wm-check]").forEach((button) => button.addEventListener("click", () => {
    const part = button.closest("[data-wm-part]");
    const rows = tool.rowsIn(part);
    const fits = rows.filter((row) => {
      const value = tool.get(field(row));
      const found = !value ? "unchosen" : value === tool.answers.of(part, row).option ? "fits" : "again";
      marked.set(row, value);
      mark(row).textContent = say(found);
      mark(row).dataset.wmMark = found;
      return found === "fits";
    });
    part.querySelector("[data-wm-checked]").textContent = say("checked", { n: fits.length, all: rows.length });
  }));
})();
