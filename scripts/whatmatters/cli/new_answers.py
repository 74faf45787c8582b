"""What the options of `whatmatters new` and a person's answers say of a story, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..check.stories import REQUIRED
from ..files.sources import read_text, split_front_matter
from ..language.bilingual import LANGUAGES, Lang
from ..library import emblem as emblems
from ..library.library import Library
from ..library.publication import AUDIENCES
from ..library.story import GIVEN_TO_US, Audience
from ..library.story_files import NewText
from ..library.tag_suggesting import Suggestion
from ..messages.problem import did_you_mean
from ..reading.new_story import BASES, NewConsent, text_from
from .asking import Asker, CalledWrongly


@dataclass(frozen=True)
class HandedIn:
    """A text that was handed in: its fields, if it has front matter, and the rest."""

    title: str
    summary: str
    text: str


def handed_in(source: Path | None, lang: str | None, ask: Asker) -> tuple[HandedIn | None, Lang | None]:
    """The text handed in and its language; none when there is none."""
    if source is None:
        return None, None
    text = read_text(source, source.parent)
    code = ask.text("--lang", f"Language of {source.name} (en or cy)", lang)
    language: Lang | None = next((one for one in LANGUAGES if one == code), None)
    if language is None and code:
        raise CalledWrongly(f"--lang {code!r}: use en or cy")
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
    named = ask.many("--tag", "", list(given), tuple(vocabulary.tags.values()), 0) if given else []
    found: dict[str, tuple[str, ...]] = {}
    for facet in vocabulary.facets:
        tags = [tag for tag in named if vocabulary.facet_of[tag].id == facet.id]
        if not tags and (facet.id in REQUIRED or not given):
            hints = [s.tag.label.en for s in suggested if vocabulary.facet_of[s.tag.id].id == facet.id]
            hint = f"\n  The text suggests: {', '.join(hints)}" if hints else ""
            question = f"{facet.label.en} · {facet.label.cy}: by label, parted by commas{hint}"
            tags = ask.many(f"--tag ({facet.id})", question, (), facet.tags, int(facet.id in REQUIRED))
        found[facet.id] = tuple(dict.fromkeys(tags))
    return found


def law_of(library: Library, given: Sequence[str]) -> list[str]:
    """Topics of the law by id or name, in either language. Raises CalledWrongly for one that is not known."""
    topics = library.read_across.topic
    names = {n.casefold(): t.id for t in topics.values() for n in (t.id, t.name.en, t.name.cy)}
    for words in given:
        if words.casefold() not in names:
            raise CalledWrongly(
                f"--law {words!r}: there is no such topic of the law "
                f"({did_you_mean(words.casefold(), names, 'docs/data/read-across.yml lists them')})"
            )
    return list(dict.fromkeys(names[words.casefold()] for words in given))


def emblem_called(name: str) -> str:
    """The emblem of that name, or none. Raises CalledWrongly for one that is not known."""
    if name and not emblems.exists(name):
        nearest = did_you_mean(name, emblems.names(), "use the name of a Material Design icon, such as `cup`")
        raise CalledWrongly(f"--emblem {name!r}: there is no such emblem ({nearest})")
    return name


def consent_of(
    ask: Asker,
    basis: str | None,
    held_by: str | None,
    given: str | None,
    expires: str | None,
    scope: Sequence[str],
    review_by: str | None,
) -> NewConsent:
    """Why, for whom and until when; who holds the record is asked only where a person gave us the consent."""
    today = date.today()
    chosen = ask.text("--consent", f"Why may it be published ({', '.join(BASES)})", basis)
    if chosen and chosen not in BASES:
        raise CalledWrongly(f"--consent {chosen!r}: {did_you_mean(chosen, BASES, 'use one of ' + ', '.join(BASES))}")
    to_us = chosen in GIVEN_TO_US
    names = list(scope) or ask.text("--scope", f"For whom ({', '.join(AUDIENCES)})", None, "team").split(",")
    audiences: list[Audience] = []
    for name in (n.strip() for n in names):
        known = next((a for a in AUDIENCES if a == name), None)
        if known is None:
            raise CalledWrongly(f"--scope {name!r}: {did_you_mean(name, AUDIENCES, 'use ' + ', '.join(AUDIENCES))}")
        audiences.append(known)
    in_a_year = today.replace(year=today.year + 1, day=min(today.day, 28))
    return NewConsent(
        basis=chosen,
        scope=tuple(dict.fromkeys(audiences)),
        reviewed=today,
        review_by=(ask.day("--review-by", "", review_by) if review_by else None) or in_a_year,
        held_by=ask.text("--held-by", "Who keeps the record of the consent", held_by) if to_us or held_by else "",
        given=ask.day("--given", "The day it was given, as 2026-11-21", given) if to_us or given else None,
        expires=ask.day("--expires", "", expires) if expires else None,
    )
