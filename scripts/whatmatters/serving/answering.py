"""What stands between a browser and MkDocs' server: before a file is served it is made what it should be."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def answering(inner: WSGIApplication, bring: Callable[[str], bytes | None], mount: str) -> WSGIApplication:
    """`inner`, which serves files under the address `mount`, with `bring` called before each.

    `bring` is told where in the site the file lies, and may give a piece of HTML to be put at the end of the page.
    """

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        place = _place(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"), mount)
        try:
            extra = bring(place) if place is not None else None
        except OSError as error:  # Half of it may be there: what is not right is not served.
            start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
            return [str(error).encode()]
        return inner(environ, start_response) if extra is None else _with(inner, environ, start_response, extra)

    return application


def _place(path: str, mount: str) -> str | None:
    """Where the file of an address lies in the site; None for what is none of it."""
    if path.startswith("/livereload/") or not (path + "/").startswith(mount):
        return None
    place = posixpath.normpath("/" + path[len(mount) :]).lstrip("/")
    return place if posixpath.splitext(place)[1] else f"{place}/index.html".lstrip("/")


def _with(
    inner: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse, extra: bytes
) -> Iterable[bytes]:
    """The page with a piece of HTML before its end; what is no page stays as it is."""
    begun: list[Any] = []

    def begin(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
        begun[:] = status, dict(headers)
        return lambda _: None

    body = b"".join(inner(environ, begin))
    status, headers = begun
    if headers.get("Content-Type", "").startswith("text/html"):
        head, end, tail = body.rpartition(b"</body>")
        body = head + extra + end + tail if end else body + extra
        headers["Content-Length"] = str(len(body))
    start_response(status, list(headers.items()))
    return [body]
