"""Add a story: fields, what is missing, the card, and a zip that the project takes as it comes."""

from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over
from tests.check.test_leftovers import GOOD, LEFT, PAUSES
from tests.command import called
from tests.conftest import REPOSITORY, TODAY, lay_out
from tests.weight.served import WATCH
from whatmatters.check import check_project
from whatmatters.cli.form_page import BUTTON
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.leftovers import LEFTOVERS
from whatmatters.library.story_files import NewText, facts_yaml
from whatmatters.library.story_id import id_from_title
from whatmatters.reading.new_story import NewConsent, NewFilm, NewScene, NewSource, NewStory
from whatmatters.reading.story_text import FORBIDDEN

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
PAGE = "about/add-a-story/index.html"

TEXTS = {
    "en": {"title": "The kettle's song", "summary": "Nobody knew why.", "before": "He would not drink.\nThe staff tried.", "after": "It sang.",
           "at_pause": "What was tried?\n- Who knew?", "afterwards": "1. And you?\nAnd then?"},
    "cy": {"title": "Cân y tegell ŵ ŷ", "summary": "Wyddai neb pam.", "before": "Doedd e ddim yn yfed.\nCeisiodd y staff.", "after": "Canodd.",
           "at_pause": "Beth a geisiwyd?\nPwy oedd yn gwybod?", "afterwards": "A chi?\nAc wedyn?"},
}
LINES = {"source.title": "A film", "source.publisher": "A team", "owner": "library", "emblem": "kettle"}
CHOICES = {"kind": "magic-moment", "collection": "magic-moments", "source.how_it_reached_us": "film", "provenance": "retold",
           "consent.basis": "published-source"}
TICKS = [("tags.theme", "dementia"), ("tags.theme", "everyday-joys"), ("tags.principle", "strengths-based"),
         ("tags.setting", "care-home"), ("tags.role", "care-worker"), ("law", "personal-plan")]


#: Time stands still. Playwright's own clock could not be taken out of a tab again.
ON_A_DAY = f"""(() => {{
  const now = {int(datetime.combine(TODAY, time(12), UTC).timestamp() * 1000)};
  window.Date = class extends Date {{
    constructor(...given) {{ if (given.length) super(...given); else super(now); }}
    static now() {{ return now; }}
  }};
}})();"""


@pytest.fixture(autouse=True)
def day(before_each_page) -> None:
    """The day of the tests: what is reviewed on a later one is still to come."""
    before_each_page(ON_A_DAY)


def at(page, name: str):
    """A field by its name."""
    return page.locator(f'[name="{name}"]')


def opened(page, base: str, lang: str = "en") -> None:
    """The page, when its script has begun."""
    page.goto(f"{base}{PREFIX[lang]}{PAGE}")
    page.locator(".wm-oneface").first.wait_for()


def fill(page) -> None:
    """A whole story, in one go."""
    fields = {f"texts.{lang}.{part}": words for lang, text in TEXTS.items() for part, words in text.items()} | LINES | CHOICES
    page.evaluate("""([fields, ticks]) => {
        const form = document.querySelector("[data-wm-form]");
        Object.entries(fields).forEach(([name, value]) => { form.elements[name].value = value; });
        ticks.forEach(([name, value]) => { form.querySelector(`[name="${name}"][value="${value}"]`).checked = true; });
        form.elements["texts.en.title"].dispatchEvent(new Event("input", { bubbles: true }));
        form.querySelector('[name="tags.theme"]').dispatchEvent(new Event("input", { bubbles: true }));
    }""", [fields, TICKS])


def saved(page, folder: Path) -> Path:
    """The file that the button gives."""
    with page.expect_download() as download:
        page.locator("[data-wm-save]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def missing(page) -> list[str]:
    """What the page says is missing."""
    return page.locator("[data-wm-missing] li").all_inner_texts()


@both
def test_the_zip_unpacked_into_stories_passes_check(base, page, seen, lang, tmp_path):
    """Filled in either language, over HTTP and from disk: the folder is one that `check` finds nothing wrong with,
    and no byte left the page."""
    opened(page, base, lang)
    fill(page)
    path = saved(page, tmp_path)
    assert path.name == "the-kettles-song.zip"
    project = lay_out(tmp_path / "project")
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        packed.extractall(project / "stories")
    report = check_project(project, TODAY)
    assert report.errors == ()
    story = report.library.stories["the-kettles-song"]
    assert [p for p in report.advice if p.path.startswith(story.folder) and p.code != "P21"] == []
    assert story.texts["cy"].title == TEXTS["cy"]["title"]
    assert story.texts["en"].at_pause == ("What was tried?", "Who knew?")
    assert story.texts["en"].afterwards == ("And you?", "And then?")
    assert story.facts.tags["theme"] == ("dementia", "everyday-joys")
    assert [r for r in seen.requests if not r.startswith((base, "data:", "blob:"))] == []
    assert seen.complaints == []


@both
def test_what_is_missing_is_said_while_one_writes(served, page, lang):
    """An empty page lists every field that is needed; each line leads to its field; a whole story leaves none."""
    opened(page, served, lang)
    assert len(missing(page)) == 20
    first = page.locator("[data-wm-missing] a").first
    assert {"en": "Title, in Welsh", "cy": "Teitl, yn Gymraeg"}[lang] == first.inner_text()
    first.press("Enter")
    assert page.evaluate("document.activeElement.name") == "texts.cy.title"
    page.keyboard.type("Teitl")
    assert len(missing(page)) == 19
    fill(page)
    assert missing(page) == []
    page.wait_for_function("document.querySelector('[data-wm-left]').textContent !== ''")
    page.get_by_text({"en": "Nothing is missing.", "cy": "Does dim byd ar goll."}[lang]).wait_for()


RULES = [
    ("texts.en.title", "<b>Tea</b>", "looks like HTML"), ("texts.cy.before", "Te {!/etc/passwd!}", "braces"), ("texts.en.after", "**Tea**", "marks"),
    ("texts.en.before", "- a list", "marks"), ("texts.en.at_pause", "Why?", "in Welsh: 2, in English: 1"), ("texts.cy.after", "", "nothing is written"),
    ("source.url", "javascript:alert(1)", "https://…"), ("consent.review_by", "2020-01-01", "before the day"), ("owner", "  ", "nothing is written"),
    ("texts.en.title", "¿?", "from a to z"), ("texts.en.before", "A long line of many words.\n" * 40, "front of its card"),
    ("texts.cy.after", "Llinell hir o lawer o eiriau.\n" * 40, "back of its card"), ("kind", "", "choose one"), ("consent.basis", "composite", "made up"),
]


def test_each_rule_that_a_browser_can_know(served, page):
    """One thing at a time is spoilt in a whole story, and that one thing is named, beside its field too."""
    opened(page, served)
    fill(page)

    def put(field, words: str) -> None:
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)

    for name, words, said in RULES:
        field = at(page, name)
        before = field.input_value()
        put(field, words)
        page.wait_for_function("text => document.querySelector('[data-wm-missing]').textContent.includes(text)", arg=said)
        assert len(missing(page)) == 1, (name, words)
        place = page.locator("[data-wm-missing] a").get_attribute("href")
        page.locator(place).focus()
        page.locator("[data-wm-save]").focus()
        assert said in page.locator(place).locator("xpath=ancestor-or-self::*[@data-wm-field][1]").locator("[data-wm-problem]").inner_text()
        put(field, before)
        page.wait_for_function("!document.querySelector('[data-wm-missing]').children.length")


