"""The read-across as a picture, and the person's journey: what is drawn is what the tables and the data say."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html

from whatmatters.site.fan import End, Join, fan
from whatmatters.site.fragments import fill
from whatmatters.site.law_picture import numbers, places_in
from whatmatters.site.render import renderer
from whatmatters.site.svg_text import broken
from whatmatters.site.winding_way import in_rows, straight_down
from whatmatters.typography.shaping import width

both = pytest.mark.parametrize("lang", ["en", "cy"])
PAGE = "legislation/picture/"


def piece(library, mark: str, lang: str, page: str = PAGE):
    """What stands where a mark is, parsed."""
    return html.fromstring(fill(f"<!-- {mark} -->", library, renderer(library.interface), page, lang))


def words(element) -> str:
    """Its text in one line."""
    return " ".join(element.text_content().split())


def lines(drawing) -> dict[tuple[str, str], str]:
    """The lines of a drawing by their ends, each with what stands on it."""
    found = drawing.xpath(".//g[@data-law]")
    by_ends = {(line.get("data-law"), line.get("data-item")): words(line) for line in found}
    assert len(by_ends) == len(found)
    return by_ends


def whole_numbers(text: str) -> set[str]:
    """The numbers that a label or a cell names: `66–72, 74` and `section 66(1), section 67` alike, without subsections;
    a Part or a Schedule by its words."""
    found: set[str] = set()
    for part in text.split(", "):
        if run := re.fullmatch(r"(\d+)–(\d+)", part):
            found |= {str(number) for number in range(int(run[1]), int(run[2]) + 1)}
        else:
            bare = re.fullmatch(r"(?:(?:section|regulation|adran|rheoliad) )?(\d+[A-Z]*)(?:\(.*)?", part)
            found.add(bare[1] if bare else part)
    return found


def cells(table) -> dict[str, dict[tuple[str, str], str]]:
    """What the table says of each group: law and topic, and where; empty cells are left out."""
    laws = ("sswba", "risca", "regs-2017")
    return {
        body.get("data-group"): {
            (law, row.get("data-topic")): words(cell)
            for row in body.xpath("./tr[@data-topic]")
            for law, cell in zip(laws, row.xpath("./td"), strict=True)
            if not cell.xpath("./*[@class='wm-none']")
        }
        for body in table.xpath(".//tbody")
    }


@both
def test_the_picture_and_the_table_say_the_same(real, lang):
    """A line for each cell that is not empty, with its numbers; on the groups' lines, how many topics have a place."""
    whole, *groups = piece(real, "law-picture", lang).xpath(".//*[@data-wm-map]//svg")
    table = cells(piece(real, "law-table", lang))
    assert [group.id for group in real.law_groups] == list(table)
    counted: dict[tuple[str, str], str] = {}
    for drawing, (group, found) in zip(groups, table.items(), strict=True):
        drawn = lines(drawing)
        assert drawn.keys() == found.keys()
        for ends, label in drawn.items():
            assert whole_numbers(label) == whole_numbers(found[ends]), ends
        for law, _ in found:
            counted[law, group] = str(sum(one == law for one, _ in found))
    assert lines(whole) == counted
    assert sum(len(found) for found in table.values()) == sum(
        any(places_in(topic, law)) for topic in real.read_across.topics for law in ("sswba", "risca", "regs-2017")
    )


@both
def test_a_box_says_in_words_what_it_is_joined_to(real, lang):
    """Its label begins with what is written on it, and names each end of its lines; nothing is for the eye alone."""
    for drawing in piece(real, "law-picture", lang).xpath(".//*[@data-wm-map]//svg"):
        boxes = {(box.get("data-law") or box.get("data-item")): box for box in drawing.xpath("./a")}
        for law, item in lines(drawing):
            for one, other in ((law, item), (item, law)):
                said, name = boxes[one].get("aria-label"), words(boxes[one])
                assert said.startswith(f"{name}: ")
                (join,) = [part for part in said[len(name) + 2 :].split("; ") if part.startswith(f"{words(boxes[other])}: ")]
                assert real.interface("page-nothing-found", lang).lower() not in join
        assert all(box.get("href") for box in boxes.values())


def test_runs_of_numbers_are_drawn_together(real):
    """Three or more in a row as first and last, two as two; subsections once; a Part by its name."""
    topic = real.read_across.topic["responsible-individual"]
    assert list(numbers(real, places_in(topic, "regs-2017"), "en"))[:3] == ["66–72", "74", "75"]
    assert "Part 16" in list(numbers(real, places_in(topic, "regs-2017"), "en"))


def test_no_box_and_no_word_lies_over_another():
    """Boxes of one column stand apart; each is as high as its words and lines need, whatever is written."""
    left, right = [End("a", "An Act", "", "")], [End("b", "Another", "", ""), End("c", "The Regulations of a long name", "", "")]
    between = [End(str(n), "word " * n * 4, "", "") for n in range(1, 5)]
    joins = [Join(law, one.id, tuple(str(n) for n in range(100, 130))) for law in "abc" for one in between]
    drawn = fan(left, between, right, joins, 120)
    for column in (drawn.left, drawn.between, drawn.right):
        for box in column:
            assert box.y <= box.words[0][0]
            assert box.words[-1][0] <= box.y + box.height <= drawn.height
        for above, below in pairwise(column):
            assert above.y + above.height < below.y
    for side in ("a", "bc"):
        placed = sorted(y for line in drawn.lines if line.join.law in side for y, _ in line.label)
        assert all(below - above >= 15 for above, below in pairwise(placed))


def test_words_are_broken_where_the_font_asks():
    """No line of several words is wider than its room; a word that is too wide stands alone."""
    text = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch a'r cylch, a mwy na hynny"
    found = broken(text, 150, 16)
    assert " ".join(found) == text
    assert [line for line in found if " " in line and width(line, bold=True) * 16 / 1000 > 150] == []


@both
def test_each_step_of_the_journey_is_a_link_to_its_place(real, lang):
    """Both forms of the drawing hold each step in order, with its number, its name and its time; the place is there."""
    page = piece(real, "journey", lang, "legislation/journey/")
    drawings = page.xpath(".//nav/svg")
    assert len(drawings) == 2
    for drawing in drawings:
        links = drawing.xpath("./a")
        assert [link.get("href") for link in links] == [f"#{step.id}" for step in real.journey]
        for number, (link, step) in enumerate(zip(links, real.journey, strict=True), start=1):
            assert [words(text) for text in link.xpath("./text")] == [str(number), step.name[lang]]
            assert len(page.xpath(f".//li[@id='{step.id}']")) == 1
            assert bool(link.xpath("./g[@class='wm-way__clock']")) == bool(step.limit)
            assert link.get("aria-label").startswith(f"{number} {step.name[lang]}")
            assert not step.limit or step.limit[lang] in link.get("aria-label")


@pytest.mark.parametrize("n", range(1, 14))
def test_a_way_holds_any_number_of_steps(n):
    """Every step stands within the drawing, in both forms, and every other row goes back."""
    names = [f"Step {number}" for number in range(n)]
    for way in (in_rows(names, 5), straight_down(names)):
        assert len(way.steps) == n
        assert all(0 < step.x < way.width and step.words[-1][0] < way.height for step in way.steps)
    rows = in_rows(names, 5).steps
    assert all(rows[at].x == rows[9 - at].x for at in range(max(0, n - 5), 5) if 9 - at < n)
