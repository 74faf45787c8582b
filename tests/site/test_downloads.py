"""The files of a pack on its page: by use, the page's own language first."""

from __future__ import annotations

import pytest

from whatmatters.library.reading import read_library
from whatmatters.site.downloads import USES, offered, size_text
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
def test_files_stand_under_what_one_does_with_them(words, lang, here):
    """Print, edit, show, everything; the cards in both languages under the page's own language alone."""
    own, other = offered(FILES, "x", here, lang, words)
    assert (own.lang, other.lang) == (lang, "en" if lang == "cy" else "cy")
    assert [use.id for use in own.uses] == list(USES) == [use.id for use in other.uses]
    assert [o.href.rsplit("/", 1)[-1] for o in own.uses[0].offers] == [
        f"x-cards-{lang}.pdf",
        f"x-cards-large-{lang}.pdf",
        f"x-cards-questions-{lang}.pdf",
        "x-cards-bilingual.pdf",
        f"x-facilitator-{lang}.pdf",
    ]
    assert [o.hreflang for o in own.uses[0].offers] == [lang, lang, lang, None, lang]
    assert all("bilingual" not in o.href for use in other.uses for o in use.offers)


def test_words_are_in_the_language_of_the_file(words):
    """A Welsh file is offered in Welsh on an English page too, with its pages and its size."""
    _, welsh = offered(FILES, "x", "packs/x/", "en", words)
    assert welsh.heading == words("page-files-language", "cy")
    cards = welsh.uses[0].offers[0]
    assert cards.label == words("page-get-cards", "cy")
    assert "10" in cards.about
    assert "50\u00a0kB" in cards.about
    assert "1.2\u00a0MB" in welsh.uses[-1].offers[0].about


def test_a_pack_without_files_offers_none(words):
    assert offered((), "x", "packs/x/", "en", words) == ()


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (153_400, "153 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_250_000, "1.2 MB")],
)
def test_sizes_as_people_read_them(size, text):
    assert size_text(size) == text.replace(" ", "\u00a0")
