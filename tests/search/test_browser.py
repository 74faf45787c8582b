"""Search in a real browser, from a folder on disk, as a reader uses it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, expect

from tests.browser.sound import assert_axe_finds_nothing
from whatmatters.language.mutations import mutations, radicals
from whatmatters.search.citing import citations
from whatmatters.search.digits import packed
from whatmatters.search.endings import stems
from whatmatters.search.forms import forms
from whatmatters.search.rules import rules
from whatmatters.search.words import fold, parts

from .conftest import ENTRIES, words

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
WORDS = words()


def opened(page: Page, site: Path, lang: str) -> Page:
    """The page of `lang` with search open and ready."""
    page.goto(f"{site.as_uri()}/{'cy/' if lang == 'cy' else ''}deep/page/index.html")
    page.click("[data-wm-search-open]")
    page.wait_for_function("!!wmSearch.find && !!wmSearch.start")
    return page


@pytest.fixture(scope="module")
def kept_open(chromium: Browser, searched: Path) -> Iterator[Callable[[str], Page]]:
    """The page of a language with search open, for tests that type and read, one after the other, as a reader does."""
    tabs: dict[str, Page] = {}

    def of(lang: str) -> Page:
        if lang not in tabs:
            tabs[lang] = opened(chromium.new_page(), searched, lang)
        return tabs[lang]

    yield of
    for tab in tabs.values():
        tab.close()


def type_and_wait(page: Page, query: str) -> str:
    """What the status line says once the search for `query` is done."""
    status = page.locator("[data-wm-search-status]")
    page.evaluate("document.querySelector('[data-wm-search-status]').textContent = ''")
    page.fill("[data-wm-search-input]", "")
    page.wait_for_timeout(150)
    expect(page.locator("[data-wm-search-list] > *")).to_have_count(0)
    page.fill("[data-wm-search-input]", query)
    expect(status).not_to_be_empty()
    return status.inner_text()


def titles(page: Page) -> list[str]:
    """Titles of the results, in order."""
    return page.locator("[data-wm-search-list] .wm-search__link").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ofal", "Y bore"), ("ngofal", "Y bore"), ("blant", "Lles plant"), ("mhlant", "Lles plant"), ("plentyn", "Lles plant"),
        ("ewch", "Amser bath May"), ("aethant", "Amser bath May"), ("dwr", "Amser bath May"), ("i'r ty", "Y bore"),
        ("TŶ", "Y bore"), ("nghynllun phersonol", "Cynllun personol"), ("stori", "Straeon"), ("llesiant", "Llesiant"),
        ("lesiant", "Llesiant"), ("thosturi", "Y bore"), ("reg 15", "Cynllun personol"), ("rheoliad 17", "Adolygu"),
        ("adran 6", "Cynllun personol"), ("a.6", "Cynllun personol"), ("gydgynhyrchu", "Cydgynhyrchu"),
        ("cyd-gynhyrchu", "Cydgynhyrchu"), ("amser ba", "Amser bath May"), ("plen", "Lles plant"), ("urddas", "Y bore"),
    ],
)
def test_welsh(kept_open: Callable[[str], Page], query: str, first: str) -> None:
    """Any form of a word finds the page that has another form of it."""
    page = kept_open("cy")
    type_and_wait(page, query)
    assert titles(page)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("meeting", "May's bath time"), ("meets", "May's bath time"), ("going", "May's bath time"), ("lives", "May's bath time"),
        ("risks", "Positive risk"), ("may’s bath", "May's bath time"), ("wellbeing", "Duty to promote well-being"),
        ("well being", "Duty to promote well-being"), ("section 7", "Duty to promote well-being"), ("personal pl", "Personal plan"),
    ],
)
def test_english(kept_open: Callable[[str], Page], query: str, first: str) -> None:
    """In English as in Welsh."""
    page = kept_open("en")
    type_and_wait(page, query)
    assert titles(page)[0] == first


@pytest.mark.parametrize(
    ("lang", "query", "first"),
    [("cy", "adolygiadau", "Adolygu"), ("cy", "chynllunio", "Cynllun personol"), ("en", "promotion", "Duty to promote well-being")],
)
def test_relatives(kept_open: Callable[[str], Page], lang: str, query: str, first: str) -> None:
    """Where a word stands on few pages or none, words made from the same stem are found too."""
    page = kept_open(lang)
    type_and_wait(page, query)
    assert titles(page)[0] == first


def test_false_friends_stay_apart(kept_open: Callable[[str], Page]) -> None:
    """lles is welfare and llesiant is well-being: neither brings up the other."""
    page = kept_open("cy")
    type_and_wait(page, "lles")
    assert titles(page) == ["Lles plant"]
    type_and_wait(page, "llesiant")
    assert titles(page) == ["Llesiant"]


def test_a_result_says_what_it_is(page: Page, searched: Path) -> None:
    """Kind, the sentence with the word as it stands marked, tags and minutes, in the page's language."""
    type_and_wait(opened(page, searched, "cy"), "gofal da")
    row = page.locator("[data-wm-search-list] li.wm-search__result").first
    assert row.locator(".wm-kind").inner_text() == "Stori"
    assert row.locator(".wm-search__excerpt").inner_text() == "Cawson nhw ofal da."
    assert row.locator("mark").all_inner_texts() == ["ofal", "da"]
    assert row.locator(".wm-search__facts li").all_inner_texts() == ["Urddas", "1 funud"]
    assert row.locator("a").evaluate("a => a.href") == f"{searched.as_uri()}/cy/stories/x/y-bore/index.html"


