"""Style and scripts as they are joined: nothing that a page needs is lost, and one fault does not become two."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2
from tests.conftest import REPOSITORY

from whatmatters.site import assets
from whatmatters.site.styles import by_medium, can_match, for_pages, rules

CSS, JS = REPOSITORY / "docs/assets/css", REPOSITORY / "docs/assets/js"
CLASS = re.compile(r"\.(wm-[\w-]+)")

#: Selectors of `theme` that match something outside what base.css hides, and stand in none of the `kept` sheets.
LOST = """([theme, kept]) => {
  const parsed = (css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); return sheet; };
  const each = (list, act) => { for (const rule of list) { if (rule.selectorText) act(rule); else if (rule.cssRules) each(rule.cssRules, act); } };
  const parts = (text) => { // at commas that stand in no bracket
    const found = [""];
    let deep = 0;
    for (const letter of text) {
      if (letter === "(") deep += 1;
      if (letter === ")") deep -= 1;
      if (letter === "," && !deep) found.push(""); else found[found.length - 1] += letter;
    }
    return found.map((part) => part.trim());
  };
  const known = new Set();
  kept.forEach((css) => each(parsed(css).cssRules, (rule) => parts(rule.selectorText).forEach((part) => known.add(part))));
  const lost = [];
  theme.forEach((css) => each(parsed(css).cssRules, (rule) => {
    if (Array.from(rule.style).every((name) => name.startsWith("--"))) return;
    parts(rule.selectorText).forEach((part) => {
      const plain = part.replace(/::?(before|after|placeholder|marker|-[\\w-]+)|:(hover|focus-visible|focus|active|target|checked)/g, "") || "*";
      let touched = [];
      try { touched = Array.from(document.querySelectorAll(plain)); } catch { return; }
      if (!known.has(part) && touched.some((element) => !element.closest('.md-dialog, .md-overlay, [data-md-component="skip"]'))) lost.push(part);
    });
  }));
  return lost;
}"""


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Sheets and scripts of this repository by name."""
    return assets.assets(REPOSITORY)


@pytest.mark.browser
@pytest.mark.parametrize(
    "path",
    [
        *("", "cy/", "cy/stories/magic-moments/mays-bath-time/", "legislation/", "about/add-a-story/", "cy/about/glossary/"),
        *("stories/magic-moments/mays-bath-time/session/", "tools/outcomes-quiz/", "about/looking-after-stories/", "questions/find/"),
    ],
)
def test_no_rule_of_the_theme_that_touches_a_page_is_lost(library_site, page, made, path):
    """Whatever of the theme's sheets matches an element of a built page is in ours."""
    page.goto(f"{library_site.as_uri()}/{path}index.html")
    kept = [text for name, text in made.items() if name.endswith(".css")]
    assert page.evaluate(LOST, [assets.theme_sheets(), kept]) == []



def test_scripts_lose_what_only_people_need_and_no_text() -> None:
    text = 'const a = b.map((one) => `  ${one}: "//" ${f({ c: 1 })}`).join(" /* ");'
    script = f"/** Says\n  * why. */\n  // and how\n    {text}\n\n/* one line */\n  run( a );  // now\n"
    assert assets.small(script) == 'const a=b.map((one)=>`  ${one}: "//" ${f({ c: 1 })}`).join(" /* ");run(a);\n'


@pytest.mark.parametrize(
    ("script", "line"),
    [("run();\nconst a = `one\n  two`;", 2), ("run(); \\\n  on();", 1), ("/* one\n two */ run();", 2), ("run();\na(`b ${c ? ` ${d} e` : f}`);", 2)],
    ids=["template", "continued", "after-comment", "template-in-template"],
)
def test_a_script_of_which_text_could_be_lost_is_refused(script: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"line {line}: "):
        assets.small(script)


def test_of_the_theme_little_is_left(made):
    """Not whole sheets that nothing on a page asks for."""
    left = "".join(map(str, assets.theme_rules(REPOSITORY)))
    assert 1_000 < len(left) < 6_000
    assert "md-typeset " not in left


def test_every_class_of_the_sources_is_in_a_sheet(made):
    """A source that is joined to no sheet would leave its classes without rules."""
    joined = {name for text in made.values() for name in CLASS.findall(text)}
    for source in CSS.glob("*.css"):
        plain = re.sub(r"/\*.*?\*/", "", source.read_text(encoding="utf-8"), flags=re.S)
        assert set(CLASS.findall(plain)) <= joined, source.name


def test_every_script_is_joined():
    """None is forgotten, and none is named that does not exist."""
    parted = ((assets.EARLY, assets.EVERYWHERE), assets.SESSION, assets.SESSION_STAGE)
    used = {name for at_once, later in parted for name in (*at_once, *later)}
    used |= {name for parts in assets.SCRIPTS.values() for name in parts}
    assert used == {path.stem for path in JS.glob("*.js")}


def test_one_script_alone_keeps_anything():
    """What a browser keeps has one owner, which knows what may be kept where."""
    keeping = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\b|serviceWorker")
    assert [path.name for path in sorted(JS.glob("*.js")) if keeping.search(path.read_text(encoding="utf-8"))] == ["kept.js"]


