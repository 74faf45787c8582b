"""Templates as code that is kept on disk: it is used where it is what would be made, and costs time alone where it is not."""

from __future__ import annotations

import sys

import pytest
from jinja2 import Environment, FileSystemLoader

from whatmatters.site.template_code import Kept

SETTINGS = {"autoescape": True}


@pytest.fixture(autouse=True)
def as_python_keeps_modules(monkeypatch, tmp_path):
    """Kept beside the templates, whatever the machine that runs the tests is set to."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "hello.html").write_text("Hello {{ who }}", encoding="utf-8")


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
    return list((templates / "__pycache__").iterdir())


def test_the_code_of_the_process_before_is_used(tmp_path):
    """Nothing is turned into code twice, and nothing but the code is left on disk."""
    assert says(tmp_path) == ("Hello &lt;b&gt;", 1)
    assert says(tmp_path) == ("Hello &lt;b&gt;", 0)
    assert len(kept(tmp_path)) == 1


def test_a_template_that_changed_is_turned_into_code_again(tmp_path):
    """By its words, not by its date; the new code takes the place of the old."""
    says(tmp_path)
    (tmp_path / "hello.html").write_text("Bye {{ who }}", encoding="utf-8")
    assert says(tmp_path) == ("Bye &lt;b&gt;", 1)
    assert says(tmp_path) == ("Bye &lt;b&gt;", 0)
    assert len(kept(tmp_path)) == 1


def test_code_made_in_another_way_counts_as_none(tmp_path, monkeypatch):
    """With other settings, or by another version of Jinja."""
    says(tmp_path)
    assert says(tmp_path, {"autoescape": False}) == ("Hello <b>", 1)
    monkeypatch.setattr("jinja2.__version__", "99")
    assert says(tmp_path, {"autoescape": False}) == ("Hello <b>", 1)


@pytest.mark.parametrize("damage", [
    lambda held: b"", lambda held: held[:40], lambda held: held[:-1], lambda held: held + b"x",
    *(lambda held, at=at: held[:at] + bytes([held[at] ^ 1]) + held[at + 1 :] for at in (0, 31, 32, 60, -2)),
])  # fmt: skip
def test_a_damaged_file_counts_as_none(tmp_path, monkeypatch, damage):
    """Cut short, longer, or with a bit turned in the seal or in the code: none of it is even taken apart."""
    says(tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    with monkeypatch.context() as patched:
        patched.setattr("marshal.loads", lambda code: pytest.fail("damaged code was taken apart"))
        assert says(tmp_path) == ("Hello &lt;b&gt;", 1)
    assert file.read_bytes() == whole, "it is made anew"


def test_the_code_of_one_template_is_not_that_of_another(tmp_path):
    """A file that got the name of another counts as none."""
    says(tmp_path)
    (file,) = kept(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "hello.html").write_text("Bye {{ who }}", encoding="utf-8")
    says(elsewhere)
    (other,) = kept(elsewhere)
    file.write_bytes(other.read_bytes())
    assert says(tmp_path) == ("Hello &lt;b&gt;", 1)


def test_where_nothing_can_be_kept_the_page_is_the_same(tmp_path):
    """A place that cannot be written costs time, and nothing else."""
    (tmp_path / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert says(tmp_path) == ("Hello &lt;b&gt;", 1)
    assert says(tmp_path) == ("Hello &lt;b&gt;", 1)


def test_nothing_is_kept_where_python_keeps_no_modules(tmp_path, monkeypatch):
    """`PYTHONDONTWRITEBYTECODE` holds for templates too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert says(tmp_path) == ("Hello &lt;b&gt;", 1)
    assert not (tmp_path / "__pycache__").exists()
