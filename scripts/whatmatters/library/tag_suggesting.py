"""Tags that a text suggests: those whose label or meaning shares words with it, whatever form the words take.

Simple on purpose, so that every suggestion can be explained by the words it rests on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..language.bilingual import Lang
from .vocabulary import Tag, Vocabulary

WORD = re.compile(r"[^\W\d_]+")
#: Shorter words say little, in either language.
SHORTEST = 4
#: A word that this many tags share tells none of them apart: care, person, people, gofal, pobl.
TOO_COMMON = 3
#: What a tag needs: every word of its label, or so many of the words of its label and meaning.
ENOUGH = 3
SUGGESTED = 6
#: Words of the labels and meanings that stand in any text.
_EMPTY: dict[Lang, str] = {
    "en": """about after again always among before come could each every find from get give going good have here into
        know long look make many more most much never nobody only other over short some someone something start such
        take than that their they thing think this those through time until very well what when where which while with
        without worth would wrong your""",
    "cy": """adeg agos allan amser arall bywyd byth chwe cymryd dechrau diwedd diwrnod dros dweud dydd eich fawr gair
        gallu gwerth gwneud gwybod heb hefyd helpu hynny maen meddwl mewn mynd neb nesaf newydd oedd oherwydd peth roedd
        rydyn rhai rhoi rhyw rhywbeth rhywun sefyll sydd sylw trwy unrhyw wedi wrth ydyn yna""",
}
EMPTY = {lang: frozenset(words.split()) for lang, words in _EMPTY.items()}


@dataclass(frozen=True)
class Suggestion:
    """A tag, and the words of the text that speak for it, as they stand there."""

    tag: Tag
    because: tuple[str, ...]


def suggest(vocabulary: Vocabulary, text: str, lang: Lang) -> tuple[Suggestion, ...]:
    """The tags that the words of `text` speak for, the best first; at most `SUGGESTED` of them."""
    said: dict[str, str] = {}
    for word in _words(text):
        said.setdefault(_lemma(word, lang), word)
    labels = {tag.id: _lemmas(tag.label[lang], lang) for tag in vocabulary.tags.values()}
    words = {tag.id: labels[tag.id] | _lemmas(tag.meaning[lang], lang) for tag in vocabulary.tags.values()}
    tags_with = Counter(lemma for some in words.values() for lemma in some)
    common = {lemma for lemma, tags in tags_with.items() if tags > TOO_COMMON}
    found: list[tuple[int, Suggestion]] = []
    for tag_id, tag in vocabulary.tags.items():
        shared = [lemma for lemma in said if lemma in words[tag_id] - common]
        named = labels[tag_id] and labels[tag_id] <= set(said) and not labels[tag_id] <= common
        if named or len(shared) >= ENOUGH:
            # What a text calls by its name comes before what it only touches.
            because = [lemma for lemma in said if lemma in labels[tag_id] or lemma in shared]
            worth = len(shared) + (ENOUGH if named else 0)
            found.append((worth, Suggestion(tag, tuple(said[lemma] for lemma in because))))
    found.sort(key=lambda pair: -pair[0])
    return tuple(suggestion for _, suggestion in found[:SUGGESTED])


def _lemmas(text: str, lang: Lang) -> set[str]:
    """The lemmas of the words that say something."""
    pairs = ((word.lower(), _lemma(word, lang)) for word in _words(text))
    return {lemma for word, lemma in pairs if not EMPTY[lang] & {word, lemma}}


def _words(text: str) -> Iterator[str]:
    return (word for word in WORD.findall(text) if len(word) >= SHORTEST)


def _lemma(word: str, lang: Lang) -> str:
    import simplemma  # It takes a tenth of a second, and every command would wait for it.

    return simplemma.lemmatize(word.lower(), lang=lang).lower()
