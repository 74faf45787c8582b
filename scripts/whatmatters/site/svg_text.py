"""Words in a drawing: SVG breaks no lines by itself, so they are broken here, by the widths of our own font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..typography.shaping import width

#: A reader's browser may set another font, so a line is never filled to its end.
FILLED = 0.94


def broken(text: str, room: float, size: float) -> tuple[str, ...]:
    """The lines of a text in bold letters of `size` px in `room` px. A word that is wider stands alone in its line."""
    return joined_in_lines(text.split(), " ", room, size)


def widest(lines: Iterable[str], size: float) -> float:
    """How wide the widest of some lines in bold letters of `size` px is, in px."""
    return max((width(line, bold=True) for line in lines), default=0.0) * size / 1000


def joined_in_lines(parts: Iterable[str], between: str, room: float, size: float) -> tuple[str, ...]:
    """Parts with `between` after each but the last, as many in a line as there is room for (px); none is broken."""
    return tuple(_lines(list(parts), between, room * FILLED * 1000 / size))


def _lines(parts: list[str], between: str, most: float) -> Iterator[str]:
    line = ""
    for number, part in enumerate(parts):
        longer = line + part + (between if number < len(parts) - 1 else "")
        # What only stands at a line's end because of `between`, a space, takes no room.
        if line and width(longer.rstrip(), bold=True) > most:
            yield line.rstrip()
            longer = longer[len(line) :]
        line = longer
    if line:
        yield line.rstrip()
