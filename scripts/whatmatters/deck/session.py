"""A session: one story in so many minutes, as the steps that the plan, the clock, the screen and the paper follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from ..language.bilingual import LANGUAGES, Lang
from ..library.film import watched_in_steps
from ..library.library import Library
from ..library.session import Agenda, HandsOut, Prompt, Shows, Step
from ..library.story import Story, StoryText
from ..library.texts import digest

#: The cards of a story: it to its pause with what is asked there, and the ending with what is asked afterwards.
CARDS: tuple[HandsOut, ...] = ("card-1", "card-2")


@dataclass(frozen=True)
class Asked:
    """Something to fill in: a heading, with a line of help."""

    heading: str
    prompt: str


@dataclass(frozen=True)
class SessionStep:
    """One step in one language, with all that a form may show of it."""

    shows: Shows
    begins: int
    """Minutes after the session's start."""
    minutes: int
    title: str
    says: str
    """What the leader says or does."""
    hands_out: tuple[HandsOut, ...] = ()
    """What people are given as it begins."""
    keeps_back: bool = False
    """Are cards kept back then, since the ending may have one of its own?"""
    paragraphs: tuple[str, ...] = ()
    """What is read aloud: the story to its pause, or the ending."""
    questions: tuple[str, ...] = ()
    """What is asked, each by itself."""
    could_ask: tuple[str, ...] = ()
    """What may be asked in it, if the leader so chooses: those of the plan among them, in the story's order."""
    rules: tuple[str, ...] = ()
    """The ground rules, where they are read."""
    confidentiality: tuple[str, ...] = ()
    """What is said of names and of safeguarding, where the rules are read."""
    fields: tuple[Asked, ...] = ()
    """What is written down."""

    @property
    def cards(self) -> tuple[HandsOut, ...]:
        """The cards among what is handed out: the plan's own words speak of the rest."""
        return tuple(what for what in self.hands_out if what in CARDS)

    @property
    def of_cards(self) -> tuple[str, ...]:
        """The wordings of what is done with the cards; they hold for all kinds: no plan knows which are used."""
        given = tuple(f"hands-{what}" for what in self.cards)
        return (*given, "keep-back") if given and self.keeps_back else given


@dataclass(frozen=True)
class StorySession:
    """A story in so many minutes, in one language."""

    story: str
    """The story's id."""
    lang: Lang
    title: str
    """The story's title."""
    minutes: int
    steps: tuple[SessionStep, ...]

    @property
    def has_pause(self) -> bool:
        """Whether the story stops for talk; one without a pause is read to its end at once."""
        return any(step.shows == "ending" for step in self.steps)

    def step(self, shows: Shows) -> SessionStep | None:
        """The step that is about something; None where the plan has none."""
        return next((step for step in self.steps if step.shows == shows), None)

    @property
    def before(self) -> tuple[str, ...]:
        """Paragraphs to the pause; all of a story without one."""
        return self._of("paragraphs", "story")

    @property
    def at_pause(self) -> tuple[str, ...]:
        """The questions for the first talk."""
        return self._of("questions", "at-pause")

    @property
    def after(self) -> tuple[str, ...]:
        """Paragraphs of what happened next."""
        return self._of("paragraphs", "ending")

    @property
    def afterwards(self) -> tuple[str, ...]:
        """The questions for the talk that follows the ending, whichever step asks them."""
        return (*self._of("questions", "ending"), *self._of("questions", "afterwards"))

    def _of(self, what: str, shows: Shows) -> tuple[str, ...]:
        step = self.step(shows)
        return getattr(step, what) if step else ()


def story_session(library: Library, story: Story, agenda: Agenda, lang: Lang) -> StorySession:
    """The session of a story by a plan.

    A story without a pause is read to its end in one go, in the time of both readings, and its questions are
    shared out between the talk that follows and the one after that.
    """
    text = story.texts[lang]
    steps = tuple(_steps(library, text, agenda, lang))
    begins = accumulate((step.minutes for step in steps), initial=0)
    return StorySession(
        story=story.id,
        lang=lang,
        title=text.title,
        minutes=agenda.minutes,
        # `begins` has one more: the moment at which the last step ends.
        steps=tuple(
            _with_film(_filled(library, text, agenda, step, at, lang), library, story, lang)
            for step, at in zip(steps, begins, strict=False)
        ),
    )


