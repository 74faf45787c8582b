"""The facilitator's sheets: all that a session needs, at 14 pt, readable by a screen reader."""

from __future__ import annotations

import pikepdf
import pytest

from tests.packs.reading import letters, squeezed
from tests.packs.test_cards_pdf import fonts, tag_counts
from whatmatters.library.languages import LANGUAGES
from whatmatters.packs.blocks import Group, Heading
from whatmatters.packs.describe import describe

LANGS = pytest.mark.parametrize("lang", LANGUAGES)


#: Below this (mm) stands the foot of a sheet, which would part a paragraph that goes on to the next.
FOOT = 275


def whole_text(path) -> str:
    """What the sheets say from first to last, without their feet."""
    return squeezed("".join(letter.text for page in letters(path) for letter in page if letter.box.y < FOOT))


@LANGS
def test_it_holds_the_session(long_library, made, lang):
    """Purpose, people, room, materials, agendas, rules, roles, follow-ups and the sheets to fill in."""
    said = whole_text(made[f"facilitator-{lang}"].path)
    session, help_ = long_library.session, long_library.session.facilitation
    recipe = long_library.recipes["all-of-it"]
    wanted = [
        recipe.title,
        recipe.purpose,
        help_.people,
        help_.room,
        *help_.materials,
        *help_.before,
        *help_.follow_ups,
        *session.ground_rules,
        *(s.text for a in session.agendas for s in a.steps),
        *(x for r in help_.roles for x in (r.name, r.does)),
        *(x for p in (*help_.record, *help_.slips) for x in (p.heading, p.prompt)),
        *help_.log,
    ]
    for words in wanted:
        assert squeezed(words[lang]) in said
    for line in session.confidentiality[lang].splitlines():
        assert squeezed(line.removeprefix("- ")) in said


@LANGS
def test_it_holds_the_stories_questions_and_law(long_library, made, lang):
    """Title, one line, id and questions of every story; the pack's questions; what the law asks and how sure we are."""
    said = whole_text(made[f"facilitator-{lang}"].path)
    for story in long_library.stories.values():
        text = story.texts[lang]
        for words in (text.title, text.summary, story.id, *text.questions):
            assert squeezed(words) in said
    for chosen in long_library.questions["all-of-it"]:
        assert all(squeezed(q.text[lang]) in said for q in chosen.questions)
    assert squeezed(long_library.interface("packs-not-advice", lang)) in said
    for topic_id in ("personal-plan", "voice", "supervision"):
        topic = long_library.read_across.topic[topic_id]
        for words in (topic.duty, topic.practice, *(ask.what for ask in topic.asks)):
            assert squeezed(words[lang]) in said


@LANGS
def test_agendas_are_tables_with_header_rows(made, lang):
    """A table of roles and three of agendas; every one has its header cells."""
    with pikepdf.open(made[f"facilitator-{lang}"].path) as pdf:
        tags = tag_counts(pdf)
        assert tags["/Table"] == tags["/THead"] == 4
        assert tags["/TH"] == 2 + 3 * 3
        assert tags["/H1"] == 1
        assert pdf.Root.Lang == lang
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


@LANGS
def test_type_is_14_points_or_more(made, lang):
    """Only the foot of the page, with its number and version, is smaller."""
    for page in letters(made[f"facilitator-{lang}"].path):
        small = [letter for letter in page if letter.size < 14]
        assert {letter.size for letter in small} == {11}
        assert all(letter.box.y > 275 for letter in small)


def test_a_pack_without_law_or_questions_has_no_empty_headings(library):
    """A recipe may leave both out."""
    from tests.packs.conftest import with_recipe

    bare = with_recipe(library, "bare", law=[], questions=[])
    plan = describe(bare, bare.recipes["bare"], "en").plan
    headings = {b.text for g in plan for b in (g.blocks if isinstance(g, Group) else (g,)) if isinstance(b, Heading)}
    assert "Ground rules" in headings
    assert not headings & {"What the law says", "Questions for any of the stories"}


@LANGS
def test_the_title_stands_clear_of_the_band_above_it(made, lang):
    """Also beside a code, where title and purpose stand in a cell of their own."""
    first = letters(made[f"facilitator-{lang}"].path)[0]
    band = max(letter.box.y + letter.box.height for letter in first if round(letter.size) == 15)
    title = min(letter.box.y for letter in first if round(letter.size) == 28)
    assert title > band + 6
