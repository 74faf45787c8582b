"""Small scripts of the pages: the word for the person."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "choice", "said", "named"), [
    ("questions/strengths/", "the resident", "the resident", "Siân"),
    ("cy/questions/strengths/", "y preswylydd", "'r preswylydd", " Siân"),
])
def test_questions_speak_of_the_person_as_the_reader_chooses(base, page, path, choice, said, named):
    """A word from the list, or a first name; Welsh drops the article before a name."""
    page.goto(f"{base}{path}index.html")
    form = "r-person" if path.startswith("cy/") else "person"
    place = page.locator(f'[data-wm-person="{form}"]').first
    page.locator("#wm-person-word").select_option(label=choice)
    assert place.text_content() == said
    page.locator("#wm-person-name").fill("Siân")
    assert place.text_content() == named
    page.locator("#wm-person-name").fill("<b>x</b>")
    assert place.inner_html().strip() == "&lt;b&gt;x&lt;/b&gt;"
