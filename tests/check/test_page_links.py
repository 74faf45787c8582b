"""Links between pages lead to a page and to a place on it; principles in the front matter exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.check.front_matter import front_matter_problems
from whatmatters.check.links import link_problems
from whatmatters.language.bilingual import Bilingual
from whatmatters.library.vocabulary import Facet, Tag, Vocabulary

from .pages_of import page, pages

OTHERS = (
    page("## Where {#where}\n\n### Made up\n\n- Why? {#why-1}\n\n{!includes/en/rules.md!}", path="tools/there.md"),
    page("### Our rules {#rules}", path="includes/rules.md"),
    page("Text.", path="about/sources.md"),
    page("Testun.", "cy", path="tools/welsh-only.md"),
)
MADE = frozenset({"docs/en/legislation/personal-plan.md"})

#: A link on docs/en/tools/here.md; the code that comes back, and some of its words.
# fmt: off
LINKS = [
    ("there.md", None, ""),
    ("there.md#where", None, ""),
    ("there.md#why-1", None, ""),
    ("there.md#rules", None, ""),
    ("#own", None, ""),
    ("../about/sources.md", None, ""),
    ("./there.md", None, ""),
    ("../legislation/personal-plan.md#duty", None, ""),
    ("https://example.org/nowhere.md#x", None, ""),
    ("mailto:a@example.org", None, ""),
    ("../assets/images/mark.svg", None, ""),
    ("welsh-only.md", None, ""),
    ("ther.md", "H01", "leads to docs/en/tools/ther.md, which does not exist (did you mean `there.md`?)"),
    ("../abuot/sources.md", "H01", "did you mean `../about/sources.md`?"),
    ("sources.md", "H01", "which does not exist"),
    ("../../../mkdocs.md", "H01", "leads to mkdocs.md"),
    ("there.md#were", "H02", "there is no `#were` on docs/en/tools/there.md (did you mean `where`?)"),
    ("there.md#made-up", "H02", "end a heading there with {#made-up}"),
    ("#elsewhere", "H02", "no `#elsewhere` on docs/en/tools/here.md"),
]
# fmt: on


@pytest.mark.parametrize(("target", "code", "words"), LINKS, ids=[link[0] for link in LINKS])
def test_where_a_link_leads(target, code, words):
    """A link to no page, or to no place on a page, is named with its line; ids made up from words do not count."""
    here = page(f"## Own {{#own}}\n\nA [link]({target}).", path="tools/here.md")
    found = list(link_problems(pages(here, *OTHERS), MADE))
    assert [(p.code, p.path, p.line) for p in found] == ([(code, "docs/en/tools/here.md", 3)] if code else [])
    assert not code or words in f"{found[0].message} ({found[0].mend})"


def test_links_in_included_texts_are_left_out():
    """Where they lead depends on the page that takes them in."""
    assert list(link_problems(pages(page("[a](nowhere.md)", path="includes/a.md")), MADE)) == []


def _vocabulary() -> Vocabulary:
    words = Bilingual(en="A", cy="A")
    facets = tuple(
        Facet(id=facet, label=words, meaning=words, tags=tuple(Tag(id=t, label=words, meaning=words) for t in tags))
        for facet, tags in (("principle", ("quality", "carers")), ("theme", ("risk",)))
    )
    return Vocabulary(facets=facets, collections=(), kinds=(), routes=(), provenances=(), jurisdictions=())


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: A\nprinciple: quality", []),
        ("title: A\nprinciples: [quality, carers]", []),
        ("title: A", []),
        ("title: A\nprinciple: qualty", [(2, "did you mean `quality`?")]),
        ("title: A\nprinciple: risk", [(2, "stories/tags.yml lists them")]),
        ("principles:\n  - quality\n  - carer\n  - what", [(3, "did you mean `carers`?"), (4, "stories/tags.yml")]),
        ("principles: carer", [(1, "did you mean `carers`?")]),
        ("principle: 12", [(1, "no principle `12`")]),
    ],
)
def test_principles_in_the_front_matter(front, expected):
    """A principle that the vocabulary does not hold is named with its line; a tag of another facet is none."""
    found = list(front_matter_problems(_vocabulary(), pages(page("", front=front))))
    assert [(p.code, p.line) for p in found] == [("V01", line) for line, _ in expected]
    assert all(w in f"{p.message} ({p.mend})" for p, (_, w) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        ("docs/en/principles/what-matters.md", "(../about/sources.md)", "(../about/source.md)", "H01", 126),
        ("docs/cy/principles/what-matters.md", "(../about/sources.md)", "(../about/sources.md#law-book)", "H02", 126),
        ("docs/en/principles/what-matters.md", "principle: what-matters", "principle: what-maters", "V01", 4),
    ],
)
def test_the_check_of_a_project_follows_links(project: Path, errors, file, old, new, code, line):
    """The rules are part of `whatmatters check`."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test breaks something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert line in [p.line for p in errors() if (p.path, p.code) == (file, code)]


def test_made_pages_may_be_linked_to(project: Path, errors):
    """A page that the build makes from the library has no file, and a link to it is sound."""
    path = project / "docs/en/principles/what-matters.md"
    text = path.read_text(encoding="utf-8")
    made = (
        "legislation/personal-plan.md",
        "stories/magic-moments/the-blue-cup.md",
        "packs/worth-it.md",
        "tags/risk.md",
    )
    path.write_text(text + "".join(f"\n[a](../{file})\n" for file in made), encoding="utf-8")
    assert [p for p in errors() if p.code == "H01" and p.path.endswith("/what-matters.md") and p.line > 126] == []
