"""Files that are sound and hold no transcript: refused with what they seem to be."""

from __future__ import annotations

import json
from typing import Any

from ..messages.message import Message
from .formats import Format, Given
from .lines import Reading, Refused

_SAVE = Message("save the transcript as WebVTT, SubRip, Word (.docx) or plain text")
#: Keys of a JSON that are named in the refusal.
NAMED = 4


def _xml(given: Given) -> tuple[Reading, ...]:
    why = Message("this is XML with the root <{root}>, and no captions that are known here", root=given.root or "")
    raise Refused("B01", why, _SAVE)


def _is_xml(given: Given) -> bool:
    # `<sigh> I do not know.` begins like XML, and closes nothing.
    return given.root is not None and any(mark in given.text for mark in ("</", "/>", "<?xml", "<!"))


def _json(given: Given) -> tuple[Reading, ...]:
    data = given.data
    if data is None:
        try:
            json.loads(given.text)
        except (ValueError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            raise Refused(
                "B05",
                Message("this JSON breaks off or is not sound"),
                Message("get the whole file, or save it as WebVTT"),
                line,
            ) from error
    keys = _keys(data)
    raise Refused(
        "B01",
        Message("this is JSON (it holds {keys}), and no transcript that is known here", keys=tuple(keys))
        if keys
        else Message("this is JSON, and no transcript that is known here"),
        _SAVE,
    )


def _keys(data: Any) -> list[str]:
    first = data[0] if isinstance(data, list) and data else data
    return [f"`{str(key)[:30]}`" for key in list(first)[:NAMED]] if isinstance(first, dict) else []


def _is_json(given: Given) -> bool:
    if given.data is not None:
        return not isinstance(given.data, str | int | float)
    # `[Music]` is no JSON, and neither is `{an aside}`.
    return (
        given.head.startswith(("{", "["))
        and given.head[1:].lstrip()[:1] in {'"', "{", "["}
        and '":' in given.text.replace('" :', '":')
    )


FORMATS = (
    Format("other-json", {"en": "JSON", "cy": "JSON"}, _is_json, _json, order=40),
    Format("other-xml", {"en": "XML", "cy": "XML"}, _is_xml, _xml, order=41),
)
