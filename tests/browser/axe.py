"""axe-core as it comes, and made ready so that it finds the same with two thirds of the work.

Where its time went was measured in the browser: into reading the same few colours over and over, into private fields that its
older form of JavaScript keeps in weak maps, and into keeping styles under names that it joins anew for each question.
`test_sound.py` holds that both find the same.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

#: The rules that read colours, and so the only ones that can answer otherwise when nothing but the colours has changed.
COLOUR_RULES = ("color-contrast", "link-in-text-block")

#: It is asked for violations alone: gathering all that is well takes as long again. It fetches no style sheets: none of the
#: rules it runs reads them, and from a disk a browser does not let it.
VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}

READY = """(() => {
  /* What it keeps in weak maps while it is read are private fields of its own objects, a dozen for each colour that it
     reckons with: kept in the objects themselves they cost the browser's memory next to nothing. */
  class Fields {
    #name = Symbol();
    has(owner) { return this.#name in owner; }
    get(owner) { return owner[this.#name]; }
    set(owner, value) { owner[this.#name] = value; return this; }
    add(owner) { return this.set(owner, true); }
  }
  const fieldsOr = (Kept) => function () { return reading ? new Fields() : new Kept(); };
  let reading = true;
  (function (WeakMap, WeakSet) { %s }).call(window, fieldsOr(WeakMap), fieldsOr(WeakSet));
  reading = false;

  /* A page has a handful of colours, which are read from their names thousands of times. */
  const colour = axe.commons.color.Color.prototype;
  const read = colour.parseString;
  const known = new Map();
  colour.parseString = function (name) {
    const parts = known.get(name);
    if (parts) {
      [this.r, this.g, this.b, this.alpha] = parts;
      return this;
    }
    read.call(this, name);
    known.set(name, [this.r, this.g, this.b, this.alpha]);
    return this;
  };

  /* The nodes that it makes of a page's are made anew for each question, so what one knows of its style stays true. */
  axe.VirtualNode.prototype.getComputedStylePropertyValue = function (name) {
    this.knownStyles ??= new Map();
    let value = this.knownStyles.get(name);
    if (value === undefined) {
      this.ownStyle ??= window.getComputedStyle(this.actualNode);
      value = this.ownStyle.getPropertyValue(name);
      this.knownStyles.set(name, value);
    }
    return value;
  };
})()""".replace("%s", AXE_SCRIPT + "\n")

#: Of each place what it is called and how it is written is gathered for a report alone; and unless that is asked for, a rule
#: whose selector the browser finds nowhere is left out, as axe-core would look for it with a slower engine of its own.
ASK = """([within, options]) => {
  if (!("axe" in window)) { return null; }
  if (options.selectors) {
    axe.reset();
  } else {
    axe.configure({ noHtml: true });
    const parts = [...document.querySelectorAll(within || ":root")];
    const nowhere = ({ selector }) => !parts.some((part) => part.matches(selector) || part.querySelector(selector));
    options.rules = Object.fromEntries(axe._audit.rules.filter(nowhere).map((rule) => [rule.id, { enabled: false }]));
  }
  return axe.run(within || document, options).then((found) => found.violations);
}"""


def violations(page: Page, within: str | None = None, *, rules: tuple[str, ...] = (), report: bool = False) -> AxeResults:
    """What axe-core finds wrong `within` a part of the page or on all of it, by these rules or by all; for a `report` with
    every place as it is called and written. A document that has axe is not sent it again."""
    options = {**VIOLATIONS, "selectors": report}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate(ASK, [within, options])
    if found is None:
        page.evaluate(READY)
        found = page.evaluate(ASK, [within, options])
    return AxeResults({"violations": found})
