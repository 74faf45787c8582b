"""A third language by its code, one entry of the table and translations: places and addresses, a whole library read, and a site built.

The table of these tests is their own; no page of the site knows of it. docs/decisions/0024 says what is still made for two languages.
"""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from tests.library.in_polish import lay_out_polish
from tests.library.in_polish import polish as polish_of

from whatmatters.language import table
from whatmatters.language.detection import language_of
from whatmatters.site import address
from whatmatters.site.staged import staged_file, with_links

POLISH = dataclasses.replace(
    table.TABLE["en"], english_name="Polish", own_name="Polski", locale="pl-PL", folder="pl/", at_pause="W przerwie", afterwards="Potem",
    one_list="Pytania", drafted=True,
)  # fmt: skip


@pytest.fixture
def polish(monkeypatch):
    """The table with one entry more."""
    monkeypatch.setitem(table.TABLE, "pl", POLISH)
    monkeypatch.setattr(table, "LANGUAGES", ("en", "cy", "pl"))
    monkeypatch.setitem(address.PREFIX, "pl", POLISH.folder)
    return "pl"


def test_its_pages_have_places_of_their_own(polish):
    """Which language stands at an address, and where a page of it is read from, written to and linked."""
    assert [table.language_at(where) for where in ("pl/stories/x/", "cy/stories/x/", "stories/x/")] == ["pl", "cy", "en"]
    assert (table.known("pl-PL"), table.known("PL"), table.known("de")) == ("pl", "pl", None)
    assert address.url_of("tools/x/", polish) == "pl/tools/x/"
    assert address.source_of("tools/x/", polish) == "pl/tools/x.md"
    assert address.within_language("pl/tools/x/") == "tools/x/"
    assert address.section_of("pl/tools/x/") == "tools"
    assert address.link("pl/tools/x/", address.url_of("law/", polish)) == "../../../pl/law/index.html"
    assert staged_file("pl/tools/x.md", polish) == "pl/tools/x/index.md"
    assert with_links("[y](y.md)", "pl/tools/x.md", polish) == "[y](../y/index.md)"
    # Nothing falls to Welsh, or to the root.
    assert {address.url_of("x/", lang) for lang in ("en", "cy", "pl")} == {"x/", "cy/x/", "pl/x/"}


@pytest.fixture(scope="module")
def library_in_polish(tmp_path_factory):
    return lay_out_polish(tmp_path_factory.mktemp("polish") / "project")


def _run(what, root):
    """A process of its own: values take their fields from the table when they are first imported."""
    return subprocess.run([sys.executable, Path(__file__).with_name("third_language.py"), what, root], capture_output=True, text=True)


def test_a_library_is_read_in_it(library_in_polish):
    """The miniature library with a Polish page beside each, and Polish in its data: stories, questions, cards, tags and wordings
    are there in Polish, and in no place do Welsh words stand for them. Its two languages are read as ever."""
    found = json.loads(_run("read", library_in_polish).stdout)
    assert found["stories"]
    for texts in found["stories"].values():
        assert texts["pl"] == [polish_of(said) for said in texts["en"]]
        assert texts["cy"] != texts["pl"] != texts["en"]
    words = found["words"]
    assert len(words["pl"]) == len(words["cy"]) > 1000
    assert [pl for pl, cy, en in zip(words["pl"], words["cy"], words["en"], strict=True) if pl == cy != en] == []


#: What is the same in every language: names of files and commands, and codes of licences.
_AS_IT_IS = {"code", "kbd", "pre", "samp", "script", "style", "template"}
_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-name")


def _said(element, lang):
    """Every text and every attribute that is read out, with the language that the page says it is in."""
    if not isinstance(element.tag, str) or element.tag in _AS_IT_IS:
        return
    lang = element.get("lang", lang)
    for text in (element.text, *(element.get(name) for name in _ATTRIBUTES)):
        yield lang, " ".join((text or "").split())
    for child in element:
        yield from _said(child, lang)
        yield lang, " ".join((child.tail or "").split())


#: Three words and more of plain letters: no Polish of these tests, whose every word has a mark.
_UNTRANSLATED = re.compile(r"[A-Za-z']{2,}(?: [A-Za-z']{2,}){2,}")


@pytest.mark.build
def test_a_site_is_built_in_it(library_in_polish):
    """`check` finds nothing to mend, and every page stands in Polish too, with a way to its twins. What a Polish page says in Polish is
    from the translation: nothing of it is Welsh, and nothing English. Marked as Welsh is the offer to read the site in Welsh alone."""
    done = _run("build", library_in_polish)
    assert done.returncode == 0, done.stdout + done.stderr
    site = library_in_polish / "site"
    pages = {lang: {page.relative_to(site / folder).as_posix() for page in (site / folder).rglob("index.html")} for lang, folder in (("cy", "cy"), ("pl", "pl"))}
    assert pages["pl"] == pages["cy"]
    assert len(pages["pl"]) > 80
    whole = (site / "cy/index.html").read_text(encoding="utf-8")
    assert language_of(re.sub(r"<[^>]*>", " ", whole[whole.index('id="wm-content"'):])) == "cy", "the measure finds Welsh where it is"
    welsh, plain = set(), set()
    for page in sorted(pages["pl"]):
        root = html.fromstring((site / "pl" / page).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        assert root.get("lang") == "pl"
        assert {link.get("hreflang") for link in root.iterfind(".//header//a[@hreflang]")} == {"en", "cy"}
        offered = {id(e) for box in root.iterfind(".//div[@data-wm-offer]") for e in box.iter()}
        welsh |= {(page, e.tag, e.text) for e in root.iterfind(".//*[@lang='cy']") if id(e) not in offered and not e.get("hreflang")}
        plain |= {(page, text) for lang, text in _said(root, None) if lang == "pl" and " " in text and (language_of(text) or _UNTRANSLATED.search(text))}
    assert welsh == set()
    assert plain == set()
