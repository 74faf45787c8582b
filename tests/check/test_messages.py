"""The Welsh catalogue holds what the source says: no sentence less, no sentence more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import REPOSITORY
from whatmatters.messages.catalogue import FILE, welsh

SOURCE = REPOSITORY / "scripts" / "whatmatters"
#: What makes a sentence; ENGINEERING and the Makefile name them too.
MAKERS = ("Message", "ForeignMessage")
#: Where a template is handed on that stands as a literal elsewhere.
HANDS_ON = SOURCE / "messages" / "foreign_message.py"


@cache
def templates() -> set[str]:
    """Every template in the source, as translators' tools find them."""
    found = extract_from_dir(SOURCE, method_map=[("**.py", "python")], keywords=dict.fromkeys(MAKERS))
    return {message for _, _, message, _, _ in found}


@cache
def made() -> list[tuple[Path, str, ast.Call]]:
    """Each call in the source that makes a sentence or a problem: its file, and the name of what it makes."""
    return [
        (path, node.func.id, node) for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {*MAKERS, "Problem"}
    ]  # fmt: skip


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Those of some names."""
    return ((path, call) for path, name, call in made() if name in names)


def catalogue() -> dict[str, str]:
    with FILE.open("rb") as file:
        return {m.id: m.string for m in read_po(file) if m.id}


def places(template: str) -> set[tuple[str, str, str | None]]:
    """Name, format and conversion of each place in a template. Raises ValueError for braces that do not match."""
    return {(name, spec or "", conversion) for _, name, spec, conversion in Formatter().parse(template) if name is not None}


def test_every_sentence_has_its_welsh():
    """Whoever asks for Welsh gets Welsh: `make messages` lists what is new, and a translator fills it in."""
    assert sorted(said for said in templates() if not welsh(said)) == []


def test_no_sentence_is_idle():
    """A sentence that nothing says any more goes from the catalogue."""
    assert sorted(set(catalogue()) - templates()) == []


def test_the_same_places_stand_in_both():
    """The Welsh has every value that the English has, by its plain name, and no other."""
    found = catalogue()
    assert [said for said, welsh_said in found.items() if places(welsh_said) != places(said)] == []
    assert [said for said in found for name, spec, conversion in places(said) if not name.isidentifier() or spec or conversion] == []


def test_every_template_is_written_out():
    """A template that is put together while the program runs could not be looked up in the catalogue."""
    other = [
        f"{path.name}:{call.lineno}" for path, call in calls(*MAKERS) if path != HANDS_ON
        if not (call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]  # fmt: skip
    assert other == []


def test_every_value_has_its_place():
    """What is handed to a template is what it has places for."""
    wrong = []
    for path, call in calls("Message"):
        given = {keyword.arg for keyword in call.keywords}
        if isinstance(call.args[0], ast.Constant) and None not in given:
            wanted = {name for name, _, _ in places(call.args[0].value)}
            wrong += [f"{path.name}:{call.lineno}"] if given != wanted else []
    assert wrong == []


def plain_words(node: ast.AST) -> bool:
    """Are there words in an expression that no `Message` makes?"""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
        return False
    if isinstance(node, ast.IfExp):
        return plain_words(node.body) or plain_words(node.orelse)
    words = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    return words or any(map(plain_words, ast.iter_child_nodes(node)))


def test_no_problem_is_told_in_plain_words():
    """A plain string could not be said in Welsh. mypy sees to those that reach a problem through a name."""
    told = [
        f"{path.name}:{call.lineno}" for path, call in calls("Problem")
        for part in (*call.args[3:5], *(k.value for k in call.keywords if k.arg in ("message", "mend"))) if plain_words(part)
    ]  # fmt: skip
    assert told == []
    assert plain_words(ast.parse("Problem(a, 1, 'X', f'no {b}', c)"))
