/* The facets of a finder on the page: links to plain pages become boxes to tick, with counts that follow the choice. */
(function () {
  "use strict";

  /** `change` is called with (facet, value, on) whenever the reader ticks. */
  window.wmFindPanel = function (box, { element, say, change }) {
    const facets = new Map();

    box.querySelectorAll("[data-wm-facet]").forEach((facet) => {
      const id = facet.dataset.wmFacet;
      const values = new Map();
      facet.querySelectorAll("[data-wm-value]").forEach((line) => {
        const value = line.dataset.wmValue;
        const name = line.querySelector("[data-wm-name-of]").textContent;
        const number = line.querySelector(".wm-tag__count");
        const tick = element("input", null, { type: "checkbox", autocomplete: "off" });
        const label = element("label", null);
        label.append(tick, element("span", name), number);
        line.replaceChildren(label);
        tick.addEventListener("change", () => change(id, value, tick.checked));
        values.set(value, { tick, number, line, name });
      });
      facets.set(id, { facet, values, picked: facet.querySelector("[data-wm-picked]") });
      facet.hidden = false;
    });

    return {
      name: (id, value) => facets.get(id)?.values.get(value)?.name || value,
      order: [...facets.keys()],
      /** Open the facets in which something is chosen, when the page begins. */
      open(chosen) {
        for (const id of Object.keys(chosen)) if (facets.has(id)) facets.get(id).facet.open = true;
      },
      draw(chosen, counts) {
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
