// Results as elements. Text from the index or from the reader only ever becomes text.
(function () {
  "use strict";

  const search = window.wmSearch;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** An icon by its outline, hidden from screen readers: the word beside it says the same. */
  function icon(outline) {
    const [made, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    Object.entries({ class: "wm-icon", "aria-hidden": "true", focusable: "false", viewBox: "0 0 24 24" }).forEach(([key, value]) => made.setAttribute(key, value));
    path.setAttribute("d", outline);
    made.append(path);
    return made;
  }

  function marked(stretches) {
    return stretches.map(({ text, mark }) => (mark ? element("mark", "", text) : text));
  }

  function minutes(count, words) {
    if (count === 1) return words["minutes-one"];
    if (count === 2) return words["minutes-two"];
    return words["minutes-many"].replace("{n}", count);
  }

  /** The address of an entry's page, and of a place on it; whole file names, since a folder on disk has no front page. */
  function address(entry, ending) {
    const [path, place = ending] = entry.url.split("#");
    const folder = path.replace(/^\.?\//, "").replace(/\/?$/, path === "./" || !path ? "" : "/");
    return `${search.root}${folder}index.html${place ? "#" : ""}${place || ""}`;
  }

  /** One result: kind, title, matching sentence, tags and minutes. `words` is in the entry's language. */
  search.result = function (entry, found, words) {
    const kind = Object.hasOwn(search.said.icons, entry.kind) ? entry.kind : "page";
    const link = element("a", "wm-search__link", ...marked(search.markedTitle(entry, found)));
    // Who looks for words of the ending knows it: it is opened for them.
    link.href = address(entry, search.isUntold(entry, found) ? "next" : "");
    const tag = element("p", `wm-kind wm-kind--${entry.kind}`, icon(search.said.icons[kind]), element("span", "", words[`kind-${kind}`]));
    const facts = [...entry.tags.slice(0, 5), ...(entry.minutes ? [minutes(entry.minutes, words)] : [])];
    const row = element("li", "wm-search__result",
      element("h3", "wm-search__title", link), tag,
      element("p", "wm-search__excerpt", ...marked(search.excerpt(entry, found, words))));
    if (facts.length) row.append(element("ul", "wm-search__facts", ...facts.map((fact) => element("li", "", fact))));
    return row;
  };

  search.element = element;
})();
