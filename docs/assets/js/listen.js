/* Listening to a story: a voice of the reader's own device reads it sentence by sentence, and stops at the pause.
   Only voices that are on the device itself are used, so that no word of the story is sent to anyone.
   Where there is none for the page's language, nothing of this is on the page. */
(function () {
  "use strict";
  const { speechSynthesis: synth, SpeechSynthesisUtterance: Utterance } = window;
  const mould = document.querySelector("[data-wm-listen]");
  if (!synth || !Utterance || !mould) return;

  /** What is read, in order: up to the pause with what is asked there; then, when it is asked for, the rest. */
  const PARTS = [
    ".wm-sheet--story :is(h1, .wm-notice p, .wm-letter p), .wm-pause :is(h2, p), .wm-sheet--question :is(h2, li)",
    ".wm-ending :is(h2, .wm-letter p, li)",
  ];
  const ending = document.querySelector(".wm-ending");
  const pageLang = document.documentElement.lang;
  const box = mould.content.firstElementChild.cloneNode(true);
  const [go, again, speed, said] = ["[data-wm-go]", "[data-wm-again]", "select", "[role=status]"].map((one) => box.querySelector(one));

  // Which part, and which sentence of it.
  let [part, at] = [0, 0];

  /* Voices ----------------------------------------------------------------------------------------------------- */

  // Some systems write en_GB.
  const base = (lang) => lang.toLowerCase().split(/[-_]/)[0];

  /** A voice of this device for a language: the one that its owner has chosen, or one from Britain, or any. */
  function voiceFor(lang) {
    const local = synth.getVoices().filter((one) => one.localService === true && base(one.lang) === base(lang));
    return local.find((one) => one.default) || local.find((one) => /[-_]gb\b/i.test(one.lang)) || local[0];
  }

  /** Voices come late, and may go: the button is there while there is one. */
  function look() {
    const there = Boolean(voiceFor(pageLang));
    if (there === box.isConnected) return;
    if (there) mould.before(box); else { [part, at] = [0, 0]; hush("idle"); box.remove(); }
    document.body.toggleAttribute("data-wm-listens", there);
  }

  /* Sentences -------------------------------------------------------------------------------------------------- */

  const segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter(pageLang, { granularity: "sentence" }) : null;

  /** The sentences of an element, each with its range and what is spoken: texts, each with its language. */
  function sentences(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: whole.length });
      // A line's end in the source is no end of a sentence.
      whole += walker.currentNode.data.replace(/\s/g, " ");
    }
    const parts = segmenter ? Array.from(segmenter.segment(whole)) : [{ segment: whole, index: 0 }];
    return parts.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      const end = index + segment.trimEnd().length;
      const range = document.createRange();
      const spoken = [];
      for (const { node, from } of nodes) {
        const first = Math.max(start - from, 0);
        const last = Math.min(end - from, node.length);
        if (first >= last) continue;
        if (!spoken.length) range.setStart(node, first);
        range.setEnd(node, last);
        const { lang } = node.parentElement.closest("[lang]");
        const text = whole.slice(from + first, from + last);
        const before = spoken[spoken.length - 1];
        if (before && before.lang === lang) before.text += text; else spoken.push({ lang, text });
      }
      return { element, range, spoken: spoken.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)) };
    });
  }
  /** All sentences of each part; found when they are asked for, since most readers never do. */
  let read = null;
  const parts = () => (read ||= PARTS.map((part) => Array.from(document.querySelectorAll(part), sentences).flat()));

  /* The mark --------------------------------------------------------------------------------------------------- */

  const marked = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (marked) CSS.highlights.set("wm-spoken", marked);
  let shown = null;

  function mark(sentence) {
    if (marked) marked.clear();
    if (shown) shown.element.removeAttribute("data-wm-spoken");
    shown = sentence;
    if (!sentence) return;
    sentence.element.setAttribute("data-wm-spoken", "");
    if (marked) marked.add(sentence.range);
  }

  /** Where a sentence stands: is any of it in sight, and is all of it, above the buttons? */
  function sight({ range }) {
    const { top, bottom } = range.getBoundingClientRect();
    const end = box.getBoundingClientRect().top;
    return { any: bottom > 0 && top < window.innerHeight, all: top >= 0 && bottom <= end };
  }
  /** The page goes along with the voice, unless the reader has gone elsewhere. */
  function follow(sentence, pressed) {
    const along = pressed || !shown || sight(shown).any;
    mark(sentence);
    if (!along || sight(sentence).all) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    window.scrollBy({ top: sentence.range.getBoundingClientRect().top - window.innerHeight / 4, behavior });
  }

  /* Speaking --------------------------------------------------------------------------------------------------- */

  let turn = 0;
  // Some browsers forget an utterance that nothing holds, and never tell its end.
  let spoken = null;

  /** What the buttons do next; what is told beside them is told when the voice is silent. */
  function state(name, told) {
    box.dataset.state = name;
    go.querySelector("span").textContent = box.dataset[name];
    again.hidden = !["stopped", "paused"].includes(name);
    said.textContent = told ? box.dataset[told] : "";
  }

  function hush(name, told) {
    turn += 1;
    synth.cancel();
    if (name !== "stopped") mark(null);
    state(name, told);
  }

  function speak(pressed) {
    turn += 1;
    const mine = turn;
    synth.cancel();
    state("speaking");
    const next = (fresh) => {
      const sentence = parts()[part][at];
      if (sentence) {
        follow(sentence, fresh);
        say(mine, sentence.spoken.slice(), () => { at += 1; next(false); });
        return;
      }
      const last = part === PARTS.length - 1 || !parts()[part + 1].length;
      [part, at] = last ? [0, 0] : [part + 1, 0];
      hush(last ? "ended" : "paused", last ? "saidEnded" : "saidPaused");
    };
    next(pressed);
  }

  function say(mine, texts, done) {
    const one = texts.shift();
    if (!one) { done(); return; }
    const voice = voiceFor(one.lang) || voiceFor(pageLang);
    // Without a voice of its own a browser would choose one, and that may be elsewhere.
    if (!voice) { look(); return; }
    spoken = new Utterance(one.text);
    Object.assign(spoken, { voice, lang: voice.lang, rate: Number(speed.value) });
    spoken.onend = () => { if (mine === turn) say(mine, texts, done); };
    spoken.onerror = () => { if (mine === turn) hush("stopped", "saidFailed"); };
    synth.speak(spoken);
  }

  const speaking = () => box.dataset.state === "speaking";

  go.addEventListener("click", () => {
    if (speaking()) { hush("stopped"); return; }
    if (part === 1) ending.open = true;
    speak(true);
  });
  again.addEventListener("click", () => {
    [part, at] = [0, 0];
    // This button goes away.
    go.focus({ preventScroll: true });
    speak(true);
  });
  speed.addEventListener("change", () => { if (speaking()) speak(false); });
  // Whoever closes the ending does not want to hear it.
  if (ending) ending.addEventListener("toggle", () => { if (!ending.open && part === 1 && speaking()) hush("stopped"); });
  window.addEventListener("pagehide", () => { if (speaking()) hush("stopped"); });

  state("idle");
  look();
  if (synth.addEventListener) synth.addEventListener("voiceschanged", look);
})();
