"""Faces as plain values for JSON: what a browser needs to draw them, and nothing that it would have to decide.

What is empty or usual is left out, since a story has up to eight faces and a page loads many stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..library import theme_icons as icons
from .blocks import Block, Heading, Listing, Ruled, Span, Text
from .face import Face
from .kinds import KINDS, emblem_tile
from .qr import qr_codes
from .sheets import sheet_in_mm


@dataclass(frozen=True)
class SizedFace:
    """A face with the size of its type."""

    face: Face
    size: float
    """In pt."""


#: Front and back of a card.
SizedCard = tuple[SizedFace, SizedFace]


def shared_json() -> dict[str, Any]:
    """What all cards share: the sheet in millimetres, and how each kind looks."""
    kinds = {
        kind: {"colour": style.colour, "tint": style.tint, "icon": icons.svg(style.icon)}
        for kind, style in KINDS.items()
    }
    return {"sheet": sheet_in_mm(), "kinds": kinds}


def cards_json(cards: Sequence[SizedCard], icon: str = "", emblem: str = "") -> dict[str, Any]:
    """Cards that belong together, with what their faces share: `icon`, where it is not that of their kind, or in its
    place `emblem`, and codes.

    `first` says how many of them are handed out before anybody may see how the story ends.
    """
    endings = [n for n, card in enumerate(cards) if any(side.face.part == "after" for side in card)]
    return _without_nothing(
        {
            "icon": icons.svg(icon) if icon and not emblem else "",
            "emblem": emblem_tile(emblem) if emblem else "",
            "codes": codes_json([side for card in cards for side in card]),
            "first": endings[0] if endings and endings[0] else len(cards),
            "cards": [[face_json(front), face_json(back)] for front, back in cards],
        }
    )


def codes_json(faces: Sequence[SizedFace]) -> dict[str, str]:
    """The codes of faces as SVG, by their addresses."""
    return qr_codes({one.face.code for one in faces})


def face_json(one: SizedFace) -> dict[str, Any]:
    """A face; `code` is the address of its code, for which room is kept even where there is none."""
    face = one.face
    return _without_nothing(
        {
            "kind": face.kind,
            "front": face.front,
            "part": face.part,
            "lang": face.lang,
            "size": one.size,
            "dense": face.dense,
            "word": face.word,
            "detail": face.detail,
            "title": face.title,
            "blocks": [_block(block) for block in face.blocks],
            "stop": face.stop,
            "then": face.then if face.stop else "",
            "foot": face.foot,
            "mark": face.mark,
            "code": face.code,
        }
    )


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(_, text):
            return {"t": "heading", "text": text}
        case Text(spans, small):
            return _without_nothing({"t": "text", "spans": [_span(span) for span in spans], "small": small})
        case Listing(items, numbered):
            return _without_nothing({"t": "list", "items": list(items), "numbered": numbered})
        case Ruled():
            return {"t": "ruled"}
        case _:
            raise ValueError(f"no card that is printed from a page holds this block: {block}")


def _span(span: Span) -> Any:
    plain = not span.strong and span.lang is None
    return span.text if plain else _without_nothing({"text": span.text, "strong": span.strong, "lang": span.lang})


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
