"""The files of a pack as its page offers them: by what one does with them, the page's own language first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..library.interface import Interface
from ..library.languages import LANGUAGES, Lang
from .address import link
from .model import PackDownload

#: What people do with each form, in the order in which it is offered.
USES: dict[str, tuple[str, ...]] = {
    "print": ("cards", "cards-large", "cards-questions", "cards-bilingual", "facilitator"),
    "edit": ("handout",),
    "show": ("slides",),
    "all": ("zip",),
}

_ICONS = {
    "print": "material/printer-outline",
    "edit": "material/file-document-edit-outline",
    "show": "material/presentation",
    "all": "material/folder-zip-outline",
}


@dataclass(frozen=True)
class Offer:
    """One file to press."""

    label: str
    """A verb and what it is for."""
    about: str
    """What kind of file, in which language, how long and how large."""
    href: str
    hreflang: Lang | None
    """None where both languages stand in one file."""
    mime: str
    icon: str


@dataclass(frozen=True)
class Use:
    """Files for one purpose."""

    id: str
    heading: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class InLanguage:
    """The files in one language; words about them are in it too."""

    lang: Lang
    heading: str
    uses: tuple[Use, ...]


def offered(
    files: Iterable[PackDownload], pack: str, here: str, lang: Lang, words: Interface
) -> tuple[InLanguage, ...]:
    """All files of a pack; `here` is the address of the page, and the one with both languages comes under the first."""
    known = list(files)
    parts = []
    for code in sorted(LANGUAGES, key=lambda code: code != lang):
        own = [f for f in known if f.lang == code or (f.lang is None and code == lang)]
        uses = []
        for use, forms in USES.items():
            found = sorted((f for f in own if f.form in forms), key=lambda f: forms.index(f.form))
            offers = tuple(_offer(f, use, link(here, f"packs/{pack}/{f.name}"), code, words) for f in found)
            if offers:
                uses.append(Use(use, words(f"page-use-{use}", code), offers))
        if uses:
            parts.append(InLanguage(code, words("page-files-language", code), tuple(uses)))
    return tuple(parts)


def _offer(file: PackDownload, use: str, href: str, said_in: Lang, words: Interface) -> Offer:
    kind = file.name.rsplit(".", 1)[-1]
    both = "-both" if file.lang is None else ""
    about = words(f"page-file-{kind}{both}", said_in, pages=file.pages, size=size_text(file.size))
    return Offer(words(f"page-get-{file.form}", said_in), about, href, file.lang, _MIME[kind], _ICONS[use])


_MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
}


def size_text(size: int) -> str:
    """A number of bytes as people read it: `153 kB`, `1.2 MB`, on one line. Both languages write it alike."""
    text = f"{max(1, round(size / 1000))} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
    return text.replace(" ", "\u00a0")
