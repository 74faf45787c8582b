"""The miniature library built for real: what stands in the site, and what a build promises."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import lay_out

from whatmatters.cli.site import build_site

pytestmark = pytest.mark.build

#: Files that say on which day they were made.
DATED = {"sitemap.xml", "sitemap.xml.gz"}


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site but the dated ones, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and p.name not in DATED}


@pytest.fixture(params=["site", pytest.param("library_site", marks=pytest.mark.library)])
def either(request) -> Path:
    """The miniature library's site and the real one, in turn: for what is promised of all pages."""
    return request.getfixturevalue(request.param)


def test_every_page_has_its_twin(either):
    """What exists in English exists in Welsh at the same address, and the other way round."""
    pages = {p.relative_to(either).as_posix() for p in either.rglob("index.html")}
    welsh = {p.removeprefix("cy/") for p in pages if p.startswith("cy/")}
    english = {p for p in pages if not p.startswith("cy/")}
    assert english == welsh
    assert {"index.html", "stories/index.html", "tags/risk/index.html", "legislation/personal-plan/index.html",
            "questions/supervision/index.html", "tools/exploratory-talk/index.html"} <= english
    own = ({"stories/video-transcripts/two-songs/index.html", "packs/worth-it/index.html"},
           {"stories/video-transcripts/the-file/index.html", "packs/carers/index.html"})
    assert any(pages <= english for pages in own)


def test_every_table_has_a_box_of_its_own(either):
    """In which it scrolls on a narrow screen, and from which it has its look."""
    pages = [path.read_text(encoding="utf-8") for path in either.rglob("index.html")]
    assert sum(page.count("<table") for page in pages) > 10
    assert all(page.count("<table") == page.count('class="wm-table"') for page in pages)


def test_packs_stand_where_the_contract_says(site):
    """Every form in each language, and the cards with both, under the pack's id."""
    names = {p.name for p in (site / "packs/worth-it").iterdir()}
    forms = ("cards-{}.pdf", "cards-large-{}.pdf", "cards-questions-{}.pdf", "facilitator-{}.pdf", "handout-{}.docx",
             "slides-{}.pptx", "booklet-{}.pdf", "cards-fold-{}.pdf", "cards-print-shop-{}.pdf", "{}.zip")
    assert {f"worth-it-{form.format(lang)}" for form in forms for lang in ("en", "cy")} <= names
    assert {"worth-it-cards-bilingual.pdf", "worth-it-cards-bilingual-fold.pdf"} <= names
    # The sheet that every pack's page leads to is no pack's own.
    assert (site / "packs/turning-the-paper.pdf").stat().st_size > 1000


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_mkdocs_alone_builds_the_same_bytes(site, tmp_path, generator):
    """`mkdocs build --strict` in another folder is clean and gives the same site, byte for byte; so does its fork.

    Packs and sheets, in which neither has a hand, are made anew for the first of the two.
    """
    pytest.importorskip(generator, reason="ProperDocs is not installed here: `make test` sets it up")
    root = lay_out(tmp_path / "elsewhere")
    if generator != "mkdocs":
        shutil.copytree(site.parent / ".cache", root / ".cache")
    done = subprocess.run([sys.executable, "-m", generator, "build", "--strict", "--site-dir", "out"], cwd=root,
                          capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    first, second = files(site), files(root / "out")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_no_path_of_the_machine_is_published(either):
    """Nothing in the site names the folder it was built in."""
    here = str(either.parent).encode()
    assert [name for name, data in files(either).items() if here in data] == []


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("stories/magic-moments/the-blue-cup/en.md", "Mrs Pugh drank her", "{!../mkdocs.yml!}", "T06"),
    ("stories/tags.yml", "facets:", "facets", "Y01"),
    ("docs/en/about/privacy.md", "\n## ", "\n[x](nowhere.md)\n\n## ", "nowhere.md"),
    ("docs/en/tools/exploratory-talk.md", "ground-rules.md!}", "gone.md!}", "gone.md"),
], ids=["a story", "the vocabulary", "a dead link", "a missing include"])
def test_a_failed_build_leaves_the_last_good_site(project, capsys, file, old, new, says):
    """Whatever breaks, what was built before stays as it was, and nothing half-made is left beside it."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good one")
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert build_site(project, "site", as_json=False) == 1
    said = capsys.readouterr()
    assert says in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert files(project / "site") == {"index.html": b"the last good one"}
    assert [p.name for p in project.iterdir() if p.name.startswith(".site")] == []


def test_consent_decides_who_sees_a_story(warm_project, capsys):
    """A story whose consent is for the team is in no page, pack or index of a public build, and the summary says why.

    Nor are its packs that lie in the cache.
    """
    project = warm_project
    facts = project / "stories/magic-moments/the-blue-cup/story.yml"
    facts.write_text(facts.read_text().replace("[team, intranet, public]", "[team]"))
    assert build_site(project, "site", as_json=False, audience="public") == 0
    assert "left out the-blue-cup: consent is for team, not for public" in capsys.readouterr().out
    traces = [name for name, data in files(project / "site").items()
              if b"the-blue-cup" in data or b"Mrs Pugh" in data or b"Y cwpan glas" in data]
    assert traces == []
