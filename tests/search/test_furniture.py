"""Lines that stand on many pages."""

from __future__ import annotations

from whatmatters.search import Entry
from whatmatters.search.furniture import without_furniture


def pages(kind: str, count: int, text: str) -> list[Entry]:
    """So many pages of a kind that all say the same."""
    return [Entry("cy", f"cy/{kind}/{n}/", f"T{n}", kind, "", text) for n in range(count)]


def texts(*entries: Entry) -> list[str]:
    return [entry.text for entry in without_furniture(entries)]


def test_what_stands_once_stays() -> None:
    """A page's own lines are its own."""
    assert texts(*pages("law", 1, "un\ndau")) == ["un\ndau"]


def test_a_few_of_a_kind_may_say_the_same() -> None:
    """Two stories may tell of the same thing."""
    assert texts(*pages("story", 3, "un")) == ["un", "un", "un"]


def test_what_many_of_a_kind_say_stays_on_one() -> None:
    """Forty packs have the same plan: it is found, once."""
    assert texts(*pages("pack", 4, "un")) == ["un", "", "", ""]


def test_it_stays_with_the_kind_whose_line_it_is() -> None:
    """A duty that a principle quotes is found on the law's page; order and everything else are kept."""
    principle = Entry("cy", "cy/p/", "P", "principle", "s", "dyletswydd\nhyn", ("t",), 2)
    law = Entry("cy", "cy/l/", "L", "law", "", "dyletswydd")
    kept = without_furniture([principle, law])
    assert [entry.text for entry in kept] == ["hyn", "dyletswydd"]
    assert (kept[0].url, kept[0].tags, kept[0].minutes) == ("cy/p/", ("t",), 2)


def test_nothing_is_lost() -> None:
    """Every line is on some page still."""
    entries = [*pages("law", 5, "un\ndau"), *pages("story", 5, "dau\ntri"), *pages("page", 2, "tri\npedwar")]
    assert {line for text in texts(*entries) for line in text.split("\n")} - {""} == {"un", "dau", "tri", "pedwar"}


def test_title_summary_and_tags_are_not_said_again() -> None:
    """They count for more where they stand."""
    assert texts(Entry("en", "a/", "Title", "law", "Line.", "Title\nLine.\nTag\nText\nText", ("Tag",))) == ["Text"]
