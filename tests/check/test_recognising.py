"""What could let a reader recognise a person is found, in both languages; what only looks like it is left alone."""

from __future__ import annotations

import pytest

from whatmatters.check.recognising.contacts import phone_numbers, postcodes, streets, web_addresses
from whatmatters.check.recognising.dates import dates
from whatmatters.check.recognising.denied import denied, read_deny_list
from whatmatters.check.recognising.finding import plain
from whatmatters.check.recognising.numbers import insurance_numbers, is_nhs_number, nhs_numbers
from whatmatters.check.recognising.people import heard, people
from whatmatters.check.recognising.places import small_places
from whatmatters.check.recognising.words import read_words


def found(rule, text: str) -> list[tuple[str, bool]]:
    """What a rule finds in a text, and whether it is sure."""
    said = plain(text)
    return [(text[one.start : one.start + len(one.text)], one.sure) for one in rule(said)]


def named(text: str, lang: str = "en", story: str = "") -> list[str]:
    """Names found in a text of a story that says `story` elsewhere."""
    words = [read_words(plain(text)), read_words(plain(story))]
    return [one.text for one in people(plain(text), words[0], lang, heard(words))]


def placed(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Small places found in a text, and what they are without their mutation where that differs."""
    return [(one.text, one.also) for one in small_places(plain(text), read_words(plain(text)), lang)]


@pytest.mark.parametrize(("figures", "right"), [
    ("9434765919", True), ("4010232137", True), ("9434765918", False), ("9434765910", False),
    # The check figure of these is ten, so they are never given out, whatever stands last.
    *((f"987654313{n}", False) for n in range(10)),
    ("0000000000", False), ("1111111111", False), ("943476591", False), ("", False),
])
def test_check_digit(figures, right):
    """Modulus 11 over nine figures; ten of one kind are no number."""
    assert is_nhs_number(figures) is right


@pytest.mark.parametrize(("rule", "text", "expected"), [
    # NHS numbers: grouped, run together, with spaces that do not break; a slip counts when it is called one
    (nhs_numbers, "His number was 943 476 5919.", [("943 476 5919", True)]),
    (nhs_numbers, "It said 9434765919 and 943-476-5919", [("9434765919", True), ("943-476-5919", True)]),
    (nhs_numbers, "Rhif: 943\u00a0476\u00a05919", [("943\u00a0476\u00a05919", True)]),
    (nhs_numbers, "Order 943 476 5918 came", []),
    (nhs_numbers, "his NHS number, 943 476 5918", [("943 476 5918", True)]),
    (nhs_numbers, "ei rif GIG oedd 943 476 5918", [("943 476 5918", True)]),
    (nhs_numbers, "19434765919 and 9434765919.5 and £943 476 59190", []),
    # National Insurance numbers: the published example, without spaces, small letters; pairs that are never given
    (insurance_numbers, "NI QQ123456C", []),
    (insurance_numbers, "AB 12 34 56 C or ab123456d", [("AB 12 34 56 C", True), ("ab123456d", True)]),
    (insurance_numbers, "GB123456A BG123456A DA123456A AO123456A AB123456E AB12345C XAB123456C", []),
    # postcodes
    (postcodes, "She lives at CF10 3NQ now", [("CF10 3NQ", True)]),
    (postcodes, "SA11AA, LL551BB a sy23 3aa", [("SA11AA", True), ("LL551BB", True), ("sy23 3aa", True)]),
    (postcodes, "somewhere in LL55", [("LL55", False)]),
    (postcodes, "the M4 and the A55, room B1 1st floor, XX1 1AA, Radio 3", []),
    # phone numbers
    (phone_numbers, "029 2034 5678", [("029 2034 5678", True)]),
    (phone_numbers, "(01792) 123456 or 07700900123", [("(01792) 123456", True), ("07700900123", True)]),
    (phone_numbers, "+44 7700 900123 a +44 (0)29 2034 5678", [("+44 7700 900123", True), ("+44 (0)29 2034 5678", True)]),
    (phone_numbers, "0044 7700 900123, 00 44 (0)29 2034 5678", [("0044 7700 900123", True), ("00 44 (0)29 2034 5678", True)]),
    (phone_numbers, "07700/900123 a 029 / 2034 5678", [("07700/900123", True), ("029 / 2034 5678", True)]),
    (phone_numbers, "01/02/2026 10:30, 2025/26, 001/2026, 0044 and no more", []),
    (phone_numbers, "+353 1 234 5678", [("+353 1 234 5678", True)]),
    (phone_numbers, "Ffoniwch ni ar 882233", [("882233", True)]),
    (phone_numbers, "At 07.30 on 01.02.2026 she rang the 38 bus, 150 services, £07000000000", []),
    # addresses on the net
    (web_addresses, "Write to mair.jones@example.org.", [("mair.jones@example.org", True)]),
    (web_addresses, "www.example.org, https://example.org/a?b=c and example.co.uk/x",
     [("www.example.org", True), ("https://example.org/a?b=c", True), ("example.co.uk/x", True)]),
    (web_addresses, "follow @mairsbaking", [("@mairsbaking", True)]),
    (web_addresses, "She left.Then he came... e.e. a.m. and/or 7.30 @ home", []),
    # dates
    (dates, "born on 12 March 1941", [("12 March 1941", True)]),
    (dates, "D.O.B. 12/03/41", [("12/03/41", True)]),
    (dates, "born 12-Mar-1941, or 12/MAR/41", [("12-Mar-1941", True), ("12/MAR/41", True)]),
    (dates, "12-Mar-ket, 3/May-day, 12-Mar/1941", []),
    (dates, "ganed hi ar 12 o Fawrth 1941", [("12 o Fawrth 1941", True)]),
    (dates, "ei dyddiad geni: 3ydd o Dachwedd 1938", [("3ydd o Dachwedd 1938", True)]),
    (dates, "her birthday, the 3rd of May, came", [("3rd of May", False)]),
    (dates, "ei phen-blwydd ar 7 Medi", [("7 Medi", False)]),
    (dates, "On March 3, 2019 and 2020-01-31 and 1.2.2020",
     [("March 3, 2019", False), ("2020-01-31", False), ("1.2.2020", False)]),
    (dates, "ar 21 Tachwedd 2026", [("21 Tachwedd 2026", False)]),
    (dates, "In May 1950, in 1941, on 12 March; at 7.30, 150 of 2019, version 1.2.3.4, 99/99/99", []),
    (dates, "She was born in Wales. On 12 March they met.", []),
    # streets
    (streets, "14 Penrhyn Street", [("14 Penrhyn Street", True)]),
    (streets, "yn 3 Heol y Bryn", [("3 Heol y Bryn", True)]),
    (streets, "down Coronation Road and Stryd Bangor", [("Coronation Road", False), ("Stryd Bangor", False)]),
    (streets, "on the High Street, ar y Stryd Fawr, down the road, 14 streets", []),
])
def test_numbers_addresses_and_dates(rule, text, expected):
    """Each is found where it stands and as it is written; True is an error, False is advice."""
    assert found(rule, text) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), [
    # a title and a surname
    ("en", "Then Mrs Jones rang.", ["Mrs Jones"]),
    ("en", "Mr. Prosser's tea", ["Mr. Prosser"]),
    ("en", "Dr Amina Khan and the nurse Williams", ["Dr Amina Khan", "nurse Williams"]),
    ("cy", "Gofynnodd Mrs Jones i'r Barchedig Rees, Nyrs Pugh a Mr Owain ap Dafydd",
     ["Mrs Jones", "Barchedig Rees", "Nyrs Pugh", "Mr Owain ap Dafydd"]),
    ("en", "MRS JONES: COPD AND MR PUGH", ["MRS JONES", "MR PUGH"]),
    ("en", "It was May Jones's turn, said Mr Ward. In May Beryl came.", ["May Jones", "Mr Ward"]),
    ("en", "Nurse Priya, Sister Bev, Miss Beryl and the doctor", []),
    # a first name and a surname
    ("en", "Bethan Rees came.", ["Bethan Rees"]),
    ("en", "We asked Zofia Kowalczyk and Mair-Ann O'Brien.", ["Zofia Kowalczyk", "Mair-Ann O'Brien"]),
    ("cy", "Daeth Siân Ellis-Hughes gyda Rhys ap Gwyn.", ["Siân Ellis-Hughes", "Rhys ap Gwyn"]),
    ("cy", "Mair ferch Ifan oedd yno.", ["Mair ferch Ifan"]),
    ("en", "said Carlos van der Berg", ["Carlos van der Berg"]),
    ("en", "She met Maria\u00a0Evans.", ["Maria\u00a0Evans"]),
    # first names alone, and two people in a row: the verb comes first in Welsh
    ("en", "Beryl said that Meurig and Geraint would come.", []),
    ("cy", "Ffoniodd Huw Mair. Gwelodd Meurig Beryl.", []),
    ("en", "Will Beryl come? May Eirlys stay? Then Wayne left.", []),
    ("en", "On Monday Beryl spoke Welsh English, and Beti's English was good.", []),
    ("en", "We call it Exploratory Talk: people talk. They asked the Responsible Individual.", []),
    ("cy", "Aeth i Ganolfan Ddydd a Chartref Gofal.", []),
    ("en", "Social Care Wales, Radio 3 and the Making Space film", []),
    ("cy", "Roedd Mam Nerys yno, a Dydd Gwener Mari hefyd.", []),
])
def test_names(lang, text, expected):
    """Surnames are found beside a title or a first name; first names alone are fine."""
    assert named(text, lang) == [said.replace("\u00a0", " ") for said in expected]


def test_names_that_a_story_goes_by():
    """A word that is a first name in this story is one to the rule; a second person's first name is no surname."""
    assert named("Tibor Davies came.", story="Then they asked Tibor again.") == ["Tibor Davies"]
    assert named("Tibor Davies came.") == []
    assert named("Rhoddodd Gwyn James y cwpan.", "cy", story="Ond roedd James yno.") == []


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("en", "She lived in Llanrwst.", [("Llanrwst", "")]),
    ("cy", "Roedd hi'n byw yn Llanrwst.", [("Llanrwst", "")]),
    ("cy", "Aeth i Lanrwst.", [("Lanrwst", "Llanrwst")]),
    ("cy", "ym Mhontardawe, i Bontardawe, a Phontardawe",
     [("Mhontardawe", "Pontardawe"), ("Bontardawe", "Pontardawe"), ("Phontardawe", "Pontardawe")]),
    ("cy", "o Fetws-y-coed i Drefynwy", [("Fetws-y-coed", "Betws-y-Coed"), ("Drefynwy", "Trefynwy")]),
    ("cy", "yng Nghricieth", [("Nghricieth", "Cricieth")]),
    ("cy", "Mae'n byw yn Aberteifi'n awr.", [("Aberteifi", "")]),
    ("en", "the market at Builth Wells, then Hay", [("Builth Wells", "")]),
    # villages of no list, by the way their names are built
    ("en", "from Llanddewi-rhydderch to Cwmystwyth", [("Llanddewi-rhydderch", ""), ("Cwmystwyth", "")]),
    ("cy", "ym Mhenrhyn-coch", [("Mhenrhyn-coch", "Penrhyn-coch")]),
    ("en", "a home called Plas Gwyn", [("Plas Gwyn", "")]),
    # large places; words and people with such a front
    ("en", "from Cardiff to Swansea, Port Talbot and Aberdare", []),
    ("cy", "i Gaerdydd, ym Merthyr Tudful, o Bontypridd", []),
    ("cy", "Llanwodd y ffeil. Penderfynodd Trefor. Treuliodd ddiwrnod gyda Penri a Bryn.", []),
    ("en", "Penelope and Trevor Brynmor sang at Pentecost.", []),
    ("en", "the valley, a tumble, and the hay", []),
])
def test_small_places(lang, text, expected):
    """Small places are found in either language, mutated ones with the name they come from; large ones are not."""
    assert placed(text, lang) == [(said, also) for said, also in expected]


