"""Cards as data for browsers: the packs' own faces, and no ending among what is handed out first."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

import pytest

from tests.conftest import mini_library
from whatmatters.deck import story_card_faces
from whatmatters.deck.browser_card_data import BOTH, CardData
from whatmatters.deck.card_face import NO_STAMP
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_faces_json import SizedFace, face_json
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.cards_at_their_size import arrange
from whatmatters.deck.choosing_ways import on_two, story_ways
from whatmatters.deck.pack_description import question_card, story_card
from whatmatters.deck.type_size import SIZES, Ruler
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.selection import ChosenQuestions

LANGS = pytest.mark.parametrize("lang", LANGUAGES)
ADDRESS = "https://care.example.wales/"


@cache
def pieces(site_url: str | None = None) -> dict[str, dict[str, Any]]:
    """Everything that is made of the miniature library, as a browser reads it, by place and name."""
    made = {f"{place} {name}": data for place, name, data in CardData(mini_library(), site_url=site_url).pieces()}
    return json.loads(json.dumps(made))


def faces(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [face for card in data["cards"] for face in card]


@pytest.mark.parametrize("place", [*LANGUAGES, BOTH])
def test_a_storys_questions_have_their_numbers(place):
    """On every card that asks them, in either language, so that a session's cards ask what was chosen; other lists have none."""
    for story in mini_library().stories.values():
        for lang in LANGUAGES if place == BOTH else (place,):
            questions = story.texts[lang].questions
            mine = [f for f in faces(pieces()[f"{place} cards-{story.id}"]) if f.get("lang", place) == lang]
            lists = [block for face in mine for block in face["blocks"] if block["t"] == "list"]
            assert [questions[n - 1] for one in lists for n in one["asks"]] == [item for one in lists for item in one["items"]]
            assert [n for one in lists for n in one["asks"]] == list(range(1, len(questions) + 1))
    assert "asks" not in json.dumps(pieces()[f"{place} rules"])


def bare(face: dict[str, Any]) -> dict[str, Any]:
    """A face without its foot, which has the pack or the library, and where it is to be found."""
    return {name: value for name, value in face.items() if name not in {"foot", "mark", "code"}}


def test_a_way_is_made_when_it_is_asked_for(monkeypatch):
    """A story that has room in its first way has none of the others made, and each is made once."""
    made = []
    for name in ("_on_one", "_on_two"):
        way = getattr(story_card_faces, name)
        monkeypatch.setattr(story_card_faces, name, lambda *of, way=way, name=name, **how: (made.append(name), way(*of, **how))[1])
    library, ruler = mini_library(), Ruler(sheets()[CARDS], SIZES)
    first = next(i for i in library.stories if story_ways(library, [i], ruler)[i] == 0 and library.stories[i].texts["en"].after)
    made.clear()
    story_ways(library, [first], ruler)
    assert made == ["_on_one"] * len(LANGUAGES)
    made.clear()
    found = ways(story_card(library, library.stories[first], "en"), wording(library, "en"), NO_STAMP)
    assert (len(found), made) == (2 + len(library.stories[first].texts["en"].afterwards), [])
    assert found[-1] is found[len(found) - 1] is found[-1:][0]
    assert made == ["_on_two"]
    assert [*found] == [found[n] for n in range(len(found))]
    with pytest.raises(IndexError):
        found[len(found)]


def test_a_storys_cards_are_made_together():
    """In each language and in both: what was measured of its paragraphs need not be remembered until all stories are through."""
    names = [name.removeprefix("apart-").removeprefix("cards-") for _, name, _ in CardData(mini_library()).pieces() if name.startswith(("cards-", "apart-"))]
    assert [name for name, _ in groupby(names)] == [*mini_library().stories]
    assert len(names) > 3 * len(mini_library().stories) - 1


@LANGS
def test_a_story_has_the_faces_that_packs_print(lang):
    """Word for word, at the same size."""
    library, ruler = mini_library(), Ruler(sheets()[CARDS], SIZES)
    way_of = story_ways(library, library.stories, ruler)
    for story in library.stories.values():
        card = story_card(library, story, lang)
        printed, problems = arrange([card], way_of, wording(library, lang), lang, NO_STAMP, ruler)
        assert problems == []
        wanted = [
            [
                bare(face_json(SizedFace(face, size), story.texts[lang].questions))
                for face, size in ((one.card.front, one.front), (one.card.back, one.back))
            ]
            for one in printed
        ]
        found = pieces()[f"{lang} cards-{story.id}"]
        assert [[bare(face) for face in two] for two in found["cards"]] == wanted


@LANGS
def test_a_story_on_one_card_has_another_way_beside_one_on_two(lang):
    """With its ending on a second card, as packs print it there; with that on none of both languages."""
    library, ruler = mini_library(), Ruler(sheets()[CARDS], SIZES)
    found = {i for i in library.stories if f"{lang} apart-{i}" in pieces()}
    assert found == {i for i, story in library.stories.items() if story.texts[lang].after}
    assert found == {i for i in library.stories if pieces()[f"{lang} cards-{i}"].get("apart")}
    assert not [name for name in pieces() if name.startswith(f"{BOTH} apart-")]
    for i in found:
        two = pieces()[f"{lang} apart-{i}"]
        assert (len(two["cards"]), two["first"]) == (2, 1)
        card = story_card(library, library.stories[i], lang)
        printed, _ = arrange([card], {i: on_two(library, i, ruler)}, wording(library, lang), lang, NO_STAMP, ruler)
        wanted = [[one.card.front, one.card.back] for one in printed]
        assert [[face["title"] for face in card] for card in two["cards"]] == [[face.title for face in card] for card in wanted]


