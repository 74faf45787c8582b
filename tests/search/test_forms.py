"""The table of forms that comes with the project is the one that dictionary, list and rules make."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.language.bilingual import LANGUAGES, Lang
from whatmatters.search import forms as room
from whatmatters.search import forms_digest
from whatmatters.search.endings import ENDINGS, stems, with_endings
from whatmatters.search.forms import SHIPPED, Forms, Way, keep, packed, read
from whatmatters.search.forms_digest import digest
from whatmatters.search.forms_making import _way, derive
from whatmatters.search.lemmas import Lemmas, lemmas

HOW = "make it anew: python -m whatmatters.search.forms_making"


def shipped(lang: Lang) -> str:
    text = read(SHIPPED / f"{lang}.xz", digest(lang))
    assert text is not None, HOW
    return text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_shipped_is_what_is_derived(lang: Lang) -> None:
    """It was made from what stands here now, and forms taken from all over the dictionary have their keys and ways."""
    lemma, table = lemmas(lang), Forms(lang, shipped(lang))
    every = sorted({form for form in lemma if form.isalnum() and lemma.known(form)})[::60]
    assert len(every) > 2000
    known = table.keys_of(every)
    assert {form: set(known.get(form, ())) for form in every} == {form: set(lemma.keys(form)) for form in every}, HOW
    assert table.bare == lemma.bare, HOW
    all_keys = {line.split("\t")[0] for line in shipped(lang).split("\n")[2:]}
    kin, ways = table.kin(dict.fromkeys(all_keys))
    told = {form: way for form, way in sorted(ways.items())[::600] if way in (Way.LED, Way.NAMED)}
    assert told == {form: _way(form, set(kin[form]), all_keys, lang, table.bare) for form in told}, HOW


DICTIONARY = {
    "cathod": "cath", "gathod": "cath", "gath": "cath", "cath": "cath", "aethant": "mynd", "mynd": "mynd", "Cymru": "Cymru",
    "af": "mynd", "e-bost": "e-bost", "cathedd": "cath",
}


def small(gaps: dict[str, dict[str, str]] | None = None) -> Forms:
    return Forms("cy", derive("cy", Lemmas("cy", DICTIONARY, gaps or {})))


def test_a_table_says_of_each_form_what_it_must() -> None:
    """Its key, whether the rules lead there, and nothing of what its radical says already."""
    text = derive("cy", Lemmas("cy", DICTIONARY, {}))
    assert text == derive("cy", Lemmas("cy", dict(reversed(DICTIONARY.items())), {}))
    assert text.split("\n")[2:] == [
        "cath\tcath cathedd cathod\t\t\t\t".replace("cath cathedd", "cathedd", 1).replace("\t\t\t\t", "\tcath\t\t\t"),
        "cymru\t\t\t\t\tcymru",
        "mynd\t\taethant mynd\t\t\t",
    ]
    assert small().keys_of(["gathod", "gath", "af", "xyz", "aethant"]) == {
        "gathod": ("cath",), "gath": ("cath",), "af": ("af",), "aethant": ("mynd",),
    }


def test_a_line_in_the_list_of_gaps_counts() -> None:
    """For the form, and for its mutations."""
    changed = small({"forms": {"cathedd": "cathedd"}})
    assert changed.keys_of(["cathedd", "gathedd"]) == {"cathedd": ("cathedd",), "gathedd": ("cathedd",)}


def test_a_changed_list_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A list that somebody has edited makes the table anew, once, for the language whose list it is."""
    before = {lang: digest(lang) for lang in LANGUAGES}
    lists = {"cy": {"forms": {"gair": "newydd"}}, "en": forms_digest.listed("gaps.yml")["en"]}
    monkeypatch.setattr(forms_digest, "listed", lambda name: lists)
    assert digest("cy") != before["cy"]
    assert digest("en") == before["en"]
    made: list[Lang] = []

    def derived(lang: Lang) -> str:
        made.append(lang)
        return "bare\n\ncath\tcath\t\t\t\t"

    monkeypatch.setattr("whatmatters.search.forms_making.derive", derived)
    for _ in range(2):
        room.forms.cache_clear()
        assert room.forms("cy", tmp_path).keys_of(["cath"]) == {"cath": ("cath",)}
    room.forms.cache_clear()
    assert made == ["cy"]


@pytest.mark.parametrize("harm", ["cut", "turned", "empty", "later", "folder", "missing"])
def test_a_damaged_table_is_worth_nothing(tmp_path: Path, harm: str) -> None:
    """No half of it, nor what another version has left."""
    path = tmp_path / "cy.xz"
    keep(path, "wanted", "text")
    assert read(path, "wanted") == "text"
    whole = path.read_bytes()
    path.unlink()
    if harm == "folder":
        path.mkdir()
    elif harm == "turned":
        path.write_bytes(whole[:40] + bytes([whole[40] ^ 1]) + whole[41:])
    elif harm != "missing":
        path.write_bytes({"cut": whole[:-20], "empty": b"", "later": packed("another", "text")}[harm])
    assert read(path, "wanted") is None


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """A file stands where its folder would be; nothing is left behind."""
    (tmp_path / "cache").write_text("", encoding="utf-8")
    keep(tmp_path / "cache" / "cy.xz", "wanted", "text")
    assert [path.name for path in tmp_path.rglob("*")] == ["cache"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_endings_are_put_on_as_they_are_taken_off(lang: Lang) -> None:
    """Every form that `stems` leads to a word is among those made from it."""
    words = {"cy": ("casglu", "rhannu", "torri", "cerdd", "gofal", "canolfa"), "en": ("plan", "care", "story", "blog")}[lang]
    tried = {word[:cut] + more + ending for word in words for cut in range(3, len(word) + 1)
             for more in ("", word[cut - 1]) for ending, _ in ENDINGS[lang]}
    tried |= {form.replace("a", "e") for form in tried}
    led = [(form, word) for form in tried for word in stems(form, lang) if word in words]
    assert len(led) > 20
    assert [pair for pair in led if pair[0] not in with_endings(pair[1], lang)] == []
