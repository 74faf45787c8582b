"""What happened comes before what was imagined, and a story that says "I" tells whose words those are."""

from __future__ import annotations

import pytest
from tests.conftest import TODAY

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.film import film_line
from whatmatters.library.provenance import ACCOUNTS, account, how_many_real, real_first
from whatmatters.site.finder_facets import stories_in_order
from whatmatters.site.pages import made_pages
from whatmatters.site.render import renderer
from whatmatters.site.shell import template_globals
from whatmatters.site.views import story_cards

#: People who tell their stories themselves, with what each is told after.
FIRST_PERSONS = {
    "hours-in-the-bank": ("her film", "ei ffilm"),
    "christmas-shopping": ("her film", "ei ffilm"),
    "the-cat-came-too": ("his own account", "ei hanes ei hun"),
    "the-long-way-back": ("the film", "y ffilm"),
}
OURS = {"en": "in our words", "cy": "yn ein geiriau ni"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_and_the_finder_begin_with_real_accounts(real, lang):
    """Then come those that were imagined further, then the invented; each by title."""
    cards = [real.stories[card.id] for card in story_cards(real, real.stories.values(), lang, lambda to: to)]
    for stories in (cards, list(stories_in_order(real, lang))):
        ranks = [ACCOUNTS.index(account(story.facts)) for story in stories]
        assert ranks == sorted(ranks)
        assert set(ranks) == {0, 1, 2}
        titles = [story for story in real.by_title(tuple(stories), lang) if account(story.facts) == "real"]
        assert stories[: len(titles)] == titles


def test_what_is_of_one_kind_stays_as_it_was(real):
    """Nothing but the account decides."""
    stories = real.by_title(tuple(real.stories.values()), "cy")
    invented = [story for story in stories if account(story.facts) == "invented"]
    assert [story for story in real_first(stories) if account(story.facts) == "invented"] == invented


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_shows_a_real_account_and_says_how_many_there_are(real, lang):
    """Today's story is never an invented one; packs of real accounts alone come before the others."""
    home = template_globals(real, lang)["home"]
    assert {account(real.stories[story["id"]].facts) for story in home["stories"]} == {"real"}
    assert (home["count"], home["real"]) == (len(real.stories), how_many_real(real.stories.values()))
    by_title = {recipe.title[lang]: recipe.id for recipe in real.recipes.values()}
    whole = [
        all(account(one.story.facts) == "real" for one in real.chosen[by_title[pack["title"]]]) for pack in home["packs"]
    ]
    assert whole == sorted(whole, reverse=True)
    assert sum(whole) >= 4


def test_home_offers_the_same_packs_in_both_languages(real):
    """In one order, whatever their titles."""
    offered = [
        [by_title[pack["title"]] for pack in template_globals(real, lang)["home"]["packs"]]
        for lang in LANGUAGES
        for by_title in [{recipe.title[lang]: recipe.id for recipe in real.recipes.values()}]
    ]
    assert offered[0] == offered[1]


def test_the_page_of_all_stories_says_so(real):
    """With the number of real accounts."""
    made = made_pages(real, renderer(real.interface), {}, {}, TODAY).values()
    html = {page.lang: page.html for page in made if page.path == "stories/"}
    n = how_many_real(real.stories.values())
    assert f"Real accounts: {n}." in html["en"]
    assert f"Hanesion go iawn: {n}." in html["cy"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FIRST_PERSONS)
def test_first_persons_say_whose_words_they_are_told_in(real, name, lang):
    """In the summary that lists and the session show, in the last paragraph that every form prints,
    and in the line on the film that whoever leads reads first."""
    story, after = real.stories[name], FIRST_PERSONS[name][LANGUAGES.index(lang)]
    text = story.texts[lang]
    assert story.facts.own_voice
    assert after in text.summary
    assert OURS[lang] in text.summary
    assert OURS[lang] in text.after[-1]
    if story.facts.film:
        line = film_line(story.facts.film, real.interface, lang, ending=True, own_voice=story.facts.own_voice)
        assert line.voice is not None
        assert OURS[lang] in line.voice


def test_a_story_that_does_not_say_i_says_nothing_of_it(real):
    """The line is for those alone."""
    story = real.stories["the-drawing"]
    assert not story.facts.own_voice
    assert film_line(story.facts.film, real.interface, "en", ending=True).voice is None
