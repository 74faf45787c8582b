"""`--tidy`: sentence case and full stops for captions that have neither. Only case and punctuation ever change."""

from __future__ import annotations

import re
from dataclasses import replace

from whatmatters.language.bilingual import Lang

from .turns import ENDS, Paragraph

#: English says I with a capital; in Welsh `i` is "to" and "me", and stays small.
_I = re.compile(r"(?<![\w'’-])i(?=(?:['’](?:m|ve|ll|d|re))?(?![\w'’-]))")
_FIRST = re.compile(r"[^\W\d_]")
_NEXT = re.compile(r"([.?!…][\"'”’)]*\s+[\"'“‘(]*)([^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def tidied(paragraphs: tuple[Paragraph, ...], lang: Lang) -> tuple[Paragraph, ...]:
    """The paragraphs in sentence case, each ended by a full stop where nothing else ends it.

    A text that has its capitals already stays as it is.
    """
    letters = [c for p in paragraphs if not p.sound for c in p.words if c.isalpha()]
    large = sum(c.isupper() for c in letters)
    shouted = large > 3 and large * 10 >= len(letters) * 9
    if not shouted and large * 100 > len(letters):
        return paragraphs
    bare = not any(end in p.words for p in paragraphs for end in ".?!…")
    names = frozenset(w for p in paragraphs for w in (p.speaker or "").split() if not w.isupper())
    found: list[Paragraph] = []
    going_on = False
    for paragraph, after in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        if paragraph.sound:
            found.append(paragraph)
            continue
        pieces = [_quietened(p, names) if shouted else p for p in paragraph.pieces]
        if bare:
            # Where the source has no punctuation, a silence is all that shows where a sentence ends.
            pieces[:-1] = map(_stopped, pieces[:-1])
        begun, going_on = going_on, after is not None and not (after.sound or after.speaker or after.turn)
        if not going_on:
            pieces[-1] = _stopped(pieces[-1])
        going_on = going_on and not pieces[-1].endswith(ENDS)
        found.append(replace(paragraph, pieces=(_cased(" ".join(pieces), lang, begun=begun),)))
    return tuple(found)


def upper(letter: str) -> str:
    """The capital of a letter, if it has one that leads back to it; the letter itself otherwise."""
    large = letter.upper()
    return large if len(large) == 1 and large.lower() == letter else letter


def _lower(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 and small.upper() == letter else letter


def _quietened(text: str, names: frozenset[str]) -> str:
    known = {name.upper(): name for name in names if len(name.upper()) == len(name)}
    return _WORD.sub(lambda f: known.get(f.group()) or "".join(map(_lower, f.group())), text)


def _stopped(text: str) -> str:
    return text if not text[-1].isalnum() or text.endswith(ENDS) else text + "."


def _cased(text: str, lang: Lang, *, begun: bool) -> str:
    """Capitals at the heads of sentences; `begun` says that the first sentence began in the paragraph before."""
    if lang == "en":
        text = _I.sub("I", text)
    if not begun and text[0] not in "0123456789":
        text = _FIRST.sub(lambda f: upper(f.group()), text, count=1)
    return _NEXT.sub(lambda f: f.group(1) + upper(f.group(2)), text)
