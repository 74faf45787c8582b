"""The slides: every word on the wall and the facilitator's in the notes, in real placeholders, each in its language."""

from __future__ import annotations

import io
import zipfile
from textwrap import wrap

import pptx
import pytest
from pptx.oxml.ns import qn

from tests.packs.conftest import LONG_AFTER, with_text
from tests.packs.reading import squeezed
from whatmatters.deck.pack_description import describe
from whatmatters.deck.pack_slides import slides_of
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.office.powerpoint import count_slides, slides_pptx
from whatmatters.office.slide_places import BODY, COLUMNS, SMALL, TITLE, boxes, title_size
from whatmatters.typography.paragraph import Run, lines

LANGS = pytest.mark.parametrize("lang", LANGUAGES)
LOCALES = {"en": "en-GB", "cy": "cy-GB"}


@pytest.fixture(scope="module")
def shows(made):
    return {lang: pptx.Presentation(made[f"slides-{lang}.pptx"].path) for lang in LANGUAGES}


def body(slide) -> str:
    return squeezed("".join(p.text_frame.text for p in slide.placeholders if p.placeholder_format.idx == 1))


def size_of(text) -> float:
    """Of the type of a slide's text, in pt."""
    found = text._element.findall(f".//{qn('a:lstStyle')}//{qn('a:defRPr')}")
    return int(found[0].get("sz")) / 100 if found else 28


def about(show, story) -> list:
    """The slides whose foot names the story."""
    return [
        s
        for s in show.slides
        if any(p.placeholder_format.idx == 16 and f" · {story.id} · " in p.text_frame.text for p in s.placeholders)
    ]


@LANGS
def test_every_word_of_a_story_is_on_its_slides_in_order(long_library, shows, lang):
    """Up to the pause, the pause with its questions, what happened next, its questions: nobody can read ahead."""
    stop = long_library.interface("packs-stop", lang)
    for story in long_library.stories.values():
        text = story.texts[lang]
        slides = about(shows[lang], story)
        (pause,) = [n for n, s in enumerate(slides) if stop in s.shapes.title.text_frame.text]
        before, at, after = (
            "".join(map(body, part)) for part in (slides[:pause], slides[pause : pause + 1], slides[pause + 1 :])
        )
        assert before == squeezed("".join(text.before))
        assert at == squeezed("".join(text.at_pause))
        assert after == squeezed("".join((*text.after, *text.afterwards)))


@LANGS
def test_each_story_is_a_session_to_its_close(long_library, shows, lang):
    """Its last two slides are the group's record and what each will try, with the day to come back to it."""
    help_, ui = long_library.session.facilitation, long_library.interface
    ends = []
    for story in long_library.stories.values():
        slides = about(shows[lang], story)
        for slide, asked in ((slides[-2], help_.record), (slides[-1], help_.slips)):
            said = squeezed("".join(p.text_frame.text for p in slide.placeholders))
            assert all(squeezed(words[lang]) in said for p in asked for words in (p.heading, p.prompt))
        assert squeezed(ui("packs-come-back", lang)) in said
        ends.append(slides[-1].slide_id)
    assert list(shows[lang].slides)[-1].slide_id == ends[-1]


@LANGS
def test_little_text_is_large(shows, lang):
    """A slide with a line or two is set in 44 pt, one that is full in 28 pt or a little more."""
    by_letters = sorted(
        (len(text.text_frame.text), size_of(text))
        for slide in list(shows[lang].slides)[1:]
        for text in slide.placeholders
        if text.placeholder_format.idx == 1
    )
    assert by_letters[0][1] == 44
    assert by_letters[-1][1] <= 32


@LANGS
def test_a_source_waits_until_the_ending_has_been_told(long_library, lang):
    """Its title may tell of the end: where the ending takes several slides, it stands on the last of them alone."""
    library = with_text(long_library, next(iter(long_library.stories)), lang, after=LONG_AFTER)
    recipe, spoken = next(iter(library.recipes.values())), library.interface("packs-next", lang).lower()
    slides = slides_of(library, describe(library, recipe, lang, None))
    endings = [
        [bool(slide.small) for slide in slides if slide.id == story and spoken in slide.title.lower()]
        for story in dict.fromkeys(slide.id for slide in slides if slide.id)
    ]
    assert [said for said in endings if said and said != [False] * (len(said) - 1) + [True]] == []
    assert max(map(len, endings)) > 1


