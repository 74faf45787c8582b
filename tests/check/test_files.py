"""Files as files: pictures that are pictures, names that are names, no way out of the project, nothing that runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from tests.check.pages_of import page, pages
from tests.conftest import REPOSITORY, TODAY
from whatmatters.check import check_project
from whatmatters.check.files import file_problems
from whatmatters.check.html import html_problems
from whatmatters.check.wordings import wording_problems
from whatmatters.language.bilingual import Bilingual
from whatmatters.reading.library_files import read_library

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
SVG = b'<?xml version="1.0"?>\n<!-- drawn\n by us -->\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8 "


def codes(root: Path) -> list[tuple[str, int, str]]:
    return sorted((p.path, p.line, p.code) for p in file_problems(root))


def put(root: Path, file: str, data: bytes) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("name", "data", "code"), [
    ("a.png", PNG, None), ("a.svg", SVG, None), ("a.webp", WEBP, None), ("A.JPG", b"\xff\xd8\xff\xe0", None),
    ("a.gif", b"GIF89a", None), ("a.txt", b"anything", None), ("a.js", b"alert(1)", None),
    ("a.png", b"", "M01"), ("a.png", b"<html>", "M01"), ("a.jpg", PNG, "M01"), ("a.webp", b"RIFF\x00\x00\x00\x00WAVE", "M01"),
    ("a.svg", b"<html><svg></svg>", "M01"), ("a.svg", b"\x00\xff", "M01"),
    ("a.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path"), "M02"),
    ("a.svg", SVG.replace(b"<path", b"<path onload='x()'"), "M02"),
    ("a.svg", SVG.replace(b"<path", b"<image href='https://example.org/a.png'/><path"), "M02"),
    ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG, "M01"),
    ("a.svg", SVG.replace(b"<path", b"<a href='javascript:x()'/><path"), "M02"),
    ("a.png", PNG + b"\x00" * 1_000_001, "M04"),
])
def test_pictures(tmp_path, name, data, code):
    """A picture is what its name says, small enough for a page, and a drawing only shows."""
    put(tmp_path, f"docs/assets/images/{name}", data)
    assert [c for _, _, c in codes(tmp_path)] == ([code] if code else [])


def test_what_a_browser_would_run_stands_with_the_program(tmp_path):
    """Files that are published as they are and run have one place."""
    put(tmp_path, "docs/en/about/x.html", b"<p>")
    put(tmp_path, "docs/cy/x.JS", b"alert(1)")
    put(tmp_path, "docs/assets/js/x.js", b"'use strict'")
    assert codes(tmp_path) == [("docs/cy/x.JS", 1, "M03"), ("docs/en/about/x.html", 1, "M03")]


def test_links_out_of_the_project(tmp_path):
    """Neither a file nor a folder may be a link to elsewhere, nor to nothing, nor in a circle; one inside may."""
    root = tmp_path / "project"
    inside = put(root, "docs/assets/a.txt", b"a")
    secret = put(tmp_path, "elsewhere/secret.txt", b"s")
    (root / "docs/en").mkdir()
    (root / "docs/en/in.txt").symlink_to(inside)
    (root / "docs/en/out.txt").symlink_to(secret)
    (root / "docs/en/folder").symlink_to(secret.parent)
    (root / "docs/en/gone.txt").symlink_to(root / "nothing")
    (root / "docs/en/round.txt").symlink_to(root / "docs/en/round.txt")
    assert codes(root) == [
        ("docs/en/folder", 1, "R05"), ("docs/en/gone.txt", 1, "R01"), ("docs/en/out.txt", 1, "R05"),
        ("docs/en/round.txt", 1, "R05"),
    ]


def test_a_story_in_a_folder_that_is_a_link(project, errors, tmp_path):
    """The files of a folder that leads elsewhere are not read either."""
    cup = project / "stories/magic-moments/the-blue-cup"
    cup.rename(tmp_path / "the-blue-cup")
    cup.symlink_to(tmp_path / "the-blue-cup")
    assert {p.code for p in errors()} >= {"R05"}
    assert not any("the-blue-cup" in story for story in check_project(project, TODAY).library.stories)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(project, errors):
    """Reading from a pipe would never end."""
    path = project / "stories/magic-moments/the-blue-cup/en.md"
    path.unlink()
    os.mkfifo(path)
    assert {p.code for p in errors() if p.path.endswith("the-blue-cup/en.md")} == {"R01"}


def test_names_that_are_no_text(tmp_path):
    """A name with a line break, or in another encoding, breaks addresses and messages."""
    put(tmp_path, "docs/en/a\nb.md", b"")
    try:
        put(tmp_path, "docs/en/" + os.fsdecode(b"caf\xe9.md"), b"")
    except OSError:
        pytest.skip("this system knows no such names")
    found = list(file_problems(tmp_path))
    assert [p.code for p in found] == ["R06", "R06"]
    assert all(str(p).isprintable() for p in found)


def test_what_belongs_to_a_story(tmp_path):
    """Nothing uses other files of a story's folder: advice, since they do no harm."""
    for name in ("story.yml", "en.md", "cy.md", "captions.cy.vtt", "import-report.md", "notes.docx", ".DS_Store"):
        put(tmp_path, f"stories/magic-moments/x/{name}", b"")
    found = list(file_problems(tmp_path))
    assert [(p.path.rpartition("/")[2], p.code, p.advice) for p in found] == [
        (".DS_Store", "S03", True), ("notes.docx", "S03", True)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Text.\n\n<script>alert(1)</script>", [(3, "U01")]),
    ("<p onclick='x()'>a</p>", [(1, "U01")]),
    ("[x](javascript:alert(1))", [(1, "U01")]),
    ("<iframe src=x></iframe> <STYLE>", [(1, "U01")]),
    ("![a](https://example.org/a.png)", [(1, "U02")]),
    ("<img alt='' src='//example.org/a.png'>", [(1, "U02")]),
    ("Code: `<script>` stands here, and so does\n\n```\n<script>\n```\n<!-- <script> --> <br> [a](https://example.org)", []),
    ("data: this is a word; 2 < 3 and once = twice", []),
])  # fmt: skip
def test_html_in_pages(text, expected):
    """Nothing that runs or asks another host; code, comments, plain HTML and links are left alone."""
    assert [(p.line, p.code) for p in html_problems(pages(page(text)))] == expected


