"""An icon that a page shows more than once is drawn once, and each place that shows it finds it."""

from __future__ import annotations

from lxml import html

from whatmatters.site.icons_once import icons_once
from whatmatters.site.render import icon

HEART, HOME = icon("material/heart"), icon("material/home")


def test_an_icon_is_drawn_once_where_a_page_shows_it_more_than_once():
    """In its text and in what a script copies; one that stands alone stays where it is."""
    page = f"<html><body class='a'>\n<p>{HEART}One</p><p>{HEART}Two</p><template>{HEART}</template><p>{HOME}Home</p></body></html>"
    made = icons_once(page)
    tree = html.fromstring(made)
    (symbol,) = tree.xpath("/html/body/*[1]/symbol")
    assert tree.xpath("//use/@href") == [f"#{symbol.get('id')}"] * 3
    assert symbol.get("viewbox") == "0 0 24 24"
    assert made.count(str(HEART).split("<path")[1].split("/>")[0]) == 1
    assert str(HOME) in made
    assert {use.getparent().get("class") for use in tree.xpath("//use")} == {"wm-icon"}


def test_a_page_that_shows_each_icon_once_stays_as_it_is():
    """Nothing is added to it."""
    page = f"<html><body><p>{HEART}{HOME}</p></body></html>"
    assert icons_once(page) == page