def test_a_browser_finds_what_check_finds(served, page):
    """The page reads the patterns of `check` as they stand: each finds and leaves alone what it does there."""
    opened(page, served)
    lines = sorted({line for _, line in LEFT} | {*GOOD, *PAUSES})
    patterns = [(p, "") for p, _, _, _ in FORBIDDEN] + [(one.pattern, "i" if one.ignores_case else "") for one in LEFTOVERS]
    found = page.evaluate("""([patterns, lines]) => {
        const made = patterns.map(([pattern, flags]) => new RegExp(pattern, flags));
        return lines.map((line) => made.map((one) => one.test(line)));
    }""", [[(pattern.pattern, flags) for pattern, flags in patterns], lines])
    wanted = [[bool(pattern.search(line)) for pattern, _ in patterns] for line in lines]
    assert [line for line, here, there in zip(lines, found, wanted, strict=True) if here != there] == []


def test_an_invented_story_needs_no_source(served, page, tmp_path):
    """Nothing is missing, no country is claimed, the card says that it was invented, once, and the file is the command's."""
    opened(page, served)
    fill(page)
    at(page, "source.title").fill("")
    at(page, "source.publisher").fill("")
    assert len(missing(page)) == 2
    at(page, "source.how_it_reached_us").select_option("invented")
    at(page, "provenance").select_option("composite")
    assert missing(page) == []
    assert at(page, "source.jurisdiction").input_value() == ""
    for lang, told, source in (
        ("en", "This story was invented for discussion. It rests on no real case.", "What Matters"),
        ("cy", "Stori wedi'i dychmygu i'w thrafod yw hon.", "Beth sy'n Bwysig"),
    ):
        faces = page.locator(f'[data-wm-faces="{lang}"]')
        faces.locator(".wm-face__small").filter(has_text=f"{source}.").wait_for()
        assert faces.inner_text().count(told) == 1
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        written = packed.read("magic-moments/the-kettles-song/story.yml").decode()
    source = NewSource("", "", "", "", "invented").fields()
    assert facts_yaml({"source": source}) in written


def test_a_title_in_both_languages_is_kept(served, page, tmp_path):
    """It has a field for each language, which an opened story fills: both are needed, and what is changed is saved."""
    opened(page, served)
    fill(page)
    path = saved(page, tmp_path)
    again = tmp_path / "again.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace('  title: "A film"\n', '  title: {en: A day of tea, cy: "Diwrnod o de"}\n') if name.endswith("story.yml") else text)
    page.locator("[data-wm-file]").set_input_files(again)
    page.wait_for_function("document.querySelector('[name=\"source.title\"]').value === ''")
    assert missing(page) == []
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        written = packed.read("magic-moments/the-kettles-song/story.yml").decode()
    assert '  title:\n    en: "A day of tea"\n    cy: "Diwrnod o de"\n  publisher: "A team"\n' in written
    page.locator("details", has=at(page, "both.title.cy")).evaluate("one => { one.open = true; }")
    assert (at(page, "both.title.en").input_value(), at(page, "both.title.cy").input_value()) == ("A day of tea", "Diwrnod o de")
    at(page, "both.title.cy").fill("")
    assert len(missing(page)) == 1
    at(page, "both.title.cy").fill("Te")
    at(page, "both.publisher.en").fill("Our team")
    at(page, "both.publisher.cy").fill("Ein tîm")
    assert missing(page) == []
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        written = packed.read("magic-moments/the-kettles-song/story.yml").decode()
    assert '  title:\n    en: "A day of tea"\n    cy: "Te"\n  publisher:\n    en: "Our team"\n    cy: "Ein tîm"\n' in written


def test_advice_does_not_count_as_missing(served, page):
    """No pause, paragraphs that differ, four questions: worth another look, and the story can be saved whole."""
    opened(page, served)
    fill(page)
    for lang in LANGUAGES:
        at(page, f"texts.{lang}.after").fill("")
        at(page, f"texts.{lang}.at_pause").fill("")
        at(page, f"texts.{lang}.afterwards").fill("One?\nTwo?\nThree?\nFour?")
    at(page, "texts.cy.before").fill("Un.")
    said = page.locator("[data-wm-advice]").inner_text()
    assert missing(page) == []
    assert "no pause" in said
    assert "here are 4" in said
    assert "in Welsh: 1, in English: 2" in said


@both
def test_the_card_is_drawn_as_it_will_print(served, page, lang):
    """Front and back in both languages, at the size of a card, whatever the page's language."""
    opened(page, served, lang)
    fill(page)
    page.wait_for_function("document.querySelectorAll('.wm-oneface').length === 4 && document.querySelector('.wm-write__faces').textContent.includes('Canodd.')")
    page.wait_for_function("[...document.querySelectorAll('.wm-write__faces')].at(-1).textContent.includes('It sang.')")
    cy, en = (page.locator(f'[data-wm-faces="{one}"]') for one in ("cy", "en"))
    assert "Arhoswch yma i drafod" in cy.locator(".wm-face").first.inner_text()
    assert "Stop here and talk" in en.locator(".wm-face").first.inner_text()
    assert "It sang." not in en.locator(".wm-face").first.inner_text()
    assert "Who knew?" in en.locator(".wm-face").nth(0).inner_text()
    box = en.locator(".wm-oneface__paper").first.bounding_box()
    assert (box["width"] / 96 * 25.4, box["height"] / 96 * 25.4) == pytest.approx((105, 148), abs=0.3)


HOSTILE = ['quote " and \' and \\ back', "a: b # c", "- x", "null", "2026-11-21", "{a: [b]}", "*x &y !!z", "%", "😀 ŵ", "</script><script>alert(1)</script>",
           "tab\tand bell\u0007", "half \ud83d", "sep\u2028arator", "__proto__"]


def test_whatever_is_typed_reads_back_as_text(served, page, tmp_path):
    """Through the page's own files and the project's own reader: what was typed, and never anything that YAML would make of it."""
    opened(page, served)
    page.evaluate("wmData.script('page-add-rest')")
    made = page.evaluate("""all => all.map((words, i) => {
        const text = { title: "T", summary: /^-|__|[<{]/.test(words) ? "S" : words, before: "B", after: "A", at_pause: "P", afterwards: "Q" };
        const story = wmStoryFiles.shaped({ kind: "magic-moment", collection: "magic-moments", law: [], provenance: "retold", owner: words,
          tags: { theme: ["dementia"], principle: ["strengths-based"], setting: ["care-home"], role: ["manager"] },
          source: { title: words, publisher: words, jurisdiction: "wales", how_it_reached_us: "film" }, welsh: { made_by: "draft" },
          consent: { basis: "published-source", scope: ["team"], reviewed: "2026-11-21", review_by: "2027-11-21" }, texts: { en: text, cy: text } });
        const files = wmStoryFiles.write(story, `x-${i}`, ["basis", "scope", "reviewed", "review_by"]);
        return { files, again: wmStoryFiles.read(files), wanted: wmStoryFiles.flat(words) };
    })""", HOSTILE)
    project = lay_out(tmp_path / "project")
    for file in (file for one in made for file in one["files"]):
        path = project / "stories" / file["name"]
        path.parent.mkdir(exist_ok=True)
        path.write_text(file["text"], encoding="utf-8")
    report = check_project(project, TODAY)
    assert report.errors == ()
    for i, (one, words) in enumerate(zip(made, HOSTILE, strict=True)):
        wanted, story = one["wanted"], report.library.stories[f"x-{i}"]
        assert "\ufffd" in wanted or wanted == " ".join(words.replace("\u0007", "").split())
        assert {one["again"]["source"]["title"], one["again"]["owner"], story.facts.source.title, story.facts.owner} == {wanted}
        assert story.texts["cy"].summary in (wanted, "S")


