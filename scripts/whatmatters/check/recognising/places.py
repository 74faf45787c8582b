"""Small places in Wales, in either language and with the mutated forms of their names.

Two rules: a list of places with less than 20,000 people (`places.yml`, which names its source and licence), and,
for the many villages that no list of ours has, the way in which Welsh places are named: Llan-, Pont-, Aber-, Tre-.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...language.bilingual import Lang
from ...language.mutations import radicals_in
from ...messages.message import Message
from .finding import Finding
from .lists import as_words, names, places, word_set
from .words import Word, capitals

#: The front of a Welsh place's name, and at least four letters more.
FRONT = re.compile(
    r"(?:llan|pont|aber|tref?|pen|cwm|rhyd|nant|caer|ynys|maes|porth|blaen|ystrad|betws|capel|cefn|glan|llwyn|rhos|"
    r"pentre|bryn|tal-y|croes|eglwys|mynydd|hendre)[\w-]{4,}"
)
#: A front that may stand as a word of its own, and is nobody's first name.
FRONTS = word_set(
    "llan pont aber tre tref pen cwm rhyd nant caer ynys maes porth blaen ystrad betws capel cefn glan llwyn rhos "
    "pentre plas ty hendre"
)
#: Words with such a front that are no places: what a capital may stand on within a sentence all the same.
OTHER = re.compile(r"pentec|penelop|trefor|brynmor|caernarf|pencamp|pender|penhal|treharn|trevor|tredici")
#: The most words that a place of the list has.
LONGEST = 4

MEND = Message("say it more widely (a village in the north), or leave it out")


def small_places(text: str, words: Sequence[Word], lang: Lang) -> Iterator[Finding]:
    """Small places in a plain text and its words."""
    taken = -1
    for i in capitals(words):
        if i <= taken:
            continue
        word = words[i]
        found = _listed(words, i, lang) or _built(words, i, lang)
        if found is None:
            continue
        taken, radical = found
        said = text[word.start : words[taken].end]
        if radical is not None:
            also = radical if radical != said else ""
            yield Finding("A10", word.start, said, Message("a small place"), MEND, sure=False, also=also)


def _listed(words: Sequence[Word], i: int, lang: Lang) -> tuple[int, str | None] | None:
    """The last word of a place of the list that begins at `i`, and its radical; no radical for a large place."""
    if not places().fronts.intersection(_forms(words[i].folded.partition("-")[0], lang)):
        return None
    for count in range(min(LONGEST, len(words) - i), 0, -1):
        run = words[i : i + count]
        if not all(word.joined and not before.closed for before, word in pairwise(run)):
            continue
        said = as_words(" ".join(word.text for word in run))
        for first in _forms(said[0], lang):
            if (first, *said[1:]) in places().large:
                return i + count - 1, None
            if (first, *said[1:]) in places().small:
                return i + count - 1, places().small[(first, *said[1:])]
    return None


def _built(words: Sequence[Word], i: int, lang: Lang) -> tuple[int, str | None] | None:
    """A name that is built as those of Welsh places are, inside a sentence."""
    word = words[i]
    if word.first or word.folded in names().no_places:
        return None
    forms = _forms(word.folded, lang)
    for form in forms:
        if FRONT.fullmatch(form) and not any(OTHER.match(one) for one in forms):
            return i, form.capitalize()
    follows = i + 1 < len(words) and words[i + 1].joined and words[i + 1].capital and not word.closed
    front = next((form for form in forms if form in FRONTS), None) if follows else None
    return (i + 1, f"{front.capitalize()} {words[i + 1].text}") if front else None


def _forms(word: str, lang: Lang) -> tuple[str, ...]:
    """The word and, in Welsh, what it may be a mutated form of."""
    return radicals_in(lang, word)