@LANGS
def test_the_rest_of_a_session_is_there(long_library, shows, lang):
    """Rules and commitments."""
    said = squeezed("".join(t.text or "" for s in shows[lang].slides for t in s._element.iter(qn("a:t"))))
    session = long_library.session
    wanted = [
        *session.ground_rules,
        *(p.prompt for p in (*session.facilitation.record, *session.facilitation.slips)),
    ]
    assert all(squeezed(words[lang]) in said for words in wanted)


@LANGS
def test_the_notes_hold_the_facilitators_text(long_library, shows, lang):
    """Every slide but continued rules has notes; together they say all that the sheets say of running a session."""
    notes = [s.notes_slide.notes_text_frame.text for s in shows[lang].slides]
    assert all(notes)
    said = squeezed("".join(notes))
    session, help_ = long_library.session, long_library.session.facilitation
    wanted = [
        help_.people,
        help_.room,
        *help_.materials,
        *help_.before,
        *help_.follow_ups,
        *(r.does for r in help_.roles),
        *(s.text for a in session.agendas for s in a.steps),
    ]
    assert all(squeezed(words[lang]) in said for words in wanted)
    for story in long_library.stories.values():
        assert squeezed(story.texts[lang].summary) in said


@LANGS
def test_every_slide_has_a_title_of_its_own(shows, lang):
    """In a title placeholder, read first; no two alike, so that a list of slides can be used."""
    titles = []
    for slide in shows[lang].slides:
        title = slide.shapes.title
        assert title is not None
        assert slide.shapes[0].shape_id == title.shape_id
        titles.append(title.text_frame.text)
    assert all(titles)
    assert len(set(titles)) == len(titles)


@LANGS
def test_every_run_names_its_language(long_library, shows, lang):
    """On slides and in notes; titles of sources are English everywhere."""
    sources = {f"{s.facts.source.title}. {s.facts.source.publisher}." for s in long_library.stories.values()}
    seen = set()
    for slide in shows[lang].slides:
        for part in (slide._element, slide.notes_slide._element):
            for run in (*part.iter(qn("a:r")), *part.iter(qn("a:fld"))):
                text = run.find(qn("a:t")).text
                seen.add(text)
                assert run.find(qn("a:rPr")).get("lang") == ("en-GB" if text in sources else LOCALES[lang]), text
    assert sources <= seen


