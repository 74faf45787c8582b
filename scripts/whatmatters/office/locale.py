"""Languages as office programs name them, and the font they are asked for."""

from __future__ import annotations

from ..language.codes import LANGUAGES, Lang
from ..language.table import TABLE
from ..typography.fonts import FAMILY

#: The proofing language of a run.
LOCALES: dict[Lang, str] = {lang: TABLE[lang].locale for lang in LANGUAGES}

FONT = FAMILY

#: What stands in for our font where it is missing: on every Windows and Mac computer, and as easy to read.
FALLBACK = "Verdana"
