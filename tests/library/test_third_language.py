"""A third language, as far as one entry of the table carries it: places, addresses, headings of a story's text.

The table of this test is its own; no page of the site knows of it. What is no table entry yet: words that exist in exactly
two languages (`Bilingual`), and the modules that name `cy` themselves. docs/decisions/0022 says how much that is.
"""

from __future__ import annotations

import dataclasses

import pytest

from whatmatters.language import table
from whatmatters.site import address
from whatmatters.site.staged import staged_file, with_links

POLISH = dataclasses.replace(
    table.TABLE["en"], english_name="Polish", locale="pl-PL", folder="pl/", at_pause="W przerwie", afterwards="Potem",
    one_list="Pytania", drafted=True,
)  # fmt: skip


@pytest.fixture
def polish(monkeypatch):
    """The table with one entry more."""
    monkeypatch.setitem(table.TABLE, "pl", POLISH)
    monkeypatch.setattr(table, "LANGUAGES", ("en", "cy", "pl"))
    monkeypatch.setitem(address.PREFIX, "pl", POLISH.folder)
    return "pl"


def test_its_pages_have_places_of_their_own(polish):
    """Which language stands at an address, and where a page of it is read from, written to and linked."""
    assert [table.language_at(where) for where in ("pl/stories/x/", "cy/stories/x/", "stories/x/")] == ["pl", "cy", "en"]
    assert (table.known("pl-PL"), table.known("PL"), table.known("de")) == ("pl", "pl", None)
    assert address.url_of("tools/x/", polish) == "pl/tools/x/"
    assert address.source_of("tools/x/", polish) == "pl/tools/x.md"
    assert address.within_language("pl/tools/x/") == "tools/x/"
    assert address.section_of("pl/tools/x/") == "tools"
    assert address.link("pl/tools/x/", address.url_of("law/", polish)) == "../../../pl/law/index.html"
    assert staged_file("pl/tools/x.md", polish) == "pl/tools/x/index.md"
    assert with_links("[y](y.md)", "pl/tools/x.md", polish) == "[y](../y/index.md)"
    # Nothing falls to Welsh, or to the root.
    assert {address.url_of("x/", lang) for lang in ("en", "cy", "pl")} == {"x/", "cy/x/", "pl/x/"}
