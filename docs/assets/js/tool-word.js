/* A tool's sheet for Word, from what stands on the page: headings, boxes, and tables with room to write where nothing was written.
   It comes when a Word file is asked for. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const said = (place, name) => Array.from(place.querySelectorAll(`[data-wm-${name}]`), (one) => one.textContent.trim());
  const plain = (text) => text.split("\n").map((line) => [line, false]);

  /** An answer to choose: its mark stays with its first word, and with the whole of it where that is short. */
  const SHORT = 12;
  const whole = (text) => (text.length > SHORT ? text : text.replace(/ /g, "\u00a0"));

  /** What was filled in, as paragraphs; answers to choose from all stand there, the chosen one marked. */
  function written(field) {
    const value = tool.get(field);
    const options = Array.from(field.querySelectorAll(".wm-tool__options label"));
    if (options.length) {
      const each = options.map((one) => `${one.querySelector("input").checked ? "[x]" : "[\u00a0\u00a0]"}\u00a0${whole(one.textContent.trim())}`);
      return [[each.join("    "), false]];
    }
    return value ? plain(field.dataset.kind === "date" ? tool.day(value) : value) : [];
  }
  /** Of the lines to write on that a page of the sheet asks for, the part that an A4 page has room for. */
  const HELD = 28; // lines to write on, below the title
  let room = 1;
  function roomOn(page) {
    const rows = Array.from(page.querySelectorAll("[data-wm-part]"), (part) => {
      const lines = (fields) => Math.max(...fields.map((field) => Number(field.dataset.lines)));
      if (part.dataset.shape !== "fields") return tool.rowsIn(part).map((row) => lines(tool.fieldsIn(row)));
      const fields = tool.fieldsIn(part);
      const across = Number(part.dataset.across);
      return Array.from({ length: Math.ceil(fields.length / across) }, (_, n) => lines(fields.slice(n * across, (n + 1) * across)));
    });
    const asked = rows.flat().reduce((sum, one) => sum + one, 0);
    // A heading with the head of its table takes two lines, and the text in a row most of one.
    return Math.min(1, Math.max(0.2, (HELD - 2 * rows.length - 0.8 * rows.flat().length) / asked));
  }
  /** A cell: what is asked where nothing above it says so, what was written, and else its room. */
  function cell(field, asked) {
    const head = asked ? [[tool.label(field), true], ...said(field, "help").map((text) => [text, false])] : [];
    const inside = written(field);
    return { paragraphs: [...head, ...inside], lines: inside.length ? 0 : Number(field.dataset.lines) * room };
  }
  /** A row's name, with the prompt that belongs to it below. */
  function named(name) {
    const prompts = said(name, "help");
    const own = Array.from(name.childNodes).filter((node) => !(node.dataset && "wmHelp" in node.dataset)).map((node) => node.textContent).join("");
    return { paragraphs: [[own.trim().replace(/\s+/g, " "), true], ...prompts.map((text) => [text, false])], lines: 0 };
  }
  const wide = (fields) => fields.map((field) => Number(field.dataset.wide));

  function grid(part, across) {
    const cells = tool.fieldsIn(part).map((field) => cell(field, true));
    const rows = [];
    while (cells.length) rows.push(cells.splice(0, across));
    while (rows[rows.length - 1].length < across) rows[rows.length - 1].push({ paragraphs: [], lines: 0 });
    return [["Table", rows, { widths: Array.from({ length: across }, () => 1) }]];
  }
  function table(part) {
    const rows = tool.rowsIn(part);
    const heads = Array.from(part.querySelectorAll(".wm-tool__heads span"), (one) => ({ paragraphs: [[one.textContent.trim(), true]], lines: 0 }));
    const body = rows.map((row) => {
      const name = row.querySelector("[data-wm-name]");
      return [...(name ? [named(name)] : []), ...tool.fieldsIn(row).map((field) => cell(field, false))];
    });
    const widths = [...(part.dataset.shape === "named" ? [Number(part.dataset.names)] : []), ...wide(tool.fieldsIn(rows[0]))];
    return [["Table", [heads, ...body], { widths, head: true }]];
  }

  /** The sheet as blocks for `wmWord`. */
  function blocks() {
    const first = tool.root.querySelector(".wm-tool__page");
    const notes = [...first.querySelectorAll(":scope > [data-wm-note], :scope > [data-wm-draft]")].map((one) => ["Normal", one.textContent.trim()]);
    return [["Heading1", tool.title], ...notes, ...tool.parts.flatMap((part) => {
      const page = part.closest(".wm-tool__page");
      const newPage = page !== first && page.querySelector("[data-wm-part]") === part;
      const across = Number(part.dataset.across);
      room = roomOn(page);
      const letters = Array.from(part.querySelectorAll("[data-wm-matches] > li"), (one) => one.textContent.trim()).map((text) => ["Normal", text.replace(/\s+/g, " ")]);
      const note = Array.from(part.querySelectorAll(":scope > [data-wm-note]"), (one) => ["Normal", one.textContent.trim()]);
      const inside = part.dataset.shape === "fields" ? grid(part, across) : table(part);
      return [["Heading2", part.querySelector("h3").textContent.trim(), { newPage }], ...note, ...letters, ...inside];
    })];
  }

  /** The Word file: a Blob. */
  tool.word = function () {
    return window.wmWord({ lang: tool.lang, title: tool.title, author: tool.say("packs-author"), size: 11, margin: 15, paragraphs: tool.inWord.reduce((all, change) => change(all), blocks()) });
  };
})();
