"""No English sentence stands in anything Welsh, but where it is marked as English or is the title of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
import yaml

from tests.conftest import REPOSITORY
from whatmatters.library.library import Library
from whatmatters.library.story import HEADINGS
from whatmatters.packs import PackFile, build_packs

from . import outputs
from .english import English
from .spelling import dictionary

#: English that stands on Welsh pages by right.
KEPT = (
    "make check",  # a command, which is typed as it stands
    "We cannot find this page",  # the title of the one page that both languages share
)
#: The files of a pack with all that a pack says; the other sheets say the same words on other paper.
FORMS = ("cards", "facilitator", "handout", "slides")


@pytest.fixture(scope="module")
def english() -> English:
    return English(dictionary())


@pytest.fixture(scope="module")
def titles() -> re.Pattern[str]:
    """Titles and publishers of real sources and films, versions, and addresses, whatever the lines that they stand on."""
    stories = sorted((REPOSITORY / "stories").glob("*/*/story.yml"))
    facts = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in stories]
    said = {
        source[field]
        for one in facts
        for source in (one.get("source") or {}, one.get("film") or {})
        if source.get("how_it_reached_us") != "invented"
        for field in ("title", "publisher")
        if isinstance(source.get(field), str)  # One in both languages is ours.
    }
    words = [
        re.escape(one).replace(r"\ ", r"\s+").replace(r"\-", r"-?\s*") for one in sorted(said, key=len, reverse=True)
    ]
    # Of a version (2026-11-29 be9add3f) the letters may happen to be words.
    return re.compile("|".join([*words, r"\d{4}-\d\d-\d\d [0-9a-f]{8}", r"\b[\w-]+/[\w/#.-]*"]))


@pytest.fixture(scope="module")
def packs(real: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[PackFile, ...]:
    """The Welsh files of every pack of the real library."""
    return build_packs(real, tmp_path_factory.mktemp("packs"), langs=["cy"], forms=FORMS)


def _found(
    english: English, texts: Iterable[tuple[str, str]], allowed: re.Pattern[str] | None = None
) -> dict[str, str]:
    """English runs with one place where each stands."""
    return {run: place for place, text in texts for run in english.runs(allowed.sub(" | ", text) if allowed else text)}


@pytest.mark.build
def test_pages(english, library_site, said):
    """All Welsh pages and the one that is shown where there is none: text, titles, descriptions, labels, words for scripts."""
    assert len([*(library_site / "cy").rglob("*.html")]) > 200
    texts = [(page, text) for lang in ("cy", "none") for runs in said[lang].values() for text, page in runs.get("cy", {}).items()]
    assert len({page for page, _ in texts}) > 200
    assert "404.html" in said["none"]["runs"]["cy"].values()
    assert _found(english, texts, re.compile("|".join(KEPT))) == {}


@pytest.mark.build
def test_data_for_scripts(english, titles, library_site):
    """Stories, questions and words that Welsh pages load when they need them."""
    files = sorted((library_site / "assets/data/cy").rglob("*.js"))
    assert len(files) > 40
    data = [(file.name, file.read_text(encoding="utf-8")) for file in files]
    # The form Add a story has both languages in one file, a line a piece.
    for file in (library_site / "assets/data/both").glob("*.js"):
        lines = file.read_text(encoding="utf-8").split("\n")
        data += [(file.name, f"{line}\n") for line in lines if '("cy",' in line[:20]]
    texts = ((name, text) for name, script in data for text in outputs.of_data(script))
    assert _found(english, texts, titles) == {}


def test_scripts(english):
    """Scripts serve both languages, so no sentence stands in them: they say what a page or its data holds."""
    files = sorted((REPOSITORY / "docs/assets/js").glob("*.js"))
    assert len(files) > 20
    assert (
        _found(
            english,
            ((file.name, text) for file in files for text in outputs.of_script(file.read_text(encoding="utf-8"))),
            # What stands over the questions in a story's English file.
            re.compile("|".join(heading["en"] for heading in HEADINGS.values())),
        )
        == {}
    )


def test_pdf_files(english, titles, packs):
    """Cards and facilitators' sheets of every pack, with the titles of their files."""
    files = [file for file in packs if file.path.suffix == ".pdf"]
    assert len(files) > 20
    assert _found(english, ((file.name, outputs.of_pdf(file.path)) for file in files), titles) == {}


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_word_files_and_slides(english, titles, packs, suffix):
    """Handouts and slides with their notes, descriptions and properties; what they mark as English is a title of a source."""
    runs = [(file.name, run) for file in packs if file.path.suffix == suffix for run in outputs.of_office(file.path)]
    assert len(runs) > 1000
    assert {run.lang for _, run in runs} == {"cy-GB", "en-GB"}
    assert _found(english, ((name, run.text) for name, run in runs if run.lang == "cy-GB")) == {}
    assert _found(english, ((name, run.text) for name, run in runs if run.lang == "en-GB"), titles) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This page is a draft.", True),
        ("Print the cards", True),
        ("Found in English", True),
        ("We will try", True),
        ("Mae'r dudalen hon yn ddrafft. Stop here and talk about it.", True),
        ("Mae'r dudalen hon yn ddrafft.", False),
        ("a the, a'i dad a'i mam", False),
        ("Dyma'r gof, a'r of hefyd.", False),
        ("Gofal Cymdeithasol Cymru (Social Care Wales)", False),
        ("Mrs Pugh, Mr Prosser a Glenys Roberts", False),
        ("", False),
    ],
)
def test_the_detector(english, text, found):
    """A sentence or a label is found, names and Welsh words that look English are not."""
    assert bool(list(english.runs(text))) is found


@pytest.mark.parametrize(
    ("page", "runs"),
    [
        (
            '<p lang="cy">Un <b>dau</b> <span lang="en">three</span> pedwar</p>',
            [("Un dau ", "cy"), ("three", "en"), (" pedwar", "cy")],
        ),
        ('<div lang="cy"><p>Un</p>dau<p>tri</p></div>', [("Un", "cy"), ("dau", "cy"), ("tri", "cy")]),
        (
            '<div lang="cy"><img alt="llun" src="x"><a title="dolen" data-name-en="one two">y</a><code>z</code></div>',
            [("llun", "cy"), ("dolen", "cy"), ("one two", "en"), ("y", "cy")],
        ),
        (
            '<html lang="cy"><body><script type="application/json">{"en": "one", "cy": ["un"]}</script></body></html>',
            [("un", "cy")],
        ),
    ],
)
def test_the_reader_of_pages(page, runs):
    """Text is read by blocks, each run in the language that it is marked as, with attributes and words for scripts."""
    read = outputs.Page(page.encode())
    assert [(run.text, run.lang) for run in (*read.runs, *read.for_scripts) if run.text.strip()] == runs