def test_a_slip_of_one_letter(kept_open: Callable[[str], Page]) -> None:
    """The word that was meant is named and searched for."""
    page = kept_open("cy")
    said = type_and_wait(page, "lleisant")
    assert "llesiant" in said
    assert titles(page) == ["Llesiant"]


@pytest.mark.parametrize(
    ("lang", "query", "meant"),
    [("cy", "lesinat", "llesiant"), ("cy", "thossturi", "tosturi"), ("en", "kettel", "kettle"), ("en", "ekttle", "kettle"), ("en", "pettle", "kettle")],
)
def test_slips_of_every_kind(kept_open: Callable[[str], Page], lang: str, query: str, meant: str) -> None:
    """A letter too many, two in each other's place, a wrong one, even the first."""
    assert f"“{meant}”" in type_and_wait(kept_open(lang), query)


@pytest.mark.parametrize(("lang", "key"), [("cy", "g"), ("en", "k")])
def test_the_first_key_finds_something(page: Page, searched: Path, lang: str, key: str) -> None:
    """One letter brings up pages with a word that begins so, without a rest being waited for."""
    opened(page, searched, lang).keyboard.press(key)
    expect(page.locator("[data-wm-search-list] .wm-search__link").first).to_be_visible()


def test_nothing_found_offers_a_way_on(page: Page, searched: Path) -> None:
    """Tags that look like it, and what the other language has, marked with its language."""
    said = type_and_wait(opened(page, searched, "cy"), "kettle")
    assert said == WORDS["search-none"]["cy"]
    aside = page.locator("[data-wm-search-hints] ul[lang=en]")
    # The other language is searched once this one has found nothing: its list comes a little later.
    expect(aside.locator(".wm-search__link")).to_have_count(3)
    assert aside.locator(".wm-kind").first.inner_text() == "Story"
    type_and_wait(page, "urdasol")
    page.get_by_role("button", name="Urddas").click()
    expect(page.locator("[data-wm-search-list] .wm-search__link")).to_have_text(["Y bore"])


def test_one_click_to_the_other_language(page: Page, searched: Path) -> None:
    """The same words, searched for in the other language's pages; the list carries that language."""
    opened(page, searched, "en")
    type_and_wait(page, "May")
    page.click("[data-wm-search-swap]")
    expect(page.locator("[data-wm-search-list][lang=cy] .wm-search__link").first).to_have_text("Amser bath May")
    assert page.locator("[data-wm-search-swap]").inner_text() == WORDS["search-in-this-language"]["en"]
    assert page.locator("[data-wm-search-list] .wm-kind").first.inner_text() == "Stori"


def test_keys(page: Page, searched: Path) -> None:
    """/ opens, arrows go down and up, Enter opens a result, Esc closes and gives the focus back."""
    page.goto(f"{searched.as_uri()}/deep/page/index.html")
    page.focus("#other")
    page.keyboard.press("/")
    assert page.input_value("#other") == "/"
    page.focus("[data-wm-search-open]")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "wm-search-input"
    page.wait_for_function("!!wmSearch.find && !!wmSearch.start")
    type_and_wait(page, "kettle")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "wm-search-input"
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('[data-wm-search]').open")
    assert page.evaluate("document.activeElement.hasAttribute('data-wm-search-open')")
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page.locator(".wm-search__link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/many/**/index.html")


def test_the_slash_can_be_turned_off(page: Page, searched: Path) -> None:
    """A shortcut of one key is in the way of people who dictate: it goes, and stays away."""
    opened(page, searched, "en").uncheck("[data-wm-search-slash]")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    assert not page.evaluate("document.querySelector('[data-wm-search]').open")


def test_more_results(page: Page, searched: Path) -> None:
    """Ten at a time; the first of the new ones has the focus."""
    said = type_and_wait(opened(page, searched, "en"), "kettle")
    assert said == "25 results."
    page.click("[data-wm-search-more]")
    expect(page.locator("[data-wm-search-list] .wm-search__link").nth(10)).to_be_focused()
    page.click("[data-wm-search-more]")
    expect(page.locator("[data-wm-search-list] .wm-search__link")).to_have_count(25)
    assert page.locator("[data-wm-search-more]").is_hidden()


