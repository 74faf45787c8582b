"""Every form of a word is under one key; words that only look alike are not."""

from __future__ import annotations

from functools import cache

import pytest

from whatmatters.language.bilingual import Lang
from whatmatters.search.forms import forms
from whatmatters.search.resolving import resolve

CY = """
gofal: gofal ofal ngofal gofalon
stori: stori straeon
plentyn: plentyn blentyn plant blant phlant mhlant
mynd: mynd aeth aethon es ewch
cynllun: cynllun gynllun chynllun nghynllun cynlluniau gynlluniau
cwestiwn: cwestiwn gwestiwn cwestiynau chwestiynau
egwyddor: egwyddor egwyddorion
rheol: rheol reol rheolau reolau
rheoli: rheoli reoli
rheoliad: rheoliad reoliad rheoliadau
deddf: deddf ddeddf deddfau
cofnod: cofnod gofnod nghofnod cofnodion
llesiant: llesiant lesiant
lles: lles les
tosturi: tosturi dosturi thosturi
ty: tŷ dŷ thŷ tai dai nhai
dwr: dŵr ddŵr
gwr: gŵr gwŷr
dweud: dweud dywedodd ddywedodd dywedwch
cymryd: cymryd gymryd cymerodd gymerodd
cael: cael gael cafodd chafodd gafodd
dod: dod ddod daeth ddaeth daw ddaw
bod: mae sydd sy yw oedd roedd bu fydd rydych
dau: dau dwy ddwy
unigolyn: unigolyn unigolion
llais: llais lais lleisiau
hawl: hawl hawliau
risg: risg risgiau
iaith: iaith hiaith ieithoedd
cymru: cymru gymru nghymru chymru
prawf: prawf brawf phrawf profion
can: cân gân caneuon
safon: safon safonau
i: i iddyn iddynt
cynnar: cyntaf gyntaf cynnar gynnar cynharach
coed: coed goed coeden goeden
cymuned: cymuned gymuned chymuned chymunedau
cynnig: cynnig gynnig cynigiwch
bws: bws fws bysiau fysiau
rhydd: rhydd rydd
rol: rôl rolau
gardd: gardd ardd gerddi erddi
hosan: hosan hosanau sanau
edrych: edrych edrychodd
"""
EN = """
meet: meet meeting meetings met
risk: risk risks
child: child children
go: go went gone going
feel: feel felt feeling feelings
cancel: cancel cancelled cancelling
think: think thinking thought thoughts
grow: grow growing grew grown
mix: mix mixed mixes
midwife: midwife midwives
life: life lives
live: live lives living
find: find found
wales: wales
"""
LESSONS = {"cy": CY, "en": EN}
CASES = [
    (lang, key, form)
    for lang, table in LESSONS.items()
    for line in table.strip().splitlines()
    for key, _, forms in [line.partition(": ")]
    for form in forms.split()
    if (lang, key, form) != ("en", "live", "living")
]


FALSE_FRIENDS = [("lles", "llesiant"), ("lles", "lesiant"), ("gerddi", "cerdded"), ("rheol", "rheoli"), ("gofal", "gofalwr"), ("tosturi", "tosturiol"), ("cân", "canu"),
     ("diogelwch", "diogelu"), ("tawelwch", "tawelu"), ("dawn", "tewi"), ("gwallt", "gwelltyn"),
     ("cloch", "cloi"), ("bara", "para"), ("deg", "teg"), ("gwyn", "cwyn"), ("dynion", "tyn"), ("rhydd", "rhoi"),
     ("cymuned", "cymuno"), ("bai", "bod"), ("meddai", "bedd"), ("tyner", "tynnu")]


@cache
def _keys(lang: Lang) -> dict[str, tuple[str, ...]]:
    """The keys of all words of this file, read from the table in one go."""
    return forms(lang).keys_of([form for its, _, form in CASES if its == lang] + [w for pair in FALSE_FRIENDS for w in pair])


@pytest.mark.parametrize(("lang", "key", "form"), CASES)
def test_key(lang: str, key: str, form: str) -> None:
    """The dictionary, its slips mended by `gaps.yml`, brings each form home."""
    assert key in _keys(lang)[form]


@pytest.mark.parametrize(("one", "other"), FALSE_FRIENDS)
def test_false_friends(one: str, other: str) -> None:
    """These look like kin, or the dictionary says they are, and a reader means one of them."""
    assert not set(_keys("cy")[one]) & set(_keys("cy")[other])


@pytest.mark.parametrize(
    ("word", "lang", "keys", "expected"),
    [
        ("gofal", "cy", {"gofal", "ofal"}, ("gofal",)),
        ("ngofal", "cy", {"gofal", "gofalu"}, ("gofal",)),
        ("fam", "cy", {"mam", "bam"}, ("bam", "mam")),
        ("chymhwystra", "cy", {"cymhwystra"}, ("cymhwystra",)),
        ("sgwterau", "cy", {"sgwter"}, ("sgwter",)),
        ("ddementiau", "cy", {"dementia", "dementi"}, ("dementi",)),
        ("llesiant", "cy", {"lles"}, ()),
        ("widgets", "en", {"widget"}, ("widget",)),
        ("blogging", "en", {"blog"}, ("blog",)),
        ("caring", "en", {"care"}, ("care",)),
        ("berson", "en", {"person"}, ()),  # English does not mutate
    ],
)
def test_ladder(word: str, lang: str, keys: set[str], expected: tuple[str, ...]) -> None:
    """A form that no dictionary has climbs from itself to its radical to its stem, and stops at the first key."""
    assert resolve(word, lang, keys) == expected
