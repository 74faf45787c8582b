// The word of the site that was meant by one that it does not have: one slip away, and of long words two.
(function () {
  "use strict";

  const search = window.wmSearch;
  const SHORTEST = 4; // letters; as in pieces.py
  const LONG = 8; // letters from which two slips are looked for
  const MOST = 3; // pieces looked through at either end of a word

  /** How many letters are too many, too few or changed, or are two in each other's place; above `most`, most + 1. */
  function slips(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [twice, once] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const changed = once[j - 1] + Number(a[i - 1] !== b[j - 1]);
        row[j] = Math.min(once[j] + 1, row[j - 1] + 1, changed);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twice[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [twice, once] = [once, row];
    }
    return once[b.length];
  }

  /**
   * The form that is the fewest slips away from a folded `word`, of several the most used; null if there is none.
   * A slip leaves one end of a word as it was: forms with the same beginning lie together in one row of the index,
   * those with the same end in the other. The slip may be in a mutated form of a word that the site has only as it is.
   */
  search.meant = async function (index, word) {
    if (word.length < SHORTEST) return null;
    const typed = [word, ...index.rules.fronts(word).filter((front) => front.length >= SHORTEST)];
    const half = (word.length - 1) >> 1;
    const ends = typed.map((one) => Array.from(one).reverse().slice(0, half).join(""));
    const pieces = (await Promise.all([
      index.pieces("f", [], typed.map((one) => one.slice(0, half)), MOST),
      index.pieces("r", [], ends, MOST),
    ])).flat();
    const most = word.length < LONG ? 1 : 2;
    let best = null;
    for (const { f, u } of pieces) {
      const uses = index.numbers(u);
      for (const [at, form] of f.split(" ").entries()) {
        for (const one of typed) {
          const away = slips(one, form, most);
          if (away && away <= most && (!best || away < best.away || (away === best.away && uses[at] > best.uses))) {
            best = { form, away, uses: uses[at] };
          }
        }
      }
    }
    return best && best.form;
  };
})();
