"""Taking a name out of a list in a YAML file, and leaving everything else of the file as its editor wrote it."""

from __future__ import annotations

import yaml

from .sources import LOADER


def without(text: str, path: tuple[str, ...], name: str) -> str:
    """The YAML `text` without `name` in the list at `path`, such as `("stories", "pinned")`.

    The same text where the list or the name is not there. Raises ValueError when the list cannot be mended safely.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for key in path:
        node = _value(node, key)
    if not isinstance(node, yaml.SequenceNode):
        return text
    gone = [item for item in node.value if isinstance(item, yaml.ScalarNode) and item.value == name]
    if not gone:
        return text
    kept = [item for item in node.value if item not in gone]
    start, end = node.start_mark.index, node.end_mark.index
    if node.flow_style or not kept:
        made = f"[{', '.join(text[item.start_mark.index : item.end_mark.index] for item in kept)}]"
        # A list of lines ends where the next thing begins: the line break before that stays.
        tail = "" if node.flow_style else "\n"
        before = text[:start] if node.flow_style else text[:start].rstrip() + " "
        after = before + made + tail + text[end:]
    else:
        lines = text.split("\n")
        for line in sorted({item.start_mark.line for item in gone}, reverse=True):
            del lines[line]
        after = "\n".join(lines)
    if _at(after, path) != [item for item in _at(text, path) if item != name]:
        raise ValueError(f"`{name}` cannot be taken out of the list by a program")
    return after


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _at(text: str, path: tuple[str, ...]) -> list[object]:
    data = yaml.load(text, Loader=LOADER)  # a safe loader
    for key in path:
        data = data[key]
    return list(data or [])
