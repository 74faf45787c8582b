"""What Word changes by itself while somebody types: quotation marks, dashes, spaces that do not break, dots.

The sources have straight quotation marks and plain spaces. A cell that differs from its source in such things alone
has not been changed by the reader, and where she did change words, the rest keeps the signs that it had.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_SINGLE = "\u2018\u2019\u201a\u201b\u02bc\u2032"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_STRAIGHT = str.maketrans(dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"'))
_FOLDED = _STRAIGHT | str.maketrans(dict.fromkeys(_DASHES, "-") | {"\u2026": "..."})

#: A word, or a line end that counts.
_WORD = re.compile(r"[^\s]+|\n")


def cleaned(text: str) -> str:
    """A text as people see it: whole letters, plain spaces, nothing invisible."""
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", plain)).strip()


def folded(text: str) -> str:
    """A text by which two are compared: what Word changes by itself is alike in both."""
    return " ".join(cleaned(text).translate(_FOLDED).split())


def settled(old: str, new: str) -> str:
    """The reader's words as the source would have them; `old` itself where nothing but typography differs.

    Line ends count only where the old words have some.
    """
    if folded(old) == folded(new) and old.count("\n") in (0, cleaned(new).count("\n")):
        return old
    was = _WORD.findall(old)
    now = _WORD.findall(cleaned(new) if "\n" in old else cleaned(new).replace("\n", " "))
    curly = any(sign in old for sign in _SINGLE + _DOUBLE)
    words: list[str] = []
    matcher = SequenceMatcher(None, [w if w == "\n" else folded(w) for w in was],
                              [w if w == "\n" else folded(w) for w in now], autojunk=False)  # fmt: skip
    for what, old_start, old_end, start, end in matcher.get_opcodes():
        if what == "equal":
            words += was[old_start:old_end]
        else:
            words += [word if curly else word.translate(_STRAIGHT) for word in now[start:end]]
    return " ".join(words).replace(" \n ", "\n")
