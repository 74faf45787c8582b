// Words and their forms: the same rules as scripts/whatmatters/search, from the same tables (in the index's head).
(function () {
  "use strict";

  const MARKS = /[\u0300-\u036f]/g;
  const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

  function clean(text) {
    return text.normalize("NFC").replace(UNSEEN, "");
  }

  function fold(word) {
    return word.toLowerCase().normalize("NFD").replace(MARKS, "").normalize("NFC");
  }

  /** The rules of one language, made ready. `tables` is what rules.py wrote. */
  function rulesOf(tables) {
    const joints = tables.apostrophes + tables.hyphens.replace("-", "\\-");
    const word = new RegExp(`[\\p{L}\\p{N}]+(?:[${joints}][\\p{L}\\p{N}]+)*`, "gu");
    const joint = new RegExp(`[${joints}]`);
    const apostrophe = new RegExp(`[${tables.apostrophes}]`);
    const bare = new Set(tables.bare);
    const small = new Set(tables.small);
    const citing = tables.citations.map(([letter, pattern]) => [letter, new RegExp(pattern, "g")]);

    /** Pieces of a written word, then the whole of it where it has several. */
    function parts(written) {
      const pieces = written.toLowerCase().split(joint);
      const spoken = apostrophe.test(written);
      const kept = pieces.filter((piece, at) => at === 0 || !spoken || !tables.clitics.includes(piece));
      return kept.length > 1 ? [...kept, kept.join("")] : kept;
    }

    /** The words a text is written in: where each stands, and its parts. */
    function written(text) {
      return Array.from(text.matchAll(word), (found) => ({
        at: found.index, end: found.index + found[0].length, parts: parts(found[0]),
      }));
    }

    /** Provisions named in a folded text: where, and their keys. */
    function citations(folded) {
      const found = [];
      for (const [letter, pattern] of citing) {
        for (const match of folded.matchAll(pattern)) {
          const numbers = Array.from(match[2].matchAll(new RegExp(tables.citationFirst, "g")), (number) => number[1]);
          found.push({
            at: match.index + match[1].length, end: match.index + match[0].length,
            keys: numbers.map((number) => tables.citationSign + letter + number),
          });
        }
      }
      return found;
    }

    function fronts(folded) {
      const found = [];
      for (const [mutated, radical] of tables.fronts) {
        const rest = folded.slice(mutated.length);
        if (folded.startsWith(mutated) && rest && (mutated || tables.afterG.includes(rest[0]))) found.push(radical + rest);
      }
      if (tables.vowels && folded[0] === "h" && folded[1] && tables.vowels.includes(folded[1])) found.push(folded.slice(1));
      return found;
    }

    function mutations(folded) {
      if (!tables.vowels || !folded) return [];
      if (tables.vowels.includes(folded[0])) return ["h" + folded];
      if (tables.steady.some((start) => folded.startsWith(start))) return [];
      const found = [];
      for (const table of tables.mutations) {
        const radical = Object.keys(table).find((start) => folded.startsWith(start));
        if (radical && folded.length > radical.length) found.push(table[radical] + folded.slice(radical.length));
      }
      return found;
    }

    /** The stem as it stands, and as it may be without what the ending has done to it: cesgl, casgl; rhan, rhann. */
    function changed(stem, ending) {
      const found = [stem];
      const last = stem[stem.length - 1];
      if (tables.single.includes(last)) found.push(stem + last);
      const at = stem.lastIndexOf("e");
      if (at >= 0 && tables.affecting.includes(ending) && !/[aiouwy]/.test(stem.slice(at))) {
        found.push(`${stem.slice(0, at)}a${stem.slice(at + 1)}`);
      }
      return found;
    }

    function stems(folded) {
      const found = new Set();
      for (const [ending, replacements] of tables.endings) {
        const stem = folded.slice(0, folded.length - ending.length);
        if (!folded.endsWith(ending) || stem.length < tables.shortestStem) continue;
        for (const replacement of replacements) {
          for (const one of changed(stem, ending)) {
            if (replacement !== tables.asIs) found.add(one + replacement);
            else if (bare.has(one)) found.add(one);
          }
        }
        const last = stem[stem.length - 1];
        if ((ending === "ing" || ending === "ed") && tables.doubled.includes(last) && last === stem[stem.length - 2]) {
          found.add(stem.slice(0, -1));
        }
      }
      return [...found];
    }

    /** The four steps of resolving.py, and a fifth: a radical typed where the site has only mutated forms of a stranger. */
    function ladder(folded) {
      const mutated = fronts(folded);
      return [
        [folded], mutated, stems(folded), [...new Set(mutated.flatMap(stems))],
        [...new Set([folded, ...mutated].flatMap(mutations))],
      ];
    }

    /**
     * What may be made from the same stem as a key: complain, complaint; cwyn, cwyno. Without the key itself.
     * With `short`, a stem that is a word itself may be one letter shorter: cwyn and cwyno.
     */
    function relatives(key, short = true) {
      const { endings, shortest } = tables.derived;
      const found = new Set();
      for (const ending of ["", ...endings]) {
        const stem = key.slice(0, key.length - ending.length);
        if (!key.endsWith(ending) || stem.length < shortest - Number(short)) continue;
        if (stem.length >= shortest || !ending) endings.forEach((other) => found.add(stem + other));
        found.add(stem);
      }
      found.delete(key);
      return [...found];
    }

    const isSmall = (folded) => small.has(folded);

    return { parts, written, citations, fronts, ladder, relatives, isSmall, few: tables.derived.few };
  }

  window.wmSearch.words = { clean, fold, rulesOf };
})();
