"""Numbers of the law."""

from __future__ import annotations

import pytest

from whatmatters.search.citing import citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reg 16", ["§r16"]), ("reg. 16", ["§r16"]), ("regulation 16(2)(b)", ["§r16"]), ("rheoliad 16", ["§r16"]),
        ("regulations 14, 15 and 16(1)", ["§r14", "§r15", "§r16"]), ("rheoliadau 14 a 15", ["§r14", "§r15"]),
        ("s.6", ["§s6"]), ("s6", ["§s6"]), ("s. 6", ["§s6"]), ("section 47a", ["§s47a"]), ("a.6", ["§s6"]),
        ("adran 6(2)(b)", ["§s6"]), ("adrannau 47 a 48", ["§s47", "§s48"]),
        ("part 10", ["§p10"]), ("rhan 10", ["§p10"]), ("schedule 2", ["§h2"]), ("erthygl 8", ["§a8"]),
        ("may's 6 cats", []), ("16 regulations", []), ("gas 6", []), ("regulation", []), ("", []),
    ],
)
def test_citations(text: str, expected: list[str]) -> None:
    """The same provision has the same key, however it is written and in whichever language."""
    assert list(citations(text)) == expected