def test_the_same_sources_give_the_same_bytes(tmp_path):
    """Whatever was in the way before."""
    for name in ("one", "two"):
        assets.write_assets(REPOSITORY, tmp_path / name)
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert len(files) > 12
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


def test_a_change_of_a_source_shows(project):
    """While serving, too, where what was read before is kept as long as its text is the same."""
    before = assets.assets(project)
    (project / "docs/assets/css/tray.css").write_text(".wm-tray { color: teal; }", encoding="utf-8")
    (project / "docs/assets/js/fold.js").write_text("window.changed = 1;", encoding="utf-8")
    after = assets.assets(project)
    assert ".wm-tray{color: teal;}" in after["css/site.css"] or ".wm-tray{color: teal}" in after["css/site.css"]
    assert "window.changed=1" in after["js/base.js"]
    assert before["css/session.css"] == after["css/session.css"]


def test_a_sheet_that_cannot_be_read_is_named(project):
    """With its line."""
    (project / "docs/assets/css/tray.css").write_text(".wm-tray { color: teal; }\n.wm-add", encoding="utf-8")
    with pytest.raises(ValueError, match=r"docs/assets/css/tray\.css: .* line 2"):
        assets.assets(project)


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        ("a", True), ("b", False), ("a:hover", True), ("a::before", True), (".known", True), (".other", False),
        ("a.known > a", True), ("a .other", False), ("#known", True), ("#other", False), ("*", True),
        ("[known]", True), ("[other]", False), ('[known="known"]', True), ("[known=rtl]", False), ("[known] a", True),
        (":is(.other, .known)", True), (":is(.other, b)", False), ("a:not(.other)", True), ("a:has(.other)", False),
        ("a:nth-child(2n + 1)", True), (":root", True),
    ],
)
def test_a_selector_is_kept_when_all_that_it_asks_for_can_be_there(selector, kept):
    """Names of elements, classes, ids, attributes and their values."""
    assert can_match(tinycss2.parse_component_value_list(selector), {"a", "known"}) is kept


def test_what_nothing_uses_goes_with_the_rules_that_used_it():
    """Variables, over however many steps, and animations; a list of selectors is cut to those that can match."""
    css = """
    :root { --a: var(--b); --b: 1px; --c: var(--d); --d: 2px }
    a, .gone { width: var(--a); animation: turn 1s }
    .gone { width: var(--c); animation: jump 1s }
    @keyframes turn { to { rotate: 1turn } }
    @keyframes jump { to { top: 0 } }
    @media (min-width: 1px) { .gone { color: red } }
    """
    kept = [rule.head for rule in for_pages(css, {"a"})]
    assert kept == [":root", "a", "@keyframes turn"]
    assert for_pages(css, {"a"})[0].body == "--a:var(--b);--b:1px"


def test_paper_is_parted_from_the_screen():
    """Rules of `@media print` lose it; all others stay in their order."""
    everywhere, paper = by_medium(rules("a{top:0} @media print{a{top:1px} b{top:2px}} @media screen{c{top:3px}}"))
    assert [rule.head for rule in everywhere] == ["a", "@media screen"]
    assert [rule.head for rule in paper] == ["a", "b"]


@pytest.mark.browser
def test_a_script_that_stops_does_not_stop_the_next(page):
    """As when each was loaded by itself; the error is still told."""
    told = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_script_tag(content=assets.joined(["window.one = 1; throw new Error('two');", "window.three = 3;"]))
    page.wait_for_function("window.three === 3")
    page.wait_for_timeout(50)
    assert any("two" in line for line in told)


def test_nothing_of_the_themes_own_files_is_in_the_site(library_site: Path):
    """Its scripts alone are two megabytes."""
    assert {p.name for p in (library_site / "assets").iterdir()} == {"css", "js", "data", "fonts", "images", "licences.txt"}
    assert sorted(p.name for p in (library_site / "assets/css").iterdir()) == ["fonts.css", "missing.css", "picture.css", "print.css", "recording.css", "session-stage.css", "session.css", "sheets.css", "site.css", "tool-match.css", "tool-quiz.css", "tool-star.css", "tool.css", "write.css"]


def test_the_fonts_of_every_page_stand_in_their_sheet(made):
    """Text is painted with them or not at all; rare letters come by themselves when one is needed."""
    assert made["css/fonts.css"].count("data:font/woff2;base64,") == 2
    assert set(re.findall(r"fonts/([\w-]+)\.woff2", made["css/fonts.css"])) == {
        "atkinson-hyperlegible-next-latin-ext-400-normal", "atkinson-hyperlegible-next-latin-ext-700-normal"}


def test_no_script_stands_in_a_page(library_site: Path):
    """So that a server's policy need allow none; data for scripts is no script."""
    inline = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))")
    for place in ("", "cy", "stories/find", "cy/stories/magic-moments/mays-bath-time/session"):
        assert not inline.search((library_site / place / "index.html").read_text(encoding="utf-8"))
