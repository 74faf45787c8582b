"""Reading text and YAML so that every complaint can name its line."""

from __future__ import annotations

import copy
import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, RootModel, ValidationError

from ..language.bilingual import BOTH, LANGUAGES, ONE, others
from ..messages.known_foreign_messages import of_model, of_system, of_yaml
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean, shown
from .memo import remembered

#: No source of ours comes near this; a bigger file is a mistake or an attack.
MAX_BYTES = 1_000_000

#: No source of ours is nested deeper than eight; some readers of YAML need a stack for each level, or worse.
MAX_DEPTH = 40

#: What no text editor writes: control characters, line ends that are no line end to others, and marks that turn
#: the direction of writing, so that a text reads otherwise than it stands.
STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")

#: What stands before the first word of a line: each level of lists and names without brackets takes a letter of it.
_FRONT = re.compile(r"^[ \t?:-]+", re.M)

#: Brackets, and letters before the first word of a line, with which no text can be nested too deep for a reader.
FEW = 100

#: libyaml's loader where PyYAML has it: the same data, many times faster.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Loc = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


class SourceError(Exception):
    """A file that cannot be read at all, as one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Document:
    """The data of one YAML text, with the line each part stands on."""

    path: str
    data: Any
    lines: Mapping[Loc, int] = field(repr=False)
    first_line: int = 1

    def line(self, loc: Loc) -> int:
        """The line of the part at `loc`, or of the nearest part that holds it."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.lines:
                return self.lines[loc[:end]]
        return self.first_line


