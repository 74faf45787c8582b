"""Reading a page of `docs/<lang>/questions/` as a question bank.

A category is `## Label {#id}`; a question is `- Text? {#id}`. Ids are the same in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError, read_text, split_front_matter
from ..language.bilingual import LANGUAGES, Bilingual, Lang, others
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
    """A bank from its pages, one a language, or each reason why they make none; `person` fills the placeholders."""
    problems: list[Problem] = []
    read: dict[Lang, _Page] = {}
    for lang, path in pages.items():
        page, found = _read_page(path, root)
        problems += found
        if page is not None:
            read[lang] = page
    if problems or len(read) < len(LANGUAGES):
        return None, problems
    first = LANGUAGES[0]
    for lang in others(first):
        problems += _compare(read[first], read[lang]) + _compare(read[lang], read[first])
    if problems:
        return None, problems
    labels = {lang: {item.id: item.text for item in page.categories} for lang, page in read.items()}
    texts = {lang: {item.id: item.text for item in page.questions} for lang, page in read.items()}
    return QuestionBank(
        id=bank_id,
        title=Bilingual.each(lambda lang: read[lang].title),
        summary=Bilingual.each(lambda lang: read[lang].summary),
        categories=tuple(
            Category(
                id=c.id,
                label=_in_each(labels, c),
                questions=tuple(_question(q, texts, person) for q in read[first].questions if q.category == c.id),
            )
            for c in read[first].categories
        ),
    ), []


def _in_each(words: dict[Lang, dict[str, str]], item: _Item) -> Bilingual:
    return Bilingual.each(lambda lang: words[lang][item.id])


def _question(item: _Item, texts: dict[Lang, dict[str, str]], person: PersonWord) -> Question:
    return Question(
        id=item.id,
        text=Bilingual.each(lambda lang: filled(texts[lang][item.id], lang, person)),
        asked=_in_each(texts, item),
    )


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
    for items, theirs in ((here.categories, there.categories), (here.questions, there.questions)):
        known = {(item.id, item.category) for item in theirs}
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
