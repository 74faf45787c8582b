"""What the real library says of the law where it was once wrong: the right words stand there, the wrong ones are gone.

Each row was held against the text of the Acts and the Regulations; `git log docs/data/read-across.yml` tells the story.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest
from tests.conftest import REPOSITORY

from whatmatters.language.bilingual import LANGUAGES, Lang
from whatmatters.library.dates import in_words
from whatmatters.library.law import Law, Topic


@pytest.fixture(scope="module")
def library(real):
    return real


def asks(topic: Topic, lang: Lang) -> str:
    return "\n".join(a.what[lang] for a in topic.asks)


def notes(topic: Topic, lang: Lang) -> str:
    return "\n".join(p.note[lang] for p in topic.provisions if p.note)


def everything(topic: Topic, lang: Lang) -> str:
    """All that a topic says, without what could not be confirmed."""
    limits = (text[lang] for x in topic.limits for text in (x.of, x.note) if text)
    return "\n".join((topic.duty[lang], asks(topic, lang), *limits, topic.practice[lang], notes(topic, lang)))


DUTIES = [
    ("voice", "So far as is reasonably practicable", "I'r graddau y mae'n rhesymol ymarferol"),
    ("voice", "have regard to", "rhoi sylw iddyn nhw"),
    ("assessment-of-a-child", "in addition to, or instead of,", "yn ychwanegol at ofal y teulu, neu yn ei le"),
    ("assessment-of-a-child", "not already looked after", "nad yw eisoes yn derbyn gofal"),
    ("partnership", "unless they consider", "oni bai eu bod yn barnu"),
    ("suitability-of-service", "the person and any representative", "y person ac unrhyw gynrychiolydd"),
    ("personal-plan", "the person and any representative", "y person ac unrhyw gynrychiolydd"),
    ("provider-assessment", "the person and any representative", "y person ac unrhyw gynrychiolydd"),
    ("review-of-personal-plan", "the person and any representative", "y person ac unrhyw gynrychiolydd"),
    ("review-of-personal-plan", "revised as necessary", "ei ddiwygio lle bo angen"),
    ("records-of-plans", "unless inappropriate or against the person's well-being", "oni bai bod hynny'n amhriodol"),
    ("notifications", "without delay and in writing unless", "yn ddi-oed ac yn ysgrifenedig oni bai"),
    ("standards-of-care", "at once in writing", "ysgrifenedig ar unwaith"),
    ("responsible-individual", "unless the provider is an individual", "oni bai bod y darparwr yn unigolyn"),
    ("quality-of-care-review", "unless the provider is an individual", "oni bai bod y darparwr yn unigolyn"),
    ("annual-return", "publish it on its own website", "ei gyhoeddi ar ei wefan ei hun"),
    ("direct-payments", "lets regulations provide", "yn gadael i reoliadau ddarparu"),
    ("commissioning", "unless a set condition is met", "oni bai bod amod penodol wedi'i fodloni"),
]


@pytest.mark.parametrize(("topic", "en", "cy"), DUTIES)
def test_a_qualifier_of_the_law_stands_in_the_duty_itself(library, topic, en, cy):
    """The one line that goes onto cards holds the limit that the law puts on the duty, in both languages."""
    duty = library.read_across.topic[topic].duty
    assert en in duty.en
    assert cy in duty.cy


ASKS = [
    (
        "statement-of-purpose",
        "any placing authority and any representative",
        "unrhyw awdurdod lleoli ac unrhyw gynrychiolydd",
    ),
    ("provider-assessment", "here there is no exception", "nid oes eithriad yma"),
    ("partnership", "written reasons", "rhesymau ysgrifenedig"),
    ("partnership", "not in the list of relevant partners", "ar restr y partneriaid perthnasol"),
    ("safeguarding", "reasonable cause to suspect", "achos rhesymol i amau"),
    ("safeguarding", "living, or proposes to live", "sy'n byw, neu'n bwriadu byw"),
    ("records", "to the placing authority", "i'r awdurdod lleoli"),
    ("responsible-individual", "seven days before", "saith diwrnod ymlaen llaw"),
    ("responsible-individual", "at most two locations or areas", "ddau leoliad neu ddwy ardal ar y mwyaf"),
    ("responsible-individual", "drift from the statement of purpose", "gwyro oddi wrth y datganiad o ddiben"),
    ("staffing", "be able to show", "gallu dangos"),
    ("commissioning", "qualifying period", "cyfnod cymhwyso"),
    ("notifications", "each admission and discharge", "y derbynnir neu y rhyddheir plentyn"),
]


@pytest.mark.parametrize(("topic", "en", "cy"), ASKS)
def test_what_the_law_asks_stands_with_whom_it_binds(library, topic, en, cy):
    """A correction that is too long for the duty stands among what is asked, in both languages."""
    found = library.read_across.topic[topic]
    assert en in asks(found, "en")
    assert cy in asks(found, "cy")


GONE = [
    ("voice", "given weight", "Keep in mind"),
    ("partnership", "in return", "yn eu tro"),
    ("assessment-of-a-child", "beyond what the family gives", "y tu hwnt i'r hyn"),
    ("statement-of-purpose", "commissioner", "comisiynydd", "comisiynwyr"),
    ("staffing", "only if the regulator agrees", "os yw'r rheoleiddiwr yn cytuno"),
    ("safeguarding", "may be at risk, and report", "ac adrodd am unrhyw risg"),
    ("advocacy", "The 2014 Act provides for advocacy", "yn darparu ar gyfer eiriolaeth"),
    ("direct-payments", "are dealt with in sections 50 to 53"),
]


@pytest.mark.parametrize(("topic", "wrong"), [(topic, words) for topic, *wrong in GONE for words in wrong])
def test_what_was_wrong_is_gone(library, topic, wrong):
    """Nothing that a topic says has the words that said too much, too little or something else."""
    said = " ".join(everything(library.read_across.topic[topic], lang) for lang in LANGUAGES)
    assert wrong not in said


@pytest.mark.parametrize(
    "topic", ["suitability-of-service", "personal-plan", "provider-assessment", "review-of-personal-plan"]
)
def test_a_representative_can_be_left_out_and_a_placing_authority_is_for_a_child(library, topic):
    """Where a representative is involved, the exception stands too; a placing authority is named for a child alone."""
    found = library.read_across.topic[topic]
    assert "A representative need not be involved where an adult" in asks(found, "en")
    assert "Nid oes rhaid cynnwys cynrychiolydd lle nad yw oedolyn" in asks(found, "cy")
    assert "for a child in a care home or secure accommodation" in asks(found, "en")
    assert "yn achos plentyn mewn cartref gofal neu lety diogel" in asks(found, "cy")


OFFENCES = {
    "straight": "guide-to-the-service service-agreement advocacy responsible-individual responsible-individual-visits "
    "quality-of-care-review annual-return compliance-statements records notifications",
    "if-harm": "suitability-of-service personal-plan provider-assessment review-of-personal-plan standards-of-care "
    "continuity statement-of-purpose safeguarding positive-risk staffing",
    "none": "dignity-and-respect records-of-plans language duty-of-candour supervision engagement complaints "
    "whistleblowing commissioning staff-codes",
    "authority-duty": "well-being duty-to-promote-well-being well-being-outcomes-statement voice control co-production "
    "prevention information-advice-assistance assessment-of-an-adult assessment-of-a-child assessment-of-a-carer "
    "eligibility care-and-support-plan partnership direct-payments",
}


@pytest.mark.parametrize(("offence", "topic"), [(o, t) for o, topics in OFFENCES.items() for t in topics.split()])
def test_offences_are_those_of_regulations_85_and_86(library, offence, topic):
    """Each topic says of its main duty what the lists of offences say; an authority's duty is none of theirs."""
    assert library.read_across.topic[topic].offence == offence


