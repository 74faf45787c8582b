"""The law by number, as pages and for search, in the real library."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.law_numbers import topics_by_regulation
from whatmatters.search.citing import citations
from whatmatters.search.words import fold
from whatmatters.site.number_pages import number_pages, numbered_law
from whatmatters.site.render import renderer


@pytest.fixture(scope="module")
def library(real):
    return real


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(library, request):
    lang = request.param
    return lang, {p.path: lxml_html.fromstring(p.html) for p in number_pages(library, renderer(library.interface), lang)}


def test_every_regulation_has_its_anchor_heading_line_and_law(library, pages):
    """Number, official heading, plain line and a link to the law itself stand at each of them, in both languages."""
    lang, found = pages
    for regulation in library.regulations.regulations:
        (place,) = found["legislation/regulations/"].xpath(f"//*[@id='{regulation.anchor}']")
        text = " ".join(place.text_content().split())
        assert regulation.heading[lang] in text
        assert regulation.line[lang] in text
        end = f"/regulation/{regulation.number}" + ("/welsh" if lang == "cy" else "")
        assert any(str(a).endswith(end) for a in place.xpath(".//a/@href"))


def test_a_regulation_leads_to_every_topic_and_to_something_to_talk_about(library, pages):
    """One click from a regulation stand its topics; where they have stories or questions, some stand there too."""
    _, found = pages
    for number, topics in topics_by_regulation(library.read_across, library.regulations).items():
        (place,) = found["legislation/regulations/"].xpath(f"//*[@id='reg-{number}']")
        links = [str(a) for a in place.xpath(".//a/@href")]
        for topic in topics:
            assert any(link.endswith(f"{topic.id}/index.html") for link in links)
        talked = any(library.stories_on(t.id) for t in topics)
        assert any("/stories/" in link for link in links) == talked


def test_what_is_unconfirmed_of_a_regulation_is_said_to_be_so(library, pages):
    """The label stands right before it."""
    lang, found = pages
    label = library.interface("law-unconfirmed", lang)
    unsure = [r for r in library.regulations.regulations if r.unconfirmed]
    assert unsure
    for regulation in unsure:
        (place,) = found["legislation/regulations/"].xpath(f"//*[@id='{regulation.anchor}']")
        assert f"{label}: {regulation.unconfirmed[lang]}" in " ".join(place.text_content().split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_search_knows_every_number_by_its_title(library, lang):
    """The title of an entry is itself a citation, so that whoever types it is led there; its page has the anchor."""
    made = {p.path: p.html for p in number_pages(library, renderer(library.interface), lang)}
    for law in numbered_law(library, lang):
        page, _, anchor = law.path.partition("#")
        assert f'id="{anchor}"' in made[page]
        number = re.sub(r"\D*(\d+)([A-Z]*).*", r"\1\2", law.number).lower()
        assert any(key.endswith(number) for key in citations(fold(law.title))), law.title
