"""`whatmatters new`: a story's folder from answers or options, that lacks nothing but its text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.command import called

from whatmatters.files.sources import read_yaml, validate
from whatmatters.library.story import Consent, StoryFacts

#: Everything that must be said, as options: labels in both languages, ids, and nothing else.
GIVEN = {
    "--title-en": "The kettle's song", "--title-cy": "Cân y tegell", "--kind": "Adeg arbennig", "--source-title": 'A film: "Tea"',
    "--publisher": "A team", "--route": "film", "--provenance": "retold", "--consent": "published-source", "--scope": "team",
    "--owner": "library", "--collection": "magic-moments", "--summary-en": "Tea.", "--summary-cy": "Te.",
}
TAGS = ["Dementia", "strengths", "Cartref gofal", "care-worker"]
FOLDER = "stories/magic-moments/the-kettles-song"


def options(*more: str, without: str = "", **changed: str) -> list[str]:
    """The words of a whole command."""
    given = {k: v for k, v in GIVEN.items() if k != without} | {f"--{k.replace('_', '-')}": v for k, v in changed.items()}
    tags = [] if without == "--tag" else [word for tag in TAGS for word in ("--tag", tag)]
    return ["new", *(word for pair in given.items() for word in pair), *tags, *more]


def facts_of(project: Path, folder: str = FOLDER) -> StoryFacts:
    """What `story.yml` says, through the project's own reader."""
    facts, problems = validate(StoryFacts, read_yaml(project / folder / "story.yml", project))
    assert problems == []
    assert facts is not None
    return facts


def test_with_all_options_nothing_is_asked_and_only_the_text_is_missing(project):
    """Exit code 0; `check` finds nothing in the folder but that its texts and questions are not written."""
    done = called(project, *options("--json"))
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert (answer["id"], answer["folder"]) == ("the-kettles-song", FOLDER)
    facts = facts_of(project)
    assert (facts.kind, facts.source.title, facts.consent.scope) == ("magic-moment", 'A film: "Tea"', ("team",))
    assert facts.tags == {"theme": ("dementia",), "principle": ("strengths-based",), "setting": ("care-home",), "role": ("care-worker",)}
    found = json.loads(called(project, "check", "--json").stdout)["problems"]
    assert {p["code"] for p in found if p["path"].startswith(FOLDER)} == {"T01", "T04"}
    assert {p["code"] for p in answer["problems"]} == {"T01", "T04"}


def test_the_rest_is_asked(project):
    """What options leave open is asked; a wrong answer is asked again, with what it may have been."""
    answers = "\nCân y tegell\nDementa\nDementia, personal-care\nCryfderau\nCare home\n4\n\n"
    said = options(without="--tag")
    at = said.index("--title-cy")
    done = called(project, *said[:at], *said[at + 2:], answers=answers)
    assert done.returncode == 0, done.stderr
    assert "Something must stand here" in done.stderr
    assert "did you mean “Dementia”" in done.stderr
    facts = facts_of(project)
    assert facts.tags["theme"] == ("dementia", "personal-care")
    assert facts.tags["role"] == ("manager",)


def test_a_wrong_word_costs_no_more_than_its_question(project, tmp_path):
    """Every question is answered wrongly once, by hand, and asked again; labels in either language do, and days as
    people type them. No answer before or after is lost."""
    (tmp_path / "song.txt").write_text("The kettle sang.", encoding="utf-8")
    typed = {
        "lang": ("french", "Saesneg"), "title_en": ("¿?", "The kettle's song"), "title_cy": ("", "Cân y tegell"), "kind": ("majic", "Adeg arbennig"),
        "route": ("pigeon", "film"), "theme": ("dementa", "Dementia"), "principle": ("", "Cryfderau"), "sense": ("Zzz", ""),
        "setting": ("hom", "Cartref gofal"), "role": ("99", "4"), "source": ("", "A film"), "publisher": ("", "A team"), "jurisdiction": ("France", "Cymru"),
        "provenance": ("told", "Retold"), "consent": ("spoken", "Cytunodd y person yn ysgrifenedig"), "scope": ("team, nobody", "Ein tîm ni, public"),
        "held_by": ("", "The manager"), "given": ("31/02/2026", "29 Tachwedd 2026"), "owner": ("", "library"), "collection": ("magic", "Magic Moments"),
    }
    answers = "".join(f"{wrong}\n{right}\n" for wrong, right in typed.values())
    done = called(project, "new", "--from", str(tmp_path / "song.txt"), "--json", answers=answers)
    assert done.returncode == 0, done.stderr
    facts = facts_of(project)
    assert (facts.kind, facts.provenance, facts.source.jurisdiction) == ("magic-moment", "retold", "wales")
    assert facts.tags == {"theme": ("dementia",), "principle": ("strengths-based",), "setting": ("care-home",), "role": ("manager",)}
    assert (facts.consent.basis, facts.consent.scope, facts.consent.held_by) == ("written", ("team", "public"), "The manager")
    assert str(facts.consent.given) == "2026-11-29"


