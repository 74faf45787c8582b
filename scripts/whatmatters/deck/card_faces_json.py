"""Faces as plain values for JSON: what a browser needs to draw them, and nothing that it would have to decide.

What is empty or usual is left out, since a story has up to eight faces and a page loads many stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..language.bilingual import Lang
from ..library import theme_icons as icons
from .blocks import Block, Heading, Listing, Ruled, Span, Text
from .card_face import Face
from .card_sheets import CARDS, sheet_in_mm, sheets
from .card_spacing import SPACING
from .fold_and_glue import fold_in_mm
from .kinds import KINDS, emblem_tile
from .qr_codes import qr_codes


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
    return {"sheet": {**sheet_in_mm(), "fold": fold_in_mm(sheets()[CARDS])}, "kinds": kinds}


def face_css() -> str:
    """The distances and sizes of type of cards on A4 for a browser's style: one rule of custom properties.

    They are named after the fields of `card_spacing.py` and `card_sheets.py`: `--band-across`, `--type-title`.
    """
    sheet = sheets()[CARDS]
    space = asdict(SPACING)
    groups = ("band", "back_head", "pause", "small", "foot", "body", "dense")
    millimetres = {f"{group}-{name}": value for group in groups for name, value in space[group].items()}
    millimetres |= {"below-title": SPACING.below_title, "after-number": SPACING.after_number}
    type_ = sheet.type
    # What is given for each pt of a foot's size, or in lines of it, is made plain here.
    millimetres["foot-above"] = round(type_.foot * SPACING.foot.above, 3)
    millimetres["foot-height"] = round(type_.foot * type_.foot_lines * SPACING.foot.line, 3)
    del millimetres["foot-line"]
    millimetres |= {"type-icon": type_.icon, "type-code": type_.code, "type-line": type_.line}
    millimetres |= {"paper-width": sheet.sheet.width, "paper-height": sheet.sheet.height}
    millimetres |= {"card-width": sheet.card.width, "card-height": sheet.card.height}
    points = {f"type-{name}": getattr(type_, name) for name in ("title", "heading", "band", "part", "stop", "then")}
    points |= {f"type-{name}": getattr(type_, name) for name in ("small", "foot", "mark")}
    said = [f"--{name.replace('_', '-')}:{value:g}{_unit(name)}" for name, value in millimetres.items()]
    said += [f"--{name}:{value:g}pt" for name, value in points.items()]
    return f".wm-face,.wm-sheets,.wm-oneface{{{';'.join(said)}}}\n"


def _unit(name: str) -> str:
    """Distances within text go with the size of its type; between lines of a pause, of two sizes, with the card's."""
    if name == "pause-leading":
        return ""
    return "em" if name.endswith(("leading", "between", "between_items", "after-number")) else "mm"


def cards_json(
    cards: Sequence[SizedCard],
    pictures: tuple[str, str] = ("", ""),
    questions: Mapping[Lang | None, Sequence[str]] | None = None,
) -> dict[str, Any]:
    """Cards that belong together, with what their faces share: a picture and codes.

    `pictures` are an icon, where it is not that of their kind, and an emblem, which then stands in its place.

    `questions` are all that a story asks, by the language of a face: lists of them tell the number of each.

    `first` says how many of them are handed out before anybody may see how the story ends.
    """
    icon, emblem = pictures
    endings = [n for n, card in enumerate(cards) if any(side.face.part == "after" for side in card)]
    return _without_nothing(
        {
            "icon": icons.svg(icon) if icon and not emblem else "",
            "emblem": emblem_tile(emblem) if emblem else "",
            "codes": codes_json([side for card in cards for side in card]),
            "first": endings[0] if endings and endings[0] else len(cards),
            "cards": [[face_json(side, (questions or {}).get(side.face.lang, ())) for side in card] for card in cards],
        }
    )


def codes_json(faces: Sequence[SizedFace]) -> dict[str, str]:
    """The codes of faces as SVG, by their addresses."""
    return qr_codes({one.face.code for one in faces})


def face_json(one: SizedFace, questions: Sequence[str] = ()) -> dict[str, Any]:
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
            "blocks": [_block(block, questions) for block in face.blocks],
            "stop": face.stop,
            "then": face.then if face.stop else "",
            "foot": face.foot,
            "mark": face.mark,
            "code": face.code,
        }
    )


def _block(block: Block, questions: Sequence[str]) -> dict[str, Any]:
    match block:
        case Heading(_, text):
            return {"t": "heading", "text": text}
        case Text(spans, small):
            return _without_nothing({"t": "text", "spans": [_span(span) for span in spans], "small": small})
        case Listing(items, numbered):
            asks = [questions.index(item) + 1 for item in items if item in questions]
            return _without_nothing({"t": "list", "items": list(items), "numbered": numbered, "asks": asks})
        case Ruled():
            return {"t": "ruled"}
        case _:
            raise ValueError(f"no card that is printed from a page holds this block: {block}")


def _span(span: Span) -> Any:
    plain = not span.strong and span.lang is None
    return span.text if plain else _without_nothing({"text": span.text, "strong": span.strong, "lang": span.lang})


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
