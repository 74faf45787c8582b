"""Numbers as letters."""

from __future__ import annotations

import pytest

from whatmatters.search.digits import BEFORE, LAST, packed, unpacked


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([0], "0"), ([9, 10, 61], "9aZ"), ([62], "!0"), ([5, 61, 62, 0], "5Z!00"), ([62 * 26 + 61], "}Z"), ([62 * 27], "!!0")],
)
def test_packed(numbers: list[int], text: str) -> None:
    """One sign for a small number, two up to some thousand."""
    assert packed(numbers) == text
    assert unpacked(text) == numbers


def test_there_and_back() -> None:
    """No number is lost, and none runs into the next."""
    numbers = [*range(2000), 10**6, 0]
    assert unpacked(packed(numbers)) == numbers


def test_the_signs() -> None:
    """No sign twice, and none that JSON or a script would write in two."""
    assert len(set(BEFORE + LAST)) == len(BEFORE + LAST)
    assert not set('"\\') & set(BEFORE + LAST)
