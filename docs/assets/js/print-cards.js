/* Cards on A4: the very faces that the files of packs are printed from, put on sheets. Which words stand on which side, and how
   large, comes with the data; here are pages, copies, cut marks, and each back behind its front when a sheet is turned on its
   long edge. */
(function () {
  "use strict";
  const { element, filled, load } = window.wmData;
  const { draw, place } = window.wmCards;
  const MOST = 60;

  /* What a pack holds --------------------------------------------------------------------------------------- */

  /** What an item needs, or null when the library does not have it (any more). */
  async function piece(lang, item) {
    const [kind, name] = item.split(":");
    try {
      if (kind === "story") {
        // What is not there is not asked for: a link may name a thousand stories of another library.
        if (!(await load(lang, "frame")).stories.includes(name)) return null;
        return { kind, name, story: await load(lang, `story-${name}`) };
      }
      const [set_, id] = name.split("/");
      if (kind === "card") {
        const cards = (await load(lang, "cards"))[set_];
        return cards && cards.cards[id] ? { kind, name, set: cards, card: cards.cards[id] } : null;
      }
      const { banks, words } = await load(lang, "questions");
      const bank = banks.find((one) => one.id === set_);
      const category = bank && bank.categories.find((one) => one.questions.some(([q]) => q === id));
      if (!category) return null;
      const asked = category.questions.find(([q]) => q === id)[1];
      return { kind, name, bank, category, text: filled(asked, words[0]) };
    } catch { return null; }
  }

  /* A card here is {sides, from, later}: two faces, for each the piece that it came with, and whether the card belongs to what
     is handed out when the group has talked. */

  /** A side of a story's card that asks only what was chosen; a heading goes with all that stood under it. */
  function askingOnly(face, numbers) {
    const blocks = [];
    (face.blocks || []).forEach((block) => {
      const items = block.asks ? block.items.filter((_, i) => numbers.includes(block.asks[i])) : block.items;
      if (!block.asks || items.length) blocks.push(block.asks ? { ...block, items } : block);
      else if (blocks.length && blocks[blocks.length - 1].t === "heading") blocks.pop();
    });
    return { ...face, blocks };
  }

  /** Where pieces lie: with both languages they are pieces of their own. */
  const folder = (langs) => (langs.length === 2 ? "both" : langs[0]);

  /** Has one of these stories its ending on a second card? Then all have that can: all cards of a pack are turned over alike. */
  async function apart(langs, names) {
    const found = await Promise.all(names.map((name) => load(folder(langs), `cards-${name}`)));
    return found.some(({ first, cards: all }) => first < all.length);
  }

  /** The cards of a story, or of the ground rules. `numbers` are the questions that were chosen, if any were. */
  async function whole(langs, name, numbers) {
    const from = await load(folder(langs), name);
    return from.cards.map((card, i) => ({
      sides: card.map((face) => ({ lang: langs[0], ...(numbers ? askingOnly(face, numbers) : face) })), from: [from, from], later: i >= from.first,
    }));
  }

  /** Front and back of one language, or the fronts of two. */
  function paired(langs, fronts, backs, from) {
    const sides = langs.length === 2 ? fronts : [fronts[0], backs[0]];
    return {
      sides: sides.map((face, i) => ({ ...face, lang: langs[i] || langs[0] })), from: [from[0], from[langs.length - 1]], later: false,
    };
  }

  async function drawn(langs, name) {
    const [set_, id] = name.split("/");
    const sets = await Promise.all(langs.map((lang) => load(lang, `drawn-${set_}`)));
    // With a language on each side there is none to turn to.
    const front = (one) => (langs.length === 2 && one.whole ? one.whole : one.fronts)[id];
    return paired(langs, sets.map(front), sets.map((one) => (one.backs ? one.backs[id] : one.back)), sets);
  }

  /** Chosen questions of one category, as a card or more. The first so many of it have their own size, as in packs; of any
      others no more stand on a card than have room whichever they are. `pieces` are what `piece` gave, by language. */
  async function asked(langs, pieces) {
    const { bank, category } = pieces[0][langs[0]];
    const banks = await Promise.all(langs.map((lang) => load(lang, `asked-${bank.id}`)));
    const ways = banks.map((one) => one[category.id]);
    const ids = pieces.map((one) => one[langs[0]].name.split("/")[1]);
    const first = ids.every((id, i) => category.questions[i][0] === id) && ways.every((way) => ids.length <= way.first.length);
    const room = Math.max(1, first ? ids.length : Math.min(...ways.map((way) => way.any.length)));
    const count = Math.ceil(ids.length / room);
    const even = Math.ceil(ids.length / count);
    return Array.from({ length: count }, (_, i) => {
      const some = pieces.slice(i * even, (i + 1) * even);
      const fronts = ways.map((way, l) => ({
        ...way.front, size: (first ? way.first : way.any)[some.length - 1] || way.front.size,
        blocks: [{ t: "list", numbered: true, items: some.map((one) => one[langs[l]].text) }],
      }));
      return paired(langs, fronts, ways.map((way) => way.back), ways);
    });
  }

  /** All cards of a pack, as often as they are wanted. */
  async function cards(pack, langs, copies) {
    const made = pack.rules ? await whole(langs, "rules") : [];
    const groups = new Map();
    const later = [];
    const found = [];
    for (const item of pack.items) {
      const pieces = Object.fromEntries(await Promise.all(langs.map(async (lang) => [lang, await piece(lang, item)])));
      if (!Object.values(pieces).includes(null)) found.push(pieces);
    }
    const onTwo = await apart(langs, found.map((pieces) => pieces[langs[0]]).filter(({ kind }) => kind === "story").map(({ name }) => name));
    for (const pieces of found) {
      const one = pieces[langs[0]];
      if (one.kind === "story") {
        const chosen = (pack.asks || {})[one.name];
        const own = `cards-${one.name}`;
        const name = onTwo && (await load(folder(langs), own)).apart ? `apart-${one.name}` : own;
        made.push(...await whole(langs, name, chosen && window.wmAsked.numbers(chosen, one.story.asks)));
      }
      else if (one.kind === "card") later.push(await drawn(langs, one.name));
      else {
        const key = `${one.bank.id}/${one.category.id}`;
        groups.set(key, [...(groups.get(key) || []), pieces]);
      }
    }
    for (const group of groups.values()) made.push(...await asked(langs, group));
    return [...made, ...later].flatMap((card) => Array.from({ length: copies }, (_, i) => ({ ...card, again: i > 0 })));
  }

  /* Sheets -------------------------------------------------------------------------------------------------- */

  /** A page of faces; `side` is "front", "back", or "folded", where each row is one card with its back beside it. */
  function page(sheet, side, faces) {
    const folded = side === "folded";
    const boxes = sheet[folded ? "front" : side];
    const path = (marks) => marks.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join("");
    const paper = element("div", null, { class: "wm-a4" });
    paper.style.cssText = `width:${sheet.width}mm;height:${sheet.height}mm`;
    paper.append(...faces.map((face, slot) => place(face, boxes[slot], sheet.safe)));
    const fold = folded ? `<path d="${path([sheet.fold.line])}" stroke-dasharray="1 1"/>` : "";
    paper.insertAdjacentHTML("beforeend",
      `<svg class="wm-a4__marks" viewBox="0 0 ${sheet.width} ${sheet.height}" aria-hidden="true" focusable="false" fill="none" stroke="#000" stroke-width="${sheet.weight}"><path d="${path(folded ? sheet.fold.marks : sheet.marks)}"/>${fold}</svg>`);
    return paper;
  }

  /** Cards by sheets. What tells an ending begins a sheet of its own, so that it lies in no pile that is handed out first. */
  function bySheets(all, slots) {
    return [false, true].flatMap((later) => {
      const some = all.filter((card) => card.later === later);
      return Array.from({ length: Math.ceil(some.length / slots) }, (_, i) => some.slice(i * slots, (i + 1) * slots));
    });
  }

  const newest = new WeakMap(); // place -> a mark of the last call for it

  Object.assign(window.wmCards, {
    piece,
    /** Put the sheets of a pack into `place`; `caption(number, side)` names each page. `pack` has `items`, `lang` (a language or
        both), `rules`, `folded` (front and back on one side of the paper), `asks` (by story, which questions are asked, where not all are), and `copies` of every card, from 1 to 60. Resolves to counts, or to null when another call for the same
        place has come meanwhile: that one's sheets stand there, or will. */
    async sheets(pack, into, caption) {
      const mine = {};
      newest.set(into, mine);
      const langs = pack.lang === "both" ? ["cy", "en"] : [pack.lang];
      const copies = Math.min(MOST, Math.max(1, Math.trunc(Number(pack.copies)) || 1));
      const { sheet, kinds } = await load(langs[0], "frame");
      const all = await cards(pack, langs, copies);
      await document.fonts.ready;
      if (newest.get(into) !== mine) return null;
      const sheets = bySheets(all, sheet.front.length / (pack.folded ? 2 : 1));
      into.replaceChildren(...sheets.flatMap((some, i) => (pack.folded ? ["folded"] : ["front", "back"]).map((side, back) => {
        const shown = some.flatMap((card) => (pack.folded ? [0, 1] : [back]).map((n) => [card, n]));
        const faces = shown.map(([{ sides, from, again }, n]) => {
          const face = draw(sides[n], kinds, from[n]);
          // Once is enough for whoever has the page read aloud.
          if (again) face.setAttribute("aria-hidden", "true");
          return face;
        });
        const figure = element("figure", null, { class: "wm-sheets__page" });
        figure.append(page(sheet, side, faces), element("figcaption", caption(i + 1, side)));
        return figure;
      })));
      return { cards: all.length, sheets: sheets.length };
    },
  });
})();
