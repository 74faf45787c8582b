/* The leader's sheet of a session for Word, which comes when it is first asked for. */
(function () {
  "use strict";

  /** The leader's sheet as it stands on the page, in paragraphs of Word; what is overleaf begins a new page. */
  window.wmSheetParagraphs = function (sheet) {
    const lists = Array.from(sheet.querySelectorAll("[data-wm-list]"));
    const over = sheet.querySelector(".wm-leader__side--back h3");
    return Array.from(sheet.querySelectorAll("h2, h3, p, li")).flatMap((one) => {
      if (one.closest("[hidden]")) return [];
      const text = one.textContent.trim().replace(/\s+/g, " ");
      if (one.tagName === "H3") return [["Heading2", text, { newPage: one === over }]];
      if (one.closest("[data-wm-list]")) return [["ListNumber", text, { list: lists.indexOf(one.parentElement) + 1 }]];
      const strong = one.querySelector("strong")?.textContent;
      const lead = strong ? text.indexOf(strong) + strong.length : 0;
      return [text ? ["Normal", text, { lead }] : ["Writing", ""]];
    });
  };
})();