@LANGS
def test_no_slide_holds_more_than_it_has_room_for(shows, lang):
    """Counted as Verdana would set it: nine lines of 54 letters at 28 pt, fewer of both at more, and room between."""
    for slide in shows[lang].slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.idx == 1:
                size = size_of(shape)
                lines = sum(len(wrap(p.text, 54 * 28 // size)) + 0.4 for p in shape.text_frame.paragraphs) - 0.4
                assert lines <= 9 * 28 // size, shape.text_frame.text


@LANGS
def test_no_title_of_the_library_touches_its_band(real, lang):
    """As Verdana sets it, whose bold letters are a quarter wider than ours, no title is higher than its place, and all of
    these lie under the band and over the text."""
    sizes = set()
    for recipe in real.recipes.values():
        for slide in slides_of(real, describe(real, recipe, lang)):
            box = next(box for box in boxes(slide.layout) if box.idx == TITLE)
            size = title_size(box, slide.title, slide.over)
            high = 0.0
            for words, points in ((slide.over, 28), (slide.title, size)):
                room = box.width * 72 / 25.4 / points / 1.27 * 1000
                high += lines((Run(words, bold=True),), room).count * points * 1.235 * 25.4 / 72
            assert high <= box.height + 0.01, slide.title
            if slide.layout != "opening":
                body = next(box for box in boxes(slide.layout) if box.idx in (BODY, *COLUMNS))
                assert 21 <= box.y < box.y + box.height <= body.y - 2
            sizes.add(size)
    assert min(sizes) >= 28
    assert len(sizes) > 2


@LANGS
def test_what_a_pack_is_for_keeps_off_what_stands_under_it(real, lang):
    """On the first slide, counted as Verdana would set it: 44 letters in 250 mm at 28 pt, and 12.6 mm a line."""
    body = next(box for box in boxes("opening") if box.idx == BODY)
    small = next(box for box in boxes("opening") if box.idx == SMALL)
    for recipe in real.recipes.values():
        high = len(wrap(recipe.purpose[lang], 44)) * 12.6
        assert high <= body.height, recipe.id
    assert body.y + body.height <= small.y


@LANGS
def test_a_long_title_is_set_smaller_on_its_slide(long_library, lang):
    """The size that was found stands on the slide itself; a title of one line has its layout's."""
    story = next(iter(long_library.stories.values()))
    library = with_text(long_library, story.id, lang, title="Gwaith " * 12 + "hir")
    show = pptx.Presentation(io.BytesIO(slides_pptx(library, describe(library, next(iter(library.recipes.values())), lang))))
    sized = {s.shapes.title.text_frame.text: s.shapes.title._element.findall(f".//{qn('a:lstStyle')}//{qn('a:defRPr')}") for s in show.slides}
    long = [found for text, found in sized.items() if text.startswith("Gwaith")]
    assert long
    assert all(int(found[0].get("sz")) < 3600 for found in long if found)
    assert any(long)
    assert any(not found for text, found in sized.items() if not text.startswith("Gwaith"))


def test_a_title_that_asks_has_no_second_mark(long_library):
    """As in `Would you tell them? What happened next`."""
    story = next(iter(long_library.stories.values()))
    library = with_text(long_library, story.id, "en", title="Would you tell them?")
    titles = [s.title for s in slides_of(library, describe(library, next(iter(library.recipes.values())), "en")) if s.id == story.id]
    assert any(title.startswith("Would you tell them? What happened next") for title in titles)
    assert not any("?:" in title for title in titles)


@LANGS
def test_slides_are_wide_and_their_placeholders_are_on_them(shows, lang):
    """16:9, and every layout's placeholders follow: nothing hangs over an edge."""
    show = shows[lang]
    assert show.slide_width * 9 == show.slide_height * 16
    assert len(show.slide_layouts) == 7
    for layout in show.slide_layouts:
        for shape in layout.placeholders:
            assert 0 <= shape.left < shape.left + shape.width <= show.slide_width
            assert 0 <= shape.top < shape.top + shape.height <= show.slide_height
    for slide in show.slides:
        known = {p.placeholder_format.idx for p in slide.slide_layout.placeholders}
        used = {p.placeholder_format.idx for p in slide.placeholders}
        assert used <= known
        assert known - used <= {14}
        assert all(
            p.has_text_frame and (p.text_frame.text or p.placeholder_format.idx == 15) for p in slide.placeholders
        )


@LANGS
def test_icons_are_marked_as_decoration(shows, lang):
    """Each stands beside its word."""
    for number, slide in enumerate(shows[lang].slides):
        picture, *more = [s for s in slide.shapes if s.shape_type == 13]
        assert [s.name for s in more] == (["QR"] if number == 0 else [])
        named = picture._element.nvPicPr.cNvPr
        assert named.get("descr") == ""
        assert [e.get("val") for e in named.iter() if e.tag.endswith("/decorative}decorative")] == ["1"]


@LANGS
def test_a_story_can_be_gone_to(long_library, shows, lang):
    """By a link on the slide of all stories, and by its section."""
    show = shows[lang]
    targets = {}
    for slide in show.slides:
        for run in slide._element.iter(qn("a:r")):
            click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
            if click is not None:
                target = slide.part.related_part(click.get(qn("r:id"))).slide
                targets[run.find(qn("a:t")).text] = target.shapes.title.text_frame.text
    stories = [s.texts[lang].title for s in long_library.stories.values()]
    assert sorted(targets) == sorted(stories)
    assert all(target.startswith(title) for title, target in targets.items())
    sections = [e for e in show.part._element.iter() if e.tag.endswith("}section")]
    assert set(stories) <= {s.get("name") for s in sections}
    listed = [e.get("id") for s in sections for e in s.iter() if e.tag.endswith("}sldId")]
    assert listed == [e.get("id") for e in show.part._element.sldIdLst]


@LANGS
def test_what_is_said_of_the_file(long_library, made, shows, lang):
    said, recipe = shows[lang].core_properties, long_library.recipes["all-of-it"]
    assert said.title.startswith(recipe.title[lang])
    assert (said.author, said.language) == (long_library.interface("packs-author", lang), LOCALES[lang])
    assert made[f"slides-{lang}.pptx"].pages == len(shows[lang].slides)


@LANGS
def test_the_same_bytes_each_time(long_library, lang):
    pack = describe(long_library, long_library.recipes["all-of-it"], lang)
    data = slides_pptx(long_library, pack)
    assert data == slides_pptx(long_library, pack)
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert {entry.date_time for entry in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name or "printerSettings" in name for name in read.namelist())
    assert count_slides(data) > 20
