/* The address of a choice in a finder: {facets: {theme: ["family"]}, text, sort, word}, after its #, where no server sees it. */
(function () {
  "use strict";
  const LONGEST = 500; // characters of a text that an address holds
  const PLAIN = ["text", "sort", "word"]; // what an address holds beside facets

  /** What an address holds; what the table does not know is left out, and said to be so. */
  function read(hash, known) {
    const choice = { facets: {}, text: "", sort: "", word: "", unknown: false };
    for (const [name, given] of new URLSearchParams(hash.replace(/^#/, ""))) {
      if (PLAIN.includes(name)) choice[name] = given;
      else {
        const values = [...new Set(given.split(","))].filter((value) => known.has(name, value));
        if (values.length) choice.facets[name] = values;
        if (!values.length || values.length < new Set(given.split(",")).size) choice.unknown = true;
      }
    }
    return choice;
  }

  /** The address of a choice, from its # on; empty for the choice of nothing. */
  function write(choice) {
    const parts = Object.entries(choice.facets).filter(([, values]) => values.length).map(([id, values]) => `${id}=${values.join(",")}`);
    PLAIN.forEach((name) => {
      // A pair of which the end is cut off would be no letter at all.
      const value = (choice[name] || "").slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
      if (value) parts.push(new URLSearchParams({ [name]: value }).toString());
    });
    return parts.length ? `#${parts.join("&")}` : "";
  }

  window.wmFindAddress = { read, write };
})();
