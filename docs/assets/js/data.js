/* Data of the library, piece by piece: script files that call wmData.take, since a page from disk may not fetch. */
(function () {
  "use strict";
  // Every page loads a script from there, whatever this one has been joined to.
  const root = document.querySelector('script[src*="assets/js/"]').src.replace(/assets\/js\/[^/]*$/, "");
  const waiting = new Map();
  const here = new Map();

  /** Load a script below `assets/`, once: of pieces, if nothing else is said. It is asked for again when it did not come. */
  function run(file, folder = "data", mark = "") {
    if (!waiting.has(file)) {
      waiting.set(file, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${root}assets/${folder}/${file}.js${mark && "?"}${mark}`;
        script.onload = resolve;
        script.onerror = () => reject(new Error(file));
        document.head.append(script);
      }));
      waiting.get(file).catch(() => waiting.delete(file));
    }
    return waiting.get(file);
  }

  /** What a piece holds; where its file did not bring it, the file is asked for again the next time. */
  function held(key, file) {
    if (here.has(key)) return here.get(key);
    waiting.delete(file);
    throw new Error(key);
  }

  window.wmData = {
    root,
    /** A script of the site that a page asks for when it needs it, by its name. */
    script(name) { return run(name, "js"); },
    /** Every piece calls this. */
    take(lang, name, data) { here.set(`${lang}/${name}`, data); },
    /**
     * What the piece `name` holds; rejects when it does not come. With a `mark` it is none that the browser has held since that
     * was another: a page that knows its items by numbers gives theirs.
     */
    load(lang, name, mark) {
      const key = `${lang}/${name}`;
      // It may have come with another piece.
      if (here.has(key)) return Promise.resolve(here.get(key));
      return run(key, "data", mark).then(() => held(key, key));
    },
    /** The pieces `name` of both languages, by language, which come in one file, perhaps with others. */
    async both(name) {
      await run(`both/${name}`);
      return Object.fromEntries(["cy", "en"].map((lang) => [lang, held(`${lang}/${name}`, `both/${name}`)]));
    },
    /** The words that a page's script says, with {placeholders} filled. */
    words(element) { return window.wmData.saying(JSON.parse(element.dataset.words)); },
    /** The same of words that came in another way. */
    saying(words) {
      return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
    },
    /** A question with its placeholders filled. Welsh ties the article to the word before it; a name stands by itself. */
    filled(text, word, name) {
      return text.replace(/\{([^{}]*)\}/g, (whole, form) => {
        if (!Object.hasOwn(word, form)) return whole;
        return name ? (form === "r-person" ? ` ${name}` : name) : word[form];
      });
    },
    /** A wording by number: one, two or many. */
    number(n) { return { 1: "one", 2: "two" }[n] || "many"; },
    /** Give the reader a file, which goes among their downloads. */
    save(blob, file) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    /** An element with text and attributes; `text` may be null. */
    element(name, text, attributes = {}) {
      const made = document.createElement(name);
      if (text !== null) made.textContent = text;
      Object.entries(attributes).forEach(([key, value]) => {
        if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
      });
      return made;
    },
  };
})();
