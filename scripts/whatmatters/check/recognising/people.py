"""Names of people: a surname after Mr, Mrs or Nyrs, and a first name with a surname."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.bilingual import Lang
from ...language.mutations import radicals_in
from ...messages.message import Message
from .finding import Finding
from .lists import names, word_set
from .words import Word, capitals

#: Before a surname in either language; `br` is Y Br. of Welsh.
TITLES = word_set("mr mrs ms miss mx dr sir dame lord lady prof rev parch br bns syr fonesig cllr cyng pc wpc")
#: Work and office, which may have a small letter and are softened in Welsh: y Parchedig, i'r Barchedig.
OFFICES = word_set(
    "doctor professor reverend nurse sister matron sergeant inspector constable councillor canon "
    "nyrs athro parchedig cynghorydd meistr rhingyll arolygydd cwnstabl"
)
#: Between a first name and a father's: Rhys ap Gwyn, Mair ferch Ifan.
PATRONYMIC = word_set("ap ab ferch verch fab")
#: Between parts of other surnames, with small letters.
LINKS = word_set("van von de der den da la le el al bin ibn")
BETWEEN = PATRONYMIC | LINKS

FULL_NAME = Message("a first name and a surname")
TITLED = Message("a title and a surname")
MEND = Message("first names are enough, and those changed")


def people(text: str, words: Sequence[Word], lang: Lang, known: Heard) -> Iterator[Finding]:
    """Surnames and full names in a plain text and its words; `known` is what `heard` gives of the whole story."""
    taken = -1
    great = capitals(words)
    # A title stands right before a word with a capital, a name begins with one.
    for i in sorted({*great, *(i - 1 for i in great if i)}):
        if i <= taken:
            continue
        word = words[i]
        titled = _titled(words, i, lang)
        end = titled if titled is not None or not word.capital else _full_name(words, i, known)
        if end is not None:
            code, what = ("A09", FULL_NAME) if titled is None else ("A08", TITLED)
            yield Finding(code, word.start, text[word.start : words[end].end], what, MEND, sure=False)
            taken = end


@dataclass(frozen=True)
class Heard:
    """What the whole of a story tells of its words."""

    names: frozenset[str]
    """Words with a capital inside a sentence and beside no other: the names a story goes by."""
    words: frozenset[str]
    """Words that have a small letter somewhere: they are no names."""


def heard(texts: Sequence[Sequence[Word]]) -> Heard:
    """What the texts of a story tell of its words."""
    found: set[str] = set()
    unsure: list[tuple[str, str]] = []
    for words in texts:
        for i in capitals(words):
            word = words[i]
            if word.first or _beside(words, i + 1):
                continue
            if not _beside(words, i) and words[i - 1].text not in BETWEEN:
                found.add(word.folded)
            elif words[i - 1].first and words[i - 1].capital:
                unsure.append((words[i - 1].folded, word.folded))
    # After the first word of a sentence a name stands alone, unless that word is a name as well.
    first = names().first - names().words
    found.update([word for head, word in unsure if head not in first and head not in found])
    return Heard(frozenset(found), frozenset(word.folded for words in texts for word in words if word.text.islower()))


def _beside(words: Sequence[Word], i: int) -> bool:
    """Is the word at `i` a capital one right after a capital one?"""
    if not 0 < i < len(words):
        return False
    before, word = words[i - 1], words[i]
    return word.joined and not before.closed and word.capital and before.capital


def _titled(words: Sequence[Word], i: int, lang: Lang) -> int | None:
    """The last word of the name that the title at `i` stands before; none where a first name alone follows."""
    word, end = words[i], i + 1
    if end >= len(words) or not words[end].capital or word.closed:
        return None
    title = word.capital and word.folded in TITLES
    if not title and not OFFICES.intersection(radicals_in(lang, word.folded)):
        return None
    # `Mr. Jones` has a full stop that ends no sentence.
    if words[end].start - word.end > 2 or not _name_like(words[end]):
        return None
    while end + 1 < len(words) and words[end + 1].joined and not words[end].closed and _name_like(words[end + 1]):
        end += 1
    lists, said = names(), [one.folded for one in words[i + 1 : end + 1]]
    if not title:
        return end if lists.surnames.intersection(said) else None
    return None if len(said) == 1 and said[0] in lists.first - lists.surnames else end


#: Words of one name; a line of capitals without end is many names, and is not read to its end from each of its words.
LONGEST = 20


def _full_name(words: Sequence[Word], i: int, known: Heard) -> int | None:
    """The last word of the full name that begins at `i`, if one does."""
    if words[i].closed or not _name_like(words[i]):
        return None
    lists, first = names(), words[i].folded
    #: At the head of a sentence the word may be any word with a capital.
    ordinary = words[i].first and (first in lists.words or first not in lists.first)
    end, fathers = _run(words, i)
    if end == i or (fathers and not ordinary):
        return end if end > i else None
    last = words[end].folded
    if last in lists.surnames and last not in known.names:
        return end if first in lists.first | known.names or not words[i].first else None
    if ordinary or last in lists.first | known.names:
        # In Welsh the verb comes first: `Gwelodd Huw Mair` has two people.
        return None
    # Two words of no list: `Exploratory Talk` is a name of nobody where `talk` stands elsewhere.
    strange = first not in lists.first and any(word.folded in known.words for word in words[i : end + 1])
    return None if strange else end


def _run(words: Sequence[Word], i: int) -> tuple[int, bool]:
    """The last of the words like names that follow each other from `i`, and whether a father's name is among them."""
    end, fathers = i, False
    while end + 1 < min(len(words), i + LONGEST) and words[end + 1].joined and not words[end].closed:
        following = words[end + 1]
        if _name_like(following):
            end += 1
            continue
        after = end + 1
        while after + 1 < len(words) and words[after].text in BETWEEN and words[after + 1].joined:
            after += 1
        if after == end + 1 or not _name_like(words[after]):
            break
        fathers |= following.text in PATRONYMIC
        end = after
    return end, fathers


def _name_like(word: Word) -> bool:
    """A word that may be part of a name; May and Ward are months and rooms, and names as well."""
    nobody = word.folded in names().capitals and word.folded not in names().people
    return word.capital and len(word.text) > 1 and not nobody
