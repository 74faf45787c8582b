// The tags that look most like what was typed, for when nothing was found.
(function () {
  "use strict";

  const search = window.wmSearch;
  const { clean, fold } = search.words;

  /** Labels of tags, the likest first. */
  search.nearestTags = async function (lang, typed, most = 5) {
    const index = await search.index(lang);
    const tags = await index.tags();
    const wanted = pairs(fold(clean(typed.slice(0, 200))));
    return tags
      .map((tag) => [tag, alike(wanted, pairs(fold(tag)))])
      .filter(([, score]) => score > 0.2)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([tag]) => tag);
  };

  function pairs(text) {
    const found = new Set();
    for (const word of text.split(/[^\p{L}\p{N}]+/u)) for (let at = 0; at < word.length - 1; at += 1) found.add(word.slice(at, at + 2));
    return found;
  }

  function alike(a, b) {
    const shared = [...a].filter((pair) => b.has(pair)).length;
    return (2 * shared) / (a.size + b.size || 1);
  }
})();
