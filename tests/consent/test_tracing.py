"""Knowing a story again, however it is packed, and nothing else for it."""

from __future__ import annotations

import gzip
import io
import itertools
import os
import struct
import zipfile
import zlib
from datetime import date

import docx
import pptx
import pytest
import typst
from pptx.util import Cm

from tests.conftest import TODAY
from whatmatters.deck.versions import versions
from whatmatters.library.publication import for_audience
from whatmatters.library.story_root import StoryRoot
from whatmatters.messages.problem import LibraryError
from whatmatters.tracing.fingerprints import PASSAGE, Known, dense, digest, sparse, words
from whatmatters.tracing.ledger import PackVersion, read_ledger, write_ledgers
from whatmatters.tracing.names import Name
from whatmatters.tracing.search import search_folder
from whatmatters.tracing.unpack import Closed, Piece

from .conftest import pieces

SAID = "She would drink from one cup only, and ŵyr neb pam it’s chipped."
TITLE = "The cup on the sill"
ID = "the-cup-on-the-sill"
KNOWN = Known([dense(TITLE, [SAID])])
NAME = Name(ID, ["the-cup-on-the-sill-again", "by-the-cup-on-the-sill"])


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name.replace("_", "."), data)
    return made.getvalue()


def word_file() -> bytes:
    """A document whose sentence is cut into runs, as Word does when somebody edits it."""
    document, made = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for run in ("She would dr", "ink from one cup only, ", "and ŵyr neb pam it’s chipped."):
        paragraph.add_run(run)
    document.save(made)
    return made.getvalue()


def slides() -> bytes:
    """A presentation that says it in the notes of a slide."""
    show, made = pptx.Presentation(), io.BytesIO()
    slide = show.slides.add_slide(show.slide_layouts[6])
    slide.shapes.add_textbox(Cm(1), Cm(1), Cm(5), Cm(5)).text_frame.text = "Hello"
    slide.notes_slide.notes_text_frame.text = SAID
    show.save(made)
    return made.getvalue()


def pdf() -> bytes:
    """A page so narrow that every line breaks, with the fonts of this project's own machine left aside."""
    source = f'#set document(title: "x")\n#set page(width: 40mm, height: 90mm)\n{SAID}'
    return typst.compile(source.encode(), ignore_system_fonts=True)


def picture_in_pdf() -> bytes:
    """A page that says it in the text for a picture alone."""
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='5' height='5'/></svg>"
    source = f'#set document(title: "x")\n#image(bytes("{drawing}"), alt: "{SAID}")'
    return typst.compile(source.encode(), ignore_system_fonts=True)


def png(kind: bytes) -> bytes:
    """A picture with the words in one of PNG's three kinds of text."""
    text = SAID.encode("latin-1", "ignore") if kind != b"iTXt" else SAID.encode()
    body = {
        b"tEXt": b"Title\0" + SAID.replace("ŵ", "w").replace("’", "'").encode("latin-1"),
        b"zTXt": b"Title\0\0" + zlib.compress(SAID.replace("ŵ", "w").replace("’", "'").encode("latin-1")),
        b"iTXt": b"Title\0\1\0cy\0Teitl\0" + zlib.compress(text),
    }[kind]
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return b"\x89PNG\r\n\x1a\n" + chunk