@pytest.mark.parametrize(("entry", "lang", "text", "expected"), [
    ("Tegwen Parri", "en", "It was TEGWEN  PARRI'S cup", ["TEGWEN  PARRI"]),
    ("Tŷ Gwyn", "cy", "Aeth i dy gwyn.", ["dy gwyn"]),
    ("Pontardawe", "cy", "ym Mhontardawe'n byw", ["Mhontardawe"]),
    ("cafe cwtch", "cy", "yn y Caffe Cwtch, i gafe cwtch", ["gafe cwtch"]),
    ("Cai", "en", "She drank chai.", []),
    ("Pen-clawdd", "en", "at Pen Clawdd and Penclawdd", ["Pen Clawdd"]),
    # Marks that nobody sees, in a word or between two; letters and their accents apart; marks that join words.
    ("Mair Pugh", "en", "M\u00adair Pu\u200bgh, Mair\u200bPugh, Mai\u0302r Pugh",
     ["M\u00adair Pu\u200bgh", "Mai\u0302r Pugh", "Mair\u200bPugh"]),
    ("Mair Pu\u200bgh", "en", "_Mair Pugh_ Mair_Pugh Mair.Pugh mair.pugh@x.cymru by Mair Pugh.Then",
     ["Mair Pugh", "Mair_Pugh", "Mair.Pugh", "mair.pugh", "Mair Pugh"]),
    ("mair@x.cymru", "cy", "Mair@x.cymru", ["Mair@x.cymru"]),
    ("ward 7", "en", "on Ward 7, not ward 77", ["Ward 7"]),
])
def test_denied(entry, lang, text, expected):
    """An entry is found whatever its capitals, marks and hyphens; in Welsh, whatever its mutation."""
    entries, short = read_deny_list(f"# a note\n\n{entry}  # and why\n", "stories/deny.txt")
    assert (len(entries), short) == (1, ())
    assert [one.text for one in denied(text, entries, lang)] == expected
    assert all(one.sure and entry not in one.what and "line 3" in one.what for one in denied(text, entries, lang))


def test_deny_list_with_entries_too_short():
    """An entry of one or two letters would forbid half the language: it is named, not used."""
    assert read_deny_list("Al\n\nx y\nAled", "x") == ((read_deny_list("\n\n\nAled", "x")[0][0],), (1, 3))


@pytest.mark.parametrize(("rule", "words", "count"), [
    (streets, "aA", 0), (streets, "A-", 0), (streets, "Heol y Bryn, ", 1), (phone_numbers, "01792 123456, ", 1),
    (web_addresses, "a.", 0), (web_addresses, "a@", 0), (postcodes, "SA1", 0),
])  # fmt: skip
def test_a_line_without_end(rule, words, count):
    """300 kB of one thing again and again: the work grows with the line. If it grew with its square, this would take minutes."""
    times = 300_000 // len(words)
    assert len(found(rule, words * times)) == count * times
