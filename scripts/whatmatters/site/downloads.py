"""The files of a pack as its page offers them, the page's own language first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..language.bilingual import LANGUAGES, Lang
from ..library.interface import Interface
from ..library.pack_forms import FORMS
from .address import link
from .model import PackDownload

#: What the columns of the table say, by the ends of their wordings' names.
COLUMNS = ("what", "length", "size")


@dataclass(frozen=True)
class Offer:
    """One file to press."""

    label: str
    """A verb and what it is for."""
    kind: str
    """What kind of file it is: `PDF`."""
    length: str
    """Its pages or its slides; nothing where it has no fixed number of them."""
    size: str
    href: str
    hreflang: Lang | None
    """None where both languages stand in one file."""
    mime: str
    icon: str


@dataclass(frozen=True)
class InLanguage:
    """The files in one language; words about them are in it too."""

    lang: Lang
    heading: str
    heads: tuple[str, ...]
    """Of the table's columns."""
    offers: tuple[Offer, ...]


def offered(
    files: Iterable[PackDownload], pack: str, here: str, lang: Lang, words: Interface
) -> tuple[InLanguage, ...]:
    """All files of a pack; `here` is the address of the page, and the one with both languages comes under the first."""
    known = sorted(files, key=lambda f: FORMS.index(f.form))
    parts = []
    for code in sorted(LANGUAGES, key=lambda code: code != lang):
        own = [f for f in known if f.lang == code or (f.lang is None and code == lang)]
        offers = tuple(_offer(f, link(here, f"packs/{pack}/{f.name}"), code, words) for f in own)
        if offers:
            heads = tuple(words(f"page-file-{column}", code) for column in COLUMNS)
            parts.append(InLanguage(code, words("page-files-language", code), heads, offers))
    return tuple(parts)


def _offer(file: PackDownload, href: str, said_in: Lang, words: Interface) -> Offer:
    ending = file.name.rsplit(".", 1)[-1]
    kind = _KINDS[ending]
    length = words(f"page-file-{kind.pages}", said_in, n=file.pages) if file.pages else ""
    label = words(f"page-get-{file.form}", said_in)
    return Offer(label, kind.name, length, size_text(file.size), href, file.lang, kind.mime, kind.icon)


@dataclass(frozen=True)
class _Kind:
    """A kind of file: its name is the same in both languages."""

    name: str
    mime: str
    icon: str
    pages: str = "pages"
    """What its pages are called."""


_KINDS = {
    "pdf": _Kind("PDF", "application/pdf", "material/printer-outline"),
    "docx": _Kind(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "material/file-document-edit-outline",
    ),
    "pptx": _Kind(
        "PowerPoint",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "material/presentation",
        "slides",
    ),
    "zip": _Kind("ZIP", "application/zip", "material/folder-zip-outline"),
}


def size_text(size: int) -> str:
    """A number of bytes as people read it: `153 kB`, `1.2 MB`, on one line. Both languages write it alike."""
    text = f"{max(1, round(size / 1000))} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
    return text.replace(" ", "\u00a0")
