"""What a build lets go of before its pages are made, and what never comes into its own process."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest
from tests.conftest import TODAY

from whatmatters.build import start_build
from whatmatters.files.memo import forget_all
from whatmatters.files.sources import Document
from whatmatters.library.progress import Unseen
from whatmatters.print import processes
from whatmatters.search import Entry
from whatmatters.search.forms import forms
from whatmatters.search.words import parts


def documents_of_stories() -> int:
    """How many files of facts this process holds, with the line of each part; other tests may have read some too."""
    gc.collect()
    return sum(isinstance(one, Document) and one.path.endswith("/story.yml") for one in gc.get_objects())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are divided on Linux alone")
def test_sheets_are_set_elsewhere_and_sources_are_let_go_of(project, monkeypatch):
    """Typst gives no memory back: each sheet is set in a process that ends with it, and waits in its folder. What files
    held, and their lines, are gone once no rule is applied any more."""
    begun: list[list[object]] = []

    class Pool(ProcessPoolExecutor):
        def submit(self, *given, **named):
            begun[-1].append(given)
            return super().submit(*given, **named)

    def begin(*given, **named):
        begun.append([])
        return Pool(*given, **named)

    monkeypatch.setattr(processes, "ProcessPoolExecutor", begin)
    forget_all()
    before = documents_of_stories()
    library = start_build(project, None, Unseen(), today=TODAY, packs=False).library
    assert [len(given) for given in begun] == [1] * 7
    assert len(list((project / ".cache/whatmatters/year").glob("*.pdf"))) == 6
    assert len(list((project / ".cache/whatmatters/print").glob("*.pdf"))) == 1
    assert (documents_of_stories(), dict(library.as_written)) == (before, {})
    story = next(iter(library.stories.values()))
    assert library.text(f"{story.folder}/en.md") == (project / story.folder / "en.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("thorough", [True, False])
def test_words_are_let_go_of_with_the_index_of_a_language(project, tmp_path, thorough):
    """The next language has others; whoever is writing will want the same ones again."""
    build = start_build(project, None, Unseen(), today=TODAY, packs=False)
    build.entries.append(Entry("en", "a/", "A long walk", "page", "We went for a walk.", "Nothing but walking."))
    build.finish_language("en", tmp_path / "site", thorough=thorough)
    assert [kept.cache_info().currsize > 0 for kept in (forms, parts)] == [not thorough] * 2
    assert (tmp_path / "site/search/en/head.js").is_file()
