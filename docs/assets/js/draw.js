/* Draw a card: one of those that stand in the page's lists, none twice until all have had their turn. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-draw]");
  if (!box || !window.wmData) return;
  const say = window.wmData.words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const lang = document.documentElement.lang.slice(0, 2);
  const tray = window.wmTray;
  let deck = [];
  let drawn = null;

  function chosen() { return Array.from(part("from").querySelectorAll("input:checked"), (input) => input.value); }

  /** Every card of the chosen kinds, shuffled (Fisher and Yates). A kind has the same chance whatever its number of cards. */
  function shuffled() {
    const piles = chosen().map((name) => Array.from(box.querySelectorAll(`[data-wm-cards="${name}"] > li`)));
    piles.forEach((pile) => {
      for (let at = pile.length - 1; at > 0; at -= 1) {
        const other = Math.floor(Math.random() * (at + 1));
        [pile[at], pile[other]] = [pile[other], pile[at]];
      }
    });
    return piles;
  }

  function next() {
    const piles = deck.filter((pile) => pile.length);
    if (!piles.length) return null;
    return piles[Math.floor(Math.random() * piles.length)].pop();
  }

  function draw(moveFocus) {
    if (!chosen().length) { part("said").textContent = say("none"); return; }
    let card = next();
    if (!card) { deck = shuffled(); card = next(); }
    if (card) show(card, moveFocus);
  }

  function copy(name) { return box.querySelector(`[data-wm-${name}]`).content.cloneNode(true); }

  /** What stands behind a card waits until the group has said its own. */
  function turning(behind) {
    const turn = copy("turn");
    turn.querySelector("button").addEventListener("click", () => {
      part("text").replaceChildren(behind);
      const shown = part("text").firstElementChild;
      shown.tabIndex = -1;
      shown.focus({ preventScroll: true });
    });
    return turn;
  }

  async function show(card, moveFocus) {
    drawn = card;
    const list = card.parentElement;
    const { kind, title } = list.dataset;
    part("drawn").dataset.kind = kind;
    part("icon").replaceChildren(box.querySelector(`[data-wm-icon-of="${kind}"]`).content.cloneNode(true));
    part("set").textContent = title;
    part("detail").textContent = card.dataset.detail;
    part("front").textContent = card.querySelector("[data-front]").textContent;
    part("said").textContent = "";
    const text = part("text");
    text.replaceChildren();
    const ask = card.querySelector("[data-ask]");
    if (ask) {
      const think = copy("think");
      think.querySelector("strong").textContent = ask.dataset.label;
      think.querySelector("span").textContent = ask.textContent;
      if ("turned" in list.dataset) text.append(turning(think));
      else text.append(think);
    }
    drawKeep();
    if (moveFocus) part("front").focus({ preventScroll: true });
    if (kind !== "story") return;
    const read = copy("read");
    read.querySelector("a").href = card.querySelector("a").href;
    text.append(read);
    try {
      const story = await window.wmData.load(lang, `story-${card.dataset.wmItem.split(":")[1]}`);
      const told = story.told ? [window.wmData.element("p", story.told, { class: "wm-small" })] : [];
      if (drawn === card) text.prepend(...[...story.before.map((p) => window.wmData.element("p", p)), ...told]);
    } catch { /* Then the link to it stands there. */ }
  }

  // All stories would be a book; sets of cards can be printed whole.
  function drawAll() { part("printall").hidden = !chosen().length || chosen().includes("stories"); }

  async function print(items) {
    const pack = { items, lang, rules: false };
    try {
      // What draws cards for paper comes when it is first needed.
      await Promise.all([window.wmData.sheet("sheets"), window.wmData.script("page-draw-sheets")]);
      // A press that another has followed prints nothing.
      if (await window.wmCards.sheets(pack, part("sheets"), () => "")) window.print();
    } catch { part("said").textContent = say("broken"); }
  }

  function drawKeep() {
    const keep = part("keep");
    keep.hidden = !tray || !tray.keeps;
    if (keep.hidden || !drawn) return;
    const kept = tray.has(drawn.dataset.wmItem);
    keep.querySelector("span").textContent = say(kept ? "kept" : "keep");
    keep.toggleAttribute("data-in", kept);
  }

  part("from").addEventListener("change", () => { deck = shuffled(); draw(false); drawAll(); });
  part("another").addEventListener("click", () => draw(true));
  part("keep").addEventListener("click", () => tray.toggle(drawn.dataset.wmItem));
  if (tray) tray.listen(drawKeep);

  part("print").addEventListener("click", () => print([drawn.dataset.wmItem]));
  part("printall").addEventListener("click", () => {
    print(chosen().flatMap((name) => Array.from(box.querySelectorAll(`[data-wm-cards="${name}"] > li`), (li) => li.dataset.wmItem)));
  });
  window.addEventListener("afterprint", () => part("sheets").replaceChildren());

  // A tool's page leads to its own cards.
  const asked = window.location.hash.replace("#set-", "");
  const boxes = Array.from(part("from").querySelectorAll("input"));
  if (boxes.some((input) => input.value === asked)) {
    boxes.forEach((input) => { input.checked = input.value === asked; });
    // A browser opens what an address leads into.
    window.addEventListener("load", () => { part("all").open = false; window.scrollTo(0, 0); });
  }
  drawAll();
  part("all").open = false;
  part("desk").hidden = false;
  deck = shuffled();
  draw(false);
});
