"""A story: its facts, said once, and its text in each language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..language.bilingual import LANGUAGES, Frozen, Lang, Words
from ..language.table import TABLE
from ..messages.message import Message
from .film import Film
from .picture import Picture, PictureFacts
from .recording import Part, Recording, RecordingFacts
from .web_address import WebAddress

#: Words a minute of a calm reader reading aloud to a group: this project's own figure.
#: (Adults reading English non-fiction in silence average 238: Brysbaert 2019, Journal of Memory and Language 109.)
WORDS_A_MINUTE = 140


#: Whom a story, and so a build, is for.
Audience = Literal["team", "intranet", "public", "training"]


#: A story's two lists of questions, in the order in which a group comes to them.
Asked = Literal["at_pause", "afterwards"]

#: The line at which a group stops and talks.
PAUSE = "<!-- pause -->"
#: What stands over each list of questions.
HEADINGS: dict[Asked, dict[Lang, str]] = {
    "at_pause": {lang: TABLE[lang].at_pause for lang in LANGUAGES},
    "afterwards": {lang: TABLE[lang].afterwards for lang in LANGUAGES},
}
#: What stood over the one list that stories had before they had two.
ONE_LIST: dict[Lang, str] = {lang: TABLE[lang].one_list for lang in LANGUAGES}
#: How many questions a list has.
FEWEST, MOST = 2, 3


class Transcript(Frozen):
    """The file of words that a draft was imported from."""

    name: str = Field(min_length=1)
    """Its name, without folders."""
    format: str = Field(min_length=1)
    """What it was read as, such as `webvtt`."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """By its hash the file can be told for sure, wherever it is kept."""


class Source(Frozen):
    """Where the story comes from."""

    title: Words | None = None
    """Title of the source, in the source's own language; in both where it is the library's own.

    Without one it is the title that the vocabulary gives to the route; `check` asks for it where there is none.
    """
    publisher: Words | None = None
    """Who published it; left out as the title is."""
    url: WebAddress | None = None
    language: Lang = LANGUAGES[0]
    """The language of the source, and of its title."""
    jurisdiction: str | None = None
    """An id of the vocabulary's `jurisdictions`: the country of the source, and not of what is told."""
    how_it_reached_us: str
    """An id of the vocabulary's `routes`."""
    transcript: Transcript | None = None
    """What `whatmatters import` read, where the story came that way. It is shown nowhere."""


#: Bases on which a person has said yes to us: somebody holds the record of that, and it has a day.
GIVEN_TO_US = ("written", "recorded-verbal")


