"""The law by number: a page of all regulations, and one of the sections of the Acts that a topic cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..language.bilingual import Lang
from ..library.certainty import Labelled, not_confirmed
from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.joins import neighbours
from ..library.law import Place, Topic
from ..library.law_numbers import ACTS, REGULATIONS, Section, sections, topics_by_regulation
from ..library.library import Library
from ..library.regulations import Regulation
from .model import MadePage
from .render import Renderer
from .story_pages import href_from
from .views import Href, place_text, provision_href

#: Stories, and question banks, that stand at a regulation itself; the pages of its topics have the rest.
SHOWN = 2
REGULATIONS_PATH = "legislation/regulations/"
SECTIONS_PATH = "legislation/sections/"

Link = tuple[str, str]
"""Words and address."""


@dataclass(frozen=True)
class NumberedLaw:
    """A regulation or a section in one language, as the pages and search show it."""

    path: str
    """Page and anchor within a language."""
    anchor: str
    number: str
    title: str
    """`Regulation 58: Medicines`."""
    line: str
    """What it says, in one line."""
    topics: tuple[str, ...]
    """Names of its topics."""


@dataclass(frozen=True)
class RegulationView:
    """A regulation in words."""

    law: NumberedLaw
    part: int
    heading: str
    facts: tuple[tuple[str, str], ...]
    """Who is bound, which services, how soon, whether breaking it is an offence, what changed it: label and words."""
    unconfirmed: Labelled | None
    topics: tuple[Link, ...]
    talk: tuple[Link, ...]
    """The first stories and question banks of its topics."""
    read: Link
    """The regulation itself."""


@dataclass(frozen=True)
class SectionView:
    """A section of an Act in words."""

    law: NumberedLaw
    cited: tuple[tuple[str, str | None, Link], ...]
    """The provision as it is cited, what for, and the topic that cites it."""
    read: Link | None


def number_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """Both pages in one language."""
    ui, above = library.interface, ((library.interface("nav-law", lang), "legislation/"),)
    yield MadePage(
        path=REGULATIONS_PATH,
        lang=lang,
        title=ui("numbers-regulations", lang),
        description=ui("numbers-regulations-summary", lang),
        kind="law",
        make=partial(_regulations_html, library, render, lang),
        draft=is_draft(library, lang, "regulations"),
        crumbs=above,
    )
    yield MadePage(
        path=SECTIONS_PATH,
        lang=lang,
        title=ui("numbers-sections", lang),
        description=ui("numbers-sections-summary", lang),
        kind="law",
        make=partial(_sections_html, library, render, lang),
        draft=is_draft(library, lang, *(f"law/{topic.id}" for topic in library.read_across.topics)),
        crumbs=above,
    )


def _regulations_html(library: Library, render: Renderer, lang: Lang) -> str:
    ui, views = library.interface, regulation_views(library, lang, href_from(REGULATIONS_PATH, lang))
    parts = [
        (part.number, ui("numbers-part", lang, n=part.number, about=part.about[lang]), found)
        for part in library.regulations.parts
        if (found := [r for r in views if r.part == part.number])
    ]
    return render(
        "regulations.html",
        lang,
        REGULATIONS_PATH,
        parts=parts,
        copy_read=_copy_read(library, REGULATIONS, lang),
        checked=in_words(library.regulations.checked, ui, lang),
    )


def _sections_html(library: Library, render: Renderer, lang: Lang) -> str:
    href = href_from(SECTIONS_PATH, lang)
    acts = [
        (
            library.read_across.law[act].name[lang],
            act,
            _copy_read(library, act, lang),
            [_section_view(library, section, lang, href) for section in sections(library.read_across, act)],
        )
        for act in ACTS
    ]
    return render("sections.html", lang, SECTIONS_PATH, acts=acts)


def numbered_law(library: Library, lang: Lang) -> Iterator[NumberedLaw]:
    """Every regulation and every cited section, for search: a number that is looked for leads to it first."""
    topics = topics_by_regulation(library.read_across, library.regulations)
    for regulation in library.regulations.regulations:
        yield _regulation(library, regulation, topics[regulation.number], lang)
    for act in ACTS:
        for section in sections(library.read_across, act):
            yield _section(library, section, lang)


def regulation_views(library: Library, lang: Lang, href: Href) -> list[RegulationView]:
    """Every regulation in words; `href` makes links from the page that shows them."""
    topics = topics_by_regulation(library.read_across, library.regulations)
    return [_regulation_view(library, r, topics[r.number], lang, href) for r in library.regulations.regulations]


def _regulation(library: Library, regulation: Regulation, topics: tuple[Topic, ...], lang: Lang) -> NumberedLaw:
    title = library.interface("numbers-regulation-title", lang, n=regulation.number, heading=regulation.heading[lang])
    return NumberedLaw(
        f"{REGULATIONS_PATH}#{regulation.anchor}",
        regulation.anchor,
        regulation.number,
        title,
        regulation.line[lang],
        tuple(t.name[lang] for t in topics),
    )


def _regulation_view(
    library: Library, regulation: Regulation, topics: tuple[Topic, ...], lang: Lang, href: Href
) -> RegulationView:
    ui, place = library.interface, Place(law=REGULATIONS, provision=regulation.number)
    return RegulationView(
        law=_regulation(library, regulation, topics, lang),
        part=regulation.part,
        heading=regulation.heading[lang],
        facts=tuple(_facts(library, regulation, lang)),
        unconfirmed=not_confirmed(ui, regulation.unconfirmed, lang),
        topics=tuple((t.name[lang], href(t.path)) for t in topics),
        talk=_talk(library, topics, lang, href),
        read=(ui("numbers-read", lang, n=regulation.number), provision_href(library, place, lang) or ""),
    )


def _facts(library: Library, regulation: Regulation, lang: Lang) -> Iterator[tuple[str, str]]:
    ui = library.interface
    bound = ", ".join(ui(f"who-{who}", lang) for who in regulation.binds) or ui("numbers-binds-nobody", lang)
    note = regulation.binds_note
    yield ui("numbers-binds", lang), f"{bound}. {note[lang]}" if note else bound
    services = ui(f"numbers-services-{regulation.services}", lang)
    note = regulation.services_note
    yield ui("numbers-services", lang), f"{services}. {note[lang]}" if note else services
    if regulation.limit:
        yield ui("numbers-limit", lang), regulation.limit[lang]
    if regulation.offences is not None:
        yield ui("numbers-offence", lang), offence_words(library, regulation, lang)
    if regulation.amended:
        in_force = {a.id: in_words(a.in_force, ui, lang) for a in library.regulations.amendments}
        said = (ui("numbers-amended-by", lang, id=a, date=in_force[a]) for a in regulation.amended)
        yield ui("numbers-amended", lang), "; ".join(said)


def offence_words(library: Library, regulation: Regulation, lang: Lang) -> str:
    """Whether breaking a regulation is an offence, paragraph by paragraph."""
    offences, ui = regulation.offences, library.interface
    if offences is None:
        return ""
    said = []
    if offences.straight:
        said.append(ui("numbers-offence-straight", lang, at=", ".join(offences.straight)))
    if offences.if_harm:
        said.append(ui("numbers-offence-if-harm", lang, at=", ".join(offences.if_harm)))
    if not said:
        said.append(ui("numbers-offence-none", lang))
    if offences.note:
        said.append(offences.note[lang])
    return " ".join(said)


def _talk(library: Library, topics: tuple[Topic, ...], lang: Lang, href: Href) -> tuple[Link, ...]:
    """Stories and question banks that share a topic with the regulation: no more than a phone has room for."""
    if not topics:
        return ()
    found = neighbours(library, (), [t.id for t in topics])
    stories = [library.stories[i] for i in found.stories[:SHOWN]]
    banks = [library.pages[path] for path in found.questions[:SHOWN]]
    return (
        *((s.texts[lang].title, href(s.path)) for s in stories),
        *((b.title[lang], href(b.path)) for b in banks),
    )


def _section(library: Library, section: Section, lang: Lang) -> NumberedLaw:
    law = library.read_across.law[section.law].short[lang]
    word = "numbers-part-of" if section.number.startswith("Part ") else "numbers-section-of"
    topics = tuple(t.name[lang] for t in section.topics)
    notes = dict.fromkeys(p.note[lang] for _, p in section.cited if p.note)
    return NumberedLaw(
        f"{SECTIONS_PATH}#{section.anchor}",
        section.anchor,
        section.number,
        library.interface(word, lang, n=section.number.removeprefix("Part "), law=law),
        "; ".join(notes) or "; ".join(topics),
        topics,
    )


def _section_view(library: Library, section: Section, lang: Lang, href: Href) -> SectionView:
    word = "numbers-read-part" if section.number.startswith("Part ") else "numbers-read-section"
    read = provision_href(library, Place(law=section.law, provision=section.number), lang)
    said = library.interface(word, lang, n=section.number.removeprefix("Part "))
    cited = tuple(
        (place_text(library, p, lang), p.note[lang] if p.note else None, (t.name[lang], href(t.path)))
        for t, p in section.cited
    )
    return SectionView(_section(library, section, lang), cited, (said, read) if read else None)


def _copy_read(library: Library, law: str, lang: Lang) -> str | None:
    copy = library.read_across.law[law].copy_read
    return copy[lang] if copy else None