def story_sessions(library: Library, story: Story, lang: Lang) -> tuple[StorySession, ...]:
    """The sessions of a story, one for each plan, in the order of the plans."""
    return tuple(story_session(library, story, agenda, lang) for agenda in library.session.agendas)


def questions_known_by(story: Story) -> tuple[str, int, int]:
    """How a link that names a story's questions by number is held against them: mark, how many, how many come first.

    The mark are four letters of a digest of their words: other words have another. Those that come first are asked at
    the pause; where there is none, any may be.
    """
    texts = [story.texts[lang] for lang in LANGUAGES]
    mark = digest("\n".join(question for text in texts for question in text.questions))[:4]
    return mark, len(texts[0].questions), len(texts[0].at_pause) or len(texts[0].questions)


def _steps(library: Library, text: StoryText, agenda: Agenda, lang: Lang) -> Iterator[Step]:
    """The plan's steps; where there is no ending to wait for, its time goes to the reading."""
    if text.after:
        yield from agenda.steps
        return
    ending = sum(step.minutes for step in agenda.steps if step.shows == "ending")
    for step in agenda.steps:
        if step.shows == "story":
            yield step.model_copy(update={"minutes": step.minutes + ending})
        elif step.shows != "ending":
            yield step


def _filled(library: Library, text: StoryText, agenda: Agenda, step: Step, begins: int, lang: Lang) -> SessionStep:
    session, help_, shows = library.session, library.session.facilitation, step.shows
    whole = shows == "story" and not text.after
    words = library.interface
    asked, could_ask = _questions(text, agenda)
    return SessionStep(
        shows=shows,
        begins=begins,
        minutes=step.minutes,
        title=words("session-whole", lang) if whole else step.title[lang],
        says=words("session-whole-text", lang) if whole else step.text[lang],
        hands_out=step.hands_out,
        keeps_back=shows == "story" and not whole,
        paragraphs={"story": text.before, "ending": text.after}.get(shows, ()),
        questions=asked.get(shows, ()),
        could_ask=could_ask.get(shows, ()),
        rules=tuple(rule[lang] for rule in session.ground_rules) if shows == "welcome" else (),
        confidentiality=session.confidential(lang) if shows == "welcome" else (),
        fields=_fields({"record": help_.record, "close": help_.slips}.get(shows, ()), lang),
    )


def _with_film(step: SessionStep, library: Library, story: Story, lang: Lang) -> SessionStep:
    """The step with the times of the story's film, where it reads as far as the pause, or from there on."""
    film, paused = story.facts.film, bool(story.texts[lang].after)
    watched = watched_in_steps(film, library.interface, lang) if film is not None and paused else None
    if watched is None or step.shows not in ("story", "ending"):
        return step
    return replace(step, says=f"{step.says} {watched[step.shows == 'ending']}")


#: Questions by the step that they belong to.
_ByStep = dict[Shows, tuple[str, ...]]


def _questions(text: StoryText, agenda: Agenda) -> tuple[_ByStep, _ByStep]:
    """What each step asks, as many questions of each list as the plan has time for; and what each could ask."""
    shown, last = agenda.shown, agenda.questions
    after: Shows = "afterwards" if "afterwards" in shown else "ending"
    at_pause, afterwards = text.at_pause, text.afterwards
    first, then = at_pause[:last], afterwards[:last]
    if not text.after:
        chosen = afterwards[:last]
        half = len(afterwards) if after == "ending" else (len(chosen) + 1) // 2
        at_pause, afterwards = afterwards[:half], afterwards[half:]
        first, then = chosen[:half], chosen[half:]
    # What the groups report on stands before them once more.
    return {"at-pause": first, "hear": first, after: then}, {"at-pause": at_pause, after: afterwards}


def _fields(prompts: tuple[Prompt, ...], lang: Lang) -> tuple[Asked, ...]:
    return tuple(Asked(p.heading[lang], p.prompt[lang]) for p in prompts)
