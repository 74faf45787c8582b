"""The pages that send people to films: what stands on them, where they lead, and that they tell no ending."""

from __future__ import annotations

import dataclasses
import re

import pytest
from tests.conftest import TODAY, mini_library

from whatmatters.check.endings import EVERYDAY, SHORTEST
from whatmatters.check.watching import FILM, RESOURCES, watching_problems
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.resource import WAYS
from whatmatters.library.texts import words_in
from whatmatters.site.address import link, url_of
from whatmatters.site.pages import made_pages
from whatmatters.site.render import renderer
from whatmatters.site.watch_pages import TRAINING, WATCH, films_of_stories

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@pytest.fixture(scope="module")
def pages(real) -> dict[tuple[str, str], str]:
    """The two pages of the real library, by address and language."""
    made = made_pages(real, renderer(real.interface), {}, {}, TODAY).values()
    return {(page.path, page.lang): page.html for page in made if page.path in (WATCH, TRAINING)}


def to(here: str, there: str, lang: str) -> str:
    """The link from one page to another of the same language, as it is written."""
    return f'href="{link(url_of(here, lang), url_of(there, lang))}"'


@pytest.fixture(scope="module")
def told(real):
    """Stories that are told in a film."""
    return [story for story in real.stories.values() if story.facts.film]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_story_with_a_film_stands_on_the_page_once(real, pages, told, lang):
    """With a link to its own page, under its film, whose own page is linked and never shown."""
    html = pages[WATCH, lang]
    assert len(told) >= 23
    for story in told:
        assert html.count(f'data-wm-item="story:{story.id}"') == 1
        assert html.count(to(WATCH, story.path, lang)) == 1
        assert f'href="{story.facts.film.url}"' in html
    assert "<iframe" not in html
    assert "<video" not in html


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "Watch from 0:50, stop at 1:13 and talk, then go on to 1:41."),
    ("cy", "Gwyliwch o 0:50, stopiwch yn 1:13 i siarad, yna ewch ymlaen hyd 1:41."),
])  # fmt: skip
def test_it_says_from_when_to_when_and_where_to_stop(pages, lang, said):
    """As the story's own page does."""
    assert said in pages[WATCH, lang]


