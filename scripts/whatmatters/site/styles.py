"""Style sheets, taken apart: what a theme's sheet has to say of our pages, and what is for paper alone.

A selector is kept when every name that it asks for can stand on a page. What can stand there is a set of names,
classes, ids, elements, attributes and their values alike: too many names cost some bytes, never a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

#: Pseudo-classes whose arguments are alternatives: one that can match is enough.
ALTERNATIVES = {"is", "where", "matches", "-webkit-any", "-moz-any", "has", "host"}
#: At-rules that hold rules.
NESTING = {"media", "supports", "layer", "container"}

Token = Any
"""A component value of tinycss2, which has no types."""


@dataclass(frozen=True)
class Rule:
    """One rule of a sheet: `head` is its selectors or its at-rule's name and prelude."""

    head: str
    body: str = ""
    """The declarations of a style rule, or the inside of an at-rule that holds no rules."""
    inside: tuple[Rule, ...] = ()
    closed: bool = True
    """False for an at-rule that ends in a semicolon."""

    def __str__(self) -> str:
        if not self.closed:
            return f"{self.head};"
        return f"{self.head}{{{self.body}{''.join(map(str, self.inside))}}}"


def rules(css: str, keep: Callable[[Sequence[Token]], bool] = lambda selector: True) -> tuple[Rule, ...]:
    """The rules of a sheet without comments; `keep` says of each selector whether it stays.

    Raises ValueError with line and reason where the sheet cannot be read.
    """
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), keep))


def _rules(parsed: Iterable[Token], keep: Callable[[Sequence[Token]], bool]) -> Iterator[Rule]:
    for node in parsed:
        if node.type == "error":
            raise ValueError(f"line {node.source_line}: {node.message}")
        if node.type == "qualified-rule":
            if kept := [selector for selector in _parted(node.prelude) if keep(selector)]:
                yield Rule(",".join(map(_text, kept)), _text(node.content))
        elif node.lower_at_keyword in NESTING and node.content is not None:
            parsed_inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            if inside := tuple(_rules(parsed_inside, keep)):
                yield Rule(f"@{node.lower_at_keyword} {_text(node.prelude)}", inside=inside)
        elif node.lower_at_keyword != "charset":
            yield Rule(
                f"@{node.at_keyword} {_text(node.prelude)}".rstrip(),
                _text(node.content or ()),
                closed=node.content is not None,
            )


def _parted(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The selectors of a list, at its commas."""
    part: list[Token] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _text(tokens: Iterable[Token]) -> str:
    """Tokens as text, without comments and with no more white space than they need."""
    plain: list[Token] = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and plain and plain[-1] in (",", ";", "{")):
            continue
        if token.type == "whitespace":
            token.value = " "
        plain.append(token)
    return str(tinycss2.serialize(plain)).strip().removesuffix(";")


def can_match(selector: Sequence[Token], names: Collection[str]) -> bool:
    """Whether every name that a selector asks for is among `names`; what stands in `:not()` is asked for by none."""
    before = ""
    for token in selector:
        if token.type == "ident":
            # After a single colon or two stands what an element is or a part of it, and not a name.
            if before != ":" and token.value not in names:
                return False
        elif token.type == "hash":
            if token.value not in names:
                return False
        elif token.type == "function":
            if token.lower_name in ALTERNATIVES and not any(can_match(s, names) for s in _parted(token.arguments)):
                return False
        elif token.type == "[] block" and not all(
            part.value in names for part in token.content if part.type in ("ident", "string")
        ):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def for_pages(css: str, names: Collection[str]) -> tuple[Rule, ...]:
    """The rules of a theme's sheet that can touch a page with these names on it.

    Animations and variables that nothing of it uses are left out with the rules that used them.
    """
    found = rules(css, lambda selector: can_match(selector, names))
    used = _used(found)
    return tuple(slim for rule in found if (slim := _slim(rule, used)))


def _used(found: Sequence[Rule]) -> set[str]:
    """Names of variables and animations that a declaration of theirs uses, over however many steps."""
    needs: dict[str, set[str]] = {}
    used: set[str] = set()
    for rule in _flat(found):
        for name, tokens in _declared(rule.body):
            (needs.setdefault(name, set()) if name.startswith("--") else used).update(_idents(tokens))
    waiting = list(used)
    while waiting:
        for name in needs.get(waiting.pop(), set()) - used:
            used.add(name)
            waiting.append(name)
    return used


def _flat(found: Iterable[Rule]) -> Iterator[Rule]:
    for rule in found:
        yield rule
        yield from _flat(rule.inside)


def _declared(body: str) -> Iterator[tuple[str, list[Token]]]:
    for node in tinycss2.parse_blocks_contents(body, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node.name, node.value


def _idents(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "ident":
            yield token.value
        elif token.type == "function":
            yield from _idents(token.arguments)
        elif token.type.endswith("block"):
            yield from _idents(token.content)


def _slim(rule: Rule, used: Collection[str]) -> Rule | None:
    """The rule without variables that nobody uses; None when nothing is left of it."""
    if rule.head.startswith("@"):
        if "keyframes" in rule.head:
            return rule if rule.head.split()[-1] in used else None
        inside = tuple(slim for one in rule.inside if (slim := _slim(one, used)))
        return Rule(rule.head, rule.body, inside, rule.closed) if inside or not rule.inside else None
    if "--" not in rule.body:
        return rule
    kept = [
        node
        for node in tinycss2.parse_blocks_contents(rule.body, skip_comments=True, skip_whitespace=True)
        if node.type != "declaration" or not node.name.startswith("--") or node.name in used
    ]
    body = ";".join(f"{n.name}:{_text(n.value)}{'!important' if n.important else ''}" for n in kept)
    return Rule(rule.head, body) if body else None


def by_medium(found: Iterable[Rule]) -> tuple[list[Rule], list[Rule]]:
    """What is for every medium or the screen, and what is for paper alone, out of its `@media print`."""
    everywhere: list[Rule] = []
    paper: list[Rule] = []
    for rule in found:
        if rule.head == "@media print":
            paper.extend(rule.inside)
        else:
            everywhere.append(rule)
    return everywhere, paper
