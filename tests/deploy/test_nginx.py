"""The shipped configuration of nginx, by a real nginx: headers, caching, compressed files, the page for what is not there."""

from __future__ import annotations

import gzip
import http.client
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.deploy.nginx import NGINX, nginx
from tests.server_headers import DEPLOY, HEADERS
from whatmatters.manifest.package import SITE, package

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx here (Debian: apt-get install nginx-light)")

POLICY = "Content-Security-Policy"


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature site as a server has it, from its package."""
    folder = tmp_path_factory.mktemp("server")
    package(site, folder / "site.zip", "server", {}, {"web.config": (DEPLOY / "iis/web.config").read_bytes()})
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / SITE


@pytest.fixture(scope="module")
def address(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(unpacked, tmp_path_factory.mktemp("nginx")) as there:
        yield there


def asked(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; nothing is raised for an answer that says no."""
    try:
        with urlopen(Request(url, method=method, headers={k.replace("_", "-"): v for k, v in headers.items()})) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as answer:
        return answer.code, dict(answer.headers), answer.read()


@pytest.mark.parametrize("path", ["", "cy/", "stories/magic-moments/the-blue-cup/", "assets/css/site.css", "assets/images/mark.svg", "nothing/here/"])
def test_every_answer_carries_the_headers(address, path):
    """A page, a sheet, a picture that could be opened by itself, and the page for what is not there."""
    _, headers, _ = asked(address + path)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_a_pdf_is_shown_by_the_browsers_own_page(address, unpacked):
    """Which a policy would bind; the other headers stay."""
    pdf = next(unpacked.rglob("*.pdf")).relative_to(unpacked).as_posix()
    status, headers, _ = asked(address + pdf)
    assert (status, headers["Content-Type"], headers["X-Content-Type-Options"]) == (200, "application/pdf", "nosniff")
    assert POLICY not in headers


@pytest.mark.parametrize(("path", "kind", "kept"), [
    ("", "text/html; charset=utf-8", "no-cache"),
    ("cy/about/privacy/index.html", "text/html; charset=utf-8", "no-cache"),
    ("manifest.json", "application/json; charset=utf-8", "no-cache"),
    ("assets/js/base.js", "application/javascript; charset=utf-8", "max-age=600, stale-while-revalidate=86400"),
    ("assets/fonts/atkinson-hyperlegible-next-latin-ext-400-normal.woff2", "font/woff2", "max-age=600, stale-while-revalidate=86400"),
    ("packs/worth-it/worth-it-cards-en.pdf", "application/pdf", "max-age=600, stale-while-revalidate=86400"),
    ("stories/practice-examples/a-walk-to-the-shop/captions.cy.vtt", "text/vtt; charset=utf-8", "no-cache"),
])  # fmt: skip
def test_types_and_how_long_files_are_kept(address, path, kind, kept):
    """As docs/decisions/0015 has it; a page is looked after each time."""
    status, headers, _ = asked(address + path)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, kept)


def test_what_was_compressed_is_sent_as_it_lies_there(address, unpacked):
    """To whoever can read it; to others the same, plain."""
    lying = (unpacked / "index.html.gz").read_bytes()
    assert gzip.decompress(lying) == (unpacked / "index.html").read_bytes()
    _, headers, body = asked(address, Accept_Encoding="gzip")
    assert (headers["Content-Encoding"], headers["Vary"], body) == ("gzip", "Accept-Encoding", lying)
    _, headers, body = asked(address)
    assert "Content-Encoding" not in headers
    assert body == (unpacked / "index.html").read_bytes()


@pytest.mark.parametrize("path", ["nothing/", "cy/dim/byd/", "stories/magic-moments/nobody/index.html", ".git/config", "web.config", "packs/../../etc/passwd", "assets/"])
def test_what_is_not_there_is_said_in_both_languages(address, unpacked, path):
    """So is what is there and nobody's business; no folder is listed."""
    status, headers, body = asked(address + path)
    assert status in (403, 404) if path == "assets/" else status in (400, 404)
    if status == 404:
        assert body == (unpacked / "404.html").read_bytes()
        assert headers["Cache-Control"] == "no-cache"


def test_the_way_to_a_folder_names_no_host_and_no_port(address):
    """A proxy before it has another name, another port and `https`; a reader who left out the last slash stays with the proxy."""
    asking = http.client.HTTPConnection(urlsplit(address).netloc)
    asking.request("GET", "/cy/stories")
    answer = asking.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "/cy/stories/")
    asking.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(address, method):
    assert asked(address, method)[0] == 405


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "cy/stories/magic-moments/the-blue-cup/", "tools/reflection-cards/", "nothing/here/"])
def test_pages_work_under_the_policy_that_nginx_sends(address, page, seen, path):
    """As by the tests' own server, which sends the same; the page for what is not there has its look."""
    page.goto(address + path)
    page.wait_for_load_state("load")
    assert [c for c in seen.complaints if "404" not in c] == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(247, 240, 229)"