class Consent(Frozen):
    """Why we may publish the story, and how far."""

    basis: Literal["published-source", "written", "recorded-verbal", "composite"]
    """Published elsewhere by a body that holds the person's consent; given to us; or nobody's own story."""
    scope: tuple[Audience, ...] = Field(min_length=1)
    """For whom the story may be published, in words."""
    voice: tuple[Audience, ...] = ()
    """Who may hear the person in a recording; without it nobody."""
    picture: tuple[Audience, ...] = ()
    """Who may see the person in a film, or on the story's picture; without it nobody."""
    held_by: str | None = Field(default=None, min_length=1)
    """Who holds the record of the consent: a role or a body, such as `Day Service manager`."""
    languages: tuple[Lang, ...] = Field(default=LANGUAGES, min_length=1)
    """The languages that it covers."""
    given: date | None = None
    """The day on which the person said yes."""
    expires: date | None = None
    """The last day on which the story may be published; without one, consent stands until it is withdrawn."""
    reviewed: date
    review_by: date

    @property
    def in_both_languages(self) -> bool:
        """Whether it covers the two languages: a story is published in both or in neither."""
        return set(LANGUAGES) <= set(self.languages)

    def covers(self, part: Part) -> tuple[Audience, ...]:
        """Who may hear the person's voice, or see their picture: nobody whom their words may not reach."""
        return tuple(audience for audience in getattr(self, part) if audience in self.scope)

    def ended(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.expires is not None and self.expires < today


class WelshText(Frozen):
    """How the Welsh text was made; who has checked it stands in `docs/data/checks.yml`."""

    made_by: Literal["draft", "translator", "author"]
    gone: ClassVar[Mapping[str, Message]] = {
        "checked_by": Message(
            "take it out: a check is recorded with `whatmatters checked …` now, beside the words that were read"
        )
    }


class Allowed(Frozen):
    """Words of the story that look as if they could point to a person, looked at and found to be no harm."""

    text: str = Field(min_length=1)
    """As they stand in the story, in either language."""
    why: str = Field(min_length=3)


class StoryFacts(Frozen):
    """All of `story.yml`: what is the same in both languages."""

    kind: str
    """An id of the vocabulary's `kinds`."""
    tags: dict[str, tuple[str, ...]]
    """Facet id to tag ids; the first theme is the main one and gives the story its icon."""
    law: tuple[str, ...] = ()
    """Topics of `docs/data/read-across.yml`."""
    source: Source
    emblem: str | None = Field(default=None, min_length=1)
    """An object of the story, by the name of its icon (`emblem.py`): a picture beside the title."""
    film: Film | None = None
    """The film in which it is told, where it can be watched."""
    recording: RecordingFacts | None = None
    """The team's own recording, which stands beside it in the folder."""
    picture: PictureFacts | None = None
    """A picture, which stands beside it in the folder."""
    provenance: str
    """An id of the vocabulary's `provenances`."""
    names_changed: bool = False
    consent: Consent
    welsh: WelshText
    owner: str = Field(min_length=1)
    formerly: tuple[Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")], ...] = ()
    """Collections in which it stood before: cards and links that are out there lead to its address in them."""
    allowed: tuple[Allowed, ...] = ()
    """What an editor has found to be no harm among the things that `check` asks about."""

    @property
    def own_voice(self) -> bool:
        """Whether the story says "I": the reader is then told whose words those are."""
        return self.kind == "first-person"


class StoryText(Frozen):
    """The text of a story in one language: plain paragraphs, no markup."""

    title: str = Field(min_length=1)
    summary: str = Field(min_length=1)
    before: tuple[str, ...]
    """Paragraphs up to the pause."""
    after: tuple[str, ...]
    """Paragraphs of what happened next."""
    at_pause: tuple[str, ...] = ()
    """Questions that a group talks about before it knows the ending; none in a story without a pause."""
    afterwards: tuple[str, ...]
    """Questions that a group talks about once it knows all of the story."""
    pause_line: int | None = None
    """Line of the pause in its file, for messages."""
    asked_lines: tuple[int, int] = (1, 1)
    """Lines of the headings over the two lists, for messages; 1 for a list that is not there."""

    @property
    def questions(self) -> tuple[str, ...]:
        """All its questions, in the order in which a group comes to them."""
        return (*self.at_pause, *self.afterwards)

    def asked(self, when: Asked) -> tuple[str, ...]:
        """One of the two lists."""
        return self.at_pause if when == "at_pause" else self.afterwards

    def asked_line(self, when: Asked) -> int:
        """The line of the heading over a list."""
        return self.asked_lines[0 if when == "at_pause" else 1]

    @property
    def blocks(self) -> tuple[str, ...]:
        """All that it says but its title: summary, paragraphs, questions."""
        return (self.summary, *self.before, *self.after, *self.questions)

    @property
    def words(self) -> int:
        """Words of the text, both sides of the pause, without title and questions."""
        return sum(len(p.split()) for p in (*self.before, *self.after))

    @property
    def minutes(self) -> int:
        """Whole minutes to read it aloud to a group."""
        return max(1, round(self.words / WORDS_A_MINUTE))


class Story(Frozen):
    """A story as the rest of the project sees it."""

    id: str
    """The folder's name, for ever; for a story of a further root, with that root's name before it."""
    collection: str
    """The folder above: an id of the vocabulary's `collections`."""
    facts: StoryFacts
    texts: dict[Lang, StoryText]
    folder: str
    """The folder as messages show it."""
    recording: Recording | None = None
    """The team's own recording; none where the folder holds none, or a build may not have it."""
    picture: Picture | None = None
    """A picture for its page; none where the folder holds none, or a build may not have it."""
    root: str = ""
    """Name of the story root that it comes from; empty for this project's own."""

    @property
    def path(self) -> str:
        """Address of its page within a language: `stories/magic-moments/mays-bath-time/`."""
        return f"stories/{self.collection}/{self.id}/"

    @property
    def former_paths(self) -> tuple[str, ...]:
        """Addresses that its page had in earlier collections."""
        return tuple(f"stories/{collection}/{self.id}/" for collection in self.facts.formerly)

    @property
    def tag_ids(self) -> tuple[str, ...]:
        """All its tags, facet by facet."""
        return tuple(tag for tags in self.facts.tags.values() for tag in tags)

    @property
    def theme(self) -> str:
        """The id of its main theme."""
        return self.facts.tags["theme"][0]