def test_both_writers_write_the_same_bytes(served, page):
    """The page and `whatmatters new` make the same files of the same story."""
    opened(page, served)
    fill(page)
    at(page, "consent.reviewed").fill(str(TODAY))
    at(page, "consent.review_by").fill("2027-11-20")
    with page.expect_download() as download:
        page.locator("[data-wm-save]").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as packed:
        files = {name.rpartition("/")[2]: packed.read(name).decode() for name in packed.namelist()}
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    texts = {lang: NewText(t["title"], t["summary"], tuple(t["before"].split("\n")), tuple(t["after"].split("\n")),
                           *(tuple(q.removeprefix("- ").removeprefix("1. ") for q in t[name].split("\n"))
                             for name in ("at_pause", "afterwards"))) for lang, t in TEXTS.items()}
    day = TODAY
    story = NewStory(
        "magic-moment", {"theme": ("dementia", "everyday-joys"), "principle": ("strengths-based",), "setting": ("care-home",), "role": ("care-worker",)},
        ("personal-plan",), NewSource("A film", "A team", "", "wales", "film"), "retold", False,
        NewConsent("published-source", ("team",), day, day.replace(year=2027, day=20)), "library", texts, emblem="kettle")
    assert files == story.files()


FILM = {
    "title": "The kettle", "publisher": "A team", "url": "https://films.example/kettle", "language": "cy", "length": "3:58", "begins": "0:50",
    "pause": "1:13", "ends": "1:41", "scenes.en": "0:50 A cup is full.\n1:13 Steam: \"it sings\".", "scenes.cy": "0:50 Mae cwpan yn llawn.\n1:13 Ager: ŵ.",
}
NEW_FILM = NewFilm(
    "The kettle", "A team", "https://films.example/kettle", "cy", "3:58", "0:50", "1:13", "1:41",
    (NewScene("0:50", "A cup is full.", "Mae cwpan yn llawn."), NewScene("1:13", 'Steam: "it sings".', "Ager: ŵ.")),
)


def fill_film(page, **changes: str) -> None:
    """The film of these tests, with some fields changed, in one go."""
    page.evaluate("""(fields) => {
        const form = document.querySelector("[data-wm-form]");
        Object.entries(fields).forEach(([name, words]) => { form.elements[`film.${name}`].value = words; });
        const last = form.elements["film.title"];
        last.closest("details").open = true;
        last.dispatchEvent(new Event("input", { bubbles: true }));
    }""", {**FILM, **changes})


def facts_of(path: Path) -> str:
    """The one `story.yml` in a zip file."""
    with zipfile.ZipFile(path) as packed:
        return next(packed.read(name).decode() for name in packed.namelist() if name.endswith("story.yml"))


def test_a_film_is_written_as_the_library_writes_it_and_opened_again(base, page, tmp_path):
    """Byte for byte, whether the page or the library wrote it; `check` finds nothing wrong with it."""
    opened(page, base)
    fill(page)
    fill_film(page)
    assert missing(page) == []
    written = facts_of(path := saved(page, tmp_path))
    assert facts_yaml({"film": NEW_FILM.fields()}) in written
    assert written.index("source:") < written.index("film:") < written.index("provenance:")
    page.locator("[data-wm-clear]").click()
    page.locator("[data-wm-clear]").click()
    assert at(page, "film.title").input_value() == ""
    page.locator("[data-wm-file]").set_input_files(path)
    page.get_by_text("The kettle's song is open.").wait_for()
    assert {name: at(page, f"film.{name}").input_value() for name in FILM} == FILM
    (again := tmp_path / "again").mkdir()
    assert facts_of(saved(page, again)) == written
    project = lay_out(tmp_path / "project")
    with zipfile.ZipFile(path) as packed:
        packed.extractall(project / "stories")
    report = check_project(project, TODAY)
    assert report.errors == ()
    assert [scene.at for scene in report.library.stories["the-kettles-song"].facts.film.scenes] == [50, 73]


def test_a_film_in_english_says_no_language_and_what_is_not_known_is_left_out(served, page, tmp_path):
    """As in the files of the library; without a word on a film there is none."""
    opened(page, served)
    fill(page)
    at(page, "film.language").evaluate("one => { one.closest('details').open = true; }")
    at(page, "film.language").select_option("en")
    assert "film:" not in facts_of(saved(page, tmp_path))
    fill_film(page, **dict.fromkeys(("length", "begins", "pause", "ends", "scenes.en", "scenes.cy"), ""), language="en")
    assert missing(page) == []
    bare = NewFilm("The kettle", "A team", "https://films.example/kettle")
    assert f"\n{facts_yaml({'film': bare.fields()})}provenance" in facts_of(saved(page, tmp_path))


FILM_RULES = [
    ({"title": ""}, "nothing is written"), ({"url": "ftp://films.example/x"}, "https://…"), ({"url": "https://films.example/a b"}, "https://…"), ({"language": ""}, "choose one"),
    ({"length": "four minutes"}, "such as 1:13"), ({"length": "0:00"}, "such as 1:13"), ({"pause": "1:75"}, "such as 1:13"), ({"ends": "4:10"}, "outside the film"),
    ({"ends": "0:50", "pause": "", "scenes.en": "0:50 One.", "scenes.cy": "0:50 Un."}, "ends after it begins"), ({"pause": "0:50"}, "lies between"), ({"pause": "1:41"}, "lies between"),
    ({"begins": ""}, "say when the story begins"), ({"scenes.en": "A cup.\n1:13 Steam."}, "begins with a time"), ({"scenes.en": "0:50\n1:13 Steam."}, "begins with a time"),
    ({"scenes.en": "0:50 One.\n1:13 Two.\n1:13 Three."}, "same time"), ({"scenes.en": "0:50 One.\n2:00 Two.", "scenes.cy": "0:50 Un.\n2:00 Dau."}, "outside the story's part"),
    ({"scenes.en": "", "scenes.cy": ""}, "tell what is in the film"), ({"scenes.en": "0:50 One."}, "same times in both"),
]


def test_each_rule_of_a_film_that_a_browser_can_know(served, page):
    """What `check` would find is said beside the field; a film that is whole lacks nothing."""
    opened(page, served)
    fill(page)
    for changes, said in FILM_RULES:
        fill_film(page, **changes)
        found = missing(page)
        assert any(said in line for line in found), (changes, found)
        assert len(found) <= 2, (changes, found)
    fill_film(page)
    assert missing(page) == []


