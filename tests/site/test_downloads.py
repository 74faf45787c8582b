"""The files of a pack on its page: a row each, the page's own language first."""

from __future__ import annotations

import pytest

from whatmatters.reading.library_files import read_library
from whatmatters.site.downloads import offered, size_text
from whatmatters.site.model import PackDownload

FILES = (
    PackDownload("cards-bilingual", None, "x-cards-bilingual.pdf", 6, 200_000),
    *(
        PackDownload(form, lang, f"x-{form}-{lang}.{ending}", pages, 50_000)
        for lang in ("en", "cy")
        for form, ending, pages in (
            ("facilitator", "pdf", 12),
            ("cards", "pdf", 10),
            ("cards-large", "pdf", 20),
            ("cards-questions", "pdf", 4),
            ("handout", "docx", None),
            ("slides", "pptx", 40),
        )
    ),
    PackDownload("zip", "en", "x-en.zip", None, 1_234_567),
    PackDownload("zip", "cy", "x-cy.zip", None, 1_234_567),
)


@pytest.fixture
def words(project):
    return read_library(project).interface


@pytest.mark.parametrize(("lang", "here"), [("en", "packs/x/"), ("cy", "cy/packs/x/")])
def test_files_stand_in_the_order_of_their_forms(words, lang, here):
    """Cards first, the zip last; the cards in both languages under the page's own language alone."""
    own, other = offered(FILES, "x", here, lang, words)
    assert (own.lang, other.lang) == (lang, "en" if lang == "cy" else "cy")
    assert [o.href.rsplit("/", 1)[-1] for o in own.offers] == [
        f"x-cards-{lang}.pdf",
        f"x-cards-large-{lang}.pdf",
        f"x-cards-questions-{lang}.pdf",
        "x-cards-bilingual.pdf",
        f"x-facilitator-{lang}.pdf",
        f"x-handout-{lang}.docx",
        f"x-slides-{lang}.pptx",
        f"x-{lang}.zip",
    ]
    assert [o.hreflang for o in own.offers[:5]] == [lang, lang, lang, None, lang]
    assert [o.kind for o in own.offers[4:]] == ["PDF", "Word", "PowerPoint", "ZIP"]
    assert all("bilingual" not in o.href for o in other.offers)


def test_words_are_in_the_language_of_the_file(words):
    """A Welsh file is offered in Welsh on an English page too, with its pages and its size."""
    _, welsh = offered(FILES, "x", "packs/x/", "en", words)
    assert welsh.heading == words("page-files-language", "cy")
    assert welsh.heads == tuple(words(f"page-file-{head}", "cy") for head in ("what", "length", "size"))
    cards, *_, slides, all_of_it = welsh.offers
    assert cards.label == words("page-get-cards", "cy")
    assert cards.length == words("page-file-pages", "cy", n=10)
    assert cards.size == "50\u00a0kB"
    assert slides.length == words("page-file-slides", "cy", n=40)
    assert (all_of_it.length, all_of_it.size) == ("", "1.2\u00a0MB")


def test_a_pack_without_files_offers_none(words):
    assert offered((), "x", "packs/x/", "en", words) == ()


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (153_400, "153 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_250_000, "1.2 MB")],
)
def test_sizes_as_people_read_them(size, text):
    assert size_text(size) == text.replace(" ", "\u00a0")
