"""Every pair of `en` and `cy` in a YAML text, wherever it stands, with the place of each string."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from ..files.sources import LOADER, parse_yaml
from ..language.bilingual import LANGUAGES, Lang
from .encoding import Scalar

STRING = "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Found:
    """One string of a YAML text."""

    path: tuple[str, ...]
    """Names and ids that lead to it; where a list's entries have no ids, their numbers, from 1."""
    start: int
    end: int
    encoding: Scalar
    words: str
    """What YAML reads there, without the line ends after it: as `encoding` decodes it, which reads it once more."""


def pairs(text: str, where: str) -> Iterator[tuple[tuple[str, ...], dict[Lang, Found]]]:
    """The path of each pair, and its two strings. Raises SourceError for what `parse_yaml` refuses."""
    parse_yaml(text, where)
    node = yaml.compose(text, Loader=LOADER)
    if node is not None:
        yield from _within(node, (), text, flow=False)


def strings(text: str, where: str, offset: int = 0) -> Iterator[Found]:
    """The strings of a mapping that has them at its top, as front matter does; places are moved by `offset`."""
    parse_yaml(text, where)
    node = yaml.compose(text, Loader=LOADER)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode) and value.tag == STRING:
                found = _found(value, (key.value,), text, flow=False)
                yield replace(found, start=found.start + offset, end=found.end + offset)


def _within(
    node: yaml.Node, path: tuple[str, ...], text: str, *, flow: bool
) -> Iterator[tuple[tuple[str, ...], dict[Lang, Found]]]:
    flow = flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        by_name = {key.value: value for key, value in node.value}
        if all(lang in by_name for lang in LANGUAGES):
            both = {lang: by_name.pop(lang) for lang in LANGUAGES}
            yield from _paired(both, path, text, flow=flow)
        for name, value in by_name.items():
            yield from _within(value, (*path, name), text, flow=flow)
    elif isinstance(node, yaml.SequenceNode):
        for name, value in zip(_names(node.value), node.value, strict=True):
            yield from _within(value, (*path, name), text, flow=flow)


def _paired(
    both: dict[Lang, yaml.Node], path: tuple[str, ...], text: str, *, flow: bool
) -> Iterator[tuple[tuple[str, ...], dict[Lang, Found]]]:
    """Two strings, or two lists or mappings with as many strings in the same places."""
    en, cy = both["en"], both["cy"]
    if isinstance(en, yaml.ScalarNode) and isinstance(cy, yaml.ScalarNode):
        if en.tag == cy.tag == STRING:
            yield path, {"en": _found(en, path, text, flow=flow), "cy": _found(cy, path, text, flow=flow)}
    elif isinstance(en, yaml.SequenceNode) and isinstance(cy, yaml.SequenceNode):
        inner = flow or bool(en.flow_style)
        for number, twins in enumerate(zip(en.value, cy.value, strict=False), start=1):
            one: dict[Lang, yaml.Node] = dict(zip(LANGUAGES, twins, strict=True))
            yield from _paired(one, (*path, str(number)), text, flow=inner)
    elif isinstance(en, yaml.MappingNode) and isinstance(cy, yaml.MappingNode):
        inner = flow or bool(en.flow_style)
        theirs = {key.value: value for key, value in cy.value}
        for key, value in en.value:
            if key.value in theirs:
                pair: dict[Lang, yaml.Node] = {"en": value, "cy": theirs[key.value]}
                yield from _paired(pair, (*path, key.value), text, flow=inner)


def _names(entries: Sequence[yaml.Node]) -> list[str]:
    """What the entries of a list are called in a path: their ids, if each has one of its own."""
    ids = [
        next((v.value for k, v in e.value if k.value == "id"), None) if isinstance(e, yaml.MappingNode) else None
        for e in entries
    ]
    whole = [name for name in ids if isinstance(name, str)]
    return whole if len(set(whole)) == len(entries) else [str(number) for number in range(1, len(entries) + 1)]


def _found(node: yaml.ScalarNode, path: tuple[str, ...], text: str, *, flow: bool) -> Found:
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style if node.style in ("'", '"', "|", ">") else ""
    if not style:
        end = start + len(text[start:end].rstrip())
    return Found(path, start, end, Scalar(style, _indent(text[start:end]), flow), node.value.rstrip("\n"))


def _indent(source: str) -> str:
    """The spaces before the first line after the one on which a string begins that has letters."""
    later = (line for line in source.split("\n")[1:] if line.strip())
    line = next(later, "")
    return line[: len(line) - len(line.lstrip())]
