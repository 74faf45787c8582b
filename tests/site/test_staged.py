"""`whatmatters stage`: every page as a file that another generator can take, finished, at its own address."""

from __future__ import annotations

import re

import pytest
import yaml
from tests.command import called
from tests.conftest import TODAY, mini_library

from whatmatters.build import start_build
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.progress import Unseen
from whatmatters.site.staged import parted, staged_file, staged_page, with_links


def test_a_page_says_what_it_is_before_it_says_anything():
    """Title, language, slug and address, the same address in both languages; nothing that only our templates know."""
    meta = {"template": "home.html", "minutes": None, "kind": "tool", "title": "Gair i gall: un", "draft": True}
    text = staged_page("<p>x</p>\n", meta, "tools/x/", "cy")
    assert text == "---\ntitle: 'Gair i gall: un'\nlang: cy\nslug: x\naddress: tools/x/\nkind: tool\ndraft: true\n---\n\n<p>x</p>\n"
    assert parted(text) == (yaml.safe_load(text.split("---\n")[1]), "\n<p>x</p>\n")


@pytest.mark.parametrize(("source", "lang", "file"), [
    ("en/stories/x/y.md", "en", "stories/x/y/index.md"), ("cy/stories/x/y.md", "cy", "cy/stories/x/y/index.md"),
    ("cy/index.md", "cy", "cy/index.md"), ("en/tools/index.md", "en", "tools/index.md"), ("en/about/guide/a.webp", "en", "about/guide/a.webp"),
])  # fmt: skip
def test_where_a_page_is_staged(source, lang, file):
    """As it stands on the site: English at the root, Welsh in its folder, a page as a folder's `index.md`."""
    assert staged_file(source, lang) == file


def test_links_of_a_hand_written_page():
    """They lead to what is staged; addresses elsewhere, anchors and words stay."""
    text = "[a](../legislation/x.md#part) [b](index.md) ![c](guide/p.png) [d](https://a.example/e.md) [e](#here) (f.md)"
    assert with_links(text, "cy/about/guide.md", "cy") == (
        "[a](../../legislation/x/index.md#part) [b](../index.md) ![c](p.png) [d](https://a.example/e.md) [e](#here) (f.md)"
    )
    assert with_links("[a](tools/x.md)", "en/index.md", "en") == "[a](tools/x/index.md)"


def test_every_page_is_staged_finished(project, tmp_path):
    """In both languages, with what is included and made, and with what its scripts read; a mistake stages nothing."""
    build = start_build(project, None, Unseen(), today=TODAY, packs=False)
    count, wrong = build.stage(tmp_path / "out")
    assert wrong == []
    files = {p.relative_to(tmp_path / "out").as_posix(): p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.md")}
    welsh = {name.removeprefix("cy/") for name in files if name.startswith("cy/")}
    assert welsh == {name for name in files if not name.startswith("cy/")}
    assert len(files) == count == len(build.pages) + len(LANGUAGES) * len(mini_library().pages)
    for name, text in files.items():
        meta, inside = parted(text)
        assert meta["lang"] == ("cy" if name.startswith("cy/") else "en"), name
        assert meta["title"], name
        assert meta["description"], name
        assert "{!" not in inside, name
        assert "<!-- stories -->" not in inside, name
        for link in re.findall(r"\]\((?![a-z]+:|#)([^()#\s]+)", inside):
            assert (tmp_path / "out" / name).parent.joinpath(link).exists(), (name, link)
    assert "Mrs Pugh" in files["stories/magic-moments/the-blue-cup/index.md"]
    assert (tmp_path / "out/assets/js").is_dir()
    assert (tmp_path / "out/assets/css/site.css").is_file()

    refused = called(project, "stage", str(tmp_path / "out"))
    assert refused.returncode == 2
    assert "no empty folder" in refused.stderr
    (project / "docs/data/interface/year.yml").unlink()
    refused = called(project, "stage", str(tmp_path / "new"))
    assert refused.returncode == 1
    assert "docs/data/interface/year.yml:1: R01" in refused.stdout
    assert not (tmp_path / "new").exists()
