"""A story without a pause, which advice allows: no form says that something happened next, or asks to turn over."""

from __future__ import annotations

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from pptx.oxml.ns import qn as slide_name

from tests.packs.conftest import with_recipe, with_text
from tests.packs.reading import letters, squeezed
from whatmatters.packs import build_packs


@pytest.fixture(scope="module")
def without(library, tmp_path_factory) -> dict[str, str]:
    """What each form of a pack with that one story says, squeezed."""
    first, *_ = sorted(library.stories)
    changed = library
    for lang in ("en", "cy"):
        text = library.stories[first].texts[lang]
        changed = with_text(changed, first, lang, before=(*text.before[:2],), after=(), at_pause=(), afterwards=text.questions)
    one = with_recipe(changed, "one", stories={"pinned": [first]}, law=[], questions=[])
    files = build_packs(one, tmp_path_factory.mktemp("cache"), langs=["en"])
    return {file.form: _said(file.path) for file in files if file.form != "zip"}


@pytest.mark.parametrize("form", ["cards", "cards-large", "cards-bilingual", "handout", "slides", "booklet", "cards-fold"])
def test_nothing_is_announced_that_does_not_come(library, without, form):
    """Blank cards have a pause to write under: theirs is the only one."""
    said = without[form]
    blanks = said.count(squeezed(library.interface("packs-own-story-help", "en")))
    assert said.count(squeezed(library.interface("packs-stop", "en"))) == blanks
    # A blank story card has a back for what happened next.
    assert said.count(squeezed(library.interface("packs-next", "en"))) <= blanks
    first, *_ = sorted(library.stories)
    assert all(squeezed(q) in said for q in library.stories[first].texts["en"].questions)


def _said(path) -> str:
    if path.suffix == ".pdf":
        return squeezed("".join(letter.text for page in letters(path) for letter in page))
    if path.suffix == ".docx":
        return squeezed("".join(t.text or "" for t in docx.Document(path).element.body.iter(qn("w:t"))))
    return squeezed("".join(t.text or "" for s in pptx.Presentation(path).slides for t in s._element.iter(slide_name("a:t"))))