def test_more_pressed_twice_shows_each_result_once(page: Page, searched: Path) -> None:
    """Two presses before the first is answered; and a press that comes to nothing loses no result."""
    type_and_wait(opened(page, searched, "en"), "kettle")
    page.evaluate("""() => {
        const real = wmSearch.result;
        wmSearch.result = () => { wmSearch.result = real; throw new Error("lost"); };
        document.querySelector('[data-wm-search-more]').click();
    }""")
    expect(page.locator("[data-wm-search-broken]")).to_be_visible()
    page.evaluate("() => { const more = document.querySelector('[data-wm-search-more]'); more.click(); more.click(); more.click(); }")
    expect(page.locator("[data-wm-search-list] .wm-search__link")).to_have_count(25)
    assert len(set(titles(page))) == 25
    assert page.locator("[data-wm-search-broken]").is_hidden()


@pytest.mark.parametrize(
    "query",
    ["!!! ---", "😀🎈", "שלום עולם", "y a i o", "gofal " * 1700, "<img src=x onerror=alert(1)>", "a", "__proto__ constructor",
     "\\ ( [ * + ?", "\u0000", "§s6", "=", "ﬁ İ ß"],
    ids=["punctuation", "emoji", "right to left", "small words", "10,000 characters", "markup", "one letter", "names of objects",
         "patterns", "nothing", "sign of ours", "another", "letters that grow"],
)
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_bad_input_has_an_answer(kept_open: Callable[[str], Page], lang: str, query: str) -> None:
    """An answer in words, no error, nothing run."""
    page = kept_open(lang)
    errors: list[str] = []

    def failed(error: Error) -> None:
        errors.append(str(error))

    def asked(dialog: Dialog) -> None:
        errors.append(dialog.message)
        dialog.dismiss()

    page.on("pageerror", failed)
    page.on("dialog", asked)
    assert type_and_wait(page, query)
    page.remove_listener("pageerror", failed)
    page.remove_listener("dialog", asked)
    assert page.locator("[data-wm-search-broken]").is_hidden()
    assert page.locator("[data-wm-search] img").count() == 0
    assert errors == []


def test_text_is_never_markup(kept_open: Callable[[str], Page]) -> None:
    """What stands in a page as text is shown as text."""
    page = kept_open("en")
    type_and_wait(page, "bold staff")
    assert "<b>bold</b> staff" in page.locator(".wm-search__excerpt").first.inner_text()


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize("harm", ["missing", "broken", "old"])
def test_without_an_index(page: Page, searched: Path, tmp_path: Path, lang: str, harm: str) -> None:
    """Search says that it cannot, in the page's language, and links to the stories."""
    site = tmp_path / "site"
    shutil.copytree(searched, site)
    for piece in (site / "search" / lang).glob("*.js"):
        if harm == "missing":
            piece.unlink()
        elif harm == "broken":
            piece.write_text("{ not a script", encoding="utf-8")
        elif piece.stem != "head":
            text = piece.read_text(encoding="utf-8")
            piece.write_text(text.replace(text.split('"')[1][2:7], "older"), encoding="utf-8")
    opened(page, site, lang)
    page.fill("[data-wm-search-input]", "gofal")
    broken = page.locator("[data-wm-search-broken]")
    expect(broken).to_be_visible()
    assert broken.inner_text().startswith(WORDS["search-broken"][lang])
    assert broken.locator("a").get_attribute("href").endswith("stories/index.html")


@pytest.mark.usefixtures("context")  # It listens to the tab.
def test_nothing_is_loaded_before_it_is_used(page: Page, searched: Path) -> None:
    """A page pays for one small script; nothing ever comes from another host."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{searched.as_uri()}/deep/page/index.html")
    assert [url.rsplit("/", 1)[-1] for url in asked] == ["index.html", "kept.js", "search.js"]
    page.click("[data-wm-search-open]")
    page.wait_for_function("!!wmSearch.find && !!wmSearch.start")
    type_and_wait(page, "kettle")
    assert all(url.startswith(searched.as_uri()) for url in asked)
    assert not any("/search/cy/" in url for url in asked)


def test_without_scripts(chromium, searched: Path) -> None:
    """A plain link to all stories and tags stands where the button would be."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{searched.as_uri()}/cy/deep/page/index.html")
    assert page.get_by_role("link", name=WORDS["search-plain"]["cy"]).is_visible()


@pytest.mark.parametrize("query", ["", "kettle", "qwrtyps", "rissk"])
def test_axe_finds_nothing(page: Page, searched: Path, query: str) -> None:
    """The dialog, empty and full."""
    opened(page, searched, "en")
    if query:
        type_and_wait(page, query)
    assert_axe_finds_nothing(page, query, "[data-wm-search]")


