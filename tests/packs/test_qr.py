"""Codes that a phone can read, on whatever is printed."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
import segno

from tests.packs.conftest import with_recipe
from tests.packs.reading import MM
from tests.packs.test_cards_pdf import elements
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.qr_codes import qr_codes, qr_png, qr_svg
from whatmatters.packs import build_packs

SITE = "https://care.example.wales/"
A6 = sheets()[CARDS]

ADDRESSES = [("https://care.example.wales/cy/packs/x/", True), ("http://intranet/x/", True), ("cy/packs/x/", False), ("", False)]


@pytest.mark.parametrize(("address", "whole"), ADDRESSES)
def test_only_a_whole_address_has_a_code(address, whole):
    """A phone can do nothing with an address within the site."""
    assert bool(qr_svg(address)) == bool(qr_png(address)) == whole
    assert (address in qr_codes([address])) == whole


def codes_said(path) -> list[str]:
    """The alternative texts of a PDF's pictures."""
    with pikepdf.open(path) as pdf:
        return [str(e.Alt) for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S) == "/Figure"]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_back_has_the_code_of_its_story(long_library, made, lang):
    """In the language of the card, with the address as its alternative text; a second card needs no other."""
    said = codes_said(made[f"cards-{lang}"].path)
    inside = SITE + ("cy/" if lang == "cy" else "")
    on_two = sum(bool(story.texts[lang].after) for story in long_library.stories.values())
    assert on_two > 0
    assert len(said) == 2 * made[f"cards-{lang}"].pages - on_two
    assert {f"QR: {inside}{story.path}" for story in long_library.stories.values()} <= set(said)
    assert all(one.startswith(f"QR: {inside}") for one in said)


def test_cards_in_both_languages_have_codes_in_both(long_library, made):
    """Each story's page in Welsh on the Welsh side, in English on the English one."""
    said = set(codes_said(made["cards-bilingual"].path))
    for story in long_library.stories.values():
        assert {f"QR: {SITE}{story.path}", f"QR: {SITE}cy/{story.path}"} <= said


@pytest.mark.parametrize("form", ["cards-large", "cards-questions", "facilitator"])
def test_other_sheets_have_them_too(made, form):
    assert any(one.startswith(f"QR: {SITE}cy/") for one in codes_said(made[f"{form}-cy"].path))


def test_the_printed_code_is_whole(made):
    """Every dot of a code as it is printed, black or white, is the one that the address asks for."""
    path = made["cards-en"].path
    page = pypdfium2.PdfDocument(path)[1]
    # The first card is that of the ground rules; its back leads to the pack.
    box = A6.safe_box(0, back=True)
    size, scale = A6.type.code, 8
    left, top = box.x + box.width - size, box.y + box.height - size
    picture = page.render(scale=scale).to_pil().convert("L")
    wanted = [list(row) for row in segno.make_qr(f"{SITE}packs/all-of-it/", error="l").matrix]
    dot = size / len(wanted)
    printed = [
        [
            int(picture.getpixel((int((left + (x + 0.5) * dot) * MM * scale), int((top + (y + 0.5) * dot) * MM * scale))) < 128)
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert printed == wanted
    assert dot > 0.33


def test_powerpoint_has_the_code_of_the_pack(made):
    """As a picture with its quiet zone and an alternative text."""
    png = qr_png(f"{SITE}cy/packs/all-of-it/")
    with zipfile.ZipFile(io.BytesIO(made["slides-cy.pptx"].path.read_bytes())) as office:
        assert png in [office.read(name) for name in office.namelist() if name.endswith(".png")]
        assert f"QR: {SITE}cy/packs/all-of-it/" in office.read("ppt/slides/slide1.xml").decode()
        assert len(set(office.namelist())) == len(office.namelist())


def test_without_the_address_of_the_site_there_are_none(library, tmp_path):
    """And the cards are laid out as if there were: what fits does not hang on it."""
    small = with_recipe(library, "small", law=[], questions=[])
    bare, whole = (
        build_packs(small, tmp_path / name, forms=["cards"], langs=["en"], site_url=url)[0]
        for name, url in (("bare", None), ("whole", SITE))
    )
    assert codes_said(bare.path) == []
    assert bare.pages == whole.pages
