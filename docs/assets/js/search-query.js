// From what a reader typed to entries in order.
(function () {
  "use strict";

  const search = window.wmSearch;
  const { clean, fold } = search.words;
  const MOST_WORDS = 24; // of a query; what comes after is not looked at
  const QUESTION = 5; // words from which on the smallest are not looked for
  const MOST_GUESSES = 40; // keys that an unfinished word may stand for
  // What a form counts for beside the word as typed: spelt alike but for a circumflex, of the same word, only begun alike.
  const ALIKE = 0.9;
  const KIN = 0.7;
  const BEGUN = 0.5;
  const RELATED = 0.5; // and a word made from the same stem
  const SYNONYM = 0.25; // and another word for it
  const COVERED = 0.5; // of a word that only another word for it stands for
  const BESIDE = { weight: SYNONYM, covers: COVERED };
  // Where the site has the word nowhere, its other words are all there is to go by: DNAR is what "DNAR form" is about.
  const INSTEAD = { weight: KIN, covers: 1 };
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

  /** Those of `guesses` that are a key: of the site, or of its list of other words for the same. */
  function named(pieces, guesses) {
    const has = (piece, sort, guess) => piece[sort] && Object.hasOwn(piece[sort], guess);
    return guesses.filter((guess) => pieces.some((piece) => has(piece, "k", guess) || has(piece, "y", guess)));
  }

  /** Keys that `word` stands for: a form that the index has, else the first step of the ladder that names a key. */
  async function keysOf(index, word) {
    const own = new Set(standing(await index.wordPieces([word]), word));
    if (own.size) return own;
    for (const [step, guesses] of index.rules.ladder(word).entries()) {
      const pieces = await index.wordPieces(guesses);
      const found = new Set(named(pieces, guesses));
      if (step === 1 || step === 4) guesses.forEach((guess) => standing(pieces, guess).forEach((key) => found.add(key)));
      if (found.size) return found;
    }
    return own;
  }

  /** What begins with `word`, or with what it may be the mutated beginning of: as `places` gives it, and the beginnings. */
  async function begun(index, term) {
    const word = term.folded;
    const starts = [word, ...index.rules.fronts(word).filter((start) => start.length > 2)];
    const [wide, narrow] = [starts.filter((start) => index.isWide(start)), starts.filter((start) => !index.isWide(start))];
    const pieces = await index.wordPieces(wide, narrow);
    const uses = new Map();
    const found = { hits: new Map(), forms: new Set(), begins: new Set(), rare: 0 };
    for (const piece of pieces) {
      const known = new Set();
      for (const [form, keys] of piece.standing) if (narrow.includes(word) && form.startsWith(word)) keys.forEach((key) => known.add(key));
      for (const [key, forms] of Object.entries(piece.k || {})) {
        if (known.delete(key) || narrow.some((start) => key.startsWith(start))) {
          uses.set(key, Math.max(...Object.values(forms).map((row) => row.length)));
        }
      }
      for (const key of known) if (!uses.has(key)) uses.set(key, 0); // its places are in another piece
      for (const start of wide) {
        if (!piece.b || !Object.hasOwn(piece.b, start)) continue;
        const [row, rare] = piece.b[start];
        for (const [number, weight] of index.places(row, false)) {
          better(found.hits, number, { score: weight >> 1, inTitle: Boolean(weight & 1), parts: 0 });
        }
        found.begins.add(start);
        found.rare = Math.max(found.rare, rare / 100);
      }
    }
    const keys = [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_GUESSES).map(([key]) => key);
    const few = await places(index, term, keys, BEGUN);
    for (const [number, hit] of few.hits) better(found.hits, number, hit);
    return { ...found, forms: few.forms, rare: Math.max(found.rare, few.rare) };
  }

  /** Keep the better of two hits; a word that is in the title stays there. */
  function better(hits, number, hit) {
    const old = hits.get(number);
    if (!old) hits.set(number, hit);
    else {
      hits.set(number, {
        score: Math.max(old.score, hit.score), inTitle: old.inTitle || hit.inTitle, parts: old.parts | hit.parts,
        covers: Math.max(old.covers ?? 1, hit.covers ?? 1),
      });
    }
  }

  /** The keys of a term. */
  async function resolve(index, term) {
    if (term.cited) {
      const pieces = await index.wordPieces(term.cited);
      return new Set(named(pieces, term.cited));
    }
    const joined = new Set();
    for (const whole of term.joined) {
      standing(await index.wordPieces([whole]), whole).forEach((key) => joined.add(key));
    }
    // Typed as one with a hyphen, and known as one: then the halves are not looked for.
    if (joined.size && term.hyphened) return joined;
    return new Set([...await keysOf(index, term.folded), ...joined]);
  }

  /** What a term finds: entry -> {score, inTitle, parts}; the forms to mark; and how rare it is. */
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
        for (const [number, weight, parts] of index.places(row)) {
          const score = (weight >> 1) * (term.cited ? 1 : like) * factor;
          const old = mine.get(number) || { score: 0, inTitle: false, parts: 0 };
          mine.set(number, {
            score: Math.max(old.score, score) + Math.min(old.score, score) / 4,
            inTitle: old.inTitle || Boolean(weight & 1),
            parts: old.parts | parts,
          });
        }
      }
      const rare = Math.log(1 + index.head.entries / (mine.size + 0.5));
      rarest = Math.max(rarest, rare);
      for (const [number, hit] of mine) better(hits, number, { ...hit, score: hit.score * rare });
    }
    return { hits, forms, rare: rarest };
  }

  /** Add to what a term found what other words for it find; a title counts only for the word itself. */
  function added(found, more) {
    for (const [number, hit] of more.hits) {
      const own = found.hits.get(number);
      better(found.hits, number, { ...hit, inTitle: Boolean(own && own.inTitle) });
    }
    more.forms.forEach((form) => found.forms.add(form));
    found.rare ||= more.rare;
    return found;
  }

  /** What other words for the same thing find: each of `targets` is keys that must stand together. */
  async function synonymous(index, term, targets, { weight, covers } = BESIDE) {
    const found = { hits: new Map(), forms: new Set(), rare: 0 };
    // All at once: one after the other, each would take a way there and back.
    const finding = (target) => Promise.all(target.split(" ").map((key) => places(index, term, [key], weight)));
    for (const each of await Promise.all([...targets].map(finding))) {
      for (const [number, hit] of each[0].hits) {
        const all = each.map(({ hits }) => hits.get(number));
        if (all.every(Boolean)) {
          better(found.hits, number, { ...hit, score: Math.min(...all.map(({ score }) => score)), covers });
        }
      }
      each.forEach(({ forms }) => forms.forEach((form) => found.forms.add(form)));
      found.rare = Math.max(found.rare, ...each.map(({ rare }) => rare));
    }
    return found;
  }

  /** Other words for a word with these keys, and for the phrases it is in. */
  async function targetsOf(index, term, keys) {
    const names = [...keys, ...(term.phrases || [])];
    const pieces = await index.wordPieces(names.map((name) => name.split(" ")[0]));
    return new Set(names.flatMap((name) => pieces.flatMap(({ y }) => (y && Object.hasOwn(y, name) ? y[name] : []))));
  }

  /** Tell each term of the phrases that the index has other words for, and that the term is in. */
  async function noticePhrases(index, terms, small) {
    await Promise.all(terms.map(async (term, at) => {
      if (term.cited || small.has(term)) return;
      const [piece] = await index.wordPieces([term.folded]);
      for (const phrase of Object.keys((piece && piece.y) || {})) {
        const words = phrase.split(" ");
        const these = terms.slice(at, at + words.length);
        if (words.length > 1 && words.length === these.length && these.every(({ folded }, i) => folded === words[i])) {
          these.forEach((one) => (one.phrases ||= []).push(phrase));
        }
      }
    }));
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

  /** The terms of a query, of a long one without the smallest words; what phrases they make is noticed. */
  async function withoutSmall(index, terms) {
    const small = new Set(terms.length > QUESTION ? terms.filter(({ folded }) => index.rules.isSmall(folded)) : []);
    if (small.size === terms.length) return terms;
    await noticePhrases(index, terms, small);
    return terms.filter((term) => !small.has(term) || term.phrases);
  }

  /** Where `keys` found little: what words made from the same stem find. Nothing, where they found enough. */
  async function related(index, term, keys, found) {
    const guesses = term.cited || found.hits.size >= index.rules.few ? [] : [...keys].flatMap((key) => index.rules.relatives(key));
    const others = guesses.filter((guess) => !keys.has(guess));
    return places(index, term, new Set(named(await index.wordPieces(others), others)), RELATED);
  }

  /** Entries whose title is the query, or begins with it; one word alone must be the whole, for lles is not llesiant. */
  async function titled(index, text) {
    const wanted = "=" + index.rules.written(text).flatMap((word) => word.parts.map(fold)).join(" ");
    const found = new Map();
    for (const piece of await index.wordPieces([], [wanted])) {
      for (const [title, numbers] of Object.entries(piece.t || {})) {
        const whole = "=" + title;
        if (whole === wanted || (wanted.includes(" ") && whole.startsWith(wanted))) {
          for (const number of numbers) found.set(number, TITLE * (wanted.length / whole.length));
        }
      }
    }
    return found;
  }

  /**
   * All that one term finds; a stranger is taken for a slip of a word that the site has.
   * Without `others` other words for the same count only where the word itself finds nothing.
   * `told` is called with what the word itself finds as soon as that is known: more is still asked for then.
   */
  async function answered(index, term, others, told) {
    const keys = await resolve(index, term);
    if (!keys.size && term.open) {
      const found = await begun(index, term);
      if (found.hits.size) return found;
    }
    const [own, targets] = await Promise.all([places(index, term, keys, 1), targetsOf(index, term, keys)]);
    if (keys.size) {
      told(own);
      const { rare } = own;
      const wanted = others || !own.hits.size;
      const [kin, more] = await Promise.all([related(index, term, keys, own), wanted ? synonymous(index, term, targets, own.hits.size ? BESIDE : INSTEAD) : null]);
      const found = { ...added(own, kin), rare };
      if (found.hits.size && !others) return found;
      if (found.hits.size || more.hits.size) return added(found, more);
    } else if (targets.size) return synonymous(index, term, targets, INSTEAD);
    if (term.cited) {
      // A provision that no page names: its number may still stand somewhere by itself.
      const parts = index.rules.written(term.raw).map((word) => word.parts[word.parts.length - 1]);
      const alone = await Promise.all(parts.map((word) => keysOf(index, fold(word))));
      return places(index, term, new Set(alone.flatMap((found) => [...found])), 1);
    }
    const kin = await relativesOf(index, term.folded);
    if (kin.size) return places(index, term, kin, RELATED);
    const other = await search.meant(index, term.folded);
    if (!other) return { hits: new Map(), forms: new Set(), rare: 0 };
    const corrected = { ...term, raw: other, folded: other };
    const its = await keysOf(index, other);
    const found = added(await places(index, corrected, its, 1), await synonymous(index, corrected, await targetsOf(index, corrected, its)));
    return { ...found, slip: { typed: term.raw, meant: [...found.forms].find((form) => fold(form) === other) || other } };
  }

  /** What was typed, as it is looked for; its end is not, however long it is. */
  const asked = (typed) => clean(typed.slice(0, 2000)).trim();

  /**
   * Search `typed` in `lang`.
   * Gives the numbers of entries, best first, and a way to each; for each form found the terms it stands for, and for
   * each beginning; the provisions cited; the words that were taken for a slip; and what each term weighs.
   * It rejects where `wanted` has come to say no and a further file would be asked for.
   * The entry that seems to come first is asked for while other words are still looked for: it mostly does come first.
   */
  search.find = async function (lang, typed, { others = true, wanted = () => true } = {}) {
    const whole = await search.index(lang);
    const index = whole.whileWanted(wanted);
    const text = asked(typed);
    const all = termsOf(text, index.rules);
    const naming = all.length ? titled(index, text) : new Map();
    const terms = await withoutSmall(index, all);
    const known = [];
    const told = async (number, own) => {
      known[number] = own;
      if (Object.keys(known).length < terms.length) return;
      const [likely] = ordered(known, await naming);
      if (likely !== undefined) await index.entry(likely, partOf(known, likely));
    };
    const [results, titles] = await Promise.all([
      Promise.all(terms.map((term, number) => answered(index, term, others, (own) => told(number, own).catch(() => {})))),
      naming,
    ]);
    return {
      index: whole, order: ordered(results, titles), words: terms.length,
      entry: (number) => whole.entry(number, partOf(results, number)),
      marks: turned(results.map(({ forms }) => forms)),
      begins: turned(results.map(({ begins }) => begins || [])),
      // How much a term counts when a sentence is chosen; the smallest words say little, however rare.
      weights: results.map(({ rare }, number) => rare * (terms[number].raw.length > 2 ? 1 : 0.2)),
      cited: new Set(terms.flatMap((term) => term.cited || [])),
      slips: results.map((found) => found.slip).filter(Boolean),
    };
  };

  /** Ask for what a search of `typed` will need first, while more may still be typed. */
  search.expect = async function (lang, typed) {
    const index = await search.index(lang);
    const text = asked(typed);
    const terms = termsOf(text, index.rules);
    if (terms.length) await Promise.all([titled(index, text), index.wordPieces(terms.flatMap((term) => term.cited || [term.folded]))]);
  };

  /** From a list of words for each term to the terms of each word. */
  function turned(lists) {
    const found = new Map();
    for (const [number, words] of lists.entries()) {
      for (const word of words) found.set(word, (found.get(word) || new Set()).add(number));
    }
    return found;
  }

  /** The part of an entry that has the most of the query: the excerpt is taken from there, or from its summary. */
  function partOf(results, number) {
    const scores = [];
    for (const { hits, rare } of results) {
      const parts = (hits.get(number) || { parts: 0 }).parts;
      for (let part = 0; parts >> part; part += 1) if ((parts >> part) & 1) scores[part] = (scores[part] || 0) + rare;
    }
    let best = 0;
    scores.forEach((score, part) => { if (score > (scores[best] || 0)) best = part; });
    return best;
  }

  /** Entries by what their words count together; one that has all of the query goes before one that has a part. */
  function ordered(results, titles) {
    const all = results.reduce((sum, found) => sum + found.rare, 0) || 1;
    const rows = new Map();
    for (const { hits, rare } of results) {
      for (const [number, { score, inTitle, covers }] of hits) {
        const row = rows.get(number) || { score: 0, covered: 0, titled: 0 };
        row.score += score;
        row.covered += (covers ?? 1) * (rare / all);
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
