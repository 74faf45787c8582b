/* The facets of a finder on the page: links to plain pages become boxes to tick, with counts that follow the choice;
   and above what is found stands what is chosen, each to be taken back. */
(function () {
  "use strict";

  /** `change(facet, value, on)` is called whenever the reader ticks or takes back; it resolves when all is drawn again. */
  window.wmFindPanel = function (box, { element, say, change }) {
    const facets = new Map();
    const part = (name) => box.querySelector(`[data-wm-${name}]`);

    box.querySelectorAll("[data-wm-facet]").forEach((facet) => {
      const id = facet.dataset.wmFacet;
      const values = new Map();
      facet.querySelectorAll("[data-wm-value]").forEach((line) => {
        const value = line.dataset.wmValue;
        const name = line.firstElementChild.textContent;
        const number = line.querySelector(".wm-tag__count").cloneNode(true);
        const tick = element("input", null, { type: "checkbox", autocomplete: "off" });
        const label = element("label", null);
        label.append(tick, element("span", name), number);
        tick.addEventListener("change", () => change(id, value, tick.checked));
        values.set(value, { tick, number, line, name, label, items: line.dataset.wmItems });
      });
      facets.set(id, { facet, values, picked: facet.querySelector("[data-wm-picked]") });
    });

    function chip(id, value, at) {
      const { name } = facets.get(id).values.get(value);
      const line = element("li", null);
      const button = element("button", null, { type: "button", class: "wm-chip", "aria-label": say("take-back", { name }) });
      button.append(element("span", name), part("cross").content.cloneNode(true));
      button.addEventListener("click", async () => {
        await change(id, value, false);
        const left = part("chips").querySelectorAll("button");
        (left[Math.min(at, left.length - 1)] || part("found")).focus();
      });
      line.append(button);
      return line;
    }

    return {
      /** What the page says of them, for a table: [id, [[value, its items], …]] each. */
      facets: [...facets].map(([id, { values }]) => [id, [...values].map(([value, { items }]) => [value, items])]),
      /** Put boxes to tick in place of the links: until then, where nothing can be found, these lead on. */
      begin() {
        for (const { facet, values } of facets.values()) {
          facet.hidden = false;
          for (const { line, label } of values.values()) line.replaceChildren(label);
        }
      },
      /** Open the facets in which something is chosen, when the page begins. */
      open(chosen) {
        for (const id of Object.keys(chosen)) if (facets.has(id)) facets.get(id).facet.open = true;
      },
      draw(chosen, counts) {
        const all = [...facets].flatMap(([id, { values }]) => (chosen[id] || []).filter((value) => values.has(value)).map((value) => [id, value]));
        part("chips").replaceChildren(...all.map(([id, value], at) => chip(id, value, at)));
        part("by-count").textContent = all.length ? say("picked", { n: all.length }) : "";
        for (const [id, { values, picked }] of facets) {
          const mine = chosen[id] || [];
          picked.textContent = mine.length ? say("picked", { n: mine.length }) : "";
          for (const [value, { tick, number, line }] of values) {
            tick.checked = mine.includes(value);
            const left = counts[id]?.[value] ?? 0;
            number.textContent = left;
            line.toggleAttribute("data-none", left === 0 && !tick.checked);
          }
        }
      },
    };
  };
})();
