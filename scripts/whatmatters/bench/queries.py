"""Query sets, and how well an engine answers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..language.bilingual import Lang

#: How many results a reader sees at once; recall is of these.
SEEN = 10


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages that answer it."""

    text: str
    wanted: tuple[str, ...]
    """Addresses within the language, ending in a slash."""
    why: str
    """What the query tries: a mutation, a plural, a title …"""
    any_of: bool = False
    """Whether one of the pages is an answer; otherwise each of them is wanted."""


@dataclass(frozen=True)
class Answer:
    """One query as an engine answered it."""

    query: Query
    found: tuple[str, ...]
    """Addresses within the language, best first; the first ten count."""

    @property
    def recall(self) -> float:
        """The share of the wanted pages that is among the first ten, 0 to 1; all, where any of them is an answer."""
        share = sum(page in self.found[:SEEN] for page in self.query.wanted) / len(self.query.wanted)
        return float(share > 0) if self.query.any_of else share

    @property
    def reciprocal_rank(self) -> float:
        """1 if the first result is wanted, 1/2 if only the second is …, 0 if none of the first ten is."""
        ranks = (rank for rank, page in enumerate(self.found[:SEEN], 1) if page in self.query.wanted)
        return 1 / next(ranks, float("inf"))


@dataclass(frozen=True)
class Score:
    """All answers of one engine to one set."""

    answers: tuple[Answer, ...]

    @property
    def recall(self) -> float:
        """Mean recall at 10, 0 to 1."""
        return sum(answer.recall for answer in self.answers) / len(self.answers)

    @property
    def mean_reciprocal_rank(self) -> float:
        """Mean reciprocal rank, 0 to 1."""
        return sum(answer.reciprocal_rank for answer in self.answers) / len(self.answers)

    @property
    def missed(self) -> tuple[Answer, ...]:
        """Answers that lack a wanted page among the first ten."""
        return tuple(answer for answer in self.answers if answer.recall < 1)

    @property
    def empty(self) -> tuple[Answer, ...]:
        """Answers with nothing at all."""
        return tuple(answer for answer in self.answers if not answer.found)


def read_queries(root: Path, lang: Lang) -> tuple[Query, ...]:
    """The query set of `lang` that the project at `root` keeps with its tests."""
    return _read(root, f"{lang}.yml")


def read_others(root: Path, lang: Lang) -> tuple[Query, ...]:
    """The queries of `lang` that somebody wrote who had seen neither the index nor our own sets."""
    return _read(root, f"others-{lang}.yml")


def read_everyday(root: Path, lang: Lang) -> tuple[Query, ...]:
    """The queries of `lang` in everyday words and job words, written before anything was searched."""
    return _read(root, f"everyday-{lang}.yml", why="everyday words")


def _read(root: Path, name: str, why: str | None = None) -> tuple[Query, ...]:
    """A set of queries; each line says what it tries, unless `why` says it of all of them."""
    listed = yaml.safe_load((root / "tests/search/queries" / name).read_text(encoding="utf-8"))
    return tuple(Query(str(one["q"]), tuple(one["wanted"]), str(why or one["why"])) for one in listed)


def read_strangers(root: Path, lang: Lang) -> tuple[Query, ...]:
    """The query set of somebody who had not seen the index, beside our own; none where there is no such file.

    Any of its wanted pages is an answer.
    """
    path = root / "tests/search/queries" / f"others-{lang}.yml"
    if not path.exists():
        return ()
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Query(str(one["q"]), tuple(one["wanted"]), str(one["why"]), any_of=True) for one in listed)


def score(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> Score:
    """The score of what was found for each query, in the order of the queries."""
    return Score(tuple(Answer(query, tuple(pages)) for query, pages in zip(queries, found, strict=True)))
