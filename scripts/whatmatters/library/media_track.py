"""What is found out of a recording by looking into its file."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages.message import Message


@dataclass(frozen=True)
class Measured:
    """A recording that browsers play."""

    length: int
    """Milliseconds."""
    picture: bool
    """Whether something is seen in it."""


class Unplayable(Exception):
    """A file that is not what its name says (M10), or that not every browser plays (M11)."""

    def __init__(self, code: str, why: Message, mend: Message) -> None:
        self.code, self.why, self.mend = code, why, mend
        super().__init__(str(why))


def not_what_it_says(name: str) -> Unplayable:
    """The file does not begin as its form does; `name` is what it should be, such as `MP4`."""
    return Unplayable(
        "M10",
        Message("this file is not the {name} that its name says", name=name),
        Message(
            "save the recording again as {name} from the program that made it; another name does not change a file",
            name=name,
        ),
    )


def broken_off(name: str) -> Unplayable:
    """The file begins well and is not whole."""
    return Unplayable(
        "M10",
        Message("this {name} file is not whole", name=name),
        Message("copy it again from where it was made, and play it to its end"),
    )


def without_length(name: str) -> Unplayable:
    """Nobody can go to a place in it, and no player can show where it is."""
    return Unplayable(
        "M11",
        Message("this {name} file does not say how long it is, so nobody can go to a place in it", name=name),
        Message("open it in an editing program and save it again"),
    )


def other_codec(name: str, codec: str, mend: Message) -> Unplayable:
    """The wrapping is right, and what is in it plays in some browsers only."""
    return Unplayable(
        "M11", Message("this {name} file holds `{codec}`, which not every browser plays", name=name, codec=codec), mend
    )
