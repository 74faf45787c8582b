"""Printing in processes of its own."""

import os
import resource
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pytest

from whatmatters.deck.paper_spacing import PAPER
from whatmatters.print import processes
from whatmatters.print.processes import presses
from whatmatters.print.typeset import TypesetError, pdf


@pytest.fixture
def busy(monkeypatch):
    """As if much had been set here already, so that every task goes to a process, and each process is soon replaced."""
    monkeypatch.setattr(processes, "HERE", 0)
    monkeypatch.setattr(processes, "REST", 300)
    monkeypatch.setattr(processes, "SPARED", 300)


def page(words):
    """Data for the facilitator's template: a page that says little."""
    return {
        "lang": "cy",
        "title": words,
        "author": "a",
        "description": "d",
        "keywords": [],
        "name": words,
        "purpose": "p",
        "word": "w",
        "kind": {"name": "pack", "colour": "#335577", "tint": "#ddeeff", "icon": "x"},
        "icon": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>",
        "code": {"address": "", "svg": None},
        "foot": "f",
        "mark": "m",
        "space": asdict(PAPER),
        "sides": [{"blocks": [], "band": "", "part": "", "size": 12}],
    }


@pytest.mark.parametrize("sparing", [False, True], ids=["side by side", "sparing"])
def test_the_same_bytes_wherever_they_are_set(busy, sparing):
    """Which process sets a page makes no difference to it, however often processes are replaced."""
    texts = [f"Straeon {n}" for n in range(6)]
    here = [pdf("facilitator", page(t), "2026-11-21") for t in texts]
    with presses(sparing=sparing), ThreadPoolExecutor(3) as threads:
        there = list(threads.map(lambda t: pdf("facilitator", page(t), "2026-11-21"), texts))
    assert there == here


def test_kin_is_set_by_one_process(busy, monkeypatch):
    """What has much in common goes to the same process, and what comes new to the one that was given less."""
    monkeypatch.setattr(processes, "REST", 1_000)
    with presses():
        where = [processes.run(this_process, "", told, "", kin=kin) for told, kin in (("xxx", "a"), ("x", "b"), ("x", "c"), ("x", "a"))]
    assert where[0] == where[3] != where[1] == where[2]


def this_process(_template: str, _told: str, _detail: str) -> int:
    """Which one does the task."""
    return os.getpid()


def test_a_process_that_has_set_enough_is_replaced(busy):
    """A new one goes on with what is of the same kin."""
    with presses():
        where = {processes.run(this_process, "", "x" * 200, "", kin="a") for _ in range(4)}
    assert len(where) == 4


def test_errors_come_back(busy):
    """What Typst complains of in a process of its own is told here, and the next task is done."""
    with presses():
        with pytest.raises(TypesetError, match="faces"):
            pdf("cards", {}, "2026-11-21")
        assert pdf("facilitator", page("x"), "2026-11-21").startswith(b"%PDF")


#: Has two tasks done by processes, says which those are, and then waits to be killed.
BUILDER = """
import sys
import threading
from multiprocessing import active_children
from threading import Event
from whatmatters.print import processes

if __name__ == "__main__":
    processes.HERE = 0
    with processes.presses():
        for words in ("a", "b"):
            processes.run("{} {} {}".format, "", words, "", kin=words)
        print(*(child.pid for child in active_children()), flush=True)
        Event().wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes as Unix has them")
def test_a_builder_that_is_killed_leaves_no_process_behind(tmp_path):
    """Killed outright, a builder closes nothing; its processes end by themselves."""
    (tmp_path / "builder.py").write_text(BUILDER)
    builder = subprocess.Popen([sys.executable, tmp_path / "builder.py"], stdout=subprocess.PIPE, text=True)
    assert builder.stdout is not None
    workers = [int(word) for word in builder.stdout.readline().split()]
    builder.kill()
    builder.wait()  # Whoever is left behind holds its output open: that is not waited for.
    builder.stdout.close()
    assert workers
    deadline = time.monotonic() + 60
    while (left := [worker for worker in workers if alive(worker)]) and time.monotonic() < deadline:
        time.sleep(0.1)
    for worker in left:
        os.kill(worker, 9)
    assert left == []


def alive(process: int) -> bool:
    """Whether a process is there, and not one that has ended and that nobody has asked about."""
    with suppress(OSError):
        os.kill(process, 0)
        said = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
        return said.stdout.strip()[:1] not in {"", "Z"}
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for processes as Linux has them")
def test_nothing_is_left_when_all_is_set(busy):
    """Neither the processes nor the one that they are divided off from; their time counts as that of this program."""
    before, spent = children(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with presses():
        pdf("facilitator", page("x"), "2026-11-21")
        assert children() - before
    # What Python itself keeps to clear up behind processes stays, once it is there.
    assert {process for process in children() - before if b"resource_tracker" not in words_of(process)} == set()
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > spent


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are divided off on Linux alone")
def test_a_process_begins_with_what_it_needs(busy):
    """Typst and all that calls it are read in once, before any process is divided off."""
    with presses():
        caller, has_typst = processes.run(look_behind, "", "x", "", kin="x")
    assert caller != os.getpid()
    assert has_typst


def look_behind(_template: str, _told: str, _detail: str) -> tuple[int, bool]:
    """In another process: the one that it was divided off from, and whether Typst is in its memory too."""
    caller = os.getppid()
    return caller, "_typst" in Path(f"/proc/{caller}/maps").read_text(encoding="utf-8")


def children() -> set[int]:
    """This process's own."""
    return {int(word) for word in Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text(encoding="ascii").split()}


def words_of(process: int) -> bytes:
    """The command of a process."""
    return Path(f"/proc/{process}/cmdline").read_bytes()
