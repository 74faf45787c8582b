/* The question finder: questions to copy or to put in a pack, with the word for the person that the reader chooses.
   A name that is typed stays on the page: it is in no address and is not kept. */
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=questions]");
  if (!box || !window.wmFind) return;
  const { element, filled, load, number, words } = window.wmData;
  const lang = document.documentElement.lang.slice(0, 2);
  const say = words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const wordList = part("word");
  let found = [];
  const banks = JSON.parse(box.dataset.banks); // id and how many questions, in the finder's order
  const asked = []; // [bank, group, id, text] by number, of the banks that have come

  function text([, , , written]) {
    const forms = JSON.parse(wordList.options[wordList.selectedIndex].dataset.forms);
    return filled(written, forms, part("name-field").value.trim());
  }

  /** A promise of the banks that these questions stand in; null where all have come. */
  function need(numbers) {
    const wanted = new Set(numbers.filter((at) => !asked[at]));
    let first = 0;
    const coming = [];
    for (const [id, size] of banks) {
      const from = first;
      first += size;
      if ([...wanted].some((at) => at >= from && at < from + size)) coming.push(load(lang, `bank-${id}`, box.dataset.mark).then(({ bank }) => take(bank, from, size)));
    }
    return coming.length ? Promise.all(coming) : null;
  }
  function take(bank, from, size) {
    const all = bank.categories.flatMap((category) => category.questions.map(([id, written]) => [bank, category, id, written]));
    if (all.length !== size) throw new Error(bank.id);
    all.forEach((question, at) => { asked[from + at] = question; });
  }

  function item(at) {
    const [bank, , id] = asked[at];
    return `question:${bank.id}/${id}`;
  }

  async function copy(what, said) {
    const done = await window.wmCopy(what);
    part("hand").hidden = done;
    if (done) { part("said").textContent = said; return; }
    part("hand-text").value = what;
    part("hand-text").select();
    part("said").textContent = say("by-hand");
  }

  function row(at) {
    const question = asked[at];
    const [bank, category, id] = question;
    const line = element("li", null, { class: "wm-asked", "data-wm-item": item(at), "data-wm-name": text(question) });
    const where = element("p", null, { class: "wm-small" });
    where.append(element("a", bank.title, { href: `../../${bank.path}index.html#${id}` }), ` · ${category.label}`);
    const button = element("button", null, { type: "button", class: "wm-add", "aria-label": `${say("copy")}: ${text(question)}` });
    button.append(part("copy-icon").content.cloneNode(true), element("span", say("copy")));
    button.addEventListener("click", () => copy(text(question), say("copied-one")));
    line.append(element("p", text(question), { class: "wm-asked__text" }), where, button);
    return line;
  }

  /** All that is found, under the names of bank and group; one question a line. */
  function asText() {
    const groups = new Map();
    found.map((at) => asked[at]).forEach((question) => {
      const heading = `${question[0].title}: ${question[1].label}`;
      groups.set(heading, [...(groups.get(heading) || []), `- ${text(question)}`]);
    });
    return [...groups].map(([heading, lines]) => [heading, ...lines].join("\n")).join("\n\n") + "\n";
  }
  part("copy-all").addEventListener("click", async () => {
    try { await need(found); } catch { part("broken").hidden = false; return; }
    copy(asText(), say(`copied-${number(found.length)}`, { n: found.length }));
  });

  const finder = await window.wmFind("questions", {
    need,
    row,
    item,
    sorts: {
      bank: null,
      length: (a, b) => text(asked[a]).split(" ").length - text(asked[b]).split(" ").length,
    },
    arrived(choice) {
      const known = Array.from(wordList.options).find((option) => option.value === choice.word);
      (known || wordList.options[0]).selected = true;
    },
    changed(numbers) {
      found = numbers;
      part("copy-all").hidden = !found.length;
      part("copy-all").querySelector("span").textContent = say("copy-all", { n: found.length });
    },
  });
  if (!finder) return;
  wordList.addEventListener("change", () => {
    part("name-field").value = "";
    finder.choose("word", wordList.selectedIndex ? wordList.value : "");
  });
  part("name-field").addEventListener("input", () => finder.again());
});
