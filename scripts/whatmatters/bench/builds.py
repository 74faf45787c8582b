"""Measuring builds: a whole site of so many stories, built twice, beside plain Material with the same pages and text.

The two take turns, so that a slow minute touches both; small sizes take several turns, of which the middle counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import median

from .measure import Measured, measure
from .workshop import PEER, PEER_WITHOUT_SQUARE, WITHOUT_PACKS, Workshop, forget

NOTES = (
    "The peer's plug-in for languages compares every entry of search with every other, so that its time grows with the "
    "square of the pages (at 500 stories that is six sevenths of it). The peer is measured with and without that step."
)
#: Up to so many stories a build is short enough to be measured several times.
SHORT = 100
TURNS = 3
#: Up to so many stories the peer is measured as it comes: at 500 it takes minutes, at 2,000 it would take over an hour.
MOST_SQUARED = 500


@dataclass(frozen=True)
class Turn:
    """What each build took, in one turn."""

    first: Measured
    again: Measured
    peer: Measured | None
    """As it comes; None above `MOST_SQUARED`."""
    peer_linear: Measured
    """Without the step whose time grows with the square of the pages."""
    peer_again: Measured
    """The smaller of the two, built a second time."""


def bench_builds(shop: Workshop, stories: Sequence[int]) -> None:
    """Whole builds, first and again, beside the peer's."""
    rows = []
    for count in stories:
        with shop.findings.attempt(f"builds of {count} stories"):
            took = _middle([_turn(shop, count, n) for n in range(TURNS if count <= SHORT else 1)])
            size = f"{count:,} stories"
            for of, peer in ((size, took.peer), (f"{size}, peer without its square", took.peer_linear)):
                if peer:
                    cpu, wall = took.first.cpu / peer.cpu, took.first.seconds / peer.seconds
                    ratio = f"{cpu:.2f} of the peer's CPU, {wall:.2f} of its time"
                    shop.findings.figure("build", of, _told(took.first), _told(peer), ratio)
            shop.findings.figure(
                "again",
                size,
                f"{_told(took.again)}: {took.again.cpu / took.first.cpu:.2f} of the first's CPU",
                f"{_told(took.peer_again)}: {took.peer_again.cpu / took.peer_linear.cpu:.2f} of the first's CPU",
                f"{took.again.cpu / took.peer_again.cpu:.2f} of the peer's CPU",
            )
            named = {
                "ours": took.first,
                "ours, again": took.again,
                "the peer": took.peer,
                "the peer without its square": took.peer_linear,
                "the same, again": took.peer_again,
            }
            for who, one in named.items():
                if one:
                    rows.append((size, who, f"{one.seconds:.1f}", f"{one.cpu:.1f}", f"{one.megabytes:.0f}"))
    if rows:
        shop.findings.table("Builds without packs", ("size", "whose", "wall, s", "CPU, s", "memory, MB"), rows, NOTES)


def _turn(shop: Workshop, count: int, turn: int) -> Turn:
    """Ours, the peer in both ways, both again."""
    own = shop.folder / f"own-{count}"
    if turn:
        shop.findings.doing(f"{count} stories: our first build, turn {turn + 1}")
        forget(own)
        first = measure(WITHOUT_PACKS, own)
    else:
        first = shop.first_build(count)
    peer, squared = shop.peer(count), None
    if count <= MOST_SQUARED:
        forget(peer)
        shop.findings.doing(f"{count} stories: the peer's first build")
        squared = measure(PEER, peer)
    forget(peer)
    shop.findings.doing(f"{count} stories: the peer's first build without its square")
    linear = measure(PEER_WITHOUT_SQUARE, peer)
    shop.findings.doing(f"{count} stories: both again")
    return Turn(first, measure(WITHOUT_PACKS, own), squared, linear, measure(PEER_WITHOUT_SQUARE, peer))


def _middle(turns: Sequence[Turn]) -> Turn:
    """Each build by itself, at its middle over the turns."""
    squared = [turn.peer for turn in turns if turn.peer]
    return Turn(
        first=_median([turn.first for turn in turns]),
        again=_median([turn.again for turn in turns]),
        peer=_median(squared) if squared else None,
        peer_linear=_median([turn.peer_linear for turn in turns]),
        peer_again=_median([turn.peer_again for turn in turns]),
    )


def _median(taken: Sequence[Measured]) -> Measured:
    return Measured(*(median(getattr(one, field.name) for one in taken) for field in fields(Measured)))


def _told(took: Measured) -> str:
    return f"{took.seconds:.1f} s wall, {took.cpu:.1f} s CPU, {took.megabytes:.0f} MB"
