"""The captions that `whatmatters import` writes are what a story's recording asks for."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from whatmatters.cli.main import app
from whatmatters.library.captions import read_captions
from whatmatters.library.transcript import turns

SAID = {
    "en": ("Mair: We went to the shop, and the rain & the wind went with us.", "Gwyn: It was a good day all the same."),
    "cy": ("Mair: Aethon ni i'r siop, a'r glaw & y gwynt gyda ni.", "Gwyn: Roedd hi'n ddiwrnod da yr un fath."),
}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_they_are_read_without_complaint(tmp_path, lang):
    """The same words at the same times, each by its speaker, under the name that the folder asks for."""
    first, second = SAID[lang]
    source = tmp_path / "walk.srt"
    source.write_text(f"1\n00:00:01,000 --> 00:00:04,000\n{first}\n\n2\n00:00:04,000 --> 00:00:06,000\n{second}\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(source), "--lang", lang, "--out", str(tmp_path / "drafts")])
    assert done.exit_code == 0, done.output
    name = f"captions.{lang}.vtt"
    cues, problems = read_captions((tmp_path / "drafts/walk" / name).read_text(encoding="utf-8"), name)
    assert problems == []
    assert [(turn.time, f"{turn.speaker}: {turn.said}") for turn in turns(cues)] == [("0:01", first), ("0:04", second)]
