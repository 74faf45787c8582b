"""Taking a name out of a list in a YAML file, and leaving everything else of the file as its editor wrote it."""

from __future__ import annotations

from typing import Any

import yaml

from .sources import LOADER


def without(text: str, path: tuple[str, ...], name: str) -> str:
    """The YAML `text` without `name` in the list at `path`, such as `("stories", "pinned")`.

    The same text where the list or the name is not there. Raises ValueError when a program cannot mend the list and
    leave the rest as it is, and yaml.YAMLError for a text that is not YAML.
    """
    key, found = None, yaml.compose(text, Loader=yaml.SafeLoader)
    for step in path:
        key, found = _entry(found, step)
    if key is None or not isinstance(found, yaml.SequenceNode):
        return text
    gone = [item for item in found.value if isinstance(item, yaml.ScalarNode) and item.value == name]
    if not gone:
        return text
    kept = [item for item in found.value if item not in gone]
    mended = _in_one_line(text, found, kept) if found.flow_style else _line_by_line(text, key, gone, bool(kept))
    wanted = yaml.load(text, Loader=LOADER)
    _take_out(wanted, path, name)
    if yaml.load(mended, Loader=LOADER) != wanted:
        raise ValueError(f"`{name}` cannot be taken out of `{path[-1]}` by a program: take it out by hand first")
    return mended


def _entry(node: yaml.Node | None, key: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The node of a key and of its value in a mapping; nothing where there is none."""
    entries = node.value if isinstance(node, yaml.MappingNode) else []
    return next(((name, value) for name, value in entries if name.value == key), (None, None))


def _in_one_line(text: str, found: yaml.SequenceNode, kept: list[yaml.Node]) -> str:
    """`[a, b]` with the items that are kept, each as it was written."""
    items = ", ".join(text[item.start_mark.index : item.end_mark.index] for item in kept)
    return f"{text[: found.start_mark.index]}[{items}]{text[found.end_mark.index :]}"


def _line_by_line(text: str, key: yaml.Node, gone: list[yaml.ScalarNode], some_left: bool) -> str:
    """A list of lines that begin with `-`, without some of them; where none is left, the key says so."""
    lines = text.split("\n")
    for line in sorted({item.start_mark.line for item in gone}, reverse=True):
        del lines[line]
    if not some_left:
        line, after = key.end_mark.line, key.end_mark.column
        head, colon, tail = lines[line][:after], *lines[line][after:].partition(":")[1:]
        lines[line] = f"{head}{colon} []{tail}"
    return "\n".join(lines)


def _take_out(data: Any, path: tuple[str, ...], name: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = [item for item in data[path[-1]] if item != name]
