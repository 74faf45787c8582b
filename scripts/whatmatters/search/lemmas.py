"""From a word as it stands to the key it is found under: its lemma, folded.

The dictionary is that of `simplemma`. It is large and has slips, which are mended in three ways:
`gaps.yml`, a small list that people read and change, comes before it;
a Welsh noun that the dictionary takes for a form of the verb made from it stays a noun (`_noun`);
words of one or two letters stay as they are, since the dictionary's guesses at them are mostly wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

import yaml
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from whatmatters.library.languages import Lang

from ..library.mutations import radicals
from .words import fold

_GAPS = Path(__file__).with_name("gaps.yml")
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

    @cached_property
    def bare(self) -> frozenset[str]:
        """Welsh verbs whose endings follow upon the whole word, folded: darllen, siarad; not lles, nor dysgu."""
        if self.lang != "cy":
            return frozenset()
        taken = Counter(
            lemma for form, lemma in self._dictionary.items() if form.removeprefix(lemma) in _ONLY_VERBS
        )
        return frozenset(fold(lemma) for lemma, endings in taken.items() if endings > 1)

    def kin(self, keys: set[str]) -> dict[str, tuple[str, ...]]:
        """Every folded form of dictionary and list that belongs to one of `keys`, with those of its keys."""
        near = {lemma for lemma in set(self._dictionary.values()) if self._near(lemma.lower(), keys)}
        forms = (*(form for form, lemma in self._dictionary.items() if lemma in near), *self._forms)
        found: dict[str, tuple[str, ...]] = {}
        for form in forms:
            word = form.lower()
            if len(word) > 2 and word.isalpha() and (mine := tuple(k for k in self.keys(word) if k in keys)):
                folded = fold(word)
                found[folded] = tuple(sorted({*found.get(folded, ()), *mine}))
        return found

    def _near(self, lemma: str, keys: set[str]) -> bool:
        """Whether a form of `lemma` may have one of `keys`; a quick look that spares most of a large dictionary."""
        nouns = (lemma.removesuffix(ending) for ending in _VERB_ENDINGS if lemma.endswith(ending))
        return any(fold(word) in keys for word in (self._renamed.get(lemma, lemma), *nouns)) or any(
            key in keys for key in self.keys(lemma)
        )

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
        return (min(seen[seen.index(following):]),)

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
        return radicals(word) if self.lang == "cy" else (word,)


@cache
def lemmas(lang: Lang) -> Lemmas:
    """The lemmas of `lang` as the project uses them; read once."""
    gaps = yaml.safe_load(_GAPS.read_text(encoding="utf-8"))
    dictionary = dict(DefaultDictionaryFactory().get_dictionary(lang).items())
    return Lemmas(lang, dictionary, gaps[lang])
