"""Addresses on paper: what a holder can go to, and never a mere path."""

from __future__ import annotations

from .wordings import Word


def is_whole(address: str) -> bool:
    """Can a phone or a browser open it as it stands? Without the site's own address there is only a path."""
    return address.startswith(("https://", "http://"))


def where(address: str, word: Word) -> str:
    """Where a card comes from: its page's address or, as long as that is none, the library's name."""
    return address if is_whole(address) else word("author")