NOTES = [
    ("standards-of-care", "21(4)", "not in the lists of offences"),
    ("standards-of-care", "23", "not in the lists of offences"),
    ("standards-of-care", "22", "breaking it is an offence only if it leads to"),
    ("statement-of-purpose", "7(3)", "an offence in itself"),
    ("statement-of-purpose", "7(1)", "breaking it is an offence only if it leads to"),
    ("records-of-plans", "59(1)", "an offence in itself"),
    ("staffing", "38(1)", "an offence in itself"),
    ("staff-codes", "38", "an offence in itself"),
    ("quality-of-care-review", "80", "only failing to make the report in 80(4)"),
    ("voice", "14(6)", "not in the lists of offences"),
]


@pytest.mark.parametrize(("topic", "provision", "words"), NOTES)
def test_a_note_says_where_a_provision_differs(library, topic, provision, words):
    """A topic has one word for its main duty; the note of another provision says what holds there."""
    found = [p.note.en for p in library.read_across.topic[topic].provisions if p.provision == provision and p.note]
    assert any(words in note for note in found)


HOMES = [
    ("staffing", "39"), ("safeguarding", "39"), ("whistleblowing", "39"), ("commissioning", "40"), ("notifications", "61"),
    ("notifications", "62"), ("responsible-individual", "75"), ("quality-of-care-review", "75"), ("responsible-individual", "68"),
    ("responsible-individual", "69"), ("responsible-individual", "70"), ("responsible-individual", "71"),
    ("standards-of-care", "21(4)"), ("safeguarding", "29"), ("safeguarding", "31"),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "regulation"), HOMES)
