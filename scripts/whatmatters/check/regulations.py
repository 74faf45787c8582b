"""Rules for `docs/data/regulations.yml`, and for every place that names a regulation by its number."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.law import Place
from ..library.law_numbers import REGULATIONS, number_of, part_of, topics_by_regulation
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .doubt import doubt_problems
from .read_across import FILE as READ_ACROSS
from .year import FILE as YEAR

FILE = "docs/data/regulations.yml"


def regulation_problems(library: Library) -> Iterator[Problem]:
    """Numbers that are not there, stand twice or out of order, and regulations that no topic speaks of."""
    yield from _own_problems(library)
    yield from _citation_problems(library)
    topics = topics_by_regulation(library.read_across, library.regulations)
    for i, regulation in enumerate(library.regulations.regulations):
        if not topics[regulation.number]:
            yield Problem(
                FILE,
                library.line(FILE, "regulations", i),
                "L14",
                Message("no topic of the law cites regulation {number}", number=regulation.number),
                Message("add it to the provisions of a topic in docs/data/read-across.yml"),
                advice=True,
            )


def _own_problems(library: Library) -> Iterator[Problem]:
    data = library.regulations
    parts, amendments = {p.number for p in data.parts}, {a.id for a in data.amendments}
    seen: set[str] = set()
    last = 0
    for i, regulation in enumerate(data.regulations):
        number, line = regulation.number, library.line(FILE, "regulations", i)
        if number in seen:
            what = Message("regulation {number} stands here twice", number=number)
            yield Problem(FILE, line, "L06", what, Message("keep one of them"))
        seen.add(number)
        place = int(number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        if place < last:
            what = Message("regulation {number} stands after regulation {last}", number=number, last=last)
            yield Problem(FILE, line, "L07", what, Message("put it where its number belongs"))
        last = max(last, place)
        if regulation.part not in parts:
            yield Problem(
                FILE,
                line,
                "L08",
                Message(
                    "regulation {number} is in Part {part}, which `parts` does not name",
                    number=number,
                    part=regulation.part,
                ),
                Message("correct the number, or add the Part with what it is about"),
            )
        for name in regulation.amended:
            if name not in amendments:
                yield Problem(
                    FILE,
                    line,
                    "L08",
                    Message(
                        "`amendments` does not name {name}, which changed regulation {number}", name=name, number=number
                    ),
                    did_you_mean(name, amendments, Message("add it with the day from which it was in force")),
                )
        offences = regulation.offences
        for cited in (*offences.straight, *offences.if_harm) if offences else ():
            if number_of(cited) != number:
                yield Problem(
                    FILE,
                    line,
                    "L09",
                    Message(
                        "the offence {cited} is not a paragraph of regulation {number}", cited=cited, number=number
                    ),
                    Message("write the number of this regulation, with the paragraph in brackets"),
                )
        yield from doubt_problems(regulation, number, FILE, line)


def _citation_problems(library: Library) -> Iterator[Problem]:
    """Regulations that a topic, the frequency card or the year cites and that do not exist."""
    data = library.read_across
    for i, topic in enumerate(data.topics):
        for j, provision in enumerate(topic.provisions):
            yield from _cited(library, provision, READ_ACROSS, "topics", i, "provisions", j)
        for j, limit in enumerate(topic.limits):
            yield from _cited(library, limit.at, READ_ACROSS, "topics", i, "limits", j)
    for i, row in enumerate(data.frequency_card):
        yield from _cited(library, row.at, READ_ACROSS, "frequency_card", i)
    for i, duty in enumerate(library.year.duties):
        for j, place in enumerate(duty.at):
            yield from _cited(library, place, YEAR, "duties", i, "at", j)


def _cited(library: Library, place: Place, file: str, *loc: str | int) -> Iterator[Problem]:
    if place.law != REGULATIONS:
        return
    number, part = number_of(place.provision), part_of(place.provision)
    if number and number not in library.regulations.by_number:
        yield Problem(
            file,
            library.line(file, *loc),
            "L05",
            Message("there is no regulation {number} in the 2017 Regulations", number=number),
            did_you_mean(number, library.regulations.by_number, Message("docs/data/regulations.yml has all of them")),
        )
    if part and part not in {p.number for p in library.regulations.parts}:
        yield Problem(
            file,
            library.line(file, *loc),
            "L05",
            Message("there is no Part {part} in the 2017 Regulations", part=part),
            Message("docs/data/regulations.yml has all of them"),
        )
