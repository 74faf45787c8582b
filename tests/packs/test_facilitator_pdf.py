"""The leader's papers: how to begin, a sheet for each story, what is filled in; readable by a screen reader."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests.packs.conftest import with_recipe, with_text
from tests.packs.reading import letters, lines, squeezed
from tests.packs.test_cards_pdf import elements, fonts, tag_counts
from whatmatters.deck.blocks import Heading, Ruled, Side
from whatmatters.deck.kinds import PAUSE
from whatmatters.deck.leader_sheet import leader_sheet
from whatmatters.deck.pack_description import describe, story_card
from whatmatters.deck.paper_side_measuring import SIZES, height_of, size_of
from whatmatters.deck.paper_spacing import PAPER
from whatmatters.deck.session import story_sessions
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.print.pack_pdfs import facilitator_pdf

LANGS = pytest.mark.parametrize("lang", LANGUAGES)

#: Below this (mm) stands the foot of a side.
FOOT = 280

#: Sides before the first story's, and after the last one's.
BEFORE, AFTER = 2, 3


def whole_text(path) -> list[str]:
    """What each side says, without its foot."""
    return [squeezed("".join(letter.text for letter in page if letter.box.y < FOOT)) for page in letters(path)]


def of_stories(library, said: list[str]):
    """Each story with its two sides."""
    return zip(library.stories.values(), said[BEFORE:-AFTER:2], said[BEFORE + 1 : -AFTER : 2], strict=True)


@LANGS
def test_each_story_has_one_sheet_and_the_ending_stands_overleaf_alone(long_library, made, lang):
    """In front the story to its pause and what is asked there; behind it all the rest."""
    said = whole_text(made[f"facilitator-{lang}"].path)
    assert len(said) == BEFORE + 2 * len(long_library.stories) + AFTER
    for story, front, back in of_stories(long_library, said):
        text = story.texts[lang]
        assert all(squeezed(words) in front for words in (text.title, *text.before, *text.at_pause))
        for words in (*text.after, *text.afterwards):
            assert squeezed(words) in back
            assert squeezed(words) not in front
        # A front has an odd number, so that the sheet is its own when both sides are printed.
        assert said.index(front) % 2 == 0


@LANGS
def test_the_pause_stands_in_a_box_of_its_own_colour(long_library, made, lang):
    """The tint that it has on cards, on slides and in Word, once on each front whose story has one; on no other side."""
    tint = [round(int(PAUSE.tint[n : n + 2], 16) / 255, 2) for n in (1, 3, 5)]
    with pikepdf.open(made[f"facilitator-{lang}"].path) as pdf:
        filled = [
            sum(str(sign) == "scn" and [round(float(x), 2) for x in values] == tint for values, sign in pikepdf.parse_content_stream(page))
            for page in pdf.pages
        ]
    fronts = [int(bool(story.texts[lang].after)) for story in long_library.stories.values()]
    assert any(fronts)
    assert filled[BEFORE:-AFTER:2] == fronts
    assert sum(filled) == sum(fronts)


@LANGS
def test_a_sheet_has_all_that_a_leader_needs(long_library, made, lang):
    """The plan's steps, help for the talk, the law by name, what to fill in, and where the story comes from."""
    said = whole_text(made[f"facilitator-{lang}"].path)
    session, ui = long_library.session, long_library.interface
    (plan,) = [agenda for agenda in session.agendas if agenda.minutes == 30]
    for story, front, back in of_stories(long_library, said):
        assert all(squeezed(words[lang]) in front for step in plan.steps for words in (step.title, step.text))
        assert all(squeezed(ui(f"packs-{name}", lang)) in front for name in ("hands-card-1", "keep-back", "hands-card-2"))
        topics = [long_library.read_across.topic[topic] for topic in story.facts.law]
        for words in (
            *(asked[lang] for asked in session.facilitation.follow_ups),
            *(topic.name[lang] for topic in topics),
            *(ui(f"packs-{name}", lang) for name in ("agreed", "come-back", "who-to-tell")),
            *(long_library.vocabulary.tags[tag].label[lang] for tag in story.tag_ids),
        ):
            assert squeezed(words) in back


@LANGS
def test_the_first_sheet_says_how_to_begin_and_the_last_sides_are_filled_in(long_library, made, lang):
    """Purpose, people, room, what is needed, roles, rules; then record, learning log and slips, each on a side.

    Slips are cut up: they begin a leaf, and nothing stands on its back.
    """
    said = whole_text(made[f"facilitator-{lang}"].path)
    session, help_ = long_library.session, long_library.session.facilitation
    recipe = long_library.recipes["all-of-it"]
    begin = [recipe.title, recipe.purpose, help_.people, help_.room, *help_.materials, *help_.before]
    assert all(squeezed(words[lang]) in said[0] for words in begin)
    rules = [*session.ground_rules, *(words for role in help_.roles for words in (role.name, role.does))]
    assert all(squeezed(words[lang]) in said[1] for words in rules)
    assert all(squeezed(words) in said[1] for words in session.confidential(lang))
    record, log, slips = said[-AFTER:]
    assert len(said) % 2 == 1
    for side, asked in ((record, help_.record), (slips, help_.slips)):
        assert all(squeezed(words[lang]) in side for p in asked for words in (p.heading, p.prompt))
    assert all(squeezed(words[lang]) in log for words in help_.log)


