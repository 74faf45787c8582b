"""XML without its dangers: no entities of its own, nothing fetched, no depth that fills the stack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from ..messages.message import Message
from .lines import Refused

#: No transcript nests elements as deep as this.
DEEPEST = 200
#: Elements in one file; three hours with a time for every word take about 30,000.
MOST = 500_000


@dataclass(slots=True)
class Node:
    """An element: names without namespace, children and pieces of text in their order."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[Node | str] = field(default_factory=list)

    def find(self, name: str) -> Iterator[Node]:
        """Every element of that name inside this one, in the order of the file."""
        waiting: list[Node | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Node):
                if node.name == name and node is not self:
                    yield node
                waiting += reversed(node.parts)

    @property
    def text(self) -> str:
        """All the text inside; a `br` is a line break."""
        found, waiting = list[str](), list[Node | str]([self])
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            elif part.name == "br":
                found.append("\n")
            else:
                waiting += reversed(part.parts)
        return "".join(found)


def read_xml(data: str | bytes) -> tuple[Node, int | None]:
    """The root element, and the line where the file breaks off, if it does.

    What stands before the break is whole. Raises Refused for a document type (entities can be made to explode)
    and for what is no XML from the start.
    """
    # A text is parsed as UTF-8, whatever encoding its first line once declared: it has been decoded already.
    parser = expat.ParserCreate("utf-8" if isinstance(data, str) else None, namespace_separator=" ")
    # Unbuffered, so that words right before a break are handed over too.
    parser.buffer_text = False
    root = Node("", {}, 1)
    open_nodes = [root]
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(open_nodes) > DEEPEST or count > MOST:
            raise Refused(
                "B09",
                Message("this XML has more parts, or nests them deeper, than any transcript"),
                Message("save the captions as WebVTT"),
                parser.CurrentLineNumber,
            )
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        open_nodes[-1].parts.append(node)
        open_nodes.append(node)

    def doctype(*_: object) -> None:
        raise Refused(
            "B09",
            Message("this XML brings a document type of its own, which could make it explode"),
            Message("take the <!DOCTYPE …> out, or save the captions as WebVTT"),
            parser.CurrentLineNumber,
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_nodes.pop()
    parser.CharacterDataHandler = lambda text: open_nodes[-1].parts.append(text)
    parser.StartDoctypeDeclHandler = doctype
    broken = None
    try:
        parser.Parse(data.encode("utf-8", "replace") if isinstance(data, str) else data, True)
    except expat.ExpatError as error:
        broken = error.lineno
    first = next((part for part in root.parts if isinstance(part, Node)), None)
    if first is None:
        raise Refused(
            "B01",
            Message("this looks like XML, and is not"),
            Message("save the captions as WebVTT"),
            broken or 1,
        )
    return first, broken
