"""Rules for one recipe: the names that it uses. What comes of them is for `choices.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..library.recipe import Recipe
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .choices import choice_problems

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Names:
    """What one field of a recipe names, and what it may name."""

    loc: Loc
    """Where the field stands in the file."""
    given: tuple[str, ...]
    code: str
    missing: Callable[[str], Message]
    """Says that there is no such thing."""
    known: Collection[str]
    elsewhere: Message
    """How to mend it where no known name is near."""
    within: Loc = ()
    """Where the name stands within an item of the field, if the item is more than a name."""


def recipe_problems(library: Library, recipe: Recipe) -> Iterator[Problem]:
    """Names that do not exist or stand twice; where all of them are right, what is wrong with the choice."""
    found = [*_lengths(library, recipe)]
    for names in _names(library, recipe):
        found += [*_unknown(library, recipe, names), *_twice(library, recipe, names)]
    yield from found
    if not found and not library.broken:
        yield from choice_problems(library, recipe)


def _names(library: Library, recipe: Recipe) -> Iterator[Names]:
    wanted, words, topics = recipe.stories, library.vocabulary, library.read_across.topic
    for field in ("any", "all", "none"):
        given = getattr(wanted, field)
        yield Names(("stories", field), given, "V01", _no_tag, words.tags, Message("stories/tags.yml lists them"))
    kinds = [kind.id for kind in words.kinds]
    yield Names(("stories", "kind"), wanted.kind, "V07", _no_kind, kinds, _known(kinds))
    settings = [tag.id for tag in words.facet("setting").tags]
    yield Names(("stories", "setting"), wanted.setting, "V02", _no_setting, settings, _known(settings))
    stories = {*library.stories, *library.broken, *library.withdrawn}
    for field, given in (("pinned", wanted.pinned), ("not", wanted.not_)):
        yield Names(
            ("stories", field), given, "K02", _no_story, stories, Message("an id is the name of a story's folder")
        )
    for loc, given in ((("stories", "law"), wanted.law), (("law",), recipe.law)):
        yield Names(loc, given, "L01", _no_topic, topics, Message("docs/data/read-across.yml lists them"))
    categories = [f"{bank.id}/{c.id}" for bank in library.banks.values() for c in bank.categories]
    asked = tuple(choice.category for choice in recipe.questions)
    mend = Message("write it as `bank/category`")
    yield Names(("questions",), asked, "K03", _no_category, categories, mend, within=("category",))
    tools = [p.path.split("/")[1] for p in library.pages.values() if p.section == "tools" and not p.is_index]
    yield Names(("tools",), recipe.tools, "K12", _no_tool, tools, _known(tools))


def _known(names: list[str]) -> Message:
    return Message("known: {names}", names=tuple(names))


def _no_tag(name: str) -> Message:
    return Message("there is no tag `{name}`", name=name)


def _no_kind(name: str) -> Message:
    return Message("there is no kind `{name}`", name=name)


def _no_setting(name: str) -> Message:
    return Message("there is no setting `{name}`", name=name)


def _no_story(name: str) -> Message:
    return Message("there is no story `{name}`", name=name)


def _no_topic(name: str) -> Message:
    return Message("there is no law topic `{name}`", name=name)


def _no_category(name: str) -> Message:
    return Message("there is no question category `{name}`", name=name)


def _no_tool(name: str) -> Message:
    return Message("there is no tool `{name}`", name=name)


def _unknown(library: Library, recipe: Recipe, names: Names) -> Iterator[Problem]:
    for i, name in enumerate(names.given):
        if name not in names.known:
            line = library.line(recipe.file, *names.loc, i, *names.within)
            mend = did_you_mean(name, names.known, names.elsewhere)
            yield Problem(recipe.file, line, names.code, names.missing(name), mend)


def _twice(library: Library, recipe: Recipe, names: Names) -> Iterator[Problem]:
    for i, name in enumerate(names.given):
        if name in names.given[:i]:
            line = library.line(recipe.file, *names.loc, i, *names.within)
            field = ".".join(map(str, names.loc))
            yield Problem(
                recipe.file,
                line,
                "K07",
                Message("`{name}` stands under `{field}` twice", name=name, field=field),
                Message("keep one of them"),
            )


def _lengths(library: Library, recipe: Recipe) -> Iterator[Problem]:
    known = [agenda.minutes for agenda in library.session.agendas]
    for i, minutes in enumerate(recipe.lengths):
        line = library.line(recipe.file, "lengths", i)
        if minutes not in known:
            nearest = min(known, key=lambda m: abs(m - minutes))
            mend = Message(
                "did you mean {nearest}? docs/data/agendas.yml has {known}", nearest=nearest, known=tuple(known)
            )
            yield Problem(
                recipe.file, line, "K06", Message("there is no plan for {minutes} minutes", minutes=minutes), mend
            )
        elif minutes in recipe.lengths[:i]:
            yield Problem(
                recipe.file,
                line,
                "K07",
                Message("`{name}` stands under `{field}` twice", name=minutes, field="lengths"),
                Message("keep one of them"),
            )
