// The index: pieces loaded by script tag, once each, since a page opened from disk may not fetch.
(function () {
  "use strict";

  const search = window.wmSearch;
  const indexes = new Map();
  const LAST = "\u{10ffff}"; // after every letter

  /** Whose a file is: language, build and name stand without anything between them (search/writing.py). */
  const WHOSE = /^(..)(.{5})(.+)$/;

  /** Every file of the index calls this. */
  window.wmIn = function (whose, data) {
    const [, lang, build, name] = WHOSE.exec(whose);
    const index = indexes.get(lang);
    if (index) index.taken(build, name, data);
  };

  class Index {
    constructor(lang) {
      this.lang = lang;
      this.build = null;
      this.waiting = new Map(); // name -> promise
      this.data = new Map(); // name -> what came
      // What came before these scripts did: the head, asked for with them.
      for (const [whose, data] of search.early) {
        const [, its, build, name] = WHOSE.exec(whose);
        if (its === lang) this.taken(build, name, data);
      }
    }

    taken(build, name, data) {
      if (name === "head") this.build = build;
      // A browser may hold an older file than the head it goes with: that file is worth nothing.
      if (build === this.build) this.data.set(name, data);
    }

    /** What the file `name` holds. Rejects when it does not come or is not what it should be. */
    piece(name) {
      if (name === "head" && this.data.has(name)) return Promise.resolve(this.data.get(name));
      if (!this.waiting.has(name)) {
        const version = this.build && name !== "head" ? `?${this.build}` : "";
        const loading = search.load(`search/${this.lang}/${name}.js${version}`).then(() => {
          if (!this.data.has(name)) throw new Error(`search/${this.lang}/${name}.js`);
          return this.data.get(name);
        });
        this.waiting.set(name, loading);
        loading.catch(() => this.waiting.delete(name)); // the next try asks again
      }
      return this.waiting.get(name);
    }

    /** The same index for a search that may be given up: as soon as `wanted` says no, nothing more is asked for. */
    whileWanted(wanted) {
      const index = Object.create(this);
      index.piece = (name) => (this.waiting.has(name) || wanted() ? this.piece(name) : Promise.reject(new Error("no longer wanted")));
      return index;
    }

    async start() {
      this.head = await this.piece("head");
      this.rules ||= search.words.rulesOf(this.head.rules);
      this.parted ||= new Set(this.head.parts);
      this.shared ||= new Map(this.head.shared.flatMap(([first, count]) => Array.from({ length: count }, (_, at) => [first + at, first])));
      return this;
    }

    /** Number of the piece of a row that `word` is in, or would be in. Words are compared by code point, as Python sorts them. */
    place(row, word) {
      const firsts = this.head.rows[row];
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(word, firsts[middle])) high = middle; else low = middle + 1;
      }
      return Math.max(0, low - 1);
    }

    /** Whether more pieces have words that begin with `start` than are loaded for it. */
    isWide(start) {
      return this.place("w", start + LAST) - this.place("w", start) >= this.head.span;
    }

    /** The pieces of a row that hold `words`, and for each of `starts` the words that begin so; at most `most` a start. */
    async pieces(row, words, starts = [], most = this.head.span) {
      if (!this.head.rows[row].length) return [];
      const numbers = new Set(words.map((word) => this.place(row, word)));
      for (const start of starts) {
        const first = this.place(row, start);
        const last = Math.min(this.place(row, start + LAST), first + most - 1);
        for (let number = first; number <= last; number += 1) numbers.add(number);
      }
      return Promise.all([...numbers].map((number) => this.piece(`${row}${number}`)));
    }

    async wordPieces(words, starts = []) {
      return (await this.pieces("w", words, starts)).map(ready);
    }

    /** The entry of number `number`; of a long one, with its `part`-th part. */
    async entry(number, part = 0) {
      // Short entries that follow on each other share a file, which the first of them names.
      const first = this.shared.get(number);
      const held = await this.piece(part ? `e${number}-${part}` : `e${first ?? number}`);
      const [url, title, kind, summary, tags, minutes, text] = first === undefined ? held : held[number - first];
      return { url, title, kind, summary, tags, minutes, text };
    }

    /** The places in a packed row: number of the entry, weight and, in a long entry, a bit for each part that has the form. */
    places(row, withParts = true) {
      const flat = this.numbers(row);
      const found = [];
      let number = 0;
      for (let at = 0; at < flat.length;) {
        number += flat[at];
        const parted = withParts && this.parted.has(number);
        found.push([number, flat[at + 1], parted ? flat[at + 2] : 0]);
        at += parted ? 3 : 2;
      }
      return found;
    }

    /** A row of numbers, as digits.py packed them. */
    numbers(row) {
      const [before, last] = this.head.rules.digits;
      const found = [];
      let high = 0;
      for (const sign of row) {
        const digit = last.indexOf(sign);
        if (digit < 0) high = high * before.length + before.indexOf(sign) + 1;
        else {
          found.push(high * last.length + digit);
          high = 0;
        }
      }
      return found;
    }

    /** Labels of all tags. */
    async tags() {
      return this.piece("tags");
    }
  }

  /** A word piece with its forms turned round: folded form -> keys. A key that is a form too has not been named twice. */
  function ready(piece) {
    if (!piece.standing) {
      for (const [key, forms] of Object.entries(piece.k || {})) {
        if (Object.hasOwn(forms, "")) {
          forms[key] = forms[""];
          delete forms[""];
        }
      }
      piece.standing = new Map();
      const add = (form, key) => {
        if (!piece.standing.has(form)) piece.standing.set(form, new Set());
        piece.standing.get(form).add(key);
      };
      for (const [key, forms] of Object.entries(piece.k || {})) {
        for (const form of Object.keys(forms)) add(search.words.fold(form), key);
      }
      for (const [keys, forms] of Object.entries(piece.a || {})) {
        for (const form of forms.split(" ")) keys.split(" ").forEach((key) => add(form, key));
      }
    }
    return piece;
  }

  function before(one, other) {
    const a = Array.from(one);
    const b = Array.from(other);
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      if (a[at] !== b[at]) return a[at].codePointAt(0) < b[at].codePointAt(0);
    }
    return a.length < b.length;
  }

  /** The index of a language, its head loaded. */
  search.index = function (lang) {
    if (!indexes.has(lang)) indexes.set(lang, new Index(lang));
    return indexes.get(lang).start();
  };
})();
