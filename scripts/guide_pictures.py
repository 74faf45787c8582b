"""Take the pictures of the guide *Looking after stories* anew, in both languages: `make pictures`.

Needs a built site and a browser. The story in the pictures is made up for them and stands in `guide_story.yml`.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from whatmatters.bench.browser import serving

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
#: Beside the guide in each language: a picture is found where its page is.
FOLDER = Path("about") / "guide"
ADDRESS = {"en": "", "cy": "cy/"}
#: Width of the window in CSS pixels: wide enough for both languages side by side.
WIDTH = 1200
QUALITY = 70
#: Fields that the picture of what is missing leaves empty.
LEFT_OUT = {"texts.cy.after", "texts.en.at_pause", "owner", "consent.basis"}


def fill(page: Page, story: dict[str, Any], without: set[str]) -> None:
    """Put the story into the form, in one go."""
    page.evaluate(
        """([fields, ticks]) => {
            const form = document.querySelector("[data-wm-form]");
            Object.entries(fields).forEach(([name, value]) => { form.elements[name].value = value; });
            ticks.forEach(([name, value]) => {
                form.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
            });
            ["texts.en.title", "tags.theme"].forEach((name) => {
                form.querySelector(`[name="${name}"]`).dispatchEvent(new Event("input", { bubbles: true }));
            });
        }""",
        [{name: "" if name in without else words for name, words in story["fields"].items()}, story["ticks"]],
    )
    page.wait_for_timeout(1500)


def take(page: Page, place: Locator, name: str, lang: str, height: float | None = None) -> None:
    """Save what stands at `place`, down to `height` CSS pixels, as a WebP file."""
    place.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(200)
    box = place.bounding_box()
    assert box, f"{name}: nothing to see"
    down = page.evaluate("window.scrollY")
    clip = {"x": box["x"] - 8, "y": box["y"] + down - 8, "width": box["width"] + 16, "scale": 1}
    clip["height"] = min(box["height"], height or box["height"]) + 16
    answer = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True},
    )
    (DOCS / lang / FOLDER / f"{name}.webp").write_bytes(base64.b64decode(answer["data"]))


def pictures(browser: Browser, site: str, story: dict[str, Any], lang: str) -> None:
    """All pictures of one language."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light", locale="en-GB")
    page.add_init_script("addEventListener('DOMContentLoaded', () => { delete document.body.dataset.wmOfferShown; })")
    folder = f"{site}{ADDRESS[lang]}about"
    page.goto(f"{folder}/add-a-story/index.html")
    page.locator(".wm-oneface").first.wait_for()
    fill(page, story, LEFT_OUT)
    take(page, page.locator("form[data-wm-form]"), "missing", lang, height=560)
    fill(page, story, set())
    take(page, page.locator("section[aria-labelledby=add-story]"), "write", lang, height=760)
    for part in ("about", "consent", "save"):
        take(page, page.locator(f"section[aria-labelledby=add-{part}]"), part, lang, height=760)
    take(page, page.locator(f"[data-wm-faces={lang}]"), "card", lang)
    page.goto(f"{folder}/../sessions/mine/index.html#pack=s.{story['printed']}&lang={lang}&rules=no")
    page.locator(".wm-a4 .wm-face").first.wait_for(state="attached")
    # The link to the sessions would show where this machine keeps the site.
    page.evaluate("document.querySelector('[data-wm-link]').value = ''")
    page.wait_for_timeout(500)
    take(page, page.locator("[data-wm-mine-page]"), "print", lang, height=1000)
    page.goto(f"{folder}/state/index.html")
    take(page, page.locator("#reviews + *, #reviews ~ .wm-table").first, "review", lang, height=420)
    page.close()


def main() -> int:
    """Exit code 0 when all pictures stand in their folder, 2 when the site or the browser is missing."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    if not (site / "about" / "add-a-story" / "index.html").is_file():
        print(f"there is no built site in {site} (run `make site` first)", file=sys.stderr)
        return 2
    story = yaml.safe_load(Path(__file__).with_name("guide_story.yml").read_text(encoding="utf-8"))
    for lang in ADDRESS:
        (DOCS / lang / FOLDER).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        # The system's own browser where there is one, as in the tests; else the one that Playwright has fetched.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        # Over HTTP, as most readers have it: from disk the page says other things about keeping a draft.
        with serving(site) as address:
            for lang in ADDRESS:
                pictures(browser, address, story, lang)
        browser.close()
    print(f"Taken: the pictures in docs/en/{FOLDER.as_posix()} and docs/cy/{FOLDER.as_posix()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
