"""What the pages of the real library say, read once for all who look into it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import one_worker

from . import outputs

#: Texts with a page on which each stands.
Texts = dict[str, str]


@pytest.fixture(scope="session")
def said(library_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Texts]]]:
    """By the language of pages, and by where it stands there: all that is said, by the language that it is marked as.

    `runs` are those of most pages, `session runs` those of stories' sessions, and `for scripts` is what any page hands to
    its scripts. The page that is shown where there is none stands under `none`, as it is in no language of its own.
    Most texts stand on hundreds of pages: here each stands once.
    """
    with one_worker(tmp_path_factory, "said") as folder:
        if not (kept := folder / "said.json").exists():
            kept.write_text(json.dumps(_read(library_site)), encoding="utf-8")
        return json.loads(kept.read_text(encoding="utf-8"))


def _read(site: Path) -> dict[str, dict[str, dict[str, Texts]]]:
    found: dict[str, dict[str, dict[str, Texts]]] = {}
    for file in sorted(site.rglob("*.html")):
        place = file.relative_to(site)
        lang = "none" if place.name == "404.html" else "cy" if place.parts[0] == "cy" else "en"
        page, where = outputs.Page(file.read_bytes()), found.setdefault(lang, {})
        for name, runs in (("session runs" if "session" in place.parts else "runs", page.runs), ("for scripts", page.for_scripts)):
            for run in runs:
                where.setdefault(name, {}).setdefault(run.lang, {})[run.text] = place.as_posix()
    return found
