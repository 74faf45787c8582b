"""Where things stand on a slide of 338.7 x 190.5 mm (16:9), and how large their type is (pt), layout by layout."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..deck.kinds import KINDS, PACK, PAUSE, KindStyle
from ..deck.slide import Layout
from ..typography.paragraph import Run, lines

#: Of a slide, in EMU (36,000 to the millimetre).
WIDTH, HEIGHT = 12192000, 6858000

#: Placeholders by their numbers, the same on every layout.
TITLE, BODY, BAND, SMALL, NUMBER, FOOT = 0, 1, 13, 14, 15, 16
#: Columns stand in these, a heading and its text in each.
COLUMNS = (21, 22, 23)

#: Sizes of a title, in pt, tried from its layout's own downwards.
TITLE_SIZES = (54, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24)

#: Of the line over a title, in pt.
OVER = 28

#: Height of a title's line: our font's own, 1.3 times its size, at the 95 % that the master sets.
TITLE_LINE = 1.3 * 0.95

#: What a title leaves free of its place, in mm: two lines would else stand close under the band and on the text.
AIR = 1

#: How much wider Verdana, which a computer without our font takes, sets bold words.
WIDER = 1.27

#: Millimetres of a point.
MM = 25.4 / 72

INK, QUIET, PAPER = "1A1A1A", "4A4A4A", "FFFFFF"

#: The layouts in the order of PowerPoint's list, each with the kind whose colour it has.
LAYOUTS: dict[Layout, KindStyle] = {
    "opening": PACK,
    "pack": PACK,
    "story": KINDS["story"],
    "pause": PAUSE,
    "question": KINDS["question"],
    "tool": KINDS["tool"],
    "columns": KINDS["tool"],
}


@dataclass(frozen=True)
class Box:
    """A placeholder: where it stands (mm), and how its text looks."""

    idx: int
    kind: str
    """PowerPoint's type of placeholder."""
    name: str
    x: float
    y: float
    width: float
    height: float
    size: float
    """Type, in pt."""
    colour: str = INK
    bold: bool = False
    anchor: str = "t"
    align: str = "l"

    @property
    def mark(self) -> str:
        """What says which placeholder it is, alike on a layout and on its slides."""
        size = ' sz="quarter"' if self.idx not in {TITLE, BODY} else ""
        number = f' idx="{self.idx}"' if self.idx else ""
        return f'<p:ph type="{self.kind}"{size}{number}/>'


def title_size(box: Box, title: str, over: str = "") -> float:
    """The largest size of type (pt) at which a title has room in its place, with a line `over` it; in Verdana too."""

    def high(words: str, size: float) -> float:
        room = box.width / MM / size / WIDER * 1000
        return lines((Run(words, bold=True),), room).count * size * TITLE_LINE * MM

    said = high(over, OVER) if over else 0
    sizes = [size for size in TITLE_SIZES if size <= box.size]
    return next((size for size in sizes if said + high(title, size) <= box.height - AIR), sizes[-1])


def boxes(layout: Layout) -> tuple[Box, ...]:
    """The placeholders of a layout, in the order in which a screen reader comes to them."""
    if layout == "opening":
        return (
            Box(TITLE, "ctrTitle", "Title", 24, 40, 290, 50, 54, "FFFFFF", True, "b"),
            Box(BODY, "subTitle", "Text", 24, 94, 250, 63, 28, "FFFFFF"),
            Box(BAND, "body", "Band", 42, 22, 270, 14, 22, "FFFFFF", True, "ctr"),
            Box(SMALL, "body", "Source", 24, 160, 250, 10, 16, "FFFFFF"),
            Box(FOOT, "ftr", "Footer", 24, 174, 250, 9, 12, "FFFFFF", anchor="ctr"),
            Box(NUMBER, "sldNum", "Number", 294, 174, 20, 9, 14, "FFFFFF", anchor="ctr", align="r"),
        )
    band = Box(BAND, "body", "Band", 36, 4, 290, 12, 20, "FFFFFF", True, "ctr")
    foot = Box(FOOT, "ftr", "Footer", 18, 178, 260, 8, 12, QUIET, anchor="ctr")
    number = Box(NUMBER, "sldNum", "Number", 300, 178, 20, 8, 14, QUIET, anchor="ctr", align="r")
    title = Box(TITLE, "title", "Title", 18, 23, 302, 29, 36, INK, True, "ctr")
    small = Box(SMALL, "body", "Source", 18, 163, 302, 14, 16, QUIET, anchor="b")
    if layout == "pause":
        return (
            Box(TITLE, "title", "Title", 30, 27, 285, 36, 44, INK, True, "ctr"),
            Box(BODY, "body", "Text", 30, 66, 285, 98, 28),
            band,
            foot,
            number,
        )
    if layout == "columns":
        columns = tuple(
            Box(idx, "body", f"Column {n + 1}", 18 + n * 103, 60, 96, 98, 28) for n, idx in enumerate(COLUMNS)
        )
        return (title, *columns, replace(small, size=24, colour=INK), band, foot, number)
    return (title, Box(BODY, "body", "Text", 18, 54, 302, 109, 28), small, band, foot, number)
