"""Packs: from a library and its recipes to the printed cards and facilitator's sheets.

`build_packs` makes the files, `fit_problems` says what could not be printed. One neutral description of a pack
(`describe`) stands before every form, so that a new form is a new writer and nothing else.
"""

from .build import PackFile, build_packs
from .card_data import CardData
from .describe import PackDescription, describe
from .face_json import face_css, shared_json
from .fit import fit_problems
from .pictures import CardPicture, card_pictures
from .version import versions

__all__ = [
    "CardData",
    "CardPicture",
    "PackDescription",
    "PackFile",
    "build_packs",
    "card_pictures",
    "describe",
    "face_css",
    "fit_problems",
    "shared_json",
    "versions",
]
