"""Measuring builds: a whole site of so many stories, built twice, beside plain Material with the same pages and text.

The two take turns, so that a slow minute touches both; small sizes take several turns, of which the middle counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from statistics import median

from .measure import Measured, measure
from .workshop import PEER, WITHOUT_PACKS, Workshop, forget

#: Up to so many stories a build is short enough to be measured several times.
SHORT = 100
TURNS = 3


def bench_builds(shop: Workshop, stories: Sequence[int]) -> None:
    """Whole builds, first and again, beside the peer's."""
    rows = []
    for count in stories:
        with shop.findings.attempt(f"builds of {count} stories"):
            first, peer, again, peer_again = _turns(shop, count)
            size = f"{count:,} stories"
            ratio = f"{first.cpu / peer.cpu:.2f} of the peer's CPU"
            shop.findings.figure("build", size, _told(first), _told(peer), ratio)
            shop.findings.figure(
                "again",
                size,
                f"{_told(again)}: {again.cpu / first.cpu:.2f} of the first's CPU",
                f"{_told(peer_again)}: {peer_again.cpu / peer.cpu:.2f} of the first's CPU",
                f"{again.cpu / peer_again.cpu:.2f} of the peer's CPU",
            )
            named = {"ours": first, "the peer": peer, "ours, again": again, "the peer, again": peer_again}
            for who, one in named.items():
                rows.append((size, who, f"{one.seconds:.1f}", f"{one.cpu:.1f}", f"{one.megabytes:.0f}"))
    if rows:
        shop.findings.table("Builds without packs", ("size", "whose", "wall, s", "CPU, s", "memory, MB"), rows)


def _turns(shop: Workshop, count: int) -> list[Measured]:
    """Ours, the peer, ours again, the peer again: the middle of all turns."""
    own = shop.folder / f"own-{count}"
    turns = []
    for turn in range(TURNS if count <= SHORT else 1):
        if turn:
            shop.findings.doing(f"{count} stories: our first build, turn {turn + 1}")
            forget(own)
            first = measure(WITHOUT_PACKS, own)
        else:
            first = shop.first_build(count)
        peer = shop.peer(count)
        forget(peer)
        shop.findings.doing(f"{count} stories: the peer's first build")
        other = measure(PEER, peer)
        shop.findings.doing(f"{count} stories: both again")
        turns.append((first, other, measure(WITHOUT_PACKS, own), measure(PEER, peer)))
    return [_middle(column) for column in zip(*turns, strict=True)]


def _middle(taken: Sequence[Measured]) -> Measured:
    return Measured(*(median(getattr(one, field.name) for one in taken) for field in fields(Measured)))


def _told(took: Measured) -> str:
    return f"{took.seconds:.1f} s wall, {took.cpu:.1f} s CPU, {took.megabytes:.0f} MB"