def test_the_films_of_the_library_come_back_as_they_are(served, page):
    """Each `story.yml` of the library that has a film says the same of it when the page has read and written it;
    scenes stand in the order of their times, and titles in both languages stay."""
    opened(page, served)
    page.evaluate("wmData.script('page-add-rest')")
    files = {p.parent.name: p.read_text(encoding="utf-8") for p in sorted((REPOSITORY / "stories").glob("*/*/story.yml")) if "\nfilm:\n" in p.read_text(encoding="utf-8")}
    assert len(files) > 10
    written = page.evaluate("""files => Object.fromEntries(Object.entries(files).map(([id, text]) => {
        const story = wmStoryFiles.read([{ name: `x/${id}/story.yml`, text }]);
        return [id, [story.film.scenes.en, wmStoryFiles.write(story, id, []).find(({ name }) => name.endsWith("story.yml")).text]];
    }))""", files)
    for story_id, (shown, text) in written.items():
        assert bool(shown) == ("scenes:" in files[story_id]), story_id
        assert yaml.safe_load(text)["film"] == yaml.safe_load(files[story_id])["film"], story_id
        assert text.count("film:") == 1


def test_a_film_that_the_fields_cannot_hold_is_handed_on(served, page):
    """A field of tomorrow, a scene on two lines: word for word, unless the film is told anew."""
    opened(page, served)
    page.evaluate("wmData.script('page-add-rest')")
    for block in ('film:\n  title: "A"\n  sound: loud\n', 'film:\n  title: A\n  scenes:\n    - at: "0:50"\n      en: "A cup\n        is full."\n', "film: https://films.example/x\n"):
        one, two = page.evaluate("""block => {
            const story = wmStoryFiles.read([{ name: "x/y/story.yml", text: `kind: x\n${block}owner: z\n` }]);
            const text = () => wmStoryFiles.write(story, "y", [])[0].text;
            const before = text();
            story.film.title = "Anew";
            return [before, text()];
        }""", block)
        assert one.endswith(block)
        assert one.count("film:") == two.count("film:") == 1
        assert 'film:\n  title: "Anew"\n' in two


TITLES = ["May's bath time", "The cat – came, too!", "Tŷ Ŵyn’s café", "¿?", "a" * 90, "../../etc/passwd", "One two three " * 9]


def test_ids_are_those_of_the_command(served, page):
    """The same id from the same title, and a number behind it when it is taken."""
    opened(page, served)
    assert page.evaluate("all => all.map(wmStoryFiles.idFrom)", TITLES) == [id_from_title(title) for title in TITLES]
    assert page.evaluate("wmStoryFiles.freeId('The blue cup', ['the-blue-cup', 'the-blue-cup-2'])") == "the-blue-cup-3"
    at(page, "texts.en.title").fill("The blue cup")
    assert page.locator("[data-wm-folder]").inner_text() == "the-blue-cup-2"


def test_a_saved_story_can_be_opened_again(base, page, tmp_path):
    """All fields are as they were, also of a draft; and what is there is not replaced unasked."""
    opened(page, base)
    fill(page)
    at(page, "texts.cy.after").fill("")
    path = saved(page, tmp_path)
    assert path.name == "the-kettles-song-draft.zip"
    before = page.evaluate("Object.fromEntries(new FormData(document.querySelector('[data-wm-form]')))")
    page.reload()
    page.locator(".wm-oneface").first.wait_for()
    at(page, "owner").fill("someone")
    page.locator("[data-wm-open]").click()
    assert "written something already" in page.locator("[data-wm-said]").inner_text()
    with page.expect_file_chooser() as chooser:
        page.locator("[data-wm-open]").click()
    chooser.value.set_files(path)
    page.get_by_text("The kettle's song is open.").wait_for()
    after = page.evaluate("Object.fromEntries(new FormData(document.querySelector('[data-wm-form]')))")
    wanted = {**before, "id": "the-kettles-song", "texts.en.at_pause": "What was tried?\nWho knew?", "texts.en.afterwards": "And you?\nAnd then?"}
    assert after == wanted


def test_what_is_typed_while_it_is_saved_is_saved_too(served, page, tmp_path):
    """The card is drawn before the file is made; a word more meanwhile is in the file."""
    opened(page, served)
    fill(page)
    with page.expect_download() as download:
        page.evaluate("""() => {
            document.querySelector("[data-wm-save]").click();
            const field = document.querySelector("[name=owner]");
            field.value = "a late thought";
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""")
    with zipfile.ZipFile(download.value.path()) as packed:
        facts = next(packed.read(name).decode() for name in packed.namelist() if name.endswith("story.yml"))
    assert "owner: \"a late thought\"" in facts


def test_a_story_of_the_library_can_be_opened(served, page, tmp_path):
    """Zipped by another program, deflated, written by hand: its fields are filled."""
    source = Path(__file__).parents[1] / "mini" / "stories" / "magic-moments"
    path = Path(shutil.make_archive(str(tmp_path / "cup"), "zip", source.parent, "magic-moments/the-blue-cup"))
    opened(page, served)
    page.locator("[data-wm-file]").set_input_files(path)
    page.get_by_text("The blue cup is open.").wait_for()
    assert at(page, "texts.cy.title").input_value() == "Y cwpan glas"
    assert at(page, "collection").input_value() == "magic-moments"
    assert page.locator('[name="tags.theme"][value="dementia"]').is_checked()
    assert missing(page) == []


