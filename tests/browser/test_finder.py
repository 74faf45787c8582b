"""The finders of stories and of questions: facets, words, address, pack, copying; and the form that leads there."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.sound import assert_axe_finds_nothing, turn
from whatmatters.library.library import Library
from whatmatters.library.publication import for_audience
from whatmatters.site.finder_data import PIECE
from whatmatters.site.finder_facets import stories_in_order, story_facets
from whatmatters.site.item_numbers import steps_in_letters

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
STORIES, QUESTIONS = "stories/find/index.html", "questions/find/index.html"
#: A piece of data whose address says which numbers it knows, and nothing of a reader.
MARKED = re.compile(r"/assets/data/(en|cy)/[a-z0-9-]+\.js\?[0-9a-f]{8}$")


def opened(page, base: str, lang: str, path: str) -> None:
    """The finder at `path`, ready."""
    page.goto(f"{base}{PREFIX[lang]}{path}")
    page.wait_for_function("document.querySelector('[data-wm-status]').textContent")


def found(page) -> list[str]:
    """The stories or questions that stand there, by their names in a pack."""
    return page.locator("[data-wm-list] > li").evaluate_all("lines => lines.map(line => line.dataset.wmItem)")


def until_found(page, items: list[str]) -> None:
    """Wait until these stand there, in this order."""
    page.wait_for_function(
        "wanted => [...document.querySelectorAll('[data-wm-list] > li')].map(line => line.dataset.wmItem).join() === wanted",
        arg=",".join(items), timeout=10_000)


def look_for(page, typed: str) -> None:
    """Type words and press Enter."""
    page.locator("[data-wm-text]").fill(typed)
    page.locator("[data-wm-text]").press("Enter")


def tick(page, facet: str, value: str):
    """The box of a value, its facet opened."""
    page.locator("[data-wm-by]").evaluate("e => { e.open = true; }")
    page.locator(f'[data-wm-facet="{facet}"]').evaluate("e => { e.open = true; }")
    return page.locator(f'[data-wm-facet="{facet}"] [data-wm-value="{value}"] input')


def count(page, facet: str, value: str) -> str:
    """The number beside a value."""
    return page.locator(f'[data-wm-facet="{facet}"] [data-wm-value="{value}"] .wm-tag__count').text_content()


# The engine ---------------------------------------------------------------------------------------------------


def test_the_engine_agrees_with_plain_sets(served, page):
    """Any within a facet, all between facets, and counts, over 2,000 items and choices made by chance."""
    page.goto(served + STORIES)
    chance, size = random.Random(2016), 2000
    facets = {f: {f"v{v}": sorted(chance.sample(range(size), chance.choice([0, 1, 40, 900]))) for v in range(6)} for f in "abcd"}
    rows = [[f, [[v, steps_in_letters(items)] for v, items in values.items()]] for f, values in facets.items()]
    choices = [{f: chance.sample(sorted(facets[f]), chance.choice([0, 1, 3])) for f in facets} for _ in range(20)]

    def answering(facet: str, chosen: dict[str, list[str]]) -> set[int]:
        return set().union(*(facets[facet][v] for v in chosen[facet])) if chosen[facet] else set(range(size))

    for chosen, result in zip(choices, page.evaluate(
            "([size, rows, choices]) => { const t = wmFacets.table(size, rows); return choices.map(c => t.find(c)); }",
            [size, rows, choices]), strict=True):
        assert result["items"] == sorted(set.intersection(*(answering(f, chosen) for f in facets)))
        for facet, values in facets.items():
            others = set.intersection(*(answering(f, chosen) for f in facets if f != facet))
            assert result["counts"][facet] == {v: len(others & set(items)) for v, items in values.items()}


def test_an_address_is_read_as_it_was_written(served, page):
    """Whatever letters a text has; the choice of nothing has no address."""
    page.goto(served + STORIES)
    nothing = {"facets": {}, "text": "", "sort": "", "word": ""}
    much = {"facets": {"theme": ["risk", "community"]}, "text": "tŷ & #gwely=“da” 😀", "sort": "length", "word": "resident"}
    for choice in (nothing, much):
        hash_, read = page.evaluate("""choice => { const known = { has: () => true };
            const hash = wmFindAddress.write(choice); return [hash, wmFindAddress.read(hash, known)]; }""", choice)
        assert read == {**choice, "unknown": False}
        assert bool(hash_) == (choice is much)


# Stories ------------------------------------------------------------------------------------------------------


@both
def test_any_within_a_facet_and_all_between_facets(base, page, seen, lang):
    """By keyboard alone: list, counts and what is said follow each choice, and the focus stays where it is."""
    opened(page, base, lang, STORIES)
    assert len(found(page)) == 3
    box = tick(page, "setting", "care-home")
    box.focus()
    page.keyboard.press("Space")
    assert sorted(found(page)) == ["story:the-blue-cup", "story:two-songs"]
    assert page.locator("[data-wm-status]").inner_text() == {"en": "2 of 3 stories", "cy": "Straeon: 2 o 3"}[lang]
    assert (count(page, "setting", "own-home"), count(page, "theme", "risk"), count(page, "theme", "dementia")) == ("1", "0", "1")
    expect(box).to_be_focused()
    tick(page, "theme", "dementia").press("Space")
    assert found(page) == ["story:the-blue-cup"]
    tick(page, "theme", "relationships").press("Space")
    assert len(found(page)) == 2
    tick(page, "law", "positive-risk").press("Space")
    assert found(page) == []
    assert page.locator("[data-wm-status]").inner_text() == {
        "en": "Nothing fits all of that. Remove one of your choices.",
        "cy": "Does dim yn cyd-fynd â'r cyfan. Tynnwch un o'ch dewisiadau."}[lang]
    assert seen.complaints == []


def test_every_choice_can_be_taken_back(served, page):
    """One by one, the focus going on to the next; and all at once, the focus going to what is found."""
    opened(page, served, "en", STORIES + "#theme=risk,dementia&setting=care-home")
    page.get_by_role("button", name="Remove: Dementia").press("Enter")
    expect(page.get_by_role("button", name="Remove: Care home")).to_be_focused()
    assert found(page) == []
    page.get_by_role("button", name="Clear all choices").press("Enter")
    expect(page.locator("#found")).to_be_focused()
    assert len(found(page)) == 3
    assert not tick(page, "setting", "care-home").is_checked()


@both
def test_the_address_holds_the_choice_in_either_language(base, page, lang):
    """Opened anew it gives the same; the link to the other language gives the same stories there."""
    opened(page, base, lang, STORIES)
    tick(page, "theme", "everyday-joys").check()
    tick(page, "kind", "video-transcript").check()
    page.locator("[data-wm-sort]").select_option("length")
    page.reload()
    expect(page.locator("[data-wm-list] > li")).to_have_count(1)
    assert found(page) == ["story:two-songs"]
    assert page.locator("[data-wm-sort]").input_value() == "length"
    page.locator(".wm-header [data-wm-lang-switch]").click()
    page.wait_for_url(lambda url: "#theme=everyday-joys&kind=video-transcript" in url)
    expect(page.locator("[data-wm-list] > li")).to_have_count(1)
    assert page.locator("html").get_attribute("lang") != lang
    assert page.locator("[data-wm-list] h3").inner_text() == {"en": "Dwy gân", "cy": "Two songs"}[lang]


@pytest.mark.parametrize(("lang", "order"), [
    ("en", ["a-walk-to-the-shop", "the-blue-cup", "two-songs"]),
    ("cy", ["a-walk-to-the-shop", "two-songs", "the-blue-cup"]),
])
def test_titles_stand_in_the_alphabet_of_the_language(served, page, lang, order):
    """Cerdded, Dwy, Y cwpan; A walk, The blue, Two. Until a reader asks for that order, what happened stands first."""
    opened(page, served, lang, STORIES)
    assert found(page) == ["story:two-songs", *(f"story:{story}" for story in order if story != "two-songs")]
    page.locator("[data-wm-sort]").select_option("title")
    assert found(page) == [f"story:{story}" for story in order]


@pytest.mark.parametrize(("lang", "cases"), [
    ("cy", {"gwpan": ["the-blue-cup"], "gân": ["two-songs"], "chwpanau": ["the-blue-cup"], "gweithwyr newydd": ["the-blue-cup"],
            "gan": ["two-songs"], "cwpan": ["the-blue-cup"]}),
    ("en", {"cups": ["the-blue-cup"], "songs": ["two-songs"], "drinking": ["the-blue-cup"], "cup song": []}),
])
def test_words_narrow_the_list_in_any_of_their_forms(base, page, lang, cases):
    """Mutated, plural or bent; all the words together."""
    opened(page, base, lang, STORIES)
    for typed, stories in cases.items():
        look_for(page, typed)
        until_found(page, [f"story:{story}" for story in stories])


def test_search_opened_meanwhile_does_not_disturb_the_finder(served, page):
    """The finder waits for the scripts that know words when the dialog of search is opened, which needs the same ones."""
    held = []
    opened(page, served, "en", STORIES)
    page.route("**/assets/js/search-find.js", lambda route: held.append(route))
    with page.expect_request("**/assets/js/search-find.js"):
        look_for(page, "cup")
    with page.expect_request("**/assets/js/search-dialog.js"):
        page.locator("[data-wm-search-open]").click()
    page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    until_found(page, ["story:the-blue-cup"])


def test_whatever_is_typed_gets_an_answer(served, page, seen):
    """A list or a sentence, never markup, never an error; the address stays short and can be opened."""
    opened(page, served, "cy", STORIES)
    for typed in ("<img src=x onerror=alert(1)>", "x" * 10_000, "cup " * 2_500, "😀" * 3_000, "שלום عالم", "?!… —", "#theme=risk&sort=x",
                  "\u202ecup"):
        look_for(page, typed)
        page.wait_for_timeout(300)
        assert page.locator("[data-wm-status]").inner_text()
        assert page.locator("article img:not(.wm-emblem)").count() == 0
        assert len(page.url) < 8_000
    page.reload()
    page.wait_for_function("document.querySelector('[data-wm-status]').textContent")
    assert seen.complaints == []


def test_a_text_without_words_is_said_to_have_none(served, page):
    """The list stays whole, and the page says why."""
    opened(page, served, "en", STORIES + "#text=%3F%21")
    assert page.locator("[data-wm-note]").inner_text() == "There is no word to look for in what you typed."
    assert len(found(page)) == 3


@both
def test_what_the_library_does_not_know_is_left_out_and_said(served, page, seen, lang):
    """The rest of the address counts."""
    opened(page, served, lang, STORIES)
    assert not page.locator("[data-wm-unknown]").is_visible()
    for bad in ("#theme=no-such-tag", "#no-such-facet=x", "#theme=risk,%3Cscript%3E", "#constructor=x&theme=toString&sort=constructor"):
        page.goto(f"{served}{PREFIX[lang]}{STORIES}{bad}")
        expect(page.locator("[data-wm-list] > li")).to_have_count(1 if "risk" in bad else 3)
        assert page.locator("[data-wm-unknown]").inner_text() == {
            "en": "This address names a choice that the library does not have. It was left out.",
            "cy": "Mae'r cyfeiriad hwn yn enwi dewis nad yw yn y llyfrgell. Cafodd ei adael allan."}[lang]
    assert seen.complaints == []


@pytest.mark.parametrize(("lang", "path", "piece", "body"), [
    ("cy", STORIES, "find-stories-*", ""), ("en", STORIES, "find-stories-0", "{}"), ("en", STORIES, "find-stories-0", '{"rows": [], "themes": {}}'),
    ("en", QUESTIONS, "bank-*", "null"), ("cy", QUESTIONS, "bank-*", ""), ("en", QUESTIONS, "bank-*", "{}"),
])
def test_a_broken_file_is_said_and_the_links_stay(served, page, seen, lang, path, piece, body):
    """In the page's language; the plain lists can still be reached."""
    script = f'wmData.take("{lang}", "{piece}", {body});' if body else ""
    page.route(f"**/assets/data/{lang}/{piece}.js?*", lambda route: route.fulfill(content_type="text/javascript", body=script))
    page.goto(f"{served}{PREFIX[lang]}{path}")
    page.locator("[data-wm-broken]").wait_for()
    assert {"en": "did not come", "cy": "Ni ddaeth"}[lang] in page.locator("[data-wm-broken]").inner_text()
    assert page.locator("[data-wm-facet]:not([hidden]) a").count() > 3
    assert not page.locator("[data-wm-desk]").is_visible()
    assert seen.complaints == []


