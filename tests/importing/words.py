"""Help for the tests of importing: a draft's text, and Word files made on the spot."""

from __future__ import annotations

import io
import zipfile

from whatmatters.importing import Draft, bring_in
from whatmatters.importing.lines import Asked
from whatmatters.language.bilingual import Lang


def draft_of(source: str | bytes, lang: Lang | None = "en", name: str = "film.vtt", **asked: bool) -> Draft:
    """The draft of a file with this content."""
    raw = source.encode() if isinstance(source, str) else source
    return bring_in(raw, name, Asked(lang, **asked))


def text_of(draft: Draft) -> str:
    """The words of a draft as its story file has them, without front matter and mark."""
    return draft.files[f"{draft.lang}.md"].partition("-->\n\n")[2].rstrip("\n")


def paragraphs_of(source: str | bytes, lang: Lang | None = "en", **asked: bool) -> list[str]:
    """The paragraphs of the draft of a file with this content."""
    return text_of(draft_of(source, lang, **asked)).split("\n\n")


def codes_of(draft: Draft) -> list[str]:
    """The codes of a draft's notes."""
    return [note.code for note in draft.notes]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(*paragraphs: str, body: str | None = None) -> bytes:
    """A Word file with these paragraphs, in which `\\n` is a line break; or with a body of one's own XML."""
    if body is None:
        body = "".join(
            "<w:p>"
            + "<w:r><w:br/></w:r>".join(f'<w:r><w:t xml:space="preserve">{_xml(t)}</w:t></w:r>' for t in p.split("\n"))
            + "</w:p>"
            for p in paragraphs
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
