"""Further story roots: same rules, ids kept apart, and nothing of a private one where it does not belong."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from tests.conftest import TODAY
from whatmatters.build import note_printed
from whatmatters.check import check_project
from whatmatters.cli.main import app
from whatmatters.deck.browser_card_data import CardData
from whatmatters.library.publication import for_audience
from whatmatters.library.story_root import NoSuchRoot, further_roots, own_root
from whatmatters.messages.problem import LibraryError
from whatmatters.reading.all_roots import read_everything
from whatmatters.site.browser_data import browser_data
from whatmatters.site.pages import made_pages
from whatmatters.site.render import renderer
from whatmatters.tracing.ledger import read_ledger

from .conftest import make_root

JAR = "ty-coch--a-jar-of-buttons"


def test_stories_and_recipes_come_in_under_the_roots_name(project, private):
    """Ids get the root's name before them; a root's recipe finds its own stories first, then this project's."""
    roots = further_roots(project, str(private))
    report = check_project(project, TODAY, roots)
    assert report.errors == ()
    library = report.library
    assert sorted(library.stories) == ["a-walk-to-the-shop", "the-blue-cup", "two-songs", JAR]
    assert library.stories[JAR].path == f"stories/magic-moments/{JAR}/"
    assert [c.story.id for c in library.chosen["ty-coch--ours"]] == [JAR, "two-songs"]
    assert library.source(f"ty-coch/magic-moments/{JAR}/en.md")[1] == private.resolve()


def test_what_a_roots_recipe_never_takes(project, private):
    """Its own story or this project's, by the id alone; what its limit leaves out is of the same two roots."""
    recipe = private / "packs/ours.yml"
    looked_for = "{any: [everyday-joys], not: [a-jar-of-buttons, two-songs]}"
    recipe.write_text(recipe.read_text().replace("{pinned: [a-jar-of-buttons, two-songs]}", looked_for))
    library, problems = read_everything(project, further_roots(project, str(private)))
    assert problems == []
    ours = library.recipes["ty-coch--ours"]
    assert ours.stories.not_ == (JAR, "two-songs")
    assert [c.story.id for c in library.chosen[ours.id]] == ["the-blue-cup"]
    one = ours.model_copy(update={"stories": ours.stories.model_copy(update={"not_": (), "limit": 1})})
    assert [c.story.id for c in library.beyond(one)] == ["two-songs", JAR]
    assert JAR not in library.open_to(library.recipes["worth-it"].model_copy(update={"root": "another"}))


def test_problems_are_named_by_root(project, private):
    """The path begins with the root's name; the line is that of its file."""
    facts = private / "magic-moments/a-jar-of-buttons/story.yml"
    facts.write_text(facts.read_text().replace("dementia", "dementa"))
    (private / "packs/ours.yml").write_text((private / "packs/ours.yml").read_text().replace("two-songs", "two-sons"))
    found = check_project(project, TODAY, further_roots(project, str(private))).errors
    assert [(p.path, p.line, p.code) for p in found] == [
        ("ty-coch/magic-moments/a-jar-of-buttons/story.yml", 3, "V01"),
        ("ty-coch/packs/ours.yml", 3, "K02"),
    ]


def test_who_could_be_recognised_is_looked_for_in_every_root(project, private):
    """In its text and in its captions, with file and line; each root's deny-list holds for the stories of all."""
    folder = private / "magic-moments/a-jar-of-buttons"
    text = folder / "en.md"
    text.write_text(text.read_text().replace("<!-- pause -->", "Ring 07700 900123.\n\n<!-- pause -->"))
    (folder / "captions.cy.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nFfoniwch Megan.\n")
    (private / "deny.txt").write_text("# us\nMegan\n")
    (project / "stories/deny.txt").write_text("Prosser\n")
    found = check_project(project, TODAY, further_roots(project, str(private))).errors
    line = text.read_text().split("\n").index("Ring 07700 900123.") + 1
    where = "ty-coch/magic-moments/a-jar-of-buttons"
    assert ("A04", f"{where}/en.md", line) in {(p.code, p.path, p.line) for p in found}
    assert (f"{where}/captions.cy.vtt", 4, "here stands what line 2 of ty-coch/deny.txt denies") in {
        (p.path, p.line, p.message) for p in found if p.code == "A11"
    }
    assert {p.path for p in found if p.code == "A11" and "stories/deny.txt" in p.message} >= {f"{where}/en.md", f"{where}/cy.md"}