def zipped(**files: str | bytes) -> bytes:
    """A zip file in memory."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return packed.getvalue()


def test_a_folder_that_is_opened_keeps_its_name(served, page):
    """Also where this site does not publish the story; a folder without a name of its own gets one from the title."""
    opened(page, served)
    for folder, name in (("a-jar-of-tea", "a-jar-of-tea"), ("the-blue-cup", "the-blue-cup"), ("draft", "wool"), ("drafft", "wool"), ("My cup", "wool")):
        raw = zipped(**{f"x/{folder}/story.yml": "kind: x\n", f"x/{folder}/en.md": "---\ntitle: Wool\n---\nText.\n"})
        page.locator("[data-wm-file]").set_input_files({"name": "x.zip", "mimeType": "application/zip", "buffer": raw})
        page.wait_for_function("name => document.querySelector('[data-wm-folder]').textContent === name", arg=name)


@both
def test_the_name_of_the_folder_can_be_chosen(served, page, lang, tmp_path):
    """A draft of an import and a new story may have another id, which must be one and free; a story keeps the one it has."""
    opened(page, served, lang)
    fill(page)
    folder, said = page.locator("[data-wm-folder]"), page.locator('[data-wm-field="id"] [data-wm-problem]')

    def named(word: str) -> str:
        at(page, "id").fill(word)
        at(page, "id").blur()
        return said.inner_text()

    assert (folder.inner_text(), at(page, "id").input_value()) == ("the-kettles-song", "")
    assert " a " in named("Mrs Hughes’ kettle")
    assert folder.inner_text() == "the-kettles-song"
    assert "the-blue-cup-2" in named("the-blue-cup")
    assert named("the-copper-pot") == ""
    path = saved(page, tmp_path)
    with zipfile.ZipFile(path) as packed:
        assert (path.name, packed.namelist()[0]) == ("the-copper-pot.zip", "magic-moments/the-copper-pot/story.yml")

    def open_(name: str, **more: str) -> None:
        files = {"story.yml": "kind: x\n", "en.md": "---\ntitle: Wool\n---\nText.\n", **more}
        raw = zipped(**{f"x/{name}/{file}": text for file, text in files.items()})
        page.locator("[data-wm-file]").set_input_files({"name": "x.zip", "mimeType": "application/zip", "buffer": raw})
        page.wait_for_function("name => document.querySelector('[name=id]').value === name", arg=name)

    open_("mrs-hughes", **{"import-report.md": "# Import report\n"})
    assert named("the-old-pot") == ""
    assert folder.inner_text() == "the-old-pot"
    open_("the-blue-cup", **{"import-report.md": "# Import report\n"})
    assert "the-blue-cup-2" in named("the-blue-cup")
    open_("the-blue-cup")
    assert named("the-blue-cup") == ""
    assert "the-blue-cup" in named("the-red-cup")
    open_("a-jar-of-tea")
    assert named("a-jar") == ""
    assert "a-jar-of-tea" in page.locator("[data-wm-advice]").inner_text()
    assert named("") == ""
    assert folder.inner_text() == "a-jar-of-tea"


def test_what_the_page_has_no_field_for_is_handed_on(served, page, tmp_path):
    """Fields of `story.yml` and files of the folder that the page does not show are in the zip again, word for word and
    byte for byte, also when the draft was kept meanwhile; what a Mac adds for itself is not."""
    mini = Path(__file__).parents[1] / "mini" / "stories" / "magic-moments" / "the-blue-cup"
    transcript = {"name": "cup.vtt", "format": "webvtt", "sha256": "0" * 64}
    files = {f"magic-moments/the-blue-cup/{f.name}": f.read_text(encoding="utf-8") for f in sorted(mini.iterdir())}
    facts = files["magic-moments/the-blue-cup/story.yml"].replace("source:\n", f"source:\n  transcript: {json.dumps(transcript)}\n")
    facts = facts.replace("scope: [", "voice: [team], scope: [")
    files["magic-moments/the-blue-cup/story.yml"] = facts
    files["magic-moments/the-blue-cup/captions.cy.vtt"] = "WEBVTT\n\nŵ\n"
    picture = bytes(range(256)) * 300
    files["magic-moments/the-blue-cup/pictures/a cup ŵ.png"] = picture
    files["__MACOSX/magic-moments/the-blue-cup/._en.md"] = files["magic-moments/the-blue-cup/.DS_Store"] = b"\0\5\xff"
    opened(page, served)
    page.locator("[data-wm-file]").set_input_files({"name": "x.zip", "mimeType": "application/zip", "buffer": zipped(**files)})
    page.get_by_text("The blue cup is open.").wait_for()
    page.locator("[data-wm-keep]").check()
    page.reload()
    page.locator(".wm-oneface").first.wait_for()
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        names = {name.rpartition("/")[2] for name in packed.namelist()}
        folder = packed.namelist()[0].rpartition("/")[0]
        facts, captions = (packed.read(f"{folder}/{name}").decode() for name in ("story.yml", "captions.cy.vtt"))
        assert packed.read(f"{folder}/pictures/a cup ŵ.png") == picture
    assert folder == "magic-moments/the-blue-cup"
    assert names == {"story.yml", "en.md", "cy.md", "captions.cy.vtt", "a cup ŵ.png"}
    assert facts.endswith("allowed:\n  - {text: Mrs Pugh, why: made up for these tests}\n")
    assert yaml.safe_load(facts)["source"]["transcript"] == transcript
    assert yaml.safe_load(facts)["consent"]["voice"] == ["team"]
    assert captions == "WEBVTT\n\nŵ\n"


def test_words_that_the_library_does_not_know_are_named(served, page):
    """A tag, a topic or a kind of another library is not lost in silence."""
    facts = "kind: majic\ntags: {theme: [dementia, wool], mood: [blue]}\nlaw: [no-such-law]\n"
    opened(page, served)
    raw = zipped(**{"x/y/story.yml": facts, "x/y/en.md": "---\ntitle: Wool\nsummary: S\n---\nText.\n"})
    page.locator("[data-wm-file]").set_input_files({"name": "x.zip", "mimeType": "application/zip", "buffer": raw})
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent !== ''")
    said = page.locator("[data-wm-said]").inner_text()
    assert said.startswith("Wool is open. Left out")
    assert set(said.rstrip(".").rpartition(": ")[2].split(", ")) == {"majic", "mood", "no-such-law", "wool", "x"}


NO_STORIES = [
    (b"", "not a zip file"), (b"PK\x03\x04 no", "not a zip file"), (b"<html>" * 99, "not a zip file"), (zipped(a="b"), "no story"),
    (zipped(**{"x/story.yml": "kind: &a [x]\n? b"}), "no story"), (zipped(**{"x/story.yml": "a" * 2_000_000}), "much larger"),
    (zipped(**{"x/story.yml": "kind: x\n"})[:-30] + b"\0" * 30, "not a zip file"), (zipped(**{"story.yml": "kind: x\n"}).replace(b"PK\x01\x02", b"PK\x09\x02"), "damaged"),
    (b"\0" * 3_000_000, "much larger"), (zipped(**{f"f{i}": "" for i in range(200)}), "much larger"),
    # Values that another reader of YAML would refuse or take for something else: none of them is read in part.
    *((zipped(**{"x/story.yml": facts}), "no story") for facts in (
        'owner: "unterminated\n', 'owner: "A" B\n', "owner: 'A'B\n", "law: [a] b\n", 'law: ["a" b]\n',
        'law: ["personal-plan]\n', "tags: {Theme: [a]}\n", "tags: {theme: [a]\n", "consent: {'basis: written}\n")),
]


def test_a_file_that_is_no_story_changes_nothing(served, page, seen):
    """A plain word about it, and what was written stays."""
    opened(page, served)
    at(page, "owner").fill("mine")
    for raw, words in NO_STORIES:
        page.evaluate("document.querySelector('[data-wm-said]').textContent = ''")
        page.locator("[data-wm-file]").set_input_files({"name": "x.zip", "mimeType": "application/zip", "buffer": raw})
        page.wait_for_function("document.querySelector('[data-wm-said]').textContent !== ''")
        assert words in page.locator("[data-wm-said]").inner_text()
        assert at(page, "owner").input_value() == "mine"
    assert seen.complaints == []


def test_nothing_is_kept_unless_asked(served, page):
    """Off at first: nothing stays. On: all stays until the tick is taken away."""
    opened(page, served)
    assert not page.locator("[data-wm-keep]").is_checked()
    at(page, "owner").fill("mine")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.locator("[data-wm-keep]").check()
    at(page, "texts.cy.title").fill("Te")
    page.reload()
    page.locator(".wm-oneface").first.wait_for()
    assert (at(page, "owner").input_value(), at(page, "texts.cy.title").input_value()) == ("mine", "Te")
    page.locator("[data-wm-keep]").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_the_folder_of_a_story_can_be_opened(base, page, tmp_path):
    """As it lies on the disk, without a zip file; it keeps its id, and what is no story, or far too much, changes nothing."""
    source = Path(__file__).parents[1] / "mini" / "stories" / "magic-moments" / "the-blue-cup"
    opened(page, base)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=BUTTON["en"], exact=True).click()
    chooser.value.set_files(source)
    page.get_by_text("The blue cup is open.").wait_for()
    assert at(page, "texts.cy.title").input_value() == "Y cwpan glas"
    assert page.locator("[data-wm-folder]").inner_text() == "the-blue-cup"
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").write_text("a")
    page.locator("[data-wm-files]").set_input_files(tmp_path / "empty")
    page.get_by_text("There is no story in this folder").wait_for()
    (tmp_path / "empty" / "film.mp4").write_bytes(b"0" * 1_000_001)
    page.locator("[data-wm-files]").set_input_files(tmp_path / "empty")
    page.get_by_text("much larger than a story").wait_for()
    assert at(page, "texts.cy.title").input_value() == "Y cwpan glas"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_draft_of_import_can_be_opened(served, page, tmp_path, lang):
    """The page's button is called as the command says, and the words that were said stand in their language's field."""
    (tmp_path / "talk.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:04.000\nShe sang for the first time that day.\n", encoding="utf-8")
    done = called(tmp_path, "import", "talk.vtt", "--lang", lang, "--out", "drafts", "--anyway")
    assert done.returncode == 0, done.stderr
    assert f"press “{BUTTON[lang]}” there, and choose drafts/talk." in done.stdout
    opened(page, served, lang)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=BUTTON[lang], exact=True).click()
    chooser.value.set_files(tmp_path / "drafts" / "talk")
    page.wait_for_function("() => document.querySelector('[data-wm-folder]').textContent === 'talk'")
    assert "She sang" in at(page, f"texts.{lang}.before").input_value()


TALK = """WEBVTT

