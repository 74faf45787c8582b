"""Rules for what could let a reader recognise a real person in a story: its text, its captions, its facts.

Which numbers, dates, names and places count is for `recognising`; here are files, lines and what an editor allowed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..files.memo import remembered
from ..files.sources import SourceError, read_text
from ..language.bilingual import LANGUAGES, Lang
from ..language.plain_letters import fold
from ..language.table import known
from ..library.library import Library
from ..library.story import Story
from ..library.story_root import StoryRoot
from ..messages.message import Message
from ..messages.problem import Problem
from .allowing import or_allowed
from .copies import allows_a_copy
from .endings import allows_a_word
from .recognising.contacts import phone_numbers, postcodes, streets, web_addresses
from .recognising.dates import dates
from .recognising.denied import SHORTEST, Denied, denied, read_deny_list
from .recognising.finding import Finding, plain
from .recognising.numbers import insurance_numbers, nhs_numbers
from .recognising.people import heard, people
from .recognising.places import small_places
from .recognising.words import read_words

#: Words that must not stand in any story: a file of the team's own in its folder of stories; Git leaves ours alone.
DENY = "deny.txt"
#: The rules that need to know neither language nor story, and what a text must hold for most of them to find anything.
ANYWHERE = (nhs_numbers, insurance_numbers, postcodes, phone_numbers, web_addresses, dates, streets)
HINT = re.compile(r"\d|@|://|www|\w\.\w")
#: Captions of a film, which may stand in a story's folder: `captions.cy.vtt`.
CAPTIONS = re.compile(rf".+\.(?P<lang>{'|'.join(LANGUAGES)})\.vtt")
#: Who speaks in a cue: `<v Mair>`, `<v.loud Mair>`.
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>")


@dataclass(frozen=True)
class _Text:
    """A text of a story, as pieces that are read one by one."""

    file: str
    """As messages show it."""
    lang: Lang
    pieces: tuple[str, ...]


def recognisability_problems(library: Library) -> Iterator[Problem]:
    """Everything in the stories that could point to a person and that no editor has allowed."""
    entries: list[Denied] = []
    for root in library.roots:
        more, problems = _deny_list(root)
        entries += more
        yield from problems
    for story in library.stories.values():
        yield from story_recognisability(library, story, tuple(entries))


def story_recognisability(library: Library, story: Story, entries: tuple[Denied, ...] = ()) -> Iterator[Problem]:
    """The same for one story; an allowance that allows nothing is advice."""
    used: set[str] = set()
    for text in _texts(library, story):
        if isinstance(text, Problem):
            yield text
            continue
        told: set[tuple[str, str]] = set()
        lines = None
        for one in _findings(text, entries):
            allowed = {_same(a.text) for a in story.facts.allowed} & {_same(one.text), _same(one.also)}
            used |= allowed
            # A word of the deny-list stays denied: the list itself is the place to change that.
            if (allowed and one.code != "A11") or (one.code, one.text) in told:
                continue
            told.add((one.code, one.text))
            lines = lines or _Lines.of(library, text.file)
            yield _problem(text.file, lines.of_words(one.text), one)
    yield from _denied_facts(library, story, entries)
    yield from _idle(library, story, used)


@remembered
def _findings(text: _Text, entries: tuple[Denied, ...]) -> tuple[Finding, ...]:
    """What stands in a text, in its order; of two that share letters the surer one."""
    plains = [plain(piece) for piece in text.pieces]
    words_of = [read_words(said) for said in plains]
    known = heard(words_of)
    kept: list[Finding] = []
    for piece, said, words in zip(text.pieces, plains, words_of, strict=True):
        found = [one for rule in (ANYWHERE if HINT.search(said) else (streets,)) for one in rule(said)]
        found += people(said, words, text.lang, known)
        found += small_places(said, words, text.lang)
        found += denied(piece, entries, text.lang) if entries else ()
        sure = [range(one.start, one.start + len(one.text)) for one in found if one.sure]
        kept += [
            replace(one, text=" ".join(piece[one.start : one.start + len(one.text)].split()))
            for one in sorted(found, key=lambda one: one.start)
            if one.sure or not any(one.start < where.stop and where.start < one.start + len(one.text) for where in sure)
        ]
    return tuple(kept)


def _problem(file: str, line: int, one: Finding) -> Problem:
    # Of a denied word only the place is told, because reports are passed on.
    if one.code == "A11":
        return Problem(
            file, line, one.code, Message("here stands {what}", what=one.what), one.mend, advice=not one.sure
        )
    what = Message("`{text}` looks like {what}", text=one.text, what=one.what)
    mend = or_allowed(one.mend)
    return Problem(file, line, one.code, what, mend, advice=not one.sure)


def _texts(library: Library, story: Story) -> Iterator[_Text | Problem]:
    """The story in both languages, what is on its picture, and its captions; a problem for captions not to be read."""
    for lang in LANGUAGES:
        text = story.texts[lang]
        pieces = (text.title, text.summary, *text.before, *text.after, *text.questions)
        yield _Text(f"{story.folder}/{lang}.md", lang, pieces)
        if story.facts.picture is not None:
            yield _Text(f"{story.folder}/story.yml", lang, (story.facts.picture.alt[lang],))
    folder, root = library.source(story.folder)
    for path in sorted(folder.glob("*.vtt")):
        if match := CAPTIONS.fullmatch(path.name):
            try:
                said = read_text(path, root)
            except SourceError as error:
                yield replace(error.problem, path=f"{story.folder}/{path.name}")
            else:
                lang = known(match["lang"]) or LANGUAGES[0]
                yield _Text(f"{story.folder}/{path.name}", lang, tuple(_cues(said)))


def _cues(captions: str) -> Iterator[str]:
    """The words of WebVTT captions, cue by cue, without times; a voice tag is read as the name it holds."""
    for block in re.split(r"\n[ \t]*\n", captions):
        _, times, words = block.partition("-->")
        if times:
            named = VOICE.sub(r"\1: ", words.partition("\n")[2])
            yield re.sub(r"<[^<>]*>", " ", named)


def _deny_list(root: StoryRoot) -> tuple[tuple[Denied, ...], list[Problem]]:
    """The words that a story root denies to every story, whichever root that one belongs to."""
    path, file = root.folder / DENY, f"{root.shown}/{DENY}"
    if not path.exists():
        return (), []
    try:
        entries, short = read_deny_list(read_text(path, root.folder), file)
    except SourceError as error:
        return (), [replace(error.problem, path=file)]
    mend = Message("write the whole name")
    said = Message("this entry has fewer than {least} letters, and is not used", least=SHORTEST)
    return entries, [Problem(file, line, "A13", said, mend, advice=True) for line in short]


def _denied_facts(library: Library, story: Story, entries: Sequence[Denied]) -> Iterator[Problem]:
    """Denied words in the folder's name and in story.yml."""
    if not entries:
        return
    file = f"{story.folder}/story.yml"
    for one in denied(story.id.replace("-", " "), entries, None):
        yield _problem(file, 1, replace(one, mend=Message("give the folder another name")))
    document = library.documents[file]
    for loc, said in _strings(document.data):
        for one in denied(said, entries, None):
            yield _problem(file, document.line(loc), one)