@pytest.mark.parametrize(("option", "wrong", "right"), [
    ("kind", "majic", "Magic moment"), ("tag", "dementa", "Dementia"), ("law", "personal-pln", "personal-plan"), ("law", "personal-pln", ""),
    ("emblem", "ketttle", "kettle"), ("url", "example", "https://example.org/"), ("review_by", "soon", "29/11/2027"), ("expires", "never", "29.11.2027"),
    ("title_en", "¿?", "The kettle's song"), ("consent", "writen", "published-source"), ("scope", "nobody", "team"), ("collection", "magic", "magic-moments"),
])
def test_a_wrong_option_is_asked_again_where_somebody_answers(project, option, wrong, right):
    """It is named, and only it is asked; the story is then written."""
    done = called(project, *options(**{option: wrong}), answers=f"{right}\n")
    assert done.returncode == 0, done.stderr
    assert f"--{option.replace('_', '-')} {wrong!r}" in done.stderr
    assert (project / FOLDER / "story.yml").exists()


@pytest.mark.parametrize("typed", ["29/11/2027", "29.11.27", "29 November 2027", "29ain Tachwedd 2027", "2027-11-29"])
def test_days_as_people_type_them(project, typed):
    """The day first, as in Britain, or the year; months by name in either language."""
    done = called(project, *options(review_by=typed))
    assert done.returncode == 0, done.stderr
    assert str(facts_of(project).consent.review_by) == "2027-11-29"


def test_a_story_that_was_invented_is_asked_for_no_source(project):
    """Neither title nor publisher nor country: none is written, and nothing more is missing than of any story."""
    given = options(route="invented", provenance="composite", consent="composite")
    for lost in ("--source-title", "--publisher"):
        at = given.index(lost)
        del given[at : at + 2]
    done = called(project, *given, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {p["code"] for p in json.loads(done.stdout)["problems"]} == {"T01", "T04"}
    source = facts_of(project).source
    assert (source.title, source.publisher, source.jurisdiction, source.how_it_reached_us) == (None, None, None, "invented")


@pytest.mark.parametrize("lost", ["--title-cy", "--kind", "--tag", "--source-title", "--route", "--provenance", "--consent", "--owner"])
def test_what_is_missing_is_named_and_nothing_is_written(project, lost):
    """With nobody to ask: exit code 2, and the option that is missing."""
    done = called(project, *options(without=lost))
    assert done.returncode == 2
    assert lost in done.stderr
    assert not (project / FOLDER).exists()


@pytest.mark.parametrize(("option", "value", "said"), [
    ("kind", "²", "there is no “²”"), ("kind", "majic moment", "did you mean “Magic moment”"), ("tag", "dementa", "did you mean “Dementia”"),
    ("route", "carrier pigeon", "there is no “carrier pigeon”"), ("scope", "nobody", "--scope"),
    ("consent", "writen", "did you mean “The person agreed in writing”"), ("review_by", "next year", "29/11/2026"),
    ("law", "personal-pln", "did you mean `personal-plan`"), ("title_en", "¿?", "id"), ("collection", "magic", "--collection"),
    ("url", "not an address", "https://"), ("emblem", "ketttle", "did you mean `kettle`"),
])
def test_a_value_that_cannot_be(project, option, value, said):
    """Exit code 2, what is wrong, the nearest that is known, and nothing written."""
    done = called(project, *options(**{option: value}))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / FOLDER).exists()
    assert list(project.glob(".new-*")) == []


def test_nothing_is_ever_overwritten(project):
    """A second story of the same title gets an id of its own, and the first stays as it is; a story taken down keeps its id."""
    called(project, *options())
    (project / FOLDER / "en.md").write_text("mine")
    (project / "stories" / "withdrawn").mkdir()
    (project / "stories" / "withdrawn" / "the-kettles-song-2.yml").write_text("id: the-kettles-song-2\n")
    (project / "stories" / "video-transcripts" / "the-kettles-song-3").mkdir()
    done = called(project, *options("--json"))
    assert json.loads(done.stdout)["id"] == "the-kettles-song-4"
    assert (project / FOLDER / "en.md").read_text() == "mine"


