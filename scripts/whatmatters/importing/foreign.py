"""Texts in neither Welsh nor English: which language they seem to be in, told from small words and letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from whatmatters.language.detection import Heard

from ..messages.message import Message

#: Words that are looked at, and the fewest small words of a language that show it.
LOOKED_AT, FEWEST = 5000, 5
#: How many of all words must be small words of that language, in percent: in prose about half are.
SHARE = 15
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Letters, endings and short forms that English does not have.
_WELSH = re.compile(
    r"[ŵŷ]|[^\W\d_]'(?:n|r|i|u|w|ch)$|^(?:dd|ff|ll|rh|ngh|mh|nh|ngw)|(?:wyd|odd|odd|ydd|aeth|iau|au|wyr|ion|wch|wn|ais|ith|yn)$|^(?:gw|cyf|cym)|ae|oe|wy|yw"
)
#: As Unicode names the letters of each script.
_SCRIPTS = {
    "ARABIC": Message("Arabic"),
    "CYRILLIC": Message("Cyrillic"),
    "GREEK": Message("Greek"),
    "HEBREW": Message("Hebrew"),
    "DEVANAGARI": Message("Devanagari"),
    "BENGALI": Message("Bengali"),
    "CJK": Message("Chinese or Japanese"),
    "HIRAGANA": Message("Japanese"),
    "KATAKANA": Message("Japanese"),
    "HANGUL": Message("Korean"),
    "THAI": Message("Thai"),
}
#: As `foreign.yml` names them.
_LANGUAGES = {
    "French": Message("French"),
    "German": Message("German"),
    "Spanish": Message("Spanish"),
    "Italian": Message("Italian"),
    "Portuguese": Message("Portuguese"),
    "Polish": Message("Polish"),
    "Dutch": Message("Dutch"),
    "Romanian": Message("Romanian"),
}


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_name("foreign.yml").read_text(encoding="utf-8"))
    return {name: frozenset(str(words).split()) for name, words in data.items()}


@cache
def _everyday() -> frozenset[str]:
    data = yaml.safe_load(Path(__file__).with_name("everyday_welsh.yml").read_text(encoding="utf-8"))
    return frozenset(data["words"].split())


def foreign(texts: Iterable[str], counted: Heard) -> Message | None:
    """What a text that is in another language seems to be in; None for Welsh and English, and where nothing shows."""
    words: list[str] = []
    for text in texts:
        words += (word.lower().replace("’", "'") for word in _WORD.findall(text))
        if len(words) >= LOOKED_AT:
            break
    if not words:
        return None
    if script := _script("".join(words)):
        return Message("written in {script} letters", script=script)
    name, found = max(
        ((name, sum(word in small for word in words)) for name, small in _lists().items()), key=lambda pair: pair[1]
    )
    ours = max(counted.small.values())
    return (
        Message("in {language}", language=_LANGUAGES[name])
        if found >= FEWEST and found > 2 * ours and found * 100 >= SHARE * len(words)
        else None
    )


def looks_welsh(texts: Iterable[str], counted: Heard) -> bool:
    """Whether a handful of words is Welsh: by small words and by what only Welsh spells."""
    words = [word.lower().replace("’", "'") for text in texts for word in _WORD.findall(text)]
    spelt = sum(word in _everyday() or _WELSH.search(word) is not None for word in words)
    # `to` is a roof in Welsh: an English word among many Welsh signs is none.
    signs = counted.of("cy") + spelt
    return len(words) >= 2 and signs >= 2 + 2 * counted.of("en") and spelt * 4 >= len(words)


def _script(letters: str) -> Message | None:
    some = [c for c in letters[:2000] if not c.isascii()]
    if len(some) * 2 < min(len(letters), 2000):
        return None
    kinds = [unicodedata.name(c, "").split(" ")[0] for c in some]
    most = max(set(kinds), key=kinds.count) if kinds else ""
    return _SCRIPTS.get(most)
