"""Lines end where Unicode and Typst let them end, and take what words they hold."""

from __future__ import annotations

import json
from itertools import product

import pytest
import typst

from whatmatters.typography.fonts import fonts
from whatmatters.typography.line_breaks import WHOLE, line_ends
from whatmatters.typography.paragraph import Run, lines
from whatmatters.typography.shaping import kerning, width

#: Text as the pieces that a line may end between.
PIECES = [
    ["Mae ", "hi’n ", "dod."],
    ["hanner-", "awr"],
    ["am ", "10.30–", "11.00"],
    ["y/", "i"],
    ["24/7"],
    ["mae ", "£5.50 ", "neu ", "50% ", "(un) ", "“Na,” ", "meddai"],
    ["dwy\u00a0awr"],
    ["beth ", "– ", "a ", "pham?"],
    ["Na", "—", "byth"],
    ["llinell\n", "arall"],
    ["a  ", "b"],
    ["rheoliad ", f"{WHOLE}, ", "a"],
    ["gweler ", "https://", "www.", "llyw.", "cymru/", "gofal-", "a."],
    ["x ", "https://", *"abcdefghijklmnop", "/", "2"],
]


@pytest.mark.parametrize("pieces", PIECES, ids="".join)
def test_where_lines_may_end(pieces):
    text, ends, at = "".join(pieces), [], 0
    for piece in pieces:
        at += len(piece)
        ends.append(at)
    assert line_ends(text) == ends


def test_nothing_has_no_lines():
    assert line_ends("") == []
    assert lines((Run(""),), 100).count == lines((), 100).count == 0


@pytest.mark.typeset
def test_typst_lets_lines_end_there_too(tmp_path):
    """Every three of the marks that stand in our texts, between two letters, on a line that holds nothing."""
    texts = [f"a{''.join(marks)}a" for marks in product("a0 -/(),“”‘’\"'%£–—…!:", repeat=3)]
    (tmp_path / "x.typ").write_text(
        """#set page(width: 1000mm, height: 1000mm)
        #set text(font: "Atkinson Hyperlegible Next", size: 10pt, hyphenate: false, top-edge: 10pt, bottom-edge: 0pt)
        #set par(leading: 0pt)
        #context [#metadata(json(bytes(sys.inputs.data)).map(text => measure(width: 0.01pt, par(text)).height / 10pt)) <lines>]"""
    )
    compiler = typst.Compiler(
        tmp_path / "x.typ", root=tmp_path, font_paths=fonts(), sys_inputs={"data": json.dumps(texts)}
    )
    counts = json.loads(compiler.query("<lines>", field="value", one=True))
    assert {t: len(line_ends(t)) for t in texts} == {t: round(n) for t, n in zip(texts, counts, strict=True)}


def test_a_line_holds_what_fits_it_to_a_hundredth():
    """As wide as its words with the spaces between them; the space at its end counts for nothing."""
    run = Run("pob un ohonom ni")
    room = width("pob un ohonom")
    assert lines((run,), room).count == 2
    assert (lines((run,), room).words, lines((run,), room - 0.1).words) == ("pob un ohonom", "ohonom ni")
    assert lines((run,), width(run.text)).count == 1


def test_a_word_that_is_wider_than_the_line_runs_over_alone():
    found = lines((Run("o Lanfairpwllgwyngyll i Fangor"),), width("Fangor"))
    assert (found.count, found.words) == (4, "Lanfairpwllgwyngyll")
    assert found.widest == width("Lanfairpwllgwyngyll")


def test_what_is_whole_is_never_parted():
    """And of two runs, the letters at the seam do not move towards one another."""
    runs = (Run("rheoliad "), Run("15(7)(d)", whole=True), Run(", a", bold=True))
    assert lines(runs, width("15(7)(d),")).count == 3
    assert kerning("A", "V") < 0
    assert lines((Run("A"), Run("V")), 9999).widest == width("A") + width("V")
    assert lines((Run("AV"),), 9999).widest == width("A") + width("V") + kerning("A", "V")


def test_a_newline_ends_a_line():
    assert lines((Run("un\ndau tri"),), 9999).count == 2


@pytest.mark.typeset
def test_words_are_as_wide_as_typst_has_them(tmp_path):
    """In both weights, kerning and all, in thousandths of an em."""
    words = ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "AVATAR Ty", "ŵyr’r “tŷ” 1.5", "y"]
    (tmp_path / "x.typ").write_text(
        """#set text(font: "Atkinson Hyperlegible Next", size: 1000pt)
        #context [#metadata(json(bytes(sys.inputs.data)).map(word => (
          measure(text(word)).width / 1pt, measure(strong(word)).width / 1pt,
        ))) <widths>]"""
    )
    compiler = typst.Compiler(
        tmp_path / "x.typ", root=tmp_path, font_paths=fonts(), sys_inputs={"data": json.dumps(words)}
    )
    found = json.loads(compiler.query("<widths>", field="value", one=True))
    assert found == [pytest.approx([width(word), width(word, bold=True)]) for word in words]
