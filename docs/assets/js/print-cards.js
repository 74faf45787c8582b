/* Cards on A4, as the pack's files have them: fronts on one page, backs on the next, mirrored, so that each back lies
   behind its front when the sheet is turned over on its long edge. Where cards and cut marks stand comes with the data.
   Text is set from 12 down to 11 points; what does not fit then goes to a further card, and no word is lost. */
(function () {
  "use strict";
  const { element, filled, load, root } = window.wmData;
  const SIZES = [12, 11.75, 11.5, 11.25, 11];
  const LINES = 11;

  /** Text of a block: {tag: p, h4, small or li, text, n}, or {tag: line}, to write on; list items stand together, and keep their numbers. */
  function compose(body, blocks) {
    body.replaceChildren();
    blocks.forEach((block) => {
      if (block.tag === "li") {
        let list = body.lastElementChild;
        if (!list || !/^[OU]L$/.test(list.tagName)) {
          list = element(block.n ? "ol" : "ul", null, { start: block.n });
          body.append(list);
        }
        list.append(element("li", block.text));
      } else if (block.tag === "line") {
        body.append(element("p", null, { class: "wm-face__line" }));
      } else if (block.tag === "small") {
        body.append(element("p", block.text, { class: "wm-face__small", lang: block.lang }));
      } else {
        body.append(element(block.tag, block.text, { class: block.strong ? "wm-face__strong" : null }));
      }
    });
  }

  function fits(body) { return body.scrollHeight <= body.clientHeight + 1; }

  /** Set blocks on a face that stands in the page; what does not fit comes back. */
  function set(face, blocks) {
    const body = face.querySelector(".wm-face__body");
    compose(body, blocks);
    for (const size of SIZES) {
      body.style.fontSize = `${size}pt`;
      if (fits(body)) return [];
    }
    let kept = blocks.length;
    while (kept > 1 && !fits(body)) {
      kept -= 1;
      // A heading does not stay behind without what it is over.
      while (kept > 1 && blocks[kept - 1].tag === "h4") kept -= 1;
      compose(body, blocks.slice(0, kept));
    }
    return blocks.slice(kept);
  }

  class Setter {
    constructor(frames, bench) {
      this.frames = frames;
      this.bilingual = Object.keys(frames).length === 2;
      this.bench = bench; // where faces stand while they are measured
    }

    word(lang, name) { return this.frames[lang].words[name]; }

    /** An empty face. `about`: lang, kind, draft, icon, detail, title, foot, front, stop; `further` where the stop leads to another
        card, whose number is filled in when it is known. */
    face(about) {
      const { lang } = about;
      const face = element("div", null, { class: `wm-face wm-face--${about.kind}${about.front ? "" : " wm-face--back"}`, lang });
      const band = element("p", null, { class: "wm-face__band" });
      const kind = this.word(lang, `packs-kind-${about.kind}`);
      // What a card says of words that nobody fluent has checked, it says on each of its sides, as a printed pack does.
      const word = about.draft ? this.word(lang, "packs-draft").replace("{said}", kind) : kind;
      if (about.front) {
        const picture = element("span", null, { class: "wm-face__icon", "aria-hidden": "true" });
        picture.innerHTML = about.icon; // a drawing of the site's own, made by the build
        band.append(picture, element("strong", word), element("span", about.detail, { class: "wm-face__detail" }));
        face.append(band, element("h3", about.title));
      } else {
        band.append(element("strong", about.title), element("span", word, { class: "wm-face__detail" }));
        face.append(band);
      }
      face.append(element("div", null, { class: "wm-face__body" }));
      if (about.stop) {
        const stop = element("p", null, { class: "wm-face__stop" });
        stop.append(element("strong", this.word(lang, "packs-stop")), element("span", this.word(lang, about.further ? "packs-then-card" : "packs-then-turn")));
        face.append(stop);
      }
      face.append(element("p", about.foot, { class: "wm-face__foot" }));
      this.bench.append(face);
      return face;
    }

    /** As many faces as the blocks need. What runs over from a back begins the front of a further card. */
    flow(about, blocks) {
      const faces = [];
      let rest = blocks;
      while (rest.length) {
        // The other side of a card is what happened next only in one language, and behind a single front.
        const further = this.bilingual || faces.length > 0;
        const face = this.face({ ...about, further, front: about.front || faces.length % 2 === 1 });
        rest = set(face, rest);
        // Only the last of several fronts says to stop.
        if (rest.length && about.stop) face.querySelector(".wm-face__stop").remove();
        faces.push(face);
      }
      return faces;
    }

    notes(about) {
      const face = this.face({ ...about, front: false, stop: false });
      const body = face.querySelector(".wm-face__body");
      body.append(element("h4", this.word(about.lang, "packs-notes")));
      return this.ruled(face);
    }

    /** Lines to write on, as many as there is room for. */
    ruled(face) {
      const body = face.querySelector(".wm-face__body");
      for (let line = 0; line < LINES; line += 1) {
        body.append(element("p", null, { class: "wm-face__line" }));
        if (!fits(body)) { body.lastElementChild.remove(); break; }
      }
      return face;
    }

    /** Where a page is to be found: whole over HTTP, within the site from disk. */
    address(lang, path) {
      const inside = (lang === "cy" ? "cy/" : "") + path;
      return /^https?:/.test(root) ? root + inside : inside;
    }

    story(lang, id, story) {
      const word = (name) => this.word(lang, name);
      const about = {
        lang, kind: "story", draft: story.draft, icon: story.icon, detail: story.theme, title: story.title, front: true, stop: story.after.length > 0,
        foot: `${id} · ${word("packs-author")}`,
      };
      const small = [
        story.told, story.route ? `${word("packs-how")}: ${story.route}.` : null, story.names ? word("packs-names-changed") : null,
        `${word("packs-tags")}: ${story.tags.join(", ")}.`,
      ].filter(Boolean).join(" ");
      const paragraphs = (texts) => texts.map((text) => ({ tag: "p", text }));
      const questions = [{ tag: "h4", text: word("packs-questions") }, ...story.questions.map((text, i) => ({ tag: "li", text, n: i + 1 }))];
      const after = story.after.length ? [{ tag: "h4", text: word("packs-next") }, ...paragraphs(story.after)] : [];
      return {
        about,
        fronts: this.flow(about, paragraphs(story.before)),
        backs: this.flow({ ...about, front: false, stop: false, foot: this.address(lang, story.path) }, [
          ...after, ...questions, { tag: "small", text: small }, { tag: "small", text: story.source, lang: story.sourceLang },
        ]),
      };
    }

    questions(lang, bank, category, texts) {
      const about = {
        lang, kind: "question", draft: bank.draft, icon: this.frames[lang].icons.question, detail: bank.title, title: category.label, front: true,
        foot: `${bank.id}/${category.id} · ${this.word(lang, "packs-author")}`,
      };
      const blocks = texts.map((text, i) => ({ tag: "li", text, n: i + 1 }));
      return { about: { ...about, foot: this.address(lang, bank.path) }, fronts: this.flow(about, blocks), backs: [] };
    }

    card(lang, name, set_, card) {
      const about = {
        lang, kind: "tool", draft: set_.draft, icon: this.frames[lang].icons.tool, detail: card.group, title: set_.title, front: true,
        foot: `${name} · ${this.word(lang, "packs-author")}`,
      };
      const ask = card.ask ? [{ tag: "h4", text: this.word(lang, "draw-think-about") }, { tag: "p", text: card.ask }] : [];
      const fronts = this.flow(about, [{ tag: "p", text: card.text, strong: true }, ...ask]);
      return { about: { ...about, foot: this.address(lang, set_.path) }, fronts, backs: [] };
    }

    rules(lang) {
      const frame = this.frames[lang];
      const about = {
        lang, kind: "tool", draft: frame.draft, icon: frame.icons.tool, detail: this.word(lang, "packs-exploratory-talk"),
        title: this.word(lang, "packs-ground-rules"), front: true, foot: this.word(lang, "packs-author"),
      };
      const fronts = this.flow(about, frame.rules.map((text, i) => ({ tag: "li", text, n: i + 1 })));
      // A line or two at least, so that nobody is asked for names without room to write them.
      const backs = this.flow({ ...about, front: false, title: this.word(lang, "packs-confidentiality") }, [
        ...frame.confidentiality.map((text) => ({ tag: "li", text })),
        { tag: "h4", text: this.word(lang, "packs-who-to-tell") }, { tag: "line" }, { tag: "line" },
      ]);
      this.ruled(backs[backs.length - 1]);
      return { about, fronts, backs };
    }
  }

  /** Faces of one language as cards: front and back in turn, the last back being room for notes where one is missing. */
  function cardsOf(setter, { about, fronts, backs }) {
    const faces = [...fronts];
    if (backs.length) {
      if (fronts.length > 1 && fronts.length % 2) faces.push(setter.notes(about));
      faces.push(...backs);
    }
    if (faces.length % 2) faces.push(setter.notes(about));
    return numbered(setter, faces.flatMap((face, i) => (i % 2 ? [] : [[face, faces[i + 1]]])), backs[0]);
  }

  /** Cards that belong together say so: 1 of 2, 2 of 2; and who has stopped is sent to the one that `next` stands on. */
  function numbered(setter, made, next) {
    if (made.length < 2) return made;
    const number = made.findIndex((card) => card.includes(next)) + 1;
    made.forEach((card, i) => card.forEach((face) => {
      const part = setter.word(face.lang, "packs-part").replace("{n}", i + 1).replace("{of}", made.length);
      const detail = face.querySelector(".wm-face__detail");
      detail.textContent = [detail.textContent, part].filter(Boolean).join(" · ");
      const then = face.querySelector(".wm-face__stop span");
      if (then) then.textContent = then.textContent.replace("{n}", number);
    }));
    return made;
  }

  /** Welsh on one side, English on the other: first what stands before the pause, then what stands after it. */
  function bilingual(setter, cy, en) {
    const side = (part) => Array.from({ length: Math.max(cy[part].length, en[part].length) }, (_, i) => [
      cy[part][i] || setter.notes(cy.about), en[part][i] || setter.notes(en.about),
    ]);
    return numbered(setter, [...side("fronts"), ...side("backs")], cy.backs[0]);
  }

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

  /** All cards of a pack, as pairs of faces. Questions of one category share a card. */
  async function cards(pack, langs, setter) {
    const made = [];
    const add = (make) => {
      const sides = langs.map(make);
      made.push(...(langs.length === 2 ? bilingual(setter, ...sides) : cardsOf(setter, sides[0])));
    };
    if (pack.rules) add((lang) => setter.rules(lang));
    const asked = new Map();
    const later = [];
    for (const item of pack.items) {
      const pieces = Object.fromEntries(await Promise.all(langs.map(async (lang) => [lang, await piece(lang, item)])));
      const first = pieces[langs[0]];
      if (!first || Object.values(pieces).includes(null)) continue;
      if (first.kind === "story") add((lang) => setter.story(lang, first.name, pieces[lang].story));
      else if (first.kind === "card") later.push(() => add((lang) => setter.card(lang, first.name, pieces[lang].set, pieces[lang].card)));
      else {
        const key = `${first.bank.id}/${first.category.id}`;
        asked.set(key, [...(asked.get(key) || []), pieces]);
      }
    }
    asked.forEach((group) => add((lang) => setter.questions(lang, group[0][lang].bank, group[0][lang].category, group.map((one) => one[lang].text))));
    later.forEach((act) => act());
    return made;
  }

  function page(sheet, side, faces) {
    const paper = element("div", null, { class: "wm-a4" });
    paper.style.cssText = `width:${sheet.width}mm;height:${sheet.height}mm`;
    faces.forEach((face, slot) => {
      const [x, y, width, height] = sheet[side][slot];
      const inside = sheet.safe;
      face.style.cssText = `left:${x + inside}mm;top:${y + inside}mm;width:${width - 2 * inside}mm;height:${height - 2 * inside}mm`;
      paper.append(face);
    });
    const lines = sheet.marks.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join("");
    paper.insertAdjacentHTML("beforeend",
      `<svg class="wm-a4__marks" viewBox="0 0 ${sheet.width} ${sheet.height}" aria-hidden="true" focusable="false"><path d="${lines}" fill="none" stroke="#000" stroke-width="${sheet.weight}"/></svg>`);
    return paper;
  }

  /** Where faces are measured, as large as what is printed of a card: beside `place`, which another run may empty. */
  function benchBeside(place, sheet) {
    const bench = element("div", null, { class: "wm-bench", "aria-hidden": "true" });
    const inside = { width: sheet.front[0][2] - 2 * sheet.safe, height: sheet.front[0][3] - 2 * sheet.safe };
    bench.style.cssText = `--width:${inside.width}mm;--height:${inside.height}mm`;
    place.after(bench);
    return bench;
  }
  const newest = new WeakMap(); // place -> a mark of the last call for it

  window.wmCards = {
    piece,
    /** Put the cards of one story, which need not be in the library, into `place`, face by face; `caption(front)` names
        each. Resolves to which sides run over: {before, after}. */
    async story(lang, id, story, place, caption) {
      const frames = { [lang]: await load(lang, "frame") };
      const { sheet } = frames[lang];
      await document.fonts.ready;
      const bench = benchBeside(place, sheet);
      const setter = new Setter(frames, bench);
      // A side without words is a side all the same.
      const made = setter.story(lang, id, { ...story, before: story.before.length ? story.before : [""] });
      const after = [{ tag: "h4", text: setter.word(lang, "packs-next") }, ...story.after.map((text) => ({ tag: "p", text }))];
      const over = {
        before: made.fronts.length > 1,
        after: setter.flow({ ...made.about, front: false, stop: false }, after).length > 1,
      };
      const [, , width, height] = sheet.front[0];
      const faces = cardsOf(setter, made).flat();
      bench.remove();
      place.replaceChildren(...faces.map((face, i) => {
        const figure = element("figure", null, { class: "wm-oneface" });
        const paper = element("div", null, { class: "wm-oneface__paper" });
        paper.style.cssText = `width:${width}mm;height:${height}mm`;
        face.style.cssText = `left:${sheet.safe}mm;top:${sheet.safe}mm;width:${width - 2 * sheet.safe}mm;height:${height - 2 * sheet.safe}mm`;
        paper.append(face);
        figure.append(paper, element("figcaption", caption(i % 2 === 0)));
        return figure;
      }));
      return over;
    },
    /** Put the sheets of a pack into `place`; `caption(number, side)` names each page. Resolves to counts, or to
        null when another call for the same place has come meanwhile: that one's sheets stand there, or will. */
    async sheets(pack, place, caption) {
      const mine = {};
      newest.set(place, mine);
      const langs = pack.lang === "both" ? ["cy", "en"] : [pack.lang];
      const frames = Object.fromEntries(await Promise.all(langs.map(async (lang) => [lang, await load(lang, "frame")])));
      const { sheet } = frames[langs[0]];
      await document.fonts.ready;
      const bench = benchBeside(place, sheet);
      let all;
      try { all = await cards(pack, langs, new Setter(frames, bench)); } finally { bench.remove(); }
      if (newest.get(place) !== mine) return null;
      const slots = sheet.front.length;
      const pages = [];
      for (let at = 0; at < all.length; at += slots) {
        const some = all.slice(at, at + slots);
        const number = at / slots + 1;
        [["front", 0], ["back", 1]].forEach(([side, i]) => {
          const figure = element("figure", null, { class: "wm-sheets__page" });
          figure.append(page(sheet, side, some.map((card) => card[i])), element("figcaption", caption(number, side)));
          pages.push(figure);
        });
      }
      place.replaceChildren(...pages);
      return { cards: all.length, sheets: pages.length / 2 };
    },
  };
})();
