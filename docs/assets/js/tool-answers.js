/* The sheet of answers: it waits closed, and only its own buttons print it or write it for Word. */
(function () {
  "use strict";
  const tool = window.wmTool;
  const sheet = tool && tool.root.querySelector("[data-wm-answers]");
  if (!sheet) return;
  const closed = sheet.querySelector("details");
  const said = closed.querySelector("summary").textContent.trim();

  tool.answers = {
    sheet,
    closed,
    /** The answer to a row of a part, as the sheet has it: {option, label, why}. */
    of(part, row) {
      const line = sheet.querySelector(`[data-wm-answers-of="${part.dataset.wmPart}"] [data-wm-answer="${row.dataset.wmRow}"]`);
      return { option: line.dataset.option, label: line.cells[1].textContent, why: line.cells[2].textContent };
    },
  };

  sheet.querySelector("[data-wm-answers-print]").addEventListener("click", () => tool.print("answers"));
  sheet.querySelector("[data-wm-answers-word]").addEventListener("click", async () => {
    if (!(await tool.makers())) return;
    const cells = (line) => Array.from(line.cells, (cell) => ({ paragraphs: [[cell.textContent.trim(), cell.tagName === "TH"]], lines: 0 }));
    const tables = Array.from(closed.querySelectorAll("table"), (table) => [
      ...(table.caption ? [["Heading2", table.caption.textContent]] : []),
      ["Table", Array.from(table.rows, cells), { widths: [1, 3, 5], head: true }],
    ]);
    const notes = Array.from(closed.querySelectorAll(".wm-tool__note"), (one) => ["Normal", one.textContent]);
    const paragraphs = [["Heading1", tool.title], ["Heading2", said], ...notes, ...tables.flat()];
    const file = `${tool.id}-${tool.say("answers-file")}-${tool.lang}-${tool.today()}.docx`;
    window.wmData.save(window.wmWord({ lang: tool.lang, title: `${tool.title}: ${said}`, author: tool.say("packs-author"), size: 11, margin: 15, paragraphs }), file);
    tool.tell(tool.say("saved", { file }));
  });
})();
