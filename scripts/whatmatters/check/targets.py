"""Links and pictures in a Markdown text, and what their targets are in either language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..language.codes import LANGUAGES
from .parts import Part

_TARGET = r"\]\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
PICTURE = re.compile(r"!\[[^\[\]]{0,500}" + _TARGET)
LINK = re.compile(r"\[[^\[\]]{0,500}" + _TARGET)
ADDRESS = re.compile(r"<(?P<target>https?://[^>\s]+)>")

#: Names that one site has in each language. Its pages have other addresses too, so only the site is compared.
SITES = {
    "llyw.cymru": "gov.wales",
    "gofalcymdeithasol.cymru": "socialcare.wales",
    "arolygiaethgofal.cymru": "careinspectorate.wales",
    "comisiynyddygymraeg.cymru": "welshlanguagecommissioner.wales",
    "gig.cymru": "nhs.wales",
    "senedd.cymru": "senedd.wales",
    "ombwdsmon.cymru": "ombudsman.wales",
    "complantcymru.org.uk": "childcomwales.org.uk",
    "comisiynyddph.cymru": "olderpeople.wales",
}
_CODES = "|".join(LANGUAGES)
#: Parts of an address that only say the language.
LANGUAGE_PARTS = {*LANGUAGES, "english", "welsh", "cymraeg", "saesneg"}


@dataclass(frozen=True)
class Target:
    """Where a link or a picture leads, as it is written."""

    line: int
    target: str


def links(text: str, first_line: int) -> tuple[Target, ...]:
    """Every link in the order of the text; one around a picture counts, the picture does not."""
    return _found(PICTURE.sub(_as_letters, text), first_line, LINK, ADDRESS)


def pictures(text: str, first_line: int) -> tuple[Target, ...]:
    """Every picture in the order of the text."""
    return _found(text, first_line, PICTURE)


def _found(text: str, first_line: int, *patterns: re.Pattern[str]) -> tuple[Target, ...]:
    matches = sorted((m for pattern in patterns for m in pattern.finditer(text)), key=lambda m: m.start())
    ends = [i for i, letter in enumerate(text) if letter == "\n"] if matches else []
    return tuple(Target(bisect_left(ends, m.start()) + first_line, m["target"]) for m in matches)


def _as_letters(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "x", match[0])


def as_parts(targets: tuple[Target, ...], neutral: Callable[[str], str]) -> tuple[Part, ...]:
    """The targets as parts of a structure, the same in both languages."""
    return tuple(Part(t.line, neutral(t.target)) for t in targets)


def neutral(target: str) -> str:
    """A target without its language: `../../cy/x.md` and `../../en/x.md` are one, `a-cy.svg` and `a-en.svg` too."""
    if re.match(r"https?://", target):
        return _neutral_address(target)
    path, mark, anchor = target.partition("#")
    path = re.sub(rf"(?<![^/])({_CODES})(?=/)", "*", path)
    return re.sub(rf"(?<=[-._])({_CODES})(?=\.[a-z0-9]+$)", "*", path) + mark + anchor


def _neutral_address(target: str) -> str:
    parts = urlsplit(target)
    host = parts.netloc.lower().removeprefix("www.")
    if host in SITES or host in SITES.values():
        return SITES.get(host, host)
    path = "/".join(p for p in parts.path.split("/") if p and p not in LANGUAGE_PARTS)
    return f"{host}/{path}"
