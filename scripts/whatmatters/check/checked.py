"""The records of what fluent readers have checked: what is wrong with them, and how one is made."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from ..files.writing import write_whole
from ..language.bilingual import LANGUAGES, Lang
from ..library.checks import Check, Checked, checks_file, checks_yaml, has_name, state_of
from ..library.library import Library
from ..library.story_root import StoryRoot
from ..library.texts import INCLUDES
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem, did_you_mean
from ..reading.all_roots import read_everything

#: What an id may look like.
NAME = re.compile(r"(?=.{1,200}$)\w[\w-]*(/\w[\w-]*)*(\.md)?", re.ASCII)
NO_NAME = Message("this check has a reader without a name")
NAME_IT = Message("write the name or the role of the fluent reader")


def checked_problems(library: Library, today: date) -> Iterator[Problem]:
    """What is wrong with the records of this project and of further roots; advice where words changed after a check."""
    for root, checks in library.checks.items():
        for name, checked in checks.items():
            text = library.texts.get(name)
            if text is None or text.root != root:
                if not _is_broken(library, root, name):
                    yield _unknown(library, root, name)
                continue
            for lang in LANGUAGES:
                if one := checked[lang]:
                    yield from _wrong(library, root, name, lang, one, today)
                    # A text that could not be read has no words, and somebody else says so.
                    if text.words[lang] and state_of(library, text, lang) == "changed":
                        mend = Message("let a fluent reader check it again, then record it")
                        yield Problem(text.files[lang], text.line, "X04", _changed(lang, one), mend, advice=True)


def _wrong(library: Library, root: str, name: str, lang: Lang, one: Check, today: date) -> Iterator[Problem]:
    file = checks_file(root)
    if not has_name(one.reader):
        yield Problem(file, library.line(file, name, lang, "reader"), "X03", NO_NAME, NAME_IT)
    if one.day > today:
        yield _to_come(file, library.line(file, name, lang, "day"), one.day)


def _changed(lang: Lang, one: Check) -> Message:
    day = one.day.isoformat()
    if lang == "cy":
        return Message("the Welsh has changed since {reader} checked it on {day}", reader=one.reader, day=day)
    return Message("the English has changed since {reader} checked it on {day}", reader=one.reader, day=day)


def _to_come(file: str, line: int, day: date) -> Problem:
    what = Message("a check on {day} is still to come", day=day.isoformat())
    return Problem(file, line, "X02", what, Message("write the day on which the reader checked the text"))


def _unknown(library: Library, root: str, name: str) -> Problem:
    file = checks_file(root)
    known = [text.id for text in library.texts.values() if text.root == root]
    return Problem(
        file,
        library.line(file, name),
        "X01",
        Message("there is no text `{name}` to have been checked", name=name),
        did_you_mean(name, known, Message("give the text its name back, or take the lines of this record out")),
    )


def _is_broken(library: Library, root: str, name: str) -> bool:
    """Is the text there, and could not be read? Then reading it has said why."""
    owner, (first, _, rest), last = library.root_of(root), name.partition("/"), name.rpartition("/")[2]
    if owner.full_id(last) in library.broken:
        return True
    if not NAME.fullmatch(name):
        return False  # What leads elsewhere, or is longer than a file's name may be, was never a text.
    docs = library.root / "docs"
    beside = docs / "includes" if name.startswith(INCLUDES) else docs
    sources = {
        "packs": [owner.folder / "packs" / f"{owner.own_id(rest)}.yml"],
        "interface": [docs / "data" / f"{name}.yml"],
    }.get(first, [beside / lang / name.removeprefix(INCLUDES) for lang in LANGUAGES])
    return any(source.is_file() for source in sources)


def record_checks(
    root: Path,
    texts: Collection[str],
    *,
    reader: str,
    day: date,
    lang: Lang = "cy",
    roots: Sequence[StoryRoot] = (),
) -> tuple[str, ...]:
    """Record that `reader` checked these texts, as they are now, on `day`; the files of records, as messages show them.

    `root` is the project's folder and `roots` are further story roots, whose texts are recorded in a file of their own.
    Raises LibraryError, with nothing written, when the library cannot be read, a text is not there, the reader has no
    name, or the day is still to come.
    """
    library, problems = read_everything(root, roots)
    if library is None or problems:
        raise LibraryError(problems)
    if wrong := list(_asked(library, texts, reader, day)):
        raise LibraryError(wrong)
    reader = " ".join(reader.split())
    records = {root: dict(checks) for root, checks in library.checks.items()}
    for name in texts:
        own, text = records[library.texts[name].root], library.texts[name]
        one = Check(reader=reader, day=day, digest=text.digest(lang))
        own[name] = own.get(name, Checked()).model_copy(update={lang: one})
    owners = {library.texts[name].root for name in texts}
    written = {library.source(checks_file(owner))[0]: checks_yaml(records[owner]) for owner in owners}
    write_whole(written)
    return tuple(sorted(map(checks_file, owners)))


def _asked(library: Library, texts: Collection[str], reader: str, day: date) -> Iterator[Problem]:
    """What is wrong with a check that somebody wants to record."""
    for name in sorted(set(texts) - set(library.texts)):
        mend = did_you_mean(name, library.texts, Message("`whatmatters checked --list` names every text"))
        yield Problem(
            checks_file(""), 1, "X01", Message("there is no text `{name}` to have been checked", name=name), mend
        )
    if not has_name(reader):
        yield Problem(checks_file(""), 1, "X03", NO_NAME, NAME_IT)
    if day > date.today():
        yield _to_come(checks_file(""), 1, day)
