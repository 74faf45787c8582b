"""What search shows of a topic: whichever sentence answers, unconfirmed text keeps its label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import REPOSITORY
from tests.law.forms import entries
from tests.law.test_certainty import sentences
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.certainty import certainty

pytestmark = pytest.mark.browser
#: The script with the least around it: a word is itself, and a query is one word.
AROUND = """window.wmSearch = {words: {fold: (text) => text.toLowerCase()}};"""
EXCERPTS = r"""([entry, words, queries]) => queries.map((query) => {
  const rules = {
    written: (text) => [...text.matchAll(/[\p{L}'’-]+/gu)].map((m) => (
      {at: m.index, end: m.index + m[0].length, parts: [m[0].toLowerCase()]})),
    citations: () => [],
  };
  const found = {index: {rules}, marks: new Map([[query, [0]]]), cited: new Set(), weights: [1]};
  return wmSearch.excerpt(entry, found, words).map(({text}) => text).join("");
})"""


def excerpts(page, entry, ui, lang, queries):
    """What the script shows of an entry for each query."""
    words = {"unconfirmed": ui("law-unconfirmed", lang), "unsure": ui("law-unsure-see-page", lang)}
    data = {"title": entry.title, "summary": entry.summary, "text": entry.text}
    return page.evaluate(EXCERPTS, [data, words, queries])


@pytest.fixture
def scripted(page):
    """An empty page with the script."""
    page.goto("about:blank")
    page.evaluate(AROUND)
    page.add_script_tag(path=REPOSITORY / "docs" / "assets" / "js" / "search-excerpt.js")
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_excerpt_of_unconfirmed_text_has_its_label(everywhere, scripted, lang):
    """Asked for any word of it: the second sentence alone, a long one cut in its middle, always behind the label.
    And whatever else is shown of such a topic, that some of it is not confirmed is shown with it."""
    by_topic = {entry.url.split("/")[1]: entry for entry in entries(everywhere, lang)}
    label = f"{everywhere.interface('law-unconfirmed', lang)}: "
    seen = 0
    for topic in everywhere.read_across.topics:
        sure = certainty(everywhere.interface, everywhere.read_across, topic, lang)
        if sure.unconfirmed is None:
            continue
        entry = by_topic[topic.id]
        queries = sorted({word.strip(".,:;").lower() for word in f"{sure.unconfirmed.text} {entry.text}".split()})
        for shown in excerpts(scripted, entry, everywhere.interface, lang, queries):
            open_text = any(sentence in shown for sentence in sentences(sure.unconfirmed.text))
            assert shown.startswith(label) if open_text else shown.startswith(label) or sure.see_page in shown
            seen += open_text
    assert seen > 20


def test_a_long_sentence_that_is_cut_keeps_its_label(everywhere, scripted):
    """Only its middle is shown, and the label before it."""
    entry = entries(everywhere, "en")[0]
    long = f"Not confirmed: Whether {'this and that ' * 30}stands in the needle of the law {'and so on ' * 30}."
    (shown,) = excerpts(scripted, replace(entry, text=long), everywhere.interface, "en", ["needle"])
    assert shown.startswith("Not confirmed: … ")
    assert "needle" in shown
