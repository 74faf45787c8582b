"""What the finders know: facets that agree with the library, ids alike in both languages, words for free text."""

from __future__ import annotations

import dataclasses
import json
import re
from itertools import accumulate
from pathlib import Path

import lxml.html
import pytest
from tests.checks import with_checks

from whatmatters.build import indexed_words
from whatmatters.library.library import Library
from whatmatters.site.emblems import outline_of
from whatmatters.site.finder_data import PIECE, write_finder_data
from whatmatters.site.finder_facets import question_facets, questions_in_order, stories_in_order, story_facets
from whatmatters.site.finder_pages import finder_pages
from whatmatters.site.item_numbers import mark, steps_in_letters
from whatmatters.site.render import icon, renderer

CALL = re.compile(r'^wmData\.take\("(en|cy)","([a-z0-9-]+)",(.*)\);\n$', re.S)
REPOSITORY = Path(__file__).parent.parent.parent
#: Letters from A to Z as the digits that Python reads in base 26.
DIGITS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789ABCDEFGHIJKLMNOP")
#: The one story that a fluent reader has checked.
CHECKED = "mays-bath-time"


@pytest.fixture(scope="module")
def library(real: Library) -> Library:
    """The library itself, since the miniature one has few of each thing."""
    return with_checks(dataclasses.replace(real, checks={}), f"stories/magic-moments/{CHECKED}")


@pytest.fixture(scope="module")
def pieces(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], object]:
    """What was written, by language and name."""
    site = tmp_path_factory.mktemp("site")
    write_finder_data(library, site, indexed_words)
    found = {}
    for file in (site / "assets" / "data").rglob("*.js"):
        lang, name, data = CALL.match(file.read_text(encoding="utf-8")).groups()
        assert (file.parent.name, file.stem) == (lang, name)
        found[lang, name] = json.loads(data)
    return found


def having(facets, facet: str, value: str) -> tuple[int, ...]:
    """The numbers of the items that have a value; none where the facet has no such value."""
    values = next(f.values for f in facets if f.id == facet)
    return next((v.items for v in values if v.id == value), ())


def test_both_languages_have_the_same_ids(library):
    """So that an address with choices in it means the same in either."""
    for facets in (story_facets, question_facets):
        ids = [{(f.id, v.id) for f in facets(library, lang) for v in f.values if f.id != "length"} for lang in ("en", "cy")]
        assert ids[0] == ids[1]


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize(("facet", "value", "has"), [
    ("theme", "dementia", lambda s: "dementia" in s.facts.tags["theme"]),
    ("setting", "own-home", lambda s: "own-home" in s.facts.tags["setting"]),
    ("kind", "magic-moment", lambda s: s.facts.kind == "magic-moment"),
    ("law", "positive-risk", lambda s: "positive-risk" in s.facts.law),
    ("film", "yes", lambda s: s.facts.film or s.facts.source.how_it_reached_us == "film"),
    ("welsh", "draft", lambda s: s.id != CHECKED),
    ("welsh", "checked", lambda s: s.id == CHECKED),
])
def test_a_value_has_the_stories_that_say_so(library, lang, facet, value, has):
    """Whatever the facet, its numbers are those of the stories in the order of their titles."""
    found = {stories_in_order(library, lang)[n].id for n in having(story_facets(library, lang), facet, value)}
    assert found == {story.id for story in library.stories.values() if has(story)}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_length_is_what_the_card_says(library, lang):
    """Every story stands in the band of the minutes of its text in this language."""
    facet = next(f for f in story_facets(library, lang) if f.id == "length")
    for value in facet.values:
        assert {min(3, stories_in_order(library, lang)[n].texts[lang].minutes) for n in value.items} == {int(value.id)}
    assert sum(len(v.items) for v in facet.values) == len(library.stories)


def test_a_story_without_a_link_to_its_film_has_none(library):
    """A film that nobody can be led to is none that a reader can look for."""
    stories = dict(library.stories)
    story = next(s for s in stories.values() if s.facts.source.how_it_reached_us == "film" and not s.facts.film)
    source = story.facts.source.model_copy(update={"url": None})
    stories[story.id] = story.model_copy(update={"facts": story.facts.model_copy(update={"source": source})})
    without = dataclasses.replace(library, stories=stories)
    assert len(having(story_facets(without, "en"), "film", "yes")) == len(having(story_facets(library, "en"), "film", "yes")) - 1


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_question_stands_once_in_bank_group_and_length(library, lang):
    """Three facets part the questions; the principle is that of the bank."""
    facets, asked = question_facets(library, lang), questions_in_order(library)
    for name in ("bank", "category", "length"):
        numbers = sorted(n for f in facets if f.id == name for v in f.values for n in v.items)
        assert numbers == list(range(len(asked)))
    assert {asked[n].bank.id for n in having(facets, "principle", "supervision")} == {"supervision"}
    assert {asked[n].bank.id for n in having(facets, "category", "strengths/talking")} == {"strengths"}


def test_values_stand_in_the_alphabet_of_the_language(library):
    """In Welsh dd follows d: the digraph is a letter of its own."""
    themes = next(f for f in story_facets(library, "cy") if f.id == "theme")
    labels = [value.label for value in themes.values]
    assert labels.index("Cydweithio") < labels.index("Cymdogion a chymuned") < labels.index("Dementia")
    assert labels.index("Gwrando'n dda") < labels.index("Hunaniaeth")
    assert labels[-1] == "Yr hyn rydyn ni'n ei ysgrifennu"


