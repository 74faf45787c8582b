"""Our pages, stories, questions and data are in our own words: no eight words in a row are a source's.

The source documents are not part of this repository.
Where they stand beside it the texts are compared with them; elsewhere there is nothing to compare with,
and the comparison itself is tried on made-up texts all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY

SHARED = REPOSITORY.parent / "shared"
#: Where the documents lie, and the accounts by which stories are retold.
SOURCES = ("seeds/*.txt", *(f"facts/{name}.md" for name in ("magic-moments", "film-times", "seed-coverage", "stories")))
RUN = 8
WORD = re.compile(r"[^\W_]+")
#: Stands where a title was; no source holds such a word.
GAP = "\n"

#: What may be said as a source says it: titles of laws and of the sources themselves, and words of a statute.
KEPT = (
    "Social Services and Well-being (Wales) Act 2014",
    "Regulation and Inspection of Social Care (Wales) Act 2016",
    "Regulated Services (Service Providers and Responsible Individuals) (Wales) Regulations 2017",
    "Understanding and Using an Outcomes Approach: One stop shop for people who lead and influence practice"
    " in domiciliary care",
    "How we're turning care-planning on its head",
    "physical and mental health and emotional well-being",  # the 2014 Act, section 2
    # The national well-being outcomes: a public statement, quoted word for word, and credited where it stands.
    "I know and understand what care and support opportunities are available and use these to help me to"
    " achieve my well-being",
    "I can access the right information, when I need it, in the way I want it and use this to manage and"
    " improve my well-being",
    "I am treated with dignity and respect and treat others the same",
    "I speak for myself and contribute to the decisions that affect my life, or have someone who can do it for me",
    "I am healthy and active and do things to keep myself healthy",
    "I am happy and do the things that make me happy",
    "I am safe and protected from abuse and neglect",
    "I am supported to protect the people that matter to me from abuse and neglect",
    "I am informed about how to make my concerns known",
    "I can learn and develop to my full potential",
    "I do the things that matter to me",
    "I contribute to and enjoy safe and healthy relationships",
    "I engage and make a contribution to my community",
    "I contribute towards my social life and can be with the people that I choose",
    "I get the help I need to grow up and be independent",
    "I get care and support through the Welsh language if I want it",
    "I live in a home that best supports me to achieve my well-being",
)


def words(text: str) -> list[str]:
    """Letters and digits, in small letters, with a gap where one of the kept titles stood."""
    said = _said(text)
    for title in KEPT:
        said = said.replace(_said(title), f" {GAP} ")
    return said.strip(" ").split(" ")


def _said(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def runs(text: str) -> set[str]:
    """Every eight words in a row."""
    found = words(text)
    return {" ".join(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def shared(ours: Iterable[str], theirs: Iterable[str]) -> set[str]:
    """Runs that stand in one of our texts and in one of theirs; the gaps of titles stand in neither."""
    return _among(ours, set().union(*map(runs, theirs)))


def _among(ours: Iterable[str], known: set[str]) -> set[str]:
    return {run for text in ours for run in runs(text) if run in known and GAP not in run}


def our_texts() -> dict[str, list[str]]:
    """Every English text by its file: pages, shared texts and stories whole, of data the English wordings."""
    docs, stories = REPOSITORY / "docs", REPOSITORY / "stories"
    markdown = [*(docs / "en").rglob("*.md"), *(docs / "includes" / "en").rglob("*.md"), *stories.glob("*/*/en.md")]
    data = [
        *(docs / "data").rglob("*.yml"),
        stories / "tags.yml",
        *stories.glob("packs/*.yml"),
        *stories.glob("*/*/story.yml"),  # the scenes of its film
    ]
    texts = {path: [path.read_text(encoding="utf-8")] for path in markdown}
    texts |= {path: list(english(yaml.load(path.read_bytes(), yaml.CSafeLoader))) for path in data}
    return {path.relative_to(REPOSITORY).as_posix(): found for path, found in sorted(texts.items())}


def english(data: Any) -> Iterator[str]:
    """The English side of every value that has two."""
    if isinstance(data, dict) and {"en", "cy"} <= data.keys():
        yield str(data["en"])
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from english(value)


THEIRS = "A worker must always ask the person what they would like for tea, and write it down."


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        ("She must always ask the person what they would say.", {"must always ask the person what they would"}),
        ("MUST always — ask the\nperson, what *they* would?", {"must always ask the person what they would"}),
        ("Always ask the person what they would.", set()),
        ("Must always ask the person what they might like for tea.", set()),
        ("", set()),
    ],
)
def test_the_comparison_itself(ours, expected):
    """Eight words in a row are found whatever stands between them; seven are not, nor eight with one changed."""
    assert shared([ours], ["Something else.", THEIRS]) == expected


def test_titles_are_set_aside():
    """The title of a law is the same in every text about it; words around it are compared up to it."""
    law = "Every council has the Social Services and Well-being (Wales) Act 2014 to keep to in all things."
    assert shared([law], [law]) == set()
    longer = law + " That is what this whole page says to you."
    assert "that is what this whole page says to" in shared([longer], [longer])


def test_english_of_data():
    """Of two languages the English counts; what is in no language does not."""
    data = {"a": [{"en": "one", "cy": "un", "icon": "x"}, {"id": "y", "name": {"en": "two", "cy": "dau"}}], "b": 3}
    assert list(english(data)) == ["one", "two"]


def test_there_are_texts_to_compare():
    """Pages, questions, stories and data are all among the texts."""
    texts = our_texts()
    for folder in ("docs/en/principles/", "docs/en/questions/", "docs/includes/en/", "stories/", "docs/data/"):
        assert any("".join(found).strip() for path, found in texts.items() if path.startswith(folder))


def test_every_story_is_compared():
    """Its text, and what it tells of its film."""
    texts = our_texts()
    for folder in (path.parent.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("stories/*/*/story.yml")):
        assert "".join(texts[f"{folder}/en.md"]).strip()
        assert f"{folder}/story.yml" in texts
    assert texts["stories/video-transcripts/the-river-and-the-heron/story.yml"]


def _sources() -> list[str]:
    """The source documents; none where this repository stands alone."""
    paths = sorted(path for pattern in SOURCES for path in SHARED.glob(pattern))
    return [Path(path).read_text(encoding="utf-8", errors="replace") for path in paths]


def test_our_words_are_our_own():
    """No text of ours has eight words in a row with a source document."""
    known = set().union(*map(runs, _sources()))
    found = {path: _among(texts, known) for path, texts in our_texts().items()}
    assert {path: sorted(runs) for path, runs in found.items() if runs} == {}
