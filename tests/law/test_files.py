"""The cards of a pack with every topic of the real library: what is not confirmed stands there under its label."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from tests.law.conftest import PACK
from tests.law.test_certainty import sentences
from tests.packs.reading import squeezed
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.certainty import certainty
from whatmatters.packs import build_packs

#: The forms that show a duty; leader's papers and slides name the topics alone.
FORMS = ("cards", "cards-large", "cards-bilingual")


def pdf_text(data: bytes) -> str:
    """The text of a file of cards."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


@pytest.fixture(scope="module")
def texts(everywhere, real, tmp_path_factory) -> dict[str, str]:
    """The text of every file of cards of the pack by its name."""
    # A story with every topic of the law would not fit on its card: here it has its own again.
    library = replace(everywhere, stories={name: real.stories[name] for name in everywhere.stories})
    made = build_packs(library, tmp_path_factory.mktemp("cache"), forms=FORMS, site_url=None)
    return {file.name.removeprefix(f"{PACK}-"): squeezed(pdf_text(file.path.read_bytes())) for file in made}


def test_there_is_every_form(texts):
    """Cards small, large and bilingual."""
    one = {f"{form}-{lang}" for lang in LANGUAGES for form in ("cards", "cards-large")}
    assert {name.rpartition(".")[0] for name in texts} == {*one, "cards-bilingual"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_confirmed_stands_under_its_label(everywhere, texts, lang):
    """In each file each unconfirmed text is there, and no sentence of it without its label."""
    for name, text in texts.items():
        if f"-{lang}." not in name and "bilingual" not in name:
            continue
        for topic in everywhere.read_across.topics:
            sure = certainty(everywhere.interface, everywhere.read_across, topic, lang)
            assert squeezed(sure.said) in text
            if sure.unconfirmed is None:
                continue
            labelled = text.count(squeezed(str(sure.unconfirmed)))
            assert labelled, (name, topic.id)
            for sentence in sentences(sure.unconfirmed.text):
                assert text.count(squeezed(sentence)) == labelled, (name, topic.id, sentence)