def numbers(letters: str) -> tuple[int, ...]:
    """Items as a page writes them."""
    steps = re.findall("[A-Z]*[a-z]", letters)
    assert "".join(steps) == letters
    return tuple(accumulate(int(step.upper().translate(DIGITS), 26) for step in steps))


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize(("path", "facets", "in_order"), [
    ("stories/find/", story_facets, lambda library, lang: [s.id for s in stories_in_order(library, lang)]),
    ("questions/find/", question_facets, lambda library, lang: [a.question.id for a in questions_in_order(library)]),
])
def test_a_page_names_the_items_of_each_value(library, lang, path, facets, in_order):
    """Beside the value, with how many items there are in all."""
    made = next(page for page in finder_pages(library, renderer(library.interface), lang) if page.path == path)
    page = lxml.html.fromstring(made.html)
    written = [(facet.get("data-wm-facet"), {one.get("data-wm-value"): numbers(one.get("data-wm-items")) for one in facet.xpath(".//li")})
               for facet in page.xpath("//details[@data-wm-facet]")]
    assert written == [(facet.id, {value.id: value.items for value in facet.values}) for facet in facets(library, lang)]
    (box,) = page.xpath("//*[@data-wm-find]")
    assert box.get("data-size") == str(len(in_order(library, lang)))


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_rows_come_in_pieces_and_as_a_whole(library, pieces, lang):
    """The same rows in the finder's order, with title, address, emblem and place by title; each with its theme's name and icon."""
    whole, stories = pieces[lang, "find-stories"], stories_in_order(library, lang)
    assert [row[:3] for row in whole["rows"]] == [[s.id, s.collection, s.texts[lang].title] for s in stories]
    assert sorted(whole["rows"], key=lambda row: row[10]) == [
        next(row for row in whole["rows"] if row[0] == story.id) for story in library.by_title(stories, lang)]
    assert [row[11] for row in whole["rows"]] == [outline_of(s) for s in stories]
    parts = [pieces[lang, f"find-stories-{n}"] for n in range(-(-len(stories) // PIECE))]
    assert f"find-stories-{len(parts)}" not in {name for _, name in pieces}
    assert {len(part["rows"]) for part in parts[:-1]} == {PIECE}
    assert [row for part in parts for row in part["rows"]] == whole["rows"]
    for piece in (whole, *parts):
        assert set(piece["themes"]) == {row[6] for row in piece["rows"]}
        for theme, (label, drawn) in piece["themes"].items():
            assert label == library.vocabulary.tags[theme].label[lang]
            assert drawn in icon(library.vocabulary.tags[theme].icon)
            assert drawn.startswith("<path")


def test_questions_come_with_their_banks(library):
    """The page names the banks in the order of the finder's numbers, and how many questions each has."""
    made = next(page for page in finder_pages(library, renderer(library.interface), "en") if page.path == "questions/find/")
    banks = json.loads(lxml.html.fromstring(made.html).xpath("//*[@data-wm-find]/@data-banks")[0])
    assert [bank for bank, size in banks for _ in range(size)] == [a.bank.id for a in questions_in_order(library)]


@pytest.mark.parametrize("gap", [0, 1, 25, 26, 700, 17_576, 2_000_000])
def test_a_step_of_any_length_is_written_and_read(gap):
    """Small steps are one letter."""
    assert numbers(steps_in_letters([3, 4, 4 + gap])) == (3, 4, 4 + gap)
    assert len(steps_in_letters([gap])) == 1 or gap > 25


def test_a_mark_changes_with_the_numbers():
    """What a browser holds of an earlier library has another address than that which a page asks for."""
    assert mark(["a", "b"]) == mark(["a", "b"])
    assert len({mark(ids) for ids in (["a", "b"], ["b", "a"], ["a"], ["ab"], [])}) == 5


@pytest.mark.parametrize(("lang", "form", "title"), [("cy", "ngwely", None), ("en", "bath", "May's bath time")])
def test_words_lead_to_the_stories_that_say_them(library, pieces, lang, form, title):
    """A form as it stands in a text leads there, mutated or not."""
    numbers = list(accumulate(pieces[lang, "find-stories-words"].get(form, [])))
    saying = [s for s in stories_in_order(library, lang)
              if form in indexed_words(" ".join((s.texts[lang].title, s.texts[lang].summary, *s.texts[lang].before,
                                                 *s.texts[lang].after, *s.texts[lang].questions)), lang)]
    found = [stories_in_order(library, lang)[n] for n in numbers]
    assert found == saying
    assert title is None or title in [s.texts[lang].title for s in found]


def test_the_same_library_gives_the_same_bytes(library, pieces, tmp_path):
    """Nothing of chance is in it, though words come in sets."""
    write_finder_data(library, tmp_path, indexed_words)
    again = {(f.parent.name, f.stem): json.loads(CALL.match(f.read_text(encoding="utf-8"))[3]) for f in tmp_path.rglob("*.js")}
    assert {key: json.dumps(value) for key, value in again.items()} == {key: json.dumps(value) for key, value in pieces.items()}
