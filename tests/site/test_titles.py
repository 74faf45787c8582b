"""The titles of pages: what a tab, a bookmark and a screen reader say first (WCAG 2.4.2)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

_TITLE = re.compile(r"<title>([^<]*)</title>")


@pytest.mark.build
def test_no_two_pages_of_a_language_have_one_title(library_site: Path):
    """A pack, a principle and a topic of the law may have one name; the part of the site tells them apart."""
    titles = Counter()
    for page in library_site.rglob("*.html"):
        (title,) = _TITLE.findall(page.read_text(encoding="utf-8"))
        titles[page.relative_to(library_site).parts[0] == "cy", title] += 1
    assert len(titles) > 400
    assert [title for title, number in titles.items() if number > 1] == []
