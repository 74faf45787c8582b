"""Cards to draw: pages of `docs/<lang>/tools/` whose tables hold a card a row, read as data too.

A group is `### Name {#id}`; a card is a row whose first cell is its number. What heads the
table's third column stands over the third cell wherever the card is shown. The numbers are the same in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError, read_text, split_front_matter
from ..language.bilingual import LANGUAGES, Bilingual, Lang, others
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
    """A set from its pages, one a language, or all reasons why they make none; None alone where there is no page."""
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
    model = LANGUAGES[0]
    for lang in others(model):
        problems += _unmatched(rows, model, lang, pages, root) + _unmatched(rows, lang, model, pages, root)
    if problems:
        return None, problems
    cards = [_card(number, {lang: rows[lang][number] for lang in LANGUAGES}) for number in rows[model]]
    return CardSet(
        id=set_id, title=Bilingual.each(lambda lang: titles[lang]), cards=tuple(cards), turned=set_id in TURNED
    ), []


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
    rows: dict[Lang, dict[int, _Row]], lang: Lang, twin: Lang, pages: dict[Lang, Path], root: Path
) -> list[Problem]:
    """Cards of one language that the other has not, or has with other columns."""
    here, there = rows[lang], rows[twin]
    return [
        Problem(
            shown(pages[lang], root),
            row.line,
            "G01",
            Message("card {number} has no counterpart in {file}", number=number, file=shown(pages[twin], root)),
            Message("write it there too, with the same columns"),
        )
        for number, row in here.items()
        if number not in there or len(there[number].cells) != len(row.cells)
    ]


def _card(number: int, rows: dict[Lang, _Row]) -> DiscussionCard:
    asks = all(len(row.cells) > 1 for row in rows.values())
    return DiscussionCard(
        number=number,
        group=Bilingual.each(lambda lang: rows[lang].group),
        text=Bilingual.each(lambda lang: rows[lang].cells[0]),
        ask=Bilingual.each(lambda lang: rows[lang].cells[1]) if asks else None,
        label=Bilingual.each(lambda lang: rows[lang].label) if asks else None,
    )