def spoilt(method: int, at: int, by: bytes = b"\xff" * 4) -> bytes:
    """An archive of one file of 500 bytes with some bytes of it spoilt, counted from its list of files if `at` is below 0."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as out:
        out.writestr("a.txt", "".join(chr(33 + n * n % 90) for n in range(500)))
    data = made.getvalue()
    at = at if at >= 0 else data.find(b"PK\x01\x02") - at
    return data[:at] + by + data[at + len(by) :]


PACKED = [
    ("page.html", "<p>She would <em>drink</em> from one cup\nonly, and ŵyr neb pam it&rsquo;s chipped.</p>".encode()),
    ("alt.html", f'<img alt="{SAID}">'.encode()),
    ("data.js", rb'take("en",{"t":"She would drink from one cup only, and \u0175yr neb pam it\u2019s chipped."});'),
    ("inline.html", rb'<script type="application/json">[{"s": "x\nShe would drink from one cup only, and \u0175yr neb pam it\u2019s chipped."}]</script>'),
    ("single.js", b"x = 'She would drink from one cup only, and \\u0175yr neb pam it\\'s chipped.'"),
    ("data.json", f'{{"{SAID}": 1}}'.encode()),
    ("drawing.svg", f"<svg><title>{SAID}</title></svg>".encode()),
    ("plain.txt", SAID.upper().encode()),
    ("note.txt", SAID.encode("utf-16")),
    ("note.html", b"\xfe\xff" + f"<p>{SAID}</p>".encode("utf-16-be")),
    ("wide.txt", SAID.encode("utf-32")),
    ("bare.txt", SAID.encode("utf-16-le")),
    ("notes.unheard-of", b"\0\1\2" + SAID.encode() + b"\xff"),
    ("sitemap.xml.gz", gzip.compress(SAID.encode())),
    ("pack.zip", zipped(a_txt=SAID.encode())),
    ("packs.zip", zipped(b_zip=zipped(c_zip=zipped(d_txt=SAID.encode())))),
    ("handout.docx", word_file()),
    ("slides.pptx", slides()),
    ("cards.pdf", pdf()),
    ("picture.pdf", picture_in_pdf()),
    ("all.zip", zipped(e_pdf=pdf(), f_docx=word_file())),
    ("text.png", png(b"tEXt")),
    ("ztext.png", png(b"zTXt")),
    ("itext.png", png(b"iTXt")),
    ("photo.jpg", b"\xff\xd8\xff\xfe\x00\x50" + SAID.encode() + b"\xff\xd9"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), PACKED, ids=[p[0] for p in PACKED])
def test_words_are_known_however_they_are_packed(tmp_path, name, data):
    """The file is found, and one that is packed in the same way and says something else is not."""
    (tmp_path / name).write_bytes(data)
    found = search_folder(tmp_path, NAME, KNOWN)
    assert {(f.file, f.what) for f in found.finds} == {(name, "words")}
    assert found.closed == ()
    others = Known([dense("Another title here", [SAID.replace("only", "alone").replace("neb", "pawb")])])
    assert search_folder(tmp_path, NAME, others).finds == ()


def test_the_place_is_named(tmp_path):
    """A person can go there: archive in archive, page of a PDF, line of a page."""
    (tmp_path / "all.zip").write_bytes(zipped(e_pdf=pdf()))
    (tmp_path / "x.html").write_text(f"<p>\n<a href='{ID}/'>one</a>")
    found = search_folder(tmp_path, NAME, KNOWN).finds
    assert {("all.zip", "e.pdf > page 1", "words"), ("x.html", "line 2", "id")} <= {(f.file, f.place, f.what) for f in found}


@pytest.mark.parametrize(("text", "expected"), [
    (ID, True), (f"story:{ID}", True), (f'"story-{ID}"', True), (f"../{ID}/index.html", True), (ID.upper(), True),
    (f"session-ask-{ID}-3", True), (f"{ID}-again", False), (f"by-{ID}", False), (f"x{ID}", False), (f"{ID}s", False),
    (f"{ID}-again {ID}", True), ("the cup on the sill", False), ("", False),
])
def test_an_id_and_not_a_longer_one(text, expected):
    """The id of another story that holds this one's is not taken for it."""
    assert (NAME.found_in(text) is not None) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("stories/magic-moments/friendship/", True), ("story:friendship", True), ("story-friendship.js", True),
    ("tags/friendship/", False), ("about friendship", False), ('"friendship"', False),
])
def test_an_id_of_one_word_counts_where_it_can_be_nothing_else(text, expected):
    """A story called `friendship` does not make the tag of that name a trace of it."""
    assert (Name("friendship", ["friendship"]).found_in(text) is not None) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("/principles/what-matters/", False), ("what-matters", False), ("stories/x/what-matters/", True), ("story:what-matters", True),
])
def test_an_id_that_something_else_has_too(text, expected):
    """Where a tag, a page or a pack is called as the story is, only what can be nothing but the story counts."""
    assert (Name("what-matters", ["what-matters"], shared=True).found_in(text) is not None) == expected


