"""What MkDocs is told by the environment while somebody writes, and whether languages are made side by side."""

from __future__ import annotations

import importlib.util
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from tests.conftest import REPOSITORY


@pytest.fixture
def hooks():
    spec = importlib.util.spec_from_file_location("hooks", REPOSITORY / "scripts" / "mkdocs_hooks.py")
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    return hooks


@pytest.fixture
def asked_for(hooks, monkeypatch):
    monkeypatch.delenv("AUDIENCE", raising=False)
    monkeypatch.delenv("STORIES", raising=False)
    return hooks.asked_for


@pytest.mark.parametrize("more", [0, 1])
def test_languages_of_a_large_library_are_made_one_after_the_other(hooks, monkeypatch, more):
    """Two processes would have a library each, and a library of thousands is most of what a build holds."""
    begun = []
    monkeypatch.setattr(hooks, "LanguagesBeside", SimpleNamespace(start=lambda *given: begun.append(given)))
    monkeypatch.setattr(hooks, "_read_templates", lambda config: None)
    monkeypatch.setattr(hooks, "_i18n", lambda config: SimpleNamespace(building=False))
    pages = {f"en/{n}.md": SimpleNamespace(hidden=False) for n in range(hooks.MOST_BESIDE + more)}
    hooks._command, hooks._build = "build", SimpleNamespace(pages=pages, get_ready_to_part=lambda site_dir: None)
    hooks.on_nav(SimpleNamespace(pages=[]), SimpleNamespace(site_dir="site"), Files([]))
    assert len(begun) == 1 - more


def test_without_a_word_it_is_the_public_site_of_this_project(asked_for, project):
    assert asked_for(project) == ("public", ())


def test_a_team_sees_its_own_stories_while_it_writes(asked_for, project, tmp_path, monkeypatch):
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "root.yml").write_text("name: ty-coch\naudience: [team]\n")
    monkeypatch.setenv("AUDIENCE", "team")
    monkeypatch.setenv("STORIES", str(ours))
    audience, (root,) = asked_for(project)
    assert (audience, root.name, root.folder) == ("team", "ty-coch", ours.resolve())


@pytest.mark.parametrize(("name", "value", "said"), [("AUDIENCE", "everyone", "there is no audience `everyone`"),
                                                     ("STORIES", "nowhere/at/all", "there is no folder `nowhere/at/all`")])
def test_what_does_not_exist_is_said_plainly(asked_for, project, monkeypatch, name, value, said):
    monkeypatch.setenv(name, value)
    with pytest.raises(PluginError, match=said):
        asked_for(project)
