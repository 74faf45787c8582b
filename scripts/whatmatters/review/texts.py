"""Every text of a library that a fluent reader may be asked to check, by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.story import HEADINGS
from ..library.story_root import JOIN
from ..library.texts import SHEETS, film_text
from ..messages.problem import shown
from .markdown_blocks import blocks
from .segments import Kind, Place, Segment, Text
from .source_file import SourceFile, read_source
from .yaml_pairs import Found, pairs, strings

#: Files of data whose pairs are no words: records of what was level, or checked. The anatomy's words stand on the
#: pages too, and so can only be changed on all of them at once.
NOT_TEXTS = frozenset({"level", "checks", "anatomy"})
#: The parts of the law's data that are texts of their own; the rest of the file is one text.
TOPICS, LAWS = "topics", "laws"
#: The facts of a story, of which only what is told of its film is a text.
FACTS, FILM = "story.yml", "film"
FRONT: Mapping[str, Kind] = {"title": "title", "summary": "summary"}
_MARKS = re.compile(r"\{\d+\}|\]\(\d+\)")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Texts:
    """The texts, and the files that their words stand in."""

    by_id: Mapping[str, Text]
    files: Mapping[str, SourceFile] = field(repr=False)
    """By their paths as messages show them."""
    _words: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def words_in(self, where: str) -> Mapping[str, str]:
        """What `words_of` says of a file, found out once however many changes of it are tried."""
        if where not in self._words:
            self._words[where] = words_of(self.files[where])
        return self._words[where]

    def named(self, what: str) -> tuple[str, ...]:
        """Ids that a word names: a text's own, and those of all texts under it (`law`, `stories/magic-moments`)."""
        name = what.strip().strip("/")
        return tuple(i for i in self.by_id if i == name or i.startswith(f"{name}/"))


def read_texts(library: Library) -> Texts:
    """The texts of a library that reads without complaint. Raises SourceError where a file has changed since."""
    files: dict[str, SourceFile] = {}

    def source(where: str) -> SourceFile:
        if where not in files:
            path, root = library.source(where)
            files[where] = read_source(path, where, root)
        return files[where]

    found: dict[str, Text] = {}
    for text_id, wheres in _markdown(library):
        found[text_id] = page_text(text_id, {lang: source(where) for lang, where in wheres.items()}, library)
    for where in _data(library):
        for text in data_texts(source(where)):
            found[text.id] = text
    return Texts(dict(sorted(found.items())), files)


def page_text(text_id: str, sources: Mapping[Lang, SourceFile], library: Library) -> Text:
    """A page, an include or a story from its two files."""
    fixed = _fixed_headings(text_id, library)
    sides = {lang: dict(_side(source)) for lang, source in sources.items()}
    segments = []
    for segment_id in dict.fromkeys([*sides["en"], *sides["cy"]]):
        found = {lang: side[segment_id] for lang, side in sides.items() if segment_id in side}
        kind = next(iter(found.values()))[0]
        if kind == "item" and not text_id.endswith(".md"):
            kind = "question"  # A story has no other list.
        places = {lang: place for lang, (_, place) in found.items()}
        is_fixed = kind == "heading" and any(place.words in fixed[lang] for lang, place in places.items())
        segments.append(Segment(segment_id, kind, places, fixed=is_fixed))
    return Text(text_id, tuple(segments))


def key(text_id: str, segment_id: str, lang: Lang) -> str:
    """What `words_of` calls the words of a segment."""
    return "\t".join((text_id, segment_id, lang))


def words_of(source: SourceFile) -> dict[str, str]:
    """All words of one file as they are shown, by segment. Raises SourceError for YAML that cannot be read."""
    if source.where.endswith(".md"):
        text_id, lang = _markdown_id(source.where)
        return {key(text_id, i, lang): place.words for i, (_, place) in _side(source)}
    return {
        key(text.id, segment.id, lang): place.words
        for text in data_texts(source)
        for segment in text.segments
        for lang, place in segment.places.items()
    }


def _markdown_id(where: str) -> tuple[str, Lang]:
    """The text and the language of a Markdown file: the other way round from what `_markdown` says."""
    parts = where.split("/")
    lang: Lang = "cy" if "cy" in (parts[1], parts[2], parts[-1].removesuffix(".md")) else "en"
    if parts[0] != "docs":
        return "/".join(parts[:-1]), lang
    return "/".join([*parts[1:2], *parts[3:]] if parts[1] == "includes" else parts[2:]), lang


