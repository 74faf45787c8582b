"""The wordings that the program asks for, and those of them that the interface's files lack.

Half of their names are put together while a page is made (`shell-kind-` and a kind), so no reading of the source
finds them all: they are listed, each with its file, in `wordings_needed.txt`. A test holds that list against the real
library.
`python -m whatmatters.check.wordings_needed` writes it anew when wordings have come or gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..files.sources import Document
from ..library.interface import FOLDER
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from ..reading.library_files import Reader

LIST = Path(__file__).with_suffix(".txt")


def missing_wording_problems(library: Library) -> Iterator[Problem]:
    """A wording that the program asks for and no file has, told where it stood; a file of them that is gone."""
    documents, known = library.documents, set(named(library.documents))
    # What nothing asks for may be a name that was mistyped.
    others = known.difference(*needed().values())
    for file, names in needed().items():
        where = f"{FOLDER}/{file}"
        if where not in documents:
            if not (library.root / where).exists():  # One that cannot be read has said so itself.
                yield Problem(
                    where,
                    1,
                    "R01",
                    Message("this file of wordings is missing"),
                    Message("put it back: pages cannot be made without its words"),
                )
            continue
        line = documents[where].first_line
        for name in names:
            if name in known:
                line = documents[where].line((name,))
                continue
            mend = did_you_mean(name, others, Message("write it in one of the files of this folder, in both languages"))
            yield Problem(where, line, "F04", Message("the wording `{name}` is missing", name=name), mend)


@cache
def needed() -> dict[str, tuple[str, ...]]:
    """The names of the wordings by their files, in the order in which they stand there."""
    found: dict[str, tuple[str, ...]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        file, name = line.split()
        found[file] = (*found.get(file, ()), name)
    return found


def named(documents: Mapping[str, Document]) -> dict[str, str]:
    """The names of all wordings that are written, each with its file."""
    return {
        str(name): path.removeprefix(f"{FOLDER}/")
        for path, document in documents.items()
        if path.startswith(f"{FOLDER}/") and isinstance(document.data, dict)
        for name in document.data
    }


def write_list(root: Path) -> None:
    """List the wordings of the project at `root`."""
    reader = Reader(root)
    reader.read()
    lines = [f"{file} {name}\n" for name, file in named(reader.documents).items()]
    LIST.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_list(Path.cwd())
