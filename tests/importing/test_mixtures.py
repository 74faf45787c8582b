"""Files in which one style follows another: every word once, no clock or tag among them, speakers as named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import examples

from .words import codes_of, draft_of, text_of

VOCABULARY = (
    "she went down to the river and looked at it for a long while before anybody spoke of tea mae'r dŵr yn oer heddiw "
    "meddai hi wrth y drws nobody answered him because it rained"
)
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCE = st.lists(WORDS, min_size=4, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
TALK = st.lists(SENTENCE, min_size=3, max_size=7)


def stamp(second: int, mark: str) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{mark}000"


def short(second: int) -> str:
    return f"{second // 60}:{second % 60:02}"


def who(i: int) -> str:
    return ("Nia Harries", "Gwyn Pugh")[i % 2]


def spoken(second: int) -> str:
    return f"{second // 60} minute{'' if second // 60 == 1 else 's'} {second % 60} second{'' if second % 60 == 1 else 's'}"


def webvtt(talk: list[str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"{stamp(4 * i, '.')} --> {stamp(4 * i + 4, '.')}\n{t}" for i, t in enumerate(talk))


def voices(talk: list[str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(
        f"{stamp(4 * i, '.')} --> {stamp(4 * i + 4, '.')}\n<v {who(i)}>{t}</v>" for i, t in enumerate(talk))


def subrip(talk: list[str]) -> str:
    return "\n\n".join(f"{i + 1}\n{stamp(4 * i, ',')} --> {stamp(4 * i + 4, ',')}\n{t}" for i, t in enumerate(talk))


def named(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)}  {short(4 * i)}\n{t}" for i, t in enumerate(talk))


def heads(talk: list[str]) -> str:
    return "\n".join(f"[{stamp(4 * i, '.')[:8]}] {t}" for i, t in enumerate(talk))


def lines(talk: list[str]) -> str:
    return "\n".join(f"{short(4 * i)}\n{t}" for i, t in enumerate(talk))


def spans(talk: list[str]) -> str:
    return "\n".join(f"[{stamp(4 * i, '.')} --> {stamp(4 * i + 4, '.')}]  {t}" for i, t in enumerate(talk))


def sonix(talk: list[str]) -> str:
    return "\n\n".join(f"{who(i)}: [{stamp(4 * i, '.')[:8]}] {t}" for i, t in enumerate(talk))


def scribe(talk: list[str]) -> str:
    return "\n\n".join(f"[{stamp(4 * i, '.')[:8]}.05] - {who(i)}\n{t}" for i, t in enumerate(talk))


def teams(talk: list[str]) -> str:
    return "\n".join(
        f"{who(i)}\n{spoken(4 * i)}{short(4 * i)}\n{who(i)} {spoken(4 * i)}\n{t}" for i, t in enumerate(talk))


STYLES: list[Callable[[list[str]], str]] = [webvtt, voices, subrip, named, heads, lines, spans, sonix, scribe, teams]
NAMED = {voices, named, sonix, scribe, teams}
_CLOCK = re.compile(r"\d:\d\d|-->|<v|</|\bseconds?\b")


def plain(text: str) -> list[str]:
    """The words, without names before a colon and the dash of a turn."""
    return [w for w in re.sub(r"(?m)^(?:Nia Harries|Gwyn Pugh): |^– ", "", text).split()]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@given(talk=TALK)
@examples(20)
def test_each_style_alone(style, talk):
    """What holds for mixtures holds for each by itself, with who says what."""
    draft = draft_of(style(talk), anyway=True)
    assert plain(text_of(draft)) == " ".join(talk).split()
    assert set(draft.speakers) == ({"Nia Harries", "Gwyn Pugh"} if style in NAMED else set())
    if style in NAMED:
        assert text_of(draft).split("\n\n") == [f"{who(i)}: {t}" for i, t in enumerate(talk)]


@pytest.mark.parametrize("second", STYLES, ids=lambda style: style.__name__)
@given(first=st.sampled_from(STYLES), a=TALK, b=TALK)
@examples(40)
def test_one_style_after_another(second, first, a, b):
    """Two recordings in one file: both are read, each in its own style, and the report says where the second begins."""
    draft = draft_of(first(a) + "\n\n" + second(b) + "\n", anyway=True)
    assert plain(text_of(draft)) == " ".join(a + b).split()
    assert not _CLOCK.search(text_of(draft))
    assert set(draft.speakers) <= {"Nia Harries", "Gwyn Pugh"}
    assert {"clocks-again", "goes-on"} & set(codes_of(draft)) or first in {webvtt, voices, subrip}


@given(styles=st.lists(st.sampled_from(STYLES), min_size=3, max_size=4), talks=st.lists(TALK, min_size=4, max_size=4))
@examples(60)
def test_several_styles(styles, talks):
    """Three or four in a row lose no word and leave no clock."""
    source = "\n\n".join(style(talk) for style, talk in zip(styles, talks, strict=False))
    draft = draft_of(source, anyway=True)
    said = [t for talk in talks[: len(styles)] for t in talk]
    assert plain(text_of(draft)) == " ".join(said).split()
    assert not _CLOCK.search(text_of(draft))
