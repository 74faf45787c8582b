"""What stands in the other language on a page is marked as that (WCAG 3.1.2): Welsh on English pages, and titles on either."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.conftest import REPOSITORY

#: Words that hold Welsh sentences together and are no English ones; and those that are, or that are single letters.
TELLING = (
    "ac|ddim|dydy|eich|gan|gyda|heb|hefyd|hon|hwn|hyn|mae|neu|nhw|nid|oedd|roedd|rydych|rydyn|sydd|wedi|ydy|yn|yr|a'r|i'r|o'r"
)
OTHERS = "chi|dim|ei|ein|eu|fe|i|sy|sy'n|y"
_TELLING = re.compile(rf"(?i)(?<![\w'’-])(?:{TELLING})(?![\w'’-])")
_WELSH = re.compile(rf"(?i)(?<![\w'’-])(?:{TELLING}|{OTHERS})(?![\w'’-])")
_UNIT = re.compile(r"[.!?:;|•·\n\t()\[\]{}<>\"“”]+")


def said_in(said, lang: str) -> dict[str, str]:
    """What pages say in their own language, with a page on which it stands; a session says what its story says."""
    mine = said[lang]["runs"][lang]
    assert len(set(mine.values())) > 200
    return {" ".join(text.split()): page for text, page in mine.items()}


def titles(lang: str) -> re.Pattern[str]:
    """Titles of sources and films in one language, of two words at least: one word may be any."""
    facts = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in (REPOSITORY / "stories").glob("*/*/story.yml")]
    said = {
        one["title"]
        for fact in facts
        for one in (fact.get("source") or {}, fact.get("film") or {})
        if one.get("how_it_reached_us") != "invented" and isinstance(one.get("title"), str)
        if one.get("language", "en") == lang and len(one["title"].split()) > 1
    }
    assert said
    return re.compile("|".join(rf"(?<!\w){re.escape(title)}(?!\w)" for title in sorted(said, key=len, reverse=True)))


def is_welsh(unit: str) -> bool:
    """Whether a part of a sentence is held together by Welsh words."""
    return bool(_TELLING.search(unit)) and len(_WELSH.findall(unit)) > 1


@pytest.mark.build
@pytest.mark.parametrize(("lang", "other"), [("en", "cy"), ("cy", "en")])
def test_what_is_in_the_other_language_is_marked(said, lang, other):
    mine = said_in(said, lang)
    foreign = titles(other)
    assert {text: page for text, page in mine.items() if foreign.search(text)} == {}
    if lang == "en":
        assert {text: page for text, page in mine.items() if any(map(is_welsh, _UNIT.split(text)))} == {}
