"""A film in which a story is told: where it can be watched, and at which times the story stands in it.

Times are whole seconds from the film's beginning. Authors write them as a player's clock shows them, `1:13`,
and everybody reads them so (`clock`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from ..language.bilingual import LANGUAGES, Bilingual, Frozen, Lang, Words, in_language
from ..messages.message import Message
from .interface import Interface
from .web_address import WebAddress

_CLOCK = re.compile(r"(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)")


def seconds_of(given: object) -> int:
    """The seconds of `m:ss` or `h:mm:ss`.

    YAML itself reads `1:13` without quotation marks as the number 73, so that a number is taken for seconds.
    Raises ValueError for what is no time.
    """
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    found = _CLOCK.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None or (found["hours"] and int(found["minutes"]) > 59):
        raise ValueError(Message("a time is written as minutes and seconds, such as 1:13"))
    return (int(found["hours"] or 0) * 60 + int(found["minutes"])) * 60 + int(found["seconds"])


def clock(seconds: int) -> str:
    """Seconds as a player's clock shows them: `1:13`, `1:02:05`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


Clock = Annotated[int, BeforeValidator(seconds_of)]


class Scene(Bilingual):
    """What is seen or said from a time on, in our own words."""

    at: Clock

    @property
    def time(self) -> str:
        """When it begins, as the film's clock shows it."""
        return clock(self.at)


class Film(Frozen):
    """The film of a story; times that are not known are left out."""

    title: Words
    """In the film's own language, or in both where it has a title in each."""
    publisher: Words
    language: Lang = LANGUAGES[0]
    """The language that is spoken in it."""
    url: WebAddress
    """The page on which it can be watched."""
    length: Clock | None = None
    begins: Clock | None = None
    """When the story begins in it."""
    ends: Clock | None = None
    pause: Clock | None = None
    """When to stop and talk: before the film says what happened next."""
    scenes: tuple[Scene, ...] = Field(default=(), validate_default=True)
    """What is in the film, in its order."""

    @field_validator("length")
    @classmethod
    def _has_a_length(cls, length: int | None) -> int | None:
        if length == 0:
            raise ValueError(Message("a film is longer than no time at all"))
        return length

    @field_validator("begins", "ends", "pause")
    @classmethod
    def _within_the_film(cls, time: int | None, info: ValidationInfo) -> int | None:
        length = info.data.get("length")
        if time is not None and length is not None and time > length:
            raise ValueError(
                Message("{time} lies outside the film, which is {length} long", time=clock(time), length=clock(length))
            )
        return time

    @field_validator("ends")
    @classmethod
    def _ends_after_it_begins(cls, ends: int | None, info: ValidationInfo) -> int | None:
        begins = info.data.get("begins")
        if ends is not None and begins is not None and ends <= begins:
            raise ValueError(
                Message("the story cannot end at {ends}: it begins at {begins}", ends=clock(ends), begins=clock(begins))
            )
        return ends

    @field_validator("pause")
    @classmethod
    def _pauses_between(cls, pause: int | None, info: ValidationInfo) -> int | None:
        begins, ends = info.data.get("begins"), info.data.get("ends")
        if pause is None or {"begins", "ends"} - info.data.keys():
            return pause  # What is wrong with the others is told already.
        if begins is None:
            raise ValueError(Message("a film with a pause says when the story begins: add a line `begins: …`"))
        if pause <= begins or (ends is not None and pause >= ends):
            raise ValueError(
                Message(
                    "the pause, {pause}, does not lie between the story's beginning and its end", pause=clock(pause)
                )
            )
        return pause

    @field_validator("scenes")
    @classmethod
    def _scenes_in_order(cls, scenes: tuple[Scene, ...], info: ValidationInfo) -> tuple[Scene, ...]:
        for number, (earlier, later) in enumerate(pairwise(scenes), start=1):
            if later.at == earlier.at:
                said = Message("there is a scene at {time} already: tell both in one", time=clock(later.at))
                raise ValueError(said, (number, "at"))
            if later.at < earlier.at:
                said = Message(
                    "the scene at {later} stands after the scene at {earlier}",
                    later=clock(later.at),
                    earlier=clock(earlier.at),
                )
                raise ValueError(said, (number, "at"))
        first, last = info.data.get("begins") or 0, info.data.get("ends") or info.data.get("length")
        for number, scene in enumerate(scenes):
            if scene.at < first or (last is not None and scene.at > last):
                said = Message("the scene at {time} lies outside the story's part of the film", time=clock(scene.at))
                raise ValueError(said, (number, "at"))
        if info.data.get("begins") is not None and not scenes:
            raise ValueError(
                Message("a film whose times are known has its scenes told, so that nobody needs to see or hear it")
            )
        return scenes

    @property
    def lasts(self) -> str | None:
        """Its length, as a player shows it."""
        return None if self.length is None else clock(self.length)

    @property
    def scenes_before(self) -> tuple[Scene, ...]:
        """Scenes that may be read before the group has talked; none where no pause is known."""
        return tuple(scene for scene in self.scenes if self.pause is not None and scene.at < self.pause)

    @property
    def scenes_after(self) -> tuple[Scene, ...]:
        """Scenes that may tell of the ending."""
        return self.scenes[len(self.scenes_before) :]


