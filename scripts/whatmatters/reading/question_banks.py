"""Reading a page of `docs/<lang>/questions/` as a question bank.

A category is `## Label {#id}`; a question is `- Text? {#id}`. Ids are the same in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError, read_text, split_front_matter
from ..language.bilingual import Bilingual, Lang
from ..library.person import FORMS, PersonWord, filled, unknown_placeholders
from ..library.question import Category, Question, QuestionBank
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean, shown
from .front_matter import read_front

CATEGORY = re.compile(r"^##\s+(?P<label>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")
QUESTION = re.compile(r"^-\s+(?P<text>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*$")


@dataclass(frozen=True)
class _Item:
    id: str
    text: str
    line: int
    category: str


@dataclass(frozen=True)
class _Page:
    where: str
    title: str
    summary: str
    categories: tuple[_Item, ...]
    questions: tuple[_Item, ...]


def read_bank(
    bank_id: str, pages: dict[Lang, Path], root: Path, person: PersonWord
) -> tuple[QuestionBank | None, list[Problem]]:
    """A bank from its two pages, or every reason why they do not make one; `person` fills the placeholders."""
    problems: list[Problem] = []
    read: dict[Lang, _Page] = {}
    for lang, path in pages.items():
        page, found = _read_page(path, root)
        problems += found
        if page is not None:
            read[lang] = page
    if problems or len(read) < 2:
        return None, problems
    en, cy = read["en"], read["cy"]
    problems += _compare(en, cy) + _compare(cy, en)
    if problems:
        return None, problems
    labels = {item.id: item.text for item in cy.categories}
    texts = {item.id: item.text for item in cy.questions}
    return QuestionBank(
        id=bank_id,
        title=Bilingual(en=en.title, cy=cy.title),
        summary=Bilingual(en=en.summary, cy=cy.summary),
        categories=tuple(
            Category(
                id=c.id,
                label=Bilingual(en=c.text, cy=labels[c.id]),
                questions=tuple(
                    Question(
                        id=q.id,
                        text=Bilingual(en=filled(q.text, "en", person), cy=filled(texts[q.id], "cy", person)),
                        asked=Bilingual(en=q.text, cy=texts[q.id]),
                    )
                    for q in en.questions
                    if q.category == c.id
                ),
            )
            for c in en.categories
        ),
    ), []


def _read_page(path: Path, root: Path) -> tuple[_Page | None, list[Problem]]:
    where = shown(path, root)
    try:
        document, body, first = split_front_matter(read_text(path, root), where)
    except SourceError as error:
        return None, [error.problem]
    front, problems = read_front(document)
    categories: list[_Item] = []
    questions: list[_Item] = []
    for number, line in enumerate(body.split("\n"), start=first):
        if match := CATEGORY.match(line):
            categories.append(_Item(match["id"], match["label"], number, ""))
        elif match := QUESTION.match(line):
            questions.append(_Item(match["id"], match["text"], number, categories[-1].id if categories else ""))
        elif line.startswith("## "):
            problems.append(
                Problem(
                    where, number, "Q01", Message("this category has no id"), Message("end the line with {{#an-id}}")
                )
            )
        elif line.startswith("- "):
            problems.append(
                Problem(
                    where, number, "Q01", Message("this question has no id"), Message("end the line with {{#an-id}}")
                )
            )
    for question in questions:
        for name in unknown_placeholders(question.text):
            mend = did_you_mean(name, FORMS, Message("known: {names}", names=tuple(f"{{{form}}}" for form in FORMS)))
            problems.append(
                Problem(
                    where,
                    question.line,
                    "Q05",
                    Message("nothing fills the placeholder `{name}`", name=f"{{{name}}}"),
                    mend,
                )
            )
    for items in (categories, questions):
        seen: set[str] = set()
        for item in items:
            if item.id in seen:
                problems.append(
                    Problem(
                        where,
                        item.line,
                        "Q02",
                        Message("the id `{name}` stands here twice", name=item.id),
                        Message("give the second one an id of its own"),
                    )
                )
            seen.add(item.id)
    problems += [
        Problem(
            where,
            q.line,
            "Q04",
            Message("this question stands before any category"),
            Message("put a line `## Name {{#id}}` above it"),
        )
        for q in questions
        if not q.category
    ]
    if problems or front is None:
        return None, problems
    return _Page(where, front.title, front.summary, tuple(categories), tuple(questions)), []


def _compare(here: _Page, there: _Page) -> list[Problem]:
    """What stands in `here` and not in `there`."""
    problems = []
    for items, others in ((here.categories, there.categories), (here.questions, there.questions)):
        known = {(item.id, item.category) for item in others}
        problems += [
            Problem(
                here.where,
                item.line,
                "Q03",
                Message("`{name}` has no counterpart in {file}", name=item.id, file=there.where),
                Message("write it there too, with the same id, in the same category"),
            )
            for item in items
            if (item.id, item.category) not in known
        ]
    return problems