@pytest.mark.parametrize(("audience", "allowed", "seen"), [
    ("team", "[team]", True), ("public", "[team]", False), ("intranet", "[team]", False),
    ("intranet", "[team, intranet]", True), ("public", "[team, intranet, public]", True), ("training", "[training]", False),
])
def test_a_root_and_its_stories_must_both_allow_the_build(project, private, audience, allowed, seen):
    """The story's consent is for team, intranet and public; neither it nor its root can open what the other closes."""
    (private / "root.yml").write_text(f"name: ty-coch\naudience: {allowed}\n")
    whole, _ = read_everything(project, further_roots(project, str(private)))
    library, out = for_audience(whole, audience, TODAY)
    assert (JAR in library.stories, "ty-coch--ours" in library.recipes) == (seen, seen)
    if audience not in allowed:
        assert f"not for {audience}: 1 story" in next(o.why for o in out if o.id == "ty-coch")
        assert not any(o.id.startswith("ty-coch--") for o in out)


def test_nothing_of_a_closed_root_is_made(project, private):
    """No page and no script file of a public build names it or says its words; those of a team's build do."""
    whole, _ = read_everything(project, further_roots(project, str(private)))

    def made(audience):
        library, _ = for_audience(whole, audience, TODAY)
        pages = made_pages(library, renderer(library.interface), {}, {}, TODAY)
        data = [str(piece) for lang in ("en", "cy") for piece in browser_data(library, lang, {})]
        data += map(str, CardData(library).pieces())
        return "".join([*pages, *(p.content() + p.front_matter() for p in pages.values()), *data])

    public, team = made("public"), made("team")
    for trace in ("ty-coch", "jar-of-buttons", "A jar of buttons", "Jar o fotymau", "Miss Prosser", "Round our table"):
        assert trace not in public
        assert trace in team or trace == "jar-of-buttons"


def test_a_root_is_private_unless_it_says_more(project, private):
    """Without a line `audience`, only a team's build may have it."""
    (private / "root.yml").write_text("name: ty-coch\n")
    assert further_roots(project, str(private))[0].audience == ("team",)


def test_each_root_keeps_its_own_record_of_printed_packs(project, private, tmp_path):
    """This project's record names nothing of a private root; a private root's names nothing of another's."""
    other = make_root(tmp_path / "others", name="ysgol")
    roots = further_roots(project, f"{private}{os.pathsep}{other}")
    library, _ = read_everything(project, roots)
    assert note_printed(library, library.recipes, None, TODAY) is None
    ledgers = {root.name: read_ledger(root) for root in library.roots}
    assert {e.pack for e in ledgers[""]} == {"worth-it"}
    assert {e.pack for e in ledgers["ty-coch"]} >= {"ty-coch--ours"}
    said = {name: "".join(e.model_dump_json() for e in entries) for name, entries in ledgers.items()}
    assert "--" not in said[""]
    assert "ysgol" not in said["ty-coch"]
    assert "ty-coch" not in said["ysgol"]
    assert "two-songs" in said["ty-coch"]
    before = {root.name: (root.folder / "packs/printed.jsonl").read_bytes() for root in library.roots}
    note_printed(library, library.recipes, None, TODAY)
    assert {root.name: (root.folder / "packs/printed.jsonl").read_bytes() for root in library.roots} == before


def test_the_record_of_level_texts_names_no_root(project, private):
    """It is part of this project, so nobody is asked to write a private story's id into it."""
    found = check_project(project, TODAY, further_roots(project, str(private))).problems
    assert not [p for p in found if p.code in ("P20", "P21") and p.path.startswith("ty-coch")]


@pytest.mark.parametrize("path", ["nowhere", "~nobody-of-this-name/stories"])
def test_a_root_that_does_not_exist(project, path, capsys):
    """Code 2, naming the folder as it was typed."""
    with pytest.raises(NoSuchRoot, match=f"no folder `{path}`"):
        further_roots(project, path)
    with pytest.raises(SystemExit) as end:
        app(["check", "--root", str(project), "--stories", path])
    assert end.value.code == 2
    assert f"there is no folder `{path}`" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "code", "says"), [
    (None, "E01", "has no root.yml"),
    ("name: Tŷ Coch\n", "F03", "`name` does not fit"),
    ("name: stories\n", "E02", "the name of a folder of this project"),
    ("name: a--b\n", "F03", "`name` does not fit"),
    ("name: ../up\n", "F03", "`name` does not fit"),
    ("nam: x\n", "F01", "did you mean `name`"),
    ("name: x\naudience: [everyone]\n", "F03", "cannot be `everyone`"),
    ("name: x\naudience: []\n", "F03", "`audience`"),
    ("name: &a x\n", "Y03", "anchors"),
    ("\x00", "R04", "U+0000"),
])
def test_a_root_that_cannot_be_used(project, private, text, code, says):
    """Each reason is a problem with its file and its line, and the whole build stops."""
    (private / "root.yml").unlink()
    if text is not None:
        (private / "root.yml").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError) as error:
        further_roots(project, str(private))
    found = [p for p in error.value.problems if p.code == code]
    assert found
    assert says in f"{found[0].message} ({found[0].mend})"
    assert found[0].path == f"{private}/root.yml"