00:01.000 --> 00:04.000
She sang for the first time that day. [Music]

00:09.000 --> 00:14.000
And all of them listened to her, and nobody said a word.
"""


def test_the_draft_of_an_import_comes_with_its_page(site, page, seen, tmp_path):
    """From disk, beside the draft: the words stand in their field, each line of the report marks its paragraph, and the other language
    has them too. What was written is in no address, and the page itself is in no zip file."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "site").symlink_to(site)
    (tmp_path / "talk.vtt").write_text(TALK, encoding="utf-8")
    done = called(tmp_path, "import", "talk.vtt", "--lang", "en")
    assert "with the draft in it: drafts/talk/add-a-story.html\n" in done.stdout
    page.goto((tmp_path / "drafts/talk/add-a-story.html").as_uri())
    line = page.locator("[data-wm-report] li button", has_text="[Music]")
    line.click()
    assert line.get_attribute("aria-pressed") == "true"
    assert page.locator(".is-chosen mark").text_content() == "[Music]"
    assert "She sang for the first time" in at(page, "texts.en.before").input_value()
    assert_nothing_runs_over(page, 320, 1280, wait=100)
    assert_axe_finds_nothing(page, "the report")
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        assert [n for n in packed.namelist() if n.endswith("html")] == []
    assert "She sang" not in page.url
    page.locator('a[href="ychwanegu-stori.html"]:visible').first.click()
    page.locator("[data-wm-report] li button").first.wait_for()
    assert "She sang for the first time" in at(page, "texts.en.before").input_value()
    assert [r for r in seen.requests if not r.startswith(("file:", "data:", "blob:"))] == []
    assert seen.complaints == []


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<h1>A w\u00adalk</h1><p class=MsoNormal>She&nbsp;walked
home.<a style='mso-comment-reference:AB_1'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>[AB1]</span></span>
<span style='display:none;mso-hide:all'>her name</span> \U0001f600</p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>milk<o:p></o:p></p>
<table><tr><td><p>one</p></td><td><p>two</p></td></tr></table>
<p>&lt;!– pause –&gt;</p><p>It rained.</p><h2>At the pause</h2><p class=MsoListParagraph><span style='mso-list:Ignore'>1.</span>Why?</p><p>Afterwards</p><p>And you?</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>[AB1] Ask Ann.</p></div></div><!--EndFragment--></body></html>"""


def paste(page, copied: str) -> None:
    """Paste a page's text into the story's first field, and wait for what is said of it."""
    at(page, "texts.en.before").focus()
    page.evaluate("""html => { const data = new DataTransfer(); data.setData("text/html", html);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }""", copied)
    page.locator("[data-wm-pasted] li").first.wait_for()


def test_pasted_from_word(served, page):
    """Plain lines with the pause and the lists in their places; what was left out, or has no one meaning, is named with its paragraph."""
    opened(page, served)
    paste(page, WORD)
    assert at(page, "texts.en.before").input_value() == "A walk\nShe walked home. \U0001f600\nmilk\none\ntwo"
    assert [at(page, f"texts.en.{name}").input_value() for name in ("after", "at_pause", "afterwards")] == ["It rained.", "Why?", "And you?"]
    said = "\n".join(page.locator("[data-wm-pasted] li").all_inner_texts())
    for words in ("pause was found", "comment from the margin was left out: “Ask Ann.”", "Hidden text was left out: “her name”", "paragraph 1: a heading",
                  "paragraph 2: “She walked home. \U0001f600”", "paragraph 3: each item of a list", "paragraph 4: each cell of a table"):
        assert words in said, (words, said)


NOTES = """<p class=MsoNormal>She baked<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference><span>[1]</span></span></a>
<del cite="mailto:AB">at three</del> <ins cite="mailto:AB">at four</ins>, <s><span style='text-decoration:line-through'>alone</span></s> at home<a class="sdfootnoteanc" href="#s"><sup>2</sup></a>.</p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'
href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> Since 1962.</p></div><div style='mso-element:footnote' id=ftn3><p>[3] Her son says.</p></div></div>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#t">2</a> In Bala.</p></div>"""


def test_footnotes_and_changes_pasted_from_word(served, page):
    """Footnotes of Word and LibreOffice and deleted words stay out and are named, each by itself; what is crossed out stays, and is named once."""
    opened(page, served)
    paste(page, NOTES)
    read = page.evaluate("html => wmStoryPasted.read({ html, text: '', whole: true })", NOTES)
    assert read["parts"]["before"] == ["She baked at four, alone at home."]
    assert sorted((note["what"], note["words"]) for note in read["notes"]) == [
        ("crossed", "alone"), ("deleted", "at three"), ("footnote", "Her son says."), ("footnote", "In Bala."), ("footnote", "Since 1962.")]


