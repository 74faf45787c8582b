"""What stands in `deploy/` says the same everywhere, and what the pages need."""

from __future__ import annotations

import re

from lxml import etree

from tests.conftest import REPOSITORY
from tests.server_headers import DEPLOY, HEADERS, WHILE_TESTING


def test_the_policy_allows_no_style_and_no_script_that_stands_in_a_page():
    """Nor code out of words, nor another host, nor a page around ours, nor a form that leads elsewhere."""
    policy = dict(([*part.split(" ", 1), ""])[:2] for part in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == policy["frame-ancestors"] == "'self'"
    assert policy["base-uri"] == "'none'"
    assert not {"unsafe-inline", "unsafe-eval", "*", "http", "//"} & set(" ".join(policy.values()).replace("'", "").replace(":", " ").split())


def test_iis_sends_what_nginx_sends():
    """The headers stand in one place; this file repeats them, because IIS reads no other."""
    tree = etree.parse(DEPLOY / "iis/web.config")
    said = {one.get("name"): one.get("value") for one in tree.iterfind(".//customHeaders/add")}
    assert said == HEADERS


def test_the_table_for_other_hosts_says_what_nginx_sends():
    """`_headers` is read by several hosts of static sites."""
    lines = (DEPLOY / "objects/_headers").read_text(encoding="utf-8").splitlines()
    everywhere = lines[lines.index("/*") + 1 :]
    said = dict(line.strip().split(": ", 1) for line in everywhere[: everywhere.index("")])
    assert {name: said.get(name) for name in HEADERS} == HEADERS


def test_no_script_runs_words_as_code_or_writes_a_style_attribute():
    """The first is what the tests' server has to allow for Playwright; the second a policy refuses without a word on the page."""
    assert {n for n in HEADERS if HEADERS[n] != WHILE_TESTING[n]} == {"Content-Security-Policy"}
    barred = re.compile(r"""\beval\s*\(|\bFunction\s*\(|set(?:Timeout|Interval)\(\s*["'`]|setAttribute\(\s*["'`](?:style|on)|\sstyle=|\son\w+=["'`\\$]|document\.write""")
    scripts = sorted((REPOSITORY / "docs/assets/js").glob("*.js"))
    assert len(scripts) > 40
    found = [(path.name, match[0]) for path in scripts for match in barred.finditer(path.read_text(encoding="utf-8"))]
    assert found == []
    assert all(barred.search(code) for code in ("eval (x)", "new Function('x')", 'setTimeout("x()")', "<p style=a>", "e.setAttribute('style'", '<b onclick="'))