def test_a_text_is_taken_in_and_suggests_tags(project, tmp_path):
    """Paragraphs, pause and questions of the file become the story's; each suggestion names the words it rests on."""
    text = "Aeth gweithiwr\ngofal ati.\n\nRoedd y rheolwr yno.\n\n<!-- pause -->\n\nCanodd y tegell.\n## Wrth y saib\n- Pam?\n## Wedyn\n- Sut?\n"
    (tmp_path / "stori.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    done = called(project, *options("--json", "--from", str(tmp_path / "stori.txt"), "--lang", "cy"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert {"tag": "care-worker", "because": ["gweithiwr", "gofal"]} in answer["suggested"]
    assert "manager" in [s["tag"] for s in answer["suggested"]]
    assert {p["path"].rsplit("/")[-1] for p in answer["problems"] if p["code"].startswith("T")} == {"en.md"}
    written = (project / FOLDER / "cy.md").read_text(encoding="utf-8")
    told = "\nAeth gweithiwr gofal ati.\n\nRoedd y rheolwr yno.\n\n<!-- pause -->\n\nCanodd y tegell.\n"
    assert told + "\n## Wrth y saib\n\n- Pam?\n\n## Wedyn\n\n- Sut?\n" in written


@pytest.mark.parametrize(("raw", "said"), [(b"\xff\xfe\x00", "UTF-8"), (b"a\x00b", "U+0000"), (None, "cannot be read")])
def test_a_text_that_cannot_be_read(project, tmp_path, raw, said):
    """Exit code 2 and the reason; nothing written."""
    file = tmp_path / "text.txt"
    if raw is not None:
        file.write_bytes(raw)
    done = called(project, *options("--from", str(file), "--lang", "en"))
    assert done.returncode == 2
    assert said in done.stderr
    assert not (project / FOLDER).exists()


def test_consent_that_was_given_to_us_asks_who_holds_it(project):
    """Of a person's own consent the keeper of the record and the day are wanted, as far as the model knows these fields."""
    done = called(project, *options(consent="written"))
    assert "--held-by" in done.stderr
    assert "--given" in done.stderr
    done = called(project, *options("--held-by", "The manager", "--given", "2026-11-01", consent="written"))
    assert done.returncode == 0, done.stderr
    consent = facts_of(project).consent
    wanted = {"held_by": "The manager", "languages": ("en", "cy"), "given": "2026-11-01"}
    for name, value in wanted.items():
        if name in Consent.model_fields:
            assert str(getattr(consent, name)) == str(value)


def test_it_ends_with_the_page_and_the_story_in_it(project, monkeypatch):
    """Without a site, which button to press and which folder to choose; with one, the page that holds the story, in both languages,
    which opens where it is asked for."""
    done = called(project, *options())
    assert "press “Open the folder of a story” there, and choose drafts/the-kettles-song." in done.stdout
    assert "move its folder into drafts/" in done.stdout
    assert "build the site: `make site`" in done.stdout
    for folder in ("", "cy/"):
        page = project / f"site/{folder}about/add-a-story/index.html"
        page.parent.mkdir(parents=True)
        page.write_text('<p data-wm-write><a href="../index.html#x">a</a><a href="#y">b</a><script src="../../a.js"></script></p>')
    seen: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: not seen.append(address))
    done = called(project, *options())
    made = project / "drafts/the-kettles-song-2/add-a-story.html"
    assert "with the draft in it: drafts/the-kettles-song-2/add-a-story.html\n" in done.stdout
    assert "delete drafts/the-kettles-song-2/ once" in done.stdout
    html = made.read_text(encoding="utf-8")
    assert all(link in html for link in ('"../../site/about/index.html#x"', '"#y"', '"../../site/a.js"'))
    held = json.loads(re.search(r"data-wm-handed[^>]*>(.*?)</script>", html)[1])
    assert [f["name"] for f in held["files"]] == [f"magic-moments/the-kettles-song-2/{n}" for n in ("story.yml", "en.md", "cy.md")]
    assert (made.with_name("ychwanegu-stori.html").is_file(), seen) == (True, [])
    done = called(project, *options("--open", "--answer", "cy"))
    assert (done.returncode, done.stderr) == (0, "")
    assert seen == [(project / "drafts/the-kettles-song-3/ychwanegu-stori.html").as_uri()]
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    done = called(project, *options("--open", "--json"))
    assert json.loads(done.stdout)["page"] == (project / "drafts/the-kettles-song-4/add-a-story.html").as_posix()
    assert "no browser could be opened" in done.stderr


def test_questions_in_welsh(project):
    """With `--answer cy` what is asked, and what is wrong with an answer, is in Welsh."""
    done = called(project, "new", "--answer", "cy", answers="Te\n")
    assert done.stderr.startswith("Teitl yn Saesneg: Teitl yn Gymraeg: ")
    assert "[Saesneg]" not in done.stderr


@pytest.mark.parametrize(("lang", "said"), [
    ("en", ["/cy.md:5: F02 “The story up to the pause, in Welsh” is still empty", "“Questions afterwards, in English” is still empty"]),
    ("cy", ["/cy.md:5: F02 mae “Y stori hyd at y saib, yn Gymraeg” yn wag o hyd", "mae “Cwestiynau wedyn, yn Saesneg” yn wag o hyd"]),
])
def test_what_it_still_needs_is_told_in_the_words_of_the_form(project, lang, said):
    """By the labels of the page in which it is filled in, and nothing twice."""
    done = called(project, *options("--no-open", answer=lang))
    assert done.returncode == 0, done.stderr
    assert [one for one in said if f"{FOLDER}{one}" not in done.stdout and one not in done.stdout] == []
    assert "T01" not in done.stdout
    assert "[Saesneg]" not in done.stdout