def test_what_did_not_come_at_first_is_asked_for_again(served, page):
    """By the next choice: the finder then stands in place of the links."""
    page.route("**/assets/data/en/bank-*.js?*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(served + QUESTIONS)
    page.locator("[data-wm-broken]").wait_for()
    page.unroute_all()
    page.evaluate("location.hash = 'bank=supervision'")
    page.locator("[data-wm-list] > li").first.wait_for()
    assert not page.locator("[data-wm-broken]").is_visible()
    assert page.locator("[data-wm-facet] a").count() == 0
    assert page.locator("[data-wm-facet] input:checked").count() == 1


def test_without_its_words_a_finder_still_finds_by_facet(served, page):
    """The page says that the words were left out."""
    page.route("**/find-stories-words.js?*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    opened(page, served, "en", STORIES + "#theme=risk&text=cup")
    assert page.locator("[data-wm-note]").inner_text() == "The list of words did not come, so your words were left out."
    assert found(page) == ["story:a-walk-to-the-shop"]


def test_nothing_is_remembered_unless_asked_for(served, page):
    """Off at first; when on, choices come back and words do not; when off again, nothing is left."""
    opened(page, served, "en", STORIES)
    tick(page, "theme", "risk").check()
    assert page.evaluate("localStorage.getItem('wm / find-stories')") is None
    page.get_by_label("Remember my choices in this browser").check()
    look_for(page, "shop")
    page.wait_for_function("location.hash.includes('text=shop')")
    assert page.evaluate("wmKept.choice('find-stories').read()") == "#theme=risk"
    page.goto(served)
    opened(page, served, "en", STORIES)
    assert found(page) == ["story:a-walk-to-the-shop"]
    assert page.locator("[data-wm-text]").input_value() == ""
    page.get_by_label("Remember my choices in this browser").uncheck()
    assert page.evaluate("localStorage.getItem('wm / find-stories')") is None


def test_a_link_does_not_replace_what_is_remembered(served, page):
    """Only what the reader does on the page is kept."""
    page.goto(served)
    page.evaluate("wmKept.choice('find-stories').write('#theme=risk')")
    opened(page, served, "en", STORIES + "#theme=dementia")
    assert found(page) == ["story:the-blue-cup"]
    assert page.evaluate("wmKept.choice('find-stories').read()") == "#theme=risk"


def test_one_or_all_go_into_the_pack(base, page):
    """By keyboard: one story by its button, then all that were found; the buttons say so and keep the focus."""
    opened(page, base, "en", STORIES + "#theme=everyday-joys")
    page.get_by_role("button", name="Add to my sessions: Two songs").press("Enter")
    page.get_by_role("button", name="Add all 2 to my sessions").press("Enter")
    taken = page.get_by_role("button", name="All 2 are in my sessions")
    expect(taken).to_be_focused()
    items = page.evaluate("wmKept.choice('pack').read().items")
    assert items == ["story:two-songs", "story:the-blue-cup"]
    page.locator("[data-wm-list] a").first.click()
    page.wait_for_url("**/two-songs/index.html")


def test_a_link_to_the_content_changes_no_choice(served, page):
    """An anchor in the address is no choice."""
    opened(page, served, "en", STORIES + "#theme=risk")
    page.locator(".wm-skip").press("Enter")
    page.wait_for_function("location.hash === '#wm-content'")
    page.wait_for_timeout(100)
    assert found(page) == ["story:a-walk-to-the-shop"]


# Rows, which come when they are in sight ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def public(real) -> Library:
    """The library as the site of its pages has it."""
    return for_audience(real, "public", date.today())[0]


def rows_asked_for(seen) -> list[str]:
    """Which pieces with rows of stories a page asked for, in this order."""
    return [match[1] for url in seen.requests if (match := re.search(r"/(find-stories(?:-\d+)?)\.js", url))]


@both
def test_rows_come_as_far_as_a_reader_looks(library_served, page, seen, public, lang):
    """On a phone six; near their end as many as a screen had at first; then at each press, until every story stands there once."""
    page.set_viewport_size({"width": 412, "height": 823})
    opened(page, library_served, lang, STORIES)
    assert len(found(page)) == PIECE
    assert rows_asked_for(seen) == ["find-stories-0"]
    assert page.locator("[data-wm-status]").inner_text().count(str(len(public.stories))) == 2
    page.evaluate("window.scrollTo(0, document.querySelector('[data-wm-end]').getBoundingClientRect().top - window.innerHeight - 100)")
    expect(page.locator("[data-wm-list] > li")).to_have_count(24)
    assert rows_asked_for(seen) == [f"find-stories-{n}" for n in range(4)]
    while page.locator("[data-wm-more]").is_visible():
        shown = len(found(page))
        page.locator("[data-wm-more]").press("Enter")
        page.wait_for_function("shown => document.querySelectorAll('[data-wm-list] > li').length > shown", arg=shown)
        assert page.evaluate("shown => document.activeElement.closest('li') === document.querySelectorAll('[data-wm-list] > li')[shown]", shown)
    assert found(page) == [f"story:{story.id}" for story in stories_in_order(public, lang)]
    assert "find-stories" not in rows_asked_for(seen)
    assert seen.complaints == []


@both
def test_on_a_wide_screen_a_dozen_come_at_once(library_served, page, seen, lang):
    """No more, as long as nobody looks further."""
    page.set_viewport_size({"width": 1280, "height": 900})
    opened(page, library_served, lang, STORIES)
    page.wait_for_load_state("networkidle")
    assert len(found(page)) == 2 * PIECE
    assert rows_asked_for(seen) == ["find-stories-0", "find-stories-1"]


def test_nothing_comes_unasked_before_the_eyes_of_a_reader(library_served, page, seen):
    """Whoever jumps to the end sees it stay where it is, and presses."""
    page.set_viewport_size({"width": 412, "height": 823})
    opened(page, library_served, "en", STORIES)
    page.evaluate("""document.querySelector("[data-wm-end]").scrollIntoView({ block: "center" })""")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    assert (len(rows_asked_for(seen)), len(found(page))) == (4, PIECE)
    page.get_by_role("button", name="Show 18 more (100 left)").press("Enter")
    expect(page.locator("[data-wm-list] > li")).to_have_count(24)


@both
@pytest.mark.parametrize("touch", ["pointer", "keyboard"])
def test_whoever_begins_to_choose_has_all_rows(library_served, page, seen, public, lang, touch):
    """At the first touch they are asked for, once: every choice is then followed at once and whole, though nothing more can come."""
    opened(page, library_served, lang, STORIES)
    before = len(rows_asked_for(seen))
    with page.expect_response("**/find-stories.js?*") as answer:
        if touch == "pointer":
            page.locator("[data-wm-by] > summary").click()
        else:
            page.locator("[data-wm-sort]").focus()
    answer.value.finished()
    page.route("**/assets/**", lambda route: route.abort())
    facets, stories = story_facets(public, lang), stories_in_order(public, lang)
    for facet, value in ((one, value) for one in facets for value in one.values[::7]):
        page.evaluate("hash => { location.hash = hash; }", f"{facet.id}={value.id}")
        wanted = [f"story:{stories[n].id}" for n in value.items]
        page.wait_for_function("n => document.querySelector('[data-wm-status]').textContent.match(/\\d+/)[0] === n", arg=str(len(wanted)))
        page.wait_for_function("n => document.querySelectorAll('[data-wm-list] > li').length >= n", arg=min(PIECE, len(wanted)))
        shown = found(page)
        assert shown == wanted[:len(shown)]
    page.evaluate("location.hash = 'sort=title'")
    by_title = [f"story:{story.id}" for story in public.by_title(stories, lang)]
    page.wait_for_function("first => document.querySelector('[data-wm-list] > li')?.dataset.wmItem === first", arg=by_title[0])
    shown = found(page)
    assert shown == by_title[:len(shown)]
    assert rows_asked_for(seen)[before:] == ["find-stories"]


def test_rows_that_do_not_come_at_a_press_come_at_the_next(library_served, page):
    """What stands there stays, and the page says that the rest did not come."""
    page.set_viewport_size({"width": 412, "height": 823})
    opened(page, library_served, "en", STORIES)
    page.route("**/find-stories*.js*", lambda route: route.abort())
    page.locator("[data-wm-more]").click()
    page.locator("[data-wm-broken]").wait_for()
    assert len(found(page)) == PIECE
    page.unroute_all()
    page.locator("[data-wm-more]").click()
    expect(page.locator("[data-wm-list] > li")).to_have_count(24)
    assert not page.locator("[data-wm-broken]").is_visible()


def test_all_that_was_found_goes_into_the_pack_though_few_rows_stand_there(library_served, page, public):
    """Their names come with the press; the button then says that all are inside, here and when the page is opened again."""
    value = next(v for f in story_facets(public, "en") if f.id == "theme" for v in f.values if 2 * PIECE < len(v.items) < 40)
    wanted = [f"story:{stories_in_order(public, 'en')[n].id}" for n in value.items]
    page.set_viewport_size({"width": 412, "height": 823})
    opened(page, library_served, "en", f"{STORIES}#theme={value.id}")
    assert len(found(page)) == PIECE
    page.get_by_role("button", name=f"Add all {len(wanted)} to my sessions").press("Enter")
    page.get_by_role("button", name=f"All {len(wanted)} are in my sessions").wait_for()
    assert page.evaluate("wmKept.choice('pack').read().items") == wanted
    page.reload()
    page.get_by_role("button", name=f"All {len(wanted)} are in my sessions").wait_for()
    assert len(found(page)) == PIECE


# Questions ----------------------------------------------------------------------------------------------------


@both
def test_questions_by_bank_group_principle_and_words(base, page, seen, lang):
    """Each facet counts; what is found leads to its place in the bank."""
    opened(page, base, lang, QUESTIONS)
    assert found(page)[0].startswith("question:")
    tick(page, "principle", "supervision").check()
    assert all(item.startswith("question:supervision/") for item in found(page))
    tick(page, "category", "supervision/outcomes").check()
    assert found(page)[:2] == ["question:supervision/outcomes-1", "question:supervision/outcomes-2"]
    assert count(page, "category", "strengths/talking") == "0"
    look_for(page, {"en": "smallest steps", "cy": "gam lleiaf"}[lang])
    until_found(page, ["question:supervision/outcomes-3"])
    look_for(page, "")
    expect(page.locator("[data-wm-list] > li")).to_have_count(7)
    page.locator("[data-wm-list] a").first.click()
    page.wait_for_url("**/questions/supervision/index.html#outcomes-1")
    assert seen.complaints == []


def test_more_are_shown_when_asked_for(served, page):
    """Some at first, so that a page of hundreds is quick; the focus goes to the first new one."""
    opened(page, served, "en", QUESTIONS)
    first = len(found(page))
    assert first == 24
    page.locator("[data-wm-more]").press("Enter")
    page.locator("[data-wm-list] > li").nth(47).wait_for()
    assert len(found(page)) == 48
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('[data-wm-list] > li')[24]")
    assert "100 or fewer" in page.locator("[data-wm-many]").inner_text()
    assert not page.locator("[data-wm-take]").is_visible()


@both
def test_one_question_and_all_of_them_are_copied(served, page, context, lang):
    """As text with the names of bank and group, in the word for the person that the reader chose."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, served, lang, QUESTIONS + "#category=supervision/outcomes&word=resident")
    page.locator("[data-wm-list] .wm-add").first.press("Enter")
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent")
    one = page.evaluate("navigator.clipboard.readText()")
    assert {"en": "the resident", "cy": "preswylydd"}[lang] in one
    assert one == page.locator(".wm-asked__text").first.inner_text()
    page.locator("[data-wm-copy-all]").press("Enter")
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent.includes('7')")
    text = page.evaluate("navigator.clipboard.readText()")
    lines = text.strip().split("\n")
    assert lines[1:] == [f"- {q}" for q in page.locator(".wm-asked__text").all_inner_texts()]
    assert {"en": "Supervision questions: ", "cy": "Cwestiynau goruchwylio: "}[lang] in lines[0]


@pytest.mark.parametrize(("old_way", "shown"), [("true", False), ("false", True)])
def test_where_the_clipboard_is_refused_there_is_another_way(site, page, old_way, shown):
    """The older way of copying; where that is refused too, the text stands there, selected."""
    page.add_init_script(f"""Object.defineProperty(navigator, 'clipboard', {{ value: undefined }});
        document.execCommand = () => {{ window.copied = document.activeElement.value; return {old_way}; }};""")
    opened(page, site.as_uri() + "/", "cy", QUESTIONS + "#category=supervision/outcomes")
    page.locator("[data-wm-copy-all]").click()
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent")
    assert page.locator("[data-wm-hand]").is_visible() == shown
    assert page.evaluate("window.copied").startswith("Cwestiynau goruchwylio")
    if shown:
        assert page.evaluate("document.activeElement.value.slice(0, 22)") == "Cwestiynau goruchwylio"


def test_a_name_stays_on_the_page(served, page, seen):
    """It fills the questions as text, stands in no address, is kept nowhere and sent nowhere."""
    opened(page, served, "en", QUESTIONS + "#bank=supervision")
    page.get_by_label("Remember my choices in this browser").check()
    page.locator("[data-wm-name-field]").fill("<b>Siân</b>")
    assert "<b>Siân</b>" in " ".join(page.locator(".wm-asked__text").all_inner_texts())
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage}) + location.href")
    assert "Si" not in kept
    assert not [url for url in seen.requests if "Si" in url]


# On other pages, and for every reader -------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "start"), [("en", "index.html"), ("cy", "stories/index.html")])
def test_the_small_form_leads_to_what_was_chosen(base, page, seen, lang, start):
    """What is typed goes behind the # of the address, and so to no server."""
    page.goto(f"{base}{PREFIX[lang]}{start}")
    page.locator("#find-form-theme").select_option("dementia")
    page.locator("#find-form-text").fill({"en": "cup", "cy": "gwpan"}[lang])
    page.locator("#find-form-text").press("Enter")
    page.wait_for_url("**/stories/find/index.html#theme=dementia&text=*")
    expect(page.locator("[data-wm-list] > li")).to_have_count(1)
    assert not [url for url in seen.requests if "?" in url and "search/" not in url and not MARKED.search(url)]
    assert seen.complaints == []


def test_a_tag_leads_to_the_finder_with_the_tag_chosen(served, page):
    """From the tag's own page one can narrow further."""
    page.goto(served + "tags/care-home/index.html")
    page.get_by_role("link", name="Narrow these stories down further").click()
    expect(page.locator("[data-wm-list] > li")).to_have_count(2)
    assert tick(page, "setting", "care-home").is_checked()


@both
@pytest.mark.parametrize("path", [STORIES + "#theme=everyday-joys&setting=care-home", QUESTIONS + "#bank=supervision"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(served, page, lang, path):
    """Dark at 320 px and light at 1280 px, with every group open."""
    opened(page, served, lang, path)
    for width, scheme in ((320, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        turn(page, scheme)
        page.locator("article details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_axe_finds_nothing(page, (width, scheme))


def test_on_a_small_screen_what_is_found_comes_before_the_groups(served, page):
    """The groups are folded away, and open at a press."""
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, served, "en", STORIES)
    assert not page.locator("[data-wm-facet=theme]").is_visible()
    page.get_by_role("heading", name="Narrow the list").click()
    assert page.locator("[data-wm-facet=theme]").is_visible()


def test_on_paper_stand_the_choices_and_what_was_found(served, page):
    """Nothing that can only be pressed."""
    opened(page, served, "en", STORIES + "#theme=risk")
    page.emulate_media(media="print")
    assert page.locator("[data-wm-list] > li").is_visible()
    assert page.locator(".wm-chip").is_visible()
    assert not page.locator(".wm-find__by, .wm-find__words, .wm-find__do, .wm-add").locator("visible=true").count()


@both
@pytest.mark.parametrize(("path", "to"), [(STORIES, "tags/risk/"), (QUESTIONS, "questions/supervision/")])
def test_without_scripts_the_groups_are_links(served, chromium, lang, path, to):
    """To the pages that list the same; nothing stands there that would not work."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{path}")
    links = page.locator("article a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    buttons = page.locator("article :is(button, input, select):visible").count()
    context.close()
    assert [link for link in links if link.endswith(f"/{PREFIX[lang]}{to}index.html")]
    assert buttons == 0


def test_where_nothing_may_be_kept_the_finder_works(served, chromium):
    """A browser that refuses storage: no pack is promised, all else is there."""
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } });")
    page = context.new_page()
    opened(page, served, "en", STORIES + "#theme=risk")
    seen, buttons = found(page), page.locator("[data-wm-take]:visible, [data-wm-list] .wm-add").count()
    context.close()
    assert (seen, buttons) == (["story:a-walk-to-the-shop"], 0)
