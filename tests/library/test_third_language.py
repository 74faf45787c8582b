"""A third language, as far as its code, one entry of the table and translations carry it: places, addresses, and a whole library read in it.

The table of these tests is their own; no page of the site knows of it. docs/decisions/0024 says what a site in it needs besides.
"""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.conftest import lay_out

from whatmatters.language import table
from whatmatters.site import address
from whatmatters.site.staged import staged_file, with_links

POLISH = dataclasses.replace(
    table.TABLE["en"], english_name="Polish", own_name="Polski", locale="pl-PL", folder="pl/", at_pause="W przerwie", afterwards="Potem",
    one_list="Pytania", drafted=True,
)  # fmt: skip


@pytest.fixture
def polish(monkeypatch):
    """The table with one entry more."""
    monkeypatch.setitem(table.TABLE, "pl", POLISH)
    monkeypatch.setattr(table, "LANGUAGES", ("en", "cy", "pl"))
    monkeypatch.setitem(address.PREFIX, "pl", POLISH.folder)
    return "pl"


def test_its_pages_have_places_of_their_own(polish):
    """Which language stands at an address, and where a page of it is read from, written to and linked."""
    assert [table.language_at(where) for where in ("pl/stories/x/", "cy/stories/x/", "stories/x/")] == ["pl", "cy", "en"]
    assert (table.known("pl-PL"), table.known("PL"), table.known("de")) == ("pl", "pl", None)
    assert address.url_of("tools/x/", polish) == "pl/tools/x/"
    assert address.source_of("tools/x/", polish) == "pl/tools/x.md"
    assert address.within_language("pl/tools/x/") == "tools/x/"
    assert address.section_of("pl/tools/x/") == "tools"
    assert address.link("pl/tools/x/", address.url_of("law/", polish)) == "../../../pl/law/index.html"
    assert staged_file("pl/tools/x.md", polish) == "pl/tools/x/index.md"
    assert with_links("[y](y.md)", "pl/tools/x.md", polish) == "[y](../y/index.md)"
    # Nothing falls to Welsh, or to the root.
    assert {address.url_of("x/", lang) for lang in ("en", "cy", "pl")} == {"x/", "cy/x/", "pl/x/"}


def _polish(value, say):
    """A value of a data file with Polish wherever both languages stand."""
    if isinstance(value, list):
        return [_polish(one, say) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {name: _polish(one, say) for name, one in value.items()}
    return inside | {"pl": say(value["en"]) if isinstance(value["en"], str) else inside["en"]} if {"en", "cy"} <= set(value) else inside


def _translated(text: str) -> str:
    """A page or a story in Polish: title, summary, questions and cells of cards are marked, and headings are those of the table."""
    text = text.replace("## At the pause", "## W przerwie").replace("## Afterwards", "## Potem")
    return re.sub(r"(?m)^(title: |summary: |- |\| \d+ \| )(['\"]?)(?=\S)", r"\g<0>Po polsku ", text)


def test_a_library_is_read_in_it(tmp_path):
    """The miniature library with a Polish page beside each, and Polish in its data: stories, questions, cards, tags and wordings
    are there in Polish, and in no place do Welsh words stand for them. Its two languages are read as ever."""
    root = lay_out(tmp_path / "project")
    for path in [*(root / "docs" / "data").rglob("*.yml"), *(root / "stories").rglob("*.yml")]:
        given = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        path.write_text(yaml.dump(_polish(given, "Po polsku {}".format), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for folder in (root / "docs", root / "docs" / "includes"):
        for path in (folder / "en").rglob("*.md"):
            twin = folder / "pl" / path.relative_to(folder / "en")
            twin.parent.mkdir(parents=True, exist_ok=True)
            twin.write_text(_translated(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (root / "stories").rglob("en.md"):
        path.with_name("pl.md").write_text(_translated(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (root / "stories").rglob("captions.en.vtt"):
        shutil.copy(path, path.with_name("captions.pl.vtt"))
    found = json.loads(subprocess.run([sys.executable, Path(__file__).with_name("third_language.py"), root], capture_output=True, check=True, text=True).stdout)
    assert found["stories"]
    for texts in found["stories"].values():
        assert all(said.startswith("Po polsku ") for said in texts["pl"])
        assert texts["cy"] != texts["pl"] != texts["en"]
    words = found["words"]
    assert len(words["pl"]) == len(words["cy"]) > 1000
    assert [pl for pl, cy, en in zip(words["pl"], words["cy"], words["en"], strict=True) if pl == cy != en] == []
