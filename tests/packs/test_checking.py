"""Rules and the measuring of cards side by side say what they say one after the other."""

from __future__ import annotations

import pickle

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.packs import checking
from whatmatters.packs.card_fit import fit_problems
from whatmatters.packs.checking import check_everything

CUP = "stories/magic-moments/the-blue-cup"


class AtOnce:
    """Work that is done when it is begun, as another process would: its answer travels."""

    begun = 0

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    @classmethod
    def start(cls, work):
        cls.begun += 1
        return cls(pickle.dumps(work()))

    def result(self):
        return pickle.loads(self._answer)

    def stop(self):
        """Nothing goes on."""


@pytest.fixture
def beside(monkeypatch) -> type[AtOnce]:
    """As on Linux without threads of Python's own, which a run of tests has."""
    monkeypatch.setattr(AtOnce, "begun", 0)
    monkeypatch.setattr(checking, "Beside", AtOnce)
    return AtOnce


def in_turn(project):
    report = check_project(project, TODAY)
    return report.and_also(fit_problems(report.sound) if report.sound is not None else [])


FAULTS = {
    "nothing": ("en.md", lambda text: text),
    "a card that is too long": ("en.md", lambda text: text.replace("\n\n", "\n\n" + "She walked on and on. " * 90 + "\n\n", 2)),
    "a theme that is none": ("story.yml", lambda text: text.replace("everyday-joys", "made-up")),
    "a topic of law that is none": ("story.yml", lambda text: text.replace("[personal-plan]", "[made-up]")),
    "a file that cannot be read": ("story.yml", lambda text: "id: ["),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_side_by_side_or_in_turn(project, beside, fault):
    file, spoil = FAULTS[fault]
    path = project / CUP / file
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    expected = in_turn(project)
    assert check_everything(project, TODAY).problems == expected.problems
    assert bool(expected.errors) == (fault != "nothing")
    # What could not be read is told first, and nothing goes on beside it.
    assert beside.begun == (fault != "a file that cannot be read")


def test_what_faults_keep_from_being_measured_is_not_told(project, beside, monkeypatch):
    """The rules' word comes first; the cards of sound stories are measured after it."""
    def measured(library):
        if "the-blue-cup" in library.stories:
            raise KeyError("made-up")
        return fit_problems(library)

    monkeypatch.setattr(checking, "fit_problems", measured)
    path = project / CUP / "story.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("everyday-joys", "made-up"), encoding="utf-8")
    assert {p.path for p in check_everything(project, TODAY).errors} == {f"{CUP}/story.yml"}


def test_what_measuring_raises_over_a_sound_library_is_raised(project, beside, monkeypatch):
    def measured(library):
        raise KeyError("the-fault")

    monkeypatch.setattr(checking, "fit_problems", measured)
    with pytest.raises(KeyError, match="the-fault"):
        check_everything(project, TODAY)


def test_where_edits_follow_the_rules_are_applied_here(project, beside):
    """What they remember would be gone with the other process."""
    assert check_everything(project, TODAY, edits_follow=True).problems == in_turn(project).problems
    assert beside.begun == 0
