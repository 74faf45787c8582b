"""The Word file for a fluent reader: English beside Welsh, text by text, with a box to tick under each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from lxml import etree

from ..language.bilingual import LANGUAGES, Lang
from ..library.glossary import Word
from ..library.interface import Interface
from ..office.word_parts import written
from .codes import DAY, FORM, HEAD, PROJECT, READER, VERSION, RowCode, SoundCode, own_code, without_boxes
from .document_parts import FIXED, MARGIN_MM, QUIET, TINT, W14, WIDTH_MM, prepare
from .segments import Segment, Text, digest
from .terms import Terms
from .wordprocessing import cell, checkbox, hidden, in_list, paragraph, row, run, table, visible

#: Welsh first: it is what is read.
ORDER: tuple[Lang, ...] = ("cy", "en")
STEPS = ("name", "read", "correct", "english", "marks", "rows", "tick", "send")
#: The text that is a list of terms itself.
GLOSSARY = "glossary"
#: The columns in twentieths of a point: number and kind, then both languages alike.
_TOTAL = round((WIDTH_MM - 2 * MARGIN_MM) * 56.69)
_FIRST = 1500
_COLUMNS = (_FIRST, (_TOTAL - _FIRST) // 2, (_TOTAL - _FIRST) // 2)
_SMALL = '<w:color w:val="{}"/><w:sz w:val="20"/>'
_TERM = '<w:rStyle w:val="WmTerm"/>'


def review_docx(texts: Sequence[Text], interface: Interface, glossary: Iterable[Word], project: str) -> bytes:
    """The bytes of the document, the same each time; `project` is the name by which it is known when it comes back."""
    document = docx.Document()
    writer = _Writer(interface, Terms(glossary))
    prepare(document, writer.both("review-title"), {PROJECT: project, FORM: VERSION})
    footer = document.sections[0].footer.paragraphs[0]._p
    footer.append(
        parse_xml(f'<w:fldSimple xmlns:w="{nsmap["w"]}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    section = etree.tostring(document.element.body.sectPr, encoding="unicode")
    names = "".join(f' xmlns:{prefix}="{nsmap[prefix]}"' for prefix in ("w", "r"))
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document.part._element = parse_xml(
        f'<w:document{names} xmlns:w14="{W14}" xmlns:mc="{compatible}" mc:Ignorable="w14"><w:body>'
        f"{''.join([*writer.head(), *writer.texts(texts)])}{section}</w:body></w:document>".encode()
    )
    return written(document)


class _Writer:
    """The body, piece by piece; rows are counted through the whole document."""

    def __init__(self, interface: Interface, terms: Terms) -> None:
        self._words, self._terms = interface, terms
        self._row = 0

    def both(self, name: str) -> str:
        """A wording in both languages, Welsh first."""
        return " · ".join(self._words(name, lang) for lang in ORDER)

    def _runs(self, name: str, look: str = "") -> str:
        """The same as runs, each in its language."""
        welsh, english = (run(self._words(name, lang), lang, look) for lang in ORDER)
        return welsh + run(" · ", "cy", look) + english

    def _own(self, style: str, *runs: str, more: str = "", after: str = "") -> str:
        """A paragraph outside the tables, with the mark that it is ours, and whatever else is hidden there."""
        mark = hidden(own_code(digest(without_boxes(visible("".join(runs))))))
        return paragraph(style, *runs, mark, after, more=more)

    def head(self) -> Iterator[str]:
        """Title, the place for name and day, and what to do: in Welsh, and on the next page in English."""
        yield self._own("Heading1", self._runs("review-title"))
        half = _TOTAL // 2
        yield table(
            (half, half),
            [
                row(
                    cell(half, paragraph("WmCell", self._runs(name), hidden(code)), fill=TINT),
                    cell(half, paragraph("WmCell")),
                )
                for name, code in (("review-reader", READER), ("review-day", DAY))
            ],
            self.both("review-head-table"),
            headed=False,
        )
        for number, lang in enumerate(ORDER, start=1):
            page = "<w:pageBreakBefore/>" if number > 1 else ""
            yield self._own("Heading3", run(self._words("review-how", lang), lang), more=page)
            yield self._own("Normal", run(self._words("review-lead", lang), lang))
            for step in STEPS:
                values = {"mark": "{1}", "gap": "{name}"} if step == "marks" else {}
                words = run(self._words(f"review-how-{step}", lang, **values), lang)
                yield self._own("ListNumber", words, more=in_list(number))
            yield self._own("Normal", run(self._words("review-terms-note", lang), lang))

    def texts(self, texts: Sequence[Text]) -> Iterator[str]:
        """Every text: its titles and id, its terms, its table, its box."""
        for number, text in enumerate(texts, start=1):
            first = self._row + 1
            titles = dict.fromkeys(text.title(lang) for lang in ORDER)
            page = "<w:pageBreakBefore/>" if number == 1 else ""
            heading = run(" · ", "cy").join(run(t, lang) for t, lang in zip(titles, ORDER, strict=False))
            yield self._own("Heading2", heading, more=page)
            files = dict.fromkeys(p.where for s in text.segments for lang in LANGUAGES if (p := s.places.get(lang)))
            yield self._own("WmQuiet", run(" · ".join(dict.fromkeys([text.id, *files])), "en", _SMALL.format(QUIET)))
            if (terms := self._occurring(text)) and text.id != GLOSSARY:
                pairs = "; ".join(f"{word.en} – {word.cy}" for word in terms)
                yield self._own("WmQuiet", self._runs("review-terms"), run(": ", "cy"), run(pairs, "cy"))
            yield table(_COLUMNS, self._rows(text), " · ".join(titles), headed=True)
            code = SoundCode(text.id, first, self._row)
            label = run("  ", "cy") + self._runs("review-sound", "<w:b/>")
            box = checkbox(number, f"{self.both('review-sound')}: {text.title('cy')}"[:60])
            space = '<w:spacing w:before="120" w:after="240"/>'
            yield self._own("Normal", box, label, more=space, after=hidden(code))

    def _occurring(self, text: Text) -> list[Word]:
        """The terms that stand in a text in either language, by the English alphabet."""
        found = {
            word.id: word
            for s in text.segments
            for lang in LANGUAGES
            for _, word in self._terms.marked(s.words(lang), lang)
        }
        return sorted(found.values(), key=lambda word: word.en.lower())

    def _rows(self, text: Text) -> Iterator[str]:
        heads = (self._runs("review-number"), self._runs("review-english"), self._runs("review-welsh"))
        cells = (cell(w, paragraph("WmCell", head, hidden(HEAD))) for w, head in zip(_COLUMNS, heads, strict=True))
        yield row(*cells, header=True)
        for segment in text.segments:
            self._row += 1
            yield self._segment(text, segment)

    def _segment(self, text: Text, segment: Segment) -> str:
        code = RowCode(self._row, text.id, segment.id, digest(segment.words("cy")), digest(segment.words("en")))
        kind = self._words(f"review-kind-{'fixed' if segment.fixed else segment.kind}", "cy")
        first = paragraph("WmCell", run(f"{self._row} ", "cy"), run(kind, "cy", _SMALL.format(QUIET)), hidden(code))
        return row(
            cell(_COLUMNS[0], first, fill=TINT),
            *(
                cell(width, paragraph("WmCell", self._marked(segment, lang)))
                for width, lang in zip(_COLUMNS[1:], LANGUAGES, strict=True)
            ),
        )

    def _marked(self, segment: Segment, lang: Lang) -> str:
        """The words of a cell, terms underlined with dots."""
        words, look = segment.words(lang), f'<w:color w:val="{FIXED}"/>' if segment.fixed else ""
        runs, done = [], 0
        for (start, end), _ in self._terms.marked(words, lang):
            runs += [run(words[done:start], lang, look)] if start > done else []
            runs.append(run(words[start:end], lang, _TERM + look))
            done = end
        return "".join([*runs, run(words[done:], lang, look) if done < len(words) or not words else ""])
