"""Question banks: a Markdown page that is read as data too."""

from __future__ import annotations

from ..language.bilingual import Bilingual, Frozen


class Question(Frozen):
    """One question, the same in both languages."""

    id: str
    """Unique in its bank: `story-1`."""
    text: Bilingual
    asked: Bilingual
    """As it was written: `{person}` stands where a reader may choose the word."""


class Category(Frozen):
    """A group of questions under one heading."""

    id: str
    label: Bilingual
    questions: tuple[Question, ...]


class QuestionBank(Frozen):
    """A page of `docs/<lang>/questions/`, in both languages."""

    id: str
    title: Bilingual
    summary: Bilingual
    categories: tuple[Category, ...]

    @property
    def path(self) -> str:
        """Address of the bank's page within a language."""
        return f"questions/{self.id}/"
