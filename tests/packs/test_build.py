"""Making packs: the same bytes every time, nothing made twice, nothing half written."""

from __future__ import annotations

import os
import shutil
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.packs.conftest import with_text
from whatmatters.library.pack_forms import FORMS
from whatmatters.messages.problem import LibraryError
from whatmatters.packs import PackFile, build_packs
from whatmatters.packs import cache as cache_module
from whatmatters.packs.build import TOGETHER, WRITTEN_HERE
from whatmatters.packs.cache import write


class Told:
    """What a build tells of its progress."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.steps = 0

    def stage(self, name: str, total: int = 0) -> None:
        self.stages.append(f"{name} ({total})")

    def step(self) -> None:
        self.steps += 1


@dataclass(frozen=True)
class First:
    """A first build."""

    folder: Path
    files: tuple[PackFile, ...]
    told: Told


@pytest.fixture(scope="module")
def first(library, tmp_path_factory) -> First:
    """All files of the library's pack, made once. Nothing may be changed in their folder."""
    folder, told = tmp_path_factory.mktemp("first") / "cache", Told()
    return First(folder, build_packs(library, folder, progress=told), told)


@pytest.fixture
def again(first, tmp_path) -> Path:
    """A folder of one's own with what a first build has left there."""
    return shutil.copytree(first.folder, tmp_path / "again")


def test_each_form_is_made_in_one_way():
    """It is printed, written or zipped: one that is in no list would not be made."""
    ways = [*(form for forms in TOGETHER for form in forms), *WRITTEN_HERE, "zip"]
    assert sorted(ways) == sorted(FORMS)


@pytest.mark.typeset
def test_what_was_set_before_makes_no_difference(library, first, cache):
    """A file whose cards were set for another form just before has the bytes of one that is made alone."""
    (alone,) = build_packs(library, cache, forms=["cards-fold"], langs=["cy"])
    (among,) = (file for file in first.files if file.name == alone.name)
    assert alone.sha256 == among.sha256


@pytest.mark.typeset
def test_names_languages_and_forms(library, first):
    """Every form in two languages for each recipe, and two files with both, named as the site's contract says."""
    files = first.files
    pack = next(iter(library.recipes))
    assert [(f.name, f.lang) for f in files] == [
        (f"{pack}-cards-bilingual.pdf", None),
        (f"{pack}-cards-bilingual-fold.pdf", None),
        *(
            (f"{pack}-{name}", lang)
            for lang in ("en", "cy")
            for name in (
                f"cards-{lang}.pdf",
                f"cards-large-{lang}.pdf",
                f"cards-questions-{lang}.pdf",
                f"facilitator-{lang}.pdf",
                f"handout-{lang}.docx",
                f"slides-{lang}.pptx",
                f"booklet-{lang}.pdf",
                f"cards-fold-{lang}.pdf",
                f"cards-print-shop-{lang}.pdf",
                f"{lang}.zip",
            )
        ),
    ]
    assert {f.form for f in files if f.pages is None} == {"handout", "zip"}
    assert all(f.pack == pack and f.path.parent == first.folder and f.bytes == f.path.stat().st_size for f in files)


def test_the_same_input_gives_the_same_bytes(library, first, tmp_path):
    one = first.files
    two = build_packs(library, tmp_path / "two")
    assert [f.path.read_bytes() for f in one] == [f.path.read_bytes() for f in two]
    assert [f.path.name for f in one] == [f.path.name for f in two]


@pytest.mark.typeset
def test_what_has_not_changed_is_not_made_again(library, first):
    """The second time nothing is told of, and no file is touched."""
    assert first.told.stages == ["Making the files of the packs (22)"]
    assert first.told.steps == len(first.files) == 22
    times = {f.path: f.path.stat().st_mtime_ns for f in first.files}
    told = Told()
    again = build_packs(library, first.folder, progress=told)
    assert (told.stages, told.steps) == ([], 0)
    assert again == first.files
    assert {f.path: f.path.stat().st_mtime_ns for f in again} == times


