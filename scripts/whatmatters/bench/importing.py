"""Measuring `whatmatters import`: a transcript of three hours in several formats, each in a process of its own."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ..library.library import Library
from .measure import OURS, measure
from .workshop import Workshop

HOURS = 3
#: Words a second of a person who talks freely, and words on one line of captions.
PACE, LINE = 2.5, 8

Message = list[tuple[int, str, str]]
"""Second, speaker, words: one line of captions each."""


def talk(library: Library) -> Message:
    """Three hours of talk between two people, from the words of the library's English stories, the same each time."""
    chance = random.Random(2016)
    words = [w for story in library.stories.values() for p in story.texts["en"].before for w in p.split()]
    count = int(HOURS * 3600 * PACE / LINE)
    return [
        (int(n * LINE / PACE), ("Bethan Rees", "Siôn ap Dafydd")[n // 5 % 2], " ".join(chance.choices(words, k=LINE)))
        for n in range(count)
    ]


def _clock(second: int, mark: str = ".") -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{mark}000"


def _webvtt(said: Message) -> bytes:
    cues = (f"{_clock(s)} --> {_clock(s + 3)}\n<v {who}>{words}</v>" for s, who, words in said)
    return "\n\n".join(["WEBVTT", *cues]).encode()


def _rolling(said: Message) -> bytes:
    def cues() -> Iterator[str]:
        above = " "
        for second, _, words in said:
            first, *rest = words.split()
            timed = first + "".join(f"<{_clock(second + 1)}><c> {word}</c>" for word in rest)
            yield f"{_clock(second)} --> {_clock(second + 3)} align:start position:0%\n{above}\n{timed}"
            yield f"{_clock(second + 3)} --> {_clock(second + 3)} align:start position:0%\n{words}\n "
            above = words

    return "\n\n".join(["WEBVTT\nKind: captions\nLanguage: en", *cues()]).encode()


def _subrip(said: Message) -> bytes:
    cues = (f"{n}\n{_clock(s, ',')} --> {_clock(s + 3, ',')}\n{words}" for n, (s, _, words) in enumerate(said, start=1))
    return "\n\n".join(cues).encode("utf-16")


def _panel(said: Message) -> bytes:
    def head(second: int) -> str:
        numbers = ((second // 3600, "hour"), (second // 60 % 60, "minute"), (second % 60, "second"))
        length = ", ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in numbers if n) or "0 seconds"
        clock = f"{second // 3600}:{second // 60 % 60:02}" if second >= 3600 else f"{second // 60}"
        return f"{clock}:{second % 60:02}{length}"

    return "\n".join(["Transcript", *(f"{head(s)}{words}" for s, _, words in said)]).encode()


def _teams(said: Message) -> bytes:
    paragraphs = (
        f"<w:p><w:r><w:t>{who}   {s // 60}:{s % 60:02}</w:t><w:br/><w:t>{words}</w:t></w:r></w:p>"
        for s, who, words in said
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{"".join(paragraphs)}</w:document>')
    return packed.getvalue()


def _plain(said: Message) -> bytes:
    return "\n\n".join(f"{who}: {words}" for _, who, words in said).encode()


FORMATS: dict[str, Callable[[Message], bytes]] = {
    "WebVTT with voices": _webvtt,
    "rolling WebVTT": _rolling,
    "SubRip in UTF-16": _subrip,
    "YouTube panel": _panel,
    "Teams in Word": _teams,
    "names, no times": _plain,
}


def bench_import(shop: Workshop) -> None:
    """Wall time and memory of the whole command for three hours of talk in each format."""
    said = talk(shop.library)
    rows = []
    for name, write in FORMATS.items():
        with shop.findings.attempt(f"importing {name}"), tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "talk"
            source.write_bytes(write(said))
            command = [*OURS, "import", str(source), "--lang", "en", "--anyway", "--out", "drafts"]
            took = measure(command, Path(folder), Path(folder) / "import.log")
            size = source.stat().st_size // 1000
            rows.append((name, f"{size:,}", f"{took.seconds:.2f}", f"{took.cpu:.2f}", f"{took.megabytes:.0f}"))
    if rows:
        shop.findings.table(
            f"Importing {HOURS} hours of talk ({len(said) * LINE:,} words)",
            ("format", "file, kB", "wall, s", "CPU, s", "memory, MB"),
            rows,
        )
