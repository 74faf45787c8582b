"""Whatever stands in a source, the check ends with problems in plain words: no traceback, and the file is named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY, lay_out
from tests.in_welsh import left_in_english
from tests.properties import examples
from whatmatters.check import check_project
from whatmatters.check.checked import record_checks

#: Pages that are left, so that one check takes a fraction of a second: one of each kind that is read as data too.
PAGES = {
    "index.md", "about/index.md", "about/privacy.md", "questions/supervision.md", "questions/strengths.md",
    "principles/positive-risk.md", "tools/reflection-cards.md", "tools/exploratory-talk.md",
}
CUP = "stories/magic-moments/the-blue-cup"
#: One source of each kind.
SOURCES = (
    f"{CUP}/story.yml", f"{CUP}/en.md", f"{CUP}/cy.md", "stories/tags.yml", "stories/packs/worth-it.yml",
    "docs/data/read-across.yml", "docs/data/glossary.yml", "docs/data/journey.yml", "docs/data/joins.yml",
    "docs/data/anatomy.yml", "docs/data/level.yml", "docs/data/checks.yml", "docs/data/person-words.yml", "docs/data/ground-rules.yml",
    "docs/data/agendas.yml", "docs/data/facilitator.yml", "docs/data/interface/pages.yml", "docs/data/interface/packs.yml",
    "docs/en/questions/supervision.md", "docs/cy/principles/positive-risk.md", "docs/en/tools/reflection-cards.md",
    "docs/en/index.md", "docs/includes/cy/confidentiality.md", "docs/includes/en/ground-rules.md",
)  # fmt: skip
DATA = tuple(file for file in SOURCES if file.endswith(".yml"))
#: Runs of bytes that readers stumble over.
HOSTILE = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\x85", "\u2028".encode(), b"\x0b", b"\x1b[2J",
    b"\t", b"\r", b"\r\n", b"---\n", b"\n---\n", b"...\n", b"[" * 3000, b"{" * 3000, b"- " * 200, b"? " * 200, b"a: [" * 90,
    b"&a [*a, *a]", b"*a", b"!!python/object/apply:os.system [ls]", b"!!bool x", b"!!timestamp x", b"! x", b"<<: {a: 1}",
    b"%YAML 9.9\n", b"0x" + b"f" * 9000, b"1" * 9000, b"1:1:1:1", b".nan", b".inf", b"2026-13-41", b"2026-02-30",
    b"null", b"~", b"yes", b"=", b"{!/etc/hostname!}", b"{% raw %}", b"{{ x }}", b"<script>alert(1)</script>", b"{n", b"{0}",
    b"<!-- pause -->", b"<!-- ", b"```", b"| a | b |\n|---|\n", b"](" * 500, b"[x](" + b"(" * 300, b"{#" * 300, b"#" * 500,
    "\u202e".encode(), "ŵ".encode() * 9000, b"' \" : # - ,", b"\\", b"\"\\ud800\"", "😀".encode(),
)  # fmt: skip

values: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.just(date(2026, 2, 3)), st.just("x" * 3000),
    st.lists(st.none() | st.text(max_size=3), max_size=3), st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
    st.just({"en": 1, "cy": []}), st.just([[[[]]]]), st.just({"en": "", "cy": " "}),
)  # fmt: skip
often = examples(20)


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """A project with few pages, to be put right again after each damage."""
    root = lay_out(tmp_path_factory.mktemp("bytes") / "project")
    for lang in ("en", "cy"):
        for page in (root / "docs" / lang).rglob("*.md"):
            if page.relative_to(root / "docs" / lang).as_posix() not in PAGES:
                page.unlink()
    for file, part in (("read-across", "topics"), ("read-across", "frequency_card"), ("glossary", None), ("journey", None)):
        path = root / f"docs/data/{file}.yml"
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        fewer = data[:3] if part is None else {**data, part: data[part][:3]}
        path.write_text(yaml.safe_dump(fewer, allow_unicode=True), encoding="utf-8")
    for path in (root / "docs/data/interface").glob("*.yml"):
        if path.name not in ("pages.yml", "packs.yml"):
            path.unlink()
    record_checks(root, [CUP, "glossary", "index.md", "packs/worth-it"], reader="A reader", day=TODAY)
    return root


def problems_with(root: Path, file: str, data: bytes) -> list[str]:
    """Files named by a check of the project with `data` in the place of `file`; each problem is one plain line, in Welsh too."""
    path = root / file
    whole = path.read_bytes()
    try:
        path.write_bytes(data)
        report = check_project(root, TODAY)
    finally:
        path.write_bytes(whole)
    for problem in report.problems:
        said = str(problem)
        assert said.isprintable(), said
        assert len(said) < 2000
        json.dumps(problem.as_dict())
        assert not left_in_english(problem)
    return [problem.path for problem in report.errors]


@often
@given(st.sampled_from(SOURCES), st.binary(max_size=60))
def test_any_bytes_at_all(small, file, data):
    """A file of nothing but noise is named."""
    assert file in problems_with(small, file, data) or file.startswith("docs/includes/")


@often
@given(st.sampled_from(SOURCES), st.data())
def test_a_file_cut_off_anywhere(small, file, data):
    """Half a file, as a full disk leaves it."""
    whole = (small / file).read_bytes()
    problems_with(small, file, whole[: data.draw(st.integers(0, len(whole)))])


@often
@given(st.sampled_from(SOURCES), st.sampled_from(HOSTILE), st.data())
def test_hostile_bytes_anywhere(small, file, hostile, data):
    """Something that a reader may stumble over, put in or written over what stands there."""
    whole = (small / file).read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    problems_with(small, file, whole[:at] + hostile + whole[at + data.draw(st.sampled_from([0, len(hostile), 200])) :])


@pytest.mark.parametrize("file", SOURCES)
def test_hostile_bytes_at_the_head(small, file):
    """The same at the head of each kind of file, all of them in turn for one, a few for the others."""
    whole = (small / file).read_bytes()
    for hostile in HOSTILE if file.endswith("story.yml") else HOSTILE[SOURCES.index(file) % 25 :: 25]:
        problems_with(small, file, hostile + b"\n" + whole)


@examples(50)
@given(st.sampled_from(DATA), values, st.data())
def test_a_value_of_another_type(small, file, value, data):
    """Data of the right form and the wrong kind, at any place of any file."""
    whole = yaml.load((small / file).read_bytes(), yaml.CSafeLoader)
    changed = replaced(whole, value, data)
    problems_with(small, file, yaml.safe_dump(changed, allow_unicode=True).encode("utf-8", "replace"))


def replaced(node: Any, value: Any, data: Any) -> Any:
    """A copy of the data with `value` somewhere in it, in the place of what stood there."""
    if not isinstance(node, dict | list) or not node or data.draw(st.integers(0, 4)) == 0:
        return value
    if isinstance(node, dict):
        name = data.draw(st.sampled_from(sorted(node, key=str)))
        return {**node, name: replaced(node[name], value, data)}
    at = data.draw(st.integers(0, len(node) - 1))
    return [*node[:at], replaced(node[at], value, data), *node[at + 1 :]]


@pytest.mark.parametrize("file", SOURCES)
def test_a_file_that_is_gone_or_a_folder(small, file):
    """A source that is missing, or a folder in its place, is no reason to stop."""
    path, aside = small / file, small / "aside"
    path.rename(aside)
    try:
        check_project(small, TODAY)
        path.mkdir()
        assert file in [p.path for p in check_project(small, TODAY).errors] or file == "docs/includes/en/ground-rules.md"
        path.rmdir()
    finally:
        if path.is_dir():
            path.rmdir()
        aside.rename(path)
