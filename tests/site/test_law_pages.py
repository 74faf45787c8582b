"""Pages of the law say when they were checked, and when they are overdue."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.conftest import mini_library

from whatmatters.library.law import Place
from whatmatters.site.law_pages import law_pages
from whatmatters.site.render import renderer
from whatmatters.site.views import provision_href


@pytest.fixture(scope="module")
def library():
    return mini_library()


def pages(library, lang: str, today: date):
    return {p.path: p for p in law_pages(library, renderer(library.interface), lang, today)}


@pytest.mark.parametrize(("lang", "checked", "overdue"), [
    ("en", "Checked on 29 November 2026.", "has not been"), ("cy", "Gwiriwyd ar 29 Tachwedd 2026.", "nid yw hynny wedi digwydd"),
])
def test_a_page_says_when_it_is_overdue(library, lang, checked, overdue):
    """Up to the day of review nothing is amiss; the day after, every page of the law says so at its head."""
    last = library.read_across.review_by
    on_time = pages(library, lang, last)["legislation/personal-plan/"].html
    late = pages(library, lang, last + timedelta(days=1))["legislation/personal-plan/"].html
    assert checked in on_time
    assert overdue not in on_time
    assert overdue in late


def test_welsh_readers_are_sent_to_welsh_texts_where_there_are_any(library):
    """Law made for Wales stands in Welsh on legislation.gov.uk; an Act for more than Wales stands there in English only."""
    regulation, act = Place(law="regs-2017", provision="15"), Place(law="mca-2005", provision="1")
    assert provision_href(library, regulation, "cy").endswith("legislation.gov.uk/wsi/2017/1264/regulation/15/welsh")
    assert provision_href(library, act, "cy").endswith("legislation.gov.uk/ukpga/2005/9/section/1")


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_provision_leads_to_its_number_here_and_other_law_to_itself(library, lang):
    """A regulation or a section of the two Acts is one click away, and from there the law itself; other law is linked."""
    html = pages(library, lang, date(2026, 11, 29))["legislation/positive-risk/"].html
    assert "legislation/regulations/index.html#reg-15" in html
    assert 'legislation.gov.uk/ukpga/2005/9/section/1"' in html


def test_regulation_16_leads_to_its_stories_and_questions(real):
    """The page of the plan's review names the regulation and links to questions, and links lead back from them."""
    html = pages(real, "en", date(2026, 11, 21))["legislation/review-of-personal-plan/"].html
    assert "regulation 16" in html
    assert "questions/what-matters/index.html" in html


def test_every_topic_has_a_page_in_both_languages(real):
    """One page a topic, the same in both languages."""
    day = date(2026, 11, 21)
    assert pages(real, "en", day).keys() == pages(real, "cy", day).keys()
    assert len(pages(real, "en", day)) == len(real.read_across.topics) == 67
