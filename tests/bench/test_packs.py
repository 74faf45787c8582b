"""What is measured of packs: a story's session by itself, beside packs of so many cards."""

from __future__ import annotations

import json

from whatmatters.bench import packs


def test_a_sessions_sheet_and_cards_are_made_anew_each_time(monkeypatch, capsys, project) -> None:
    """For each story both files, of that story alone, and none of them from a story before."""
    made = []
    real = packs.build_packs

    def noted(library, cache, **chosen):
        files = real(library, cache, **chosen)
        made.append((tuple(library.recipes["bench"].stories.pinned), [(f.form, f.lang, f.path) for f in files]))
        return files

    monkeypatch.setattr(packs, "build_packs", noted)
    monkeypatch.setattr(packs, "SESSIONS", 2)
    packs.make_session(str(project))
    said = json.loads(capsys.readouterr().out)
    assert 0 < said["median"] <= said["most"]
    assert len({pinned for pinned, _ in made}) == 3
    assert all(sorted((form, lang) for form, lang, _ in files) == [("cards", "en"), ("facilitator", "en")] for _, files in made)
    assert len({path for _, files in made for _, _, path in files}) == 6
