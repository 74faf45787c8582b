"""The languages by their codes, in one place. Whoever needs no more than these need not wait for the models."""

from __future__ import annotations

from typing import Literal, get_args

Lang = Literal["en", "cy"]

#: English first, because MkDocs builds the default language first; the order ranks neither.
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
