"""The miniature library built for real before and after a withdrawal: nothing of the story is left in any artefact."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import one_worker
from whatmatters.cli.main import app
from whatmatters.cli.site import build_site
from whatmatters.library.story_root import further_roots, own_root
from whatmatters.tracing.ledger import read_ledger
from whatmatters.tracing.unpack import Piece

from .conftest import make_copy, make_root, pieces

pytestmark = pytest.mark.build

STONES = {"stories/magic-moments/the-blue-cup/index.html", "cy/stories/magic-moments/the-blue-cup/index.html"}
#: Its id has the words of its title: the page that says that it was withdrawn is no trace of it.
COPY = "the-mug-on-the-sill"
STONES_OF_COPY = {f"{lang}stories/practice-examples/{COPY}/index.html" for lang in ("", "cy/")}
#: Words of the story, and of a private root's, that stand nowhere else.
TELLTALE = ("pugh", "cwpan glas", "blue cup", "miss prosser", "jar-of-buttons", "jar of buttons", "jar o fotymau", "ty-coch")


@dataclass(frozen=True)
class After:
    """A project after a withdrawal, built for everyone."""

    root: Path
    summary: str
    copy: dict[str, Any]
    """While a copy of the story was there still: `withdrawal` is what was said then, `code` and `trace` what a trace of the story."""

    @property
    def site(self) -> Path:
        return self.root / "site"


def run(*words: str) -> int:
    try:
        app([*words])
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("the command did not end")


def answered(*words: str) -> tuple[int, dict[str, Any]]:
    """Exit code of the command, and what it answers a program."""
    with redirect_stdout(io.StringIO()) as out:
        code = run(*words, "--json")
    return code, json.loads(out.getvalue())


@pytest.fixture(scope="session")
def after(site: Path, tmp_path_factory: pytest.TempPathFactory) -> After:
    """The project of the miniature site, its story withdrawn and then a copy of it, its cache as warm as before, a private
    root beside it."""
    with one_worker(tmp_path_factory, "withdrawn") as folder:
        root, summary, copy = folder / "project", folder / "summary.txt", folder / "copy.json"
        if not summary.exists():
            shutil.rmtree(root, ignore_errors=True)
            shutil.rmtree(folder / "ours", ignore_errors=True)
            shutil.copytree(site.parent, root, ignore=shutil.ignore_patterns("site"))
            copy.write_text(json.dumps(withdrawn_but_for_a_copy(root)), encoding="utf-8")
            summary.write_text(withdrawn_and_built(site, root), encoding="utf-8")
    return After(root, summary.read_text(encoding="utf-8"), json.loads(copy.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def traced(after: After) -> tuple[int, dict[str, Any]]:
    """Exit code and answer of a trace of the story in that project."""
    return answered("trace", "the-blue-cup", "--root", str(after.root))


def withdrawn_but_for_a_copy(root: Path) -> dict[str, Any]:
    """Withdraws the story of the project at `root`, where a copy of it stays; what is said, and what is found in the site."""
    make_copy(root / "stories", "practice-examples", COPY)
    code, withdrawal = answered("withdraw", "the-blue-cup", "--on", "2026-11-20", "--root", str(root))
    assert code == 0
    assert build_site(root, "site", as_json=False, packs=False) == 0
    code, found = answered("trace", "the-blue-cup", "--root", str(root))
    return {"withdrawal": withdrawal, "code": code, "trace": found}


def withdrawn_and_built(site: Path, root: Path) -> str:
    """Withdraws the copy too, and says what the build says."""
    assert run("withdraw", COPY, "--root", str(root)) == 0
    shutil.copytree(site.parent / ".cache", root / ".cache", dirs_exist_ok=True)
    assert any("Pugh" in text for text in said(root / ".cache"))
    private = make_root(root.parent / "ours")
    with redirect_stdout(io.StringIO()) as out:
        assert build_site(root, "site", as_json=False, roots=further_roots(root, str(private))) == 0
    return out.getvalue()


def telltale(texts: list[str]) -> list[str]:
    """What of the story's words stands in each of the texts."""
    return [word for text in map(str.lower, texts) for word in TELLTALE if word in text]


def said(folder: Path) -> list[str]:
    """Everything that every file of a folder says, unpacked, and the files' names."""
    texts = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        found = [p for p in pieces(name, path.read_bytes()) if isinstance(p, Piece)]
        texts += ["" if name in STONES else name, *(" ".join(p.lines) + ("" if name in STONES else p.raw) for p in found)]
    return texts


def test_a_living_story_is_found_in_every_artefact(site):
    """Pages, lists, packs in every form and both languages, the search index, the data of scripts: exit code 0."""
    code, answer = answered("trace", "the-blue-cup", "--root", str(site.parent))
    assert (code, answer["withdrawn_on"], answer["closed"]) == (0, None, [])
    files = {find["file"] for find in answer["finds"] if find["what"] == "words"}
    forms = ("cards-{}.pdf", "cards-large-{}.pdf", "cards-questions-{}.pdf", "facilitator-{}.pdf", "handout-{}.docx",
             "slides-{}.pptx", "booklet-{}.pdf", "cards-fold-{}.pdf", "cards-print-shop-{}.pdf", "{}.zip")
    expected = {f"packs/worth-it/worth-it-{form.format(lang)}" for form in forms for lang in ("en", "cy")}
    expected |= {f"assets/data/{lang}/story-the-blue-cup.js" for lang in ("en", "cy")}
    expected |= {f"{lang}tags/dementia/index.html" for lang in ("", "cy/")}
    assert expected | {f"packs/worth-it/worth-it-{form}.pdf" for form in ("cards-bilingual", "cards-bilingual-fold")} <= files
    assert any(file.startswith("search/cy/") for file in files)
    assert any(file.startswith("search/en/") for file in files)


