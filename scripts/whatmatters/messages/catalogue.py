"""The Welsh of the sentences that `Message` is given, from `messages/cy.po`.

A PO file, because translators have editors for it; it is read by Babel, and only when Welsh is asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("cy.po")


def welsh(template: str) -> str | None:
    """The Welsh template, or None where there is none: an entry marked fuzzy has not been settled, and is none."""
    return _catalogue().get(template)


@cache
def _catalogue() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with FILE.open("rb") as file:
        found = read_po(file, locale="cy", abort_invalid=True)
    return {str(m.id): str(m.string) for m in found if m.id and m.string and not m.fuzzy}
