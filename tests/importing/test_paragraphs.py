"""Paragraphs that a person would write: they end where sentences end, whatever captions do."""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import examples

from .words import codes_of, draft_of, paragraphs_of, text_of

#: Sentences of a talk, of every length that people speak in.
TOLD = (
    "So we went down to the kitchen, because that is where everybody talks. She said nothing. And what would you have done? "
    "I had thought about it all night, and about the letter, and about what her son had told us on the Monday before, when "
    "the rain came in under the door and nobody could find the key to the shed. It was Dr. Pugh who asked her. Tea helped! "
    "There were three of us round the table by then, and the clock had stopped, so we only noticed how late it was when the "
    "bus went by without its lights. Nobody had written any of it down."
)
SENTENCES = re.split(r"(?<!Dr)(?<=[.?!]) ", TOLD)


def talk(count: int) -> list[str]:
    return [SENTENCES[i * 7 % len(SENTENCES)] for i in range(count)]


def clock(second: float) -> str:
    return f"{int(second) // 3600:02}:{int(second) // 60 % 60:02}:{int(second) % 60:02}.{round(second * 1000) % 1000:03}"


def film(words: list[str], each: int, gaps: dict[int, float] | None = None) -> str:
    """Captions of so many words, one every two seconds; silences before some of them."""
    cues, now = [], 0.0
    for n, i in enumerate(range(0, len(words), each)):
        now += (gaps or {}).get(n, 0)
        cues.append(f"{clock(now)} --> {clock(now + 2)}\n{' '.join(words[i : i + each])}")
        now += 2
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def torn(paragraphs: list[str]) -> list[str]:
    """Paragraphs that begin within a sentence."""
    return [b for a, b in pairwise(paragraphs) if not a.endswith((".", "?", "!")) or b[0].islower()]


@pytest.mark.parametrize("each", [3, 5, 9, 20])
def test_a_film_with_a_caption_every_two_seconds(each):
    """Ninety minutes and more: no paragraph begins within a sentence, and all but the last are of a usual length."""
    words = " ".join(talk(700)).split()
    draft = draft_of(film(words, each))
    found = text_of(draft).split("\n\n")
    assert torn(found) == []
    lengths = [len(p.split()) for p in found]
    assert all(40 <= n <= 120 for n in lengths[:-1])
    assert text_of(draft).split() == words


@pytest.mark.parametrize("shape", ["{}", "{}\n", "0:{:02} {}"], ids=["lines", "lines apart", "clocks"])
def test_a_film_pasted_as_lines(shape):
    """The same where each caption became a line, with empty lines between or with clocks before them."""
    words = " ".join(talk(150)).split()
    rows = [" ".join(words[i : i + 17]) for i in range(0, len(words), 17)]
    if ":" in shape:
        source = "\n".join(f"{n * 6 // 60}:{n * 6 % 60:02} {row}" for n, row in enumerate(rows))
    else:
        source = "\n".join(shape.format(row) for row in rows)
    found = paragraphs_of(source)
    assert torn(found) == []
    assert 40 <= statistics.median(len(p.split()) for p in found) <= 120
    assert " ".join(found).split() == words


def test_a_long_silence_begins_a_paragraph():
    """At the end of a sentence; within one, a silence parts nothing."""
    said = ["She waited for him.", "He never came to the house at all."]
    words = " ".join(said).split()
    assert paragraphs_of(film(words, 4, {1: 9})) == said
    assert paragraphs_of(film(words, 6, {1: 9})) == [" ".join(said)]


def test_captions_without_full_stops_are_parted_at_silences():
    """And the report says that these borders are guesses."""
    words = re.sub(r"[.?!,]", "", " ".join(talk(60))).lower().split()
    gaps = {13: 3.0, 27: 3.0, 44: 3.0, 60: 3.0}
    draft = draft_of(film(words, 5, gaps))
    found = text_of(draft).split("\n\n")
    begins = [" ".join(words[5 * n : 5 * n + 5]) for n in gaps]
    assert [any(p.startswith(b) for p in found) for b in begins] == [True] * 4
    assert "no-stops" in codes_of(draft)
    assert max(len(p.split()) for p in found) <= 120


def test_usual_captions_say_nothing_of_guesses():
    """With full stops there is nothing to tell."""
    assert not {"no-stops", "long-sentence"} & set(codes_of(draft_of(film(" ".join(talk(60)).split(), 5))))


def test_a_stretch_without_full_stops():
    """A hundred and more words in which a machine set no full stop are parted at a silence, and it is told."""
    run = re.sub(r"[.?!]", "", " ".join(talk(30))).lower().split()
    words = [*" ".join(talk(40)).split(), *run, *" ".join(talk(40)).split()]
    draft = draft_of(film(words, 5))
    assert "long-sentence" in codes_of(draft)
    assert text_of(draft).split() == words


