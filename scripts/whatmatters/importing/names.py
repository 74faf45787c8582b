"""What a speaker's name looks like."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_LETTERS = r"[^\W\d_]"
#: Bethan, O'Brien, ap-Rhys, J., Siân, MAIR; small words inside a name; a number behind one (Speaker 1, Siaradwr 2).
_WORD = rf"{_LETTERS}[\w.'’\-]*"
_SMALL = {
    *("ap", "ab", "ferch", "fab", "van", "von", "van der", "de", "der", "den", "di", "da", "la", "le"),
    *("al", "bin", "el", "y", "yr", "o", "of", "the", "and", "a", "ac", "i", "yn", "&"),
}
#: A name, with what meetings put behind it in brackets: (Guest), (she/her), (Cardiff Council).
NAME = rf"{_WORD}(?:,?[ \t]{{1,2}}(?:&|{_WORD}|\d{{1,3}})){{0,5}}(?:[ \t]\([^()\n]{{1,40}}\)){{0,2}}"
_NAME = re.compile(NAME)
#: What programs call the people whom they cannot name: spk_0, SPEAKER_01, speaker 2, Siaradwr 3.
_LABEL = re.compile(r"(?:spk|speaker|siaradwr|channel|ch)[ _-]?\d{1,3}", re.I)
_BRACKETS = re.compile(r"\s\([^()]*\)")


@cache
def _not_names() -> frozenset[str]:
    data = yaml.safe_load(Path(__file__).with_name("not_names.yml").read_text(encoding="utf-8"))
    return frozenset(word for words in data.values() for word in words.split())


@cache
def _roles() -> frozenset[str]:
    data = yaml.safe_load(Path(__file__).with_name("roles.yml").read_text(encoding="utf-8"))
    return frozenset(word for words in data.values() for word in words.split())


def is_name(text: str) -> bool:
    """Whether `text` could be the name of a person or the role of a speaker: every word begins large.

    Small words within a name need not, and neither need the later words of a role: `Social worker`.
    """
    if len(text) > 70 or not _NAME.fullmatch(text):
        return False
    if is_label(text):
        return True
    words = _BRACKETS.sub("", text).replace(",", " ").split()
    return (
        bool(words)
        and words[0][0].isupper()
        and all(w[0].isupper() or w[0].isdigit() or re.split("['’]", w)[0] in _SMALL or w in _roles() for w in words)
        and words[-1] not in _SMALL
        and words[0].lower().rstrip(".") not in _not_names()
    )


def is_label(text: str) -> bool:
    """Whether a program that cannot name people calls somebody so."""
    return _LABEL.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """What programs write where they do not know who speaks."""
    return text.casefold() in {
        *(
            "unknown speaker",
            "unknown",
            "speaker_turn",
            "speaker_unknown",
            "spk_unknown",
            "unidentified speaker",
            "speaker",
        ),
        *("siaradwr anhysbys", "anhysbys", "siaradwr"),
    }
