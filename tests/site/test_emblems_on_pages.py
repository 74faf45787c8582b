"""Emblems on the pages of a site: beside the title, and nothing to those who listen."""

from __future__ import annotations

import re

from lxml import html
from tests.conftest import mini_library

from whatmatters.deck.kinds import KINDS
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.emblem import emblem_of, outline
from whatmatters.site.emblems import FILE, FOLDER, emblems_svg, write_emblems

STORY = "stories/magic-moments/the-blue-cup/"


def pictures(site, path: str, lang: str) -> list:
    """What stands on a page as an emblem."""
    page = html.parse(str(site / ("" if lang == "en" else lang) / path / "index.html"))
    return page.xpath("//*[contains(concat(' ', @class, ' '), ' wm-emblem ')]")


def test_the_picture_of_all_shows_each_by_its_story() -> None:
    """One outline a story, in the order of their ids: the same library makes the same bytes."""
    library = mini_library()
    made = emblems_svg(library)
    assert re.findall(r'<path id="([^"]+)"', made) == sorted(library.stories)
    for story_id, story in library.stories.items():
        assert f'<path id="{story_id}" d="{outline(emblem_of(story))}"/>' in made
    assert f"fill:{KINDS['story'].colour}" in made
    assert made == emblems_svg(library)


def test_the_site_has_it(site) -> None:
    """Beside the data that pages read."""
    assert 'id="the-blue-cup"' in (site / "assets" / FILE).read_text(encoding="utf-8")


def test_each_has_a_file_of_its_own(tmp_path) -> None:
    """For a page that shows one, of which only the date tells which; a story that has gone leaves none behind."""
    library = mini_library()
    folder = tmp_path / "assets" / FOLDER
    folder.mkdir(parents=True)
    (folder / "gone-since.svg").write_text("")
    write_emblems(library, tmp_path)
    assert {path.stem for path in folder.iterdir()} == set(library.stories)
    for story_id, story in library.stories.items():
        assert f' d="{outline(emblem_of(story))}"' in (folder / f"{story_id}.svg").read_text(encoding="utf-8")


def test_the_home_page_shows_one_by_its_file(site) -> None:
    """Not by the picture of all, which is thirty times as large."""
    for lang in LANGUAGES:
        (one,) = pictures(site, "", lang)
        home = site / ("" if lang == "en" else lang)
        shown = (home / one.get("src")).resolve()
        assert shown.is_relative_to((site / "assets" / FOLDER).resolve())
        assert shown.is_file()


def test_it_stands_beside_the_title_and_says_nothing(site) -> None:
    """On a story's page, its session (the head of page and leader's sheet, the slide), and lists, in both languages."""
    for lang in LANGUAGES:
        for path, many in ((STORY, 1), (f"{STORY}session/", 2), ("stories/magic-moments/", 1), ("stories/", 3)):
            found = pictures(site, path, lang)
            assert len(found) == many, (lang, path)
            for one in found:
                assert one.tag == "svg"
                assert one.get("aria-hidden") == "true"
                assert one.text_content().strip() == ""


def test_a_long_list_names_its_pictures(library_site) -> None:
    """From the one file of all, with an empty alternative, and only when they come into sight."""
    for lang in LANGUAGES:
        found = pictures(library_site, "stories/", lang)
        assert len(found) > 50
        up = "../" if lang == "en" else "../../"
        for one in found:
            assert (one.tag, one.get("alt"), one.get("loading")) == ("img", "", "lazy")
            assert one.get("src").startswith(f"{up}assets/{FILE}#")
        names = {one.get("src").partition("#")[2] for one in found}
        assert len(names) == len(found)
        text = (library_site / "assets" / FILE).read_text(encoding="utf-8")
        assert all(f'id="{name}"' in text for name in names)
