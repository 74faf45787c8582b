"""The law by number, as a reader comes to it: from search, by an address, by a number that is typed."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]


@pytest.mark.parametrize(("lang", "query", "title"), [
    ("", "reg 58", "Regulation 58"), ("", "regulation 33", "Regulation 33"), ("cy/", "rheoliad 12", "Rheoliad 12"),
    ("", "s.21", "Section 21 of the 2014 Act"), ("cy/", "adran 21", "Adran 21, Deddf 2014"),
])
def test_a_number_leads_to_the_regulation_first(page, library_base, lang, query, title):
    """The first result is the regulation or section itself, and opening it shows it."""
    page.goto(f"{library_base}{lang}index.html")
    page.click("[data-wm-search-open]")
    page.fill("#wm-search-input", query)
    first = page.locator(".wm-search__link").first
    first.wait_for()
    assert first.text_content().startswith(title)
    first.click()
    page.wait_for_url("**/legislation/**")
    place = page.locator(":target")
    place.wait_for(state="visible")
    assert place.evaluate("p => { const b = p.getBoundingClientRect(); return b.top > -5 && b.top < innerHeight; }")


def test_a_number_that_is_typed_opens_its_part(page, library_base):
    """58, reg 58 and 49a lead there; 99 is told to be none."""
    page.goto(f"{library_base}legislation/regulations/index.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    for typed, anchor in (("58", "reg-58"), ("Reg 49a", "reg-49A"), ("33(2)", "reg-33")):
        page.fill("#wm-number", typed)
        page.keyboard.press("Enter")
        page.locator(f"#{anchor}").wait_for(state="visible")
        assert page.evaluate("document.activeElement.id") == anchor
    page.fill("#wm-number", "99")
    page.keyboard.press("Enter")
    assert "99" in page.locator(".wm-gonumber [role=status]").text_content()


def test_all_regulations_stand_in_print(page, library_base):
    """Parts that are closed on the screen are open on paper, and closed again after."""
    page.goto(f"{library_base}legislation/regulations/index.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".wm-part:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".wm-part[open]").count() == 0
