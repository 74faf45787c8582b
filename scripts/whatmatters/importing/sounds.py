"""Sound labels, such as [Music] or [Cerddoriaeth]: heard on the film and said by nobody."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_LABEL = re.compile(r"\[[^\[\]]{1,60}\]|\([^()]{1,60}\)|(?:[♪♫]\s*)+")
#: A line that is nothing but words in square brackets, and no sentence, is a label whatever it names.
#: No label is longer than this; the pattern would take very long for an endless line.
LONGEST = 200
_ALONE = re.compile(r"\[[^\[\]]*[^\W\d_][^\[\].?!]*\]")
_WORD = re.compile(r"[^\W\d]+")


@cache
def _words() -> frozenset[str]:
    data = yaml.safe_load(Path(__file__).with_name("sounds.yml").read_text(encoding="utf-8"))
    return frozenset(word for words in data.values() for word in words.split())


@cache
def _unheard() -> frozenset[str]:
    data = yaml.safe_load(Path(__file__).with_name("sounds.yml").read_text(encoding="utf-8"))
    return frozenset(data["unheard"].split())


def unheard(text: str) -> tuple[str, ...]:
    """The labels that stay within a line, since they stand for words that nobody could make out: `[inaudible]`."""
    if "[" not in text and "(" not in text:
        return ()
    return tuple(found.group() for found in _LABEL.finditer(text) if _stays(found))


def _stays(found: re.Match[str]) -> bool:
    """Whether words that nobody could make out stand here within a sentence."""
    if not any(word.lower() in _unheard() for word in _WORD.findall(found.group())) or not is_sound(found.group()):
        return False
    before, after = found.string[: found.start()].strip(), found.string[found.end() :].strip()
    return (bool(before) and before[-1] not in ".?!") or (after[:1].islower() and bool(before))


def is_sound(label: str) -> bool:
    """Whether a whole label, with its brackets, names a sound."""
    words = [word.lower() for word in _WORD.findall(label)]
    if not words:
        # Notes of music alone are one; `[ __ ]` stands for a word that somebody did say.
        return label.strip()[:1] in "♪♫"
    named = [word in _words() for word in words]
    if label.lstrip()[:1] == "(":
        # People put part of what they say in round brackets: `(my sister, who was singing)`.
        return all(named) if len(words) > 3 else any(named)
    return len(words) <= 6 and any(named)


def parted(text: str, *, typed: bool = False) -> tuple[str, tuple[str, ...]]:
    """The words that are said, and the labels of sounds that stand among them.

    In what somebody `typed`, only square brackets hold labels.
    """
    if "[" not in text and "(" not in text and "♪" not in text and "♫" not in text:
        return text, ()
    if text[0] == "[" and text[-1] == "]" and len(text) <= LONGEST and _ALONE.fullmatch(text):
        return "", (text,)
    labels: list[str] = []

    def take(found: re.Match[str]) -> str:
        label = found.group().strip()
        # A note of music beside words marks them as sung: it stays with them.
        if (
            _stays(found)
            or not is_sound(label)
            or (label[0] in "♪♫" and text.strip("♪♫ "))
            or (typed and label[0] == "(")
        ):
            return found.group()
        labels.append(label)
        return " "

    said = _LABEL.sub(take, text)
    return (" ".join(said.split()), tuple(labels)) if labels else (text, ())
