"""The colours and icons of kinds stand in one table."""

from __future__ import annotations

import re

import pytest
from tests.conftest import REPOSITORY

from whatmatters.site.assets import assets
from whatmatters.site.kind_styles import STYLES

#: Two drawings that no program makes: the library's mark, and the page that stands alone wherever an address is wrong.
DRAWN = {"docs/assets/images/mark.svg", "docs/assets/css/missing.css", "scripts/whatmatters/deck/kinds.py"}


@pytest.mark.parametrize("kind", STYLES)
def test_the_sites_styles_have_the_colours_of_the_table(kind):
    """By day and in the dark, each as the table has it."""
    css, style = assets(REPOSITORY)["css/site.css"], STYLES[kind]
    for name, day, dark in ((kind, style.colour, style.colour_in_the_dark), (f"{kind}-tint", style.tint, style.tint_in_the_dark)):
        assert re.findall(rf"--wm-{name}: ?(#[0-9a-f]{{6}})", css) == [day, dark]


def test_they_are_written_nowhere_else():
    """A second place would stay behind when the table changes."""
    values = [v for s in STYLES.values() for v in (s.colour, s.tint, s.colour_in_the_dark, s.tint_in_the_dark, s.icon)]
    places = [p for folder in ("docs/assets/css", "docs/assets/js", "docs/assets/images", "overrides", "scripts") for p in (REPOSITORY / folder).rglob("*")
              if p.suffix in {".css", ".js", ".svg", ".html", ".py", ".typ"}]  # fmt: skip
    found = {
        (path.relative_to(REPOSITORY).as_posix(), value)
        for path in places
        for value in values
        if value in path.read_text(encoding="utf-8")
    }
    assert {place for place, _ in found} - DRAWN == set()
