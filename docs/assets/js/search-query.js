// From what a reader typed to entries in order.
(function () {
  "use strict";

  const search = window.wmSearch;
  const { clean, fold, slip } = search.words;
  const MOST_WORDS = 24; // of a query; what comes after is not looked at
  const MOST_PIECES = 40; // of the row of words, looked through for a slip
  const MOST_GUESSES = 40; // keys that an unfinished word may stand for
  // What a form counts for beside the word as typed: spelt alike but for a circumflex, of the same word, only begun alike.
  const ALIKE = 0.9;
  const KIN = 0.7;
  const BEGUN = 0.5;
  const RELATED = 0.5; // and a word made from the same stem
  const TITLE = 10000; // so that the page of that name stands first
  const ENOUGH = 0.4; // of what the best entry has of the query: entries with less are not shown

  /** The terms of a query: folded word, the words it may be joined into, and whether it may be unfinished. */
  function termsOf(text, rules) {
    const folded = fold(text);
    const cited = folded.length === text.length ? rules.citations(folded) : [];
    const open = /[\p{L}\p{N}]$/u.test(text);
    const terms = cited.map((found) => ({ cited: found.keys, raw: text.slice(found.at, found.end), joined: [] }));
    const words = rules.written(text).filter((word) => !cited.some((found) => word.at < found.end && found.at < word.end));
    let before = null;
    for (const word of words.slice(0, MOST_WORDS)) {
      const whole = word.parts.length > 1 ? word.parts[word.parts.length - 1] : null;
      for (const part of whole ? word.parts.slice(0, -1) : word.parts) {
        const term = { raw: part, folded: fold(part), joined: whole ? [fold(whole)] : [], hyphened: Boolean(whole), open: open && word.end === text.length };
        // "well being" finds wellbeing: two words that stand side by side may be one.
        if (before && !whole) {
          const one = before.folded + term.folded;
          before.joined.push(one);
          term.joined.push(one);
        }
        before = whole ? null : term;
        terms.push(term);
      }
    }
    return terms;
  }

  function standing(pieces, word) {
    return pieces.flatMap((piece) => [...(piece.standing.get(word) || [])]);
  }

  function named(pieces, guesses) {
    return guesses.filter((guess) => pieces.some((piece) => piece.k && Object.hasOwn(piece.k, guess)));
  }

  /** Keys that `word` stands for: a form that the index has, else the first step of the ladder that names a key. */
  async function keysOf(index, word) {
    const ladder = index.rules.ladder(word);
    let pieces = await index.wordPieces([...ladder[0], ...ladder[1]]);
    const known = new Set(standing(pieces, word));
    if (known.size) return known;
    for (const [step, guesses] of ladder.entries()) {
      if (step > 1 && guesses.length) pieces = await index.wordPieces(guesses);
      const found = new Set(named(pieces, guesses));
      if (step === 1 || step === 4) guesses.forEach((guess) => standing(pieces, guess).forEach((key) => found.add(key)));
      if (found.size) return found;
    }
    return known;
  }

  /** Keys of words that begin with `word`, or with what it may be the mutated beginning of, the most used first. */
  async function begun(index, word) {
    const starts = [word, ...index.rules.fronts(word).filter((start) => start.length > 2)];
    const pieces = await index.wordPieces([], starts);
    const uses = new Map();
    for (const piece of pieces) {
      const known = new Set();
      for (const [form, keys] of piece.standing) if (form.startsWith(word)) keys.forEach((key) => known.add(key));
      for (const [key, forms] of Object.entries(piece.k || {})) {
        if (known.delete(key) || starts.some((start) => key.startsWith(start))) {
          uses.set(key, Math.max(...Object.values(forms).map((row) => row.length)));
        }
      }
      for (const key of known) if (!uses.has(key)) uses.set(key, 0); // its places are in another piece
    }
    return [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_GUESSES).map(([key]) => key);
  }

  async function resolve(index, term) {
    if (term.cited) {
      const pieces = await index.wordPieces(term.cited);
      return { keys: new Set(named(pieces, term.cited)), factor: 1 };
    }
    const joined = new Set();
    for (const whole of term.joined) {
      const pieces = await index.wordPieces([whole, ...index.rules.fronts(whole)]);
      standing(pieces, whole).forEach((key) => joined.add(key));
    }
    // Typed as one with a hyphen, and known as one: then the halves are not looked for.
    if (joined.size && term.hyphened) return { keys: joined, factor: 1 };
    const keys = new Set([...await keysOf(index, term.folded), ...joined]);
    if (keys.size || !term.open) return { keys, factor: 1 };
    return { keys: new Set(await begun(index, term.folded)), factor: BEGUN };
  }

  /**
   * The most used word of the site one slip away: a letter too many, too few, changed, or two letters in each other's place.
   * Slips are rare in a first letter: the words that share it come first, and all others only where these are not it.
   * The slip may be in a mutated form of a word that the site has only as it is.
   */
  async function meant(index, word) {
    if (word.length < 4) return null;
    const typed = [word, ...index.rules.fronts(word).filter((front) => front.length > 3)];
    for (const starts of [typed.map((one) => one[0]), [""]]) {
      let best = null;
      for (const piece of await index.wordPieces([], starts, starts[0] ? 8 : MOST_PIECES)) {
        for (const forms of Object.values(piece.k || {})) {
          for (const [form, row] of Object.entries(forms)) {
            if (form.length > 3 && (!best || row.length > best.uses) && typed.some((one) => slip(one, fold(form)))) {
              best = { form, uses: row.length };
            }
          }
        }
      }
      if (best) return best.form;
    }
    return null;
  }

  /** What a term finds: entry -> {score, inTitle}; and the forms to mark. */
  async function places(index, term, keys, factor) {
    const hits = new Map();
    const forms = new Set();
    let rarest = 0;
    const pieces = await index.wordPieces([...keys]);
    for (const key of keys) {
      const group = pieces.map((piece) => piece.k && Object.hasOwn(piece.k, key) && piece.k[key]).find(Boolean);
      if (!group) continue;
      const mine = new Map();
      for (const [form, row] of Object.entries(group)) {
        forms.add(form);
        const like = form === term.raw ? 1 : fold(form) === term.folded ? ALIKE : KIN;
        const flat = index.numbers(row);
        let number = 0;
        for (let at = 0; at < flat.length; at += 2) {
          number += flat[at];
          const score = (flat[at + 1] >> 1) * (term.cited ? 1 : like) * factor;
          const old = mine.get(number) || { score: 0, inTitle: false };
          mine.set(number, {
            score: Math.max(old.score, score) + Math.min(old.score, score) / 4,
            inTitle: old.inTitle || Boolean(flat[at + 1] & 1),
          });
        }
      }
      const rare = Math.log(1 + index.head.entries / (mine.size + 0.5));
      rarest = Math.max(rarest, rare);
      for (const [number, { score, inTitle }] of mine) {
        const old = hits.get(number);
        if (!old || old.score < score * rare) hits.set(number, { score: score * rare, inTitle: inTitle || Boolean(old && old.inTitle) });
      }
    }
    return { hits, forms, rare: rarest };
  }

  /** For a word that the site has in no form: keys of words made from the same stem. */
  async function relativesOf(index, word) {
    for (const [at, step] of index.rules.ladder(word).slice(0, 4).entries()) {
      // From a stem that is itself a guess, nothing short is guessed again: llesant is not lles.
      const guesses = step.flatMap((guess) => index.rules.relatives(guess, at < 2));
      const found = new Set(named(await index.wordPieces(guesses), guesses));
      if (found.size) return found;
    }
    return new Set();
  }

  /** What `keys` found, and where that is little, what words made from the same stem find too. */
  async function related(index, term, keys, found) {
    if (term.cited || found.hits.size >= index.rules.few) return found;
    const guesses = [...keys].flatMap((key) => index.rules.relatives(key)).filter((guess) => !keys.has(guess));
    const kin = new Set(named(await index.wordPieces(guesses), guesses));
    const { hits, forms } = await places(index, term, kin, RELATED);
    for (const [number, hit] of hits) {
      const own = found.hits.get(number);
      // A title counts only for the word itself.
      if (!own || own.score < hit.score) found.hits.set(number, { score: hit.score, inTitle: Boolean(own && own.inTitle) });
    }
    forms.forEach((form) => found.forms.add(form));
    return found;
  }

  /** Entries whose title is the query, or begins with it; one word alone must be the whole, for lles is not llesiant. */
  async function titled(index, text) {
    const wanted = "=" + index.rules.written(text).flatMap((word) => word.parts.map(fold)).join(" ");
    const found = new Map();
    for (const piece of await index.wordPieces([], [wanted], 2)) {
      for (const [title, numbers] of Object.entries(piece.t || {})) {
        const whole = "=" + title;
        if (whole === wanted || (wanted.includes(" ") && whole.startsWith(wanted))) {
          for (const number of numbers) found.set(number, TITLE * (wanted.length / whole.length));
        }
      }
    }
    return found;
  }

  /** All that one term finds; a stranger is taken for a slip of a word that the site has. */
  async function answered(index, term) {
    const { keys, factor } = await resolve(index, term);
    if (keys.size) return related(index, term, keys, await places(index, term, keys, factor));
    if (term.cited) {
      // A provision that no page names: its number may still stand somewhere by itself.
      const parts = index.rules.written(term.raw).map((word) => word.parts[word.parts.length - 1]);
      const alone = await Promise.all(parts.map((word) => keysOf(index, fold(word))));
      return places(index, term, new Set(alone.flatMap((found) => [...found])), 1);
    }
    const kin = await relativesOf(index, term.folded);
    if (kin.size) return places(index, term, kin, RELATED);
    const other = await meant(index, term.folded);
    if (!other) return { hits: new Map(), forms: new Set(), rare: 0 };
    const corrected = { ...term, raw: other, folded: fold(other) };
    const found = await places(index, corrected, await keysOf(index, corrected.folded), 1);
    return { ...found, slip: { typed: term.raw, meant: other } };
  }

  /**
   * Search `typed` in `lang`.
   * Gives the numbers of entries, best first; for each form found the terms it stands for; the provisions cited;
   * the words that were taken for a slip; and what each term weighs.
   */
  search.find = async function (lang, typed) {
    const index = await search.index(lang);
    const text = clean(typed.slice(0, 2000)).trim();
    const terms = termsOf(text, index.rules);
    const marks = new Map();
    const [results, titles] = await Promise.all([
      Promise.all(terms.map((term) => answered(index, term))),
      terms.length ? titled(index, text) : new Map(),
    ]);
    for (const [number, { forms }] of results.entries()) {
      for (const form of forms) marks.set(form, (marks.get(form) || new Set()).add(number));
    }
    return {
      index, order: ordered(results, titles), marks, words: terms.length,
      // How much a term counts when a sentence is chosen; the smallest words say little, however rare.
      weights: results.map(({ rare }, number) => rare * (terms[number].raw.length > 2 ? 1 : 0.2)),
      cited: new Set(terms.flatMap((term) => term.cited || [])),
      slips: results.map((found) => found.slip).filter(Boolean),
    };
  };

  /** Entries by what their words count together; one that has all of the query goes before one that has a part. */
  function ordered(results, titles) {
    const all = results.reduce((sum, found) => sum + found.rare, 0) || 1;
    const rows = new Map();
    for (const { hits, rare } of results) {
      for (const [number, { score, inTitle }] of hits) {
        const row = rows.get(number) || { score: 0, covered: 0, titled: 0 };
        row.score += score;
        row.covered += rare / all;
        row.titled += inTitle ? rare / all : 0;
        rows.set(number, row);
      }
    }
    for (const number of titles.keys()) if (!rows.has(number)) rows.set(number, { score: 0, covered: 1, titled: 1 });
    const best = Math.max(0, ...[...rows.values()].map((row) => row.covered));
    return [...rows]
      .filter(([number, row]) => row.covered >= best * ENOUGH || titles.has(number))
      .map(([number, row]) => [number, row.score * row.covered ** 2 * (1 + 3 * row.titled ** 2) + (titles.get(number) || 0)])
      .sort(([a, x], [b, y]) => y - x || a - b)
      .map(([number]) => number);
  }
})();
