"""Rules for one recipe: the names that it uses. What comes of them is for `choices.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..library.library import Library
from ..library.problems import Problem, did_you_mean
from ..library.recipe import Recipe
from .choices import choice_problems

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Names:
    """What one field of a recipe names, and what it may name."""

    loc: Loc
    """Where the field stands in the file."""
    given: tuple[str, ...]
    code: str
    what: str
    """What is named: `there is no tag …`."""
    known: Collection[str]
    elsewhere: str
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
        yield Names(("stories", field), given, "V01", "tag", words.tags, "stories/tags.yml lists them")
    kinds = [kind.id for kind in words.kinds]
    yield Names(("stories", "kind"), wanted.kind, "V07", "kind", kinds, "known: " + ", ".join(kinds))
    settings = [tag.id for tag in words.facet("setting").tags]
    yield Names(("stories", "setting"), wanted.setting, "V02", "setting", settings, "known: " + ", ".join(settings))
    stories = {*library.stories, *library.broken, *library.withdrawn}
    for field, given in (("pinned", wanted.pinned), ("not", wanted.not_)):
        yield Names(("stories", field), given, "K02", "story", stories, "an id is the name of a story's folder")
    for loc, given in ((("stories", "law"), wanted.law), (("law",), recipe.law)):
        yield Names(loc, given, "L01", "law topic", topics, "docs/data/read-across.yml lists them")
    categories = [f"{bank.id}/{c.id}" for bank in library.banks.values() for c in bank.categories]
    asked = tuple(choice.category for choice in recipe.questions)
    mend = "write it as `bank/category`"
    yield Names(("questions",), asked, "K03", "question category", categories, mend, within=("category",))
    tools = [p.path.split("/")[1] for p in library.pages.values() if p.section == "tools" and not p.is_index]
    yield Names(("tools",), recipe.tools, "K12", "tool", tools, "known: " + ", ".join(tools))


def _unknown(library: Library, recipe: Recipe, names: Names) -> Iterator[Problem]:
    for i, name in enumerate(names.given):
        if name not in names.known:
            line = library.line(recipe.file, *names.loc, i, *names.within)
            mend = did_you_mean(name, names.known, names.elsewhere)
            yield Problem(recipe.file, line, names.code, f"there is no {names.what} `{name}`", mend)


def _twice(library: Library, recipe: Recipe, names: Names) -> Iterator[Problem]:
    for i, name in enumerate(names.given):
        if name in names.given[:i]:
            line = library.line(recipe.file, *names.loc, i, *names.within)
            field = ".".join(map(str, names.loc))
            yield Problem(recipe.file, line, "K07", f"`{name}` stands under `{field}` twice", "keep one of them")


def _lengths(library: Library, recipe: Recipe) -> Iterator[Problem]:
    known = [agenda.minutes for agenda in library.session.agendas]
    for i, minutes in enumerate(recipe.lengths):
        line = library.line(recipe.file, "lengths", i)
        if minutes not in known:
            nearest = min(known, key=lambda m: abs(m - minutes))
            mend = f"did you mean {nearest}? docs/data/agendas.yml has " + ", ".join(map(str, known))
            yield Problem(recipe.file, line, "K06", f"there is no plan for {minutes} minutes", mend)
        elif minutes in recipe.lengths[:i]:
            yield Problem(recipe.file, line, "K07", f"`{minutes}` stands under `lengths` twice", "keep one of them")
