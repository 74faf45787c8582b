"""From a number of the law to its topics, in the real library."""

from __future__ import annotations

import pytest

from whatmatters.library.law import Place
from whatmatters.library.law_numbers import ACTS, anchor_of, number_of, part_of, sections, topics_by_regulation


@pytest.fixture(scope="module")
def library(real):
    return real


@pytest.mark.parametrize(("provision", "number", "part"), [
    ("15(7)(d)", "15", None), ("16", "16", None), ("49A", "49A", None), ("1(3)", "1", None),
    ("Part 7", None, 7), ("Part 10 Chapter 3", None, 10), ("Schedule 2", None, None), ("", None, None), (None, None, None),
])
def test_a_provision_is_known_by_its_number_or_its_part(provision, number, part):
    """Brackets say where in a regulation; a Part and a Schedule are no numbers of regulations."""
    assert (number_of(provision), part_of(provision)) == (number, part)


@pytest.mark.parametrize(("law", "provision", "anchor"), [
    ("regs-2017", "58", "legislation/regulations/#reg-58"),
    ("regs-2017", "Part 7", "legislation/regulations/#part-7"),
    ("sswba", "6(2)(a)", "legislation/sections/#act-2014-6"),
    ("sswba", "Part 10", "legislation/sections/#act-2014-part-10"),
    ("risca", "27", "legislation/sections/#act-2016-27"),
    ("part-2-code", "", None), ("annual-return-regs", "10(2)", None), ("regs-2017", "Schedule 3", None),
])
def test_a_provision_leads_to_its_place(law, provision, anchor):
    """Regulations of 2017 and sections of the two Acts stand here by number; other law does not."""
    assert anchor_of(Place(law=law, provision=provision)) == anchor


def test_all_89_regulations_stand_in_order_with_both_headings(library):
    """1 to 89 and the two that were put in later, each once, each with an official heading in both languages."""
    numbers = [r.number for r in library.regulations.regulations]
    assert numbers == [*map(str, range(1, 50)), "49A", "49B", *map(str, range(50, 90))]
    assert all(r.heading.en.strip() and r.heading.cy.strip() and r.heading.en != r.heading.cy for r in library.regulations.regulations)


def test_topics_that_cite_a_regulation_come_before_those_that_cite_its_part(library):
    """Regulation 21 has the topic of standards first by its number; a topic of the whole Part 7 comes after those."""
    topics = [t.id for t in topics_by_regulation(library.read_across, library.regulations)["21"]]
    assert topics.index("standards-of-care") < topics.index("well-being-outcomes-statement")


def test_a_section_names_each_topic_that_cites_it(library):
    """Section 6 of the 2014 Act has all topics that cite any part of it, each once, in order of sections."""
    found = {s.number: s for s in sections(library.read_across, "sswba")}
    citing = {t.id for t in library.read_across.topics for p in t.provisions if p.law == "sswba" and number_of(p.provision) == "6"}
    assert {t.id for t in found["6"].topics} == citing
    assert len(found["6"].topics) == len(citing)
    for act in ACTS:
        numbers = [int(s.number) for s in sections(library.read_across, act) if s.number.isdigit()]
        assert numbers == sorted(numbers)
