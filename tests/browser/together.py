"""Many pages of one kind in one document: read anew by the browser, heard or printed at one go.

To open a page and to make a PDF of it costs several times as much as to lay out its words. What one page of a kind loads is there
for all of them, so that what differs from page to page is all that is fetched. A test that relies on this opens a few pages
by themselves too, and holds them against what came of them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pypdfium2
from playwright.sync_api import Page

from whatmatters.language.codes import Lang
from whatmatters.library.story import Story

#: What each page of paper between two pages of the site says: the number of the one that follows.
BETWEEN = "page of the site, number"

#: Lays the bodies of pages in the place of this one's, each after a page of paper that says its number.
LAY = """(bodies, between) => {
  document.body.replaceChildren(...bodies.flatMap((body, number) => {
    const mark = document.createElement("p");
    mark.textContent = `${between} ${number}`;
    Object.assign(mark.style, { display: "block", breakBefore: "page", breakAfter: "page" });
    body.querySelectorAll("script").forEach((script) => script.remove());
    return [mark, ...body.children];
  }));
}"""

#: Fetches pages; all must name the same style sheets as this one, and say of themselves what this one does.
FETCH = """async (addresses) => {
  const about = (page, address) => JSON.stringify([
    Array.from(page.querySelectorAll("link[rel=stylesheet]"), (link) => [new URL(link.getAttribute("href"), address).pathname, link.media]),
    page.documentElement.lang, page.body.className,
  ]);
  const made = await Promise.all(addresses.map(async (address) => (
    new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html"))));
  made.forEach((page, number) => {
    if (about(page, addresses[number]) !== about(document, location.href)) throw new Error(`${addresses[number]} is of another kind`);
  });
  return made;
}"""


def longest_of_each_kind(stories: Iterable[Story], lang: Lang) -> list[Story]:
    """Of each kind of story the one with the most to read to its pause: those that are opened by themselves as well."""
    by_length = sorted(stories, key=lambda story: len("".join(story.texts[lang].before)))
    return list({story.facts.kind: story for story in by_length}.values())


def paper(page: Page, **options: object) -> list[str]:
    """What stands on each page of paper when the browser prints."""
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, **options))
    return [one.get_textpage().get_text_range() for one in pdf]


def each_on_paper(page: Page, number: int) -> list[list[str]]:
    """The same for each of so many pages that stand in one document."""
    found: list[list[str]] = []
    for said in paper(page, format="A4"):
        # A PDF tells words apart by where they stand, and takes two sevens for two words.
        if "".join(said.split()) == "".join(f"{BETWEEN}{len(found)}".split()):
            found.append([])
        else:
            found[-1].append(said)
    assert len(found) == number
    return found


def printed_together(page: Page, addresses: Sequence[str]) -> list[list[str]]:
    """What stands on each page of paper of each page of the site, as its HTML comes."""
    page.emulate_media(media="print")
    page.goto(addresses[0])
    page.evaluate(f"async ([addresses, between]) => ({LAY})((await ({FETCH})(addresses)).map((page) => page.body), between)", [list(addresses), BETWEEN])
    return each_on_paper(page, len(addresses))
