/* Free text in a finder: the words typed, in any of their forms, by the rules and the index of the site's search. */
(function () {
  "use strict";
  let started = null;

  /** The parts of search that know words. Where its dialog has been open they are there already. */
  function ready() {
    const search = window.wmSearch;
    if (!search) return Promise.reject(new Error("search"));
    if (search.find) return Promise.resolve(search);
    started ||= search.load("assets/js/search-find.js").then(() => search);
    started.catch(() => { started = null; });
    return started;
  }

  /**
   * The items that hold every word of `text`: of `size` items, whose numbers have that `mark`.
   * Gives {bits}, or {bits: null} where `text` has no word; `meant` says which words were taken for others.
   * Rejects when index or words do not come.
   */
  window.wmFindText = async function (lang, kind, { size, mark }, text) {
    const { empty, both, either, fromSteps } = window.wmFacets;
    const search = await ready();
    const [found, places] = await Promise.all([search.find(lang, text, { others: false }), window.wmData.load(lang, `find-${kind}-words`, mark)]);
    if (!found.words) return { bits: null, meant: [] };
    const terms = Array.from({ length: found.words }, () => empty(size));
    for (const [form, numbers] of found.marks) {
      const bits = Object.hasOwn(places, form) ? fromSteps(size, places[form]) : empty(size);
      for (const number of numbers) terms[number] = either(terms[number], bits);
    }
    for (const [start, numbers] of found.begins) {
      for (const form of Object.keys(places).filter((one) => search.words.fold(one).startsWith(start))) {
        for (const number of numbers) terms[number] = either(terms[number], fromSteps(size, places[form]));
      }
    }
    return { bits: terms.reduce(both), meant: found.slips.map((slip) => slip.meant) };
  };
})();
