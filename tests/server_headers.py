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

#: The same for the tests' own server, and words may be run as code: that is how Playwright waits for something.
#: No script of ours does it (tests/deploy/test_configurations.py), and a real nginx sends the policy as it is.
WHILE_TESTING = {**HEADERS, "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")}
