"""When may a command say that nothing has changed? Only when every byte it depends on, and made, is what it was."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from whatmatters.cli.one_at_a_time import alone
from whatmatters.cli.unchanged import LOCKS, STAMPS, Unstamped, site_stands
from whatmatters.stamp import of_tree, read, sources

ASKED = {"audience": "public", "packs": False}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project as far as a stamp sees it, with a site and its stamp."""
    project = tmp_path / "project"
    for name, text in {
        "mkdocs.yml": 'site_url: !ENV [SITE_URL, ""]\n', "docs/en/index.md": "Home", "docs/cy/index.md": "Hafan",
        "stories/a/b/en.md": "A story", "stories/packs/printed.jsonl": "{}\n", "overrides/main.html": "<p>",
        "scripts/mkdocs_hooks.py": "", "elsewhere/colours.css": "p {}", "site/index.html": "<p>Home", "site/a/x.js": "1",
        "roots/team/root.yml": "name: team",
    }.items():  # fmt: skip
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    stamped(project)
    return project


def stamped(project: Path) -> None:
    """What a build does at its end."""
    before = Unstamped.of(project, "site-site", [project / "roots/team"], **ASKED)
    before.keep(of_tree(project / "site", links=False), {"stories": 1}, [project / "docs", project / "elsewhere"])


def stands(project: Path, **asked: object) -> bool:
    """What a build does first."""
    said = site_stands(project, "site", str(project / "roots/team"), **{**ASKED, **asked})
    assert said in (None, {"stories": 1})
    return said is not None


def write(file: str, text: str | bytes):
    def change(project: Path) -> None:
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_bytes(text if isinstance(text, bytes) else text.encode())

    return change


CHANGES = {
    "a letter": write("stories/a/b/en.md", "A storY"),
    "a file more": write("docs/en/new.md", ""),
    "an empty folder": lambda project: (project / "stories/a/c").mkdir(),
    "a file less": lambda project: (project / "docs/cy/index.md").unlink(),
    "a name": lambda project: (project / "docs/cy/index.md").rename(project / "docs/cy/indeks.md"),
    "two texts changed over": lambda project: [write("docs/en/index.md", "Hafan")(project),
                                               write("docs/cy/index.md", "Home")(project)],
    "the configuration": write("mkdocs.yml", "site_name: x\n"),
    "a template": write("overrides/main.html", "<b>"),
    "the hooks": write("scripts/mkdocs_hooks.py", "pass"),
    "a further root": write("roots/team/root.yml", "name: tim"),
    "a place that the configuration names": write("elsewhere/colours.css", "p {color: red}"),
    "the record of packs": write("stories/packs/printed.jsonl", "{}\n{}\n"),
    "a page of the site": write("site/index.html", "<p>Half"),
    "a page that was cut": write("site/index.html", b""),
    "a file of the site less": lambda project: (project / "site/a/x.js").unlink(),
    "a file in the site more": write("site/team-only.html", "private"),
    "a link in the site": lambda project: [(project / "site/a/x.js").unlink(),
                                           (project / "site/a/x.js").symlink_to(project / "site/index.html")],
    "no site": lambda project: (project / "site/index.html").unlink(),
    "half a build": lambda project: (project / ".site-new").mkdir(),
    "a build that was cut off": lambda project: (project / ".site-old").mkdir(),
    "no stamp": lambda project: (project / STAMPS / "site-site.json").unlink(),
}  # fmt: skip


def test_nothing_has_changed(small):
    """Then the site stands, whatever the dates of its files: a clock that was set back misleads nobody."""
    assert stands(small)
    for path in small.rglob("*"):
        os.utime(path, (0, 0))
    assert stands(small)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_is_noticed(small, change):
    """Of the sources, of what is made, and of what lies between."""
    change(small)
    assert not stands(small)


def test_another_wish_is_another_build(small, monkeypatch):
    """For other people, with packs, at another address, on another day, with other packages."""
    assert not stands(small, audience="team")
    assert not stands(small, packs=True)
    with monkeypatch.context() as m:
        m.setenv("SITE_URL", "https://example.org/")
        assert not stands(small)
    with monkeypatch.context() as m:
        m.setattr(sources, "date", type("Tomorrow", (date,), {"today": classmethod(lambda cls: date(2099, 1, 1))}))
        assert not stands(small)
    with monkeypatch.context() as m:
        m.setattr(sources, "datetime", type("Old", (datetime,), {"now": classmethod(lambda cls, tz: datetime(1999, 1, 1))}))
        assert not stands(small)
    with monkeypatch.context() as m:
        m.setattr(sources, "_packages", lambda: iter(["mkdocs-99.dist-info x"]))
        assert not stands(small)
    assert stands(small)


def test_a_variable_that_the_configuration_does_not_name(small, monkeypatch):
    """Does not matter."""
    monkeypatch.setenv("SOMETHING_ELSE", "1")
    assert stands(small)


def test_what_changes_during_a_build(small):
    """Leaves no stamp: nobody knows whether the build saw it."""
    (small / STAMPS / "site-site.json").unlink()
    before = Unstamped.of(small, "site-site", [small / "roots/team"], **ASKED)
    write("docs/en/index.md", "Written while it was built")(small)
    before.keep(of_tree(small / "site", links=False), {"stories": 1})
    assert not (small / STAMPS / "site-site.json").exists()


def test_while_another_builds(small):
    """Nobody answers for a folder that somebody else is putting in place."""
    with alone(small / LOCKS / "site.lock"):
        assert not stands(small)
    assert stands(small)


@pytest.mark.parametrize("text", ["INHERIT: ../other.yml\n", b"\xff\xfe"])
def test_a_configuration_that_cannot_be_followed(small, text):
    """It goes on in another file, or cannot be read: then there is nothing to do but build."""
    write("mkdocs.yml", text)(small)
    stamped(small)
    assert not stands(small)


def test_a_link_that_leads_back(small):
    """Has no end to be read to."""
    (small / "docs/en/round").symlink_to(small / "docs")
    stamped(small)
    assert not stands(small)


def test_a_damaged_stamp_is_none(small):
    """Cut short anywhere, or with any byte turned: it is not believed, and nothing fails."""
    path = small / STAMPS / "site-site.json"
    whole, held = path.read_bytes(), read(path)
    for at in range(len(whole)):
        path.write_bytes(whole[:at])
        assert read(path) is None, at
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read(path) in (None, held), at
    path.write_bytes(b"[]")
    assert read(path) is None


def test_a_stamp_of_a_later_version(small):
    """Is none, however well it is sealed."""
    path = small / STAMPS / "site-site.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "form": 2}))
    assert not stands(small)


def test_a_cache_that_cannot_be_written(small):
    """Costs the time of the next build and nothing else."""
    for path in sorted((small / ".cache").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (small / ".cache").rmdir()
    (small / ".cache").write_text("I am no folder")
    stamped(small)
    assert not stands(small)
