"""From a word as it stands to the key it is found under: its lemma, folded.

The dictionary is that of `simplemma`. It is large and has slips, which are mended in three ways:
`gaps.yml`, a small list that people read and change, comes before it;
a Welsh noun that the dictionary takes for a form of the verb made from it stays a noun (`_noun`);
words of one or two letters stay as they are, since the dictionary's guesses at them are mostly wrong.

This is worked out once for all words of a dictionary (`forms_making.py`); a build reads what came of it (`forms.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from whatmatters.language.bilingual import Lang

from ..language.mutations import radicals_in
from .data import listed
from .words import fold

_VERB_ENDINGS = ("u", "i", "io", "o", "a")
_NOUN_PLURALS = ("iau", "au", "oedd", "ion")
#: Endings that only verbs have; a word that takes two of them whole is a verb-noun that is its own stem (darllen).
_ONLY_VERBS = {"odd", "wyd", "ais", "aist", "asom", "asoch", "asant", "wch"}


class Lemmas:
    """The lemmas of one language."""

    def __init__(self, lang: Lang, dictionary: Mapping[str, str], gaps: Mapping[str, Mapping[str, str]]) -> None:
        """`dictionary`: form -> lemma. `gaps`: `forms` (form -> lemmas, parted by spaces), `lemmas` (old -> new)."""
        self.lang = lang
        self._dictionary = dictionary
        self._forms = gaps.get("forms") or {}
        self._renamed = gaps.get("lemmas") or {}

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of `word` (small letters, marks kept), never none. Mostly one; `lives` is under live and life."""
        return tuple(dict.fromkeys(fold(lemma) for lemma in self._lemmas(word)))

    def known(self, word: str) -> bool:
        """Whether the dictionary or the list has this very form."""
        return word in self._forms or word in self._dictionary

    def listed(self, word: str) -> bool:
        """Whether `gaps.yml` has this very form."""
        return word in self._forms

    def __iter__(self) -> Iterator[str]:
        """Every form of the dictionary and of the list, in small letters; some come twice."""
        yield from (form.lower() for form in self._dictionary)
        yield from self._forms

    @cached_property
    def bare(self) -> frozenset[str]:
        """Welsh verbs whose endings follow upon the whole word, folded: darllen, siarad; not lles, nor dysgu."""
        if self.lang != "cy":
            return frozenset()
        taken = Counter(lemma for form, lemma in self._dictionary.items() if form.removeprefix(lemma) in _ONLY_VERBS)
        return frozenset(fold(lemma) for lemma, endings in taken.items() if endings > 1)

    def _lemmas(self, word: str) -> tuple[str, ...]:
        if word in self._forms:
            return tuple(self._forms[word].split())
        if len(word) <= 2:
            return (word,)
        if word in self._dictionary:
            return self._followed(word)
        for front in self._radicals(word)[1:]:
            if front in self._forms:
                return tuple(self._forms[front].split())
            if len(front) > 2 and front in self._dictionary:
                return self._followed(front)
        return (word,)

    def _followed(self, word: str) -> tuple[str, ...]:
        """The dictionary's lemma, its chains followed (meetings, meeting, meet; gyntaf, cyntaf, cynnar) to their end.

        The dictionary also goes round in circles (coed, coeden, coed): then all of the circle is under its first word.
        """
        seen = [word]
        while (following := self._once(seen[-1])) not in seen:
            if following in self._forms:
                return tuple(self._forms[following].split())
            seen.append(following)
        return (min(seen[seen.index(following) :]),)

    def _once(self, word: str) -> str:
        lemma = self._dictionary.get(word, word).lower()
        lemma = self._noun(word, lemma) or lemma
        return self._renamed.get(lemma, lemma)

    def _noun(self, word: str, verb: str) -> str | None:
        """The Welsh noun that `word` is, where the dictionary gives the verb made from it: ddeddf, not deddfu."""
        if self.lang != "cy" or not verb.endswith(_VERB_ENDINGS):
            return None
        for front in self._radicals(word):
            endings = ("", *(ending for ending in _NOUN_PLURALS if front.endswith(ending)))
            for noun in (front.removesuffix(ending) for ending in endings):
                if len(noun) > 2 and noun in self._dictionary and verb in {noun + ending for ending in _VERB_ENDINGS}:
                    return noun
        return None

    def _radicals(self, word: str) -> tuple[str, ...]:
        return radicals_in(self.lang, word)


def lemmas(lang: Lang) -> Lemmas:
    """The lemmas of `lang`, from the whole dictionary: a second and 100 MB, so no build asks for them without need."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return Lemmas(lang, dict(DefaultDictionaryFactory().get_dictionary(lang).items()), listed("gaps.yml")[lang])