def data_texts(source: SourceFile) -> Iterator[Text]:
    """The texts of one file of data: one, or a text a topic in the law's data."""
    by_text: dict[str, list[Segment]] = {}
    facts = PurePosixPath(source.where).name == FACTS
    for path, both in pairs(source.text, source.where):
        if facts and path[0] != FILM:
            continue  # What else of a story stands in both languages are names.
        text_id, own = _data_id(source.where, path)
        places = {lang: _place(source, one) for lang, one in both.items()}
        if any(_has_words(place) for place in places.values()):
            kind: Kind = "title" if own in (("title",), ("name",)) else "words"
            by_text.setdefault(text_id, []).append(Segment("/".join(own) or "words", kind, places))
    for text_id, segments in by_text.items():
        yield Text(text_id, tuple(segments))


def _data_id(where: str, path: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The text that a pair belongs to, and its path within it."""
    above, _, name = where.rpartition("/")
    stem, folder = name.removesuffix(".yml"), above.rpartition("/")[2]
    if name == FACTS:
        return film_text(above), path[1:]
    if folder == "interface":
        return f"interface/{stem}", path
    if folder == "tools":
        return f"{SHEETS}{stem}", path
    if folder == "packs":
        # In a further story root an id begins with the root's name.
        root = "" if where.startswith("stories/") else where.partition("/")[0] + JOIN
        return f"packs/{root}{stem}", path
    if stem == "read-across":
        return (f"law/{path[1]}", path[2:]) if path[0] == TOPICS else (LAWS, path)
    return stem, path


def _markdown(library: Library) -> Iterator[tuple[str, dict[Lang, str]]]:
    docs = library.root / "docs"
    for folder, prefix in (("", ""), ("includes/", "includes/")):
        base = docs / folder / "en"
        for path in sorted(base.rglob("*.md")):
            relative = path.relative_to(base).as_posix()
            if (docs / folder / "cy" / relative).is_file():
                yield prefix + relative, {lang: f"docs/{folder}{lang}/{relative}" for lang in LANGUAGES}
    for story in library.stories.values():
        yield story.folder, {lang: f"{story.folder}/{lang}.md" for lang in LANGUAGES}


def _data(library: Library) -> Iterator[str]:
    data = library.root / "docs" / "data"
    for path in sorted(
        [
            *data.glob("*.yml"),
            *data.glob("interface/*.yml"),
            *data.glob("tools/*.yml"),
            library.root / "stories" / "tags.yml",
        ]
    ):
        if path.stem not in NOT_TEXTS:
            yield shown(path, library.root)
    for story in library.stories.values():
        if film_text(story.folder) in library.texts:
            yield f"{story.folder}/{FACTS}"
    for recipe in library.recipes.values():
        yield recipe.file


def _fixed_headings(text_id: str, library: Library) -> Mapping[Lang, frozenset[str]]:
    """Headings that every page of its kind has, or every story."""
    if text_id.endswith(".md"):
        parts = library.anatomy.root.get(text_id.partition("/")[0], ())
        return {lang: frozenset(part[lang] for part in parts) for lang in LANGUAGES}
    return {lang: frozenset(heading[lang] for heading in HEADINGS.values()) for lang in LANGUAGES}


def _side(source: SourceFile) -> Iterator[tuple[str, tuple[Kind, Place]]]:
    """The pieces of a Markdown file in one language."""
    text, body = source.text, 0
    lines = text.split("\n")
    if lines[0].strip() == "---" and "---" in (rest := [line.strip() for line in lines[1:]]):
        end = rest.index("---") + 1
        first, body = len(lines[0]) + 1, len("\n".join(lines[: end + 1])) + 1
        for one in strings("\n".join(lines[1:end]), source.where, first):
            if one.path[0] in FRONT:
                yield one.path[0], (FRONT[one.path[0]], _place(source, one))
    for block in blocks(text, body):
        place = Place(source.where, source.line(block.start), block.start, block.end,
                      text[block.start : block.end], block.encoding)  # fmt: skip
        if _has_words(place):
            yield block.id, (block.kind, place)


def _place(source: SourceFile, found: Found) -> Place:
    words = source.text[found.start : found.end]
    return Place(source.where, source.line(found.start), found.start, found.end, words, found.encoding, found.words)


def _has_words(place: Place) -> bool:
    return bool(_LETTER.search(_MARKS.sub("", place.words)))
