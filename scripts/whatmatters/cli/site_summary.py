"""What `whatmatters site` says at its end, of a site that was built and of one that stands as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def say_summary(facts: Mapping[str, Any], target: Path, seconds: float, *, as_json: bool, unchanged: bool) -> None:
    """Print the facts of the site in `target`, after `seconds`; `unchanged` when nothing had to be built."""
    opened = target / "index.html"
    if as_json:
        said = {"seconds": round(seconds, 1), "unchanged": unchanged, "open": str(opened)}
        print(json.dumps({**facts, **said}, ensure_ascii=False, indent=1))
        return
    if unchanged:
        print(f"Nothing has changed: {target.name}/ is what a build would make, and stands as it was built:")
    else:
        print(f"\nBuilt in {seconds:.1f} seconds:")
    print(f"  pages    {facts['pages']['en']} in English, {facts['pages']['cy']} in Welsh")
    print(f"  stories  {facts['stories']} in each language")
    print(f"  packs    {facts['packs']}, as {facts['pack_files']} files to print")
    if facts.get("recordings"):
        size, most = (facts[name] / 1_000_000 for name in ("recordings_bytes", "recordings_bytes_most"))
        print(f"  films    recordings: {facts['recordings']}, {size:.1f} MB together (at the most {most:.0f} MB)")
    if facts["drafts"]:
        print(f"  Welsh    {facts['drafts']} of {facts['texts']} texts await a fluent reader, and say so")
    for line in _coverage_lines(facts.get("coverage") or {}):
        print(f"  {line}")
    for gone in facts["left_out"]:
        print(f"  left out {gone['id']}: {gone['why']}")
    for line in facts["advice"]:
        print(f"  advice   {line}")
    print(f"\nOpen this in a browser: {opened}")


def _coverage_lines(facts: Mapping[str, Any]) -> list[str]:
    """The same in words; nothing of a site that an older version built."""
    called = {"principle": "principles", "law": "law topics"}
    lines = []
    for side in (name for name in called if name in facts):
        table = facts[side]
        emptiest = ", ".join(f"{row} ({n} empty)" for row, n in table["emptiest"].items())
        held = f"{table['filled']} of {table['cells']} cells hold a story, {table['real']} one that happened"
        lines.append(f"map      {called[side]} by settings: {held}; emptiest: {emptiest}")
    if reviews := facts.get("review"):
        lines.append(f"consent  next review by {reviews[0]['by']}: {reviews[0]['stories']} stories")
    if ends := facts.get("ends"):
        lines.append(f"consent  first to end, on {ends[0]['on']}: {', '.join(ends[0]['stories'])}")
    return lines
