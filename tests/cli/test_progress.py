"""How far long work has come: a line that fills on a terminal, a line a stage in a log, each in a language."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress

import pytest

from whatmatters.cli import site as site_command
from whatmatters.cli.progress import progress_on
from whatmatters.language.bilingual import Lang
from whatmatters.library.progress import Progress
from whatmatters.messages.message import Message
from whatmatters.messages.problem import LibraryError, Problem

READING = Message("Reading and checking the library")
MAKING = Message("Making the files of the packs")
#: What moves the cursor or colours letters.
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-9][0-9;]*m")


def work(progress: Progress) -> None:
    progress.stage(READING)
    progress.stage(MAKING, 3)
    for _ in range(3):
        progress.step()


def on_terminal(work: Callable[[Progress], None], lang: Lang = "en") -> str:
    """What a person at a terminal is sent."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with open(theirs, "w", encoding="utf-8", closefd=True) as stream:
        with suppress(RuntimeError), progress_on(stream, lang) as progress:
            work(progress)
        stream.flush()
        os.set_blocking(ours, False)
        said = b""
        with suppress(BlockingIOError):
            while more := os.read(ours, 4096):
                said += more
    os.close(ours)
    return said.decode()


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "70")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def test_on_a_terminal_one_line_fills():
    """Name, bar and how many of how many; a stage of unknown length is a plain line."""
    said = on_terminal(work)
    plain = CONTROL.sub("", said)
    assert plain.startswith("Reading and checking the library …\r\n")
    last = plain.rstrip().replace("\r", "\n").splitlines()[-1]
    assert last.startswith("Making the files of the packs ━━━")
    assert "3/3" in last
    assert plain.endswith("\n")
    # It is written over itself, not under itself.
    assert plain.count("\n") == 2


def test_a_narrow_terminal_gets_a_narrow_line(monkeypatch):
    monkeypatch.setenv("COLUMNS", "48")
    plain = CONTROL.sub("", on_terminal(work))
    assert max(map(len, plain.replace("\r", "\n").splitlines())) <= 48
    assert "3/3" in plain


def test_without_colours_where_none_are_wanted(monkeypatch):
    assert COLOUR.search(on_terminal(work))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOUR.search(on_terminal(work))


def test_the_line_is_ended_before_an_error_is_told():
    """What is said of a stage that failed stands on a line of its own."""

    def fail(progress: Progress) -> None:
        progress.stage(MAKING, 3)
        progress.step()
        raise RuntimeError

    plain = CONTROL.sub("", on_terminal(fail))
    assert "1/3" in plain
    assert plain.endswith("\n")


def test_of_the_time_left_nothing_is_said_before_anything_is_known():
    plain = CONTROL.sub("", on_terminal(lambda progress: progress.stage(MAKING, 3)))
    assert "--:--" in plain
    assert not re.search(r"\d\d:\d\d", plain)


def test_in_welsh():
    assert "Gwneud ffeiliau'r pecynnau ━━━" in CONTROL.sub("", on_terminal(work, "cy"))


@pytest.mark.parametrize(("lang", "lines"), [
    ("en", "Reading and checking the library …\nMaking the files of the packs (3) …\n"),
    ("cy", "Darllen a gwirio'r llyfrgell …\nGwneud ffeiliau'r pecynnau (3) …\n"),
])  # fmt: skip
def test_in_a_log_a_line_a_stage(lang, lines):
    """Nothing that moves a cursor, and not a line for every file."""
    log = io.StringIO()
    with progress_on(log, lang) as progress:
        work(progress)
    assert log.getvalue() == lines


def test_a_terminal_that_can_do_nothing_gets_the_lines_of_a_log(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert on_terminal(work).splitlines() == [f"{READING} …", f"{MAKING} (3) …"]


def test_a_command_that_is_mostly_quick_says_nothing_in_a_log():
    log = io.StringIO()
    with progress_on(log, logged=False) as progress:
        work(progress)
    assert log.getvalue() == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_an_answer_for_programs_is_not_mixed_with_progress(project, capsys, monkeypatch, as_json):
    """Progress goes to standard error then."""

    def start_build(root, url, progress, **_):
        progress.stage(READING)
        raise LibraryError([Problem("x", 1, "T01", Message("wrong"), Message("mend it"))])

    monkeypatch.setattr(site_command, "start_build", start_build)
    assert site_command.build_site(project, "out", as_json=as_json) == 1
    out, err = capsys.readouterr()
    if as_json:
        assert json.loads(out)["errors"] == 1
    assert f"{READING} …" in (err if as_json else out)
