"""Words that are not one story's own: those that other stories and the question banks say too."""

from __future__ import annotations

from ..library.languages import LANGUAGES
from ..library.library import Library
from .fingerprints import dense


def said_elsewhere(library: Library, story_id: str) -> frozenset[str]:
    """Digests of every passage that others say; several stories may well end with the same question."""
    blocks = [
        block
        for story in library.stories.values()
        if story.id != story_id
        for t in story.texts.values()
        for block in t.blocks
    ]
    questions = (q for bank in library.banks.values() for category in bank.categories for q in category.questions)
    blocks += [question.text[lang] for question in questions for lang in LANGUAGES]
    return frozenset(dense("", blocks).passages)