def test_what_an_import_wrote_stays_behind(served, page):
    """A whole story takes no report and no captions of the talk along; a draft keeps them, and so does a story with a recording."""
    opened(page, served)
    page.evaluate("wmData.script('page-add-rest')")
    names = page.evaluate("""() => {
        const files = [{ name: "import-report.md", text: "x" }, { name: "captions.en.vtt", text: "WEBVTT" }];
        const story = wmStoryFiles.shaped({ id: "d", other: { files } });
        const held = (one, whole) => wmStoryFiles.write(one, "d", [], whole).map(({ name }) => name.split("/").pop());
        const recorded = { ...story, other: { ...story.other, files: [...story.other.files, { name: "sound.mp3", base64: "" }] } };
        const source = { name: "Interview Mair Hughes.txt", format: "plain", sha256: "0" };
        const facts = (whole, some) => wmStoryFiles.write({ ...story, other: { ...story.other, files: some, transcript: source } }, "d", [], whole)[0].text;
        return [held(story, true), held(story, false), held(recorded, true), facts(true, files), facts(false, files), facts(true, [])]; }""")
    # The name of the file may be somebody's; a story that stands keeps what it has.
    assert ('name: "transcript.txt"' in names[3], "Mair" in names[3]) == (True, False)
    assert "Interview Mair Hughes.txt" in names[4]
    assert "Interview Mair Hughes.txt" in names[5]
    assert names[0] == ["story.yml", "en.md", "cy.md"]
    assert {"import-report.md", "captions.en.vtt"} <= set(names[1])
    assert "import-report.md" not in names[2]
    assert "captions.en.vtt" in names[2]


def test_a_long_text_is_no_card(served, page):
    """An hour's transcript and hundreds of questions are not drawn: the page says so, and draws again once they are shorter."""
    opened(page, served)
    fill(page)
    page.evaluate("""() => { const form = document.querySelector("[data-wm-form]");
        form.elements["texts.en.before"].value = "Six words are in this sentence.\\n".repeat(850);
        form.elements["texts.en.at_pause"].value = "Why?\\n".repeat(500);
        form.elements["texts.en.before"].dispatchEvent(new Event("input", { bubbles: true })); }""")
    page.locator("[data-wm-no-card]").wait_for()
    assert page.locator(".wm-oneface").count() == 0
    assert any("too long for the front" in one for one in missing(page))
    fill(page)
    page.locator(".wm-oneface").first.wait_for()
    assert not page.locator("[data-wm-no-card]").is_visible()


def test_a_photograph_is_made_smaller(served, page, tmp_path):
    """In the folder of a story that is opened, and when it is chosen: a small JPEG file, turned upright, that says nothing of its camera."""
    folder = tmp_path / "the-blue-cup"
    shutil.copytree(Path(__file__).parents[1] / "mini" / "stories" / "magic-moments" / "the-blue-cup", folder)
    camera = Image.Exif()
    camera[0x010F], camera[0x0112] = "A camera", 6
    # Noise cannot be packed: the file is larger than a story's picture may be.
    noise = Image.frombytes("RGB", (1800, 1200), random.Random(1).randbytes(1800 * 1200 * 3))
    noise.save(folder / "picture.jpg", exif=camera, quality=95)
    assert (folder / "picture.jpg").stat().st_size > 1_000_000
    opened(page, served)
    for act in (lambda: page.locator("[data-wm-files]").set_input_files(folder), lambda: page.locator("[data-wm-photo]").set_input_files(folder / "picture.jpg")):
        act()
        page.locator('[data-wm-photo-now]:not([hidden]) img[src^="data:image/jpeg"]').wait_for(state="attached")
        assert sum(one.startswith("What is on the picture") for one in missing(page)) == 2
        with zipfile.ZipFile(saved(page, tmp_path)) as packed:
            made = Image.open(io.BytesIO(packed.read(next(n for n in packed.namelist() if n.endswith("/picture.jpg")))))
        assert (made.size, made.format, dict(made.getexif())) == ((1067, 1600), "JPEG", {})
        page.locator("[data-wm-photo-out]").evaluate("one => one.click()")
        assert not any(one.startswith("What is on the picture") for one in missing(page))
    (tmp_path / "no.jpg").write_bytes(b"no picture")
    page.locator("[data-wm-photo]").set_input_files(tmp_path / "no.jpg")
    page.wait_for_function("document.querySelector('[data-wm-photo-said]').textContent.includes('cannot read this picture')")


def test_looking_after_a_story(served, page, tmp_path):
    """Opened, looked at, saved: only the days are other ones; and the box says whom the site is to be built for."""
    source = Path(__file__).parents[1] / "mini" / "stories" / "magic-moments" / "the-blue-cup"
    opened(page, served)
    page.locator("[data-wm-files]").set_input_files(source)
    page.get_by_text("The blue cup is open.").wait_for()
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        before = {name: packed.read(name).decode() for name in packed.namelist()}
    page.locator("[data-wm-looked]").click()
    with zipfile.ZipFile(saved(page, tmp_path)) as packed:
        after = {name: packed.read(name).decode() for name in packed.namelist()}
    assert before.keys() == after.keys()
    new = [(a.strip(), b.strip()) for name in before for a, b in zip(before[name].split("\n"), after[name].split("\n"), strict=True) if a != b]
    assert [b for _, b in new] == [f'reviewed: "{TODAY}"', f'review_by: "{TODAY.replace(year=TODAY.year + 1, day=28)}"']
    at(page, "consent.expires").fill("2027-01-31")
    page.locator("[data-wm-looked]").click()
    assert at(page, "consent.review_by").input_value() == "2027-01-31"
    page.locator("[data-wm-renewed]").click()
    assert (at(page, "consent.given").input_value(), at(page, "consent.expires").input_value()) == (str(TODAY), "")
    for audience in ("team", "intranet", "public", "training"):
        ticked = page.locator(f'[name="consent.scope"][value="{audience}"]')
        ticked.check()
        assert page.locator(f'[data-wm-for="{audience}"]').is_visible()
        ticked.uncheck()
        assert not page.locator(f'[data-wm-for="{audience}"]').is_visible()


def test_a_kept_draft_is_not_replaced_unasked(served, page):
    """The draft in the browser is the only copy: opening a file asks first, also after the page was left and come back to;
    and once the draft is no longer kept, so does leaving."""
    opened(page, served)
    page.locator("[data-wm-keep]").check()
    at(page, "owner").fill("mine")
    for _ in range(2):
        page.locator("[data-wm-open]").click()
        assert "written something already" in page.locator("[data-wm-said]").inner_text()
        page.reload()
        page.locator(".wm-oneface").first.wait_for()
        assert at(page, "owner").input_value() == "mine"
    leaving = "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(leaving) is True
    page.locator("[data-wm-keep]").uncheck()
    assert page.evaluate(leaving) is False


def test_a_spoilt_memory_is_an_empty_story(served, page, seen):
    """What a browser keeps may be anything."""
    opened(page, served)
    for stored in ("{", "[]", "7", "null", '{"tags": 3, "texts": {"en": []}, "consent": {"scope": {}}}'):
        page.evaluate("text => localStorage.setItem('wm / story-draft', text)", stored)
        opened(page, served)
        assert at(page, "texts.en.title").input_value() == ""
    assert seen.complaints == []


