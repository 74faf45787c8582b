"""The pages and data of the miniature library: a few of the real ones, at least one of each kind, in both languages.

They are cut from the real ones, so that nothing has to be written and kept twice. Cut away are hand-written pages that are
not named here, with the links to them (the words of a link stay), most topics of the law, and of the other data what
belongs to topics and pages that are gone.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import yaml

#: The hand-written pages that are kept, beside those of `about` and the `index.md` of each folder.
PAGES = frozenset({
    "index.md", "legislation/frequency-card.md", "legislation/journey.md", "legislation/picture.md",
    "principles/carers.md", "principles/positive-risk.md", "principles/strengths-based.md",
    "principles/voice-and-control.md", "principles/what-matters.md",
    "questions/carers.md", "questions/positive-risk.md", "questions/story-discussion.md", "questions/strengths.md",
    "questions/supervision.md",
    "tools/culture-star.md", "tools/exploratory-talk.md", "tools/i-statements.md", "tools/if-try-cards.md",
    "tools/open-questions.md", "tools/provocative-statements.md", "tools/reflection-cards.md", "tools/strengths-map.md",
    "tools/what-we-used.md",
})  # fmt: skip
TOPICS = frozenset({"personal-plan", "positive-risk", "voice", "supervision", "responsible-individual-visits"})
#: One word of the glossary in so many is kept.
WORDS = 8
#: The files of data that are cut; the others are kept whole, and as they are written.
CUT = ("read-across", "year", "regulations", "law-groups", "journey", "glossary", "joins", "training-film")
#: Pages and folders of pages that are made from data, and so are there as long as there is any.
MADE = ("stories/", "packs/", "questions/find.md", "legislation/regulations.md", "legislation/sections.md")

_LINK = re.compile(r"\[((?:[^][\\]|\\.)*)\]\(([^()\s]+\.md)(?:#[^()\s]*)?\)")


def kept(page: str) -> bool:
    """Whether a page that is written by hand, `tools/x.md`, is in the miniature library."""
    return page in PAGES or page.endswith("/index.md") or page.startswith(("about/", "includes/"))


def cut_docs(whole: Path, target: Path) -> None:
    """Writes the miniature library's `docs` to `target`, from those of the real library."""
    for name in ("assets", "includes", "pictures", "data"):
        shutil.copytree(whole / name, target / name)
    for path in (p for lang in ("en", "cy") for p in sorted((whole / lang).rglob("*")) if p.is_file()):
        lang, _, page = path.relative_to(whole).as_posix().partition("/")
        if not kept(page):
            continue
        (target / lang / page).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            (target / lang / page).write_text(without_links(page, path.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            shutil.copy(path, target / lang / page)
    for sheet in (target / "data" / "tools").glob("*.yml"):
        if not kept(f"tools/{sheet.stem}.md"):
            sheet.unlink()
    _cut_data(target / "data")


def without_links(page: str, text: str) -> str:
    """A page's text in which links to pages that are cut away are their words alone."""

    def link_or_words(link: re.Match[str]) -> str:
        to = normpath(join(dirname(page), link[2]))
        there = kept(to) or to.startswith(MADE) or to in {f"legislation/{topic}.md" for topic in TOPICS}
        return link[0] if there else link[1]

    return _LINK.sub(link_or_words, text)


def _cut_data(data: Path) -> None:
    files = {name: yaml.load((data / f"{name}.yml").read_bytes(), yaml.CSafeLoader) for name in CUT}
    law, year, regulations = files["read-across"], files["year"], files["regulations"]
    law["topics"] = [topic for topic in law["topics"] if topic["id"] in TOPICS]
    law["frequency_card"] = [row for row in law["frequency_card"] if row["topic"] in TOPICS]
    year["duties"] = _of_topics(year["duties"], "topics")
    cited = set(_cited([law, year]))
    regulations["regulations"] = [one for one in regulations["regulations"] if one["number"] in cited]
    files["law-groups"] = _of_topics(files["law-groups"], "topics")
    files["journey"] = _of_topics(files["journey"], "law")
    files["glossary"] = files["glossary"][::WORDS]
    files["joins"] = {page: found for page, found in files["joins"].items() if kept(f"{page}.md")}
    for joined in files["joins"].values():
        joined["law"] = [topic for topic in joined.get("law", ()) if topic in TOPICS]
    for chapter in (one for part in files["training-film"] for one in part["scenes"]):
        chapter["law"] = [topic for topic in chapter.get("law", ()) if topic in TOPICS]
        # A chapter leads somewhere: where all that it leads to is cut away, to the one page that is always kept.
        chapter["pages"] = [page for page in chapter["pages"] if kept(f"{page}.md")] or ["principles/what-matters"]
    for name, content in files.items():
        text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        (data / f"{name}.yml").write_text(text, encoding="utf-8")


def _of_topics(entries: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """The entries that name a topic that is kept, and of their topics those that are."""
    fewer = [{**entry, field: [topic for topic in entry[field] if topic in TOPICS]} for entry in entries]
    return [entry for entry in fewer if entry[field]]


def _cited(data: Any) -> Iterator[str]:
    """Numbers of the regulations of 2017 at every provision within."""
    if isinstance(data, dict) and data.get("law") == "regs-2017":
        if number := re.match(r"\d+[A-Z]*", data["provision"]):
            yield number[0]
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _cited(value)