def read_text(path: Path, root: Path) -> str:
    """The text of a UTF-8 file.

    Raises SourceError when it is missing, no file, too big, not UTF-8, or leads out of `root`.
    """
    where = shown(path, root)
    if not is_inside(path, root):
        raise SourceError(
            Problem(
                where,
                1,
                "R05",
                Message("this file is a link to somewhere outside the project"),
                Message("put the file itself here"),
            )
        )
    try:
        found = path.stat()
        # A pipe or a device would be waited for without end.
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(
                Problem(where, 1, "R01", Message("this is not a file"), Message("put a text file of this name here"))
            )
        raw = path.read_bytes() if found.st_size <= MAX_BYTES else None
    except OSError as error:
        raise SourceError(
            Problem(
                where,
                1,
                "R01",
                Message("this file cannot be read: {why}", why=of_system(error)),
                Message("check that it exists and may be read"),
            )
        ) from error
    if raw is None:
        raise SourceError(
            Problem(
                where,
                1,
                "R02",
                Message("this file is larger than {size} MB", size=MAX_BYTES // 1_000_000),
                Message("a story or recipe is a few kilobytes: look for what does not belong"),
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SourceError(
            Problem(
                where,
                line,
                "R03",
                Message("this file is not UTF-8, so ŵ, ŷ and the like would be lost"),
                Message("save it again with the encoding UTF-8"),
            )
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if strange := STRANGE.search(text):
        line = text[: strange.start()].count("\n") + 1
        what = Message("this line holds a character that is no letter (U+{number})", number=f"{ord(strange[0]):04X}")
        raise SourceError(
            Problem(where, line, "R04", what, Message("type the line again, or save the file as plain text"))
        )
    return text


def is_inside(path: Path, root: Path) -> bool:
    """Does `path` lead to a place under `root`, whatever links it goes through? False for links in a circle."""
    try:
        return _leads_nowhere_else(path, root) or path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _leads_nowhere_else(path: Path, root: Path) -> bool:
    """Is the path under `root` as it is written, and is none of the steps from there a link?

    True of nearly every file, and found out with a fifth of the work of resolving both. Windows has more kinds of link.
    """
    written, above = os.fspath(path), os.fspath(root) + os.sep
    steps = written[len(above) :].split(os.sep)
    if os.name == "nt" or not written.startswith(above) or os.pardir in steps:
        return False
    at = above
    for step in steps:
        at += step
        try:
            if stat.S_ISLNK(os.lstat(at).st_mode):
                return False
        except FileNotFoundError:
            return True
        at += os.sep
    return True


@remembered
def parse_yaml(text: str, where: str, first_line: int = 1) -> Document:
    """Data and line numbers of a YAML text.

    Only plain data is read: no tags that make objects, no anchors (a few lines of them can fill the memory),
    no key twice, nothing nested beyond reason. Raises SourceError.
    """
    lines: dict[Loc, int] = {}
    _refuse_brackets(text, where, first_line)
    try:
        node = _composed(text, where, first_line, lines)
        if node is None:
            return Document(where, None, {}, first_line)
        data = yaml.constructor.SafeConstructor().construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + first_line
        problem = getattr(error, "problem", None)
        why = of_yaml(problem) if problem else Message("it is not YAML")
        at_fault = "".join(text.split("\n")[mark.line : mark.line + 1]) if mark else ""
        mend = (
            Message("indent with spaces, never with tabs")
            if at_fault.startswith("\t") or "\t" in at_fault[: len(at_fault) - len(at_fault.lstrip())]
            else Message("check the indents, the colons and the quotation marks near this line")
        )
        raise SourceError(
            Problem(where, line, "Y01", Message("this YAML cannot be read: {why}", why=why), mend)
        ) from error
    except (ValueError, OverflowError) as error:
        raise SourceError(
            Problem(
                where,
                first_line,
                "Y01",
                Message("this YAML holds a value that cannot be: {why}", why=of_yaml(str(error))),
                Message("check dates and numbers"),
            )
        ) from error
    return Document(where, data, lines, first_line)


def _refuse_brackets(text: str, where: str, first_line: int) -> None:
    """Refuse brackets in brackets in brackets before the parser sees them: its time grows with their square."""
    depth = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            raise _too_deep(where, text[: match.start()].count("\n") + first_line)


def _composed(text: str, where: str, first_line: int, lines: dict[Loc, int]) -> yaml.Node | None:
    """The nodes of a YAML text with nothing in it that is refused, None where there is nothing; fills `lines`.

    Raises SourceError, and YAMLError for what is none.
    """
    looked_at = not _is_plain(text)
    if looked_at:
        _refuse_events(text, where, first_line)
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
        if node is not None:
            _note_lines(node, (), lines, first_line - 1, where)
    except (yaml.YAMLError, SourceError):
        if not looked_at:
            # What is refused is told before any other mistake.
            _refuse_events(text, where, first_line)
        raise
    if not looked_at and max(map(len, lines), default=0) >= MAX_DEPTH:
        _refuse_events(text, where, first_line)
    return node


def _is_plain(text: str) -> bool:
    """Can nothing be refused in a text but for its depth, and is that no more than any reader bears?

    No letter that an anchor, an alias or a tag begins with; no more than a hundred brackets, and no line further in.
    """
    return (
        not any(letter in text for letter in "&*!\r\x85\u2028\u2029")
        and text.count("[") + text.count("{") <= FEW
        and max((len(match[0]) for match in _FRONT.finditer(text)), default=0) <= FEW
    )


def _refuse_events(text: str, where: str, first_line: int) -> None:
    """Refuse anchors, tags and depth before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = _line_of(event) + first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mend = Message("write the value out in full")
            raise SourceError(Problem(where, line, "Y03", Message("YAML anchors (& and *) are not used here"), mend))
        if getattr(event, "tag", None):
            mend = Message("write the value alone, between quotation marks if it begins with !")
            raise SourceError(
                Problem(where, line, "Y01", Message("this YAML cannot be read: it holds a tag (!)"), mend)
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _too_deep(where, line)


def _too_deep(where: str, line: int) -> SourceError:
    what = Message("this YAML is nested more than {most} levels deep", most=MAX_DEPTH)
    return SourceError(
        Problem(where, line, "Y06", what, Message("close the brackets, and look for what does not belong"))
    )


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _note_lines(node: yaml.Node, loc: Loc, lines: dict[Loc, int], offset: int, where: str) -> None:
    lines.setdefault(loc, node.start_mark.line + 1 + offset)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1 + offset
            if not isinstance(key, yaml.ScalarNode):
                raise SourceError(
                    Problem(
                        where,
                        line,
                        "Y04",
                        Message("a name of a field must be one plain word"),
                        Message("write `name: value`"),
                    )
                )
            if key.value in seen:
                raise SourceError(
                    Problem(
                        where,
                        line,
                        "Y02",
                        Message("`{value}` stands here twice", value=key.value),
                        Message("keep one of them"),
                    )
                )
            seen.add(key.value)
            lines[(*loc, key.value)] = line
            _note_lines(value, (*loc, key.value), lines, offset, where)
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            _note_lines(item, (*loc, i), lines, offset, where)


def read_yaml(path: Path, root: Path) -> Document:
    """`parse_yaml` of a file."""
    return parse_yaml(read_text(path, root), shown(path, root))


def split_front_matter(text: str, where: str) -> tuple[Document, str, int]:
    """Front matter, the text after it, and the line number at which that text starts.

    Raises SourceError when the front matter is missing or has no end.
    """
    lines = text.split("\n")
    if lines[0].strip() != "---":
        raise SourceError(
            Problem(
                where,
                1,
                "Y05",
                Message("this file has no front matter"),
                Message("start it with a line ---, then title: and summary:, then a line ---"),
            )
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == "---":
            document = parse_yaml("\n".join(lines[1 : number - 1]), where, first_line=2)
            return document, "\n".join(lines[number:]), number + 1
    raise SourceError(
        Problem(where, 1, "Y05", Message("the front matter has no end"), Message("put a line --- after it"))
    )


def validate(model: type[Model], document: Document, *, go_on: bool = False) -> tuple[Model | None, list[Problem]]:
    """The data of a document as a model, or every reason why it is not one.

    With `go_on` there are both where no more is wrong than fields that are not known, and words that one language
    lacks: the other's stand in for them, so that all else that is wrong is found in the same run. Nothing may be made
    of a model that came with problems.
    """
    if not isinstance(document.data, dict) and not issubclass(model, RootModel):
        return None, [
            Problem(
                document.path,
                document.first_line,
                "F03",
                Message("this should be a list of fields and their values"),
                Message("write one `name: value` a line"),
            )
        ]
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = [_as_problem(e, model, document) for e in errors]
        return (_without(model, document.data, errors) if go_on else None), problems


def _without(model: type[Model], data: Any, errors: Iterable[Any]) -> Model | None:
    """The data as a model without what `errors` complain of; None where that cannot be."""
    data = copy.deepcopy(data)
    for error in errors:
        *way, last = error["loc"]
        if {ONE, BOTH} & {*way, last}:
            return None
        at = data
        for step in way:
            at = at[step]
        if error["type"] == "extra_forbidden":
            del at[last]
        elif error["type"] in {"missing", "string_too_short"} and (said := _said_otherwise(last, at)):
            at[last] = said
        else:
            return None
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _said_otherwise(lang: Any, words: Any) -> Any:
    """What stands there in another language, where a language is what lacks."""
    return next(filter(None, map(words.get, others(lang))), None) if lang in LANGUAGES else None


def _as_problem(error: Any, model: type[BaseModel], document: Document) -> Problem:
    """One of Pydantic's complaints in an author's words."""
    loc: Loc = tuple(step for step in error["loc"] if step not in (ONE, BOTH))
    line, name = document.line(loc), ".".join(map(str, loc))
    kind, given = error["type"], error.get("input")
    if kind == "missing":
        return Problem(
            document.path,
            line,
            "F02",
            Message("`{name}` is missing", name=name),
            Message("add a line `{field}: …`", field=loc[-1]),
        )
    if kind == "extra_forbidden":
        at = _model_at(model, loc[:-1])
        known = [field.alias or name for name, field in getattr(at, "model_fields", {}).items()]
        # A model may name fields that it had once, each with what to do where one is still written.
        gone: Mapping[str, Message] = getattr(at, "gone", {})
        return Problem(
            document.path,
            line,
            "F01",
            Message("`{name}` is not a field that is known here", name=name),
            gone.get(str(loc[-1]))
            or did_you_mean(str(loc[-1]), known, Message("fields here: {names}", names=tuple(known))),
        )
    if kind in {"literal_error", "enum"}:
        expected = _one_of(error["ctx"]["expected"].replace("'", "`"))
        return Problem(
            document.path,
            line,
            "F03",
            Message("`{name}` cannot be `{value}`", name=name, value=_said(given)),
            Message("use one of {expected}", expected=expected),
        )
    if kind == "string_too_short":
        return Problem(
            document.path, line, "F03", Message("`{name}` is empty", name=name), Message("write something there")
        )
    own: tuple[Any, ...] = getattr(error.get("ctx", {}).get("error"), "args", ())
    # A validator of a whole list may say where in it the fault is, in a second argument: the place below its field.
    deeper: Loc = own[1] if len(own) > 1 and isinstance(own[1], tuple) else ()
    if deeper:
        line, name = document.line(loc + deeper), ".".join(map(str, loc + deeper))
        for step in deeper:
            given = given[step]
    message = error["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    why = own[0] if own and isinstance(own[0], Message) else of_model(message)
    return Problem(
        document.path,
        line,
        "F03",
        Message("`{name}` does not fit: {why}", name=name, why=why),
        Message("it now says `{value}`; see CONTRIBUTING for what stands there", value=_said(given)),
    )


def _one_of(expected: str) -> str | Message:
    """Pydantic's “a, b or c”, of which only one word is English."""
    first, either, last = expected.rpartition(" or ")
    return Message("{first} or {last}", first=first, last=last) if either else expected


def _said(given: object) -> str | Message:
    """The beginning of a value, for a message."""
    try:
        return " ".join(str(given)[:60].split())
    except ValueError:  # Python refuses to write out a number of thousands of figures.
        return Message("a number without end")


def _model_at(model: type[BaseModel], loc: Loc) -> Any:
    """The part of the model that stands at `loc`."""
    current: Any = model
    if issubclass(model, RootModel):
        # The first step is a name of the author's own choosing, or a place in a list.
        current, loc = _inner_model(model.model_fields["root"].annotation), loc[1:]
    for step in loc:
        fields = getattr(current, "model_fields", None)
        annotation = fields[step].annotation if fields and step in fields else current
        current = _inner_model(annotation)
    return current


def _inner_model(annotation: Any) -> Any:
    """The model inside `tuple[Model, ...]`, `Model | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _inner_model(part)
        if found is not None:
            return found
    return None
