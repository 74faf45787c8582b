"""Stories made up for measuring: as long as real ones, in their words, with new words as a growing library has them.

An index is as large as its words are many and unlike, so the word statistics of what it is measured on matter.
A generated story has the paragraphs and sentences of a real one; about half of its sentences come from others;
words change their places within a sentence, its punctuation does not.
Each paragraph is a little shorter than its pattern, so that it fits its card as a real one does.
Some words give way to words of the dictionary, as many as Heaps' law asks for: half of them new to the library,
the others those that generated stories have brought in before, the frequent ones more often.
All of it follows from the number of the story: the same on every machine.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from ..language.bilingual import Lang
from ..library.story import HEADINGS, PAUSE, Story

SEED = 2014
#: How the vocabulary grows with the text, V = k·n^b (Heaps' law): b is 0.65 in the library's English stories
#: and 0.67 in its Welsh ones, from the first story to all 45 (November 2026).
GROWTH = 0.65
#: The share of a story's sentences that another story lends it.
LENT = 0.5
#: It is one of so many that are shorter, or so many that are longer.
NEAR = 20
#: How long a paragraph may be beside its pattern: lines break elsewhere, and a real story may fill its card.
ROOM = 0.9
#: Letters of a word that may give way to one that is as long: shorter ones are the small words of a language.
LETTERS = range(4, 12)

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
#: What stands before, within and after a word that may be moved.
_WORD = re.compile(r"^(\W*)(.*?)(\W*)$", re.S)


@dataclass(frozen=True)
class Text:
    """A generated story in one language."""

    title: str
    summary: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    at_pause: tuple[str, ...]
    afterwards: tuple[str, ...]

    def file(self, lang: Lang) -> str:
        """What stands in its `en.md` or `cy.md`."""
        front = f'---\ntitle: "{self.title}"\nsummary: "{self.summary}"\n---'
        blocks = [front, *self.before, PAUSE, *self.after]
        for heading, questions in zip(HEADINGS.values(), (self.at_pause, self.afterwards), strict=True):
            blocks += [f"## {heading[lang]}", "\n".join(f"- {question}" for question in questions)]
        return "\n\n".join(blocks) + "\n"


def generated(stories: Mapping[str, Story], lang: Lang, count: int) -> Iterator[Text]:
    """`count` texts in one language, from those of real stories; a longer run begins with the shorter one's texts."""
    real = [story.texts[lang] for story in stories.values()]
    sentences = sorted((s for text in real for p in (*text.before, *text.after) for s in _SENTENCE.split(p)), key=len)
    known = {word for sentence in sentences for word in _words(sentence)}
    coming = _Coming(lang, known, len(real))
    for n in range(count):
        chance = random.Random(f"{SEED} {lang} {n}")
        pattern = real[n % len(real)]

        def lent(sentence: str, chance: random.Random = chance) -> str:
            """A sentence of any story, about as long as this one."""
            near = bisect_left(sentences, len(sentence), key=len)
            return chance.choice(sentences[max(0, near - NEAR) : near + NEAR])

        def mixed(paragraph: str, chance: random.Random = chance) -> str:
            own = _SENTENCE.split(paragraph)
            taken = [lent(sentence) if chance.random() < LENT else sentence for sentence in own]
            return " ".join(_shuffled(sentence, chance) for sentence in taken)

        patterns = (*pattern.before, *pattern.after)
        whole = coming.into([mixed(p) for p in patterns], chance, n)
        paragraphs = [_shortened(p, len(like) * ROOM, chance) for p, like in zip(whole, patterns, strict=True)]
        cut = len(pattern.before)
        words = sorted({word for p in paragraphs for word in _words(p) if len(word) in LETTERS})
        title = " ".join(chance.sample(words, k=min(4, max(2, len(pattern.title.split())))))
        yield Text(
            f"{title.capitalize()} {n}",
            _shortened(_shuffled(pattern.summary, chance), len(pattern.summary) * ROOM, chance).replace('"', ""),
            tuple(paragraphs[:cut]),
            tuple(paragraphs[cut:]),
            *(
                tuple(_shortened(_shuffled(q, chance), len(q) * ROOM**2, chance) for q in questions)
                for questions in (pattern.at_pause, pattern.afterwards)
            ),
        )


