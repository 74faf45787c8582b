"""One page of each kind, in both languages, over HTTP and from disk."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over, space_the_text

#: One page of each kind, as its address within a language.
KINDS = {
    "home": "",
    "stories": "stories/",
    "prepare a session": "sessions/",
    "story": "stories/magic-moments/the-blue-cup/",
    "story of another kind": "stories/practice-examples/a-walk-to-the-shop/",
    "collection": "stories/magic-moments/",
    "tag": "tags/risk/",
    "films": "stories/watch/",
    "chapters of a film": "stories/training-film/",
    "packs": "packs/",
    "pack": "packs/worth-it/",
    "principles": "principles/",
    "principle": "principles/positive-risk/",
    "law": "legislation/",
    "law topic": "legislation/personal-plan/",
    "questions": "questions/",
    "bank": "questions/supervision/",
    "tools": "tools/",
    "tool": "tools/exploratory-talk/",
    "about": "about/",
    "privacy": "about/privacy/",
    "coverage map": "about/coverage/",
    "posters": "packs/posters/",
    "add a story": "about/add-a-story/",
}
#: Those that in the real library are longer, and so have more that can be wrong.
LONGER = ("principles/", "legislation/", "questions/", "tools/", "about/", "stories/watch/", "stories/training-film/")
PREFIX = {"en": "", "cy": "cy/"}

every_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
both = pytest.mark.parametrize("lang", PREFIX)
pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]


@dataclass(frozen=True)
class Shown:
    """What there was to see of a page that was opened."""

    lang: str
    titles: list[str]
    requests: list[str]
    complaints: list[str]


_visited: dict[tuple[str, str], list[Shown]] = {}


@pytest.fixture
def visited(base, page, seen, path) -> list[Shown]:
    """A page, its twin, to which the link in the header leads, and the page again, to which that of the twin does.

    Several tests look at them: they are gone to once.
    """

    def shown() -> Shown:
        page.wait_for_load_state("load")
        lang = page.locator("html").get_attribute("lang")
        found = Shown(lang, page.locator("h1").all_inner_texts(), seen.requests.copy(), seen.complaints.copy())
        seen.requests.clear()
        seen.complaints.clear()
        return found

    if (base, path) not in _visited:
        page.goto(f"{base}{path}index.html")
        all_shown = [shown()]
        for prefix in ("cy/", ""):
            page.locator("header [data-wm-lang-switch]").click()
            page.wait_for_url(f"{base}{prefix}{path}index.html")
            all_shown.append(shown())
        _visited[base, path] = all_shown
    return _visited[base, path]


@every_kind
@both
def test_a_page_asks_for_nothing_elsewhere_and_complains_of_nothing(base, visited, lang):
    """No request leaves the site's own folder or host; nothing fails; the console stays empty."""
    own = urlsplit(base)
    shown = [one for one in visited if one.lang == lang]
    assert len(shown) == {"en": 2, "cy": 1}[lang]
    for one in shown:
        assert one.requests
        assert [r for r in one.requests if (urlsplit(r).scheme, urlsplit(r).netloc) != (own.scheme, own.netloc)
                and not r.startswith("data:")] == []
        assert one.complaints == []
        assert len(one.titles) == 1


@every_kind
@both
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(served, library_served, page, lang, path):
    """In light and in dark, axe-core finds nothing, with the language offer open; at 320 px, as at 1280, a page scrolls
    down and never sideways (WCAG 1.4.10), and neither does it with the spacing that a reader may choose (1.4.12)."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{library_served if path.startswith(LONGER) else served}{PREFIX[lang]}{path}")
    # It comes in dark, as it does in light elsewhere, and then follows the device.
    assert_axe_finds_nothing_by_day_and_night(page, schemes=("dark", "light"))
    assert_nothing_runs_over(page, 320, 1280)
    space_the_text(page)
    assert_nothing_runs_over(page, 320, 1280, where="with spaced text")


@every_kind
def test_the_language_switch_keeps_the_page(visited):
    """From a page to its twin and back, by the link in the header."""
    assert [one.lang for one in visited] == ["en", "cy", "en"]
    assert visited[2].titles == visited[0].titles


@both
def test_a_story_says_all_its_words(served, page, lang):
    """Text, pause, questions, ending and what is asked afterwards stand on its page, in order."""
    page.goto(f"{served}{PREFIX[lang]}stories/magic-moments/the-blue-cup/#next")
    said = " ".join(page.locator("article").inner_text().split())
    words = {"en": ("The blue cup", "Mrs Pugh drank nothing all day.", "Stop here and talk",
                    "Who in your team may bend a rule?", "A friend filed the chip", "Which rule have you mended of late?",
                    "This story was invented"),
             "cy": ("Y cwpan glas", "Yfodd Mrs Pugh ddim byd drwy'r dydd.", "Arhoswch yma i drafod",
                    "Pwy yn eich tîm chi sy'n cael plygu rheol?", "Ffeiliodd ffrind y tolc", "Pa reol rydych chi wedi'i thrwsio'n ddiweddar?",
                    "Stori wedi'i dychmygu")}[lang]
    places = [said.find(w) for w in words[:-1]]
    assert -1 not in places
    assert places == sorted(places)
    assert words[-1] in said


def test_an_english_source_says_so(served, page):
    """A story from England names the country, and calls itself no authority on the law of Wales."""
    page.goto(f"{served}cy/stories/video-transcripts/two-songs/")
    assert "Lloegr" in page.locator("article").inner_text()


def test_not_found_is_bilingual(site, page):
    """The page for what is not there speaks both languages, whichever build wrote it last, and leads home."""
    page.goto((site / "404.html").as_uri())
    for lang in ("en", "cy"):
        assert page.locator(f"[lang={lang}]").count() >= 1
    said = page.locator("body").inner_text()
    assert "What Matters" in said
    assert "Beth sy'n Bwysig" in said