@pytest.mark.typeset
def test_a_changed_word_makes_the_pack_again(library, again):
    """And what is no longer wanted is removed, but only from this folder's own files."""
    before = {f.path for f in build_packs(library, again)}
    (again / "mine.txt").write_text("not a pack")
    story_id = sorted(library.stories)[0]
    after = {f.path for f in build_packs(with_text(library, story_id, "cy", title="Teitl arall"), again)}
    assert not before & after
    assert {p.name for p in again.iterdir()} == {p.name for p in after} | {"mine.txt", "kept.json"}


@pytest.mark.typeset
def test_some_alone(library, again):
    """One form in one language leaves all the others where they are."""
    everything = build_packs(library, again)
    (only,) = build_packs(library, again, packs=list(library.recipes), forms=["cards"], langs=["cy"])
    assert only == next(f for f in everything if f.name.endswith("-cards-cy.pdf"))
    assert all(f.path.exists() for f in everything)
    with pytest.raises(KeyError):
        build_packs(library, again, packs=["no-such-pack"])


def test_a_zip_alone_brings_what_goes_into_it(library, cache):
    """Asked for by itself, it is whole, and it is the only file that comes back."""
    (zipped,) = build_packs(library, cache, forms=["zip"], langs=["cy"])
    pack = next(iter(library.recipes))
    with zipfile.ZipFile(zipped.path) as read:
        assert read.testzip() is None
        assert sorted(read.namelist()) == sorted(
            f"{pack}-{name}"
            for name in (
                "booklet-cy.pdf",
                "cards-bilingual-fold.pdf",
                "cards-bilingual.pdf",
                "cards-cy.pdf",
                "cards-fold-cy.pdf",
                "cards-large-cy.pdf",
                "cards-print-shop-cy.pdf",
                "cards-questions-cy.pdf",
                "facilitator-cy.pdf",
                "handout-cy.docx",
                "slides-cy.pptx",
            )
        )
        dates = {entry.date_time for entry in read.infolist()}
    day = max(c.story.facts.consent.reviewed for c in library.chosen[pack])
    assert dates == {(day.year, day.month, day.day, 0, 0, 0)}


def test_cards_with_both_languages_belong_to_each(library, cache):
    files = build_packs(library, cache, forms=["cards-bilingual"], langs=["cy"])
    assert [f.lang for f in files] == [None]


def test_a_card_that_does_not_fit_stops_the_pack(library, cache):
    """With the story's own file, and nothing left behind that could be taken for a pack."""
    story_id = sorted(library.stories)[0]
    long = with_text(library, story_id, "en", before=("A word after a word after a word. " * 80,))
    with pytest.raises(LibraryError) as caught:
        build_packs(long, cache, forms=["cards"])
    assert {(p.code, p.path) for p in caught.value.problems} == {("C01", f"{library.stories[story_id].folder}/en.md")}
    assert not list(cache.glob("*-cards-en-*.pdf"))


def test_a_site_address_that_is_too_long_is_told_of(library, cache):
    with pytest.raises(LibraryError, match=r"C04 .*shorten the id, or the address of the site"):
        build_packs(library, cache, site_url="https://" + "very-long." * 12 + "example.wales/")


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    """Written beside, then renamed: a full disk or a stop in the middle leaves what was there."""
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write(target, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["x.pdf"]
    assert target.read_bytes() == b"old"


def test_other_code_makes_everything_again(library, cache, monkeypatch):
    """The key holds the code, so that no old look survives in a cache."""
    before = {f.path for f in build_packs(library, cache, forms=["cards"])}
    monkeypatch.setattr(cache_module, "code_digest", lambda: "another")
    assert not before & {f.path for f in build_packs(library, cache, forms=["cards"])}


def test_version_is_the_newest_review_and_a_hash_of_what_is_said(library):
    from whatmatters.deck.pack_description import describe

    recipe = next(iter(library.recipes.values()))
    pack = describe(library, recipe, "en")
    day, mark = pack.version.split()
    assert day == max(c.story.facts.consent.reviewed for c in library.chosen[recipe.id]).isoformat()
    assert len(mark) == 8
    assert replace(pack, purpose="Another").version != pack.version
    assert describe(library, recipe, "en").version == pack.version
    assert describe(library, recipe, "en", "https://care.example.wales").version != pack.version
