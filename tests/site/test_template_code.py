"""Templates as code that is kept on disk: it is used where it is what would be made, and costs time alone where it is not."""

from __future__ import annotations

import sys

import pytest
from jinja2 import Environment, FileSystemLoader

from whatmatters.site.template_code import Kept

SETTINGS = {"autoescape": True}


@pytest.fixture
def templates(monkeypatch, tmp_path):
    """A folder with a template, whose code is kept beside it, whatever the machine that runs the tests is set to."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "hello.html").write_text("Hello {{ who }}", encoding="utf-8")
    return folder


class Counting(Environment):
    """Counts how often a template is turned into code."""

    made = 0

    def compile(self, *args, **kwargs):
        type(self).made += 1
        return super().compile(*args, **kwargs)


def says(templates, settings=SETTINGS):
    """What a new process would make of the template, and how many templates it turned into code."""
    Counting.made = 0
    cache = Kept(templates, settings)
    environment = Counting(loader=FileSystemLoader(templates), bytecode_cache=cache, **settings)
    return environment.get_template("hello.html").render(who="<b>"), Counting.made


def kept(templates):
    return list((templates.parent / "__pycache__").iterdir())


def test_the_code_of_the_process_before_is_used(templates):
    """Nothing is turned into code twice, and nothing but the code is left on disk."""
    assert says(templates) == ("Hello &lt;b&gt;", 1)
    assert says(templates) == ("Hello &lt;b&gt;", 0)
    assert len(kept(templates)) == 1


def test_whoever_lists_templates_finds_templates_alone(templates):
    """The build turns all that are listed into code."""
    says(templates)
    assert Environment(loader=FileSystemLoader(templates)).list_templates() == ["hello.html"]


def test_a_template_that_changed_is_turned_into_code_again(templates):
    """By its words, not by its date; the new code takes the place of the old."""
    says(templates)
    (templates / "hello.html").write_text("Bye {{ who }}", encoding="utf-8")
    assert says(templates) == ("Bye &lt;b&gt;", 1)
    assert says(templates) == ("Bye &lt;b&gt;", 0)
    assert len(kept(templates)) == 1


def test_code_made_in_another_way_counts_as_none(templates, monkeypatch):
    """With other settings, or by another version of Jinja."""
    says(templates)
    assert says(templates, {"autoescape": False}) == ("Hello <b>", 1)
    monkeypatch.setattr("jinja2.__version__", "99")
    assert says(templates, {"autoescape": False}) == ("Hello <b>", 1)


@pytest.mark.parametrize("damage", [
    lambda held: b"", lambda held: held[:40], lambda held: held[:-1], lambda held: held + b"x",
    *(lambda held, at=at: held[:at] + bytes([held[at] ^ 1]) + held[at + 1 :] for at in (0, 31, 32, 60, -2)),
])  # fmt: skip
def test_a_damaged_file_counts_as_none(templates, monkeypatch, damage):
    """Cut short, longer, or with a bit turned in the seal or in the code: none of it is even taken apart."""
    says(templates)
    (file,) = kept(templates)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    with monkeypatch.context() as patched:
        patched.setattr("marshal.loads", lambda code: pytest.fail("damaged code was taken apart"))
        assert says(templates) == ("Hello &lt;b&gt;", 1)
    assert file.read_bytes() == whole, "it is made anew"


def test_the_code_of_one_template_is_not_that_of_another(templates):
    """A file that got the name of another counts as none."""
    says(templates)
    (file,) = kept(templates)
    elsewhere = templates.parent / "elsewhere" / "templates"
    elsewhere.mkdir(parents=True)
    (elsewhere / "hello.html").write_text("Bye {{ who }}", encoding="utf-8")
    says(elsewhere)
    (other,) = kept(elsewhere)
    file.write_bytes(other.read_bytes())
    assert says(templates) == ("Hello &lt;b&gt;", 1)


def test_where_nothing_can_be_kept_the_page_is_the_same(templates):
    """A place that cannot be written costs time, and nothing else."""
    (templates.parent / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert says(templates) == ("Hello &lt;b&gt;", 1)
    assert says(templates) == ("Hello &lt;b&gt;", 1)


def test_nothing_is_kept_where_python_keeps_no_modules(templates, monkeypatch):
    """`PYTHONDONTWRITEBYTECODE` holds for templates too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert says(templates) == ("Hello &lt;b&gt;", 1)
    assert not (templates.parent / "__pycache__").exists()
