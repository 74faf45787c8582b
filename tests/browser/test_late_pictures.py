"""Pictures of cards on the page of packs: those in sight at once, others when a reader begins to go through the page."""

from __future__ import annotations

import pytest

from tests.weight.served import PHONE, WATCH

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
PAGE = "packs/index.html"


def pictures(seen) -> list[str]:
    """Those that were asked for."""
    return [request for request in seen.requests if request.endswith(".webp")]


@both
@pytest.mark.parametrize("touch", ["scroll", "key"])
def test_a_phone_fetches_pictures_when_its_reader_moves(base, page, seen, lang, touch):
    """None stands in its first sight; with the first movement it comes, and nothing moves by it."""
    page.set_viewport_size({"width": 412, "height": 700})
    page.add_init_script(WATCH)
    page.goto(f"{base}{PREFIX[lang]}{PAGE}")
    page.wait_for_load_state("networkidle")
    first = page.locator(".wm-pictures img").first
    assert first.bounding_box()["y"] > 700
    height = first.bounding_box()["height"]
    assert pictures(seen) == []
    if touch == "scroll":
        page.mouse.wheel(0, 150)
    else:
        page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('.wm-pictures img').currentSrc.endsWith('.webp')")
    page.wait_for_function("document.querySelector('.wm-pictures img').complete")
    assert len(pictures(seen)) == 1  # A narrow screen shows one of each pack.
    assert first.bounding_box()["height"] == pytest.approx(height, abs=1)
    assert page.evaluate("window.wmShift.sum") < 0.02
    assert seen.complaints == []


@both
def test_what_is_in_sight_comes_at_once(base, page, seen, lang):
    """On a wide screen without a touch."""
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.goto(f"{base}{PREFIX[lang]}{PAGE}")
    page.wait_for_function("[...document.querySelectorAll('.wm-pictures img')].every((one) => one.currentSrc.endsWith('.webp') && one.complete)")
    assert len(pictures(seen)) == 2
    assert "<img" not in page.locator(".wm-card").first.inner_text()
    assert seen.complaints == []


@both
def test_without_scripts_the_pictures_stand_there(served, chromium, lang):
    """As many as with them, with their words, and no empty place."""
    with chromium.new_context(java_script_enabled=False, viewport=PHONE["viewport"]) as context:
        page = context.new_page()
        page.goto(f"{served}{PREFIX[lang]}{PAGE}")
        shown = page.locator(".wm-pictures img:visible")
        assert shown.count() == 1
        assert shown.get_attribute("src").endswith(".webp")
        assert shown.get_attribute("alt")
        page.set_viewport_size({"width": 1280, "height": 900})
        beside = [one.bounding_box() for one in shown.all()]
        assert len({round(box["y"]) for box in beside}) == 1
        assert len(beside) == 2
