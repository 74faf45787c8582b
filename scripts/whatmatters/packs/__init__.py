"""Packs: which files a pack has, what of them is made already, and whether all that is on them fits.

`build_packs` makes the files, `fit_problems` says what could not be printed. What stands on them is for `deck`,
and how it is drawn for `print` and `office`: a new form is a new writer there and a line in `making`.
"""

from .build import PackFile, build_packs
from .card_fit import fit_problems
from .card_pictures import CardPicture, card_pictures

__all__ = ["CardPicture", "PackFile", "build_packs", "card_pictures", "fit_problems"]
