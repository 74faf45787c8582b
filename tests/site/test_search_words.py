"""What search says comes with its scripts: in both languages, with an icon for each kind of result."""

from __future__ import annotations

import json

from tests.conftest import mini_library

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.emblem import SET, exists
from whatmatters.site.kind_styles import KIND_ICONS
from whatmatters.site.search_words import FILE, KINDS, WORDINGS, write_search_words


def test_what_search_says_is_there_in_both_languages(tmp_path) -> None:
    """Every wording as the interface has it, and nothing but one assignment, as a page from disk runs it as a script."""
    ui = mini_library().interface
    write_search_words(ui, tmp_path)
    written = (tmp_path / "assets" / FILE).read_text(encoding="utf-8")
    said = json.loads(written.removeprefix("wmSearch.said=").removesuffix(";\n"))
    assert said["words"] == {lang: {name: ui(wording, lang) for name, wording in WORDINGS.items()} for lang in LANGUAGES}
    assert list(said["icons"]) == [*KINDS, "page"]
    assert all(f"kind-{kind}" in WORDINGS for kind in said["icons"])


def test_each_kind_of_result_has_an_icon_of_one_outline() -> None:
    """More than one would be drawn by half."""
    assert all(exists(KIND_ICONS[kind].removeprefix(f"{SET}/")) for kind in KINDS)


def test_no_page_has_it(site) -> None:
    """It weighed a kilobyte and a half on every page, compressed, for those who search on one."""
    for lang in LANGUAGES:
        page = (site / ("" if lang == "en" else lang) / "index.html").read_text(encoding="utf-8")
        assert mini_library().interface("search-near-tags", lang) not in page
        assert "data-wm-search" in page
