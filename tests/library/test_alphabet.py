"""Welsh lists follow the Welsh alphabet."""

from __future__ import annotations

import pytest

from whatmatters.language.alphabet import sort_key

WELSH = [
    "aber",
    "bara",
    "cwm",
    "cyw",
    "chwaer",
    "dafad",
    "dydd",
    "ddoe",
    "egin",
    "fan",
    "ffa",
    "gwlad",
    "ngwlad",
    "haf",
    "lein",
    "lwc",
    "llan",
    "pont",
    "phont",
    "rygbi",
    "rhaff",
    "sir",
    "tŷ",
    "tŷ haf",
    "tywydd",
    "theatr",
    "ŵyr",
    "ysgol",
]
ENGLISH = ["a walk", "blue", "child", "cup", "daddy", "day", "llama", "lost", "the file", "'tis", "zebra"]


def test_welsh_order():
    """Ch follows all of c, dd all of d, ng stands after g; accents do not count, a short word comes first."""
    assert sorted(reversed(WELSH), key=lambda w: sort_key(w, "cy")) == WELSH


def test_english_order():
    """English sorts letter by letter, whatever quotation mark stands first."""
    assert sorted(reversed(ENGLISH), key=lambda w: sort_key(w, "en")) == ENGLISH


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_case_does_not_count(lang):
    """A capital letter sorts with its small one."""
    assert sort_key("Llan", lang) == sort_key("llan", lang)
