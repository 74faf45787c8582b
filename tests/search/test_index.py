"""The index: the same every time, whole, and in pieces that can be found."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from whatmatters.search import Entry, write_index
from whatmatters.search.digits import unpacked
from whatmatters.search.forms import forms
from whatmatters.search.pieces import (
    FULL_OF_ENTRIES,
    MOST_PLACES,
    SPAN,
    dumps,
    entry_files,
    place,
    slip_pieces,
    word_pieces,
)
from whatmatters.search.postings import Places, Postings, postings
from whatmatters.search.resolving import resolve

from .conftest import ENTRIES


def read(folder: Path) -> dict[str, bytes]:
    """Every file of the index by its place."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.js"))}


def test_same_entries_same_bytes(tmp_path: Path) -> None:
    """In whatever order the pages come."""
    write_index(ENTRIES, tmp_path / "one")
    write_index(reversed(ENTRIES), tmp_path / "two")
    assert read(tmp_path / "one") == read(tmp_path / "two") != {}


def test_a_changed_word_changes_the_build(tmp_path: Path) -> None:
    """A browser that kept old pieces can tell that they are old."""
    write_index([Entry("en", "a/", "A", "page", "", "one")], tmp_path)
    before = read(tmp_path)["search/en/head.js"]
    write_index([Entry("en", "a/", "A", "page", "", "two")], tmp_path)
    assert read(tmp_path)["search/en/head.js"] != before


def test_each_file_is_one_call(tmp_path: Path) -> None:
    """Files are loaded as scripts: each calls one function with JSON and does nothing else."""
    write_index(ENTRIES, tmp_path)
    for where, script in read(tmp_path).items():
        _, lang, name = where.removesuffix(".js").split("/")
        start, end = "wmIn(", ")"
        text = script.decode()
        assert text.startswith(start)
        assert text.endswith(end)
        whose, _ = json.loads("[" + text[len(start):-len(end)] + "]")
        assert (whose[:2], whose[7:]) == (lang, name)


def test_facts(tmp_path: Path) -> None:
    """What is reported is what was written."""
    facts = write_index(ENTRIES, tmp_path).languages
    assert {lang: one.entries for lang, one in facts.items()} == {"cy": 8, "en": 29}
    for lang, one in facts.items():
        files = read(tmp_path / "search" / lang)
        assert (one.files, one.bytes) == (len(files), sum(map(len, files.values())))
        assert 0 < one.compressed < one.bytes


def test_languages_are_kept_apart(tmp_path: Path) -> None:
    """A Welsh page is in the Welsh index alone; an index without pages is an index."""
    write_index([Entry("cy", "cy/a/", "Geiriau", "page", "", "geiriau")], tmp_path)
    files = read(tmp_path / "search")
    assert all("geiriau" not in script.decode() for place, script in files.items() if place.startswith("en/"))
    assert '"entries":0' in files["en/head.js"].decode()


def test_pieces_keep_everything_in_order() -> None:
    """However small the pieces, the row of words is whole and sorted."""
    found = postings([entry for entry in ENTRIES if entry.lang == "en"], "en", forms("en"))
    whole, cut = word_pieces(found, {"wend": ("go",)}), word_pieces(found, {"wend": ("go",)}, full=300)
    assert len(whole) == 1 < len(cut)
    assert [piece.first for piece in cut] == sorted(piece.first for piece in cut)
    assert {key: forms for piece in cut for key, forms in piece.data.get("k", {}).items()} == whole[0].data["k"]


def test_a_beginning_that_many_pieces_share_finds_the_best_of_them() -> None:
    """One letter needs one piece, however many words begin with it."""
    found = postings([entry for entry in ENTRIES if entry.lang == "cy"], "cy", forms("cy"))
    cut = word_pieces(found, {}, full=60)
    firsts = [piece.first for piece in cut]
    assert place(firsts, "c\U0010ffff") - place(firsts, "c") >= SPAN
    row, rare = cut[place(firsts, "c")].data["b"]["c"]
    numbers = unpacked(row)[::2]
    best = {sum(numbers[: at + 1]) for at in range(len(numbers))}
    assert best == {n for key, group in found.groups.items() if key[0] == "c" for its in group.values() for n in its}
    assert rare > 0
    assert "b" not in word_pieces(found, {})[0].data


def test_places_are_plain_numbers() -> None:
    """As many as a library of thousands has are kept in a few bytes each; they are found and gone through as in a dictionary."""
    places = Places()
    for number in range(0, 30_000, 3):
        places.add(number, number % 200)
    held = [getattr(places, name) for name in Places.__slots__]
    assert sum(map(sys.getsizeof, held)) < 10 * len(places)
    assert not hasattr(places, "__dict__")
    assert places == dict(places.items()) == {number: number % 200 for number in range(0, 30_000, 3)}
    assert (places[2_997], 2_997 in places, 2_998 in places, 30_000 in places, -1 in places) == (197, True, False, False, False)
    found = postings([entry for entry in ENTRIES if entry.lang == "cy"], "cy", forms("cy"))
    assert {type(its) for group in found.groups.values() for its in group.values()} == {Places}


def test_forms_lie_by_both_ends() -> None:
    """A word with a slip is looked for by the end that has none."""
    found = postings([entry for entry in ENTRIES if entry.lang == "cy"], "cy", forms("cy"))
    forwards, backwards = slip_pieces(found, full=100)
    assert len(forwards) > 1 < len(backwards)
    rows = [[form for piece in pieces for form in piece.data["f"].split()] for pieces in (forwards, backwards)]
    assert rows[0] == sorted(rows[1]) == sorted(rows[0])
    assert rows[1] == sorted(rows[1], key=lambda form: form[::-1])
    assert {"llesiant", "stori"} <= set(rows[0])