@LANGS
def test_no_line_to_write_on_goes_through_words(made, lang):
    """Not in the learning log either, whose labels stand between lines."""
    path = made[f"facilitator-{lang}"].path
    for number, page in enumerate(letters(path)):
        ruled = [y for x1, y, x2, _ in lines(path, number) if 160 < x2 - x1 < 180]
        for letter in page:
            top, bottom = letter.box.y, letter.box.y + letter.box.height
            # Rules of tables stand under their words, where the tail of a letter may touch them.
            assert not any(top < y < bottom - 0.35 * letter.box.height for y in ruled), (number, letter)


@LANGS
def test_the_plan_is_a_table_with_a_header_row(long_library, made, lang):
    """One for each story; the clock and the words are those of the middle plan, the columns those of all."""
    with pikepdf.open(made[f"facilitator-{lang}"].path) as pdf:
        tags = tag_counts(pdf)
        assert tags["/Table"] == tags["/THead"] == len(long_library.stories)
        assert tags["/TH"] == (2 + len(long_library.session.agendas)) * len(long_library.stories)
        assert tags["/H1"] == 1
        assert pdf.Root.Lang == lang
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


@LANGS
def test_type_is_12_points_or_more(made, lang):
    """Only the foot is smaller: what a holder needs, and smaller still the version."""
    for page in letters(made[f"facilitator-{lang}"].path):
        small = [letter for letter in page if letter.size < 12]
        assert {letter.size for letter in small} == {8, 11}
        assert all(letter.box.y > FOOT for letter in small)


@LANGS
def test_the_foot_says_what_a_holder_needs(long_library, made, lang):
    """The title, the library's name, the address; id and version small."""
    pack = describe(long_library, long_library.recipes["all-of-it"], lang, "https://care.example.wales/")
    for page in letters(made[f"facilitator-{lang}"].path):
        foot, mark = ("".join(x.text for x in page if x.box.y > FOOT and x.size == size) for size in (11, 8))
        assert all(squeezed(w) in squeezed(foot) for w in (pack.title, long_library.interface("packs-author", lang), pack.address))
        assert squeezed(f"{pack.id} · {pack.version}") in squeezed(mark)


def test_without_an_address_no_path_is_printed(long_library):
    """Nobody can go to a path."""
    pack = describe(long_library, long_library.recipes["all-of-it"], "cy")
    made = facilitator_pdf(long_library, pack)
    assert pack.address.encode() not in made
    assert pack.address not in repr(pack.plan)


@LANGS
def test_a_story_without_a_pause_is_whole_in_front(library, lang):
    """Its questions stand overleaf, and nothing is said of a pause."""
    first, *_ = sorted(library.stories)
    for code in LANGUAGES:
        text = library.stories[first].texts[code]
        library = with_text(library, first, code, before=(*text.before, *text.after), after=(), at_pause=())
    one = with_recipe(library, "one", stories={"pinned": [first]})
    front, back = describe(one, one.recipes["one"], lang).plan[BEFORE : BEFORE + 2]
    stop, told = one.interface("packs-stop", lang), repr(front.blocks)
    assert all(words in told for words in one.stories[first].texts[lang].before)
    assert stop not in told
    assert all(words in repr(back.blocks) for words in one.stories[first].texts[lang].afterwards)


@LANGS
def test_every_leaders_sheet_of_the_library_fits_its_two_sides(real, lang):
    """At 12 pt or more; what is worked out beforehand is what Typst comes to, for no file has a side too many."""
    for recipe in real.recipes.values():
        pack = describe(real, recipe, lang, "https://care.example.wales/")
        with pikepdf.open(BytesIO(facilitator_pdf(real, pack))) as pdf:
            assert len(pdf.pages) == len(pack.plan), recipe.id


@LANGS
def test_no_story_of_the_library_needs_a_third_side(real, lang):
    """Not those either that no pack has yet."""
    agendas, word = real.session.agendas, wording(real, lang)
    follow_ups = tuple(asked[lang] for asked in real.session.facilitation.follow_ups)
    for story in real.stories.values():
        sessions = story_sessions(real, story, lang)
        for side in leader_sheet(story_card(real, story, lang), agendas, sessions, follow_ups, word):
            assert height_of(side, SIZES[-1]) <= PAPER.room[1], story.id


def test_a_side_is_set_as_large_as_it_has_room_for():
    """The largest size where little stands on it, the least where nothing would help."""
    little, much = Side((Heading(2, "A title"), Ruled(3))), Side((Heading(2, "A title"), Ruled(60)))
    assert size_of(little) == SIZES[0] == 14
    assert size_of(much) == SIZES[-1] == 12


def test_headings_come_in_order(made):
    """None leaves a level out, as PDF/UA-1 asks."""
    with pikepdf.open(made["facilitator-en"].path) as pdf:
        levels = [int(str(e.S)[2:]) for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S)[:2] == "/H" and str(e.S)[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
