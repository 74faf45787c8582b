"""Which words stand in which entries, and how much each counts there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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

#: entry -> weight; the lowest bit of a weight says that the word stands in the title.
Places = dict[int, int]


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
    fields = [_fields(entry, lang) for entry in entries]
    average = sum(sum(text.values()) for *_, text in fields) / (len(fields) or 1)
    forms: dict[str, Places] = defaultdict(dict)
    titles: dict[str, list[int]] = defaultdict(list)
    for number, (title, tags, summary, text) in enumerate(fields):
        length = 1 - _LENGTH + _LENGTH * sum(text.values()) / (average or 1)
        kind = _KIND.get(entries[number].kind, 1.0)
        for form in sorted(title | tags | summary | text):
            weight = _TEXT * text[form] / (text[form] + _SATURATION * length)
            weight += _SUMMARY * (form in summary) + _TAGS * (form in tags)
            weight += (_TITLE + _TITLE_SHARED / sum(title.values())) if form in title else 0
            forms[form][number] = 2 * max(1, round(weight * kind * _GRAIN)) + (form in title)
        titles[" ".join(fold(word) for word in words(clean(entries[number].title), lang))].append(number)
    parts = {number: cut for number, entry in enumerate(entries) if len(cut := _parts(clean(entry.text))) > 1}
    masks: dict[tuple[str, int], int] = defaultdict(int)
    for number, texts in parts.items():
        for part, said in enumerate(texts):
            for form in _count(said, lang):
                masks[form, number] |= 1 << part
    whole_titles = {title: tuple(of) for title, of in sorted(titles.items()) if title}
    return Postings(_grouped(forms, lang, table), whole_titles, len(entries), parts, masks)


def _fields(entry: Entry, lang: Lang) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Words of title, tags, summary and text, with the provisions that each names."""
    return (
        _count(clean(entry.title), lang),
        _count(clean("\n".join(entry.tags)), lang),
        _count(clean(entry.summary), lang),
        _count(clean(f"{entry.text}\n{entry.untold}"), lang),
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
