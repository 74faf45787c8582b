"""Words that would act if they were taken for something else than words: in a page, a data file, a card, a document, a slide."""

from __future__ import annotations

from tests.packs.conftest import with_text
from whatmatters.library.library import Library

#: For what reads HTML. Each names the element `x-attack`, or would run or load something.
HTML = (
    "</script><script>x()</script>", "<x-attack>", "<img src=x onerror=x()>", "<svg onload=x()>", "<style>*{display:none}</style>",
    "<iframe src=//elsewhere.example>", '" onmouseover="x()" x="', "' autofocus onfocus=x() '", "<!--", "--><x-attack>", "]]><x-attack>",
    "&lt;x-attack&gt;", "<a href='javascript:x()'>x</a>", "[x](javascript:x())", "<base href=//elsewhere.example>", "</title><x-attack>",
    "</textarea><x-attack>", "<math><mtext><x-attack>",
)  # fmt: skip
#: For what is read by templates and by scripts.
CODE = ("{{ 7 * 7 }}", "{% raw %}", "${x()}", "`x`", "\\u003cx-attack\\u003e", "a\u2028b\u2029c", "__proto__", "constructor", "toString", "{n}", "{0}")
#: For Typst.
TYPST = ("#panic(1)", "#read(\"/etc/hostname\")", "*bold*", "_slanted_", "$ x^2 $", "<label>", "@ref", "= Heading", "// gone", "/* gone", "\\ line", "`raw`", "#set text(white)", "]")
#: For Word, PowerPoint and what reads tables: fields and formulas.
OFFICE = ("=HYPERLINK(\"http://elsewhere.example\")", "+1+1", "@SUM(1)", "{ INCLUDETEXT x }", "</w:t><x-attack/>", "</a:t><x-attack/>", "&x-attack;", "%n")

PLACES = ("title", "summary", "before", "at_pause", "after", "afterwards")


def with_words(library: Library, lang: str, words: tuple[str, ...]) -> Library:
    """The library with one story whose every text in `lang` is made of these words, as no check would let it pass."""
    said = " ".join(words)
    one = {"title": said, "summary": said, "before": (said,), "at_pause": (said,), "after": (said,), "afterwards": (said,)}
    return with_text(library, "the-blue-cup", lang, **one)
