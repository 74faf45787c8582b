"""That axe-core, made ready to take less time, finds what it finds as it comes; and that of two colour schemes it need be
asked everything in one."""

from __future__ import annotations

import re

import pytest
import tinycss2
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.axe import COLOUR_RULES, violations
from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night
from tests.conftest import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]

PAGE = "tools/strengths-map/"
#: What is put at the end of a part of the page, and the rule that finds it.
FAULTS = {
    "color-contrast": '<p class="pale">Too <b>pale</b></p>',
    "link-in-text-block": '<p class="same">In a line of words <a href="#x">a link</a> like any word.</p>',
    "label": '<input type="text">',
    "select-name": "<select><option>One</option></select>",
    "button-name": "<button></button>",
    "link-name": '<a href="#y"></a>',
    "image-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "svg-img-alt": '<svg role="img" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    "aria-valid-attr-value": '<p aria-live="loud">Words</p>',
    "aria-roles": '<div role="shelf">Words</div>',
    "aria-allowed-attr": '<div role="note" aria-checked="true">Words</div>',
    "aria-required-children": '<div role="list"><p>Words</p></div>',
    "list": "<ul><p>Words</p></ul>",
    "heading-order": "<h6>Words</h6>",
    "scrollable-region-focusable": '<div class="tall"><p>Words</p></div>',
    "nested-interactive": '<button>Outer <a href="#z">inner</a></button>',
}
#: How they look, as no attribute of a page may say it; the last words cannot be read in dark alone.
LOOK = """
.planted .pale { color: #8a8a8a; background: rgb(200 200 200 / 90%) }
.planted .pale b { opacity: .5; background: rgb(90 90 250 / 30%) }
.planted .same { color: #666; background: #fff }
.planted .same a { color: #446 !important; text-decoration: none !important }
.planted .tall { height: 20px; overflow: auto }
.planted .tall p { height: 90px }
[data-md-color-scheme="slate"] .planted .night { color: #555 }
"""


def plant(page, part: str, fault: str) -> None:
    page.locator(part).first.evaluate("""(part, [fault, look]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(look);
      document.adoptedStyleSheets = [sheet];
      part.insertAdjacentHTML("beforeend", `<div class="planted">${fault}</div>`);
    }""", [fault, LOOK])


def told(found) -> list[tuple[str, list[str], list[object]]]:
    """Which rules find something, where, and with what colours and numbers they say it."""
    return [
        (one["id"], [str(node["target"]) for node in one["nodes"]], [[mark["data"] for mark in node["any"]] for node in one["nodes"]])
        for one in found.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_it_finds_is_what_it_finds_as_it_comes(served, page, scheme):
    """Of each kind of fault, in the shell of the page and in its body: the same places, and of each the same."""
    page.emulate_media(color_scheme=scheme)
    page.goto(served + PAGE)
    for part in ("header", ".wm-tool", "footer"):
        plant(page, part, "".join(FAULTS.values()))
    page.evaluate(AXE_SCRIPT)
    as_it_comes = told(violations(page, report=True))
    assert set(FAULTS) - {rule for rule, _, _ in as_it_comes} == set()
    page.evaluate("delete window.axe")
    assert told(violations(page, report=True)) == as_it_comes
    briefly = {one["id"]: len(one["nodes"]) for one in violations(page).response["violations"]}
    assert briefly == {rule: len(places) for rule, places, _ in as_it_comes}


@pytest.mark.parametrize(("part", "schemes"), [("header", ("light", "dark")), (".wm-tool", ("dark", "light")), ("footer", ("light", "dark"))])
def test_a_fault_that_one_scheme_alone_shows_is_found_whichever_comes_first(served, page, part, schemes):
    """It is told of that scheme, with its place."""
    page.emulate_media(color_scheme=schemes[0])
    page.goto(served + PAGE)
    plant(page, part, '<p class="night">Words</p>')
    with pytest.raises(AssertionError, match=r"(?s)here dark.*color-contrast.*\.night.*#555555"):
        assert_axe_finds_nothing_by_day_and_night(page, "here", schemes)


def test_a_fault_of_any_kind_is_found_by_day_and_night(served, page):
    """Whatever has nothing to do with colours is found in the first scheme."""
    page.goto(served + PAGE)
    plant(page, ".wm-tool", FAULTS["label"])
    with pytest.raises(AssertionError, match=r"(?s)light.*label.*\.planted > input"):
        assert_axe_finds_nothing_by_day_and_night(page)


def test_no_rule_but_those_of_colour_reads_a_colour(served, page):
    """Every other rule answers in dark as it did in light, as long as nothing but colours is other there."""
    page.goto(served + PAGE)
    plant(page, ".wm-tool", "".join(FAULTS.values()))
    violations(page)
    every = page.evaluate("axe.getRules().map((rule) => [rule.ruleId, rule.tags.includes('cat.color')])")
    enabled = page.evaluate("axe._audit.rules.filter((rule) => rule.enabled).map((rule) => rule.id)")
    assert {rule for rule, of_colour in every if of_colour} & set(enabled) == set(COLOUR_RULES)
    page.evaluate("""() => {
      window.asked = new Set();
      const own = window.getComputedStyle;
      window.getComputedStyle = (...which) => new Proxy(own.apply(window, which), { get: (style, name) => {
        if (name === "getPropertyValue") { return (one) => { asked.add(one); return style.getPropertyValue(one); }; }
        asked.add(name);
        return style[name];
      } });
    }""")
    coloured = re.compile(r"colou?r|^background|^border|^outline|fill|stroke|shadow|image|filter", re.IGNORECASE)
    violations(page, rules=tuple(rule for rule in enabled if rule not in COLOUR_RULES))
    asked = set(page.evaluate("[...asked]"))
    assert "display" in asked
    assert [name for name in asked if coloured.search(name)] == []
    violations(page, rules=COLOUR_RULES)
    assert "background-color" in page.evaluate("[...asked]")


def test_from_light_to_dark_nothing_but_colours_changes(site):
    """In the styles what stands for the scheme declares colours and shadows alone, and no script but those two that set it
    knows of it: whatever is shown, said or laid out is the same in both."""
    declared = {}
    for path in sorted((site / "assets").rglob("*.css")):
        declared |= of_a_scheme(tinycss2.parse_stylesheet(path.read_text(encoding="utf-8")))
    assert len(declared) > 20
    assert declared.pop("color-scheme") in ("dark", "light")
    colours = re.compile(r"(#[0-9a-f]{3,8}|(\d+(px)? ?)+ rgb\([\d% /.]+\)|, ?|var\(--[\w-]+\))+")
    assert {name: value for name, value in declared.items() if not colours.fullmatch(value)} == {}
    knowing = [path.name for path in (REPOSITORY / "docs/assets/js").glob("*.js") if re.search("prefers-color-scheme|color-scheme|wmLook", path.read_text(encoding="utf-8"))]
    assert sorted(knowing) == ["choices.js", "early.js"]


def of_a_scheme(rules, within: bool = False) -> dict[str, str]:
    """What is declared for one scheme alone."""
    declared = {}
    for rule in rules:
        if rule.type not in ("at-rule", "qualified-rule") or rule.content is None:
            continue
        its = within or re.search(r"slate|data-wm-look=|prefers-color-scheme", tinycss2.serialize(rule.prelude)) is not None
        if rule.type == "at-rule":
            declared |= of_a_scheme(tinycss2.parse_rule_list(rule.content), its)
        elif its:
            declared |= {one.name: tinycss2.serialize(one.value).strip() for one in tinycss2.parse_blocks_contents(rule.content) if one.type == "declaration"}
    return declared
