"""The command as a person or a program calls it: what it prints, and its exit codes.

`check`, `packs` and `site` are processes of their own here; what they say besides is asked within this one, at a third of the cost.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from tests.command import called

from whatmatters.cli.later import LATER


def whatmatters(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run([sys.executable, "-c", "from whatmatters.cli import start; start()", *words], cwd=folder,
                          capture_output=True, text=True, check=False)


def break_a_tag(project: Path) -> None:
    facts = project / "stories/magic-moments/the-blue-cup/story.yml"
    facts.write_text(facts.read_text().replace("dementia", "dementa"))


def test_check_says_that_all_is_well(project):
    """Exit code 0, and the numbers of what was checked."""
    done = called(project, "check")
    assert done.returncode == 0, done.stdout
    assert "All is well: 3 stories, 1 packs" in done.stdout


def test_check_names_problems(project):
    """Exit code 1; a problem a line, as path:line: CODE message (how to mend it)."""
    break_a_tag(project)
    done = whatmatters(project, "check")
    assert done.returncode == 1
    assert ("stories/magic-moments/the-blue-cup/story.yml:3: V01 there is no tag `dementa` "
            "(did you mean `dementia`?)") in done.stdout.splitlines()
    assert "1 problem to mend" in done.stdout


def test_check_as_json(project):
    """The same for programs."""
    break_a_tag(project)
    done = called(project, "check", "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["errors"] == 1
    error = next(p for p in answer["problems"] if not p["advice"])
    assert (error["path"], error["line"], error["code"]) == ("stories/magic-moments/the-blue-cup/story.yml", 3, "V01")


def test_it_works_from_a_folder_inside(project):
    """The project is found from anywhere inside it."""
    done = whatmatters(project / "stories" / "packs", "check")
    assert done.returncode == 0, done.stderr
    assert "All is well: 3 stories" in done.stdout


@pytest.mark.parametrize(("ask", "words"), [
    (whatmatters, ["check", "--nonsense"]), (whatmatters, ["nonsense"]), (called, ["packs", "no-such-pack"]),
    (called, ["packs", "--form", "cardz"]), (called, ["packs", "--lang", "fr"]), (whatmatters, ["site", "--audience", "everyone"]),
    (called, ["bench", "--stories", "abc"]), (called, ["bench", "--stories", "50", "--cards", "-5"]),
])
def test_called_wrongly(project, ask, words):
    """Exit code 2 and a plain word about it."""
    done = ask(project, *words)
    assert done.returncode == 2
    assert words[-1].lstrip("-") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_word_does_not_wait_for_the_library(project):
    """Forms and languages are known before anything is read: what is typed wrong is said first, whatever else is wrong."""
    break_a_tag(project)
    for words in (["--form", "cardz"], ["--lang", "fr"]):
        done = called(project, "packs", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert words[1] in done.stderr


def test_not_a_project(tmp_path):
    """Outside a project the command says so, with code 2."""
    done = called(tmp_path, "check")
    assert done.returncode == 2
    assert "not a What Matters project" in done.stderr


def limit_to_two(project: Path) -> None:
    recipe = project / "stories/packs/worth-it.yml"
    recipe.write_text(recipe.read_text().replace("limit: 3", "limit: 2") + "tools: [i-statements]\nlengths: [60, 30]\n")


def test_packs_list_says_what_is_chosen_and_why(project):
    """Story by story and question by question: pinned, or the tags that matched; and what the limit leaves out."""
    limit_to_two(project)
    done = whatmatters(project, "packs", "--list")
    assert done.returncode == 0, done.stderr
    assert [line.strip() for line in done.stdout.splitlines()] == [
        "worth-it: Worth it / Gwerth chweil",
        "stories, 2 of the 3 that fit:",
        "the-blue-cup: pinned",
        "a-walk-to-the-shop: risk",
        "beyond its limit of 2:",
        "two-songs: everyday-joys",
        "story-discussion/first-thoughts, the first 2 of 5:",
        "first-thoughts-1: Which moment in the story has stayed with you, and why that one?",
        "first-thoughts-2: What did you feel as you listened, and at what point did you begin to feel it?",
        "law: personal-plan",
        "tools: i-statements",
        "lengths: 30, 60 minutes",
    ]


def test_packs_list_as_json(project):
    """The same for programs, with the words of both languages."""
    limit_to_two(project)
    done = called(project, "packs", "--list", "worth-it", "--json")
    assert done.returncode == 0, done.stderr
    pack = json.loads(done.stdout)["worth-it"]
    assert [(s["id"], s["because"]["pinned"], s["because"]["tags"]) for s in pack["stories"]] == [
        ("the-blue-cup", True, []), ("a-walk-to-the-shop", False, ["risk"])]
    assert [s["title"] for s in pack["beyond"]] == [{"en": "Two songs", "cy": "Dwy gân"}]
    (asked,) = pack["questions"]
    assert (asked["category"], asked["of"], [q["id"] for q in asked["questions"]]) == (
        "story-discussion/first-thoughts", 5, ["first-thoughts-1", "first-thoughts-2"])
    assert set(asked["questions"][0]["text"]) == {"en", "cy"}
    assert (pack["law"], pack["tools"], pack["lengths"]) == (["personal-plan"], ["i-statements"], [30, 60])


def test_one_pack_in_one_form_and_language(project):
    """`packs ID --form --lang --out` makes that one file; the same again makes nothing, says the same and copies it."""
    words = ("packs", "worth-it", "--form", "cards", "--lang", "cy", "--out", "out")
    done = whatmatters(project, *words)
    assert done.returncode == 0, done.stderr
    (copy,) = (project / "out/worth-it").iterdir()
    assert copy.name == "worth-it-cards-cy.pdf"
    assert "(1)" in done.stderr
    made, record = copy.read_bytes(), (project / "stories/packs/printed.jsonl").read_bytes()
    copy.write_bytes(made[:1000])
    again = whatmatters(project, *words)
    assert (again.returncode, again.stdout, again.stderr) == (0, done.stdout, "")
    assert copy.read_bytes() == made
    assert (project / "stories/packs/printed.jsonl").read_bytes() == record
    # What was cut off the record is written anew.
    (project / "stories/packs/printed.jsonl").unlink()
    assert called(project, *words).returncode == 0
    assert (project / "stories/packs/printed.jsonl").read_bytes() == record


def test_the_list_of_verbs_says_what_each_says_itself():
    """Verbs that are imported only when they are called stand in the list with the first words of their own help."""
    for module, function, line in LATER.values():
        said = getattr(import_module(f"whatmatters.cli.{module}"), function).__doc__
        assert said.startswith(line.removesuffix(".")), line


def test_help_waits_for_nothing_heavy(tmp_path):
    """Neither models nor MkDocs nor Typst are imported to list the verbs."""
    code = "import sys; from whatmatters.cli.main import app; print([m for m in ('pydantic', 'mkdocs', 'typst') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
