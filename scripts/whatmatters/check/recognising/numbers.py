"""Numbers that stand for one person: NHS numbers and National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...messages.message import Message
from .finding import Finding

TEN = re.compile(r"(?<![\w+.,-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w-]|[.,]\d)")
NAMED = re.compile(r"\b(?:NHS|GIG)\b[^.!?\n]{0,40}$", re.I)
#: Two letters, six figures and A to D. Letters that are not given out, and pairs that never are:
#: HMRC, National Insurance Manual NIM39110.
INSURANCE = re.compile(
    r"(?<!\w)(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D](?!\w)", re.I
)
MEND = Message("take it out: nobody needs it to follow the story")


def nhs_numbers(text: str) -> Iterator[Finding]:
    """Ten figures whose last one checks the others; with the letters NHS before them, any ten figures."""
    for match in TEN.finditer(text):
        figures = re.sub(r"\D", "", match[0])
        if is_nhs_number(figures):
            yield Finding("A01", match.start(), match[0], Message("an NHS number"), MEND, sure=True)
        elif NAMED.search(text[: match.start()]):
            yield Finding("A01", match.start(), match[0], Message("an NHS number with a slip in it"), MEND, sure=True)


def is_nhs_number(figures: str) -> bool:
    """Is the tenth figure the check digit of the nine before it?

    Modulus 11: NHS Data Dictionary, attribute NHS NUMBER. Ten times the same figure is never given out.
    """
    if len(figures) != 10 or len(set(figures)) == 1:
        return False
    rest = 11 - sum(int(figure) * (10 - i) for i, figure in enumerate(figures[:9])) % 11
    return rest != 10 and rest % 11 == int(figures[9])


def insurance_numbers(text: str) -> Iterator[Finding]:
    """National Insurance numbers."""
    for match in INSURANCE.finditer(text):
        yield Finding("A02", match.start(), match[0], Message("a National Insurance number"), MEND, sure=True)
