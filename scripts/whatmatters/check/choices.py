"""Rules for what a recipe chooses, once all the names in it are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..library.filters import LOOKING, emptied_by, looks
from ..library.library import Library
from ..library.recipe import Recipe
from ..messages.message import Message
from ..messages.problem import Problem


def choice_problems(library: Library, recipe: Recipe) -> Iterator[Problem]:
    """A recipe that chooses nothing, contradicts itself, cannot hold what it pins, or makes another pack over again."""
    yield from (_forgiven(library, p, recipe) for p in _nothing(library, recipe))
    yield from _pinned_and_not(library, recipe)
    yield from _pinned_beyond_the_limit(library, recipe)
    yield from _same_as_another(library, recipe)


def _forgiven(library: Library, problem: Problem, *recipes: Recipe) -> Problem:
    """Advice where a pack lost a story to a withdrawal: that is no mistake of an editor's, and the build goes on."""
    if not any(r.id in record.packs for record in library.withdrawn.values() for r in recipes):
        return problem
    return replace(
        problem, message=Message("{message}, now that a story was withdrawn", message=problem.message), advice=True
    )


def _nothing(library: Library, recipe: Recipe) -> Iterator[Problem]:
    """No story at all, or none but the pinned ones although the recipe looks for more."""
    file, wanted = recipe.file, recipe.stories
    emptied = emptied_by(wanted, library.open_to(recipe).values()) if looks(wanted) else None
    if emptied is None:
        if not library.chosen[recipe.id]:
            fields = tuple(f"`{field}`" for field in LOOKING)
            mend = Message("pin a story, or say what to look for under one of {fields}", fields=fields)
            yield Problem(file, library.line(file, "stories"), "K01", Message("this recipe chooses nothing"), mend)
        return
    field, before = emptied
    why = (
        Message("of {before} that is left before it, `{field}` lets none through", before=before, field=field)
        if before == 1
        else Message("of {before} that are left before it, `{field}` lets none through", before=before, field=field)
    )
    if library.chosen[recipe.id]:
        line = library.line(file, "stories", field)
        mend = Message(
            "ask for less under `{field}`, or keep only the pinned stories and take out what looks for more",
            field=field,
        )
        yield Problem(file, line, "K09", Message("only the pinned stories are chosen: {why}", why=why), mend)
    else:
        mend = Message("ask for less under `{field}`, or pin a story", field=field)
        yield Problem(
            file, library.line(file, "stories"), "K01", Message("this recipe chooses nothing: {why}", why=why), mend
        )


def _pinned_and_not(library: Library, recipe: Recipe) -> Iterator[Problem]:
    for i, story in enumerate(recipe.stories.not_):
        if story in recipe.stories.pinned:
            line = library.line(recipe.file, "stories", "not", i)
            mend = Message("take it out of one of the two")
            yield Problem(
                recipe.file, line, "K08", Message("`{name}` is pinned, and stands under `not` too", name=story), mend
            )


def _pinned_beyond_the_limit(library: Library, recipe: Recipe) -> Iterator[Problem]:
    wanted = recipe.stories
    if left_out := wanted.pinned[wanted.limit :]:
        names = tuple(f"`{story}`" for story in left_out)
        line = library.line(recipe.file, "stories", "limit")
        mend = Message("write `limit: {count}` or more, or pin fewer", count=len(wanted.pinned))
        message = Message("the limit of {limit} leaves out what is pinned: {names}", limit=wanted.limit, names=names)
        yield Problem(recipe.file, line, "K10", message, mend)


def _same_as_another(library: Library, recipe: Recipe) -> Iterator[Problem]:
    """The same stories with the same questions, in whatever order; told of the recipe whose name comes later.

    A further root's recipes are told of its own and of this project's, never the other way round.
    """
    mine = _choice(library, recipe)
    for other in library.recipes.values():
        before = other.id < recipe.id if other.root == recipe.root else not other.root
        if before and mine[0] and _choice(library, other) == mine:
            line = library.line(recipe.file, "stories")
            message = Message("this recipe chooses the same stories and the same questions as {file}", file=other.file)
            problem = Problem(
                recipe.file, line, "K11", message, Message("choose otherwise here, or remove one of the two")
            )
            yield _forgiven(library, problem, recipe, other)
            return


def _choice(library: Library, recipe: Recipe) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the stories and of the questions that a recipe's pack holds."""
    stories = frozenset(chosen.story.id for chosen in library.chosen[recipe.id])
    asked = library.questions[recipe.id]
    return stories, frozenset(f"{a.bank.id}/{question.id}" for a in asked for question in a.questions)
