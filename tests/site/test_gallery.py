"""The gallery of packs, and the pictures and files that it and a pack's page show."""

from __future__ import annotations

import pytest
from lxml import html

pytestmark = pytest.mark.build
both = pytest.mark.parametrize(("lang", "alt"), [
    ("", "The card “{}” of the pack “Worth it”"), ("cy/", "Y cerdyn “{}” o'r pecyn “Gwerth chweil”"),
], ids=["en", "cy"])
TITLES = {"": {"The blue cup", "A walk to the shop", "Two songs"}, "cy/": {"Y cwpan glas", "Cerdded i'r siop", "Dwy gân"}}


@both
def test_each_pack_shows_its_first_cards_in_words_too(site, lang, alt):
    """Pictures that are there, said in the page's language, loaded when they come into sight, and of a known size.

    A script brings them, and without scripts they stand there.
    """
    page = html.parse(site / lang / "packs/index.html")
    brought = page.xpath("//li[contains(@class, 'wm-card--pack')]//img[not(ancestor::noscript)]")
    pictures = page.xpath("//li[contains(@class, 'wm-card--pack')]//noscript//img")
    assert 0 < len(pictures) <= 2
    assert [picture.get("data-wm-picture") for picture in brought] == [picture.get("src") for picture in pictures]
    assert [picture.get("alt") for picture in brought] == [picture.get("alt") for picture in pictures]
    for picture in pictures:
        assert picture.get("alt") in {alt.format(title) for title in TITLES[lang]}
        assert picture.get("loading") == "lazy"
        assert int(picture.get("width")) > 250
        assert int(picture.get("height")) > int(picture.get("width"))
        assert (site / lang / "packs" / picture.get("src")).is_file()


@both
def test_a_packs_page_shows_fronts_alone(site, lang, alt):
    """An ending may stand behind them."""
    page = html.parse(site / lang / "packs/worth-it/index.html")
    alts = page.xpath("//section[@aria-labelledby='pictures']//img/@alt")
    assert len(alts) >= 2
    assert set(alts) <= {alt.format(title) for title in TITLES[lang]}
    assert len(set(alts)) == len(alts)


@both
def test_each_pack_offers_its_cards_and_all_of_it_with_size_and_pages(site, lang, alt):
    """Each link names its pack for those who hear links one by one; the files are in the page's language."""
    page = html.parse(site / lang / "packs/index.html")
    code = "cy" if lang else "en"
    links = page.xpath("//ul[contains(@class, 'wm-card__files')]//a")
    assert [link.get("href").rsplit("/")[-1] for link in links] == [f"worth-it-cards-{code}.pdf", f"worth-it-{code}.zip"]
    name = alt.rsplit("“")[-1].rstrip("”")
    assert all(link.text_content().endswith(f": {name}") for link in links)
    about = page.xpath("//ul[contains(@class, 'wm-card__files')]//span[@class='wm-small']")
    assert all("kB" in said.text_content() or "MB" in said.text_content() for said in about)
    assert {"en": "pages", "cy": "o dudalennau"}[code] in about[0].text_content()
