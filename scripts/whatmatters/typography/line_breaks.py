"""Where a line of text may end: Unicode's line breaking (UAX 14), and for web addresses the rule that Typst has.

https://www.unicode.org/reports/tr14/

The algorithm asks what kind of letter each is. So it is asked about the same words with `a` for every letter and `0`
for every digit, of which there are few: the answers are remembered, and a text costs next to nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, product

from uniseg.linebreak import line_break, line_break_boundaries

#: Stands for what is set as a whole, such as the number of a provision.
WHOLE = "\ufffc"

#: Letters of a word that decide, with those of the next, whether a line may end between the two.
NEAR = 3

#: A piece of a web address as long as this may be parted anywhere.
LONG_PIECE = 16

_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ʯ]")
_DIGIT = re.compile(r"[1-9]")
_ROW = re.compile(r"a+|0+|.", re.DOTALL)

#: Classes of letters between which no line ended until Unicode 16 (rules 15 and 25): a slash and a number, a bracket
#: and £ or %, a space and a comma.
_UNPARTED = {
    *product(("CL", "CP"), ("PO", "PR")),
    *product(("PO", "PR"), ("OP",)),
    ("SY", "NU"),
    ("SP", "IS"),
}

#: Those between which a line could end (rule 25): a slash or a comma, and £ or %.
_PARTED = set(product(("SY", "IS"), ("PO", "PR")))

#: Those that begin a word, and between which a line could end (rule 20a): a hyphen and a letter.
_PARTED_AT_FIRST = {("HY", "AL"), ("BA", "AL")}

#: What a web address may be made of, and the marks at its end that are the sentence's.
_ADDRESS = re.compile(r"[0-9A-Za-z!#$%&*+,\-./:;=?@_~'()\[\]]*")
_SENTENCE_END = "!,.:;?'"


def line_ends(text: str) -> list[int]:
    """The places, as counts of letters, after which a line may end; the last is the end of the text.

    After a newline a line does end. Nothing for an empty text.
    """
    kinds = _DIGIT.sub("0", _LETTER.sub("a", text))
    ends: list[int] = []
    at = 0
    for line in kinds.splitlines(keepends=True):
        ends += [at + end for end in _in_line(line)]
        at += len(line)
    return _with_addresses(text, ends) if "://" in text or "www." in text else ends


def _in_line(kinds: str) -> list[int]:
    ends: list[int] = []
    before, at = "", 0
    for word in kinds.split(" "):
        if word:
            if at and (not before or _between(before[-NEAR:], word[:NEAR])):
                ends.append(at)
            if parted := _in_word(word):
                ends += [at + end for end in parted]
            before = word
        at += len(word) + 1
    return [*ends, len(kinds)]


@lru_cache(1 << 14)
def _in_word(kinds: str) -> tuple[int, ...]:
    """Where a word may be parted."""
    ends = _ends(_short(kinds))
    # The end of each letter or row of letters, in the word as it is.
    upto = [0, *(part.end() for part in _ROW.finditer(kinds))]
    return tuple(upto[end] for end in ends if end < len(upto) - 1)


@lru_cache(1 << 14)
def _between(before: str, after: str) -> bool:
    """May a line end between two words that a space parts?"""
    short = _short(before)
    return len(short) + 1 in _ends(f"{short} {_short(after)}")


def _short(kinds: str) -> str:
    """With one letter for each row of letters, and one digit for each row of digits: no line ends within a row."""
    return "".join(part[0][0] for part in _ROW.finditer(kinds))


@lru_cache(1 << 14)
def _ends(kinds: str) -> tuple[int, ...]:
    """What Unicode says of a few letters, as it did until its version 15, which Typst has."""
    pairs = enumerate(pairwise(line_break(letter).value for letter in kinds), start=1)
    parted, unparted = set(line_break_boundaries(kinds)), set[int]()
    for at, pair in pairs:
        if pair in _PARTED or (at == 1 and pair in _PARTED_AT_FIRST):
            parted.add(at)
        elif pair in _UNPARTED:
            unparted.add(at)
    return tuple(sorted(parted - unparted))


def _with_addresses(text: str, ends: list[int]) -> list[int]:
    """The same with the ends that web addresses have of their own."""
    found: list[int] = []
    last = 0
    for end in [0, *ends]:
        if end < last:
            continue
        if end:
            found.append(end)
        last = end
        if text[:end].endswith("://") or text.startswith("www.", end):
            address = _address(text[end:])
            found += [end + parted for parted in _in_address(address)]
            last = end + len(address)
    return sorted({*found, *ends[-1:]})


def _address(text: str) -> str:
    """The web address that a text begins with."""
    whole = _ADDRESS.match(text)
    assert whole
    found, open_ones = "", ""
    for letter in whole[0]:
        if letter in "([":
            open_ones += letter
        elif letter in ")]" and (not open_ones or f"{open_ones[-1]}{letter}" not in ("()", "[]")):
            break
        elif letter in ")]":
            open_ones = open_ones[:-1]
        found += letter
    return found.rstrip(_SENTENCE_END)


def _in_address(address: str) -> list[int]:
    """Between its words, numbers and marks; anywhere in a piece that is long."""
    ends: list[int] = []
    begin = 0
    for at in range(1, len(address)):
        before, after = _kind(address[at - 1]), _kind(address[at])
        if before == "open" or (before != "mark" if after == "mark" else before == after):
            continue
        ends += [at] if at - begin < LONG_PIECE else range(begin + 1, at + 1)
        begin = at
    return ends


def _kind(letter: str) -> str:
    if letter.isalpha():
        return "letter"
    if letter.isnumeric():
        return "digit"
    return "open" if letter in "([" else "mark"
