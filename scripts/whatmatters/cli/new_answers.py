"""What the options of `whatmatters new` and a person's answers say of a story, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..check.stories import REQUIRED
from ..files.sources import read_text, split_front_matter
from ..language.bilingual import LANGUAGES, Bilingual, Lang
from ..library import emblem as emblems
from ..library.interface import Interface
from ..library.library import Library
from ..library.publication import AUDIENCES
from ..library.story import GIVEN_TO_US, Audience
from ..library.story_files import NewText
from ..library.story_id import id_from_title
from ..library.tag_suggesting import Suggestion
from ..library.vocabulary import Term
from ..library.web_address import WebAddress
from ..messages.message import Message
from ..messages.problem import did_you_mean
from ..reading.new_story import BASES, NewConsent, text_from
from .asking import Asker, CalledWrongly


@dataclass(frozen=True)
class HandedIn:
    """A text that was handed in: its fields, if it has front matter, and the rest."""

    title: str
    summary: str
    text: str


def choices(words: Interface, prefix: str, ids: Sequence[str]) -> tuple[Term, ...]:
    """Words of the form on the page Add a story as things to choose from: `add-scope-team` is `team`."""
    labels = {i: Bilingual.each(partial(words, f"{prefix}-{i}")) for i in ids}
    return tuple(Term(id=i, label=label, meaning=label) for i, label in labels.items())


def handed_in(
    source: Path | None, lang: str | None, ask: Asker, words: Interface
) -> tuple[HandedIn | None, Lang | None]:
    """The text handed in and its language; none when there is none."""
    if source is None:
        return None, None
    text = read_text(source, source.parent)
    code = ask.one(
        "--lang", Message("Language of {name}", name=source.name), lang, choices(words, "add-language", LANGUAGES)
    )
    language: Lang | None = next((one for one in LANGUAGES if one == code), None)
    if text.startswith("---\n"):
        document, body, _ = split_front_matter(text, source.name)
        fields = document.data if isinstance(document.data, dict) else {}
        return HandedIn(str(fields.get("title") or ""), str(fields.get("summary") or ""), body), language
    return HandedIn("", "", text), language


def front(written: HandedIn | None, language: Lang | None, lang: Lang, name: str) -> str | None:
    """What the front matter of the text handed in says, if the text is in `lang`."""
    return (getattr(written, name) or None) if written and language == lang else None


def texts_of(
    written: HandedIn | None, language: Lang | None, titles: Mapping[str, str], summaries: Mapping[str, str]
) -> dict[Lang, NewText]:
    """The text handed in, in its language; in the other, or in both, a text of which only the title is known."""
    texts: dict[Lang, NewText] = {}
    for lang in LANGUAGES:
        summary = summaries[lang] or front(written, language, lang, "summary") or ""
        words = written.text if written and language == lang else ""
        texts[lang] = text_from(words, titles[lang], summary, lang)
    return texts


def tags_of(
    library: Library, given: Sequence[str], suggested: Sequence[Suggestion], ask: Asker
) -> dict[str, tuple[str, ...]]:
    """Tags by facet: those of the options, and for each facet without one those that a person names."""
    vocabulary = library.vocabulary
    named = ask.many("--tag", Message("A tag"), list(given), tuple(vocabulary.tags.values()), 0) if given else []
    found: dict[str, tuple[str, ...]] = {}
    for facet in vocabulary.facets:
        tags = [tag for tag in named if vocabulary.facet_of[tag].id == facet.id]
        if not tags and (facet.id in REQUIRED or not given):
            hints = [
                f"{s.tag.label.en} · {s.tag.label.cy}"
                for s in suggested
                if vocabulary.facet_of[s.tag.id].id == facet.id
            ]
            labels = f"{facet.label.en} · {facet.label.cy}"
            question = Message("{name}: by label, parted by commas", name=labels)
            if hints:
                question = Message("{question}\n  The text suggests: {names}", question=question, names=tuple(hints))
            tags = ask.many(f"--tag ({facet.id})", question, (), facet.tags, int(facet.id in REQUIRED))
        found[facet.id] = tuple(dict.fromkeys(tags))
    return found


def law_of(library: Library, given: Sequence[str], ask: Asker) -> list[str]:
    """Topics of the law by id or name, in either language."""
    topics = library.read_across.topic
    names = {n.casefold(): t.id for t in topics.values() for n in (t.id, t.name.en, t.name.cy)}

    def read(words: str) -> str:
        if words.casefold() not in names:
            mend = did_you_mean(words.casefold(), names, Message("docs/data/read-across.yml lists them"))
            raise CalledWrongly(Message("there is no such topic of the law ({mend})", mend=mend))
        return names[words.casefold()]

    found = [ask.given("--law", Message("A topic of the law, by id or name"), words, read) for words in given]
    return list(dict.fromkeys(topic for topic in found if topic))


def emblem_called(name: str, ask: Asker) -> str:
    """The emblem of that name, or none."""

    def read(typed: str) -> str:
        if not emblems.exists(typed):
            mend = did_you_mean(
                typed, emblems.names(), Message("use the name of a Material Design icon, such as `cup`")
            )
            raise CalledWrongly(Message("there is no such emblem ({mend})", mend=mend))
        return typed

    return ask.given("--emblem", Message("The name of a Material Design icon"), name, read) or ""


def address_of(url: str, ask: Asker) -> str:
    """An address on the web, or none."""

    def read(typed: str) -> str:
        try:
            TypeAdapter(WebAddress).validate_python(typed)
        except ValidationError:
            why = Message("a web address begins with https:// and names a site, without spaces")
            raise CalledWrongly(why) from None
        return typed

    return ask.given("--url", Message("Its address on the web"), url, read) or ""


def gives_an_id(title: str) -> str:
    """The id that is made from an English title. Raises CalledWrongly where there is none."""
    made = id_from_title(title)
    if not made:
        raise CalledWrongly(Message("no id can be made from it; write at least one letter a to z"))
    return made


def consent_of(
    ask: Asker,
    words: Interface,
    basis: str | None,
    held_by: str | None,
    given: str | None,
    expires: str | None,
    scope: Sequence[str],
    review_by: str | None,
) -> NewConsent:
    """Why, for whom and until when; who holds the record is asked only where a person gave us the consent."""
    today = date.today()
    chosen = ask.one("--consent", Message("Why may it be published"), basis, choices(words, "add-basis", BASES))
    to_us = chosen in GIVEN_TO_US
    groups = choices(words, "add-scope", AUDIENCES)
    named = ask.many("--scope", Message("For whom: by label, parted by commas"), scope, groups, 1, "team")
    audiences: list[Audience] = [one for one in AUDIENCES if one in named]
    in_a_year = today.replace(year=today.year + 1, day=min(today.day, 28))
    day = Message("The day, as 29/11/2026")
    return NewConsent(
        basis=chosen,
        scope=tuple(audiences),
        reviewed=today,
        review_by=ask.given("--review-by", day, review_by or "", ask.read_day) or in_a_year,
        held_by=ask.text("--held-by", Message("Who keeps the record of the consent"), held_by)
        if to_us or held_by
        else "",
        given=ask.day("--given", Message("The day it was given, as 29/11/2026"), given) if to_us or given else None,
        expires=ask.given("--expires", day, expires or "", ask.read_day),
    )
