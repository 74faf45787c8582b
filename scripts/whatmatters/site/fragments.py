"""What the build puts into hand-written pages, where they say `<!-- stories -->` and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.person import FORMS, filled
from ..messages.problem import Problem
from .coverage_map import coverage_map
from .data_pages import glossary_groups, journey_steps, journey_ways, state
from .desk_pages import DRAW
from .joined import joined_lists
from .law_index import law_index
from .law_pages import frequency_rows
from .law_picture import law_picture, law_table
from .licences import parts
from .render import Renderer, one_block
from .standing import MARK
from .story_pages import href_from, tag_path
from .tool_sheets import tool_sheet
from .views import story_cards, topic_lines

QUESTION_ID = re.compile(r"^(- .+?)[ ]*\{#([a-z0-9-]+)\}[ ]*$", re.M)
#: An empty cell of a sheet: on paper it must leave room to write.
EMPTY_CELL = re.compile(r"(?<=\|) *&nbsp; *(?=\|)")
#: What the build puts into a page, between two marks that Markdown and HTML know nothing of; and such a piece where it
#: is a block by itself.
_BEGIN, _END = "\x02", "\x03"
_MADE = re.compile(f"{_BEGIN}(.*?){_END}", re.S)
_BLOCK = re.compile(
    rf"(?:(?<=\n\n)|\A){_BEGIN}(<(?:div|section|nav|h2|ul|ol|dl|table|p|form)\b.*?){_END}(?=\n\n|\n?\Z)", re.S
)
_STAND_IN = re.compile(r'<div data-wm-piece="(\d+)"></div>')
#: What links may lead to.
_ID = re.compile(r'\sid="([^"]+)"')
#: A principle page shows a few stories and leads to the rest.
STORIES_SHOWN = 3


@dataclass(frozen=True)
class Piece:
    """The page that a mark stands on, and what its piece is made from."""

    library: Library
    path: str
    lang: Lang
    advice: Sequence[Problem] = ()
    """What the check advises, for the page that tells of it."""

    def href(self, to: str) -> str:
        """A link from the page."""
        return href_from(self.path, self.lang)(to)

    @property
    def principle(self) -> str:
        """The principle that the page is about. Raises ValueError when its front matter names none."""
        page = self.library.pages.get(self.path)
        if page is None or page.principle is None:
            raise ValueError(f"{self.path}: this page needs a line `principle:` in its front matter")
        return page.principle


def _draw_cards(piece: Piece) -> dict[str, Any]:
    return {"cards": f"{piece.href(DRAW)}#set-{piece.path.strip('/').rpartition('/')[2]}"}


def _stories(piece: Piece) -> dict[str, Any]:
    tagged = piece.library.stories_tagged(piece.principle)
    cards = story_cards(piece.library, tagged, piece.lang, piece.href)
    return {
        "cards": cards[:STORIES_SHOWN],
        "more": len(cards) > STORIES_SHOWN,
        "href_all": piece.href(tag_path(piece.principle)),
    }


def _law(piece: Piece) -> dict[str, Any]:
    topics = (t.id for t in piece.library.read_across.topics if piece.principle in t.principles)
    return {"topics": topic_lines(piece.library, topics, piece.lang, piece.href)}


def _list(piece: Piece) -> dict[str, Any]:
    pages = [p for p in piece.library.pages.values() if p.section == piece.path.strip("/") and not p.is_index]
    pages.sort(key=lambda p: sort_key(p.title[piece.lang], piece.lang))
    return {
        "pages": [
            {"title": p.title[piece.lang], "summary": p.summary[piece.lang], "href": piece.href(p.path)} for p in pages
        ]
    }


def _read_across(piece: Piece) -> dict[str, Any]:
    return law_index(piece.library, piece.lang, piece.href)


def _law_picture(piece: Piece) -> dict[str, Any]:
    return law_picture(piece.library, piece.lang, piece.href)


def _law_table(piece: Piece) -> dict[str, Any]:
    return law_table(piece.library, piece.lang, piece.href)


def _frequency(piece: Piece) -> dict[str, Any]:
    return {"rows": frequency_rows(piece.library, piece.lang, piece.href)}


def _glossary(piece: Piece) -> dict[str, Any]:
    return {"groups": glossary_groups(piece.library, piece.lang)}


def _journey(piece: Piece) -> dict[str, Any]:
    return {
        "steps": journey_steps(piece.library, piece.lang, piece.href),
        "ways": journey_ways(piece.library, piece.lang),
    }


def _licences(piece: Piece) -> dict[str, Any]:
    return {"parts": parts(piece.library.root)}


def _state(piece: Piece) -> dict[str, Any]:
    return state(piece.library, piece.advice, piece.lang, piece.href)


def _coverage(piece: Piece) -> dict[str, Any]:
    return coverage_map(piece.library, piece.lang, piece.href)


def _tool_sheet(piece: Piece) -> dict[str, Any]:
    return tool_sheet(piece.library, piece.path, piece.lang)


#: Each mark with its template and what the template is given.
PIECES: dict[str, tuple[str, Callable[[Piece], dict[str, Any]]]] = {
    "stories": ("cards.html", _stories),
    "law": ("laws.html", _law),
    "list": ("list.html", _list),
    "read-across": ("readacross.html", _read_across),
    "law-picture": ("law_picture.html", _law_picture),
    "law-table": ("law_table.html", _law_table),
    "frequency": ("frequency.html", _frequency),
    "glossary": ("glossary.html", _glossary),
    "journey": ("journey.html", _journey),
    "state": ("state.html", _state),
    "licences": ("licences.html", _licences),
    "coverage": ("coverage.html", _coverage),
    "draw-cards": ("draw_cards.html", _draw_cards),
    "tool-sheet": ("tool_sheet.html", _tool_sheet),
}
#: On which hand-written pages neighbours follow, and of which kinds; a principle page has marks for the others.
JOINED = {
    "principles": ("questions", "tools"),
    "questions": ("principles", "law", "tools", "stories"),
    "tools": ("principles", "law", "questions", "stories"),
}


def fill(
    markdown: str, library: Library, render: Renderer, path: str, lang: Lang, advice: Sequence[Problem] = ()
) -> str:
    """The text of the page at `path` with its marks filled, question ids made into anchors, neighbours below."""
    return _MADE.sub(r"\1", _filled(Piece(library, path, lang, advice), render, markdown))


def fill_aside(
    markdown: str, library: Library, render: Renderer, path: str, lang: Lang, advice: Sequence[Problem] = ()
) -> tuple[str, list[str]]:
    """The same with a stand-in for each piece that is a block by itself, and these pieces.

    Markdown leaves such a block as it is, but reads it twice, letter by letter, to know where it ends.
    """
    pieces: list[str] = []

    def aside(match: re.Match[str]) -> str:
        pieces.append(match[1])
        return f'<div data-wm-piece="{len(pieces) - 1}"></div>'

    text = _BLOCK.sub(aside, _filled(Piece(library, path, lang, advice), render, markdown))
    return _MADE.sub(r"\1", text), pieces


def put_in_place(html: str, pieces: Sequence[str]) -> str:
    """The page that Markdown has made, with each piece where its stand-in is."""
    return _STAND_IN.sub(lambda match: pieces[int(match[1])], html) if pieces else html


def ids_in(pieces: Sequence[str]) -> set[str]:
    """What links may lead to in pieces that Markdown has not seen."""
    return {name for piece in pieces for name in _ID.findall(piece)}


def _filled(piece: Piece, render: Renderer, markdown: str) -> str:
    """The text with all that is put into it, each piece between its two marks."""

    def made(match: re.Match[str]) -> str:
        if match[1] not in PIECES:
            return match[0]
        template, context = PIECES[match[1]]
        return _marked(render(template, piece.lang, piece.path, **context(piece)))

    text = _with_person_words(piece, render, MARK.sub(made, markdown))
    text = QUESTION_ID.sub(_item(piece.path), text)
    text = EMPTY_CELL.sub(' <span class="wm-write">&nbsp;</span> ', text)
    return text + _joined(piece, render)


def _marked(html: str) -> str:
    return f"{_BEGIN}{one_block(html)}{_END}"


def _item(path: str) -> str:
    """What an id after a question becomes: its anchor and, in a bank, its name in a reader's own pack."""
    section, _, bank = path.rstrip("/").partition("/")
    item = f' data-wm-item="question:{bank}/\\2"' if section == "questions" and bank else ""
    return r"\1\n  {: #\2" + item + " }"


def _with_person_words(piece: Piece, render: Renderer, text: str) -> str:
    """On a bank's page, the words for the person marked so that a script can change them, and the choice above them."""
    page = piece.library.pages.get(piece.path)
    if page is None or page.section != "questions":
        return text

    def marked(form: str, words: str) -> str:
        return f'<span data-wm-person="{form}">{words}</span>'

    found = filled(text, piece.lang, piece.library.person_words[0], marked)
    if found == text:
        return text
    words = [
        (w.form("person", piece.lang), {form: w.form(form, piece.lang) for form in FORMS})
        for w in piece.library.person_words
    ]
    return _marked(render("person.html", piece.lang, piece.path, words=words)) + "\n\n" + found


def _joined(piece: Piece, render: Renderer) -> str:
    page = piece.library.pages.get(piece.path)
    if page is None or page.is_index or page.section not in JOINED:
        return ""
    join = piece.library.joins.get(piece.path)
    principles = [page.principle] if page.principle else list(join.principles if join else ())
    lists = joined_lists(
        piece.library, principles, join.law if join else (), piece.lang, piece.href, JOINED[page.section]
    )
    return "\n\n" + _marked(render("neighbours.html", piece.lang, piece.path, joined=lists)) + "\n"
