"""Printing in processes of its own."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

import pytest

from whatmatters.deck.paper_spacing import PAPER
from whatmatters.print import processes
from whatmatters.print.processes import presses
from whatmatters.print.typeset import TypesetError, pdf


@pytest.fixture
def busy(monkeypatch):
    """As if much had been set here already, so that every task goes to a process, and each process soon rests."""
    monkeypatch.setattr(processes, "HERE", 0)
    monkeypatch.setattr(processes, "REST", 300)


def page(words):
    """Data for the facilitator's template: a page that says little."""
    return {
        "lang": "cy",
        "title": words,
        "author": "a",
        "description": "d",
        "keywords": [],
        "name": words,
        "purpose": "p",
        "word": "w",
        "kind": {"name": "pack", "colour": "#335577", "tint": "#ddeeff", "icon": "x"},
        "icon": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>",
        "code": {"address": "", "svg": None},
        "foot": "f",
        "mark": "m",
        "space": asdict(PAPER),
        "sides": [{"blocks": [], "band": "", "part": "", "size": 12}],
    }


def test_the_same_bytes_wherever_they_are_set(busy):
    """Which process sets a page makes no difference to it, however often processes are replaced."""
    texts = [f"Straeon {n}" for n in range(6)]
    here = [pdf("facilitator", page(t), "2026-11-21") for t in texts]
    with presses(), ThreadPoolExecutor(3) as threads:
        there = list(threads.map(lambda t: pdf("facilitator", page(t), "2026-11-21"), texts))
    assert there == here


def test_errors_come_back(busy):
    """What Typst complains of in a process of its own is told here, and the next task is done."""
    with presses():
        with pytest.raises(TypesetError, match="faces"):
            pdf("cards", {}, "2026-11-21")
        assert pdf("facilitator", page("x"), "2026-11-21").startswith(b"%PDF")
