"""What stands in `deploy/` says the same everywhere, and what the pages need."""

from __future__ import annotations

from lxml import etree

from tests.server_headers import DEPLOY, HEADERS


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
