"""Pages as files for any generator: front matter that says what each is, and the finished text or HTML under it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

import yaml
from markdown import Markdown
from markdown_include.include import MarkdownInclude

from ..language.bilingual import Lang
from ..language.table import TABLE

#: What a page says of itself first; whatever else is known of it comes after.
FIRST = ("title", "description", "lang", "slug", "address")
#: What only our own configuration of MkDocs understands.
OURS = {"template"}
#: A link of Markdown, or a picture, within the project.
_LINK = re.compile(r"\]\((?![a-z][a-z0-9+.-]*:|[/#])(?P<path>[^()#\s]+)", re.I)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)


def staged_file(source: str, lang: Lang) -> str:
    """Where a source is staged: a page as the `index.md` of the folder that is its address, other files where they are.

    `source` is the file that MkDocs takes it to come from: `cy/stories/x/y.md` is `cy/stories/x/y/index.md`. So a link
    is right whether a generator takes it to begin at the page or at the file.
    """
    rest = source.partition("/")[2]
    if rest.endswith(".md"):
        rest = (
            rest.removesuffix("index.md") if rest.rpartition("/")[2] == "index.md" else f"{rest.removesuffix('.md')}/"
        )
        rest += "index.md"
    return f"{TABLE[lang].folder}{rest}"


def with_links(markdown: str, source: str, lang: Lang) -> str:
    """The Markdown of a hand-written page with its links to pages and files as they are staged."""
    folder = dirname(staged_file(source, lang))

    def staged(link: re.Match[str]) -> str:
        target = staged_file(normpath(join(dirname(source), link["path"])), lang)
        return f"]({relpath(target, folder or '.')}"

    return _LINK.sub(staged, markdown)


def staged_page(inside: str, meta: Mapping[str, Any], path: str, lang: Lang) -> str:
    """The file of a page: `inside` is Markdown or HTML, `path` its address within its language, the same in both."""
    said = {**meta, "lang": lang, "slug": path.rstrip("/").rpartition("/")[2], "address": path}
    known = {name: value for name, value in said.items() if name not in OURS and value is not None}
    ordered = {name: known[name] for name in (*FIRST, *known) if name in known}
    front = yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{inside.strip()}\n"


def parted(text: str) -> tuple[dict[str, Any], str]:
    """The front matter of a hand-written page, and its Markdown."""
    if (match := _FRONT_MATTER.match(text)) is None:
        return {}, text
    return yaml.safe_load(match[1]) or {}, text[match.end() :]


def with_includes(markdown: str, docs: Path) -> str:
    """The Markdown with the texts that it includes from `docs`."""
    include = Markdown(extensions=[MarkdownInclude(configs={"base_path": str(docs), "throwException": True})])
    return "\n".join(include.preprocessors["include"].run(markdown.split("\n")))
