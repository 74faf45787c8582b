/* A story that is being written, as a card: a preview, measured in this browser. What is printed is decided by the build
   (deck/story_card_faces.py), by the same ways: one card where all of it fits, or all but its source, or else two, the ending on
   the back of the second. What the law line of a second card says is not known here. */
(function () {
  "use strict";
  const { element, load } = window.wmData;
  const { draw, place: put } = window.wmCards;

  const paragraphs = (texts) => texts.map((text) => ({ t: "text", spans: [text] }));
  const heading = (text) => ({ t: "heading", text });
  const listed = (title, items) => (items.length ? [heading(title), { t: "list", numbered: true, items }] : []);
  const labelled = (label, text, lang) => [{ text: `${label}: `, strong: true }, lang ? { text, lang } : text];

  /** The ways to lay out the story's cards, each as its faces: all on one card; that without the source; or the ending on a card of
      its own, with all the questions that are asked afterwards, or with fewer. `say` gives a wording of the cards. */
  function waysOf(id, story, say) {
    const kind = say("kind-story");
    const about = {
      kind: "story", title: story.title, word: story.draft ? say("draft", { said: kind }) : kind, foot: `${id} · ${say("author")}`,
    };
    const pauses = story.after.length > 0;
    /* The foot of a back keeps room for the code of the address, which a story that is being written has not. */
    const back = { foot: say("author"), code: id };
    const front = { ...about, front: true, detail: story.theme, stop: pauses ? say("stop") : "", then: say("then-turn"), blocks: paragraphs(story.before) };
    const asked = listed(say("at-pause"), story.at_pause);
    const ending = (kept) => ({ ...about, foot: "", dense: true, blocks: [
      ...(pauses ? [heading(say("next")), ...paragraphs(story.after)] : []), ...listed(say("afterwards"), story.afterwards.slice(0, kept)),
    ] });
    const whole = ending(story.afterwards.length);
    const told = story.told ? [{ t: "text", spans: [{ text: story.told, strong: true }] }] : [];
    const source = labelled(say("source"), `${story.source}.`, story.sourceLang);
    const route = story.route ? labelled(say("how"), `${story.route}. `) : [];
    const names = story.names ? [say("names-changed")] : [];
    const tags = labelled(say("tags"), `${story.tags.join(", ")}.`);
    const part = (n) => ({ detail: [story.theme, say("part", { n, of: 2 })].filter(Boolean).join(" · ") });
    const said = { t: "text", small: true, spans: [...source, " ", ...route, ...names] };
    const one = (sourced) => [
      { ...front, blocks: [...front.blocks, ...asked] },
      { ...whole, ...back, blocks: [...whole.blocks, ...told, ...(sourced ? [said] : [])] },
    ];
    const two = (kept) => [
      { ...front, ...part(1), then: say("then-ask") },
      { ...about, ...back, blocks: [...asked, heading(say("notes")), { t: "ruled" }] },
      { ...front, ...part(2), blocks: [heading(say("about")), ...told, ...[source, [...route, ...names], tags].filter((one) => one.length).map((spans) => ({ t: "text", spans }))] },
      ending(kept),
    ];
    return [one(true), one(false), ...(pauses ? story.afterwards.map((_, less) => two(story.afterwards.length - less)) : [])];
  }

  /** Where faces are measured, beside `into`, which another run may empty. */
  function bench(into, [, , width, height], safe) {
    const made = element("div", null, { class: "wm-bench", "aria-hidden": "true" });
    made.style.cssText = `--width:${width - 2 * safe}mm;--height:${height - 2 * safe}mm`;
    into.after(made);
    return made;
  }

  /** A face in the largest of `sizes` at which it fits, or the least; `over` where it runs over at that. */
  function fitted(face, sizes, kinds, from, on) {
    for (const size of sizes) {
      const drawn = draw({ ...face, size }, kinds, from);
      on.replaceChildren(drawn);
      if (drawn.scrollHeight <= drawn.clientHeight + 1) return { drawn, over: false };
    }
    return { drawn: on.firstElementChild, over: true };
  }

  /** Put the cards of one story, which need not be in the library, face by face where they belong. `stories` has for each language
      {story, into, caption}; `caption(front)` names a side. The story is divided alike in all languages: in the first way that has
      room in each. Resolves to which sides run over even so, by language: {before, after}. */
  window.wmCards.story = async function (id, stories) {
    const langs = Object.keys(stories);
    const shared = await Promise.all(langs.map((lang) => load(lang, "preview")));
    const [{ card, safe, kinds, sizes }] = shared;
    await document.fonts.ready;
    const on = bench(stories[langs[0]].into, card, safe);
    const ways = langs.map((lang, l) => {
      const say = (name, values = {}) => shared[l].words[`packs-${name}`].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
      return waysOf(id, stories[lang].story, say);
    });
    const drawn = (n) => langs.map((lang, l) => ways[l][n].map((face) => fitted({ ...face, lang }, sizes, kinds, stories[lang].story, on)));
    const last = Math.min(...ways.map((some) => some.length)) - 1;
    let n = 0;
    let made = drawn(n);
    while (n < last && made.flat().some((face) => face.over)) made = drawn(n += 1);
    on.remove();
    langs.forEach((lang, l) => {
      const { into, caption } = stories[lang];
      into.replaceChildren(...made[l].map((face, i) => {
        const figure = element("figure", null, { class: "wm-oneface" });
        const paper = element("div", null, { class: "wm-oneface__paper" });
        paper.style.cssText = `width:${card[2]}mm;height:${card[3]}mm`;
        paper.append(put(face.drawn, [0, 0, card[2], card[3]], safe));
        figure.append(paper, element("figcaption", caption(i % 2 === 0)));
        return figure;
      }));
    });
    return Object.fromEntries(langs.map((lang, l) => [lang, { before: made[l][0].over, after: made[l].at(-1).over }]));
  };
})();
