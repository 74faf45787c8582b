"""What an editor may allow in a story, with the reason, under `allowed` of its story.yml."""

from __future__ import annotations

from ..messages.message import Message


def or_allowed(mend: Message) -> Message:
    """How to mend something, or to say that it may stand."""
    return Message("{mend}; or say under `allowed` in story.yml why it may stand", mend=mend)
