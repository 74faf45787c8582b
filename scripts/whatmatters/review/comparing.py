"""A file that came back, held against the sources as they are now: what the reader changed, and what changed meanwhile.

Each row names its segment and has digests of the words that the file was written with. So three wordings meet: those,
the reader's, and the source's. Where only the reader's differ she has changed them; where only the source's differ the
source stands; where all three differ nobody but a person can say what is right.
"""

from __future__ import annotations

from datetime import date

from ..library.dates import typed_day
from ..library.interface import Interface
from ..messages.problem import Problem
from . import complaints
from .changing import Change, new_files, problem_in
from .outcome import Outcome, Told
from .package import NotWord, open_word
from .returned import Returned, read_returned
from .rows import KnownRow, known_rows
from .segments import Segment, digest
from .texts import Texts
from .typography import cleaned, settled


def compare(raw: bytes, file: str, texts: Texts, interface: Interface, project: str, today: date) -> Outcome:
    """What the bytes of a Word file, called `file`, say about the texts of this project. Nothing is raised."""
    outcome = Outcome(file)
    try:
        opened = open_word(raw)
    except NotWord as error:
        outcome.problems.append(Problem(file, 1, "X10", error.message, error.mend))
        return outcome
    if problem := complaints.foreign(opened.properties, file, project):
        outcome.problems.append(problem)
        return outcome
    returned = read_returned(opened)
    rows, problems = known_rows(returned, file)
    outcome.problems += problems
    stale: dict[str, list[int]] = {}
    unknown: dict[str, int] = {}
    for row in rows:
        text = texts.by_id.get(row.code.text)
        if text is None:
            unknown.setdefault(row.code.text, row.code.number)
        else:
            _row(row, text.by_id.get(row.code.segment), outcome, stale)
    for text_id, number in unknown.items():
        outcome.problems.append(complaints.no_text(file, number, text_id))
    made, refusals = new_files(texts, [told.change for told in outcome.told])
    outcome.new_files = made
    number_of = {id(told.change): told.row for told in outcome.told}
    outcome.problems += [problem_in(refusal, file, number_of[id(refusal.change)]) for refusal in refusals]
    _sound(returned, rows, texts, outcome, stale, interface, today)
    outcome.problems += complaints.remarks(returned, file)
    if outcome.errors:
        outcome.new_files = {}
    outcome.problems.sort(key=lambda problem: (problem.line, problem.code))
    return outcome


def _row(row: KnownRow, segment: Segment | None, outcome: Outcome, stale: dict[str, list[int]]) -> None:
    """One segment: what the reader did to it, beside what became of it meanwhile."""
    code, file = row.code, outcome.file
    english, hers = row.english, row.welsh
    changed = digest(hers) != code.cy
    if digest(english) != code.en and (segment is None or digest(english) != digest(segment.words("en"))):
        outcome.problems.append(complaints.english(file, code.number, english))
    if segment is None or "cy" not in segment.places:
        if changed and cleaned(hers):
            outcome.problems.append(complaints.no_segment(file, code.number, code.text, hers))
        stale.setdefault(code.text, []).append(code.number)
        return
    now = segment.words("cy")
    if digest(segment.words("en")) != code.en:
        stale.setdefault(code.text, []).append(code.number)
    if not changed:
        if digest(now) != code.cy:
            stale.setdefault(code.text, []).append(code.number)
    elif digest(hers) == digest(now):
        pass  # The source has her words already: the file is read in a second time.
    elif segment.fixed:
        outcome.problems.append(complaints.fixed(file, code.number, hers))
    elif not cleaned(hers):
        outcome.problems.append(complaints.empty(file, code.number, now))
    elif digest(now) != code.cy:
        place = segment.places["cy"]
        outcome.problems.append(complaints.conflict(file, code.number, f"{place.where}:{place.line}", hers, now))
    else:
        outcome.told.append(Told(code.number, Change(code.text, segment, "cy", settled(now, hers))))
        if "\n" in cleaned(hers) and "\n" not in now:
            outcome.problems.append(complaints.one_line(file, code.number))


def _sound(
    returned: Returned,
    rows: list[KnownRow],
    texts: Texts,
    outcome: Outcome,
    stale: dict[str, list[int]],
    interface: Interface,
    today: date,
) -> None:
    """Name and day, and the ticked texts whose words are those that were read."""
    shown: dict[str, set[str]] = {}
    for row in rows:
        shown.setdefault(row.code.text, set()).add(row.code.segment)
    numbers = {row.code.number for row in rows}
    ticked = [text_id for text_id in texts.by_id if text_id in returned.ticked]
    for text_id in ticked:
        box = returned.boxes[text_id]
        number = box.last
        if not numbers.issuperset(range(box.first, box.last + 1)):
            continue  # Rows are gone, which has been told: nothing can be said of what is newer.
        newer = set(texts.by_id[text_id].by_id) - shown.get(text_id, set())
        if text_id in stale or (newer and text_id in shown):
            outcome.problems.append(complaints.moved_on(outcome.file, number, text_id, stale.get(text_id, [])))
        else:
            outcome.sound.append(text_id)
    outcome.reader, outcome.day = returned.reader, typed_day(returned.day, interface)
    unclear = [text_id for text_id in texts.by_id if text_id in returned.unclear]
    outcome.problems += [complaints.unclear(outcome.file, returned.boxes[i].last, i) for i in unclear]
    if returned.ticked:
        outcome.problems += complaints.signed(returned, outcome.day, outcome.file, today)
