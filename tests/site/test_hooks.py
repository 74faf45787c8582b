"""What MkDocs is told by the environment while somebody writes."""

from __future__ import annotations

import importlib.util

import pytest
from mkdocs.exceptions import PluginError
from tests.conftest import REPOSITORY


@pytest.fixture
def asked_for(monkeypatch):
    monkeypatch.delenv("AUDIENCE", raising=False)
    monkeypatch.delenv("STORIES", raising=False)
    spec = importlib.util.spec_from_file_location("hooks", REPOSITORY / "scripts" / "mkdocs_hooks.py")
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    return hooks.asked_for


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
