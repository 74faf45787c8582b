"""Lighthouse's own scores for every kind of page, where the program is on this machine: it is no dependency of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

from ..language.bilingual import LANGUAGES
from .asking import inside
from .browser import chromium, free_port, serving
from .kinds import one_of_each, usual
from .measure import BenchError
from .workshop import Workshop

#: What it judges, in the order in which scores are told.
JUDGED = ("performance", "accessibility", "best-practices", "seo")
NONE = "no `lighthouse` on this machine"
#: Pages of which the peer's score is asked for too.
PEERS = 3
#: Seconds until a page is given up.
LONGEST = 180


def bench_lighthouse(shop: Workshop) -> None:
    """Scores of the site as it is, on a phone as Lighthouse simulates one, beside the peer's for some pages."""
    if shutil.which("lighthouse") is None:
        shop.findings.missing["lighthouse"] = NONE
        return
    rows: list[tuple[str, ...]] = []
    port = free_port()
    # A browser of our own, that ends with us: one that the program starts may outlive it.
    with shop.findings.attempt("Lighthouse"), chromium(f"--remote-debugging-port={port}"):
        site, peer = shop.whole() / "site", shop.whole_peer() / "site"
        kinds = one_of_each(site, "en")
        few = usual(kinds)[:PEERS]
        with serving(site, packed=True) as base, serving(peer, packed=True) as beside:
            for lang in LANGUAGES:
                mine, theirs = {}, {}
                for n, url in enumerate(kinds, 1):
                    page = f"{inside(lang)}{url}index.html"
                    with shop.findings.attempt(f"Lighthouse: {lang}, page {n} of {len(kinds)}, /{url}"):
                        mine[url] = scores(base + page, port)
                        if url in few:
                            theirs[url] = scores(beside + page, port)
                        rows.append((f"{lang}: /{url}", *_cells(mine[url]), *_cells(theirs.get(url, ()))))
                if mine:
                    peers = f"{_least(theirs)} ({len(theirs)} pages)" if theirs else "–"
                    shop.findings.figure("lighthouse", f"{len(mine)} kinds of page, {lang}", _least(mine), peers)
    if rows:
        shop.findings.table("Lighthouse", ("page", *JUDGED, *(f"peer: {name}" for name in JUDGED)), rows)


def scores(url: str, port: int) -> tuple[int, ...]:
    """The scores of a page, 0 to 100, in the order of `JUDGED`, by the browser that is debugged at `port`.

    Raises BenchError where it cannot be judged.
    """
    command = ["lighthouse", url, "--quiet", "--output=json", "--output-path=stdout", f"--port={port}"]
    command += [f"--only-categories={','.join(JUDGED)}"]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
        found: dict[str, Any] = json.loads(ran.stdout)["categories"]
        return tuple(round(100 * found[name]["score"]) for name in JUDGED)
    except subprocess.TimeoutExpired as error:
        raise BenchError(f"it was given up after {LONGEST} seconds") from error
    except (ValueError, KeyError, TypeError) as error:
        told = ran.stderr.decode(errors="replace").strip() or str(error)
        raise BenchError(f"it could not judge {url}: {told[-1000:]}") from error


def _least(found: dict[str, tuple[int, ...]]) -> str:
    least = [min(column) for column in zip(*found.values(), strict=True)]
    return ", ".join(f"{name} {score}" for name, score in zip(JUDGED, least, strict=True))


def _cells(found: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(map(str, found)) or ("–",) * len(JUDGED)
