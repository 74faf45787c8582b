"""The whole site, built beside the one that is served, by a process that gives way to everybody else.

`start` is how that process begins; `WholeBuild` is how the server sees it.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from ..build import hand_over, start_build
from ..library.progress import Unseen
from ..messages.problem import LibraryError, Problem
from ..packs import CardPicture, PackFile
from .asked import asked_for

#: How far the process gives way to others, where the system knows of such a thing.
NICE = 10
#: Named in no file: processes that set packs would each read in the file, or the module, that this one began with.
BEGIN = f"from {__name__} import start; start()"
#: Lines of what went wrong that are worth showing.
LAST_LINES = 12


@dataclass(frozen=True)
class Outcome:
    """How a build ended: with packs and their pictures, with problems in the sources, or with something else."""

    packs: tuple[PackFile, ...] = ()
    pictures: tuple[CardPicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    said: str = ""
    """What else the process said: warnings of a build that ended well, or why it did not."""
    well: bool = False


class WholeBuild:
    """A build that goes on."""

    def __init__(self, config_file: Path, site_url: str | None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="whatmatters_"))
        self.site = self._folder / "site"
        command = [sys.executable, "-c", BEGIN, str(config_file), str(self._folder), site_url or "", str(NICE)]
        with (self._folder / "said.txt").open("wb") as said:
            # In a session of its own, it can be stopped with all that it has started.
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=said, stderr=said, start_new_session=True
            )

    @property
    def running(self) -> bool:
        """Has it not ended yet?"""
        return self._process.poll() is None

    def outcome(self) -> Outcome:
        """How it ended."""
        ended = self._process.wait()
        said = (self._folder / "said.txt").read_text(encoding="utf-8", errors="replace").strip()
        said = "\n".join(said.splitlines()[-LAST_LINES:])
        if ended != 0:
            return Outcome(said=said or "it was stopped")
        outcome: Outcome = pickle.loads((self._folder / "outcome").read_bytes())
        return Outcome(outcome.packs, outcome.pictures, outcome.problems, said, not outcome.problems)

    def remove(self) -> None:
        """Stop it where it still goes on, and take away all that it made."""
        if self.running:
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _end_with_the_server(folder: Path) -> None:
    """Nobody writes to this process: its input ends when the server does, however that ended."""
    # Not by `sys.stdin`, whose lock a thread would still hold when the process ends.
    while os.read(0, 1):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def main(config_file: Path, folder: Path, site_url: str) -> None:
    """Build the site into `folder/site`, and leave in `folder/outcome` what the server must know of it."""
    options = {"site_url": site_url} if site_url else {}
    config = load_config(config_file=str(config_file), site_dir=str(folder / "site"), **options)
    project = Path(config.config_file_path).parent
    audience, roots = asked_for(project)
    try:
        # While serving, the site's address is this machine's: it must not get onto a card.
        made = start_build(project, None, Unseen(), audience=audience, roots=roots)
    except LibraryError as error:
        outcome = Outcome(problems=tuple(error.problems))
    else:
        hand_over(made)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        outcome = Outcome(made.packs, made.pictures)
    (folder / "outcome").write_bytes(pickle.dumps(outcome))


def start() -> None:
    """Where the process begins: with the configuration, its own folder, the site's address and how far to give way."""
    config_file, folder, site_url, nice = sys.argv[1:]
    if hasattr(os, "nice"):
        os.nice(int(nice))
    threading.Thread(target=_end_with_the_server, args=(Path(folder),), daemon=True).start()
    main(Path(config_file), Path(folder), site_url)
