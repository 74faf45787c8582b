"""How Welsh words change at the front: the soft, nasal and aspirate mutations, and h before a vowel.

The rules are those of any Welsh grammar.
They are kept as data, because the browser gets the same tables (see `rules.py`).
Words are folded (small letters, no circumflex) before they come here.
"""

from __future__ import annotations

from .codes import Lang
from .table import TABLE

#: radical -> mutated. Longer beginnings stand first, so that `ll` is not taken for l, nor `rh` for r.
SOFT = {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
VOWELS = "aeiouwy"

#: Letters of their own that only look like the beginning of one that changes: chwarae, theatr, ddoe, ffrind.
STEADY = ("ch", "ph", "th", "dd", "ff", "ng", "ts")

#: A word that has lost its g begins with a vowel or with one of these: gwlad, wlad; gradd, radd; gnaf, naf.
AFTER_G = VOWELS + "lrn"


def mutations_in(lang: Lang, word: str) -> tuple[str, ...]:
    """`mutations` of a word of a language that has them; the word alone in one that has none."""
    return mutations(word) if TABLE[lang].mutates else (word,)


def radicals_in(lang: Lang, word: str) -> tuple[str, ...]:
    """`radicals` of a word of a language that has mutations; the word alone in one that has none."""
    return radicals(word) if TABLE[lang].mutates else (word,)


def mutations(word: str) -> tuple[str, ...]:
    """Every form the front of `word` takes, itself first. `gofal` gives gofal, ofal, ngofal."""
    forms = [word]
    if word[:1] in VOWELS and word:
        forms.append("h" + word)
    elif not word.startswith(STEADY):
        for table in (SOFT, NASAL, ASPIRATE):
            for radical, mutated in table.items():
                if word.startswith(radical):
                    if len(rest := word[len(radical) :]) > 0:
                        forms.append(mutated + rest)
                    break
    return tuple(dict.fromkeys(forms))


def radicals(word: str) -> tuple[str, ...]:
    """Every word that `word` may be a mutated form of, itself first.

    The answer is a set of guesses: `fam` gives fam, bam and mam, and only the index knows which of them are words.
    Nothing here is a mutation of a mutation: `nghartref` is cartref, never anything from gartref.
    """
    found = [word]
    for length in range(_LONGEST, -1, -1):
        rest = word[length:]
        if rest and (length or rest[0] in AFTER_G):
            found += [radical + rest for radical in _RADICALS.get(word[:length], ())]
    if word[:1] == "h" and word[1:2] and word[1] in VOWELS:
        found.append(word[1:])
    return tuple(found)


def _undone() -> tuple[tuple[str, str], ...]:
    """(mutated, radical) for all three tables, longest mutated beginning first, then by the alphabet."""
    pairs = {(mutated, radical) for table in (SOFT, NASAL, ASPIRATE) for radical, mutated in table.items()}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


#: (mutated, radical); for the browser, and below for us.
UNDONE = _undone()
_RADICALS = {mutated: [radical for one, radical in UNDONE if one == mutated] for mutated, _ in UNDONE}
_LONGEST = max(map(len, _RADICALS))
