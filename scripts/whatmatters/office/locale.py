"""Languages as office programs name them, and the font they are asked for."""

from __future__ import annotations

from ..language.bilingual import Lang
from ..typography.fonts import FAMILY

#: The proofing language of a run: British English, and Welsh.
LOCALES: dict[Lang, str] = {"en": "en-GB", "cy": "cy-GB"}

FONT = FAMILY

#: What stands in for our font where it is missing: on every Windows and Mac computer, and as easy to read.
FALLBACK = "Verdana"
