"""A sentence is a plain string in English, and can be said in Welsh."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date

import pytest

from whatmatters.messages import catalogue
from whatmatters.messages.known_foreign_messages import of_model, of_system, of_yaml
from whatmatters.messages.message import NOT_WELSH, Message, quoted
from whatmatters.messages.problem import LibraryError, Problem

WELSH = {
    "there is no tag `{name}`": "does dim tag o'r enw `{name}`", "{mend}; or not": "{mend}; neu beidio", "add {{x}}": "rhowch {{x}}",
    "known: {names}": "hysbys: {names}", "none": "dim un", "on {day}": "ar {day}", "{words}": "“{words}” (yn Saesneg)",
}  # fmt: skip


@pytest.fixture
def small(monkeypatch):
    """A catalogue of a few sentences."""
    monkeypatch.setattr("whatmatters.messages.message.welsh", WELSH.get)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("said", "english", "welsh"), [
    (Message("there is no tag `{name}`", name="x"), "there is no tag `x`", "does dim tag o'r enw `x`"),
    (Message("there is no tag `{name}`", name="{y} {} {{"), "there is no tag `{y} {} {{`", "does dim tag o'r enw `{y} {} {{`"),
    (Message("{mend}; or not", mend=Message("add {{x}}")), "add {x}; or not", "rhowch {x}; neu beidio"),
    (Message("known: {names}", names=("a", Message("none"), 3)), "known: a, none, 3", "hysbys: a, dim un, 3"),
    (Message("known: {names}", names=()), "known: ", "hysbys: "),
    (Message("on {day}", day=date(2026, 11, 21)), "on 2026-11-21", "ar 2026-11-21"),
    (quoted("oh {no}"), "oh {no}", "“oh {no}” (yn Saesneg)"),
])  # fmt: skip
def test_a_sentence_in_both_languages(said, english, welsh):
    """Values are put in as they are, sentences within it are said in its language, and it can be turned back."""
    assert said == english
    assert said.in_language("cy") == welsh
    assert said.in_language("cy").in_language("en") == english


@pytest.mark.usefixtures("small")
def test_what_has_no_welsh_says_so():
    """English is not passed off as Welsh, neither alone nor within a sentence."""
    assert Message("hello {name}", name="x").in_language("cy") == f"{NOT_WELSH}hello x"
    assert Message("known: {names}", names=(Message("hello"),)).in_language("cy") == f"hysbys: {NOT_WELSH}hello"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda said: pickle.loads(pickle.dumps(said))])
def test_a_copy_remembers_too(again):
    """A problem may go through another process, or be taken apart for JSON, in either language."""
    said = Message("{mend}; or not", mend=Message("add {{x}}"))
    assert again(said).in_language("cy") == "rhowch {x}; neu beidio"
    assert again(said.in_language("cy")) == "rhowch {x}; neu beidio"
    assert again(said.in_language("cy")).in_language("en") == "add {x}; or not"
    assert json.dumps(again(said)) == '"add {x}; or not"'


@pytest.mark.usefixtures("small")
def test_a_problem_in_welsh():
    """Message and mend change, and nothing else; the English one is as it was."""
    problem = Problem("a.yml", 3, "V01", Message("there is no tag `{name}`", name="x"), Message("known: {names}", names=("y",)))
    assert str(problem.in_language("cy")) == "a.yml:3: V01 does dim tag o'r enw `x` (hysbys: y)"
    assert str(problem) == str(problem.in_language("en")) == "a.yml:3: V01 there is no tag `x` (known: y)"
    assert problem.in_language("cy").as_dict() == {
        "path": "a.yml", "line": 3, "code": "V01", "message": "does dim tag o'r enw `x`", "mend": "hysbys: y", "advice": False,
    }  # fmt: skip
    assert str(LibraryError([problem]).in_language("cy")) == str(problem.in_language("cy"))


def test_english_needs_no_catalogue(monkeypatch):
    """Nobody who is answered in English waits for the Welsh to be read."""
    monkeypatch.setattr(catalogue, "_catalogue", lambda: pytest.fail("the catalogue was read"))
    assert Message("there is no tag `{name}`", name="x").in_language("en") == "there is no tag `x`"


@pytest.mark.parametrize(("said", "welsh"), [
    (of_yaml("mapping values are not allowed in this context"), "does dim lle yma i `:` a gwerth"),
    (of_yaml("did not find expected ',' or '}'"), "mae `,` neu `}` ar goll"),
    (of_yaml("year 0 is out of range"), "all y flwyddyn ddim bod yn 0"),
    (of_model("String should match pattern '^{x}$'"), "dylai'r testun ddilyn y patrwm `^{x}$`"),
    (of_model("Input should be a valid date or datetime, input is too short"), "dylai fod yn ddyddiad fel 2026-11-21, ond mae'n rhy fyr"),
    (of_system(PermissionError(13, "Permission denied")), "does gennych chi ddim caniatâd"),
    (of_yaml("something that nobody has seen"), "“something that nobody has seen” (yn Saesneg)"),
    (of_model("Input should be a valid URL, oh {no}"), "dylai fod yn gyfeiriad gwe fel https://…, ond “oh {no}” (yn Saesneg)"),
])  # fmt: skip
def test_sentences_of_other_programs(said, welsh):
    """They are known by their words and said in Welsh; what is not known is shown as a quotation."""
    assert said.in_language("cy") == welsh
    assert said.in_language("en") == said
