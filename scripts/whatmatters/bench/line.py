"""Connections: a slow phone's, and one without limit; the browser slows down a tab, or the server all of a browser."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from io import BufferedIOBase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

#: Bytes that a server sends before others on the same line have their turn.
_PIECE = 4096


@dataclass(frozen=True)
class Line:
    """A connection, as the browser's own tools slow it down."""

    latency: float
    """Milliseconds between asking and the first byte."""
    down: float
    up: float
    """Bits a second; -1 for no limit."""

    def slow(self, session: CDPSession) -> None:
        """Put a tab on this line."""
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": self.latency,
                "downloadThroughput": self.down / 8 if self.down > 0 else -1,
                "uploadThroughput": self.up / 8 if self.up > 0 else -1,
            },
        )


#: A slow phone: the line by which Lighthouse measures, too.
SLOW = Line(latency=150, down=1_600_000, up=750_000)
#: No limit but the machine's own.
FREE = Line(latency=0, down=-1, up=-1)


@dataclass
class Sending:
    """What a server sends over one line to all of a browser, workers included, which a tab's own tools do not see."""

    line: Line = FREE
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Each address that was asked for and the bytes of its answer, without heads, as they went."""
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def wait(self) -> None:
        """The time until the first byte of an answer, its head, may go."""
        time.sleep(self.line.latency / 1000)

    def send(self, path: str, content: bytes, to: BufferedIOBase) -> None:
        """Send an answer no faster than the line goes, in turn with the other answers."""
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            with self._turn:
                to.write(piece)
                if self.line.down > 0:
                    time.sleep(len(piece) * 8 / self.line.down)
        self.sent.append((path, len(content)))
