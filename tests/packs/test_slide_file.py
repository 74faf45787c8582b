"""The slides' file as a package: what leads somewhere leads to a part that is there, and words stay as they are in its XML."""

from __future__ import annotations

import posixpath
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.office.slide_xml import Relations, part, quoted, words

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NAMED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module", params=LANGUAGES)
def parts(made, request) -> dict[str, bytes]:
    with zipfile.ZipFile(made[f"slides-{request.param}.pptx"].path) as read:
        return {name: read.read(name) for name in read.namelist()}


def source(rels: str) -> str:
    """The part whose relations these are: nothing for those of the file itself."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def led_to(parts, rels: str) -> dict[str, str]:
    """The parts that a part leads to, by the names of its relations."""
    folder = posixpath.dirname(source(rels))
    found = etree.fromstring(parts[rels]).iter(RELATIONS)
    return {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in found}


def test_every_part_is_reached_and_every_target_is_there(parts):
    reached = {target for name in parts if name.endswith(".rels") for target in led_to(parts, name).values()}
    others = {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert reached == others


def test_every_relation_that_is_named_is_known(parts):
    for name, data in parts.items():
        if name.endswith(".xml") and name.startswith("ppt/"):
            rels = posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")
            known = led_to(parts, rels) if rels in parts else {}
            named = {value for e in etree.fromstring(data).iter() for key, value in e.attrib.items() if key.startswith(NAMED)}
            assert named <= set(known), name


def test_every_part_has_a_type(parts):
    told = etree.fromstring(parts["[Content_Types].xml"])
    ends = {one.get("Extension") for one in told.iter(f"{TYPES}Default")}
    named = [one.get("PartName") for one in told.iter(f"{TYPES}Override")]
    xml = {f"/{name}" for name in parts if name.endswith(".xml") and name != "[Content_Types].xml"}
    assert sorted(xml) == sorted(named)
    assert {name.rpartition(".")[2] for name in parts} <= ends


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t\n\r"))

#: Every mark that XML has a name of its own for.
EVERY = "a\r\n\tb & c < d > e \" f ' g"


@given(TEXTS)
@example(EVERY)
def test_words_come_out_as_they_went_in(text):
    read = etree.fromstring(part(f"<a said={quoted(text)}>{words(text)}</a>"))
    assert read.get("said") == text
    assert (read.text or "") == text


@given(TEXTS)
@example(EVERY)
def test_it_is_written_as_a_library_would_write_it(text):
    """So that a file is the same bytes as one that python-pptx makes."""
    built = etree.Element("a")
    built.set("said", text)
    built.text = text
    assert part(f"<a said={quoted(text)}>{words(text)}</a>") == etree.tostring(built, encoding="UTF-8", standalone=True)


@pytest.mark.parametrize("letter", ["\x0b", "\x00", "\ufffe", "\x1f"])
def test_what_xml_cannot_hold_is_refused(letter):
    with pytest.raises(ValueError, match="character"):
        part(f"<a>{words(f'a{letter}b')}</a>")


def test_a_relation_has_one_name_and_a_gap_is_filled():
    relations = Relations({"rId1": ("kind", "a.xml"), "rId3": ("kind", "c.xml")})
    assert [relations.name("kind", target) for target in ("a.xml", "b.xml", "d.xml", "b.xml")] == ["rId1", "rId2", "rId4", "rId2"]
