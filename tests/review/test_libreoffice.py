"""Files that LibreOffice has saved: `files/` has one that it opened and saved, and one that was an .odt in between.

Both are the file of one story in the hands of a reader who gave it a new title, changed a word of its summary with
tracked changes, added a comment, signed it and ticked its box. Fonts were taken out to keep them small.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.review.codes import FORM, PROJECT, VERSION
from whatmatters.review.package import open_word
from whatmatters.review.returned import Comment, read_returned

STORY = "stories/magic-moments/the-blue-cup"


@pytest.mark.parametrize("name", ["saved-by-libreoffice.docx", "saved-by-libreoffice-through-odt.docx"])
def test_all_is_still_there(name):
    """What the file is, every row, the tracked change as accepted, name, day, tick and comment."""
    opened = open_word((Path(__file__).parent / "files" / name).read_bytes())
    assert (opened.properties[FORM], opened.properties[PROJECT]) == (VERSION, "What Matters")
    returned = read_returned(opened)
    assert [(row.codes[0].number, row.codes[0].text) for row in returned.rows] == [(n, STORY) for n in range(1, 10)]
    assert all(len(row.codes) == 1 and len(row.cells) == 3 and not row.joined for row in returned.rows)
    assert returned.rows[0].cells[2] == "Teitl arall"
    assert returned.rows[1].cells[2].startswith("O GAIR cwpan yn unig")
    assert (returned.reader, returned.day, returned.ticked) == ("Siân Puw", "29/11/2026", {STORY})
    assert returned.comments == [Comment(3, "Siân", "Ydy hwn yn iawn?")]
    assert returned.beside == []
