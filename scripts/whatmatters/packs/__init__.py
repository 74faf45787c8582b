"""Packs: from a library and its recipes to the printed cards and facilitator's sheets.

`build_packs` makes the files, `fit_problems` says what could not be printed. One neutral description of a pack
(`describe`) stands before every form, so that a new form is a new writer and nothing else.
"""

from .build import PackFile, build_packs
from .describe import PackDescription, describe
from .fit import fit_problems
from .pictures import CardPicture, card_pictures
from .sheets import sheet_in_mm
from .version import versions

__all__ = [
    "CardPicture",
    "PackDescription",
    "PackFile",
    "build_packs",
    "card_pictures",
    "describe",
    "fit_problems",
    "sheet_in_mm",
    "versions",
]