@pytest.mark.parametrize(("line", "expected"), [
    (ID, set()), (f"../cy/stories/x/{ID}/index.html", set()), (f"stories/x/{ID}-again/", set()), (f"{ID} {TITLE}", {"title"}),
    (TITLE, {"title"}), (f"{SAID} {ID}", {"words"}), (ID.title(), set()),
])
def test_an_id_is_not_the_title(tmp_path, line, expected):
    """An id that has the words of the title is no title, in an address, in a longer id or alone; the title itself is."""
    (tmp_path / "page.html").write_text(f"<p>{line}</p>")
    assert {f.what for f in search_folder(tmp_path, NAME, KNOWN, ["page.html"]).finds} == expected
    assert {f.what for f in search_folder(tmp_path, NAME, KNOWN).finds} - {"id"} == expected


@pytest.mark.parametrize(("title", "lines", "expected"), [
    ("Two songs", ["Two songs"], ["title"]),
    ("Two songs", ["two SONGS."], ["title"]),
    ("Two songs", ["She sang two songs."], []),
    ("The cup on the sill", ["Add “The cup on the sill” to my pack"], ["title"]),
    ("The cup on the sill", ["the cup", "on the sill"], ["title"]),
    ("Friendship", ["Friendship"], []),
    ("", [""], []),
])
def test_titles(title, lines, expected):
    """A long title is known anywhere; a short one, which is a common phrase, only where it stands alone."""
    assert list(Known([sparse(title, [])]).found_in(lines)) == expected


def test_what_is_kept_does_not_give_the_words_back():
    """Passages that are kept never touch: from one that is guessed there is no way to the next."""
    block = " ".join(f"word{n}" for n in range(200))
    kept = sparse("A title", [block]).passages
    said = words(block)
    starts = [n for n in range(len(said) - PASSAGE + 1) if digest(said[n : n + PASSAGE]) in kept]
    assert starts
    assert all(b - a > PASSAGE for a, b in itertools.pairwise(starts))
    assert all(len(mark) == 10 for mark in kept)


def test_a_story_of_short_paragraphs_is_known():
    """Every paragraph of eight words and more leaves a fingerprint, so one that is left alone is found."""
    blocks = ["One two three four five six seven eight.", "Un dau tri pedwar pump chwech saith wyth naw.", "Too short."]
    known = Known([sparse("A title", blocks)])
    assert [list(known.found_in([block])) for block in blocks] == [["words"], ["words"], []]


def test_a_paragraph_that_begins_as_others_do_is_known():
    """Its first words are custom, so the fingerprint is taken of the first ones that are not."""
    block = " ".join(f"word{n}" for n in range(20))
    custom = {digest(words(block)[at : at + PASSAGE]) for at in range(3)}
    assert sparse("A title", [block], custom).passages == (digest(words(block)[3 : 3 + PASSAGE]),)


def test_the_lines_that_hold_words_are_told():
    """Each line in which a passage ends, also one that began on the line before."""
    first, second = SAID.split(", ")
    assert list(KNOWN.places(["x", first, second, TITLE, SAID])) == [("words", 2), ("title", 3), ("words", 4)]


SEALED = {
    "bomb.zip": (lambda: zipped(a_txt=b"0" * 4_000_000), "more than 3 MB"),
    "bomb.gz": (lambda: gzip.compress(b"0" * 4_000_000), "more than 3 MB"),
    "broken.zip": (lambda: b"PK\x03\x04 and no more", "cannot be opened"),
    "broken.docx": (lambda: zipped(a_txt=b"x" * 1000)[:60], "cannot be opened"),
    "broken.pdf": (lambda: b"%PDF-1.7 and no more", "cannot be opened"),
    "broken.gz": (lambda: b"\x1f\x8b\x08 and no more", "cannot be opened"),
    "page.html.br": (lambda: b"anything", "Brotli"),
    "options.zip": (lambda: spoilt(zipfile.ZIP_LZMA, 39), "cannot be opened"),
    "inside.zip": (lambda: spoilt(zipfile.ZIP_LZMA, 50), "cannot be opened"),
    "short.zip": (lambda: spoilt(zipfile.ZIP_STORED, -20, b"\xff\x7f\0\0" * 2), "cannot be opened"),
    "pages.pdf": (lambda: pdf().replace(b"/Count 1", b"/Count 9"), "cannot be read to its end"),
}


