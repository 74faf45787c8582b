"""Mutations that are missing: a rule that says nothing unless it can be sure.

It looks at one word and the word before it.
The word before it must change what follows it and have no other reading (`am`, `fy`, `gyda`).
Of the word it must be known that it stands in the dictionary unchanged, that its changed form stands there too,
and that it is not itself the changed form of another word: `ar bobl`, not `ar pobl`; but `ar gan` is left alone.
Words with a capital letter are taken for names, which many writers leave as they are.

It cannot see a mutation that depends on what a sentence says: `ei gofal` is hers and `ei ofal` is his, the object of
most verbs, adjectives after feminine nouns, and nouns whose gender it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from whatmatters.language.mutations import ASPIRATE, NASAL, SOFT, STEADY

from .spelling import dictionary, package

Table = dict[str, str]

# fmt: off
_SOFT_AFTER = frozenset({
    "am", "ar", "at", "dan", "tan", "dros", "drwy", "trwy", "heb", "i", "o", "hyd", "gan", "wrth", "dy", "dau", "dwy",
    "unrhyw", "ambell", "holl", "rhyw", "prif", "hen", "pan", "dyma", "dyna", "pa", "ba", "pha", "rhy", "mor",
})
# fmt: on
#: These leave ll and rh: mor llawn, yn llawen, y llaw.
_NOT_LL_RH = frozenset({"hen", "rhy", "mor"})
_ASPIRATE_AFTER = frozenset({"â", "gyda", "tua", "tri", "chwe"})
_NASAL_AFTER = frozenset({"fy", "ym", "yng"})
#: One mutation in one reading, another in another; p, t and c are left unchanged in neither: `a phobl`, `a ddaeth`.
_SOFT_OR_ASPIRATE_AFTER = frozenset({"a", "ei", "na", "oni", "wedi'i", "o'i", "â'i", "gyda'i"})
#: Before a form of a verb with a person; before anything else they have other readings.
_SOFT_BEFORE_VERBS = frozenset({"beth", "pwy", "fe"})
#: Such forms without an ending that the dictionary knows.
_VERBS = frozenset({"bydd", "byddai", "bu", "gall", "daw", "caiff", "gwna", "gwnaeth", "daeth", "cafodd"})
#: `yn`, alone and where it leans on a word after which 'n cannot be `ein` (our): a noun that follows is soft.
_YN = frozenset({"yn", "mae'n", "sy'n", "yw'n", "e'n", "fe'n", "hi'n", "nhw'n", "chi'n"})


# fmt: off
#: Words that stay as they are after words that change others.
_STEADFAST = frozenset({
    # Forms of bod that never change, and dydy, which stands for nid ydy.
    "mae", "maen", "dydy", "dwi",
    # Prepositions, conjunctions and particles, most of which begin a clause of their own.
    "mewn", "mor", "mai", "pan", "cyn", "gyda", "pe", "lle", "rhwng", "tua", "bynnag",
    # Pronouns, and adverbs that are fixed: i mi, am byth.
    "mi", "ti", "dy", "byth", "bron",
    # A word that came with its g and keeps it: ar gêm.
    "gêm",
    # An adjective that follows a number used as a noun: y tri cyntaf.
    "cyntaf",
})
# fmt: on
#: These stay as they are where they begin a question within the sentence: dyna pam, cytunwch pwy, neu ble.
_QUESTIONS = frozenset({"pam", "pwy", "pryd", "pa", "ble"})
#: Verb-nouns that are nouns with plurals too, so that the dictionary cannot tell: yn gofyn, yn bod.
_VERB_NOUNS = frozenset({"gofyn", "bod", "cyfnewid"})
_VERB_NOUN_ENDING = re.compile("u|i?o|i|a|i?an|ain|ed|yd|eg|d|a?l|el|t|aeth|ad")
#: These tell or ask, so what follows need not be their object: holwch pryder pwy yw e.
_TELLING = frozenset({"holwch", "gofynnwch", "dywedwch"})
#: How the dictionary marks a stem that takes the endings of verbs, and a noun that takes the ending of a plural.
_VERB, _PLURAL = frozenset("vwyz"), frozenset("BCDEFGIJK")

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
#: A word and the one before it, with nothing but a space or the start of a link between them.
PAIR = re.compile(rf"(?<![\w'-])({_WORD})(?= \[?({_WORD}))")


@dataclass(frozen=True)
class Slip:
    """A word without the mutation that the word before it asks for."""

    at: int
    """Where the word begins in the text."""
    before: str
    word: str


class Mutations:
    """The rule with its dictionary; answers about words are remembered."""

    def __init__(self) -> None:
        self._words = dictionary()
        self._known: dict[str, bool] = {}
        self._verbs: dict[str, bool] = {}
        self._radicals: dict[str, str | None] = {}

    def slips(self, text: str) -> Iterator[Slip]:
        """Every word of a text that is surely without its mutation."""
        for pair in PAIR.finditer(text.replace("’", "'")):
            before, word = pair[1].lower(), pair[2]
            if word[0].islower() and self._head(word) not in _STEADFAST and self._lacks(before, word):
                yield Slip(pair.start(2), before, word)

    def looks_after(self, before: str) -> bool:
        """Whether this word changes whatever follows it, so that the rule asks for it every time."""
        return before in _SOFT_AFTER | _ASPIRATE_AFTER | _NASAL_AFTER | {"neu"}

    def radical(self, word: str) -> str | None:
        """The unchanged word of which this is plainly a changed form, and nothing else; None where it is not plain."""
        if word not in self._radicals:
            self._radicals[word] = self._radical(word)
        return self._radicals[word]

    def _radical(self, word: str) -> str | None:
        forms = list(self._words.lookuper.good_forms(word))
        if not forms or any(form.prefix is None or form.prefix.flag not in "MTL" for form in forms):
            return None
        prefix = forms[0].prefix
        return f"{prefix.strip}{word[len(prefix.add) :]}"

    def _lacks(self, before: str, word: str) -> bool:
        if word in _QUESTIONS and (before in {"neu", "dyma", "dyna"} or before.endswith("wch")):
            return False
        tables = self._tables(before, word)
        return bool(tables) and self._unchanged(word, tables)

    def _tables(self, before: str, word: str) -> tuple[Table, ...]:
        """The mutations of which a word must show one after another word; none where there is doubt."""
        liquid = word.startswith(("ll", "rh"))
        if before in _SOFT_AFTER:
            return () if liquid and before in _NOT_LL_RH else (SOFT,)
        if before in _ASPIRATE_AFTER:
            return (ASPIRATE,)
        if before in _NASAL_AFTER:
            return (NASAL,)
        if before in _SOFT_OR_ASPIRATE_AFTER:
            return (SOFT, ASPIRATE) if word[0] in "ptc" else ()
        if before == "neu":
            return () if self._is_verb(word) else (SOFT,)
        if before in _SOFT_BEFORE_VERBS:
            return (SOFT,) if self._is_verb(word) else ()
        if before.endswith("wch") and before not in _TELLING:
            return (SOFT,) if self._is_verb(before) else ()
        if liquid:
            return ()
        if before in {"y", "yr", "un"} or before.endswith("'r"):
            return (SOFT,) if self._head(word) in self._feminine else ()
        if before in _YN:
            return (SOFT, NASAL) if self._is_only_noun(self._head(word)) else ()
        return ()

    def _unchanged(self, word: str, tables: tuple[Table, ...]) -> bool:
        changed = _changed(word, tables[0])
        return (
            changed is not None
            and self._is_known(word)
            and self._is_known(changed)
            and not any(self._is_changed(word, table) for table in tables)
        )

    def _is_changed(self, word: str, table: Table) -> bool:
        """Whether a word may be the changed form of a known one."""
        return any(
            _changed(radical, table) == word and self._is_known(radical)
            for begins, changed in table.items()
            if word.startswith(changed)
            for radical in [begins + word[len(changed) :]]
            if radical != word
        )

    def _is_known(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._words.lookup(word)
        return self._known[word]

    def _is_verb(self, word: str) -> bool:
        """Whether a word can be read as a verb with a person: rhowch, gallai."""
        if word not in self._verbs:
            self._verbs[word] = word in _VERBS or any(
                form.suffix is not None for form in self._words.lookuper.good_forms(word)
            )
        return self._verbs[word]

    def _is_only_noun(self, word: str) -> bool:
        """Whether a word is a noun with a plural, and cannot be a verb-noun."""
        if word in _VERB_NOUNS or not self._marks(word) & _PLURAL:
            return False
        stems = [word[:at] for at in range(2, len(word)) if _VERB_NOUN_ENDING.fullmatch(word, at)]
        return not any(self._marks(stem) & _VERB for stem in [word, *stems])

    def _marks(self, word: str) -> frozenset[str]:
        return self._stems.get(word, frozenset())

    @staticmethod
    def _head(word: str) -> str:
        """The word without what leans on it: mae'r."""
        return word.split("'")[0]

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        """The words of the dictionary with the marks that they bear there."""
        found: dict[str, frozenset[str]] = {}
        for entry in self._words.dic.words:
            found[entry.stem] = found.get(entry.stem, frozenset()) | frozenset(entry.flags or ())
        return found

    @cached_property
    def _feminine(self) -> frozenset[str]:
        """Common feminine nouns, from the same package (under the MIT licence); no list of masculine ones is at hand."""
        rules = yaml.safe_load((package() / "data" / "mutation_rules.yaml").read_text(encoding="utf-8"))
        return frozenset(rules["feminine_nouns"])


def _changed(word: str, table: Table) -> str | None:
    """A word with a mutation, or None if its first letter takes none."""
    if word.startswith(STEADY):
        return None
    return next(
        (
            table[begins] + word[len(begins) :]
            for begins in table
            if word.startswith(begins) and len(word) > len(begins)
        ),
        None,
    )