def test_a_long_entry_comes_in_parts() -> None:
    """A sentence of it is shown without the rest being loaded; the places of a form say which parts have it."""
    lines = [f"Gair {'x' * 900}{n} {'urddas' if n == 7 else 'ofal'}." for n in range(8)]
    entries = [Entry("cy", "cy/a/", "A", "page", "Byr.", "\n".join(lines)), Entry("cy", "cy/b/", "B", "page", "", "urddas")]
    found = postings(entries, "cy", forms("cy"))
    files = entry_files(entries, found.parts).files
    assert list(files) == ["e0", "e0-1", "e1"]
    assert "\n".join(files[name][-1] for name in ("e0", "e0-1")) == "\n".join(lines)
    assert files["e0"][:-1] == files["e0-1"][:-1]
    assert unpacked(word_pieces(found, {})[0].data["k"]["urddas"][""])[::3][:1] == [0]
    assert (found.masks["urddas", 0], found.masks["ofal", 0], found.masks["gair", 0]) == (0b10, 0b11, 0b11)


@pytest.mark.parametrize(("letters", "files", "shared"), [
    ([10, 10, 10], ["e0"], [(0, 3)]),
    ([1_000, 10, 10, 1_000, 10], ["e0", "e1", "e3", "e4"], [(1, 2)]),
    ([800] * 6, ["e0", "e4"], [(0, 4), (4, 2)]),
    ([2_000], ["e0"], []),
    ([], [], []),
])
def test_short_entries_that_follow_on_each_other_share_a_file(letters, files, shared) -> None:
    """Up to what one result may ask for; no entry is lost, and each stands where its number says."""
    entries = [Entry("cy", f"cy/{n}/", "A", "page", "", "x" * long) for n, long in enumerate(letters)]
    made = entry_files(entries, {})
    assert (list(made.files), made.shared) == (files, shared)
    first_of = {first + at: first for first, count in made.shared for at in range(count)}
    for n, entry in enumerate(entries):
        held = made.files[f"e{first_of.get(n, n)}"]
        assert (held[n - first_of[n]] if n in first_of else held)[0] == entry.url
    assert all(len(dumps(made.files[f"e{first}"])) < FULL_OF_ENTRIES + 100 for first, _ in made.shared)


def test_a_word_that_stands_everywhere_keeps_its_best_places() -> None:
    """A library of thousands does not make one word half of a search."""
    many = MOST_PLACES + 50
    groups = {"bod": {"mae": {n: 4 for n in range(many - 1)} | {many - 1: 40}}}
    found = Postings(groups, {}, many, {}, {})
    row = unpacked(word_pieces(found, {})[0].data["k"]["bod"]["mae"])
    assert len(row) == 2 * MOST_PLACES
    assert row[-1] == 40


def weights(*entries: Entry) -> dict[str, dict[str, dict[int, int]]]:
    return {key: dict(forms) for key, forms in postings(entries, "cy", forms("cy")).groups.items()}


def test_forms_are_under_their_key() -> None:
    """ofal, ngofal and gofal are one group, and each still says where it stands."""
    groups = weights(Entry("cy", "a/", "", "page", "", "gofal ofal"), Entry("cy", "b/", "", "page", "", "ngofal"))
    assert {form: sorted(places) for form, places in groups["gofal"].items()} == {"gofal": [0], "ofal": [0], "ngofal": [1]}


def test_strangers_join_their_kin() -> None:
    """Words in no dictionary are brought together by the rules: a mutated one with its radical, a plural with its one."""
    groups = weights(Entry("cy", "a/", "", "page", "", "gymhwystra cymhwystra blorpiau blorp"))
    assert {"gymhwystra", "cymhwystra"} <= set(groups["cymhwystra"])
    assert set(groups["blorp"]) == {"blorp", "blorpiau"}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Entry("cy", "a/", "Urddas", "page", "", "gair"), Entry("cy", "b/", "Gair", "page", "", "urddas urddas urddas")),
        (Entry("cy", "a/", "Gair", "page", "", "", ("Urddas",)), Entry("cy", "b/", "Gair", "page", "", "urddas")),
        (Entry("cy", "a/", "Urddas", "law", "", ""), Entry("cy", "b/", "Urddas", "page", "", "")),
        (Entry("cy", "a/", "Urddas", "law", "", ""), Entry("cy", "b/", "Pethau eraill am urddas", "law", "", "")),
    ],
)
def test_what_counts_more(better: Entry, worse: Entry) -> None:
    """A title before a text, a tag before a text, the page itself before a list, a short title before a long one."""
    places = weights(better, worse)["urddas"]["urddas"]
    assert places[0] > places[1]


def test_aliases_lead_home() -> None:
    """Every form that is named leads to a key of the site; a form that the rules reduce is not named."""
    from whatmatters.search.aliases import aliases

    found = postings([entry for entry in ENTRIES if entry.lang == "cy"], "cy", forms("cy"))
    named = aliases(found.groups, "cy", forms("cy"))
    assert named["straeon"] == ("stori",)
    assert named["aethant"] == ("mynd",)
    assert all(set(keys) <= set(found.groups) for keys in named.values())
    assert all(resolve(form, "cy", set(found.groups)) != keys for form, keys in named.items() if form not in found.groups)
    assert "nghynllun" not in named
