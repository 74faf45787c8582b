"""The leader's papers as neutral blocks, side by side: how to begin, a sheet for each story, and what is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.recipe import Recipe
from ..library.session import Agenda
from .addresses import is_whole
from .blocks import Aside, Block, Heading, Listing, Ruled, Side, Slip, Span, Text, labelled, plain
from .cards import LawCard, RulesCard, StoryCard
from .leader_sheet import leader_sheet
from .pack_tools import Tool, tool_blocks
from .session import story_session
from .wordings import Word, wording


def plan_blocks(
    library: Library,
    recipe: Recipe,
    lang: Lang,
    stories: Sequence[StoryCard],
    law: Sequence[LawCard],
    rules: RulesCard,
    tools: Sequence[Tool],
    *,
    draft: bool,
) -> tuple[Side, ...]:
    """All the sides but for the title and the purpose, which stand at the head of the first.

    Two sides of how to begin and two of each story, so that each has a sheet of its own when both sides are printed.
    `draft` says that some of the pack's words await a fluent reader.
    """
    word, help_ = wording(library, lang), library.session.facilitation
    agendas = recipe.offered(library.session.agendas)
    follow_ups = tuple(item[lang] for item in help_.follow_ups)
    return (
        Side(tuple(_beginning(library, lang, agendas, stories, law, rules, word, draft=draft))),
        Side(tuple(_rules(library, lang, rules, tools, word)), follows=True),
        *(
            side
            for card in stories
            for side in leader_sheet(
                card,
                agendas,
                [story_session(library, library.stories[card.id], agenda, lang) for agenda in agendas],
                follow_ups,
                word,
            )
        ),
        *_to_fill_in(library, recipe, lang, word),
    )


def _beginning(
    library: Library,
    lang: Lang,
    agendas: Sequence[Agenda],
    stories: Sequence[StoryCard],
    law: Sequence[LawCard],
    rules: RulesCard,
    word: Word,
    *,
    draft: bool,
) -> Iterator[Block]:
    help_ = library.session.facilitation
    number = "one" if len(agendas) == 1 else "many"
    lengths = ", ".join(str(agenda.minutes) for agenda in agendas)
    if draft:
        yield plain(word("draft-note"))
    yield Heading(2, word("at-a-glance"))
    yield plain(word("sheets-help"))
    yield labelled(word("people"), help_.people[lang])
    yield labelled(word("room"), help_.room[lang])
    yield labelled(word("stories"), f"{'; '.join(card.title for card in stories)}.")
    if law:
        yield labelled(word("law-behind"), f"{'; '.join(card.name for card in law)}.")
    yield labelled(word(f"agendas-{number}"), f"{word('agenda', n=lengths)}. {word(f'agendas-own-{number}')}")
    if is_whole(rules.address):
        yield labelled(word("on-the-site"), rules.address)
    yield Heading(3, word("materials"))
    yield Listing(tuple(item[lang] for item in help_.materials))
    yield Heading(3, word("before"))
    yield Listing(tuple(item[lang] for item in help_.before))


def _rules(library: Library, lang: Lang, rules: RulesCard, tools: Sequence[Tool], word: Word) -> Iterator[Block]:
    """What a session begins with: roles are shared out, rules and note are read aloud."""
    yield Heading(2, word("roles"))
    yield from (labelled(role.name[lang], role.does[lang]) for role in library.session.facilitation.roles)
    yield Heading(2, word("ground-rules"))
    yield Listing(rules.rules, numbered=True)
    yield Heading(2, word("confidentiality-safeguarding"))
    yield Aside((Listing(rules.confidentiality),))
    yield from tool_blocks(tools, word)


def _to_fill_in(library: Library, recipe: Recipe, lang: Lang, word: Word) -> Iterator[Side]:
    """The group's record, overleaf what each writes down afterwards, and the slips that each person keeps.

    Slips are cut up: on a leaf of their own, which is the last, nothing is printed on their backs.
    """
    help_, title = library.session.facilitation, recipe.title[lang]
    record = (block for p in help_.record for block in (Heading(3, p.heading[lang]), plain(p.prompt[lang]), Ruled(6)))
    yield Side((Heading(2, word("record")), plain(word("record-help", title=title)), *record))
    log = (block for asked in help_.log for block in (Text((Span(asked[lang], strong=True),)), Ruled(2)))
    yield Side((Heading(2, word("log")), plain(word("log-help", title=title)), *log))
    slips = (Slip(p.heading[lang], p.prompt[lang], 5) for p in help_.slips)
    yield Side((Heading(2, word("slips")), plain(word("slips-help")), *slips))