@pytest.mark.parametrize("name", SEALED)
def test_what_cannot_be_opened_is_said(name, monkeypatch):
    """Nothing is taken for searched that was not, and nothing fills the machine."""
    monkeypatch.setattr("whatmatters.tracing.unpack.LARGEST", 3_000_000)
    make, why = SEALED[name]
    closed = [piece for piece in pieces(name, make()) if isinstance(piece, Closed)]
    assert len(closed) == 1
    assert why in closed[0].why


def test_archives_in_archives_come_to_an_end(tmp_path):
    """A zip in a zip in a zip … is followed some way, and then said to be one."""
    data = b"x"
    for _ in range(12):
        data = zipped(a_zip=data)
    (tmp_path / "a.zip").write_bytes(data)
    assert [why for _, _, why in search_folder(tmp_path, NAME, KNOWN).closed] == ["archives in archives, more than 6 deep"]


@pytest.mark.parametrize("text", ["<![", "<!x[", "<a b='", "<script>", "<p" * 1000, "&#xffffffff;", "\x00<\x00"])
def test_odd_markup_is_read_all_the_same(text):
    """Whatever a page holds, it is read without a traceback."""
    assert {type(piece) for piece in pieces("x.html", text.encode())} == {Piece}


def test_the_record_of_printed_packs(tmp_path):
    """A version is written once, on the day of its first making; a line that was cut off does not swallow the next."""
    root = StoryRoot(tmp_path)
    version = PackVersion(pack="p", lang="en", version="2026-11-21 1a2b3c4d", stories=("a", "b"))
    owners = {"p": "", "a": "", "b": ""}
    write_ledgers([root], owners, [version], date(2026, 11, 21))
    write_ledgers([root], owners, [version], date(2026, 11, 22))
    path = tmp_path / "packs/printed.jsonl"
    path.write_text(path.read_text().rstrip("\n"))
    write_ledgers([root], owners, [version.model_copy(update={"version": "2026-11-22 0"})], date(2026, 11, 22))
    assert [(e.version, e.made.day, e.stories) for e in read_ledger(root)] == [
        ("2026-11-21 1a2b3c4d", 21, ("a", "b")),
        ("2026-11-22 0", 22, ("a", "b")),
    ]


def test_a_build_of_a_clean_clone_leaves_it_clean(real):
    """The record that is committed knows every pack as it is now, so that whoever builds what they cloned has nothing to commit.

    The packs are those of a plain build, which is for everyone.
    """
    public, _ = for_audience(real, "public", TODAY)
    known = {(e.pack, e.lang, e.version) for e in read_ledger(real.root_of(""))}
    missing = sorted(v.pack for v in versions(public, public.recipes) if (v.pack, v.lang, v.version) not in known)
    assert missing == [], "packs have changed: `make site` adds them to stories/packs/printed.jsonl, which is committed with the change"


@pytest.mark.parametrize("line", ["{", "[]", "{}", "\x00", '{"pack": 1}'])
def test_a_spoilt_record_of_printed_packs(tmp_path, line):
    """The line is named; nothing is forgotten in silence."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/printed.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(LibraryError, match=r"stories/packs/printed.jsonl:2: E05"):
        read_ledger(StoryRoot(tmp_path))


def test_folders_that_cannot_be_searched(tmp_path, monkeypatch):
    """A folder that nobody may read, a link to one elsewhere, and what is no file are named, and stop nothing."""
    (tmp_path / "site/closed").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/nowhere.txt").symlink_to(tmp_path / "no-such-file")
    os.mkfifo(tmp_path / "site/pipe")
    (tmp_path / "site/z.txt").write_text(SAID)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = search_folder(tmp_path / "site", NAME, KNOWN)
    assert [f.file for f in found.finds] == ["z.txt"]
    assert [file for file, _, _ in found.closed] == ["closed", "linked", "nowhere.txt", "pipe"]
