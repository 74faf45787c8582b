"""The command, called within the tests' own process: what a process of its own would say, without a second of imports.

That the command works as a process, from any folder and with its codes, is for `tests/cli/test_command.py`.
"""

from __future__ import annotations

import io
import signal
import sys
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from whatmatters.cli.main import main


def called(folder: Path, *words: str, answers: str = "") -> CompletedProcess[str]:
    """The command in a folder, with somebody at the keyboard who says `answers`; with nobody there when they are empty."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    said = io.TextIOWrapper(io.BytesIO(answers.encode()), encoding="utf-8")
    at_the_end = signal.getsignal(signal.SIGTERM)
    code: object = 0
    with ExitStack() as stack:
        stack.callback(signal.signal, signal.SIGTERM, at_the_end)
        for one in (
            chdir(folder), redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", said),
            patch.object(sys, "argv", ["whatmatters", *words]),
        ):  # fmt: skip
            stack.enter_context(one)
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    for stream in (out, err):
        stream.flush()
    assert isinstance(code, int | None)
    return CompletedProcess(words, code or 0, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())
