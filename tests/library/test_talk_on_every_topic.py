"""Every topic of the law, and every regulation that has one, leads to something to talk about and back: the real library."""

from __future__ import annotations

import posixpath
from datetime import date

import pytest
from lxml import html as lxml_html

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.law_numbers import topics_by_regulation
from whatmatters.site.fragments import fill
from whatmatters.site.law_pages import law_pages
from whatmatters.site.number_pages import REGULATIONS_PATH, number_pages
from whatmatters.site.render import renderer

#: Regulations that a team meets every week (policies, health care, medicines, policies again), with banks on them.
NAMED = {"12": {"medicines", "infection"}, "33": {"partners"}, "58": {"medicines"}, "79": {"quality"}}
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def library(real):
    return real


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(library, request):
    """A language, and in it the pages of the topics and of the regulations by address."""
    lang, render = request.param, renderer(library.interface)
    made = [*law_pages(library, render, lang, TODAY), *number_pages(library, render, lang)]
    return lang, {page.path: lxml_html.fromstring(page.html) for page in made}


def links(place, page: str, lang: str) -> set[str]:
    """Addresses, within the page's own language, that a place on the page links to."""
    home = "/cy/" if lang == "cy" else "/"
    hrefs = (str(href).partition("#")[0] for href in place.xpath(".//a/@href") if "://" not in href)
    found = (posixpath.normpath(posixpath.join(home, page, href)) for href in hrefs)
    return {path.removeprefix(home).removesuffix("index.html") for path in found if path.startswith(home)}


def talk(library, found: set[str]) -> set[str]:
    """Those of the addresses that are a story or a question bank."""
    return found & {*(s.path for s in library.stories.values()), *(b.path for b in library.banks.values())}


def test_every_topic_has_a_question_bank_of_its_own(library):
    """At least one bank is joined to the topic itself, not only to a principle that the two share."""
    joined = {topic for path, join in library.joins.items() if path.startswith("questions/") for topic in join.law}
    assert [t.id for t in library.read_across.topics if t.id not in joined] == []


def test_every_topic_page_leads_to_its_banks_and_stories(library, pages):
    """The banks joined to a topic, and the stories on it, are linked from its page in both languages."""
    lang, found = pages
    for topic in library.read_across.topics:
        banks = {p for p, join in library.joins.items() if p.startswith("questions/") and topic.id in join.law}
        stories = {s.path for s in library.stories_on(topic.id)}
        assert banks | stories <= links(found[topic.path], topic.path, lang), topic.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bank_leads_back_to_all_its_topics(library, lang):
    """However many topics a bank is joined to, its page links to each of them."""
    render = renderer(library.interface)
    for bank in library.banks.values():
        page = lxml_html.fromstring(f"<div>{fill('', library, render, bank.path, lang)}</div>")
        topics = {library.read_across.topic[i].path for i in library.joins[bank.path].law}
        assert topics <= links(page, bank.path, lang), bank.id


def test_every_regulation_leads_to_talk_in_two_clicks(library, pages):
    """From the place of a regulation that has a topic: a story or a bank there, or on the page of each of its topics."""
    lang, found = pages
    by_regulation = topics_by_regulation(library.read_across, library.regulations)
    assert all(by_regulation[number] for number in NAMED)
    for number, topics in by_regulation.items():
        (place,) = found[REGULATIONS_PATH].xpath(f"//*[@id='reg-{number}']")
        first = links(place, REGULATIONS_PATH, lang)
        for topic in topics:
            assert topic.path in first
            assert talk(library, links(found[topic.path], topic.path, lang)), (number, topic.id)


@pytest.mark.parametrize(("number", "banks"), NAMED.items())
def test_named_regulations_lead_to_the_banks_that_speak_of_them(library, pages, number, banks):
    """What teams meet every week leads to the bank that was written for it."""
    lang, found = pages
    topics = topics_by_regulation(library.read_across, library.regulations)[number]
    linked = set[str]().union(*(links(found[t.path], t.path, lang) for t in topics))
    assert {f"questions/{bank}/" for bank in banks} <= linked
