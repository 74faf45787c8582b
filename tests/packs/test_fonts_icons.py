"""Fonts have every letter of both languages; icons and colours are there, and colours are dark enough."""

from __future__ import annotations

import unicodedata

import pytest

from whatmatters.deck.kinds import KINDS, PACK
from whatmatters.library import theme_icons as icons
from whatmatters.typography.fonts import FAMILY, characters, fonts, missing

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MARKS = "0123456789.,:;?!'’‘\"“”()-–—…&/£%·•"


@pytest.mark.parametrize("accent", ["\u0302", "\u0300", "\u0301", "\u0308"])
def test_every_vowel_of_welsh_with_every_accent(accent):
    """Circumflex, grave, acute and diaeresis on a, e, i, o, u, w and y, small and capital."""
    letters = [unicodedata.normalize("NFC", v + accent) for v in "aeiouwyAEIOUWY"]
    assert missing("".join(letters)) == []


def test_letters_figures_and_marks():
    assert missing(LETTERS + LETTERS.upper() + MARKS + " \n") == []


def test_what_is_missing_comes_once_and_in_order():
    assert missing("a☃b漢☃") == ["☃", "漢"]


def test_only_our_own_font_is_known():
    """The same file on every machine: neither the machine's fonts nor Typst's own are in use."""
    assert fonts().families() == [FAMILY]
    assert "ŵ" in characters()


@pytest.mark.parametrize("style", [*KINDS.values(), PACK])
def test_white_on_the_band_and_black_on_the_tint_reach_seven_to_one(style):
    assert contrast(style.colour, "#ffffff") >= 7
    assert contrast(style.tint, "#1a1a1a") >= 7
    assert icons.exists(style.icon)


def test_kinds_differ_by_more_than_colour():
    """In black and white icon and word remain."""
    assert len({style.icon for style in KINDS.values()}) == len(KINDS)


def test_icons_are_coloured_and_found_by_name():
    assert 'fill="#ffffff"' in icons.filled("material/home-heart")
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.filled("material/no-such-icon")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
