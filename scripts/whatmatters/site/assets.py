"""Style and scripts of the pages, joined from small sources when the site is built.

The sources stand in `docs/assets/css` and `docs/assets/js`, one idea each. A reader's browser asks for few files:
a sheet for every page and one for paper, a script for every page, and one more sheet or script on pages to work at.
What the theme's own sheets have to say of our pages stands first in the common sheet; nothing else of the theme
comes into the site. Names carry no digest: docs/decisions/0015-style-and-scripts-joined.md says why.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import material
from mkdocs.structure.files import File
from rjsmin import jsmin

from .kind_styles import kind_colours
from .styles import Rule, by_medium, for_pages, rules

#: Sheets of every page, in the order in which they win over each other.
COMMON = (
    *("base", "shell", "offer", "cards", "story", "pages", "home", "search", "tray", "listen", "prepare"),
    # Colours and letters come late: a component may give a fallback of its own.
    *("site", "desk", "find"),
)
#: Letters, in a sheet of their own: it stays with a reader when the rest changes.
FONTS = "fonts"
#: Font files that every page needs: they stand in that sheet, so that no text is painted without them and then moves.
EVERY_PAGES_FONT = re.compile(r'url\("\.\./fonts/([\w-]+-welsh-\d+\.woff2)"\)')
#: For paper, after all that the sheets of every page say of paper.
PRINT = "print"
#: Sheets of pages to work at, by the name under which a template links them. They hold an `@page` of their own, or
#: much that no other page needs.
SHEETS = {
    "sheets": ("sheets",),
    "write": ("write",),
    "session": ("session",),
    # Beside it, once a session takes the screen.
    "session-stage": ("session-stage",),
    "recording": ("recording",),
    "tool": ("tool",),
    # Beside it, where a sheet has what they are for.
    "tool-star": ("tool-star",),
    "tool-match": ("tool-match",),
    "tool-quiz": ("tool-quiz",),
    "picture": ("picture",),
    "missing": ("missing",),
}

#: Which of them draws cards.
FACES = "sheets"

#: What runs at once, before anything is painted. All that is kept in a browser goes through the first.
EARLY = ("kept", "early")
#: What every page runs when all of it has been read; in this order, since tray.js uses what today.js has chosen.
EVERYWHERE = ("choices", "search", "today", "stories-kept", "tray", "find-form", "fold", "person")
#: What every tool with a sheet to fill in runs; ENGINEERING says how a tool of its own comes after it.
TOOL_KIT = (
    "data",
    *("tool-fields", "tool-rows", "tool-paper", "tool-keep", "tool-sheet", "tool-answers"),
)
#: Scripts of one kind of page, or of one use, by the name under which a template or another script loads them.
SCRIPTS = {
    "page-story": ("listen",),
    "page-packs": ("late-pictures",),
    "page-law": ("law-index", "numbers"),
    "page-law-picture": ("law-picture",),
    "page-find-stories": (
        *("data", "facets", "find-address", "find-panel", "find"),
        *("story-rows", "story-card", "find-stories"),
    ),
    "page-find-questions": ("data", "facets", "find-address", "find-panel", "find", "copy", "find-questions"),
    # What those two ask for when words are typed.
    "page-find-text": ("find-text",),
    "page-prepare": ("data", "facets", "story-rows", "story-card", "prepare"),
    "page-mine": ("data", "late-style", "asked", "copy", "saved-sessions", "mine"),
    "page-moved": ("moved",),
    "page-state": ("due",),
    "page-draw": ("data", "late-style", "draw"),
    # What those two ask for when there are cards to draw or print.
    "page-draw-sheets": ("card-face", "print-cards"),
    # What the session's page asks for when cards are printed, or a file is made.
    "page-session-files": ("card-face", "print-cards", "zip", "word", "session-word", "session-papers", "calendar"),
    "page-sheet": ("data", "sheet"),
    # What that page asks for when a Word file is made.
    "page-sheet-word": ("zip", "word"),
    "page-recording": ("recording",),
    "page-tool": TOOL_KIT,
    # What those pages ask for when a file is opened, or a Word file or a date for a calendar is made.
    "page-tool-makers": ("zip", "word", "calendar", "tool-file", "tool-word"),
    "page-tool-matching": (*TOOL_KIT, "matching"),
    "page-tool-outcomes-quiz": (*TOOL_KIT, "outcomes-quiz"),
    "page-tool-culture-star": (*TOOL_KIT, "star", "culture-star"),
    "page-tool-what-we-used": (*TOOL_KIT, "what-we-used"),
    "page-tool-six-senses": (*TOOL_KIT, "star", "six-senses"),
    # What Add a story asks for once its fields are touched, or at once on a wide screen.
    "page-add-write": ("card-face", "card-preview", "story-files", "story-rules", "write-story"),
    # What it asks for when a story is opened or saved, words are pasted, or a picture is chosen.
    "page-add-rest": (
        *("zip", "unzip", "story-writing", "story-reading"),
        *("story-report", "story-pasted", "story-picture"),
    ),
    # Search, when it is first used: what finds, as the finders ask it too, and what shows that. No more than two files,
    # as each takes a way there and back.
    "search-find": ("search-words", "search-store", "search-slip", "search-query"),
    "search-dialog": ("search-near", "search-excerpt", "search-results", "search-view"),
    "page-add-story": ("data", "late-style", "story-form"),
}
#: The session takes the screen before the page is shown; what it needs besides waits until the page has been read.
SESSION = (("data", "asked", "session"), ("session-questions", "session-choice", "session-files"))
#: What runs it on the screen, which that page asks for at the reader's first touch.
SESSION_STAGE = ((), ("session-stage", "session-clock", "session-notes", "session-calendar"))
#: Where names come from that can stand on a page, below the project and below this package.
TEMPLATES, OWN = "overrides", Path(__file__).parent
_WORD = re.compile(r"[A-Za-z_][\w-]*")
#: Text of a script between its marks, where none stands within another; what is put into it may hold braces.
_TEXT = re.compile(r"""`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^`{}]|\{[^`{}]*\})*\})*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
#: What can stand on a page beside the names in our own templates and scripts.
SKELETON = frozenset(
    (
        # The theme's bones around each page, from its base.html.
        *("md-container", "md-main", "md-main__inner", "md-grid", "md-toggle", "md-overlay", "md-dialog"),
        *("data-md-component", "data-md-toggle"),
        *("data-md-color-scheme", "data-md-color-primary", "data-md-color-accent"),
        # Elements of every page, and those that Markdown makes.
        *("html", "head", "body", "main", "header", "footer", "nav", "article", "section", "aside", "label", "input"),
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code"),
        *("hr", "a", "img", "em", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "small"),
        *("kbd", "abbr", "del", "ins", "mark", "details", "summary"),
    )
)
#: Names of the theme that do stand in a page's source and are never seen: the inside of its empty dialog, which
#: `base.css` hides. With them, every rule for the theme's own text would stay.
UNSEEN = frozenset({"md-typeset", "md-dialog__inner"})


def is_themes(file: File) -> bool:
    """Whether a file of the site is a style, script or picture of the theme, of which pages need none."""
    return file.src_uri.startswith("assets/") and Path(file.abs_src_path or "").is_relative_to(_theme())


def _theme() -> Path:
    return Path(material.__file__).parent / "templates"


def write_assets(project: Path, site_dir: Path, faces: str = "") -> None:
    """Write sheets and scripts to `assets/css` and `assets/js` of the site; same sources, same bytes.

    `faces` is a rule with the distances of cards, for the sheet that draws them.

    Raises ValueError with the file, the line and the reason where a sheet or script cannot be taken in.
    """
    for name, text in assets(project, faces).items():
        target = site_dir / "assets" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        # While serving, a browser may be reading it.
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")


def assets(project: Path, faces: str = "") -> dict[str, str]:
    """The text of every sheet and script by its name below `assets/`; `faces` is what `write_assets` has."""
    return {**_sheets(project, faces), **_scripts(project / "docs/assets/js")}


def _sheets(project: Path, faces: str) -> dict[str, str]:
    folder = project / "docs/assets/css"
    everywhere, paper = by_medium(
        (*theme_rules(project), *rules(kind_colours()), *(rule for name in COMMON for rule in _rules(folder, name)))
    )
    made = {f"css/{name}.css": [r for part in parts for r in _rules(folder, part)] for name, parts in SHEETS.items()}
    made |= {"css/site.css": everywhere, "css/print.css": [*paper, *_rules(folder, PRINT)]}
    texts = {name: "".join(f"{rule}\n" for rule in found) for name, found in made.items()}
    texts |= {f"css/{name}.css": faces + texts[f"css/{name}.css"] for name, parts in SHEETS.items() if FACES in parts}
    fonts = "".join(f"{rule}\n" for rule in _rules(folder, FONTS))
    return texts | {"css/fonts.css": EVERY_PAGES_FONT.sub(lambda m: _inside(folder.parent / "fonts" / m[1]), fonts)}


def _inside(font: Path) -> str:
    """A font file as an address that holds it."""
    return f'url("data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}")'


def _rules(folder: Path, name: str) -> tuple[Rule, ...]:
    path = folder / f"{name}.css"
    return _read(path.relative_to(folder.parents[2]).as_posix(), path.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def _read(path: str, css: str) -> tuple[Rule, ...]:
    """The rules of a sheet, kept while its text is the same: while serving, few change."""
    try:
        return rules(css)
    except ValueError as error:
        raise ValueError(f"{path}: this sheet cannot be read: {error}") from error


def theme_rules(project: Path) -> tuple[Rule, ...]:
    """What the theme's sheets say of pages that hold names from our templates and scripts."""
    return _of_theme(frozenset(_names(project)))


@lru_cache(maxsize=2)
def _of_theme(names: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for css in theme_sheets() for rule in for_pages(css, names))


def theme_sheets() -> list[str]:
    """The theme's own sheets, in the order in which it links them."""
    folder = _theme() / "assets/stylesheets"
    return [next(folder.glob(f"{name}.*.min.css")).read_text(encoding="utf-8") for name in ("main", "palette")]


def _names(project: Path) -> Iterator[str]:
    """Every name that can stand on a page, and many that cannot."""
    yield from SKELETON
    for path in _sources(project):
        yield from set(_WORD.findall(path.read_text(encoding="utf-8"))) - UNSEEN


def _sources(project: Path) -> Iterable[Path]:
    yield from (project / TEMPLATES).rglob("*.html")
    yield from (project / "docs/assets/js").glob("*.js")
    yield from OWN.glob("templates/*.html")


def _scripts(folder: Path) -> dict[str, str]:
    def source(name: str) -> str:
        try:
            return small((folder / f"{name}.js").read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"docs/assets/js/{name}.js: {error}") from error

    def sources(names: Iterable[str]) -> list[str]:
        return [source(name) for name in names]

    made = {f"js/{name}.js": joined(sources(parts)) for name, parts in SCRIPTS.items()}
    parted = {"base": (EARLY, EVERYWHERE), "page-session": SESSION, "page-session-stage": SESSION_STAGE}
    for name, (at_once, later) in parted.items():
        made[f"js/{name}.js"] = (joined(sources(at_once)) if at_once else "") + when_read(joined(sources(later)))
    return made


@lru_cache(maxsize=64)
def small(script: str) -> str:
    """A script without what only people need: indents, comments, room round signs.

    Raises ValueError where text goes on over a line's end: a reader of the source would not see what is taken away.
    """
    kept: list[str] = []
    in_comment = False
    for number, line in enumerate(script.split("\n"), start=1):
        line = line.strip()
        if in_comment or line.startswith("/*"):
            _, closed, code = line.partition("*/")
            in_comment = not closed
            if code:
                raise ValueError(f"line {number}: code after a comment (give it a line of its own)")
        elif line.startswith("//") or not line:
            continue
        elif line.endswith("\\") or line.count("`") % 2:
            raise ValueError(f"line {number}: text goes on in the next line (write it in one, with \\n)")
        elif "`" in _TEXT.sub("", line):
            # The library that makes scripts small takes the inner text for code, and its spaces away.
            raise ValueError(f"line {number}: a template within a template (make the inner one first)")
        else:
            kept.append(line)
    made: str = jsmin("\n".join(kept))
    return made + "\n"


def joined(sources: Iterable[str]) -> str:
    """Scripts as one. As when each is loaded by itself, one that stops on an error does not stop those after it."""
    parts = "".join(f"function () {{\n{source.rstrip()}\n}},\n" for source in sources)
    return f"""[{parts}].forEach(function (run) {{
try {{ run(); }} catch (e) {{ setTimeout(function () {{ throw e; }}); }}
}});
"""


def when_read(script: str) -> str:
    """A script that waits until the page has been read, and runs before scripts that are deferred."""
    return f"""(function (run) {{
if (document.readyState === "loading") document.addEventListener("readystatechange", run, {{ once: true }}); else run();
}})(function () {{
{script}}});
"""