def test_a_root_that_cannot_be_used_is_told_as_json(project, private, capsys):
    """Code 1, and the same problems for programs."""
    (private / "root.yml").write_text("name: docs\n")
    with pytest.raises(SystemExit) as end:
        app(["check", "--json", "--root", str(project), "--stories", str(private)])
    assert end.value.code == 1
    assert [p["code"] for p in json.loads(capsys.readouterr().out)["problems"]] == ["E02"]


def test_two_roots_with_one_name(project, private, tmp_path):
    """Their ids could not be kept apart; the same folder twice is one root."""
    other = make_root(tmp_path / "others")
    with pytest.raises(LibraryError, match="E03 two story roots are called `ty-coch`"):
        further_roots(project, f"{private}{os.pathsep}{other}")
    assert len(further_roots(project, f"{private}{os.pathsep}{private}{os.pathsep}")) == 1


@pytest.mark.parametrize("inside", ["docs/ours", "stories/magic-moments", "site/x", "."])
def test_a_root_inside_what_is_published(project, inside):
    """Whatever lies in docs or site is copied into the site as it is, so a root may not lie there."""
    folder = project / inside
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "root.yml").write_text("name: ours\n")
    with pytest.raises(LibraryError, match="E04"):
        further_roots(project, str(folder))


def test_a_root_may_be_a_repository(project, private):
    """Folders that begin with a point are not collections."""
    (private / ".git/hooks").mkdir(parents=True)
    assert check_project(project, TODAY, further_roots(project, str(private))).errors == ()


def test_a_link_out_of_a_root(project, private, tmp_path):
    """Neither a story's folder nor a file of it may lead elsewhere, not even into the project beside it."""
    jar = private / "magic-moments/a-jar-of-buttons"
    shutil.copytree(jar, tmp_path / "elsewhere")
    (private / "magic-moments/linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (jar / "en.md").unlink()
    (jar / "en.md").symlink_to(project / "stories/magic-moments/the-blue-cup/en.md")
    found = check_project(project, TODAY, further_roots(project, str(private))).errors
    assert [(p.code, p.path) for p in found if p.code == "R05"] == [
        ("R05", "ty-coch/magic-moments/a-jar-of-buttons/en.md"),
        ("R05", "ty-coch/magic-moments/linked/story.yml"),
    ]


def test_a_story_of_a_root_is_withdrawn_in_its_root(project, private, capsys):
    """Its record, its recipes and its folder are the root's; the project beside it is not touched."""
    ours = {p: p.read_bytes() for p in (project / "stories").rglob("*") if p.is_file()}
    with pytest.raises(SystemExit) as end:
        app(["withdraw", JAR, "--on", "2026-11-20", "--root", str(project), "--stories", str(private)])
    assert end.value.code == 0
    assert (private / "withdrawn/a-jar-of-buttons.yml").is_file()
    assert not (private / "magic-moments/a-jar-of-buttons").exists()
    assert "{pinned: [two-songs]}" in (private / "packs/ours.yml").read_text()
    assert {p: p.read_bytes() for p in (project / "stories").rglob("*") if p.is_file()} == ours
    library, problems = read_everything(project, further_roots(project, str(private)))
    assert problems == []
    assert library.withdrawn[JAR].path == f"stories/magic-moments/{JAR}/"
    assert for_audience(library, "public", TODAY)[0].withdrawn == {}
    assert list(for_audience(library, "team", TODAY)[0].withdrawn) == [JAR]


def test_the_record_of_our_story_names_no_private_pack(project, private):
    """A private recipe held it too and is mended; this project's record does not say so."""
    with pytest.raises(SystemExit):
        app(["withdraw", "two-songs", "--root", str(project), "--stories", str(private)])
    assert "{pinned: [a-jar-of-buttons]}" in (private / "packs/ours.yml").read_text()
    kept = (project / "stories/withdrawn/two-songs.yml").read_text()
    assert "- worth-it" in kept
    assert "ours" not in kept


def test_withdrawing_our_story_leaves_a_roots_own_of_that_name(project, private):
    """A root's recipe that says `the-blue-cup` means the root's own story where it has one."""
    shutil.copytree(project / "stories/magic-moments/the-blue-cup", private / "magic-moments/the-blue-cup")
    recipe = private / "packs/ours.yml"
    recipe.write_text(recipe.read_text().replace("two-songs", "the-blue-cup"))
    with pytest.raises(SystemExit):
        app(["withdraw", "the-blue-cup", "--root", str(project), "--stories", str(private)])
    assert "the-blue-cup" in recipe.read_text()
    assert not (project / "stories/magic-moments/the-blue-cup").exists()
    assert own_root(project).shown == "stories"
