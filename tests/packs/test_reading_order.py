"""Every PDF of a pack for those who listen: nothing of an ending before its pause, and PDF/UA by rules of our own."""

from __future__ import annotations

import shutil
import subprocess

import pikepdf
import pytest

from tests.conftest import mini_library
from tests.packs.reading import squeezed
from tests.packs.structure import faults, read_in_order
from whatmatters.deck.pack_description import describe
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.pack_forms import BILINGUAL, FORMS
from whatmatters.print.turning_sheet import turning_sheet

FILES = [
    name
    for form in FORMS
    if form not in ("handout", "slides", "zip")
    for name in ([form] if form in BILINGUAL else [f"{form}-{lang}" for lang in LANGUAGES])
]
KINDS = [name for name in FILES if not name.endswith("-en")]


def told_too_soon(read: str, library, lang: str) -> list[str]:
    """The stories of which something that follows the pause is read before all that stands at it."""
    found = []
    for story in library.stories.values():
        text = story.texts[lang]
        if not text.after:
            continue
        # Long paragraphs may go on overleaf: an end and a beginning of them will do.
        early = [at for said in (text.before[-1][-25:], *(q[:25] for q in text.at_pause)) if (at := read.find(squeezed(said))) >= 0]
        late = [at for said in (*text.after, *text.afterwards) if (at := read.find(squeezed(said[:25]))) >= 0]
        if early and late and min(late) < max(early):
            found.append(story.id)
    return found


@pytest.mark.parametrize("name", FILES)
def test_no_ending_is_read_before_its_pause(long_library, made, name):
    """In the order of the structure tree, which is what a screen reader follows."""
    read = read_in_order(made[name].path)
    langs = [lang for lang in LANGUAGES if name in BILINGUAL or name.endswith(f"-{lang}")]
    for lang in langs:
        asked = [q for story in long_library.stories.values() for q in story.texts[lang].at_pause]
        assert all(squeezed(q) in read for q in asked)
        assert told_too_soon(read, long_library, lang) == []


def test_an_order_that_tells_too_soon_is_seen(long_library, made):
    """The check itself: a beginning that comes after its ending is found."""
    read, story = read_in_order(made["booklet-en"].path), next(iter(long_library.stories.values()))
    ending = read.index(squeezed(story.texts["en"].after[0][:25]))
    assert told_too_soon(read[ending:] + read[:ending], long_library, "en") == [story.id]


@pytest.mark.parametrize("name", KINDS)
def test_files_keep_the_rules_of_pdf_ua(made, name):
    """Structure, pages, annotations: see `structure.py` for what is asked."""
    assert faults(made[name].path) == []


def test_the_test_sheet_keeps_them_too(tmp_path):
    path = tmp_path / "turning.pdf"
    path.write_bytes(turning_sheet(mini_library()))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
    assert faults(path) == []
    for said in ("Print this page on one side.", "Argraffwch y dudalen hon ar un ochr."):
        assert squeezed(said) in read_in_order(path)


BROKEN = [
    (lambda pdf: pdf.pages[0].__delitem__("/Tabs"), "tabs"),
    (lambda pdf: pdf.Root.__delitem__("/Lang"), "no language"),
    (lambda pdf: next(a for p in pdf.pages for a in p.get("/Annots", [])).__delitem__("/Contents"), "a link without words"),
    (lambda pdf: pdf.Root.StructTreeRoot.K[0].K.__delitem__(3), "no screen reader comes to"),
]


@pytest.mark.parametrize(("harm", "told"), BROKEN)
def test_a_broken_file_is_seen(made, tmp_path, harm, told):
    """The rules themselves: each of these is found."""
    path = tmp_path / "broken.pdf"
    with pikepdf.open(made["cards-cy"].path) as pdf:
        harm(pdf)
        pdf.save(path)
    assert any(told in fault for fault in faults(path))


@pytest.mark.parametrize("name", KINDS)
def test_addresses_can_be_tapped(long_library, made, name):
    """Every address that stands on paper is a link to just that, said in words."""
    with pikepdf.open(made[name].path) as pdf:
        links = {str(note.A.URI): str(note.Contents) for page in pdf.pages for note in page.get("/Annots", [])}
    assert all(said == address for address, said in links.items())
    pack = describe(long_library, long_library.recipes["all-of-it"], "cy", "https://care.example.wales/")
    said = {card.address for card in pack.cards if card.address.replace("-", "") in read_in_order(made[name].path)}
    assert said | {pack.address} <= set(links) if name != "cards-questions-cy" else said <= set(links)
    assert links


@pytest.mark.skipif(not shutil.which("verapdf"), reason="veraPDF is not on this machine: CONTRIBUTING says how to have it")
@pytest.mark.parametrize("name", KINDS)
def test_verapdf_agrees(made, name):
    done = subprocess.run(["verapdf", "--flavour", "ua1", "--format", "text", made[name].path], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("PASS"), done.stdout
