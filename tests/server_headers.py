"""The headers that the shipped configuration sends, read from the one place that decides them."""

from __future__ import annotations

import re
from pathlib import Path

DEPLOY = Path(__file__).parent.parent / "deploy"

#: By name, as nginx reads them.
HEADERS: dict[str, str] = dict(
    re.findall(r'^add_header (\S+) "([^"\n]*)" always;$', (DEPLOY / "nginx/headers.conf").read_text(encoding="utf-8"), re.M)
)
assert "Content-Security-Policy" in HEADERS, "deploy/nginx/headers.conf says no policy"
