"""Which words stand in which entries, and how much each counts there."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whatmatters.language.bilingual import Lang

from .citing import citations
from .entry import Entry
from .forms import Forms
from .resolving import resolve
from .words import clean, fold, words

#: What a word in each field adds; a short title says more by each of its words than a long one.
_TITLE, _TITLE_SHARED, _TAGS, _SUMMARY, _TEXT = 6.0, 8.0, 5.0, 3.0, 2.0
#: A list of pages is a way to a page, so the page itself goes first where both say the same.
_KIND = {"page": 0.8}
#: How soon repeating a word in a text stops helping, and how far a long text is held against it.
_SATURATION, _LENGTH = 1.2, 0.6
#: Weights are kept as whole numbers of this fraction.
_GRAIN = 2

#: Characters of a text that are loaded at once to show one sentence of it; a story has 1,500 to 3,000.
LONG = 4_000


class Places(Mapping[int, int]):
    """Entry -> weight; the lowest bit of a weight says that the word stands in the title.

    Two rows of plain numbers: 2,000 stories have a million places a language, of which a dictionary would make
    ten times as much.
    """

    __slots__ = ("_numbers", "_weights")

    def __init__(self) -> None:
        self._numbers, self._weights = array("I"), array("I")

    def add(self, number: int, weight: int) -> None:
        """One more entry, whose number is above those that are there."""
        self._numbers.append(number)
        self._weights.append(weight)

    def __getitem__(self, number: int) -> int:
        at = bisect_left(self._numbers, number)
        if at == len(self._numbers) or self._numbers[at] != number:
            raise KeyError(number)
        return self._weights[at]

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def items(self) -> ItemsView[int, int]:
        """Each entry with its weight."""
        return _Pairs(self)


class _Pairs(ItemsView[int, int]):
    """As they lie side by side: to look for each weight by its entry would take many times as long."""

    _mapping: Places

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._mapping._numbers, self._mapping._weights, strict=True)


@dataclass(frozen=True)
class _Fields:
    """The words of an entry: those of its title with how often each stands there, and the others."""

    title: Mapping[str, int]
    tags: frozenset[str]
    summary: frozenset[str]
    forms: array[int]
    """The words of its text, by their numbers."""
    times: array[int]
    """How often each of them stands there."""


class _Numbers(dict[str, int]):
    """A number for each word, as it is met."""

    def __missing__(self, word: str) -> int:
        return self.setdefault(word, len(self))


@dataclass(frozen=True)
class Postings:
    """All words of one language."""

    #: key -> form as it stands (small letters, marks kept) -> where.
    groups: Mapping[str, Mapping[str, Places]]
    #: Whole titles, folded and parted by single spaces -> entries.
    titles: Mapping[str, tuple[int, ...]]
    #: How many entries there are.
    entries: int
    #: Long entries, by number -> their texts in parts.
    parts: Mapping[int, tuple[str, ...]]
    #: (form, long entry) -> which of the parts have the form: the lowest bit for the first.
    masks: Mapping[tuple[str, int], int]


def postings(entries: Sequence[Entry], lang: Lang, table: Forms) -> Postings:
    """The postings of `entries`, which are numbered in the order given."""
    numbers = _Numbers()
    fields = [_fields(entry, lang, numbers) for entry in entries]
    word_of = list(numbers)
    average = sum(sum(field.times) for field in fields) / (len(fields) or 1)
    forms: dict[str, Places] = defaultdict(Places)
    titles: dict[str, list[int]] = defaultdict(list)
    for number, field in enumerate(fields):
        length = 1 - _LENGTH + _LENGTH * sum(field.times) / (average or 1)
        kind = _KIND.get(entries[number].kind, 1.0)
        text = {word_of[form]: times for form, times in zip(field.forms, field.times, strict=True)}
        for form in text.keys() | field.title.keys() | field.tags | field.summary:
            times = text.get(form, 0)
            weight = _TEXT * times / (times + _SATURATION * length)
            weight += _SUMMARY * (form in field.summary) + _TAGS * (form in field.tags)
            weight += (_TITLE + _TITLE_SHARED / sum(field.title.values())) if form in field.title else 0
            forms[form].add(number, 2 * max(1, round(weight * kind * _GRAIN)) + (form in field.title))
        titles[" ".join(fold(word) for word in words(clean(entries[number].title), lang))].append(number)
    parts = {number: cut for number, entry in enumerate(entries) if len(cut := _parts(clean(entry.text))) > 1}
    masks: dict[tuple[str, int], int] = defaultdict(int)
    for number, texts in parts.items():
        for part, said in enumerate(texts):
            for form in _count(said, lang):
                masks[form, number] |= 1 << part
    whole_titles = {title: tuple(of) for title, of in sorted(titles.items()) if title}
    return Postings(_grouped(forms, lang, table), whole_titles, len(entries), parts, masks)


def _fields(entry: Entry, lang: Lang, numbers: _Numbers) -> _Fields:
    """Words of title, tags, summary and text, with the provisions that each names."""
    text = _count(clean(f"{entry.text}\n{entry.untold}"), lang)
    return _Fields(
        _count(clean(entry.title), lang),
        frozenset(_count(clean("\n".join(entry.tags)), lang)),
        frozenset(_count(clean(entry.summary), lang)),
        array("I", map(numbers.__getitem__, text)),
        array("I", text.values()),
    )


def _count(cleaned: str, lang: Lang) -> Counter[str]:
    return Counter([*words(cleaned, lang), *citations(fold(cleaned))])


def _parts(text: str) -> tuple[str, ...]:
    """A text in parts of about `LONG` characters, parted between lines."""
    parts: list[list[str]] = [[]]
    size = 0
    for line in text.split("\n"):
        if parts[-1] and size + len(line) > LONG:
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += len(line) + 1
    return tuple("\n".join(lines) for lines in parts)


def _grouped(forms: Mapping[str, Places], lang: Lang, table: Forms) -> dict[str, dict[str, Places]]:
    """Forms under their keys. A form that no dictionary has joins a key of the site by the rules, or is its own."""
    keys = table.keys_of(forms)
    known = {key for its in keys.values() for key in its}
    # Short ones first, so that a strange singular is there before its plural.
    for form in sorted(forms.keys() - keys.keys(), key=lambda form: (len(form), form)):
        own = fold(form)
        keys[form] = (own,)
        if form.isalpha() and own not in known:
            keys[form] = resolve(own, lang, known, table.bare, itself=False) or keys[form]
            known.update(keys[form])
    groups: dict[str, dict[str, Places]] = defaultdict(dict)
    for form in sorted(forms):
        for key in keys[form]:
            groups[key][form] = forms[form]
    return dict(sorted(groups.items()))