class _Coming:
    """Words that come into a growing library, each in the place of one that is as long."""

    def __init__(self, lang: Lang, known: set[str], stories: int) -> None:
        self._stories, self._vocabulary = stories, len(known)
        chance = random.Random(f"{SEED} {lang}")
        self._fresh: dict[int, list[str]] = {length: [] for length in LETTERS}
        for word in _dictionary(lang):
            if word not in known:
                self._fresh[len(word)].append(word)
        for words in self._fresh.values():
            chance.shuffle(words)
        self._used: dict[int, list[str]] = {length: [] for length in LETTERS}
        """Every use of a word that came in, so that to draw one of them is to draw a frequent one more often."""

    def into(self, paragraphs: list[str], chance: random.Random, n: int) -> list[str]:
        """The paragraphs of the generated story `n`, some of whose words have given way."""
        size = self._stories + n
        new = round(self._vocabulary * GROWTH / self._stories * (size / self._stories) ** (GROWTH - 1))
        split = [paragraph.split(" ") for paragraph in paragraphs]
        places = [(p, w) for p, parts in enumerate(split) for w, word in enumerate(parts) if w and _plain(word)]
        for turn, (p, w) in enumerate(chance.sample(places, k=min(2 * new, len(places)))):
            before, core, after = _parts(split[p][w])
            fresh, used = self._fresh[len(core)], self._used[len(core)]
            word = fresh.pop() if fresh and (turn < new or not used) else chance.choice(used)
            used.append(word)
            split[p][w] = before + word + after
        return [" ".join(parts) for parts in split]


@cache
def _dictionary(lang: Lang) -> tuple[str, ...]:
    """Words of the dictionary by which search knows a language, in the order of the alphabet."""
    forms = DefaultDictionaryFactory().get_dictionary(lang)
    return tuple(sorted(form for form in forms if form.isalpha() and form.islower() and len(form) in LETTERS))


def _parts(word: str) -> tuple[str, str, str]:
    match = _WORD.match(word)
    assert match, "the pattern takes any word"
    return match[1], match[2], match[3]


def _plain(word: str) -> bool:
    """Whether a word may give way: one of small letters, neither a name nor one of the small words of a language."""
    core = _parts(word)[1]
    return core.isalpha() and core.islower() and len(core) in LETTERS


def _shortened(paragraph: str, most: float, chance: random.Random) -> str:
    """The paragraph in at most so many letters where it can be: words in the middle of it are left out."""
    words = paragraph.split(" ")
    # Only a word without a mark beside it: no sentence loses its end.
    while len(" ".join(words)) > most:
        bare = [n for n, word in enumerate(words) if word.isalpha() and word.islower()]
        if not bare:
            break
        del words[chance.choice(bare)]
    return " ".join(words)


def _words(sentence: str) -> list[str]:
    return [core.lower() for word in sentence.split() if (core := _parts(word)[1])]


def _shuffled(sentence: str, chance: random.Random) -> str:
    """The words of a sentence in another order; its punctuation stays, and the first word has a capital."""
    parts = [_parts(word) for word in sentence.split()]
    cores = [core for _, core, _ in parts if core]
    if not cores:
        return sentence
    cores[0] = cores[0][0].lower() + cores[0][1:] if cores[0][1:].islower() or len(cores[0]) == 1 else cores[0]
    chance.shuffle(cores)
    cores[0] = cores[0][0].upper() + cores[0][1:]
    left = iter(cores)
    return " ".join(before + (next(left) if core else "") + after for before, core, after in parts)
