"""Whatever is not confirmed is said to be so, in every form of every topic of the real library, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from tests.law.forms import forms, needed, said
from whatmatters.deck.card_face import NO_STAMP
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.cards_at_their_size import arrange
from whatmatters.deck.pack_description import law_card
from whatmatters.deck.type_size import SIZES, Ruler
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES, Bilingual
from whatmatters.library.certainty import certainty
from whatmatters.library.law import Offence
from whatmatters.site.browser_data import browser_data
from whatmatters.site.finder_data import finder_data

LANGS = pytest.mark.parametrize("lang", LANGUAGES)


def sentences(text: str) -> list[str]:
    """The sentences of a text: any of them may be shown alone."""
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if len(s) > 12]


def bare(library, lang, text: str) -> Iterator[str]:
    """Unconfirmed sentences in `text` that stand there more often than under their label."""
    label = library.interface("law-unconfirmed", lang)
    for topic in library.read_across.topics:
        if topic.unconfirmed:
            labelled = text.count(f"{label}: {topic.unconfirmed[lang]}")
            yield from (s for s in sentences(topic.unconfirmed[lang]) if text.count(s) > labelled)


@LANGS
def test_no_form_shows_unconfirmed_text_without_its_label(everywhere, lang):
    """Pages, lists, tables, cards, sheets, slides, search: nowhere does it stand as if it were the law."""
    assert [
        (name, topic, sentence)
        for name, topics in forms(everywhere, lang).items()
        for topic, text in topics.items()
        for sentence in bare(everywhere, lang, text)
    ] == []


@LANGS
def test_every_form_says_how_sure_we_are(everywhere, lang):
    """Each form of each topic says what that form must: the promise of `needed`, form by form."""
    found, missing = forms(everywhere, lang), []
    for topic in everywhere.read_across.topics:
        sure = certainty(everywhere.interface, everywhere.read_across, topic, lang)
        for name, wanted in needed(sure).items():
            # No principle need be about every topic.
            text = found[name].get(topic.id, "" if name != "law of a principle" else " ".join(wanted))
            missing += [(name, topic.id, words) for words in wanted if words not in text]
    assert missing == []


@LANGS
def test_what_scripts_read_has_no_unconfirmed_text(everywhere, lang):
    """My sessions, session, draw and find pages are fed without it."""
    pieces = [*browser_data(everywhere, lang, {}), *finder_data(everywhere, lang, lambda text, _: text.split())]
    text = json.dumps([data for _, data in pieces], ensure_ascii=False)
    assert list(bare(everywhere, lang, text)) == []


@LANGS
@pytest.mark.parametrize("offence", Offence.__args__)
def test_every_offence_has_a_sentence(real, lang, offence):
    """Each value that a topic may have can be said in each language."""
    topic = real.read_across.topics[0].model_copy(update={"offence": offence})
    assert certainty(real.interface, real.read_across, topic, lang).offence.endswith(".")


def test_only_laws_whose_text_was_read_are_said_to_be_read(everywhere, real):
    """Without a `copy_read` nothing is claimed; with one, each law that the topic cites is named once."""
    topic = everywhere.read_across.topic["personal-plan"]
    unread = real.read_across.model_copy(
        update={"laws": tuple(law.model_copy(update={"copy_read": None}) for law in real.read_across.laws)}
    )
    unread.__dict__.pop("law", None)
    assert certainty(real.interface, unread, topic, "en").read == ()
    read = certainty(everywhere.interface, everywhere.read_across, topic, "en").read
    assert "the 2017 Regulations (the text as it stood on 31 March 2024)" in read
    assert len(read) == len({p.law for p in (*topic.provisions, *(x.at for x in topic.limits))})


@LANGS
def test_a_topic_confirmed_in_part_is_unsure_even_without_a_text(real, lang):
    """The mark alone is enough for every short form to warn."""
    topic = real.read_across.topics[0].model_copy(update={"certainty": "part", "unconfirmed": None})
    sure = certainty(real.interface, real.read_across, topic, lang)
    assert sure.unsure
    assert sure.see_page
    assert sure.unconfirmed is None


def test_a_card_with_no_room_leaves_the_offence_to_the_page(everywhere):
    """What is not confirmed is never left out; the offence is, before a card is refused as too long."""
    word, ruler = wording(everywhere, "en"), Ruler(sheets()[CARDS], SIZES)
    data = everywhere.read_across

    def printed(words: int):
        text = "Whether " + "this holds " * words
        topic = data.topics[0].model_copy(update={"unconfirmed": Bilingual(en=text.strip(), cy="A yw hyn yn wir.")})
        card = law_card(everywhere, topic, "en")
        cards, problems = arrange([card], {}, word, "en", NO_STAMP, ruler)
        return said(cards[0].card.back.blocks) if not problems else None, card.sure

    made = [printed(words) for words in range(20, 160, 5)]
    short = [back for back, sure in made if back and sure.offence not in back]
    assert made[0][1].offence in made[0][0]
    assert short, "between fitting whole and not fitting there is a card without its offence"
    assert made[-1][0] is None
    assert all(str(sure.unconfirmed) in back for back, sure in made if back)
