"""QR codes of addresses, for phones.

Only a whole address becomes a code: without the site's own address there is nothing that a phone could open.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache


def qr_codes(addresses: Iterable[str]) -> dict[str, str]:
    """Each whole address with its code as SVG."""
    return {address: svg for address in sorted(set(addresses)) if (svg := qr_svg(address))}


@cache
def qr_svg(address: str) -> str | None:
    """The code as SVG without a quiet zone, which whoever places it must leave; None for an address that is not whole.

    Error correction is at least L, and more where that costs no room: a card is small, and kept clean.
    """
    if not address.startswith(("https://", "http://")):
        return None
    import segno  # It brings half of the standard library's network code along, which most commands never need.

    made = io.BytesIO()
    segno.make_qr(address, error="l").save(made, kind="svg", border=0, xmldecl=False, omitsize=True)
    return made.getvalue().decode()


@cache
def qr_png(address: str) -> bytes | None:
    """The code as a picture with its quiet zone, for PowerPoint; None for an address that is not whole."""
    if not qr_svg(address):
        return None
    import segno

    made = io.BytesIO()
    segno.make_qr(address, error="l").save(made, kind="png", scale=8)
    return made.getvalue()
