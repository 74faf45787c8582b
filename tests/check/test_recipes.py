"""What is wrong with a recipe is named with its line and a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

PACK = "stories/packs/worth-it.yml"
HEAD = """title: {en: Worth it, cy: Gwerth chweil}
purpose: {en: To talk about what a risk is for., cy: Trafod beth yw pwrpas risg.}
stories:
"""

#: What stands below the line `stories:`, which is the third; then code, line, message and the way to mend it.
WRONG = [
    ("  any: [rsk]", "V01", 4, "there is no tag `rsk`", "did you mean `risk`?"),
    ("  any: [risk]\n  none: [risk, zzz]", "V01", 5, "there is no tag `zzz`", "stories/tags.yml lists them"),
    ("  any: [risk]\n  kind: [magic-momnt]", "V07", 5, "there is no kind `magic-momnt`", "did you mean `magic-moment`?"),
    ("  setting: [car-home]", "V02", 4, "there is no setting `car-home`", "did you mean `care-home`?"),
    # A tag of another facet is no setting.
    ("  setting: [risk]", "V02", 4, "there is no setting `risk`", "known: care-home, own-home"),
    ("  law: [voyce]", "L01", 4, "there is no law topic `voyce`", "did you mean `voice`?"),
    ("  any: [risk]\nlaw: [voice, personal-plann]", "L01", 5, "`personal-plann`", "did you mean `personal-plan`?"),
    ("  pinned: [the-blu-cup]", "K02", 4, "there is no story `the-blu-cup`", "did you mean `the-blue-cup`?"),
    ("  any: [risk]\n  not: [two-song]", "K02", 5, "there is no story `two-song`", "did you mean `two-songs`?"),
    (
        "  any: [risk]\nquestions:\n  - {category: story-discussion/choises}",
        *("K03", 6, "there is no question category `story-discussion/choises`", "did you mean `story-discussion/choices`?"),
    ),
    ("  any: [risk]\ntools: [strength-map]", "K12", 5, "there is no tool `strength-map`", "did you mean `strengths-map`?"),
    ("  any: [risk]\ntools: [index]", "K12", 5, "there is no tool `index`", "known: culture-star"),
    ("  any: [risk]\nlengths: [30, 45]", "K06", 5, "there is no plan for 45 minutes", "did you mean 30?"),
    ("  any: [risk]\nlengths: [90]", "K06", 5, "there is no plan for 90 minutes", "did you mean 60?"),
    ("  any: [risk]\nlengths: [half an hour]", "F03", 5, "`lengths.0` does not fit", "it now says `half an hour`"),
    ("  any: [risk]\n  nott: [two-songs]", "F01", 5, "`stories.nott` is not a field", "did you mean `not`?"),
    ("  any: [risk]\n  not_: [two-songs]", "F01", 5, "`stories.not_` is not a field", "did you mean `not`?"),
    # twice
    ("  any: [risk, family, risk]", "K07", 4, "`risk` stands under `stories.any` twice", "keep one of them"),
    ("  any: [risk]\nlengths: [15, 15]", "K07", 5, "`15` stands under `lengths` twice", "keep one of them"),
    (
        "  any: [risk]\nquestions:\n  - {category: strengths/using}\n  - {category: strengths/using, take: 5}",
        *("K07", 7, "`strengths/using` stands under `questions` twice", "keep one of them"),
    ),
    # what comes of names that are all right
    ("  limit: 3", "K01", 3, "this recipe chooses nothing", "say what to look for under one of `any`, `all`, `kind`"),
    ("  none: [risk]", "K01", 3, "this recipe chooses nothing", "pin a story, or say what to look for"),
    (
        "  all: [risk, dementia]",
        *("K01", 3, "of 3 that are left before it, `all` lets none through", "ask for less under `all`, or pin a story"),
    ),
    (
        "  pinned: [the-blue-cup]\n  any: [risk]\n  setting: [hospital]",
        *("K09", 6, "of 1 that is left before it, `setting` lets none through", "ask for less under `setting`"),
    ),
    (
        "  pinned: [the-blue-cup]\n  law: [personal-plan]\n  kind: [first-person]",
        *("K09", 6, "only the pinned stories are chosen: of 3 that are left before it, `kind`", "keep only the pinned"),
    ),
    (
        "  pinned: [the-blue-cup]\n  any: [risk]\n  none: [risk]",
        *("K09", 6, "`none` lets none through", "take out what looks for more"),
    ),
    (
        "  pinned: [the-blue-cup]\n  any: [risk]\n  not: [two-songs, the-blue-cup]",
        *("K08", 6, "`the-blue-cup` is pinned, and stands under `not` too", "take it out of one of the two"),
    ),
    (
        "  pinned: [the-blue-cup, two-songs, a-walk-to-the-shop]\n  limit: 1",
        *("K10", 5, "the limit of 1 leaves out what is pinned: `two-songs`, `a-walk-to-the-shop`", "write `limit: 3`"),
    ),
]


@pytest.mark.parametrize(("below", "code", "line", "message", "mend"), WRONG, ids=[f"{w[1]} {w[0]}" for w in WRONG])
def test_what_is_wrong_is_named(project: Path, errors, below, code, line, message, mend):
    """One thing is wrong, and it alone is told, at its line."""
    (project / PACK).write_text(f"{HEAD}{below}\n", encoding="utf-8")
    (problem,) = errors()
    assert (problem.path, problem.code, problem.line) == (PACK, code, line)
    assert message in problem.message
    assert mend in problem.mend


RIGHT = [
    "  pinned: [the-blue-cup]",
    "  any: [risk]\n  all: [risk]\n  kind: [practice-example]\n  setting: [in-the-community]\n  none: [dementia]",
    "  law: [personal-plan]\n  not: [two-songs]\n  limit: 1",
    "  any: [risk]\nquestions: []\nlaw: []\ntools: [strengths-map, exploratory-talk]\nlengths: [60, 15]",
    # A filter that only pinned stories pass has found what it looked for.
    "  pinned: [a-walk-to-the-shop]\n  any: [risk]\n  limit: 1",
]


@pytest.mark.parametrize("below", RIGHT)
def test_what_is_right_is_not_complained_of(project: Path, errors, below):
    """Every field may stand there, and every one but the stories may be missing."""
    (project / PACK).write_text(f"{HEAD}{below}\n", encoding="utf-8")
    assert errors() == []


ASKED = "questions:\n  - {category: story-discussion/first-thoughts, take: 2}\n"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # The same by other means, and in another order.
        (f"  pinned: [two-songs, the-blue-cup]\n{ASKED}", f"  any: [everyday-joys]\n{ASKED}", True),
        (f"  any: [risk]\n{ASKED}", f"  any: [risk]\n{ASKED}law: [voice]\n", True),
        (f"  any: [risk]\n{ASKED}", f"  any: [risk]\n{ASKED}".replace("take: 2", "take: 3"), False),
        (f"  any: [risk]\n{ASKED}", f"  any: [everyday-joys]\n{ASKED}", False),
    ],
)
def test_two_recipes_that_choose_the_same(project: Path, errors, first, second, same):
    """The same stories with the same questions make one pack twice; told of the recipe whose name comes later."""
    (project / PACK).write_text(HEAD + first, encoding="utf-8")
    (project / "stories/packs/worth-more.yml").write_text(HEAD + second, encoding="utf-8")
    found = errors()
    assert [(p.path, p.code, p.line) for p in found] == ([("stories/packs/worth-more.yml", "K11", 3)] if same else [])
    assert all(PACK in p.message for p in found)


def test_a_story_that_cannot_be_read_is_not_blamed_on_recipes(project: Path, errors):
    """While a story is broken nobody can say what a recipe would choose."""
    (project / PACK).write_text(f"{HEAD}  any: [risk]\n", encoding="utf-8")
    (project / "stories/practice-examples/a-walk-to-the-shop/cy.md").unlink()
    assert {p.path for p in errors()} == {"stories/practice-examples/a-walk-to-the-shop/cy.md"}
