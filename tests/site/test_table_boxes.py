"""Each plain table has a box that scrolls; one with attributes has its own already."""

from __future__ import annotations

from whatmatters.site.table_boxes import boxed_tables


def test_each_plain_table_has_its_box_and_others_are_left():
    """In their order, each closed where its table ends, with the label as text."""
    html = '<p>1</p><table><tr></tr></table>\n<table class="x"><tr></tr></table><table>\n2</table>'
    box = '<div class="wm-table" role="group" tabindex="0" aria-label="a &lt; b">'
    assert boxed_tables(html, "a < b") == (
        f'<p>1</p>{box}<table><tr></tr></table></div>\n<table class="x"><tr></tr></table>{box}<table>\n2</table></div>')
    assert boxed_tables("<p>None</p>", "x") == "<p>None</p>"