def _strings(value: object, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*loc, str(name)))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _strings(inner, (*loc, i))


def _idle(library: Library, story: Story, used: set[str]) -> Iterator[Problem]:
    file = f"{story.folder}/story.yml"
    for i, allowance in enumerate(story.facts.allowed):
        # Another story's id allows what `copies` asks about, and a word of the ending what `endings` does.
        elsewhere = allows_a_copy(library, story, allowance.text) or allows_a_word(story, allowance.text)
        if _same(allowance.text) not in used and not elsewhere:
            said = Message("`{text}` is allowed, and no rule finds it in the story", text=allowance.text)
            mend = Message("write it as the story does, or take it out")
            yield Problem(file, library.line(file, "allowed", i), "A12", said, mend, advice=True)


def _same(text: str) -> str:
    """Two wordings are one whatever their capitals, marks and spaces."""
    return " ".join(fold(plain(text)).split())


@dataclass(frozen=True)
class _Lines:
    """A file as one run of words, with the line on which each letter stands."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, library: Library, file: str) -> _Lines:
        """A story's text has lost its lines; for the rare one whose lines are wanted, they are taken from its file."""
        try:
            lines = library.text(file).split("\n")
        except SourceError:
            return cls("", ())
        text, starts = "", []
        for line in lines:
            starts.append(len(text))
            text += " ".join(line.split()) + " "
        return cls(text, tuple(starts))

    def of_words(self, words: str) -> int:
        """The line on which the words begin; 1 where they are not found."""
        at = self.text.find(words)
        return bisect_right(self.starts, at) if at >= 0 else 1