@both
@pytest.mark.usefixtures("context")  # It holds a file back.
def test_the_form_waits_for_its_rules(served, page, seen, lang):
    """Until they have come there is nothing to fill in; if they do not come, the page says so in its language."""
    held = []
    page.route("**/data/both/add-a-story.js", lambda route: held.append(route))
    page.goto(f"{served}{PREFIX[lang]}{PAGE}", wait_until="commit")
    page.wait_for_function("window.wmData?.load && window.wmStoryRules")
    page.wait_for_timeout(200)
    assert not page.locator("form[data-wm-form]").is_visible()
    held[0].fulfill(content_type="text/javascript", body="")
    page.get_by_text({"en": "A file that this page needs did not come.", "cy": "Ni ddaeth ffeil"}[lang]).wait_for()
    assert not page.locator("form[data-wm-form]").is_visible()
    assert seen.complaints == []


NARROW = {"width": 400, "height": 800}
REST = ("page-add-write.js", "both/add-a-story.js", "add-words.js", "sheets.css")
LEAVING = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def on_a_phone(page, base: str, lang: str = "en") -> None:
    """The page on a narrow screen, before anything is touched."""
    page.set_viewport_size(NARROW)
    page.goto(f"{base}{PREFIX[lang]}{PAGE}")
    page.locator("form[data-wm-form]").wait_for()


@both
def test_a_narrow_page_has_its_fields_at_once_and_the_rest_with_the_first_touch(base, page, seen, lang, tmp_path):
    """By keyboard: nothing more is asked for until a field has the focus; what is saved is what a wide page saves."""
    opened(page, base, lang)
    fill(page)
    wide = saved(page, tmp_path)
    seen.requests.clear()
    on_a_phone(page, base, lang)
    page.wait_for_load_state("networkidle")
    assert [r for r in seen.requests if r.endswith(REST)] == []
    assert (at(page, "source.jurisdiction").input_value(), at(page, "consent.reviewed").input_value(), missing(page)) == ("wales", str(TODAY), [])
    page.locator('[name="texts.cy.title"]').press("a")
    page.locator(".wm-oneface").first.wait_for()
    assert {name for name in REST if any(r.endswith(name) for r in seen.requests)} == set(REST)
    assert at(page, "texts.cy.title").input_value() == "a"
    assert len(missing(page)) == 19
    fill(page)
    (tmp_path / "narrow").mkdir()
    assert saved(page, tmp_path / "narrow").read_bytes() == wide.read_bytes()
    assert seen.complaints == []


@both
@pytest.mark.usefixtures("context")  # It holds a file back.
def test_what_is_done_before_the_rest_has_come_is_done(served, page, seen, lang, tmp_path):
    """Written, chosen, ticked, pasted and pressed while a file is on its way: all of it counts, and a press is answered at once."""
    held = []
    page.route("**/js/page-add-write.js", lambda route: held.append(route))
    on_a_phone(page, served, lang)
    at(page, "texts.en.title").fill("The kettle")
    assert page.evaluate(LEAVING)
    at(page, "owner").press("Enter")
    at(page, "source.how_it_reached_us").select_option("invented")
    for theme in ("everyday-joys", "dementia"):
        page.locator(f'[name="tags.theme"][value="{theme}"]').check()
    page.locator("[data-wm-keep]").check()
    at(page, "texts.en.before").focus()
    page.evaluate("""html => { const data = new DataTransfer(); data.setData("text/html", html);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }""", "<p>She walked home.</p><p>&lt;!– pause –&gt;</p><p>It rained.</p>")
    with page.expect_download() as download:
        page.locator("[data-wm-save]").click()
        assert page.locator("[data-wm-said]").inner_text() == {"en": "One moment.", "cy": "Un eiliad."}[lang]
        page.wait_for_timeout(100)
        assert (len(held), page.locator(".wm-oneface").count()) == (1, 0)
        held[0].continue_()
    assert download.value.suggested_filename.startswith("the-kettle-")
    page.locator("[data-wm-pasted] li").first.wait_for()
    assert at(page, "texts.en.title").input_value() == "The kettle"
    assert at(page, "texts.en.after").input_value() == "It rained."
    assert at(page, "source.jurisdiction").input_value() == ""
    assert page.locator("[data-wm-main] select option").count() == 2
    assert page.locator("[data-wm-main]").is_visible()
    assert page.locator("[data-wm-keep]").is_checked()
    assert "The kettle" in page.evaluate("JSON.stringify({ ...localStorage })")
    assert seen.complaints == []


@both
@pytest.mark.usefixtures("context")  # It breaks a file.
def test_what_is_written_stays_where_the_rest_does_not_come(served, page, lang):
    """The page says so, what is written can be copied, and the next touch asks again."""
    broken = [True]
    page.route("**/data/both/add-a-story.js", lambda route: route.fulfill(content_type="text/javascript", body="") if broken[0] else route.continue_())
    on_a_phone(page, served, lang)
    at(page, "texts.en.title").evaluate("one => { one.value = 'The kettle'; one.dispatchEvent(new Event('input', { bubbles: true })); one.focus(); }")
    page.locator("[data-wm-broken]").wait_for()
    assert at(page, "texts.en.title").is_visible()
    assert page.evaluate(LEAVING)
    broken[0] = False
    at(page, "texts.en.summary").focus()
    page.locator(".wm-oneface").first.wait_for()
    assert not page.locator("[data-wm-broken]").is_visible()
    assert at(page, "texts.en.title").input_value() == "The kettle"
    assert page.locator("[data-wm-folder]").inner_text() == "the-kettle"


def test_who_only_reads_a_narrow_page_comes_to_what_is_missing(base, page):
    """Down to the card without touching a field: what is missing stands there, and nothing in sight has moved."""
    page.set_viewport_size(NARROW)
    on_a_phone(page, base)
    page.evaluate(WATCH)
    for _ in range(40):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(30)
    page.locator(".wm-oneface").first.wait_for()
    assert len(missing(page)) == 20
    assert page.evaluate("window.wmShift.sum") < 0.02, page.evaluate("window.wmShift.moved")


def test_clearing_takes_two_presses(served, page):
    """The first asks, the second clears, and the focus goes to the beginning."""
    opened(page, served)
    at(page, "owner").fill("mine")
    page.locator("[data-wm-clear]").press("Enter")
    assert at(page, "owner").input_value() == "mine"
    page.locator("[data-wm-clear]").press("Enter")
    assert at(page, "owner").input_value() == ""
    assert page.evaluate("document.activeElement.id") == "add-story"


@both
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(served, page, lang):
    """Empty with all that is missing in light, and whole in dark; at 320 and 1280 px."""
    opened(page, served, lang)
    page.locator("[data-wm-save]").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        if scheme == "dark":
            page.reload()
            page.locator(".wm-oneface").first.wait_for()
            fill(page)
            page.wait_for_timeout(500)
        assert_axe_finds_nothing(page, scheme)
        assert_nothing_runs_over(page, 320, 1280, wait=100)


@both
def test_without_scripts_the_page_says_how_by_hand(served, chromium, lang):
    """No field that would not work; the steps, and the way to the guide."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{PAGE}")
    shown = page.locator("form[data-wm-form]:visible").count()
    said = page.locator("article").inner_text()
    guide = page.locator("article a[href*='looking-after-stories']").count()
    context.close()
    assert (shown, guide) == (0, 1)
    assert "story.yml" in said
    assert "make check" in said
