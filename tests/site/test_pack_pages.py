"""Pages of packs say what goes with a pack, how long it may take, and why each story is in it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml.html import fromstring
from tests.conftest import mini_library
from tests.packs.conftest import with_recipe

from whatmatters.site.pack_pages import pack_pages
from whatmatters.site.render import renderer


@pytest.fixture(scope="module")
def library():
    return mini_library()


def html_of(library, lang: str, path: str) -> str:
    render = renderer(library.interface)
    (page,) = (page for page in pack_pages(library, render, {}, {}, lang) if page.path == path)
    return page.html


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_tools_are_linked_in_the_order_of_the_recipe(library, lang):
    """With their titles and one-line summaries."""
    html = html_of(with_recipe(library, "one", tools=["strengths-map", "i-statements"]), lang, "packs/one/")
    found = re.findall(r'<a href="(\S+/tools/[^"]+)">([^<]+)</a></h3>\s*<p>([^<]+)</p>', html)
    pages = [library.pages[f"tools/{tool}/"] for tool in ("strengths-map", "i-statements")]
    assert [(unescape(title), unescape(summary)) for _, title, summary in found] == [
        (page.title[lang], page.summary[lang]) for page in pages
    ]
    assert [href.split("/tools/")[1] for href, _, _ in found] == ["strengths-map/index.html", "i-statements/index.html"]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_without_tools_there_is_no_empty_section(library, lang):
    html = html_of(with_recipe(library, "one", tools=[]), lang, "packs/one/")
    assert library.interface("page-pack-tools", lang) not in html


@pytest.mark.parametrize(("lengths", "offered"), [([], [15, 30, 60]), ([60, 30], [30, 60]), ([30], [30])])
def test_only_the_lengths_offered_are_there(library, lengths, offered):
    """On the page of all packs, and on the pack's own page."""
    one = with_recipe(library, "one", lengths=lengths)
    said = one.interface("page-session-lengths", "en", lengths=", ".join(map(str, offered)))
    assert said in html_of(one, "en", "packs/")
    page = html_of(one, "en", "packs/one/")
    assert said in page
    assert [int(n) for n in re.findall(r"<th scope=\"col\">(\d+) min</th>", page)] == offered


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        ("en", "Everyday joys, Care home, Magic moment, Personal plan"),
        ("cy", "Pleserau bob dydd, Cartref gofal, Adeg arbennig, Cynllun personol"),
    ],
)
def test_a_story_says_why_it_is_in_the_pack(library, lang, wanted):
    """The labels of all that matched; a pinned story, which an editor chose, needs no reason."""
    choice = {
        "pinned": ["a-walk-to-the-shop"],
        "any": ["everyday-joys"],
        "setting": ["care-home"],
        "kind": ["magic-moment"],
        "law": ["personal-plan"],
    }
    html = html_of(with_recipe(library, "one", stories=choice), lang, "packs/one/")
    said = re.findall(r'<p class="wm-card__because">([^<]+)</p>', html)
    assert [unescape(text) for text in said] == [f"{library.interface('page-because', lang)} {wanted}"]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_each_story_is_a_session_with_one_press(library, lang):
    """Title, summary and minutes, and one link, which leads to the story's session and names the story."""
    one = with_recipe(library, "one")
    page = fromstring(html_of(one, lang, "packs/one/"))
    cards = page.xpath("//section[@aria-labelledby='stories']//li[contains(@class, 'wm-card--story')]")
    chosen = [c.story for c in one.chosen["one"]]
    assert len(cards) == len(chosen) > 1
    for card, story in zip(cards, chosen, strict=True):
        text = story.texts[lang]
        assert card.xpath("string(.//h3)").strip() == text.title
        assert text.summary in card.text_content()
        (link,) = card.xpath(".//a")
        assert link.get("href").endswith(f"{story.path}session/index.html")
        assert text.title in link.text_content()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_plan_and_the_sessions_come_first(library, lang):
    """Then the files, then what goes with the pack; nothing tells an ending."""
    one = with_recipe(library, "one", tools=["strengths-map"])
    page = fromstring(html_of(one, lang, "packs/one/"))
    order = page.xpath("//section/@aria-labelledby")
    assert order[:2] == ["plan", "stories"]
    assert order.index("howto") < order.index("questions") < order.index("law") < order.index("tools")
    said = page.text_content()
    for chosen in one.chosen["one"]:
        text = chosen.story.texts[lang]
        assert not any(words in said for words in (*text.after, *text.afterwards))
