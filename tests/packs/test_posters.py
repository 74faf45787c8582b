"""Posters: ground rules, a question for each week, and stories to their pause; two sizes of paper, both languages."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.conftest import mini_library
from whatmatters.deck.posters import PAPERS, SETS, WEEKS, posters, weekly
from whatmatters.print.posters_pdf import posters_pdf

pytestmark = pytest.mark.typeset
ADDRESS = "https://what-matters.example/"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_no_poster_tells_an_ending(lang):
    """Nor asks what is asked afterwards; a story that was invented says so."""
    library = mini_library()
    made = posters(library, "stories", lang, ADDRESS)
    assert {one.title for one in made} == {story.texts[lang].title for story in library.stories.values()}
    for story in library.stories.values():
        text = story.texts[lang]
        one = next(poster for poster in made if poster.title == text.title)
        assert one.paragraphs == text.before
        assert one.address == f"{ADDRESS}{'cy/' if lang == 'cy' else ''}{story.path}"
        said = " ".join((*one.paragraphs, *one.listed, *(note.text for note in one.notes)))
        if text.after:
            assert [told for told in (*text.after, *text.afterwards) if told in said] == []


def test_questions_of_weeks_come_from_every_bank_in_turn_and_none_twice():
    """As many as a year has weeks, where the banks hold them."""
    asked = weekly(mini_library())
    banks = list(mini_library().banks)
    assert [one.bank for one in asked[: len(banks)]] == banks
    assert len({one.text["en"] for one in asked}) == len(asked) <= WEEKS


@pytest.mark.parametrize("kind", SETS)
def test_posters_are_accessible_and_the_same_on_both_sizes(kind):
    """A page a poster on A4 and on A3, PDF/UA-1, in its language."""
    library = mini_library()
    made = posters(library, kind, "cy", ADDRESS)
    for paper, (width, height) in PAPERS.items():
        with pikepdf.open(io.BytesIO(posters_pdf(library, kind, paper, "cy", made))) as pdf:
            assert len(pdf.pages) == len(made)
            assert str(pdf.Root.Lang) == "cy"
            assert pdf.open_metadata()["pdfuaid:part"] == "1"
            size = [float(side) / 72 * 25.4 for side in pdf.pages[0].mediabox[2:]]
            assert size == pytest.approx([width, height], abs=0.5)


def test_a_site_without_packs_offers_none(site, library_site):
    """They are made together; the page of a site that has neither says so, and leads to no file that is missing."""
    offered = (site / "packs/posters/index.html").read_text(encoding="utf-8")
    assert offered.count('.pdf"') == len(list((site / "packs/posters").glob("*.pdf"))) == 12
    without = (library_site / "packs/posters/index.html").read_text(encoding="utf-8")
    assert "made together with the packs" in without
    assert '.pdf"' not in without
    assert list((library_site / "packs/posters").glob("*.pdf")) == []