def test_stories_stand_in_the_order_of_their_film(real):
    """Film by film, and in each by the clock; the training film comes last, in its order."""
    films = films_of_stories(real, "en", lambda to: to)
    assert [film.part for film in films if film.part] == [part.id for part in real.training_film]
    assert all(film.part is None for film in films[: -len(real.training_film)])
    for film in films:
        begun = [real.stories[told.card.id].facts.film.begins for told in film.stories]
        assert begun == sorted(begun, key=lambda time: (time is None, time))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_scene_stands_on_either_page(real, pages, told, lang):
    """Scenes stand on the story's own page, closed from the pause on."""
    for story in told:
        for scene in story.facts.film.scenes:
            assert scene[lang] not in pages[WATCH, lang]
            assert scene[lang] not in pages[TRAINING, lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_chapter_tells_an_ending(real, lang):
    """No word of a chapter is one that a story which begins in it says only after its pause."""
    texts = [" ".join((*story.texts[lang].before, *story.texts[lang].after)) for story in real.stories.values()]
    texts += [" ".join(words[lang]) for words in real.written.values()]

    def words(text: str) -> set[str]:
        return {word.casefold() for word in WORD.findall(text) if len(word) >= SHORTEST}

    spread: dict[str, int] = {}
    for text in texts:
        for word in words(text):
            spread[word] = spread.get(word, 0) + 1
    looked_at = 0
    for part in real.training_film:
        for story in filter(part.tells, real.stories.values()):
            if (chapter := part.chapter_of(story)) is None:
                continue
            own = story.texts[lang]
            telling = {w for w in words(" ".join(own.after)) - words(" ".join(own.before)) if spread[w] <= EVERYDAY}
            assert telling & words(" ".join(words_in(chapter, lang))) == set(), (story.id, chapter.id)
            looked_at += bool(own.after)
    assert looked_at >= 8


def test_each_chapter_leads_to_a_principle_and_to_work(real):
    """To a page of principles (or the person's journey), and to tools or questions; the law where there is any."""
    assert len(real.training_film) == 2
    for part in real.training_film:
        assert part.length is not None
        for chapter in part.scenes:
            sections = [page.partition("/")[0] for page in chapter.pages]
            assert "principles" in sections, chapter.id
            assert {"tools", "questions"} & set(sections), chapter.id
            assert chapter.law, chapter.id
            assert len(set(chapter.pages)) == len(chapter.pages), chapter.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_has_every_chapter_with_its_time_and_its_links(real, pages, lang):
    """Each with an anchor; every story of the film stands in the chapter in which it begins."""
    html = pages[TRAINING, lang]
    for part in real.training_film:
        for chapter, ends in part.chapters():
            _, _, rest = html.partition(f'<li id="{chapter.id}">')
            own = rest.partition('<li id="')[0]
            assert f"{chapter.time} " in own
            assert ends in own
            for page in chapter.pages:
                assert to(TRAINING, f"{page}/", lang) in own
            for topic in chapter.law:
                assert to(TRAINING, f"legislation/{topic}/", lang) in own
        for story in filter(part.tells, real.stories.values()):
            assert html.count(f'data-wm-item="story:{story.id}"') == 1


def test_every_page_of_films_is_found(real):
    """From the list of stories, from a collection and a story that are told in films; and the guide from its film."""
    made = made_pages(real, renderer(real.interface), {}, {}, TODAY).values()
    html = {page.path: page.html for page in made if page.lang == "cy" and page.path.startswith("stories/") and page.path.count("/") <= 3}
    for here in ("stories/", "stories/video-transcripts/", "stories/video-transcripts/the-drawing/"):
        assert to(here, WATCH, "cy") in html[here]
    assert to(WATCH, TRAINING, "cy").removesuffix('"') + '#part-two"' in html[WATCH]


def test_what_nobody_has_opened_is_told(real, pages):
    """No address is called good that nobody has looked at; and no sound is offered where there is none."""
    assert all(one.looked_at is None for one in real.resources)
    assert not any(one.way == "listen" for one in real.resources)
    assert {one.way for one in real.resources} <= set(WAYS)
    assert pages[WATCH, "en"].count("have not opened the addresses") == 2
    assert pages[WATCH, "cy"].count("wedi agor y cyfeiriadau") == 2
    assert "We know of no recording to send you to." in pages[WATCH, "en"]


@pytest.mark.parametrize(("change", "code", "said"), [
    (lambda chapter: {"pages": ("principles/wel-being",)}, "H03", "there is no page `principles/wel-being`"),
    (lambda chapter: {"law": ("voise",)}, "L01", "there is no law topic `voise`"),
    (lambda chapter: {"id": "before-you-begin"}, "S02", "`before-you-begin` stands here twice"),
])  # fmt: skip
def test_a_link_that_leads_nowhere_is_told(change, code, said):
    """With the file and the line of the chapter."""
    library = mini_library()
    part = library.training_film[0]
    assert list(watching_problems(library)) == []
    wrong = part.model_copy(
        update={"scenes": (*part.scenes[:-1], part.scenes[-1].model_copy(update=change(part.scenes[-1])))}
    )
    found = list(watching_problems(dataclasses.replace(library, training_film=(wrong, *library.training_film[1:]))))
    assert [(problem.path, problem.code, str(problem.message)) for problem in found] == [(FILM, code, said)]
    assert found[0].line > 1


def test_a_principle_that_is_none_is_told():
    """Of what can be watched and read elsewhere."""
    library = mini_library()
    wrong = library.resources[0].model_copy(update={"principles": ("no-such-tag",)})
    found = list(watching_problems(dataclasses.replace(library, resources=(wrong, *library.resources[1:]))))
    assert [(problem.path, problem.code) for problem in found] == [(RESOURCES, "V01")]