@pytest.mark.parametrize("place", [*LANGUAGES, BOTH])
def test_nothing_that_is_handed_out_first_tells_the_ending(place):
    """Of what happened next nothing stands on a first card, but for the back of a card that is the only one."""
    for story in mini_library().stories.values():
        data = pieces()[f"{place} cards-{story.id}"]
        first = data["cards"][: data["first"]]
        alone = len(data["cards"]) == 1 and place != BOTH
        shown = [card[0] for card in first] if alone else [face for card in first for face in card]
        said = json.dumps(shown, ensure_ascii=False)
        for lang in LANGUAGES:
            assert [words for words in story.texts[lang].after if words in said] == []
        assert "after" not in {face["part"] for face in shown}


def test_both_languages_stand_on_one_card():
    """Welsh in front, English behind, and the same part on both sides."""
    for name in (*(f"cards-{i}" for i in mini_library().stories), "rules"):
        for front, back in pieces()[f"{BOTH} {name}"]["cards"]:
            assert (front["lang"], back["lang"]) == ("cy", "en")
            assert front["part"] == back["part"]
            assert front["mark"] == back["mark"]


@LANGS
def test_a_card_says_where_it_belongs(lang):
    """The library's name, the story's id, a version; and its address where the site has one, as a code too."""
    name = {"en": "What Matters", "cy": "Beth sy'n Bwysig"}[lang]
    for story in mini_library().stories.values():
        data, plain = pieces(ADDRESS)[f"{lang} cards-{story.id}"], pieces()[f"{lang} cards-{story.id}"]
        address = f"{ADDRESS}{'cy/' if lang == 'cy' else ''}{story.path}"
        (front, back), (_, plain_back) = data["cards"][0], plain["cards"][0]
        assert front["foot"] == name
        assert front["mark"].startswith(f"{story.id} · {story.facts.consent.reviewed}\u00a0")
        assert back["foot"] == back["code"] == address
        assert list(data["codes"]) == [address]
        assert data["codes"][address].startswith("<svg")
        assert plain_back["foot"] == name
        assert "codes" not in plain


@LANGS
def test_a_version_follows_the_words(lang):
    """Another word, another version."""
    library = mini_library()
    story = next(iter(library.stories.values()))
    text = story.texts[lang].model_copy(update={"title": "Another title"})
    changed = replace(library, stories={story.id: story.model_copy(update={"texts": {**story.texts, lang: text}})})
    made = {f"{place} {name}": data for place, name, data in CardData(changed).pieces()}
    name = f"{lang} cards-{story.id}"
    assert made[name]["cards"][0][0]["mark"] != pieces()[name]["cards"][0][0]["mark"]


@LANGS
def test_as_many_questions_have_sizes_as_have_room(lang):
    """Of the first so many of a category as packs print them, and of any others no more than have room whichever they are."""
    library, ruler = mini_library(), Ruler(sheets()[CARDS], SIZES)
    bank = next(iter(library.banks.values()))
    for category in bank.categories:
        data = pieces()[f"{lang} asked-{bank.id}"][category.id]
        assert 1 <= len(data["any"]) <= len(data["first"]) <= len(category.questions)
        assert data["any"] == sorted(data["any"], reverse=True)
        assert all(any_ <= first for any_, first in zip(data["any"], data["first"], strict=False))
        count = len(data["first"])
        card = question_card(library, ChosenQuestions(bank, category, category.questions[:count]), lang)
        printed, _ = arrange([card], {}, wording(library, lang), lang, NO_STAMP, ruler)
        assert printed[0].front == data["first"][-1]


@LANGS
def test_every_card_to_draw_has_a_front(lang):
    """By its number, with what to think about; behind all of a set there is the same room for notes, but where what is to be
    tried stands behind the card: then the front does not say it, unless a language stands on each side."""
    for cards in mini_library().card_sets.values():
        data = pieces()[f"{lang} drawn-{cards.id}"]
        assert set(data["fronts"]) == {str(card.number) for card in cards.cards}
        for card in cards.cards:
            said = json.dumps(data["fronts"][str(card.number)], ensure_ascii=False)
            assert json.dumps(card.text[lang], ensure_ascii=False)[1:-1] in said
        backs = data["backs"] if cards.turned else {"": data["back"]}
        assert {json.dumps(back["blocks"][-1]) for back in backs.values()} == {json.dumps({"t": "ruled"})}
        for card in cards.cards if cards.turned else ():
            n, tried = str(card.number), json.dumps(card.ask[lang], ensure_ascii=False)[1:-1]
            said = {side: json.dumps(data[side][n], ensure_ascii=False) for side in ("fronts", "backs", "whole")}
            assert {side for side, text in said.items() if tried in text} == {"backs", "whole"}
            assert card.label[lang] in said["backs"]


def test_the_same_library_gives_the_same_data():
    """Nothing of the day or of chance is in it."""
    assert [*CardData(mini_library()).pieces()] == [*CardData(mini_library()).pieces()]
