"""A story that is being begun: what an editor has said of it, and the three files that come of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from ..language.bilingual import LANGUAGES, Lang
from ..library.story import Audience, Consent
from ..library.story_files import NewText, Value, facts_yaml, text_markdown
from .story_text import parts

#: The reasons for which a story may be published, as `story.yml` has them.
BASES: tuple[str, ...] = get_args(Consent.model_fields["basis"].annotation)
#: Those of them that a person gave to us, so that someone holds a record of it and knows the day.


@dataclass(frozen=True)
class NewConsent:
    """Why the story may be published, for whom, and until when."""

    basis: str
    scope: tuple[Audience, ...]
    reviewed: date
    review_by: date
    held_by: str = ""
    languages: tuple[Lang, ...] = LANGUAGES
    given: date | None = None
    expires: date | None = None

    def fields(self) -> dict[str, Value]:
        """As `story.yml` has it: what is empty, or what the model does not know, is left out."""
        fields: dict[str, Value] = {
            "basis": self.basis,
            "held_by": self.held_by or None,
            "scope": self.scope,
            "languages": self.languages,
            "given": self.given.isoformat() if self.given else None,
            "reviewed": self.reviewed.isoformat(),
            "review_by": self.review_by.isoformat(),
            "expires": self.expires.isoformat() if self.expires else None,
        }
        return {name: value for name, value in fields.items() if value is not None and name in Consent.model_fields}


@dataclass(frozen=True)
class NewSource:
    """Where the story comes from."""

    title: str
    publisher: str
    url: str
    jurisdiction: str
    how_it_reached_us: str

    def fields(self) -> dict[str, Value]:
        """As `story.yml` has it: what is not known is left out, and `check` asks for it where it must be known."""
        known = {"title": self.title, "publisher": self.publisher, "url": self.url, "jurisdiction": self.jurisdiction}
        said: dict[str, Value] = {name: value for name, value in known.items() if value.strip()}
        return {**said, "how_it_reached_us": self.how_it_reached_us}


@dataclass(frozen=True)
class NewScene:
    """What is in a film from a time on, as somebody writes it."""

    at: str
    """As a player's clock shows it: `1:13`."""
    en: str
    cy: str


@dataclass(frozen=True)
class NewFilm:
    """The film in which the story is told.

    Times are written as a player's clock shows them, and are empty where they are not known.
    """

    title: str
    publisher: str
    url: str
    language: Lang = LANGUAGES[0]
    length: str = ""
    begins: str = ""
    pause: str = ""
    ends: str = ""
    scenes: tuple[NewScene, ...] = ()

    def fields(self) -> dict[str, Value]:
        """As `story.yml` has it: what is not known is left out, and so is the language of a film in English."""
        known = {
            "title": self.title,
            "publisher": self.publisher,
            "language": "" if self.language == LANGUAGES[0] else self.language,
            "url": self.url,
            "length": self.length,
            "begins": self.begins,
            "pause": self.pause,
            "ends": self.ends,
        }
        said: dict[str, Value] = {name: value for name, value in known.items() if value.strip()}
        scenes = [{"at": one.at, "en": one.en, "cy": one.cy} for one in self.scenes]
        return {**said, "scenes": scenes} if scenes else said


@dataclass(frozen=True)
class NewStory:
    """Everything that is known of a story before it is written; ids are those of the vocabulary."""

    kind: str
    tags: Mapping[str, tuple[str, ...]]
    """Facet to tags, the main theme first."""
    law: tuple[str, ...]
    source: NewSource
    provenance: str
    names_changed: bool
    consent: NewConsent
    owner: str
    texts: Mapping[Lang, NewText] = field(repr=False)
    welsh_made_by: str = "draft"
    film: NewFilm | None = None
    emblem: str = ""
    """Empty where none has been chosen yet."""

    def files(self) -> dict[str, str]:
        """The files of its folder by name."""
        facts: dict[str, Value] = {
            "kind": self.kind,
            **({"emblem": self.emblem} if self.emblem.strip() else {}),
            "tags": {facet: tags for facet, tags in self.tags.items() if tags},
            "law": self.law,
            "source": self.source.fields(),
            **({"film": self.film.fields()} if self.film else {}),
            "provenance": self.provenance,
            "names_changed": self.names_changed,
            "consent": self.consent.fields(),
            "welsh": {"made_by": self.welsh_made_by},
            "owner": self.owner,
        }
        texts = {f"{lang}.md": text_markdown(self.texts[lang], lang) for lang in LANGUAGES}
        return {"story.yml": facts_yaml(facts), **texts}


def text_from(written: str, title: str, summary: str, lang: Lang) -> NewText:
    """A text that somebody wrote in any editor; what it has in the form of a story's file is taken as such."""
    return NewText(title, summary, *parts(written, lang))
