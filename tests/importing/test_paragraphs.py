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
