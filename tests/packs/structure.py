"""Reading a PDF as a screen reader does: by its structure tree, and never by where things stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

from tests.packs.reading import squeezed

#: The structure types that our files use, all of them standard in PDF 1.7.
STANDARD = {
    *("Document", "Part", "Div", "Sect", "NonStruct"),
    *("P", "H1", "H2", "H3", "Span", "Strong", "Em", "Link", "Figure", "L", "LI", "Lbl", "LBody"),
    *("Table", "THead", "TBody", "TR", "TH", "TD"),
}

#: What may stand in what, where it is not free.
WITHIN = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}


@dataclass(frozen=True)
class Part:
    """A run of marked content, as the structure tree reaches it."""

    page: int
    mark: int


@cache
def read_in_order(path: Path) -> str:
    """All that is read, in the order of the structure tree, squeezed."""
    said = _said(path)
    with pikepdf.open(path) as pdf:
        parts = list(_parts(pdf, pdf.Root.StructTreeRoot, None, _numbers(pdf)))
    return squeezed("".join(said.get(part, "") for part in parts))


def _numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {page.objgen: number for number, page in enumerate(pdf.pages)}


def _parts(pdf, node, page, numbers) -> Iterator[Part]:
    page = node.get("/Pg", page)
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield Part(numbers[page.objgen], kid)
        elif kid.get("/Type") == "/MCR":
            yield Part(numbers[kid.get("/Pg", page).objgen], int(kid.MCID))
        elif kid.get("/Type") != "/OBJR":
            yield from _parts(pdf, kid, page, numbers)


def _said(path: Path) -> dict[Part, str]:
    """The text of each run of marked content. Text that is in none, and no artifact, is an error."""
    found: dict[Part, str] = {}
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        text = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
            if mark >= 0:
                part = Part(number, mark)
                found[part] = found.get(part, "") + _text(item, text)
            else:
                assert raw.FPDFPageObj_CountMarks(item.raw), (path.name, number + 1, _text(item, text))
    return found


def _text(item, text) -> str:
    size = raw.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def faults(path: Path) -> list[str]:
    """What breaks PDF/UA-1 in a file, as far as its structure, its pages and its annotations show it."""
    with pikepdf.open(path) as pdf:
        return [*_of_document(pdf), *_of_pages(pdf), *_of_tree(pdf), *_unreached(path, pdf)]


def _of_document(pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not root.get("/Lang"):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window shows no title"
    with pdf.open_metadata() as said:
        if said.get("{http://www.aiim.org/pdfua/ns/id/}part") != "1":
            yield "does not claim PDF/UA-1"
        if not said.get("{http://purl.org/dc/elements/1.1/}title"):
            yield "no title"


def _of_pages(pdf) -> Iterator[str]:
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for number, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: tabs do not follow the structure"
        if "/StructParents" not in page:
            yield f"page {number}: not joined to the structure"
        for note in page.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link without words"
            if tree.get(int(note.get("/StructParent", -1)), {}).get("/S") != "/Link":
                yield f"page {number}: an annotation outside a link"
            if not str(note.get("/A", {}).get("/URI", "https://")).startswith("https://"):
                yield f"page {number}: a link that leads nowhere"


def _of_tree(pdf) -> Iterator[str]:
    level = 0
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    for kind, element, inside in _elements(pdf.Root.StructTreeRoot, roles):
        if kind not in STANDARD:
            yield f"not a standard type: {kind}"
        if kind in WITHIN and not set(inside) <= WITHIN[kind]:
            yield f"{set(inside) - WITHIN[kind]} in {kind}"
        if kind[0] == "H" and kind[1:].isdigit():
            if int(kind[1:]) > level + 1:
                yield f"{kind} after H{level}"
            level = int(kind[1:])
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture without words"
        if kind == "TH" and not any("/Scope" in a for a in _each(element.get("/A", []))):
            yield "a table's head that says not what it is the head of"


def _each(value):
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _elements(node, roles):
    for kid in _each(node.get("/K", [])):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            inside = [_kind(k, roles) for k in _each(kid.get("/K", [])) if isinstance(k, pikepdf.Dictionary) and "/S" in k]
            yield _kind(kid, roles), kid, inside
            yield from _elements(kid, roles)


def _kind(element, roles) -> str:
    return str(roles.get(str(element.S), element.S)).removeprefix("/")


def _unreached(path: Path, pdf) -> Iterator[str]:
    reached = list(_parts(pdf, pdf.Root.StructTreeRoot, None, _numbers(pdf)))
    if len(reached) != len(set(reached)):
        yield "something is read twice"
    for part in _said(path).keys() - set(reached):
        yield f"page {part.page + 1}: text that no screen reader comes to"
