"""Work in a second process: its answer, its errors, and its end."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
import time

import pytest
from mkdocs.exceptions import Abort

from whatmatters.beside import Beside

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere one after the other")


def begun(work) -> Beside:
    beside = Beside.start(work)
    if beside is None:
        pytest.skip("this run of tests has threads of its own")
    return beside


def test_the_answer_comes_back():
    """What stood in memory is there, and what is changed there changes nothing here."""
    held = ["a"]
    beside = begun(lambda: (held.append("b"), held, os.getpid())[1:])
    there, process = beside.result()
    assert (held, there) == (["a"], ["a", "b"])
    assert process != os.getpid()


def test_an_answer_longer_than_a_pipe_holds():
    """Is read while it is written."""
    assert len(begun(lambda: "x" * 5_000_000).result()) == 5_000_000


@pytest.mark.parametrize("error", [Abort("two warnings"), OSError(errno.ENOSPC, "No space left on device", "x.html")])
def test_an_error_is_raised_here(error):
    """As what it was, so that it is told in the same words; with number and file."""
    def fail():
        raise error

    with pytest.raises(type(error)) as told:
        begun(fail).result()
    assert str(told.value) == str(error)


def test_an_error_that_cannot_travel():
    """Is told with all that is known of it."""
    class Mine(Exception):
        def __init__(self, one, two):
            super().__init__("mine")

    def fail():
        raise Mine(1, 2)

    with pytest.raises(RuntimeError, match="Mine: mine"):
        begun(fail).result()


def test_ended_from_outside():
    """No half answer passes for one."""
    with pytest.raises(RuntimeError, match="ended before its work was done"):
        begun(lambda: os.kill(os.getpid(), signal.SIGKILL)).result()


def test_it_can_be_stopped():
    """And leaves no process behind."""
    beside = begun(lambda: time.sleep(60))
    beside.stop()
    beside.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(beside._process, 0)


def test_not_while_threads_are_running():
    """A lock that one of them holds would be held for ever in the other process."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert Beside.start(lambda: 1) is None
    finally:
        end.set()
        thread.join()
