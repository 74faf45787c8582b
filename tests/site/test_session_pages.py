"""The page of a story's session: what the scripts are told of each plan stands on the page, and nothing tells the ending early."""

from __future__ import annotations

import json

import lxml.html
import pytest
from tests.conftest import mini_library
from tests.packs.conftest import with_text

from whatmatters.site.model import Published
from whatmatters.site.render import renderer
from whatmatters.site.session_pages import session_pages

both = pytest.mark.parametrize("lang", ["en", "cy"])


@pytest.fixture(scope="module")
def pages(real) -> dict:
    """Those of the real library by their language, parsed once. Nothing may be changed in them."""
    return {lang: parsed(real, lang) for lang in ("en", "cy")}


def parsed(library, lang: str, *publish):
    """Each story's page, as elements, by the story's id."""
    made = session_pages(library, renderer(library.interface), lang, *publish)
    return {page.path.split("/")[-3]: lxml.html.fromstring(f"<div>{page.html}</div>") for page in made}


@both
def test_every_slide_of_every_plan_is_there_once(pages, lang):
    """Ids too are given once; the plans are those of the library, and their slides end before the page's last one."""
    for story, page in pages[lang].items():
        slides = page.xpath("//@data-wm-slide")
        ids = page.xpath("//@id")
        assert len(set(slides)) == len(slides), story
        assert len(set(ids)) == len(ids), story
        (plans,) = page.xpath("//@data-plans")
        plans = json.loads(plans)
        assert [plan["minutes"] for plan in plans] == [15, 30, 60]
        for plan in plans:
            named = [name for step in plan["steps"] for name in step["slides"]]
            assert len(set(named)) == len(named)
            assert set(named) <= set(slides) - {"end"}


@both
def test_the_ending_stands_in_closed_boxes_alone(real, pages, lang):
    """On the sheet and on its slide; what is asked afterwards is on the sheet in the same box, and in one where it is chosen."""
    for story, page in pages[lang].items():
        text = real.stories[story].texts[lang]
        boxes = page.xpath("//details[not(@open)]")
        assert len(boxes) == 3
        outside = lxml.html.fromstring(lxml.html.tostring(page, encoding="unicode"))
        for one in outside.xpath("//details | //*[@data-wm-stage-box]"):
            one.drop_tree()
        said = outside.text_content()
        for words in (*text.after, *text.afterwards):
            assert words not in said
            assert any(words in box.text_content() for box in boxes) or words in text.afterwards


@both
def test_a_story_without_a_pause_has_nothing_to_open(lang):
    """No stop, no ending, no box; its questions are shared out between the talks."""
    library = mini_library()
    first = next(iter(library.stories))
    library = with_text(library, first, lang, after=(), at_pause=(), afterwards=("One?", "Two?", "Three?"))
    page = parsed(library, lang)[first]
    assert not page.xpath("//details")
    assert library.interface("page-pause", lang) not in page.text_content()
    lists = {name: [li.text for li in page.xpath(f"//*[@data-wm-list='{name}']/li")] for name in ("at-pause", "afterwards")}
    assert lists == {"at-pause": ["One?"], "afterwards": ["Two?"]}


@both
def test_every_question_can_be_chosen_for_every_plan(real, pages, lang):
    """A box for each, in the order of its number; each plan knows in which step each is asked, and asks some of them itself."""
    for story, page in pages[lang].items():
        text = real.stories[story].texts[lang]
        boxes = {int(box.get("value")): " ".join(box.getparent().text_content().split()) for box in page.xpath("//*[@name='ask']")}
        assert boxes == dict(enumerate(text.questions, start=1))
        mark, count, first = json.loads(page.xpath("//@data-asks")[0])
        assert (len(mark), count, first) == (4, len(text.questions), len(text.at_pause))
        for plan in json.loads(page.xpath("//@data-plans")[0]):
            steps = [step for step in plan["steps"] if "could" in step]
            assert [n for step in steps for n in step["could"]] == list(boxes)
            assert steps[0]["could"] == list(range(1, first + 1))
            for step in steps:
                assert {name for name in step["slides"] if name.startswith("ask-")} <= {f"ask-{n}" for n in step["could"]}


def test_other_words_have_another_mark():
    """Of either language, so that a number never stands for another question; both pages have the same one."""
    library = mini_library()
    first = next(iter(library.stories))
    marks = {parsed(library, lang)[first].xpath("//@data-asks")[0] for lang in ("en", "cy")}
    for lang in ("en", "cy"):
        other = with_text(library, first, lang, at_pause=("Another?", "And one more?"))
        marks |= {parsed(other, each)[first].xpath("//@data-asks")[0] for each in ("en", "cy")}
    assert len(marks) == 3


def test_a_site_with_an_address_shows_where_the_story_is(real, pages):
    """As a code for phones and in words; without an address there is neither."""
    asked = []

    def publish(url):
        asked.append(url)
        return Published(f"https://example.org/{url}", "<svg><title>code</title></svg>")

    page = parsed(real, "cy", publish)["mays-bath-time"]
    assert "cy/stories/magic-moments/mays-bath-time/" in asked
    (figure,) = page.xpath("//figure[svg]")
    assert "https://example.org/cy/stories/magic-moments/mays-bath-time/" in figure.text_content()
    assert not pages["cy"]["mays-bath-time"].xpath("//figure")
