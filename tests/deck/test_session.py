"""The session of a story: the plan's steps with what each shows, asks and hands out, in both languages alike."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.conftest import mini_library
from tests.packs.conftest import with_text

from whatmatters.deck.session import story_session, story_sessions
from whatmatters.library.session import Agenda

both = pytest.mark.parametrize("lang", ["en", "cy"])


def agenda(library, minutes: int) -> Agenda:
    return next(one for one in library.session.agendas if one.minutes == minutes)


@both
def test_the_ending_waits_and_is_in_nothing_before_it(real, lang):
    """In every session of every story, no step before the ending holds a word of it, or the card that it stands on."""
    for story in real.stories.values():
        text = story.texts[lang]
        for session in story_sessions(real, story, lang):
            at = [step.shows for step in session.steps].index("ending")
            assert session.steps[at].paragraphs == text.after
            for step in session.steps[:at]:
                assert not set(text.after) & set(step.paragraphs)
                assert not set(text.afterwards) & set(step.questions)
                assert "card-2" not in step.hands_out
            assert set(session.at_pause) <= set(text.at_pause)
            assert set(session.afterwards) <= set(text.afterwards)


@both
@pytest.mark.parametrize(("minutes", "most"), [(15, 1), (30, 2), (60, None)])
def test_the_plan_decides_how_many_questions_are_asked(real, lang, minutes, most):
    """One of each list in a quarter of an hour, two in half an hour, all of them in an hour."""
    for story in real.stories.values():
        text, session = story.texts[lang], story_session(real, story, agenda(real, minutes), lang)
        assert session.at_pause == text.at_pause[:most]
        assert session.afterwards == text.afterwards[:most]


@both
def test_every_question_of_the_story_belongs_to_a_step(real, lang):
    """Whichever a leader chooses, it is asked at the pause or afterwards, where the plan would have it."""
    for story in real.stories.values():
        text = story.texts[lang]
        for session in story_sessions(real, story, lang):
            assert session.step("at-pause").could_ask == text.at_pause
            after = session.step("afterwards") or session.step("ending")
            assert after.could_ask == text.afterwards
            assert all(set(step.questions) <= set(step.could_ask) for step in session.steps if step.shows != "hear")


def test_steps_follow_each_other_and_fill_the_time(real):
    """Each begins when the one before it ends, and the last ends with the session."""
    story = next(iter(real.stories.values()))
    for session in story_sessions(real, story, "en"):
        ends = [step.begins + step.minutes for step in session.steps]
        assert [step.begins for step in session.steps] == [0, *ends[:-1]]
        assert ends[-1] == session.minutes


def test_the_last_steps_have_something_to_write_on(real):
    """What? So what? Now what? on the record sheet, and stop, start and continue on each one's slip."""
    session = story_session(real, next(iter(real.stories.values())), agenda(real, 60), "cy")
    assert [field.heading for field in session.step("record").fields] == ["Beth?", "Beth felly?", "Beth nawr?"]
    assert [field.heading for field in session.step("close").fields] == ["Stopio", "Dechrau", "Parhau"]
    assert session.step("welcome").rules
    assert session.step("welcome").confidentiality


@both
@pytest.mark.parametrize(("minutes", "first", "then"), [(15, 1, 0), (30, 1, 1), (60, 2, 1)])
def test_a_story_without_a_pause_is_read_in_one_go(lang, minutes, first, then):
    """Its reading has the time of both, nothing waits, and its questions are shared out between the talks."""
    library = mini_library()
    story = next(iter(library.stories.values()))
    asked = ("One?", "Two?", "Three?")
    library = with_text(library, story.id, lang, before=("All of it.",), after=(), at_pause=(), afterwards=asked)
    session = story_session(library, library.stories[story.id], agenda(library, minutes), lang)
    assert not session.has_pause
    assert session.after == ()
    assert session.steps[-1].begins + session.steps[-1].minutes == minutes
    assert session.step("story").title == library.interface("session-whole", lang)
    assert session.at_pause == asked[:first]
    assert session.afterwards == asked[first : first + then]
    assert tuple(question for step in session.steps for question in step.could_ask) == asked
    assert set(session.at_pause) <= set(session.step("at-pause").could_ask)
    assert not any("card-2" in step.hands_out for step in session.steps)
    # There is no ending to keep back.
    assert [name for step in session.steps for name in step.of_cards] == ["hands-card-1"]


@both
def test_what_is_done_with_the_cards_holds_for_those_on_one_and_on_more(real, lang):
    """Nothing is said of turning over before the ending, and what is kept back as the reading begins is handed out then."""
    for session in story_sessions(real, next(iter(real.stories.values())), lang):
        said = {step.shows: step.of_cards for step in session.steps if step.of_cards}
        assert said == {"story": ("hands-card-1", "keep-back"), "ending": ("hands-card-2",)}


def steps(*shown: str, **more) -> list[dict]:
    two = {"en": "x", "cy": "y"}
    return [{"minutes": 5, "shows": shows, "title": two, "text": two, **more.get(shows.replace("-", "_"), {})} for shows in shown]


@pytest.mark.parametrize(("given", "said"), [
    (steps("story", "ending", "at-pause"), "each may come once, in this order"),
    (steps("story", "story", "at-pause", "ending"), "each may come once, in this order"),
    (steps("welcome", "story", "ending"), "no step of it shows at-pause"),
    (steps("story", "at-pause", "ending", story={"hands_out": ["card-1", "card-2"]}), "`card-2` is handed out with story"),
    (steps("story", "at-pause", "tea", "ending"), "Input should be"),
    (steps("story", "at-pause", "ending", ending={"hands_out": ["cake"]}), "Input should be"),
])  # fmt: skip
def test_a_plan_that_would_tell_the_ending_or_names_what_is_not_there_is_refused(given, said):
    """Steps in another order, twice, left out or unknown; the ending's card handed out too soon."""
    with pytest.raises(ValidationError, match=said):
        Agenda.model_validate({"minutes": 5 * len(given), "steps": given})
