"""Reading the recording in a story's folder: every reason why it cannot be published, each with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from ..files.sources import Document, SourceError, is_inside, read_text
from ..language.bilingual import LANGUAGES, Lang, others
from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem, shown
from .captions import Cue, read_captions
from .film import clock
from .media import ENDINGS, FORMS, MEGABYTE, measure
from .media_track import Measured, Unplayable
from .recording import Recording, RecordingFacts, captions_name

#: Milliseconds that captions may go on after the end or the pause: what rounding makes of a second.
GRACE = 500
#: Captions of one film in two languages are on the screen together for most of the time; of the time in which
#: either is, both are for this part at the least. Two films by chance come to a third: this project's own figure.
TOGETHER = 0.5


def read_recording(
    folder: Path, root: Path, facts: RecordingFacts | None, document: Document, *, has_pause: bool
) -> tuple[Recording | None, list[Problem]]:
    """The recording in `folder`, or None where there is none or it cannot be published; and every problem.

    `document` is `story.yml`, for its lines; `has_pause` says whether the story's text has one.
    """
    names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    known = [name for name in names if name in FORMS]
    problems = list(_misnamed(folder, root, names))
    if not known:
        if facts is not None and not problems:
            mend = Message("put film.mp4, film.webm, sound.mp3 or sound.opus beside it, or take `recording` out")
            said = Message("the story's folder holds no recording")
            problems.append(Problem(document.path, document.line(("recording",)), "M14", said, mend))
        return None, problems
    if len(known) > 1:
        said = Message("this folder holds two recordings, {first} and {second}", first=known[0], second=known[1])
        mend = Message("keep one: a story has one recording, in one form")
        return None, [*problems, Problem(shown(folder / known[1], root), 1, "M14", said, mend)]
    measured, found = _measured(folder / known[0], root)
    problems += found
    captions, found = _captions(folder, root)
    problems += found
    if facts is None:
        mend = Message("add to it `recording:` with `language: cy` or `en`, and `pause: …` where the story has one")
        problems.append(Problem(document.path, 1, "M14", Message("story.yml says nothing of the recording"), mend))
        return None, problems
    line = document.line(("recording", "pause"))
    problems += _pause(facts, measured, document.path, line, has_pause=has_pause)
    for lang, cues in captions.items():
        problems += _beyond(cues, shown(folder / captions_name(lang), root), facts.pause, measured)
    if len(captions) == len(LANGUAGES):
        problems += _apart(captions, shown(folder / captions_name(others(facts.language)[0]), root))
    if measured is None or problems:
        return None, problems
    name, size = known[0], (folder / known[0]).stat().st_size
    return (
        Recording(
            name=name,
            language=facts.language,
            pause=facts.pause,
            length=measured.length,
            size=size,
            captions=captions,
        ),
        [],
    )


def _misnamed(folder: Path, root: Path, names: list[str]) -> Iterator[Problem]:
    """Recordings in forms or under names that the site does not have."""
    for name in names:
        if name in FORMS:
            continue
        where, same = (
            shown(folder / name, root),
            [form for form in FORMS if Path(form).suffix == Path(name).suffix.lower()],
        )
        if same:
            mend = Message("name it {form}", form=same[0])
            yield Problem(where, 1, "M14", Message("a recording has another name"), mend)
        else:
            mend = Message("save it as film.mp4 (H.264 and AAC), film.webm, sound.mp3 or sound.opus")
            yield Problem(where, 1, "M11", Message("not every browser plays a file of this kind"), mend)


def _measured(path: Path, root: Path) -> tuple[Measured | None, list[Problem]]:
    where = shown(path, root)
    if not is_inside(path, root):
        mend = Message("put the file itself here")
        return None, [Problem(where, 1, "R05", Message("this file is a link to somewhere outside the project"), mend)]
    try:
        size, form = path.stat().st_size, FORMS[path.name]
        if size > form.largest:
            said = Message(
                "this recording is {size} MB large, and {most} MB are the most",
                size=-(-size // MEGABYTE),
                most=form.largest // MEGABYTE,
            )
            mend = Message(
                "save it smaller: 720 lines of picture are enough, and 64 kbit/s for a voice; or make it shorter"
            )
            return None, [Problem(where, 1, "M12", said, mend)]
        return measure(path), []
    except Unplayable as error:
        return None, [Problem(where, 1, error.code, error.why, error.mend)]
    except OSError as error:
        said = Message("this file cannot be read: {why}", why=of_system(error))
        return None, [Problem(where, 1, "R01", said, Message("check that it exists and may be read"))]


def _captions(folder: Path, root: Path) -> tuple[dict[Lang, tuple[Cue, ...]], list[Problem]]:
    """The captions of each language in which they can be used, and what is wrong with the others."""
    captions: dict[Lang, tuple[Cue, ...]] = {}
    problems: list[Problem] = []
    for lang in LANGUAGES:
        path = folder / captions_name(lang)
        where = shown(path, root)
        if not path.exists():
            said = (
                Message("the recording has no Welsh captions")
                if lang == "cy"
                else Message("the recording has no English captions")
            )
            mend = Message(
                "write {file} beside it: in both languages one can read what is said, or nobody hears it",
                file=captions_name(lang),
            )
            problems.append(Problem(where, 1, "M13", said, mend))
            continue
        try:
            cues, found = read_captions(read_text(path, root), where)
        except SourceError as error:
            cues, found = (), [error.problem]
        problems += found
        if not found:
            captions[lang] = cues
    return captions, problems


def _pause(
    facts: RecordingFacts, measured: Measured | None, file: str, line: int, *, has_pause: bool
) -> Iterator[Problem]:
    if facts.pause is None:
        if has_pause:
            mend = Message("add under `recording` a line `pause: …`, such as `pause: 1:13`")
            yield Problem(file, line, "M15", Message("the text stops at its pause, and the recording does not"), mend)
        return
    if not has_pause:
        mend = Message("put `<!-- pause -->` into both texts where the recording stops, or take `pause` out")
        yield Problem(file, line, "M15", Message("the recording stops at its pause, and the text does not"), mend)
    if measured is not None and not 0 < facts.pause * 1000 < measured.length:
        said = Message(
            "the pause, {pause}, lies outside the recording, which is {length} long",
            pause=clock(facts.pause),
            length=clock(measured.length // 1000),
        )
        yield Problem(
            file, line, "M15", said, Message("write the time at which the recording is to stop, as its player shows it")
        )


def _beyond(cues: tuple[Cue, ...], where: str, pause: int | None, measured: Measured | None) -> Iterator[Problem]:
    """Captions that go on after the recording's end, or over its pause."""
    last = cues[-1]
    if measured is not None and last.until > measured.length + GRACE:
        said = Message(
            "these captions go on until {until}, and the recording is {length} long",
            until=clock(last.until // 1000),
            length=clock(measured.length // 1000),
        )
        yield Problem(
            where, last.line, "M16", said, Message("check that they belong to this recording, and not to another")
        )
    for cue in cues if pause is not None else ():
        stop = pause * 1000 if pause is not None else 0
        if cue.at < stop and cue.until > stop + GRACE:
            said = Message("this caption stands on the screen over the pause at {pause}", pause=clock(stop // 1000))
            mend = Message(
                "end it there and let a new one begin, or move the pause: what follows it must not be read before"
            )
            yield Problem(where, cue.line, "M15", said, mend)


def _apart(captions: Mapping[Lang, tuple[Cue, ...]], where: str) -> Iterator[Problem]:
    """Files of captions that cannot be of one recording."""
    if any(_together(_covered(one), _covered(two)) < TOGETHER for one, two in combinations(captions.values(), 2)):
        mend = Message("check that both belong to this recording; a translation keeps the times of what it translates")
        yield Problem(
            where, 1, "M16", Message("the captions in the two languages stand at quite different times"), mend
        )


def _together(here: list[tuple[int, int]], there: list[tuple[int, int]]) -> float:
    """Of the time in which either shows a caption, the share in which both do; 1 where none ever does."""
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in here for b in there)
    either = sum(until - at for at, until in (*here, *there)) - both
    return both / either if either else 1


def _covered(cues: tuple[Cue, ...]) -> list[tuple[int, int]]:
    """The times in which a caption is on the screen, without those that lie over each other."""
    found: list[tuple[int, int]] = []
    for cue in cues:
        if found and cue.at <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], cue.until))
        else:
            found.append((cue.at, cue.until))
    return found
