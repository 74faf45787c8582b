"""An English page and its Welsh twin: each rule on small pairs, then all of them on a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.check.page_files import Pair
from whatmatters.check.parity import RULES, parity_problems

from .pages_of import page, pages, pair

TWO_ROWS = "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n"
ONE_ROW = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
ONE_COLUMN = "| a |\n| --- |\n| 1 |\n| 3 |\n"

#: What is compared; the English and the Welsh text; the code, the language and line it is put into, and its words.
#: Of each kind: too few in Welsh, too many in Welsh, as many but another one or another order.
# fmt: off
PARTED = [
    ("heading, one fewer", "## A {#a}\n\n## B {#b}", "## A {#a}", "P10", "cy", 1, "headings: 1 here, 2 in docs/en/tools/x.md"),
    ("heading, one more", "## A {#a}", "## A {#a}\n\n## B {#b}", "P10", "en", 1, "nothing here, `## {#b}` there on line 3"),
    ("heading, another order", "## A {#a}\n## B {#b}", "## B {#b}\n## A {#a}", "P10", "cy", 1, "number 1: `## {#b}` here, `## {#a}` there"),
    ("heading, another level", "## A {#a}\n### B {#b}", "## A {#a}\n## B {#b}", "P10", "cy", 2, "`## {#b}` here, `### {#b}` there"),
    ("heading, no anchor", "## A {#a}", "## A", "P10", "cy", 1, "`## without an anchor` here"),
    ("link, one fewer", "[a](a.md)\n[b](b.md)\n[c](c.md)", "[a](a.md)\n[c](c.md)", "P11", "cy", 2, "links: 2 here, 3 in docs/en/tools/x.md; they part at number 2: `c.md` here, `b.md` there on line 2"),
    ("link, one more", "[a](a.md)", "[a](a.md)\n[b](b.md)", "P11", "en", 1, "links: 1 here, 2 in docs/cy/tools/x.md"),
    ("link, elsewhere", "[a](a.md)", "\n[a](b.md)", "P11", "cy", 2, "`b.md` here, `a.md` there on line 1"),
    ("picture, one fewer", "![a](a.svg)", "Testun.", "P12", "cy", 1, "pictures: 0 here, 1 in"),
    ("picture, one more", "Text.", "![a](a.svg)", "P12", "en", 1, "pictures: 0 here, 1 in docs/cy/tools/x.md"),
    ("picture, another", "![a](a.svg)", "![a](b.svg)", "P12", "cy", 1, "`b.svg` here"),
    ("table, one fewer", ONE_ROW + "\n" + TWO_ROWS, ONE_ROW, "P13", "cy", 1, "tables: 1 here, 2 in"),
    ("table, one more", "Text.", ONE_ROW, "P13", "en", 1, "tables: 0 here, 1 in"),
    ("table, a row short", TWO_ROWS, ONE_ROW, "P13", "cy", 1, "`1 row of 2 columns` here, `2 rows of 2 columns` there"),
    ("table, a column short", TWO_ROWS, ONE_COLUMN, "P13", "cy", 1, "`2 rows of 1 column` here"),
    ("table, another order", ONE_ROW + "\n" + TWO_ROWS, TWO_ROWS + "\n" + ONE_ROW, "P13", "cy", 1, "part at number 1"),
    ("list, one fewer", "- a\n\nText.\n\n- b", "- a\n\nTestun.", "P14", "cy", 1, "lists: 1 here, 2 in"),
    ("list, one more", "- a\n\nText.", "- a\n\nTestun.\n\n- b", "P14", "en", 1, "lists: 1 here, 2 in docs/cy"),
    ("list, an item short", "- a\n- b", "- a", "P14", "cy", 1, "`1 item, not numbered` here, `2 items, not numbered` there"),
    ("list, numbered in one", "1. a\n2. b", "- a\n- b", "P14", "cy", 1, "`2 items, not numbered` here, `2 items, numbered` there"),
    ("list, no line above it", "Text:\n\n- a", "Testun:\n- a", "P14", "cy", 1, "a list needs an empty line above it"),
    ("include, missing", "{!includes/en/x.md!}", "Testun.", "P15", "cy", 1, "includes: 0 here, 1 in"),
    ("include, one more", "Text.", "{!includes/cy/x.md!}", "P15", "en", 1, "includes: 0 here, 1 in"),
    ("include, another", "{!includes/en/x.md!}", "{!includes/cy/y.md!}", "P15", "cy", 1, "`includes/*/y.md` here"),
    ("box, missing", "!!! note\n    A", "Testun.", "P16", "cy", 1, "boxes: 0 here, 1 in"),
    ("box, one more", "Text.", "!!! note\n    A", "P16", "en", 1, "boxes: 0 here, 1 in"),
    ("box, another kind", "!!! note\n    A", "!!! warning\n    A", "P16", "cy", 1, "`warning` here, `note` there"),
    ("id, missing", "- a {#a-1}\n- b {#a-2}", "- a {#a-1}\n- b", "P17", "cy", 1, "ids: 1 here, 2 in"),
    ("id, one more", "- a", "- a {#a-1}", "P17", "en", 1, "ids: 0 here, 1 in"),
    ("id, another order", "- a {#a-1}\n- b {#a-2}", "- b {#a-2}\n- a {#a-1}", "P17", "cy", 1, "`a-2` here, `a-1` there"),
    ("mark, missing", "<!-- stories -->", "Testun.", "P18", "cy", 1, "marks: 0 here, 1 in"),
    ("mark, one more", "Text.", "<!-- stories -->", "P18", "en", 1, "marks: 0 here, 1 in"),
    ("mark, another order", "<!-- law -->\n\n<!-- stories -->", "<!-- stories -->\n\n<!-- law -->", "P18", "cy", 1, "`stories` here, `law` there"),
]
# fmt: on

#: Pairs that say the same in both languages, however different they look.
# fmt: off
LEVEL = [
    ("nothing", "", ""),
    ("words", "One line.\nAnother one.\n\nAnd a third.", "Un llinell.\n\nUn arall."),
    ("headings", "## What it is {#what}\n\n### Five {#five}", "## Beth yw hyn {#what}\n\n### Pump {#five}"),
    ("links to the same page", "[a](../x.md) [b](https://www.gov.wales/a)", "[c](../x.md) [d](https://www.llyw.cymru/ch)"),
    ("pictures with names in each language", "![a](j-en.svg)", "![b](j-cy.svg)"),
    ("tables", TWO_ROWS, "| ch | dd |\n|:---|---:|\n| 1 | 2 |\n| 3 | 4 |"),
    ("lists", "- a\n- b\n\n1. c", "* a\n* b\n\n1) c"),
    ("includes", "{!includes/en/x.md!}", "{! includes/cy/x.md !}"),
    ("boxes", '!!! note "A"\n    B', '!!! note "C"\n    Ch'),
    ("ids and marks", "- a? {#a-1}\n\n<!-- law -->", "- b? {#a-1}\n\n<!-- law -->"),
    ("a remark in one language", "Text.", "<!-- I'r darllenydd: gwiriwch hyn. -->\nTestun."),
]
# fmt: on


@pytest.mark.parametrize(("name", "en", "cy", "code", "lang", "line", "words"), PARTED, ids=[p[0] for p in PARTED])
def test_where_two_pages_part(name, en, cy, code, lang, line, words):
    """Each difference is one problem of the rule that looks for it, in the file that lacks something, at its line."""
    found = [p for p in parity_problems(pages(page(en, "en"), page(cy, "cy"))) if p.code == code]
    assert [(p.path, p.line, p.advice) for p in found] == [(f"docs/{lang}/tools/x.md", line, False)]
    assert words in f"{found[0].message} ({found[0].mend})"


@pytest.mark.parametrize(("name", "en", "cy"), LEVEL, ids=[p[0] for p in LEVEL])
def test_pages_that_are_level(name, en, cy):
    """No rule complains of pages that have the same parts."""
    assert [str(problem) for rule in RULES for problem in rule(pair(en, cy))] == []


@pytest.mark.parametrize(
    ("en", "cy", "words"),
    [
        ("principle: quality", "principle: carers", "`principle` is `carers` here, `quality` in docs/en/tools/x.md"),
        ("principle: quality", "title: A", "`principle` is missing here"),
        ("principles: [a, b]", "principles: [b, a]", "`principles` is"),
        ("principle: quality", "principle: quality", None),
        ("title: A", "title: B", None),
    ],
)
def test_ids_in_the_front_matter(en, cy, words):
    """Ids in the front matter are the same in both languages; words are not."""
    found = list(parity_problems(pages(page("", "en", front=en), page("", "cy", front=cy))))
    assert [p.code for p in found] == ([] if words is None else ["P19"])
    assert words is None or words in found[0].message


def test_a_page_without_a_twin_is_for_another_rule():
    """Parity says nothing of a page that stands in one language."""
    assert list(parity_problems(pages(page("## A {#a}", "en")))) == []


def test_every_rule_finds_its_own_code():
    """No two rules share a code: each text above is found by exactly one of them."""
    by_code = {p[3]: Pair(page(p[1], "en"), page(p[2], "cy")) for p in PARTED}
    for code, twins in by_code.items():
        assert [rule for rule in RULES if code in [p.code for p in rule(twins)]] != []
    assert len(by_code) == len(RULES) - 1, "the front matter has a test of its own"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("docs/cy/principles/what-matters.md", "{#five-stages}", "{#pum-cam}", "P10"),
        ("docs/cy/principles/what-matters.md", "](../about/sources.md)", "](../about/privacy.md)", "P11"),
        ("docs/cy/principles/what-matters.md", "<!-- law -->\n", "", "P18"),
        ("docs/cy/principles/what-matters.md", "principle: what-matters", "principle: quality", "P19"),
        ("docs/en/about/sources.md", "- Question banks are new.", "Question banks are new.", "P14"),
        ("docs/cy/includes/../../includes/cy/ground-rules.md", "\n- ", "\n- Un arall.\n- ", "P14"),
    ],
)
def test_the_check_of_a_project_compares(project: Path, errors, file, old, new, code):
    """The rules are part of `whatmatters check`, for pages and for the texts that they include."""
    path = (project / file).resolve()
    before = {str(p) for p in errors() if p.code == code}
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test breaks something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert {str(p) for p in errors() if p.code == code} - before
