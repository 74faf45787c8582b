"""What a word may be a form of, in order of trust; the browser climbs the same ladder (`search-words.js`).

1. the word itself;
2. what it is a mutated form of (Welsh);
3. the word without an ending;
4. what it is a mutated form of, without an ending.

The first step that names a key of the index is the answer, with all the keys it names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from whatmatters.language.bilingual import Lang

from ..language.mutations import radicals_in
from .endings import stems


def ladder(word: str, lang: Lang, bare: Container[str] = ()) -> Iterator[tuple[str, ...]]:
    """The four steps for a folded word; `bare` as in `endings.stems`."""
    fronts = radicals_in(lang, word)[1:]
    yield (word,)
    yield fronts
    yield stems(word, lang, bare)
    yield tuple(dict.fromkeys(stem for front in fronts for stem in stems(front, lang, bare)))


def resolve(
    word: str, lang: Lang, keys: Container[str], bare: Container[str] = (), *, itself: bool = True
) -> tuple[str, ...]:
    """The keys that `word` stands for, none if it is a stranger. Without `itself` the first step is left out."""
    for step, guesses in enumerate(ladder(word, lang, bare)):
        found = tuple(guess for guess in guesses if guess in keys)
        if found and (step > 0 or itself):
            return found
    return ()