def test_every_printed_pack_that_held_it_is_listed(site, after, tmp_path):
    """By the version that stands on its sheets, so that it can be called back; withdrawing takes nothing off the list."""
    code, answer = answered("trace", "the-blue-cup", "--root", str(after.root), "--site", str(tmp_path))
    assert code == 0
    before = {e.version for e in read_ledger(own_root(site.parent))}
    assert {p["version"] for p in answer["printed"]} == before
    assert [(p["pack"], p["lang"]) for p in answer["printed"]] == [("worth-it", lang) for lang in ("cy", "cy+en", "en")]
    foot = "\n".join(
        line
        for part in pieces("x.pdf", (site / "packs/worth-it/worth-it-cards-en.pdf").read_bytes())
        for line in part.lines
    )
    # Nothing of a version is broken off at the end of a line.
    version = answer["printed"][2]["version"].replace(" ", "\u00a0")
    assert f"the-blue-cup · worth-it · {version}" in foot


def test_nothing_is_left_of_a_withdrawn_story(after, traced):
    """Not in a page, a list, a pack, a slide, a document, a zip, the search, or a script, in either language."""
    code, answer = traced
    assert (code, answer["finds"], answer["closed"]) == (0, [], [])
    assert answer["withdrawn_on"] == "2026-11-20"
    texts = said(after.site)
    assert telltale(texts) == []
    assert not any("They asked us" in text for text in texts)


def test_the_cache_is_cleaned_too(after):
    """Files of older packs lay in the cache before the build; none of them is there after it."""
    assert telltale(said(after.root / ".cache")) == []


@pytest.mark.parametrize(("stone", "title", "day"), [
    (min(STONES), "Mae'r stori hon wedi'i thynnu'n ôl", "20 Tachwedd 2026"),
    (max(STONES), "This story has been withdrawn", "20 November 2026"),
])
def test_the_old_address_explains_itself(after, stone, title, day):
    """Id and date in the page's language, a way on, and no invitation to search engines."""
    page = (after.site / stone).read_text(encoding="utf-8")
    assert title in page.replace("&#39;", "'")
    assert f'<time datetime="2026-11-20">{day}</time>' in page
    assert "the-blue-cup</dd>" in page
    assert '<meta name="robots" content="noindex">' in page


def test_no_list_knows_the_old_address(after):
    """Neither the sitemap nor a page nor the search leads there."""
    for path in after.site.rglob("*"):
        if path.is_file() and path.relative_to(after.site).as_posix() not in STONES:
            assert b"the-blue-cup" not in path.read_bytes(), path


def test_the_sitemap_lists_every_other_page_with_its_twin(after):
    """What is left out is left out alone."""
    sitemap = (after.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "stories/video-transcripts/two-songs/" in sitemap
    assert 'hreflang="cy" href="cy/stories/video-transcripts/two-songs/"' in sitemap
    kept_out = {*STONES, *STONES_OF_COPY, "packs/build/index.html", "cy/packs/build/index.html"}  # An old address, which leads on.
    pages = [p for p in after.site.rglob("index.html") if p.relative_to(after.site).as_posix() not in kept_out]
    assert sitemap.count("<loc>") == len(pages)


def test_the_summary_says_what_was_left_out(after):
    """A line for the story, and one for the private root that names none of its stories."""
    assert "left out the-blue-cup: withdrawn on 2026-11-20; a page at its old address says so" in after.summary
    assert "left out ty-coch: this story root is for team, not for public: 1 story" in after.summary
    assert "jar-of-buttons" not in after.summary


def test_a_trace_that_is_left_is_found(after, tmp_path):
    """Exit code 1, with the file and the place, in whatever somebody left lying in the site."""
    left = tmp_path / "site"
    left.mkdir()
    with zipfile.ZipFile(left / "old.zip", "w") as out:
        out.writestr("notes.txt", "She would drink from one cup only, and it was chipped.")
    (left / "page.html").write_text("<h2>Y cwpan glas</h2>")
    code, answer = answered("trace", "the-blue-cup", "--root", str(after.root), "--site", str(left))
    assert code == 1
    assert [(f["file"], f["place"], f["what"]) for f in answer["finds"]] == [
        ("old.zip", "notes.txt", "words"), ("page.html", "", "title"),
    ]


@pytest.mark.parametrize(("words", "says"), [
    (("the-blu-cup",), "did you mean `the-blue-cup`?"),
    (("quite-another",), "there is no story `quite-another`"),
    (("two-songs", "--site", "no-such-folder"), "there is no site in no-such-folder"),
])
def test_called_wrongly(after, capsys, words, says):
    """Code 2, and the nearest id is suggested, of withdrawn stories too."""
    assert run("trace", *words, "--root", str(after.root)) == 2
    assert says in capsys.readouterr().err


def test_a_copy_does_not_outlive_the_story(after, traced):
    """A folder that was copied under another id and title is named, found in the site, and gone when it is withdrawn too."""
    assert [copy["id"] for copy in after.copy["withdrawal"]["copies"]] == [COPY]
    answer = after.copy["trace"]
    assert (after.copy["code"], answer["copies"]) == (1, [COPY])
    assert {find["file"] for find in answer["finds"] if find["what"] == "words"} >= STONES_OF_COPY
    code, answer = traced
    assert (code, answer["finds"], answer["copies"]) == (0, [], [])
    code, answer = answered("trace", COPY, "--root", str(after.root))
    assert (code, answer["finds"]) == (0, [])