#: What somebody tells without a full stop, as a machine heard it; a bar where a sentence begins.
RUN = (
    "I used to go to a lady who lived by the harbour she was poorly and her husband was as well and they had a son "
    "who worked away in the week and came home on a Friday and it was near Easter when she asked me whether I could "
    "take her to the market in the town as she had not been out since before the snow and wanted some wool for "
    "the blankets | she had made one for each of the children in the street and the last two were waiting so I rang "
    "the office about the hours and about the chair with the motor that stood in her hall under a sheet with a flat "
    "battery and a man came out with a new one and showed us both how to charge it up for the hills | and we went "
    "on the Tuesday with a flask and the dog and everybody in the market hall knew her name and came over to shake "
    "her hand and the lady from the wool stall gave her a bag of ends for nothing and would not hear a word about it "
    "I took a photograph of her by the fountain with the bag in her lap which is on the wall in that hall until now "
    "and will stay there for a good while longer if her husband has his way about it as he does with most matters "
    "in that house."
)
RUN_CY = (
    "roedd menyw yn byw ger yr harbwr nad oedd wedi bod allan o'r tŷ am fisoedd ac roedd ei gŵr yn sâl hefyd ac yn "
    "methu mynd yn bell heb stopio a dyma hi'n gofyn i mi un bore a fyddwn i'n mynd â hi i'r farchnad am fod arni hi "
    "eisiau prynu gwlân ar gyfer y blancedi bach i blant y stryd | felly dyma fi'n ffonio'r swyddfa am yr oriau ac am "
    "y gadair oedd yn sefyll yn y cyntedd o dan gynfas gyda batri fflat a daeth dyn allan i osod un newydd a dangos i "
    "ni'n dau sut mae ei wefru cyn mynd i fyny'r rhiw i ganol y dref yn y glaw | ac roedd pawb yn neuadd y farchnad yn "
    "cofio ei henw ac yn dod draw i ysgwyd ei llaw a chafodd hi lond bag o ddarnau gwlân am ddim gan y fenyw ar y "
    "stondin oedd ddim yn fodlon clywed gair am dalu na dim byd o'r fath y prynhawn hwnnw a phan "
    "ddaethon ni adre â'r bag yn ei chôl a'r ci yn cysgu ar ei thraed roedd ei gŵr wedi gwneud te i dri am y tro cyntaf "
    "ers yr haf ac wedi torri bara menyn hefyd heb i neb ofyn iddo o gwbl."
)


@pytest.mark.parametrize(("run", "lang"), [(RUN, "en"), (RUN_CY, "cy")])
@pytest.mark.parametrize("shape", ["{}", "0:{:02} {}"], ids=["lines", "clocks"])
def test_without_full_stops_a_paragraph_begins_where_a_sentence_seems_to(run, lang, shape):
    """Nothing is said of silences: the words on both sides of a line's end tell where it may be parted."""
    borders = [part.split() for part in run.split("|")]
    rows = [" ".join(part[i : i + 8]) for part in borders for i in range(0, len(part), 8)]
    around = " ".join(talk(20)) if lang == "en" else "Roedd hi'n oer. Daeth hi i mewn. Beth oedd yn bod? Dim byd. " * 6
    rows = [around, *rows, around]
    source = "\n".join(shape.format(n, row) if ":" in shape else row for n, row in enumerate(rows))
    draft = draft_of(source, lang=lang)
    found = text_of(draft).split("\n\n")
    firsts = [" ".join(part[:3]) for part in borders[1:]]
    begun = [" ".join(p.split()[:3]) for a, p in pairwise(found) if not a.endswith((".", "?", "!"))]
    assert begun == firsts
    assert "long-sentence" in codes_of(draft)


def test_a_run_in_which_no_sentence_seems_to_begin_stays_whole():
    """Rather one long paragraph, and a line in the report, than one that begins within a sentence."""
    row = "past the shop with the bread and the"
    around = " ".join(talk(20))
    draft = draft_of("\n".join([around, "Down we went", *[row] * 40, "river.", around]))
    assert torn(text_of(draft).split("\n\n")) == []
    assert "long-sentence" in codes_of(draft)


def test_what_a_person_wrote_in_paragraphs_stays():
    """Paragraphs that end with a sentence are their writer's, however short."""
    text = ["Yes.", "No, she did not.", "Then we had tea.", "It was cold."]
    assert paragraphs_of("\n\n".join(text)) == text


@given(each=st.integers(1, 30), count=st.integers(10, 60), gaps=st.dictionaries(st.integers(0, 60), st.sampled_from([0.5, 3.0, 8.0])))
@examples(40)
def test_no_paragraph_begins_within_a_sentence(each, count, gaps):
    """Whatever length captions have, and whatever silences lie between them."""
    words = " ".join(talk(count)).split()
    found = paragraphs_of(film(words, each, gaps), anyway=True)
    assert torn(found) == []
    assert " ".join(found).split() == words
