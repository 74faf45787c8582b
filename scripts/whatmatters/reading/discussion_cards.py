"""Cards to draw: pages of `docs/<lang>/tools/` whose tables hold a card a row, read as data too.

A group is `### Name {#id}`; a card is a row whose first cell is its number. What heads the
table's third column stands over the third cell wherever the card is shown. The numbers are the same in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError, read_text, split_front_matter
from ..language.bilingual import LANGUAGES, Bilingual, Lang
from ..library.discussion_card import CardSet, DiscussionCard
from ..messages.message import Message
from ..messages.problem import Problem, shown
from .front_matter import read_front

#: The pages that hold cards, and those among them whose second text stands behind the card.
CARD_PAGES = (
    "reflection-cards",
    "provocative-statements",
    "if-try-cards",
    "so-what-game",
    "needs-as-reasons",
    "mirror-and-superhero",
)
TURNED = frozenset({"if-try-cards", "needs-as-reasons"})
GROUP = re.compile(r"^###\s+(?P<name>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")
CARD = re.compile(r"^\|\s*(?P<number>\d+)\s*\|(?P<cells>.+)\|\s*$")


@dataclass(frozen=True)
class _Row:
    line: int
    group: str
    label: str
    """What heads the last column."""
    cells: tuple[str, ...]


def read_card_set(set_id: str, root: Path) -> tuple[CardSet | None, list[Problem]]:
    """A set from its two pages, or every reason why they do not make one; None alone where there is no such page."""
    pages = {lang: root / "docs" / lang / "tools" / f"{set_id}.md" for lang in LANGUAGES}
    if not all(page.exists() for page in pages.values()):
        return None, []  # A page that exists in one language only is for another rule to name.
    problems: list[Problem] = []
    titles: dict[Lang, str] = {}
    rows: dict[Lang, dict[int, _Row]] = {}
    for lang, page in pages.items():
        try:
            document, body, first = split_front_matter(read_text(page, root), shown(page, root))
        except SourceError:
            return None, []  # Whoever reads it as a page says so.
        front, _ = read_front(document)
        if front is None:
            return None, []  # Likewise.
        titles[lang] = front.title
        rows[lang], found = _rows(body, first, shown(page, root))
        problems += found
    problems += _unmatched(rows["en"], rows["cy"], pages, root, "en") + _unmatched(
        rows["cy"], rows["en"], pages, root, "cy"
    )
    if problems:
        return None, problems
    cards = [_card(number, row, rows["cy"][number]) for number, row in rows["en"].items()]
    title = Bilingual(en=titles["en"], cy=titles["cy"])
    return CardSet(id=set_id, title=title, cards=tuple(cards), turned=set_id in TURNED), []


def _rows(body: str, first: int, where: str) -> tuple[dict[int, _Row], list[Problem]]:
    rows: dict[int, _Row] = {}
    problems = []
    group = label = before = ""
    for line, text in enumerate(body.split("\n"), start=first):
        if heading := GROUP.match(text):
            group = heading["name"]
        elif match := CARD.match(text):
            number, cells = int(match["number"]), tuple(cell.strip() for cell in match["cells"].split("|"))
            if number in rows:
                problems.append(
                    Problem(
                        where,
                        line,
                        "G02",
                        Message("card {number} stands here twice", number=number),
                        Message("give each card a number of its own"),
                    )
                )
            elif not group or not all(cells):
                problems.append(
                    Problem(
                        where,
                        line,
                        "G03",
                        Message("card {number} is not whole", number=number),
                        Message("put it under `### Name {{#id}}`, fill each cell"),
                    )
                )
            else:
                rows[number] = _Row(line, group, label, cells)
        elif text.startswith("|") and not before.startswith("|"):
            label = text.strip().strip("|").split("|")[-1].strip()
        before = text
    return rows, problems


def _unmatched(
    here: dict[int, _Row], there: dict[int, _Row], pages: dict[Lang, Path], root: Path, lang: Lang
) -> list[Problem]:
    """Cards of one language that the other has not, or has with other columns."""
    where = shown(pages[lang], root)
    twin = shown(pages["cy" if lang == "en" else "en"], root)
    return [
        Problem(
            where,
            row.line,
            "G01",
            Message("card {number} has no counterpart in {file}", number=number, file=twin),
            Message("write it there too, with the same columns"),
        )
        for number, row in here.items()
        if number not in there or len(there[number].cells) != len(row.cells)
    ]


def _card(number: int, en: _Row, cy: _Row) -> DiscussionCard:
    return DiscussionCard(
        number=number,
        group=Bilingual(en=en.group, cy=cy.group),
        text=Bilingual(en=en.cells[0], cy=cy.cells[0]),
        ask=Bilingual(en=en.cells[1], cy=cy.cells[1]) if len(en.cells) > 1 else None,
        label=Bilingual(en=en.label, cy=cy.label) if len(en.cells) > 1 else None,
    )
