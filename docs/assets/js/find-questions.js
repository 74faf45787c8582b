/* The question finder: questions to copy or to put in a pack, with the word for the person that the reader chooses.
   A name that is typed stays on the page: it is in no address and is not kept. */
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=questions]");
  if (!box || !window.wmFind) return;
  const { element, filled, number, words } = window.wmData;
  const say = words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const wordList = part("word");
  let found = [];
  let asked = [];

  function text([, , , written]) {
    const forms = JSON.parse(wordList.options[wordList.selectedIndex].dataset.forms);
    return filled(written, forms, part("name-field").value.trim());
  }

  /** Every question with where it stands, in the order of the finder's numbers. */
  function list({ questions }) {
    if (!asked.length) {
      asked = questions.banks.flatMap((bank) => bank.categories.flatMap((category) => (
        category.questions.map(([id, written]) => [bank, category, id, written]))));
    }
    return asked;
  }
  function item(data, at) {
    const [bank, , id] = list(data)[at];
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

  function row(data, at) {
    const question = list(data)[at];
    const [bank, category, id] = question;
    const line = element("li", null, { class: "wm-asked", "data-wm-item": item(data, at), "data-wm-name": text(question) });
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
  part("copy-all").addEventListener("click", () => copy(asText(), say(`copied-${number(found.length)}`, { n: found.length })));

  const finder = await window.wmFind("questions", {
    needs: ["questions"],
    size: (data) => list(data).length,
    row,
    item,
    sorts: {
      bank: () => null,
      length: (data) => (a, b) => text(list(data)[a]).split(" ").length - text(list(data)[b]).split(" ").length,
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
