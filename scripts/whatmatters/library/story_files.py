"""A story as the text of its three files: the way back from `reading`.

Every value is written in quotation marks, so that nothing that somebody types can be taken for YAML.
`docs/assets/js/story-writing.js` writes the same bytes in the browser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ..language.bilingual import Lang
from .story import HEADINGS, PAUSE, Asked

#: What YAML takes for the end of a line or does not print, and JSON leaves as it is.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")

Value = str | bool | None | Sequence[str] | Sequence[Mapping[str, str]] | Mapping[str, "Value"]


@dataclass(frozen=True)
class NewText:
    """The text of a story in one language, as far as it has been written."""

    title: str
    summary: str = ""
    before: tuple[str, ...] = ()
    """Paragraphs up to the pause."""
    after: tuple[str, ...] = ()
    at_pause: tuple[str, ...] = ()
    afterwards: tuple[str, ...] = ()


def quoted(text: str) -> str:
    """A YAML scalar in double quotation marks that reads back as `text`, on one line."""
    json_text = json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def facts_yaml(facts: Mapping[str, Value]) -> str:
    """`story.yml`: fields in the order given; names must be plain words of the model."""
    return "".join(_lines(facts, ""))


def _lines(facts: Mapping[str, Value], indent: str) -> list[str]:
    lines: list[str] = []
    for name, value in facts.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{name}:\n", *_lines(value, indent + "  ")]
        elif isinstance(value, Sequence) and value and isinstance(value[0], Mapping):
            lines.append(f"{indent}{name}:\n")
            for one in value:
                first, *rest = _lines(cast(Mapping[str, Value], one), indent + "    ")
                lines += [f"{indent}  - {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}{name}: {_scalar(cast(Sequence[str], value))}\n")
    return lines


def _scalar(value: str | bool | Sequence[str] | None) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return quoted(value)
    return "[" + ", ".join(quoted(one) for one in value) + "]"


def text_markdown(text: NewText, lang: Lang) -> str:
    """`en.md` or `cy.md`: front matter, text, pause, text, questions; the pause where something follows it,
    or where nothing is written yet, so that `check` asks for what is missing."""
    front = f"---\ntitle: {quoted(_flat(text.title))}\nsummary: {quoted(_flat(text.summary))}\n---\n"
    paused = bool(text.after or not text.before)
    pause = [PAUSE] if paused else []
    blocks = [*map(_flat, text.before), *pause, *map(_flat, text.after)]
    lists: dict[Asked, tuple[str, ...]] = {"at_pause": text.at_pause, "afterwards": text.afterwards}
    for name, questions in lists.items():
        if questions or paused or name == "afterwards":
            asked = "\n".join(f"- {_flat(q)}" for q in questions)
            blocks += [f"## {HEADINGS[name][lang]}", *([asked] if asked else [])]
    return front + "".join(f"\n{block}\n" for block in blocks)


def _flat(text: str) -> str:
    """One line: what stands on several would be read as several paragraphs, or as fields."""
    return _SPACES.sub(" ", text).strip()
