"""From a number of the law to its topics: regulations of the 2017 Regulations, and sections of the two Acts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from .law import Place, Provision, ReadAcross, Topic
from .regulations import Regulations

#: The Regulations that are held number by number, and the Acts whose cited sections are listed.
REGULATIONS = "regs-2017"
#: By the names of their anchors, whose order decides which Act comes first where both have a section of a number.
ACTS = {"sswba": "act-2014", "risca": "act-2016"}

_NUMBER = re.compile(r"(\d{1,3}[A-Z]{0,2})(?=\(|$)")
_PART = re.compile(r"Part (\d{1,2})\b")


def number_of(provision: str | None) -> str | None:
    """The bare number of a provision: 15 of `15(7)(d)`; None for a Part, a Schedule or a whole law."""
    match = _NUMBER.match(provision or "")
    return match[1] if match else None


def part_of(provision: str | None) -> int | None:
    """The number of a Part: 7 of `Part 7`, 10 of `Part 10 Chapter 3`; None for anything else."""
    match = _PART.match(provision or "")
    return int(match[1]) if match else None


def topics_by_regulation(read_across: ReadAcross, regulations: Regulations) -> dict[str, tuple[Topic, ...]]:
    """Every regulation with its topics: first those that cite it by number, then those that cite its whole Part."""
    named: dict[str, dict[str, Topic]] = defaultdict(dict)
    by_part: dict[int, dict[str, Topic]] = defaultdict(dict)
    for topic in read_across.topics:
        for place in _places(topic):
            if place.law != REGULATIONS:
                continue
            if number := number_of(place.provision):
                named[number][topic.id] = topic
            elif part := part_of(place.provision):
                by_part[part][topic.id] = topic
    return {r.number: tuple((named[r.number] | by_part[r.part]).values()) for r in regulations.regulations}


@dataclass(frozen=True)
class Section:
    """A section of an Act, or a Part of one, that at least one topic cites."""

    law: str
    number: str
    """`21`, or `Part 10`."""
    cited: tuple[tuple[Topic, Provision], ...]
    """Each topic with the provision as it cites it."""

    @property
    def anchor(self) -> str:
        """Its place on the page of all sections: `act-2014-21`, `act-2014-part-10`."""
        return _anchor(self.law, self.number)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Its topics, each once."""
        return tuple({topic.id: topic for topic, _ in self.cited}.values())


def sections(read_across: ReadAcross, law: str) -> tuple[Section, ...]:
    """The cited sections of an Act in the order of their numbers, and after them its cited Parts."""
    cited: dict[str, list[tuple[Topic, Provision]]] = defaultdict(list)
    for topic in read_across.topics:
        for provision in topic.provisions:
            part = part_of(provision.provision)
            number = number_of(provision.provision) or (f"Part {part}" if part else None)
            if provision.law == law and number:
                cited[number].append((topic, provision))
    return tuple(Section(law, number, tuple(cited[number])) for number in sorted(cited, key=_order))


def anchor_of(place: Place) -> str | None:
    """The page and anchor within a language at which a provision stands here by its number, if it does."""
    number, part = number_of(place.provision), part_of(place.provision)
    if place.law == REGULATIONS:
        if number:
            return f"legislation/regulations/#reg-{number}"
        return f"legislation/regulations/#part-{part}" if part else None
    if place.law in ACTS and (number or part):
        return f"legislation/sections/#{_anchor(place.law, number or f'Part {part}')}"
    return None


def _anchor(law: str, number: str) -> str:
    return f"{ACTS[law]}-{number.lower().replace(' ', '-')}"


def _places(topic: Topic) -> tuple[Place, ...]:
    return (*topic.provisions, *(limit.at for limit in topic.limits))


def _order(number: str) -> tuple[int, int, str]:
    part = number.startswith("Part ")
    digits = re.search(r"\d+", number)
    return part, int(digits[0]) if digits else 0, number
