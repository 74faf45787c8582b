"""Numbers of the Regulations that cannot be: each is told with file, line and how to mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whatmatters.check.regulations import regulation_problems
from whatmatters.library.law import Place


@pytest.fixture(scope="module")
def library(real):
    return real


def errors(library):
    return [(p.code, p.path, p.line) for p in regulation_problems(library) if not p.advice]


def with_regulation(library, which: str, **changes):
    """The library with one regulation changed."""
    data = library.regulations
    changed = tuple(r.model_copy(update=changes) if r.number == which else r for r in data.regulations)
    return replace(library, regulations=data.model_copy(update={"regulations": changed}))


def line_of(library, number: str) -> int:
    at = [r.number for r in library.regulations.regulations].index(number)
    return library.line("docs/data/regulations.yml", "regulations", at)


def test_the_library_itself_is_sound(library):
    """No number is wrong today."""
    assert errors(library) == []


def test_no_regulation_is_without_a_topic_unseen(library):
    """A regulation that no topic cites is told as advice."""
    topics = tuple(t for t in library.read_across.topics if all(not (p.provision or "").startswith("64") for p in t.provisions))
    bare = replace(library, read_across=library.read_across.model_copy(update={"topics": topics}))
    assert any(p.advice and p.code == "L14" and p.line == line_of(library, "64") for p in regulation_problems(bare))


@pytest.mark.parametrize(("changes", "code"), [
    ({"part": 24}, "L08"), ({"amended": ("2099/1",)}, "L08"), ({"certainty": "part"}, "L04"),
    ({"number": "57"}, "L06"), ({"number": "12"}, "L06"),
])
def test_a_regulation_that_cannot_be(library, changes, code):
    """A Part, an amendment or a number that is not there, and doubt that is not spelt out."""
    broken = with_regulation(library, "58", **changes)
    assert (code, "docs/data/regulations.yml", line_of(library, "58")) in errors(broken)


def test_a_regulation_out_of_order(library):
    """The page follows the order of the file, so the file follows the law."""
    data = library.regulations
    turned = data.model_copy(update={"regulations": (*data.regulations[1:], data.regulations[0])})
    assert "L07" in [code for code, *_ in errors(replace(library, regulations=turned))]


def test_an_offence_of_another_regulation(library):
    """A paragraph of another regulation is no offence of this one."""
    offences = library.regulations.by_number["35"].offences.model_copy(update={"straight": ("36(1)",)})
    assert errors(with_regulation(library, "35", offences=offences)) == [("L09", "docs/data/regulations.yml", line_of(library, "35"))]


@pytest.mark.parametrize("provision", ["99", "49C(1)", "Part 31"])
def test_a_topic_that_cites_what_does_not_exist(library, provision):
    """The line of the provision is named, in the file of the topics."""
    topic = library.read_across.topics[0]
    wrong = topic.provisions[0].model_copy(update={"law": "regs-2017", "provision": provision})
    topics = (topic.model_copy(update={"provisions": (wrong, *topic.provisions[1:])}), *library.read_across.topics[1:])
    broken = replace(library, read_across=library.read_across.model_copy(update={"topics": topics}))
    line = library.line("docs/data/read-across.yml", "topics", 0, "provisions", 0)
    assert errors(broken) == [("L05", "docs/data/read-across.yml", line)]


def test_limits_and_the_frequency_card_are_looked_at_too(library):
    """A number of a limit can be as wrong as one of a provision."""
    card = library.read_across.frequency_card
    wrong = card[0].model_copy(update={"at": Place(law="regs-2017", provision="91")})
    broken = replace(library, read_across=library.read_across.model_copy(update={"frequency_card": (wrong, *card[1:])}))
    assert [code for code, *_ in errors(broken)] == ["L05"]
