/* A tool's sheet on paper, alone: beside each field stands what paper shows, which grows with its words as no field does.
   `tool.print("sheet")` prints what was filled in, `tool.print("blank")` the empty sheet. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { body } = document;

  function fill() {
    const blank = body.dataset.wmPrinting === "blank";
    tool.fieldsIn(tool.root).forEach((field) => {
      const value = blank ? tool.first(field) : tool.get(field);
      field.toggleAttribute("data-wm-answered", value !== tool.first(field));
      const paper = field.querySelector("[data-wm-paper]");
      if (paper) paper.textContent = field.dataset.kind === "date" ? tool.day(value) : value;
      field.querySelectorAll(".wm-tool__options label").forEach((label) => {
        label.toggleAttribute("data-wm-chosen", label.querySelector("input").value === value);
      });
    });
  }

  tool.print = function (what) {
    body.dataset.wmPrinting = what;
    fill();
    window.print();
  };
  // By the browser's own command as well: then the sheet comes first, and after it all that explains it.
  window.addEventListener("beforeprint", fill);
  window.addEventListener("afterprint", () => { delete body.dataset.wmPrinting; });
})();
