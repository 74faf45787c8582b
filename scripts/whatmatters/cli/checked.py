"""`whatmatters checked`: a fluent reader's check is recorded, or all that was checked is listed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from ..check.checked import record_checks
from ..language.bilingual import Lang
from ..library.checks import check_of, state_of
from ..library.dates import typed_day
from ..library.library import Library
from ..library.story_root import StoryRoot
from ..messages.problem import did_you_mean
from ..reading.all_roots import read_everything
from .report import print_problems

#: A state with the words for it, in the order of the list.
STATES = {"checked": "checked", "changed": "changed since it was checked", "never": "never checked"}


def called_wrongly(why: str) -> typer.Exit:
    """Says why, and ends the command with code 2."""
    print(f"whatmatters: {why}", file=sys.stderr)
    return typer.Exit(2)


def record(
    project: Path, roots: Sequence[StoryRoot], texts: Sequence[str], reader: str | None, on: str | None, lang: Lang
) -> None:
    """Record a check of `texts`. Ends the command with code 2 where the reader, the texts or a day are not said."""
    if not texts:
        raise called_wrongly("name the texts that were checked, or ask for --list")
    if reader is None:
        raise called_wrongly('say who checked them: --reader "Siân Example"')
    today = date.today()
    day = typed_day(on) if on is not None else today
    if day is None:
        raise called_wrongly(f"`{on}` is not a date (write it as {today.isoformat()} or {today:%d/%m/%Y})")
    files = record_checks(project, texts, reader=reader, day=day, lang=lang, roots=roots)
    count = len(set(texts))
    print(f"Recorded {count} {'text' if count == 1 else 'texts'} in {', '.join(files)}.")


def show(project: Path, roots: Sequence[StoryRoot], texts: Sequence[str], lang: Lang, *, as_json: bool) -> int:
    """List what was checked, what has changed since, and what never was; the exit code."""
    library, problems = read_everything(project, roots)
    if library is None:
        print_problems(problems, as_json=as_json)
        return 1
    for name in texts:
        if name not in library.texts:
            mend = did_you_mean(name, library.texts, "leave the names out to see them all")
            raise called_wrongly(f"there is no text `{name}` ({mend})")
    rows = [_row(library, name, lang) for name in (texts or library.texts)]
    counts = Counter(row["state"] for row in rows)
    if as_json:
        answer = {
            "lang": lang,
            **{state: counts[state] for state in STATES},
            "texts": rows,
            "problems": [p.as_dict() for p in problems],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        for state in STATES:
            for row in rows:
                if row["state"] == state:
                    by = f"  {row['reader']}, {row['day']}" if row["reader"] else ""
                    print(f"{state:8} {row['text']}{by}")
        print("\n" + ", ".join(f"{counts[state]} {said}" for state, said in STATES.items()) + f" ({lang}).")
        print_problems(problems, as_json=False)
    return 1 if problems else 0


def _row(library: Library, name: str, lang: Lang) -> dict[str, Any]:
    text = library.texts[name]
    one = check_of(library, text, lang)
    return {
        "text": name,
        "kind": text.kind,
        "file": text.files[lang],
        "state": state_of(library, text, lang),
        "reader": one.reader if one else None,
        "day": one.day.isoformat() if one else None,
    }


def named(texts: Sequence[str] | None) -> list[str]:
    """Texts as records name them: a folder may have been typed with a mark at its end, a text twice."""
    return list(dict.fromkeys(text.strip().strip("/") for text in texts or ()))
