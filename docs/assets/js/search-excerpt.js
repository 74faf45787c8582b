// The sentence that matched, cut into stretches that are marked and stretches that are not. Never markup: strings only.
(function () {
  "use strict";

  const search = window.wmSearch;
  const SENTENCE = /[^.!?…]+[.!?…]*["'”’)\]]*\s*/gu;
  const LONGEST = 240; // characters shown
  const LABEL = 30; // characters up to which a line is rather a label than a sentence
  const LEAD = 70; // of them before the first mark

  /** Where words of the query stand in `text`: at, end, and the terms they answer. */
  function matches(text, found) {
    const { rules } = found.index;
    const list = [];
    for (const word of rules.written(text)) {
      const terms = word.parts.flatMap((part) => [...(found.marks.get(part) || []), ...begun(part, found)]);
      if (terms.length) list.push({ at: word.at, end: word.end, terms });
    }
    const folded = search.words.fold(text);
    if (found.cited.size && folded.length === text.length) {
      for (const cited of rules.citations(folded)) {
        const terms = cited.keys.flatMap((key) => [...(found.marks.get(key) || [])]);
        if (terms.length) list.push({ at: cited.at, end: cited.end, terms });
      }
    }
    list.sort((a, b) => a.at - b.at || b.end - a.end);
    return list.filter((match, at) => at === 0 || match.at >= list[at - 1].end);
  }

  /** Terms that a form answers by how it begins. */
  function begun(form, { begins }) {
    if (!begins || !begins.size) return [];
    const folded = search.words.fold(form);
    return [...begins].flatMap(([start, terms]) => (folded.startsWith(start) ? [...terms] : []));
  }

  function stretches(text, list) {
    const out = [];
    let at = 0;
    for (const match of list) {
      if (match.at > at) out.push({ text: text.slice(at, match.at), mark: false });
      out.push({ text: text.slice(match.at, match.end), mark: true });
      at = match.end;
    }
    if (at < text.length) out.push({ text: text.slice(at), mark: false });
    return out;
  }

  /** A long sentence is cut between words, a little before its first mark. */
  function shortened(sentence, list) {
    if (sentence.length <= LONGEST) return { text: sentence, list };
    let from = Math.max(0, list[0].at - LEAD);
    if (from > 0) from = sentence.indexOf(" ", from) + 1 || from;
    from = Math.min(from, list[0].at);
    let to = Math.min(sentence.length, from + LONGEST);
    if (to < sentence.length) to = Math.max(sentence.lastIndexOf(" ", to), list[0].end);
    const before = from > 0 ? "… " : "";
    const shift = before.length - from;
    return {
      text: before + sentence.slice(from, to) + (to < sentence.length ? " …" : ""),
      list: list.filter((m) => m.end <= to).map((m) => ({ ...m, at: m.at + shift, end: m.end + shift })),
    };
  }

  /**
   * The sentence of `entry` that answers most terms of the query, in stretches; its summary if none answers any.
   * Among equals a whole sentence goes before a heading or a label, and the summary before the text.
   * What is not confirmed keeps its label, whichever part of it is shown; and a page of which some is not confirmed
   * says so whatever is shown of it. `words` has both in the entry's language.
   */
  search.excerpt = function (entry, found, words) {
    let best = null;
    const label = `${words.unconfirmed}: `;
    for (const line of [entry.summary, ...entry.text.split("\n")]) {
      const open = line.startsWith(label);
      for (const [sentence] of line.matchAll(SENTENCE)) {
        const text = sentence.trim();
        const list = entry.title.includes(text) ? [] : matches(text, found);
        const terms = new Set(list.flatMap((match) => match.terms));
        const score = [...terms].reduce((sum, term) => sum + found.weights[term], 0) * (text.length > LABEL ? 1.3 : 1);
        if (terms.size && (!best || score > best.score)) best = { text, list, score, open };
      }
    }
    if (!best) {
      const shown = stretches(entry.summary || entry.text.slice(0, 160), []);
      return search.isUntold(entry, found) ? [...shown, { text: ` ${words.untold}`, mark: false }] : shown;
    }
    const cut = shortened(best.text, best.list);
    const shown = stretches(cut.text, cut.list);
    if (best.open) return cut.text.startsWith(label) ? shown : [{ text: label, mark: false }, ...shown];
    const unsure = entry.summary.endsWith(words.unsure) && !cut.text.includes(words.unsure);
    return unsure ? [...shown, { text: ` ${words.unsure}`, mark: false }] : shown;
  };

  /** Do the words of the query stand after a story's pause alone? Nothing of that is shown: it is not in the entry. */
  search.isUntold = (entry, found) => entry.kind === "story"
    && ![entry.title, entry.summary, ...(entry.tags || []), entry.text].some((text) => matches(text, found).length);

  search.markedTitle = (entry, found) => stretches(entry.title, matches(entry.title, found));
})();
