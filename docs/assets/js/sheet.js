/* A sheet of questions on one page: so many from the chosen groups, with the chosen word for the person.
   Nothing that is typed is kept or sent. */
(function () {
  "use strict";
  const box = document.querySelector("[data-wm-sheet]");
  if (!box || !window.wmData) return;
  const { element, number, load } = window.wmData;
  const say = window.wmData.words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const lang = document.documentElement.lang.slice(0, 2);
  const LINES = 9;
  /* On the page of a Word file, in mm: what the questions have to themselves, one question of two lines, a line to write on. */
  const ROOM = 194;
  const QUESTION = 14;
  const LINE = 8.8;
  const NOTE = 16;
  const groups = new Map(); // category -> its questions, once its bank has come
  const drafts = new Set(); // banks whose words await a fluent reader
  let words = [];
  let asked = []; // [category, question id, text as it was written]

  function told(text) { part("said").textContent = text; }

  function any(list) { return list[Math.floor(Math.random() * list.length)]; }

  /** A question of a category that is not on the sheet; undefined when all of them are. */
  function fresh(category) {
    const used = new Set(asked.map(([group, id]) => `${group}/${id}`));
    return any(groups.get(category).filter(([id]) => !used.has(`${category}/${id}`)));
  }

  /** The banks of these categories, each of which comes when it is first chosen. */
  async function bring(categories) {
    const ids = new Set(categories.map((category) => category.split("/")[0]));
    await Promise.all(Array.from(ids, async (id) => {
      const data = await load(lang, `bank-${id}`);
      words = data.words;
      if (data.bank.draft) drafts.add(id);
      data.bank.categories.forEach((one) => groups.set(`${id}/${one.id}`, one.questions));
    }));
    // A page that is older or newer than its data.
    if (categories.some((category) => !groups.has(category))) throw new Error(categories.join(" "));
  }

  /** Enough questions of the chosen groups, as far as they have them; those that stand there stay, unless `anew`. */
  function choose(anew) {
    const wanted = Number(part("number").value);
    const ticked = Array.from(box.querySelectorAll("[name=category]:checked"), (tick) => tick.value);
    const missing = ticked.filter((category) => !groups.has(category));
    if (missing.length) {
      bring(missing).then(() => choose(anew)).catch(() => told(say("broken")));
      return;
    }
    asked = anew ? [] : asked.filter(([category]) => ticked.includes(category)).slice(0, wanted);
    if (!ticked.length) { draw(); told(say("none")); return; }
    while (asked.length < wanted) {
      const open = ticked.filter((category) => fresh(category));
      if (!open.length) break;
      // A group that has said less comes first; which of several is left to chance.
      const said = (category) => asked.filter(([one]) => one === category).length;
      const least = Math.min(...open.map(said));
      const category = any(open.filter((one) => said(one) === least));
      asked.push([category, ...fresh(category)]);
    }
    asked.sort(([one], [other]) => ticked.indexOf(one) - ticked.indexOf(other));
    draw();
    told(say(`chosen-${number(asked.length)}`, { n: asked.length }));
  }

  function filled(text) {
    return window.wmData.filled(text, words[Number(part("word").value)], part("name-field").value.trim());
  }

  function isDraft() { return asked.some(([category]) => drafts.has(category.split("/")[0])); }

  function draw() {
    part("onepage").hidden = !asked.length;
    part("draft").hidden = !isDraft();
    part("asked").replaceChildren(...asked.map(([category, , text], at) => {
      const line = element("li", null);
      const other = element("button", say("other"), { type: "button", class: "wm-stage__button", "aria-label": `${say("other")} (${at + 1})` });
      other.disabled = !fresh(category);
      other.addEventListener("click", () => {
        asked[at] = [category, ...fresh(category)];
        draw();
        part("asked").children[at].querySelector("button").focus();
        told(say("swapped", { n: at + 1 }));
      });
      const room = element("div", null, { class: "wm-onepage__room", "aria-hidden": "true" });
      for (let i = 0; i < LINES; i += 1) room.append(element("i", null));
      line.append(element("p", filled(text)), other, room);
      return line;
    }));
  }

  /** The sheet as a Word file: the same questions, with lines to write on. */
  function wordFile() {
    const lines = (n) => Array.from({ length: n }, () => ["Writing", ""]);
    const room = Math.floor(((ROOM - (isDraft() ? NOTE : 0)) / asked.length - QUESTION) / LINE);
    return window.wmWord({
      lang,
      title: say("sheet-heading"),
      author: say("packs-author"),
      paragraphs: [
        ["Heading1", say("sheet-heading")], ["Normal", `${say("sheet-date")}: `], ["Normal", say("sheet-no-names")],
        ...(isDraft() ? [["Normal", say("sheet-draft")]] : []),
        ...asked.flatMap(([, , text]) => [["ListNumber", filled(text)], ...lines(room)]),
        ["Heading2", say("sheet-try")], ...lines(2),
      ],
    });
  }

  /** What makes Word files comes when it is first needed; a press that finds nothing may be made again. */
  function maker() {
    if (window.wmWord) return Promise.resolve();
    return new Promise((resolve, reject) => {
      box.append(Object.assign(document.createElement("script"), { src: box.dataset.js, onload: resolve, onerror: reject }));
    });
  }

  part("word-file").addEventListener("click", async () => {
    if (!asked.length) { told(say("none")); return; }
    try { await maker(); } catch { told(say("broken")); return; }
    const file = `${say("file")}.docx`;
    window.wmData.save(wordFile(), file);
    told(say("saved", { file }));
  });

  part("make").addEventListener("click", () => choose(true));
  part("number").addEventListener("change", () => choose(false));
  box.querySelectorAll("[name=category]").forEach((tick) => tick.addEventListener("change", () => choose(false)));
  part("word").addEventListener("change", () => { part("name-field").value = ""; draw(); });
  part("name-field").addEventListener("input", draw);
  part("desk").addEventListener("submit", (event) => event.preventDefault());
  part("print").addEventListener("click", () => {
    if (asked.length) window.print(); else told(say("none"));
  });

  document.body.dataset.wmStage = "sheet";
  part("desk").hidden = false;
  choose(true);
})();
