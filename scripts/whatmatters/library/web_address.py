"""An address of a page on the web, as an author gives it for a source or a film."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, HttpUrl

from ..messages.message import Message

#: Pydantic alone takes `http:///page` and `https://name@site` too, and says of others what a programmer understands.
#: A site without a dot in its name may stand on an intranet.
_WEB = re.compile(r"https?://[^\s/?#@:]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


def _on_the_web(given: object) -> object:
    """What was given, if a browser can be sent there. Raises ValueError for what is no web address."""
    if _WEB.fullmatch(str(given).strip()) is None:
        raise ValueError(Message("a web address begins with https:// or http://, names a site, and has no spaces"))
    return given


WebAddress = Annotated[HttpUrl, BeforeValidator(_on_the_web)]
"""It begins with `https://` or `http://`."""