def how_to_watch(film: Film, words: Interface, lang: Lang, *, ending: bool) -> str | None:
    """`Watch from 0:49, stop at 1:13 and talk, then go on to 1:41.`; None where no times are known.

    `ending` says whether the story has one: a film that nobody knows where to stop is then watched after the talk.
    """
    if film.begins is None:
        return None
    name = "film-watch" + ("-stop" if film.pause is not None else "-after" if ending else "")
    name += "-to" if film.ends is not None else ""
    times = {"begins": film.begins, "pause": film.pause, "ends": film.ends}
    return words(name, lang, **{name: clock(time) for name, time in times.items() if time is not None})


def watched_in_steps(film: Film, words: Interface, lang: Lang) -> tuple[str, str] | None:
    """What a plan says of the film at the step that reads to the pause, and at the one that reads on.

    `Or the film: from 0:49, and stop at 1:13.` None where nobody knows where the film pauses.
    """
    if film.begins is None or film.pause is None:
        return None
    times = {"begins": clock(film.begins), "pause": clock(film.pause)}
    on = words("film-step-on", lang, **times)
    if film.ends is not None:
        on = words("film-step-on-to", lang, **times, ends=clock(film.ends))
    return words("film-step-to-pause", lang, **times), on


@dataclass(frozen=True)
class FilmLine:
    """What whoever leads a session is told of a story's film, in a line."""

    label: str
    watch: str | None
    """From when to when, and where to stop; None where no times are known."""
    named: tuple[tuple[str, Lang | None], ...]
    """Title and publisher, each with its language where that is not the reader's."""
    length: str | None
    address: str
    in_steps: bool
    """Whether the steps of a plan say when to watch (`watched_in_steps`)."""
    voice: str | None
    """Whose words a story that says "I" is told in; None where it does not."""


def film_line(film: Film, words: Interface, lang: Lang, *, ending: bool, own_voice: bool = False) -> FilmLine:
    """The line in one language; `ending` as above, `own_voice` where the story says "I"."""
    return FilmLine(
        label=words("film-heading", lang),
        watch=how_to_watch(film, words, lang, ending=ending),
        named=tuple(
            (in_language(part, lang), None if isinstance(part, Bilingual) or lang == film.language else film.language)
            for part in (film.title, film.publisher)
        ),
        length=film.lasts,
        address=str(film.url),
        in_steps=ending and watched_in_steps(film, words, lang) is not None,
        voice=words("film-own-voice", lang) if own_voice else None,
    )
