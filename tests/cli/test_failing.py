"""A build that cannot end well leaves what was there before, says why in plain words, and leaves nothing half-made."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.cli.test_command import whatmatters

from whatmatters.build import SiteBuild
from whatmatters.cli import site as site_command
from whatmatters.cli.packs import copy_packs
from whatmatters.cli.site import build_site
from whatmatters.manifest.writing import KnownOf, write_manifest
from whatmatters.packs import PackFile

LAST_GOOD = b"the last good one"


@pytest.fixture
def built(project: Path, monkeypatch) -> Path:
    """A project with a site that was built before; this time MkDocs writes one page, and nothing is checked or set."""
    (project / "site").mkdir()
    (project / "site/index.html").write_bytes(LAST_GOOD)
    nothing = SimpleNamespace(library=SimpleNamespace(recipes={}))
    monkeypatch.setattr(site_command, "start_build", lambda *_, **__: nothing)
    monkeypatch.setattr(site_command, "note_printed", lambda *_: None)
    monkeypatch.setattr(site_command, "hand_over", lambda _: None)
    monkeypatch.setattr(site_command, "_summary", lambda *_: None)
    monkeypatch.setattr(site_command, "_run_mkdocs", write_a_page)
    return project


def write_a_page(config) -> None:
    folder = Path(config.site_dir)
    folder.mkdir()
    (folder / "index.html").write_bytes(b"half of a new")
    prove_it(folder)


def prove_it(folder: Path) -> None:
    """The manifest, as the hooks write it last."""
    write_manifest(folder, {"en": "What Matters", "cy": "Beth sy'n Bwysig"}, "public", {})


def nothing_is_lost(project: Path) -> bool:
    """The last good site and nothing beside it."""
    found = {p.relative_to(project / "site").as_posix(): p.read_bytes() for p in (project / "site").rglob("*")}
    return found == {"index.html": LAST_GOOD} and not [p for p in project.iterdir() if p.name.startswith(".site")]


@pytest.mark.parametrize(("number", "says"), [
    (errno.ENOSPC, "make room on the disk"), (errno.EROFS, "read-only"), (errno.EACCES, "the right to write"),
    (errno.EIO, "is the disk full"),
])
def test_the_system_refuses_to_write(built, monkeypatch, capsys, number, says):
    """A full disk, a read-only folder: exit code 1, the file and what to do, and the last good site as it was."""
    def refuse(config) -> None:
        write_a_page(config)
        raise OSError(number, os.strerror(number), "site/x.html")

    monkeypatch.setattr(site_command, "_run_mkdocs", refuse)
    assert build_site(built, "site", as_json=False) == 1
    said = capsys.readouterr()
    assert says in said.err
    assert "site/x.html" in said.err
    assert "Nothing was built. site/ is as it was." in said.out
    assert nothing_is_lost(built)


def test_stopped_by_the_keyboard(built, monkeypatch, capsys):
    """Ctrl-C: exit code 130, a plain line, nothing half-made."""
    def stop(config) -> None:
        write_a_page(config)
        raise KeyboardInterrupt

    monkeypatch.setattr(site_command, "_run_mkdocs", stop)
    assert build_site(built, "site", as_json=False) == 130
    assert "The build was stopped." in capsys.readouterr().err
    assert nothing_is_lost(built)


def test_a_fault_of_the_program(built, monkeypatch, capsys):
    """An editor gets a sentence; the details stand in a file for whoever mends it."""
    def fail(config) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(site_command, "_run_mkdocs", fail)
    assert build_site(built, "site", as_json=False) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: a fault" in said
    assert "Traceback" not in said
    assert "Traceback" in (built / ".cache/whatmatters/last-fault.txt").read_text(encoding="utf-8")
    assert nothing_is_lost(built)


@pytest.mark.parametrize("what", [OSError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("when", [1, 2])
def test_stopped_while_the_new_site_takes_the_place(built, monkeypatch, what, when):
    """Between the two renames there is no site for a moment: if that goes wrong, the last good one comes back."""
    rename, calls = Path.rename, []

    def fail_once(path: Path, to: Path) -> Path:
        calls.append(path)
        if len(calls) == when:
            raise what
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", fail_once)
    assert build_site(built, "site", as_json=False) in (1, 130)
    assert nothing_is_lost(built)


def test_two_builds_into_one_folder(built, monkeypatch, capsys):
    """The second is refused while the first goes on, so that nothing of one gets into the other; then it may."""
    seconds: list[int] = []

    def meanwhile(config) -> None:
        monkeypatch.setattr(site_command, "_run_mkdocs", write_a_page)
        write_a_page(config)
        (Path(config.site_dir) / "team-only.html").write_text("private")
        prove_it(Path(config.site_dir))
        seconds.append(build_site(built, "site", as_json=False, audience="public"))

    monkeypatch.setattr(site_command, "_run_mkdocs", meanwhile)
    assert build_site(built, "site", as_json=False, audience="team") == 0
    assert seconds == [1]
    assert "Another build into `site` is going on" in capsys.readouterr().err
    assert build_site(built, "site", as_json=False, audience="public") == 0
    assert sorted(p.name for p in (built / "site").iterdir()) == ["index.html", "manifest.json"]


def test_a_build_that_was_killed_is_put_right_by_the_next(built, monkeypatch):
    """A power cut between the two renames: the next build begins by putting the last good site back."""
    (built / "site").rename(built / ".site-old")
    monkeypatch.setattr(site_command, "start_build", interrupted)
    assert build_site(built, "site", as_json=False) == 130
    assert nothing_is_lost(built)


def interrupted(*_, **__) -> SiteBuild:
    raise KeyboardInterrupt


@pytest.mark.parametrize("out", ["docs", "stories", "..", ".", "../elsewhere", "/etc", ".git", "a/b", "", "mkdocs.yml"])
def test_only_a_site_is_replaced(built, capsys, out):
    """A build puts a folder in the place of another: never in that of the sources, nor outside the project."""
    before = sorted(p.as_posix() for p in built.rglob("*"))
    assert build_site(built, out, as_json=False) == 2
    assert f"`{out}` is no folder to build" in capsys.readouterr().err
    assert sorted(p.as_posix() for p in built.rglob("*")) == before


def test_a_failure_for_programs(built, monkeypatch, capsys):
    """With --json, standard output is one JSON object, whatever happens."""
    monkeypatch.setattr(site_command, "_run_mkdocs", interrupted)
    assert build_site(built, "site", as_json=True) == 130
    assert json.loads(capsys.readouterr().out)["failed"] == "The build was stopped."


@pytest.mark.parametrize(("damage", "says"), [
    (lambda site: (site / "index.html").write_bytes(b""), "index.html:1: R22 this file is empty"),
    (lambda site: (site / "index.html").write_bytes(b"half of a nex"), "index.html:1: R22 this file is damaged"),
    (lambda site: (site / "more.html").write_bytes(b"x"), "more.html:1: R24 this file is foreign"),
    (lambda site: (site / "index.html").unlink(), "index.html:1: R23 this file is missing"),
    (lambda site: (site / "manifest.json").unlink(), "manifest.json:1: R20 there is no manifest"),
])
def test_a_site_that_its_manifest_does_not_prove_is_not_published(built, monkeypatch, capsys, damage, says):
    """Whatever befell it between its last page and its manifest, and the moment when it would take the place."""
    def damaged(config) -> None:
        write_a_page(config)
        damage(Path(config.site_dir))

    monkeypatch.setattr(site_command, "_run_mkdocs", damaged)
    assert build_site(built, "site", as_json=False) == 1
    assert says in capsys.readouterr().out
    assert nothing_is_lost(built)


@pytest.mark.parametrize("now", [b"", b"half of a nex"])
def test_what_was_made_is_what_is_published(built, monkeypatch, capsys, now):
    """A file that changed after it was made and before it was copied, in the cache, is not proven by its own copy."""
    whole = hashlib.sha256(b"half of a new").hexdigest()

    def copied(config) -> None:
        write_a_page(config)
        (Path(config.site_dir) / "index.html").write_bytes(now)
        write_manifest(Path(config.site_dir), {}, "public", {"index.html": KnownOf(sha256=whole)})

    monkeypatch.setattr(site_command, "_run_mkdocs", copied)
    assert build_site(built, "site", as_json=False) == 1
    assert "index.html:1: R22" in capsys.readouterr().out
    assert nothing_is_lost(built)


def test_a_good_build_takes_the_place(built):
    """The new site whole, and nothing beside it."""
    assert build_site(built, "site", as_json=False) == 0
    assert (built / "site/index.html").read_bytes() == b"half of a new"
    assert not [p for p in built.iterdir() if p.name.startswith(".site")]


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_real_signal(project, sent):
    """Ended from outside while the library is read: exit code 130, a plain line, the last good site."""
    (project / "site").mkdir()
    (project / "site/index.html").write_bytes(LAST_GOOD)
    code = (
        # Whoever starts the tests in the background may have made them deaf to an interrupt.
        "import signal, time; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from whatmatters.cli import main, site\n"
        "def slow(*a, **k): print('now', flush=True); time.sleep(60)\n"
        "site.start_build = slow; main.main()"
    )
    with subprocess.Popen([sys.executable, "-c", code, "site"], cwd=project, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as running:
        while running.stdout.readline().strip() != "now":
            assert running.poll() is None
        time.sleep(0.1)
        running.send_signal(sent)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "The build was stopped." in err
    assert "Traceback" not in err
    assert nothing_is_lost(project)


def pack_file(path: Path) -> PackFile:
    path.write_bytes(b"new cards")
    return PackFile("worth-it", "cards", "en", "worth-it-cards-en.pdf", path, 4, 9, "0" * 64)


@pytest.mark.parametrize("what", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_packs_are_copied_whole_or_not_at_all(tmp_path, monkeypatch, what):
    """A pack that cannot be written leaves the one that was there before, and no half of a file."""
    out = tmp_path / "out"
    (out / "worth-it").mkdir(parents=True)
    (out / "worth-it/worth-it-cards-en.pdf").write_bytes(b"old cards")

    def refuse(*_) -> None:
        raise what

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(type(what)):
        copy_packs([pack_file(tmp_path / "new.pdf")], out, as_json=False)
    assert [(p.name, p.read_bytes()) for p in (out / "worth-it").iterdir()] == [("worth-it-cards-en.pdf", b"old cards")]


def test_packs_into_a_place_that_is_none(project):
    """`--out` names a file: plain words and code 1."""
    (project / "out").write_text("I am no folder")
    done = whatmatters(project, "packs", "worth-it", "--form", "cards", "--lang", "en", "--out", "out")
    assert done.returncode == 1
    assert "out" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_check_with_a_name_that_is_no_text(project):
    """A file whose name is not UTF-8 is a problem, and not one for the terminal."""
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (project / "docs/en/about" / name).write_text("---\ntitle: A\nsummary: B\n---\n")
    except OSError:
        pytest.skip("this system knows no such names")
    done = whatmatters(project, "check")
    assert done.returncode == 1
    assert "R06" in done.stdout
    assert "Traceback" not in done.stderr
