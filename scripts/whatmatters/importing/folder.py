"""Writing a draft: a new folder or nothing; what exists is never touched."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from ..language.alphabet import without_marks
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from .draft import Draft
from .lines import Refused

#: Letters of an id; it stands on cards and in addresses.
LONGEST = 60


def story_id(name: str) -> str:
    """A story's id from a file's name: small letters a to z, digits, single hyphens."""
    plain = without_marks(name.rpartition("/")[2])
    stem = plain.rpartition(".")[0] or plain
    words = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return words[:LONGEST].strip("-") or "draft"


def write_draft(draft: Draft, out: Path, name: str) -> Path:
    """Write the draft as the new folder `out/name`, whole or not at all. Raises Refused where that cannot be."""
    target = out / name
    if os.path.lexists(target):
        raise Refused(
            "B08",
            Message(
                "there is a folder {name} in {folder} already, and nothing is ever written over",
                name=target.name,
                folder=out.name or str(out),
            ),
            Message("give the draft another name with --id, or move the old folder away"),
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=".draft-", dir=out))
        try:
            making.chmod(0o755)
            for file, text in draft.files.items():
                (making / file).write_text(text, encoding="utf-8", newline="\n")
            making.rename(target)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
    except OSError as error:
        raise Refused(
            "B08",
            Message("the draft cannot be written: {error}", error=of_system(error)),
            Message("choose another folder with --out"),
        ) from error
    return target