FORMS = [
    "gofal", "ofal", "ngofal", "nghartref", "fam", "mam", "blant", "mhlant", "chwarae", "hiaith", "hwythnos",
    "wlad", "radd", "lan", "lles", "llesiant", "straeon", "cerddodd", "gofalwyr", "ysgolion", "canolfannau",
    "planned", "planning", "caring", "tries", "stories", "s", "tŷ", "Dŵr", "I'R", "mae’n", "cyd-gynhyrchu",
    "O'Brien", "don't", "well-being", "pêl\u2010droed", "h", "g", "b", "ngh", "rhyw", "llyfrau", "dda",
    "cesglais", "cyferchwch", "rhanasant", "torasai", "darllenodd", "llesant", "sicrhaf", "dysgedig",
]


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_browser_and_build_follow_the_same_rules(kept_open: Callable[[str], Page], lang: str) -> None:
    """Word by word, what the browser makes of a form is what Python makes of it."""
    got = kept_open(lang).evaluate(
        """([tables, forms]) => { const r = wmSearch.words.rulesOf(tables), fold = wmSearch.words.fold;
           return forms.map(f => [fold(f), r.parts(f), r.fronts(fold(f)), r.ladder(fold(f))[2], r.ladder(fold(f))[4]]) }""",
        [json.loads(json.dumps(rules(lang, forms(lang).bare))), FORMS],
    )
    welsh = lang == "cy"
    for form, (folded, pieces, fronts, ends, mutated) in zip(FORMS, got, strict=True):
        assert folded == fold(form)
        assert tuple(pieces) == parts(form, lang)
        assert fronts == (list(radicals(folded)[1:]) if welsh else [])
        assert ends == list(stems(folded, lang, forms(lang).bare))
        expected = [m for word in (folded, *fronts) for m in mutations(word)[1:]] if welsh else []
        assert mutated == list(dict.fromkeys(expected))


def test_browser_reads_the_numbers_that_the_build_writes(kept_open: Callable[[str], Page]) -> None:
    """Small and large, in a row."""
    numbers = [0, 5, 61, 62, 1673, 1674, 100_000, 0]
    assert kept_open("en").evaluate("async row => (await wmSearch.index('en')).numbers(row)", packed(numbers)) == numbers


@pytest.mark.parametrize(
    ("lang", "key", "relative", "is_one"),
    [("cy", "cwyn", "cwyno", True), ("cy", "goruchwylio", "goruchwyliaeth", True), ("cy", "mabwysiadu", "mabwysiadol", True),
     ("cy", "lles", "llesiant", False), ("cy", "llesiant", "lles", False), ("cy", "tal", "talu", False), ("cy", "canu", "canol", False),
     ("en", "complain", "complaint", True), ("en", "eligible", "eligibility", True), ("en", "care", "cart", False)],
)
def test_who_is_a_relative(kept_open: Callable[[str], Page], lang: str, key: str, relative: str, is_one: bool) -> None:
    """Made from the same stem by an ending of the table, and the stem long enough."""
    assert (relative in kept_open(lang).evaluate("([t, k]) => wmSearch.words.rulesOf(t).relatives(k)", [rules(lang), key])) == is_one


@pytest.mark.parametrize("text", ["see reg. 16(2) and s.6, part 10", "adrannau 47 a 48, rheoliad 15(7)(d)", "may's 6"])
def test_browser_and_build_cite_alike(kept_open: Callable[[str], Page], text: str) -> None:
    """The numbers of the law too."""
    got = kept_open("en").evaluate("([t, x]) => wmSearch.words.rulesOf(t).citations(x).flatMap(c => c.keys)", [rules("en"), text])
    assert sorted(got) == sorted(citations(text))


def test_entries_of_the_fixture_exist(searched: Path) -> None:
    """Every address in the index leads to a page on disk."""
    assert all((searched / entry.url / "index.html").is_file() for entry in ENTRIES)


def test_an_ending_is_found_and_never_shown(page: Page, searched: Path) -> None:
    """Words after a story's pause find it; what is shown is its summary, and the way leads into the ending."""
    type_and_wait(opened(page, searched, "en"), "aggression")
    result = page.locator(".wm-search__result").first
    assert result.locator(".wm-search__excerpt").inner_text() == "A doll, and no more fights. Your words stand after its pause."
    assert result.locator("a").get_attribute("href").endswith("stories/x/bath-time/index.html#next")
    type_and_wait(page, "noon aggression")
    assert result.locator(".wm-search__excerpt mark").all_inner_texts() == ["noon"]
    assert result.locator("a").get_attribute("href").endswith("stories/x/bath-time/index.html")
    everything = "".join(path.read_text(encoding="utf-8") for path in (searched / "search" / "en").glob("e*.js"))
    assert "Her son watched" not in everything