@pytest.mark.parametrize(("en", "cy", "says"), [
    ("{n} pages", "{n} o dudalennau", None), ("Both", "Y ddau", None), ("{{x}}", "x", None),
    ("{n} pages", "tudalennau", "the gaps {n} under `en` and none under `cy`"),
    ("{n} of {all}", "{all} {m}", "{all}, {n} under `en` and {all}, {m} under `cy`"),
    ("{n pages", "{n} x", "do not match"), ("a } b", "b", "do not match"),
])
def test_gaps_of_wordings(project, en, cy, says):
    """A wording has the same gaps to fill in both languages."""
    path = project / "docs/data/interface/zz.yml"
    path.write_text(f"# one\nzz-one: {{en: '{en}', cy: '{cy}'}}\n", encoding="utf-8")
    library = read_library(project)
    assert library.interface.root["zz-one"] == Bilingual(en=en, cy=cy)
    found = [p for p in wording_problems(library) if p.path.endswith("zz.yml")]
    assert [(p.line, p.code) for p in found] == ([(2, "F04")] if says else [])
    assert not says or says in found[0].message


@pytest.mark.parametrize(("old", "new", "says"), [
    ("page-next:", "page-nxt:", "the wording `page-next` is missing"),
    ("{n} minutes", "{m} minutes", "`page-minutes-many`"),
])
def test_a_wording_that_is_missing_stops_a_build_in_words(project, capsys, old, new, says):
    """A page cannot be made without its words: the build says which, and nothing is published."""
    from whatmatters.cli.site import build_site

    path = project / "docs/data/interface/pages.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert build_site(project, "site", as_json=False) == 1
    said = capsys.readouterr()
    assert says in said.out + said.err
    assert "F04" in said.out + said.err
    assert "Traceback" not in said.out + said.err


@pytest.mark.library
def test_both_of_the_parsers_of_yaml_read_our_sources_alike():
    """The fast parser takes an unquoted question mark that the other refuses; a machine may have the other alone."""
    sources = [path for folder in ("docs", "stories", "scripts") for path in sorted((REPOSITORY / folder).rglob("*.y*ml"))]
    assert len(sources) > 100
    for path in sources:
        data = path.read_bytes()
        assert yaml.load(data, yaml.SafeLoader) == yaml.load(data, yaml.CSafeLoader), path
