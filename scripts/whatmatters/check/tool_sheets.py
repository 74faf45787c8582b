"""Rules for the sheets of tools, `docs/data/tools`: each on its page, ids once, and fields that hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..library.library import Library
from ..library.tool_sheet import FOLDER, SheetField, SheetPart
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean

#: Where a tool's page holds its sheet.
MARK = "<!-- tool-sheet -->"
SCRIPTS = "docs/assets/js"
_NUMBER = re.compile(r"\d{1,3}")


def tool_sheet_problems(library: Library) -> Iterator[Problem]:
    """Sheets without a page and pages without their sheet; what is wrong within a sheet."""
    for name, sheet in library.sheets.items():
        file = f"{FOLDER}/{name}.yml"
        yield from _page_problems(library, name, file)
        yield from _twice(library, file, ("parts",), [part.id for part in sheet.parts])
        if sheet.script and not (library.root / SCRIPTS / f"{sheet.script}.js").exists():
            line = library.line(file, "script")
            what = Message("there is no script `{name}`", name=f"{SCRIPTS}/{sheet.script}.js")
            yield Problem(file, line, "Z03", what, Message("write it, or take the line out: most tools need none"))
        for i, part in enumerate(sheet.parts):
            yield from _part_problems(library, file, ("parts", i), part)
    for path, words in library.written.items():
        name = path.removeprefix("tools/").removesuffix(".md")
        # A sheet that cannot be read has been told of.
        here = name in library.sheets or f"{FOLDER}/{name}.yml" in library.documents
        if f"tools/{name}.md" == path and not here and any(MARK in text for text in words["en"]):
            mend = Message("write it, or take the mark out")
            what = Message("this page asks for a sheet, and there is no {file}", file=f"{FOLDER}/{name}.yml")
            yield Problem(f"docs/en/{path}", 1, "Z01", what, mend)


def _page_problems(library: Library, name: str, file: str) -> Iterator[Problem]:
    words = library.written.get(f"tools/{name}.md")
    if words is None:
        tools = [path.split("/")[1] for path in library.pages if path.startswith("tools/") and path != "tools/"]
        mend = did_you_mean(name, tools, Message("a sheet has the name of its page in docs/en/tools"))
        yield Problem(file, 1, "Z01", Message("there is no tool `{name}`", name=name), mend)
        return
    for lang, texts in words.items():
        if not any(MARK in text for text in texts):
            what = Message("the page does not hold its sheet")
            mend = Message("write a line `{mark}` where the sheet of {file} belongs", mark=MARK, file=file)
            yield Problem(f"docs/{lang}/tools/{name}.md", 1, "Z01", what, mend)


def _part_problems(library: Library, file: str, loc: tuple[str | int, ...], part: SheetPart) -> Iterator[Problem]:
    yield from _twice(library, file, (*loc, "fields"), [field.id for field in part.fields])
    yield from _twice(library, file, (*loc, "rows"), [row.id for row in part.rows])
    if part.rows and part.empty_rows:
        what = Message("a part has either rows with names or empty rows")
        yield Problem(file, library.line(file, *loc, "empty_rows"), "Z03", what, Message("make two parts of it"))
    for i, field in enumerate(part.fields):
        yield from _field_problems(library, file, (*loc, "fields", i), field)
    yield from _match_problems(library, file, loc, part)
    yield from _answer_problems(library, file, loc, part)
    known = {field.id: field for field in part.fields}
    for i, row in enumerate(part.rows):
        for name, value in row.given.items():
            line = library.line(file, *loc, "rows", i, "given", name)
            if name not in known:
                mend = did_you_mean(name, known, Message("name one of the part's fields"))
                yield Problem(file, line, "Z03", Message("there is no field `{name}`", name=name), mend)
            elif known[name].kind != "number" or not _NUMBER.fullmatch(value):
                what = Message("`{value}` cannot stand in `{name}` at first", value=value, name=name)
                mend = Message("only a number can, in a field of the kind `number`: words belong to a language")
                yield Problem(file, line, "Z03", what, mend)


def _match_problems(library: Library, file: str, loc: tuple[str | int, ...], part: SheetPart) -> Iterator[Problem]:
    """Rows that are matched with what stands under letters, in a field of the kind `match`."""
    yield from _twice(library, file, (*loc, "matches"), [option.id for option in part.matches])
    ids = [option.id for option in part.matches]
    if bool(ids) != any(field.kind == "match" for field in part.fields):
        what = Message("`matches` and a field of the kind `match` belong together")
        mend = Message("a part that has one has the other, or neither")
        yield Problem(file, library.line(file, *loc), "Z03", what, mend)
    if ids and part.answers is None:
        what = Message("the part `{name}` matches rows, and does not say what belongs together", name=part.id)
        mend = Message("add a line `answers`, and to each row a line `answer`")
        yield Problem(file, library.line(file, *loc), "Z03", what, mend)


def _answer_problems(library: Library, file: str, loc: tuple[str | int, ...], part: SheetPart) -> Iterator[Problem]:
    asked = part.answers
    options: set[str] = set()
    if asked:
        named = next((field for field in part.fields if field.id == asked.field), None)
        found = part.matches if named and named.kind == "match" else named.options if named else ()
        options = {option.id for option in found}
        if not options:
            what = Message("the answers are to `{name}`, which is no choice of this part", name=asked.field)
            names = [field.id for field in part.fields]
            mend = did_you_mean(asked.field, names, Message("name a field of the kind `choice` or `match`"))
            yield Problem(file, library.line(file, *loc, "answers", "field"), "Z03", what, mend)
            return
    for i, row in enumerate(part.rows):
        line = library.line(file, *loc, "rows", i)
        if asked and row.answer is None:
            what = Message("the row `{name}` has no answer", name=row.id)
            yield Problem(file, line, "Z03", what, Message("add a line `answer` with `option` and `why`"))
        elif row.answer and not asked:
            what = Message("the row `{name}` has an answer, and its part has no line `answers`", name=row.id)
            yield Problem(file, line, "Z03", what, Message("say with `answers` which field it is that they answer"))
        elif row.answer and row.answer.option not in options:
            what = Message("there is no option `{name}`", name=row.answer.option)
            mend = did_you_mean(row.answer.option, sorted(options), Message("name one of the field's options"))
            yield Problem(file, library.line(file, *loc, "rows", i, "answer", "option"), "Z03", what, mend)


def _field_problems(library: Library, file: str, loc: tuple[str | int, ...], field: SheetField) -> Iterator[Problem]:
    yield from _twice(library, file, (*loc, "options"), [option.id for option in field.options])
    line = library.line(file, *loc)
    if field.kind == "choice" and len(field.options) < 2:
        what = Message("the choice `{name}` has nothing to choose from", name=field.id)
        yield Problem(file, line, "Z03", what, Message("give it at least two `options`"))
    if field.kind != "choice" and field.options:
        what = Message("`{name}` has `options` and is no choice", name=field.id)
        yield Problem(file, line, "Z03", what, Message("write `kind: choice`"))
    if field.kind != "date" and field.calendar:
        what = Message("`{name}` has a line `calendar` and is no date", name=field.id)
        yield Problem(file, line, "Z03", what, Message("write `kind: date`"))


def _twice(library: Library, file: str, loc: tuple[str | int, ...], ids: Sequence[str]) -> Iterator[Problem]:
    for i, name in enumerate(ids):
        if name in ids[:i]:
            what = Message("the id `{name}` stands here twice", name=name)
            yield Problem(file, library.line(file, *loc, i), "Z02", what, Message("give each its own"))
