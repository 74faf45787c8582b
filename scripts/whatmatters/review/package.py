"""Opening a Word file that came from elsewhere: nothing in it is run, fetched, or let grow without bound."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ..messages.message import Message

#: Bytes of one part as it comes out; the whole library takes about 12 MB from Word, and thrice that from LibreOffice.
LARGEST = 80_000_000
#: Bytes of the file itself.
LARGEST_FILE = 40_000_000
_COMMENTS, _CUSTOM, _DOCUMENT = "/comments", "/custom-properties", "/officeDocument"

SAVE_AGAIN = Message("open it in Word or LibreOffice, save it as a Word file (.docx), and try again")


class NotWord(Exception):
    """A file that is no Word file, or that will not be opened."""

    def __init__(self, message: Message, mend: Message = SAVE_AGAIN) -> None:
        self.message, self.mend = message, mend
        super().__init__(str(message))


@dataclass(frozen=True)
class Opened:
    """The parts of a Word file that matter here."""

    document: etree._Element
    comments: etree._Element | None
    properties: dict[str, str]
    """What the file says of itself under names of our own."""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, which is another one in files of the strict form."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    """A name without its namespace: a file has a few dozen, each of them on thousands of elements."""
    return str(etree.QName(name).localname)


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    return next((str(v) for k, v in element.attrib.items() if _bare(str(k)) == name), None)


def open_word(raw: bytes) -> Opened:
    """The parts of a `.docx`. Raises NotWord."""
    if len(raw) > LARGEST_FILE:
        raise NotWord(Message("this file is far larger than any that `whatmatters review` writes"))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            main = _related(archive, "_rels/.rels", "", _DOCUMENT)
            if main is None:
                raise NotWord(Message("this is not a Word file (.docx)"))
            folder = posixpath.dirname(main)
            rels = f"{folder}/_rels/{posixpath.basename(main)}.rels"
            comments = _related(archive, rels, folder, _COMMENTS)
            custom = _related(archive, "_rels/.rels", "", _CUSTOM)
            return Opened(
                _part(archive, main),
                _part(archive, comments) if comments else None,
                _properties(_part(archive, custom)) if custom else {},
            )
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, KeyError) as error:
        raise NotWord(Message("this is not a Word file (.docx), or it is damaged")) from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotWord(Message("this Word file is damaged: its text cannot be read")) from error


def _related(archive: zipfile.ZipFile, rels: str, folder: str, kind: str) -> str | None:
    """The name of the part that is in a relation of a kind; None where there is none."""
    if rels not in archive.namelist():
        return None
    for one in _part(archive, rels):
        if (attribute(one, "Type") or "").endswith(kind) and attribute(one, "TargetMode") != "External":
            target = attribute(one, "Target") or ""
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            return name if name in archive.namelist() else None
    return None


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > LARGEST:
        raise NotWord(Message("this Word file claims to hold far more text than any library has"))
    with archive.open(name) as part:
        data = part.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NotWord(Message("this Word file claims to hold far more text than any library has"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise NotWord(Message("this Word file brings a document type of its own, which no Word file does"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(data, parser)


def _properties(root: etree._Element) -> dict[str, str]:
    return {attribute(one, "name") or "": "".join(map(str, one.itertext())).strip() for one in root}
