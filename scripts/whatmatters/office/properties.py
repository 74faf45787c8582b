"""What an office file says of itself: the same in Word and in PowerPoint."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..deck.pack_description import PackDescription
from ..deck.wordings import Word
from ..library.pack_forms import Form
from .locale import LOCALES


def describe_file(said: Any, pack: PackDescription, form: Form, word: Word) -> None:
    """Fill in the core properties of python-docx or python-pptx; nothing in them is of the machine or the day."""
    said.title = word(f"document-{form}", title=pack.title)
    said.author = said.last_modified_by = word("author")
    said.language = LOCALES[pack.lang]
    said.subject, said.keywords, said.comments = pack.purpose, f"{pack.id} {pack.version}", pack.address
    said.created = said.modified = datetime.fromisoformat(pack.date)
    said.revision = 1
