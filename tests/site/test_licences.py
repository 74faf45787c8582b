"""What ships of others' work is listed with its licence, from the packages that were installed."""

from __future__ import annotations

import re
from importlib.metadata import version

import lxml.html
import pytest
from tests.conftest import REPOSITORY, mini_library

from whatmatters.site.fragments import fill
from whatmatters.site.licences import ADDRESS, parts, write_licences
from whatmatters.site.render import renderer


def test_every_part_has_its_licence_and_its_text(tmp_path):
    """By the name that its package gives, with the words that the licence asks to be kept."""
    found = {part.id: part for part in parts(REPOSITORY)}
    assert {id: part.licence for id, part in found.items()} == {
        "theme": "MIT", "icons": "Apache-2.0", "fonts": "OFL-1.1", "search": "MIT", "documents": "MIT", "slides": "MIT", "ours": "MIT, CC BY 4.0"}
    assert found["theme"].version == version("mkdocs-material")
    write_licences(REPOSITORY, tmp_path)
    told = (tmp_path / ADDRESS).read_text(encoding="utf-8")
    for part in found.values():
        assert len(part.text) > 500, part.id
        assert part.text.strip() in told
    assert "Martin Donath" in told


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_page_lists_them_and_leads_to_their_texts(lang):
    library = mini_library()
    source = (REPOSITORY / f"docs/{lang}/about/sources.md").read_text(encoding="utf-8")
    html = fill(source, library, renderer(library.interface), "about/sources/", lang)
    table = lxml.html.fromstring(re.search(r"<table>.*?</table>.*?</p>", html[html.index("{#licences}") :], re.S)[0].join(("<div>", "</div>")))
    said = " ".join(table.text_content().split())
    for part in parts(REPOSITORY):
        assert library.interface(f"licences-what-{part.id}", lang) in said
        assert part.licence in said
    assert table.xpath("//a/@href") == [f"{'../../' if lang == 'en' else '../../../'}{ADDRESS}"]
