"""Small scripts of the pages: the read-across, the word for the person."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "word", "topic"), [
    ("legislation/", "candour", "Duty of candour"), ("cy/legislation/", "gonestrwydd", "gonestrwydd"),
    ("cy/legislation/", "dyletswydd gonestrwydd".upper(), "gonestrwydd"),
])
def test_the_read_across_narrows_to_a_word(base, page, path, word, topic):
    """Rows that hold the word stay, the others go, and how many there are is told; empty again, all are back."""
    page.goto(f"{base}{path}index.html")
    rows = page.locator(".wm-readacross tbody tr")
    everything = rows.count()
    page.locator("#wm-filter").fill(word)
    shown = [rows.nth(i) for i in range(everything) if rows.nth(i).is_visible()]
    assert 0 < len(shown) < everything
    assert any(topic in row.inner_text() for row in shown)
    assert page.locator(".wm-tabletools [role=status]").inner_text().startswith(f"{len(shown)} ")
    page.locator("#wm-filter").fill("")
    assert all(rows.nth(i).is_visible() for i in range(everything))


@pytest.mark.parametrize(("path", "first"), [("legislation/", "Advocacy"), ("cy/legislation/", "Adolygiad")])
def test_the_read_across_sorts_by_name(base, page, path, first):
    """By name in the page's own alphabet, and back to the order of the law."""
    page.goto(f"{base}{path}index.html")
    names = page.locator(".wm-readacross tbody th a")
    law_order = names.first.inner_text()
    page.locator("#wm-order").select_option("name")
    assert names.first.inner_text().startswith(first)
    page.locator("#wm-order").select_option("list")
    assert names.first.inner_text() == law_order


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
