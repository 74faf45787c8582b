"""How the command ends when something outside its hands fails: plain words, a code, and details in a file."""

from __future__ import annotations

import errno
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType

#: Ended from outside, as shells count it: 128 and the number of the signal.
INTERRUPTED = 128 + signal.SIGINT
#: Where the details of a fault of the program are kept, for whoever mends it.
DETAILS = ".cache/whatmatters/last-fault.txt"

HINTS = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EROFS: "the folder is read-only: build in another one, or ask for the right to write here",
    errno.EACCES: "ask for the right to write here, or close the program that has the file open",
    errno.EPERM: "ask for the right to write here, or close the program that has the file open",
    errno.EMFILE: "too many files are open: close other programs, and try again",
}


def in_words(error: OSError) -> str:
    """What the system refused, of which file, and what can be done about it."""
    file = f": {error.filename}" if error.filename else ""
    hint = HINTS.get(error.errno or 0, "is the disk full, or the folder read-only?")
    return f"{error.strerror or error}{file} ({hint})"


def keep_details(error: BaseException, root: Path | None) -> str:
    """Write down a fault of the program itself; says in words where, or what it was where that cannot be done."""
    said = f"{type(error).__name__}: {error}"
    if root is None:
        return said
    try:
        path = root / DETAILS
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return said
    return f"{said} (a fault of the program, not of your files; details for whoever mends it are in {DETAILS})"


def end_plainly() -> None:
    """Let a request to end (SIGTERM) clean up as Ctrl-C does, and let no letter of a file's name stop a message."""
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, _interrupt)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
