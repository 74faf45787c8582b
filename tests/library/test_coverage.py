"""What the library holds: counted by principle, topic and setting, and shown to editors with what is missing."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from tests.conftest import mini_library

from whatmatters.library.coverage import Cell, coverage, dates_ahead
from whatmatters.library.provenance import account
from whatmatters.site.fragments import fill
from whatmatters.site.render import renderer


@pytest.mark.parametrize("side", ["principle", "law"])
def test_each_cell_counts_what_happened_apart_from_what_was_invented(side):
    """Each story once in each of its settings, and once in the row's whole."""
    library = mini_library()
    table = coverage(library, side)
    for row in table.rows:
        ids = {i for i, s in library.stories.items() if row.id in (s.tag_ids if side == "principle" else s.facts.law)}
        real = {i for i in ids if account(library.stories[i].facts) == "real"}
        assert row.whole == Cell(len(real), len(ids - real))
        for setting, cell in zip(table.settings, row.cells, strict=True):
            here = {i for i in ids if setting.id in library.stories[i].tag_ids}
            assert cell == Cell(len(here & real), len(here - real))
    assert any(not cell.empty for cell in table.cells)
    assert any(cell.invented for cell in table.cells)


def test_dates_of_consent_come_in_their_order():
    """Reviews and ends by day, the first one first."""
    library = mini_library()
    one = next(iter(library.stories.values()))
    consent = one.facts.consent.model_copy(update={"expires": date(2027, 1, 5), "review_by": date(2026, 12, 1)})
    changed = one.model_copy(update={"facts": one.facts.model_copy(update={"consent": consent})})
    ahead = dates_ahead(dataclasses.replace(library, stories={**library.stories, one.id: changed}))
    assert [each.day for each in ahead] == sorted(each.day for each in ahead)
    assert [story.id for story in ahead[0].review] == [one.id]
    assert next(each for each in ahead if each.day == date(2027, 1, 5)).ends == (changed,)


@pytest.mark.parametrize(("lang", "add", "here"), [("en", "Add a story", "that happened"), ("cy", "Ychwanegu stori", "a ddigwyddodd")])
def test_the_map_leads_from_each_empty_cell_to_a_story_with_its_words_chosen(lang, add, here):
    """As many links as there are empty cells, each to the form with its row and its setting; numbers are told in words too."""
    library = mini_library()
    html = fill("<!-- coverage -->", library, renderer(library.interface), "about/coverage/", lang)
    empty = sum(cell.empty for side in ("principle", "law") for cell in coverage(library, side).cells)
    assert html.count(f">{add}<span") == html.count("add-a-story/index.html?") == empty > 0
    assert "?law=personal-plan&amp;setting=" in html or "?law=" in html
    assert here in html
