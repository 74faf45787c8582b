"""The forms in which a pack is made, and what each one's file is called."""

from __future__ import annotations

from typing import Literal, get_args

from ..language.codes import Lang

Form = Literal[
    "cards",
    "cards-large",
    "cards-questions",
    "cards-bilingual",
    "facilitator",
    "handout",
    "slides",
    "booklet",
    "cards-fold",
    "cards-bilingual-fold",
    "cards-print-shop",
    "zip",
]

#: Every form, in the order in which they are offered; the zip last, because it holds the others.
FORMS: tuple[Form, ...] = get_args(Form)

#: The forms that have both languages in one file.
BILINGUAL: tuple[Form, ...] = ("cards-bilingual", "cards-bilingual-fold")

#: The sheet that shows how paper is turned by hand, which is no pack's own: where it stands in the site.
TURNING_SHEET = "packs/turning-the-paper.pdf"

_ENDINGS: dict[Form, str] = {"handout": "docx", "slides": "pptx", "zip": "zip"}


def file_name(pack: str, form: Form, lang: Lang | None) -> str:
    """What a file is called in its pack's folder; `lang` is None where both languages stand in one file."""
    parts = [pack, *([] if form == "zip" else [form]), *([lang] if lang else [])]
    return f"{'-'.join(parts)}.{_ENDINGS.get(form, 'pdf')}"
