"""English in a Welsh text and Welsh in an English one are found, and nothing else is taken for either."""

from __future__ import annotations

import pytest

from tests.check.pages_of import page
from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.check.page_files import read_page_files
from whatmatters.check.passages import page_passages
from whatmatters.check.wrong_language import wrong_language_problems
from whatmatters.language.detection import language_of

CUP = "stories/magic-moments/the-blue-cup"


@pytest.fixture
def told(project):
    """What is said of languages in the project, as file, line, code and whether it is advice."""

    def said() -> list[tuple[str, int, str, bool]]:
        found = check_project(project, TODAY).problems
        return [(p.path.rpartition("/")[2], p.line, p.code, p.advice) for p in found if p.code in ("P30", "P31", "T04")]

    return said


def test_nothing_is_told_of_the_real_library(real):
    """No false alarm on any story, page or shared text."""
    library = real
    assert list(wrong_language_problems(library, read_page_files(library))) == []


def test_each_text_of_the_real_library_would_be_found_in_the_other_place(real):
    """Every story in the other language's file, as a whole and by each of its paragraphs and summaries."""
    for story in real.stories.values():
        for lang, text in story.texts.items():
            # "Is that a no?" says too little to be known by.
            said = [one for one in (text.summary, *text.before, *text.after, *text.questions) if len(one.split()) > 5]
            undecided = [one for one in said if language_of(one) != lang]
            assert len(undecided) <= 1, undecided


def test_one_english_paragraph_in_a_welsh_story(project, told):
    """It is named by its line."""
    path = project / CUP / "cy.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    english = ["", "She asked what the cup was for, and nobody could tell her.", ""]
    path.write_text("\n".join([*lines[:5], *english, *lines[5:]]), encoding="utf-8")
    assert told() == [("cy.md", 7, "P30", False)]


def test_one_english_sentence_in_a_welsh_paragraph_is_advice(project, told):
    """Somebody may say it."""
    path = project / CUP / "cy.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.insert(6, "She asked what the cup was for, and they could not tell her.")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [(code, advice) for _, _, code, advice in told()] == [("P30", True)]


@pytest.mark.parametrize("field", ["title", "summary"])
def test_title_and_summary(project, told, field):
    """Of a Welsh story, in English; on their own lines."""
    path = project / CUP / "cy.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith(field))
    lines[number] = f"{field}: What they would not say to her"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert told() == [("cy.md", number + 1, "P30", False)]


def test_a_title_that_is_the_same_in_both_is_advice_unless_it_is_a_name(project, told):
    """“The blue cup” over a Welsh text was forgotten; “Blodwen” was not."""
    for title, found in (("The blue cup", [("cy.md", 2, "P30", True)]), ("Blodwen", [])):
        for lang in ("en", "cy"):
            path = project / CUP / f"{lang}.md"
            lines = path.read_text(encoding="utf-8").split("\n")
            lines[1] = f"title: {title}"
            path.write_text("\n".join(lines), encoding="utf-8")
        assert told() == found


def test_a_whole_text_is_told_of_once(project, told):
    """English in both files."""
    (project / CUP / "cy.md").write_text(
        (project / CUP / "en.md").read_text(encoding="utf-8").replace("## At the pause", "## Wrth y saib")
        .replace("## Afterwards", "## Wedyn"), encoding="utf-8")
    assert [(file, code) for file, _, code, advice in told() if not advice] == [("cy.md", "P30")]


@pytest.mark.parametrize("headings", ["left", "mended"])
def test_swapped_texts_are_told_of_as_such(project, told, headings):
    """Once, and not passage by passage: with the headings as they were when the files took each other's name, too."""
    en, cy = (project / CUP / f"{lang}.md" for lang in ("en", "cy"))
    english, welsh = en.read_text(encoding="utf-8"), cy.read_text(encoding="utf-8")
    if headings == "mended":
        for here, there in (("## Wrth y saib", "## At the pause"), ("## Wedyn", "## Afterwards")):
            welsh, english = welsh.replace(here, there), english.replace(there, here)
    en.write_text(welsh, encoding="utf-8")
    cy.write_text(english, encoding="utf-8")
    assert told() == [("cy.md", 1, "P31", False)]


def test_the_other_languages_heading(project, told):
    """Over questions in the right language it is the heading; in a text that is English as a whole, the text."""
    cy = project / CUP / "cy.md"
    text = cy.read_text(encoding="utf-8")
    cy.write_text(text.replace("## Wrth y saib", "## At the pause").replace("## Wedyn", "## Afterwards"), encoding="utf-8")
    assert [(file, code) for file, _, code, _ in told()] == [("cy.md", "T04")]
    cy.write_text((project / CUP / "en.md").read_text(encoding="utf-8"), encoding="utf-8")
    assert [(file, code) for file, _, code, _ in told()] == [("cy.md", "P30")]


@pytest.mark.parametrize(("passage", "lang"), [
    ("She asked what the cup was for.", "en"), ("Gofynnodd hi beth oedd y cwpan, ac i bwy.", "cy"),
    # Quotations are somebody else's words.
    ("“What would you do if you were me?” gofynnodd Mair, ac fe gaeodd y drws wedi hynny.", "cy"),
    ("“I don’t know what you would do.”", None), ("‘Where is the one that they had?’", None), ('"Who was it?" meddai.', None),
    # Names and titles show nothing.
    ("Siân, Dafydd, Mr Pugh, Blodwen", None), ("Magic Moments", None), ("Friend not foe", None), ("Radio 3", None),
    # Words that both languages write alike.
    ("Am, a, i, no, so: hi", None), ("", None), ("12", None),
])
def test_the_language_of_a_passage(passage, lang):
    """By its own small words, and by nothing else."""
    assert language_of(passage) == lang


PAGE = """# Teitl y dudalen

Mae'r paragraff hwn yn Gymraeg, ac mae'n iawn.

{english}
"""
ENGLISH = "This is what they would have said to us if they had been asked."


@pytest.mark.parametrize(("english", "found"), [
    (ENGLISH, True), (f"- {ENGLISH}", True), (f"| Gair | {ENGLISH} |", True), (f"## {ENGLISH}", True), (f"> {ENGLISH}", True),
    (f'<span lang="en">{ENGLISH}</span>', False), (f'<div lang="en" markdown>\n\n{ENGLISH}\n\n</div>', False),
    (f"O [{ENGLISH}](https://example.org/) y daw hyn.", False), (f"Ei deitl yw \"{ENGLISH}\".", False), (f"`{ENGLISH}`", False),
    (f"<!-- {ENGLISH} -->", False),
])
def test_english_on_a_welsh_page(english, found):
    """In a paragraph, an item, a cell or a heading; not where it is marked, or the title of a source."""
    one = page(PAGE.format(english=english), "cy")
    assert any(language_of(passage.text) == "en" for passage in page_passages(one)) == found


def test_a_page_is_told_of_by_file_and_line(project):
    """And a Welsh paragraph on an English page as well."""
    for lang, said in (("cy", ENGLISH), ("en", "Dyma'r hyn y bydden nhw wedi ei ddweud wrthon ni.")):
        path = project / "docs" / lang / "about" / "privacy.md"
        path.write_text(path.read_text(encoding="utf-8") + f"\n{said}\n", encoding="utf-8")
    found = [(p.path, p.code, p.advice) for p in check_project(project, TODAY).problems if p.code == "P30"]
    assert found == [("docs/cy/about/privacy.md", "P30", False), ("docs/en/about/privacy.md", "P30", False)]
