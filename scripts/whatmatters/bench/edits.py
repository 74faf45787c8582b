"""Measuring an edit while a site is served: from the moment the file is written until the page shows it.

What is measured is what a writer sees: the page is asked for over HTTP until the new sentence stands in it.
Two servers run side by side, ours and the peer's, each on a port of its own; they take turns, one resting meanwhile.
"""

from __future__ import annotations

import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from ..library.story import PAUSE
from .browser import free_port
from .measure import MKDOCS, BenchError, beside, cpu_of, environment
from .peers import WITHOUT_SQUARE
from .workshop import Workshop

#: As `make serve` does; the peer is served so too, without the step that would take minutes after each edit.
SERVE = [*MKDOCS, "serve", "--dev-addr"]
SERVE_PEER = [*MKDOCS, "serve", "--config-file", WITHOUT_SQUARE, "--dev-addr"]
TURNS = 3
#: Seconds: between two looks at a page; the longest wait for a server, an edit or quiet; and what counts as quiet.
EVERY, LONGEST, QUIET = 0.02, 900.0, 1.5
#: A server that looks at its files twice a second is never wholly idle: the share of a processor that counts as rest.
RESTING = 0.35


@dataclass(frozen=True)
class Edited:
    """What one edit took."""

    seconds: float
    """Wall time until the page showed it."""
    cpu: float
    """Processor time of the server until then."""
    in_all: float
    """Processor time until the server was at rest: with what follows by itself, as search and packs do."""


@dataclass
class Served:
    """A project that is being served."""

    root: Path
    address: str
    process: subprocess.Popen[bytes]

    def get(self, url: str) -> str:
        """A page as it is now; nothing while the server does not answer. Raises BenchError when it has ended."""
        if self.process.poll() is not None:
            told = beside(self.root).read_text(errors="replace")[-2000:]
            raise BenchError(f"the server ended by itself:\n{told}")
        try:
            with urllib.request.urlopen(self.address + url, timeout=LONGEST) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def shown(self, url: str, sentence: str) -> None:
        """Wait until the page holds a sentence. Raises BenchError when it never does."""
        until = time.monotonic() + LONGEST
        while sentence not in self.get(url):
            if time.monotonic() > until:
                raise BenchError(f"{url} did not show the edit within {LONGEST:.0f} seconds")
            time.sleep(EVERY)

    def rest(self) -> None:
        """Wait until the server does nothing but look at its files."""
        until = time.monotonic() + LONGEST
        before = cpu_of(self.process.pid)
        while time.monotonic() < until:
            time.sleep(QUIET)
            now = cpu_of(self.process.pid)
            if now - before < RESTING * QUIET:
                return
            before = now

    def edit(self, file: Path, text: str, url: str, sentence: str) -> Edited:
        """Write a file anew and wait for its page."""
        before, started = cpu_of(self.process.pid), time.perf_counter()
        file.write_text(text, encoding="utf-8")
        self.shown(url, sentence)
        seconds, cpu = time.perf_counter() - started, cpu_of(self.process.pid) - before
        self.rest()
        return Edited(seconds, cpu, cpu_of(self.process.pid) - before)


@contextmanager
def served(root: Path, serve: Sequence[str] = SERVE) -> Iterator[Served]:
    """Serve a project on a port that is free, from when its home page is there."""
    port = free_port()
    with beside(root).open("wb") as log:
        process = subprocess.Popen(
            [*serve, f"127.0.0.1:{port}"], cwd=root, stdout=log, stderr=subprocess.STDOUT, env=environment()
        )
    try:
        one = Served(root, f"http://127.0.0.1:{port}/", process)
        one.shown("", "<html")
        one.rest()
        yield one
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def bench_edits(shop: Workshop, stories: Sequence[int]) -> None:
    """Edits of a story and of a hand-written page, in libraries of these sizes, beside the peer's."""
    for count in stories:
        with shop.findings.attempt(f"edits while {count} stories are served"):
            own, peer = shop.built(count), shop.peer(count)
            files = edited(own)
            with _put_back(file for _, file, _ in files), served(own) as ours, served(peer, SERVE_PEER) as other:
                for what, file, url in files:
                    shop.findings.doing(f"{count} stories: edits of {what}")
                    taken = [_turn(ours, other, file, url, turn) for turn in range(TURNS)]
                    mine, theirs = (_middle(who) for who in zip(*taken, strict=True))
                    shop.findings.figure(
                        "edit",
                        f"{what}, {count:,} stories",
                        _told(mine),
                        _told(theirs),
                        f"{mine.cpu / max(theirs.cpu, 0.01):.2f} of the peer's CPU",
                    )


@contextmanager
def _put_back(files: Iterable[Path]) -> Iterator[None]:
    """Files as they were, when all is over."""
    were = {file: file.read_bytes() for file in files}
    try:
        yield
    finally:
        for file, content in were.items():
            file.write_bytes(content)


def edited(project: Path) -> list[tuple[str, Path, str]]:
    """What is edited: its name, its English file and the address of its page; the first story, and *About*."""
    story = min((project / "stories").glob("*/*/en.md"))
    return [
        ("a story", story, f"stories/{story.parent.parent.name}/{story.parent.name}/"),
        ("a page", project / "docs" / "en" / "about" / "index.md", "about/"),
    ]


def _turn(ours: Served, other: Served, file: Path, url: str, turn: int) -> tuple[Edited, Edited]:
    """The same sentence into our page, then into the peer's; each turn has a sentence of its own."""
    sentence = f"News number {turn + 1} came in at the door."
    page = other.root / "docs" / "en" / url / "index.md"
    other.rest()
    mine = ours.edit(file, with_sentence(file.read_text(encoding="utf-8"), sentence), url, sentence)
    theirs = other.edit(page, f"{page.read_text(encoding='utf-8')}\n{sentence}\n", url, sentence)
    return mine, theirs


def with_sentence(text: str, sentence: str) -> str:
    """A story whose last paragraph before the pause begins otherwise, since its card may be full;
    any other page with one more paragraph."""
    head, pause, rest = text.partition(PAUSE)
    if not pause:
        return f"{text.rstrip()}\n\n{sentence}\n"
    before, _, paragraph = head.rstrip().rpartition("\n\n")
    _, _, kept = re.sub(r"(?<=[.!?])\s+", "\n", paragraph).partition("\n")
    return f"{before}\n\n{sentence} {kept}\n\n{pause}{rest}"


def _middle(taken: Sequence[Edited]) -> Edited:
    return Edited(*(median(getattr(one, name) for one in taken) for name in ("seconds", "cpu", "in_all")))


def _told(took: Edited) -> str:
    return f"{took.seconds:.1f} s wall, {took.cpu:.1f} s CPU; {took.in_all:.1f} s CPU in all"
