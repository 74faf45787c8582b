"""The collection that a story of a kind mostly belongs to."""

from __future__ import annotations

_OF_KIND = {"magic-moment": "magic-moments", "video-transcript": "video-transcripts"}
_OTHERWISE = "practice-examples"


def likely_collection(kind: str) -> str:
    """The id of a collection; an empty kind, or one that is not known, has one too."""
    return _OF_KIND.get(kind, _OTHERWISE)
