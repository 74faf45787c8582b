"""How words change at the end: what may be taken off a word that the index does not hold, and put in its place.

A form that the dictionary knows never needs these rules, since it is in the index beside its lemma.
They serve the form that is in no dictionary, and they keep the index small:
a form of the dictionary that the rules reduce rightly is left out of it.
`(ending, replacements)`: the longest ending that fits comes first; a replacement is tried in the order given.
Endings are folded. A language that has none here is searched by its words as they are written.
"""

from __future__ import annotations

from collections.abc import Container

from whatmatters.language.bilingual import LANGUAGES, Lang

Endings = tuple[tuple[str, tuple[str, ...]], ...]

#: Fewer letters than this must not be left: `gan` is no form of `g`.
SHORTEST_STEM = 3

#: Stands for nothing in place of an ending, but only where the stem is a verb: darllen-odd, never lles-ant.
BARE = "="

#: Endings of verb-nouns, most usual first: cerdd-ed and the like are in the dictionary.
_VERB_NOUNS = ("u", "o", "io", "i", "a", "an", "ed", "au", "yd", BARE)
_PERSONS = (
    "odd",
    "wyd",
    "ais",
    "aist",
    "asom",
    "asoch",
    "asant",
    "asai",
    "asid",
    "asit",
    "asech",
    "asem",
    "asent",
    "aswn",
    "esid",
    "wyf",
    "ych",
    "edig",
    "adwy",
    "af",
    "i",
    "wn",
    "wch",
    "ant",
    "an",
    "ai",
    "it",
    "et",
    "em",
    "en",
    "ech",
    "ent",
    "id",
    "ir",
    "er",
    "ith",
    "iff",
    "es",
    "est",
    "on",
    "och",
    "o",
    "om",
    "ont",
    "ed",
    "a",
)
_PLURALS = ("iau", "au", "ion", "on", "ioedd", "oedd", "ydd", "i", "iaid", "aid", "od", "ys", "edd")
_DEGREES = ("ach", "af", "ed")


def _by_ending(pairs: list[tuple[str, tuple[str, ...]]]) -> Endings:
    """One line an ending, replacements of equal endings joined in order, longest ending first."""
    joined: dict[str, dict[str, None]] = {}
    for ending, replacements in pairs:
        joined.setdefault(ending, {}).update(dict.fromkeys(replacements))
    lines = ((ending, tuple(new for new in news if new != ending)) for ending, news in joined.items())
    return tuple(sorted(lines, key=lambda line: (-len(line[0]), line[0])))


ENDINGS: dict[Lang, Endings] = {
    "cy": _by_ending(
        [("wyr", ("wr", "ydd")), ("feydd", ("fa",)), ("yddion", ("ydd",)), ("yddes", ("ydd",)), ("wraig", ("wr",))]
        + [(ending, ("",)) for ending in _PLURALS + _DEGREES]
        + [(ending, _VERB_NOUNS) for ending in _PERSONS]
    ),
    "en": _by_ending(
        [
            ("iest", ("y",)),
            ("ied", ("y",)),
            ("ies", ("y", "ie")),
            ("ier", ("y",)),
            ("ing", ("", "e")),
            ("ed", ("", "e")),
            ("es", ("", "e")),
            ("s", ("",)),
            ("d", ("",)),
        ]
    ),
}

#: English doubles the last letter before -ed and -ing: planned, planning, plan.
DOUBLED: dict[Lang, str] = {"en": "bdglmnprt"}

#: Before these an a of the stem may have become e: cesglais, casglu; cyferchwch, cyfarch.
AFFECTING: dict[Lang, tuple[str, ...]] = {"cy": ("ais", "aist", "i", "id", "ir", "wch", "ych")}

#: Double in a verb-noun, single in most of its forms: rhannu, rhanasant; torri, torasai.
SINGLE: dict[Lang, str] = {"cy": "nr"}

_REPLACEMENTS = {lang: dict(ENDINGS.get(lang, ())) for lang in LANGUAGES}
_LONGEST = {lang: max(map(len, lines), default=0) for lang, lines in _REPLACEMENTS.items()}


def stems(word: str, lang: Lang, bare: Container[str] = ()) -> tuple[str, ...]:
    """What `word` may be a form of by its ending, best guess first; without the word itself.

    `bare`: the verbs whose endings follow upon the whole word.
    """
    found: dict[str, None] = {}
    for length in range(min(_LONGEST[lang], len(word) - SHORTEST_STEM), 0, -1):
        stem, ending = word[:-length], word[-length:]
        for replacement in _REPLACEMENTS[lang].get(ending, ()):
            for one in _stems(stem, ending, lang):
                if replacement != BARE:
                    found[one + replacement] = None
                elif one in bare:
                    found[one] = None
        if ending in ("ing", "ed") and stem[-1] in DOUBLED.get(lang, "") and stem[-1] == stem[-2]:
            found[stem[:-1]] = None
    return tuple(found)


def _stems(stem: str, ending: str, lang: Lang) -> tuple[str, ...]:
    """The stem as it stands, and as it may be without what the ending has done to it."""
    found = [stem]
    if stem[-1] in SINGLE.get(lang, ""):
        found.append(stem + stem[-1])
    before, e, after = stem.rpartition("e")
    if e and ending in AFFECTING.get(lang, ()) and not any(letter in after for letter in "aiouwy"):
        found.append(before + "a" + after)
    return tuple(found)


def with_endings(word: str, lang: Lang) -> set[str]:
    """The other way round: every form of which `stems` may make `word`, and some more; none for a verb in `bare`."""
    found: set[str] = set()
    for replacement, endings in _BY_REPLACEMENT[lang].items():
        if not word.endswith(replacement):
            continue
        stem = word.removesuffix(replacement)
        fronts = {stem}
        if stem[-1:] and stem[-1] in SINGLE.get(lang, "") and stem[-2:-1] == stem[-1]:
            fronts.add(stem[:-1])
        if stem[-1:] and stem[-1] in DOUBLED.get(lang, ""):
            fronts.add(stem + stem[-1])
        before, a, after = stem.rpartition("a")
        for ending in endings:
            found.update(front + ending for front in fronts)
            if a and ending in AFFECTING.get(lang, ()):
                found.add(f"{before}e{after}{ending}")
    return found


def _by_replacement(lang: Lang) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ending, replacements in ENDINGS.get(lang, ()):
        for replacement in replacements:
            if replacement != BARE:
                found.setdefault(replacement, []).append(ending)
    return found


_BY_REPLACEMENT: dict[Lang, dict[str, list[str]]] = {lang: _by_replacement(lang) for lang in LANGUAGES}