def test_a_regulation_has_its_home(library, topic, regulation):
    """Regulations that no topic used to cite by their number are cited where a reader looks for them."""
    cited = {p.provision for p in library.read_across.topic[topic].provisions if p.law == "regs-2017"}
    assert regulation in cited


CARD = [
    ("notifications", "without-delay", None, "60(4)"),
    ("notifications", "at-least-before", 7, "Schedule 3"),
    ("notifications", "within", 7, "Schedule 3"),
    ("standards-of-care", "immediately", None, "21(4)"),
    ("responsible-individual", "without-delay", None, "75(1)"),
    ("responsible-individual", "at-least-before", 7, "Schedule 4"),
    ("responsible-individual", "within", 7, "Schedule 4"),
    ("responsible-individual", "longer-than", 28, "72(2)"),
]


@pytest.mark.parametrize("row", CARD)
def test_the_frequency_card_has_what_is_most_often_missed(library, row):
    """Notices of absence before 28 days are up, and what must be told at once, stand on the card."""
    assert row in [(x.topic, x.when, x.value, x.at.provision) for x in library.read_across.frequency_card]


def test_fifteen_years_has_its_exception_in_both_places(library):
    """Records about a child may leave before 15 years only to the placing authority: on the page and on the card."""
    rows = [*library.read_across.topic["records"].limits, *library.read_across.frequency_card]
    found = [x.note for x in rows if x.at.provision == "59(3)(g)"]
    assert len(found) == 2
    assert all("unless the records are returned to the placing authority" in note.en for note in found)
    assert all("oni bai bod y cofnodion yn cael eu dychwelyd i'r awdurdod lleoli" in note.cy for note in found)


def test_a_breach_and_not_a_duty_is_the_offence(library):
    """No note calls a duty an offence, nor has the Welsh that copies the English order."""
    said = {lang: " ".join(notes(t, lang) for t in library.read_across.topics) for lang in LANGUAGES}
    assert not re.findall(r"(?<!breaking it is )(?<!\) is )an offence only if", said["en"])
    assert not re.findall(r"trosedd dim ond os|nid yw'n drosedd ond os", said["cy"])


def test_what_is_not_confirmed_stands_in_its_own_place(library):
    """No number for supervision is given as law, and what was resolved is no longer called unconfirmed."""
    topics = library.read_across.topic
    assert "quarter" not in everything(topics["supervision"], "en")
    assert "quarter" in topics["supervision"].unconfirmed.en
    assert topics["positive-risk"].unconfirmed is None
    assert "title" not in topics["safeguarding"].unconfirmed.en
    assert "time limit for publishing" in topics["annual-return"].unconfirmed.en


LAWS = {
    "wales": "sswba risca regs-2017 registration-regs-2026 welsh-language-measure-2011",
    "england-and-wales": "mca-2005",
    "uk": "equality-act-2010 hra-1998 care-act-2014 data-protection",
}


@pytest.mark.parametrize(("reach", "law"), [(j, i) for j, ids in LAWS.items() for i in ids.split()])
def test_a_law_says_how_far_it_reaches(library, reach, law):
    """Law made for Wales alone is told apart from law that Wales shares."""
    assert reach in get_args(Law.model_fields["jurisdiction"].annotation)
    assert library.read_across.law[law].jurisdiction == reach


def test_a_law_that_was_read_says_which_text(library):
    """The date of the copy of the 2017 Regulations is told in both languages; a law that was not read claims none."""
    law = library.read_across.law
    assert "31 March 2024" in law["regs-2017"].copy_read.en
    assert "31 Mawrth 2024" in law["regs-2017"].copy_read.cy
    assert law["hra-1998"].copy_read is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_give_the_day_on_which_the_law_was_checked(library, lang):
    """The box that ends pages of the law has the date of the data."""
    text = (REPOSITORY / f"docs/includes/{lang}/not-legal-advice.md").read_text(encoding="utf-8")
    assert in_words(library.read_across.checked, library.interface, lang) in text


@pytest.mark.parametrize("step", ["suitability", "personal-plan", "provider-assessment", "review"])
def test_the_journey_involves_any_representative(library, step):
    """The picture of the journey says the same as the topics behind it."""
    found = next(s for s in library.journey if s.id == step)
    assert "any representative" in found.provider.en
    assert "unrhyw gynrychiolydd" in found.provider.cy
