"""Ways to reach a person: postcodes, phone numbers, e-mail and web addresses, streets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...messages.message import Message
from .finding import Finding
from .lists import word_set

#: The letters at the front of a postcode (Royal Mail's 124 postcode areas).
AREAS = word_set(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK "
    "FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN "
    "NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW "
    "UB W WA WC WD WF WN WR WS WV YO ZE"
)
POSTCODE = re.compile(r"(?<!\w)(?P<area>[A-Z]{1,2})\d[A-Z\d]? ?(?P<inward>\d[ABD-HJLNP-UW-Z]{2})(?!\w)", re.I)
#: Floors and the like: `1st` ends a postcode in form only.
ORDINALS = re.compile(r"1st|2nd|3rd|\dth", re.I)
#: The front half alone; only the areas of Wales, and in capitals, since M4 and A55 are roads.
DISTRICT = re.compile(r"(?<!\w)(?:CF|LD|LL|NP|SA|SY)\d{1,2}(?!\w)(?! ?\d[A-Z]{2}\b)")

PHONE = re.compile(
    r"(?<![\w£.,/-])(?:(?:(?:\+|00) ?44[ -]?(?:\(0\) ?)?|\(?0)(?:[ ().-]{0,2}\d){9,10}"
    # One stroke behind the code of the town or the network: 07700/900123.
    r"|0\d{2,4} ?/ ?\d(?:[ -]?\d){5,7})(?![\w/]|[.,]\d)"
)
ABROAD = re.compile(r"(?<!\w)(?:\+|00)(?!44)\d{1,3}(?:[ .-]?\d){7,12}(?!\w)")
#: Five to eight figures count when a word before them says that one can ring them.
LOCAL = re.compile(
    r"\b(?:tel|phone|mobile|ring|call|ff[oô]n|ffoniwch|symudol)\b\W{0,3}(?:\w+\W{1,3}){0,2}?"
    r"(?P<number>\d(?: ?\d){4,7})(?!\w)",
    re.I,
)
MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_DOMAINS = "com|org|net|uk|wales|cymru|info|blog|online|website|ie|eu"
WEB = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"')]+"
    rf"|(?<![\w@.-])(?:[\w-]+\.)+(?:{_DOMAINS})(?:/[^\s<>\"')]*)?(?!\w)",
    re.I,
)
HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,}")

#: Not longer than the longest name of a place, and two signs more: a name may begin at every capital of a line without
#: spaces, and without an end each of them would be looked at to the end of the line.
_NAME = r"[A-ZÂÊÎÔÛŴŶ][\w'-]{1,60}"
_ENGLISH = "Street|Road|Avenue|Close|Drive|Lane|Terrace|Crescent|Gardens|Grove|Row|Mews"
#: With the forms after `yn` and `o`: o Glos y Bryn, i Deras Fictoria.
_WELSH = "Heol|Stryd|Ffordd|Lôn|Rhodfa|Clos|Teras|Rhes|Cilgant|Gerddi|Rhiw|Glos|Deras|Rodfa|Res|Gilgant|Erddi|Riw"
STREET = re.compile(
    rf"(?P<number>(?<!\w)\d{{1,4}}[a-z]?,? )?(?:(?:{_NAME} ){{1,3}}(?:{_ENGLISH})|(?:{_WELSH}) (?:yr? )?{_NAME})(?!\w)"
)
#: Names of streets that every town has.
EVERYWHERE = re.compile(r"(?:\b(?:High|Main) Street|\bStryd Fawr)$")

#: What looks like an address on the web, and what it then is.
LOOKS = (
    (MAIL, Message("an e-mail address")),
    (WEB, Message("a web address")),
    (HANDLE, Message("a name on social media")),
)
MEND = Message("take it out: a source's address stands in story.yml, a person's nowhere")


def postcodes(text: str) -> Iterator[Finding]:
    """Whole postcodes; as advice, the front half of a Welsh one."""
    for match in POSTCODE.finditer(text):
        if match["area"].upper() in AREAS and not ORDINALS.fullmatch(match["inward"]):
            yield Finding(
                "A03",
                match.start(),
                match[0],
                Message("a postcode"),
                Message("take it out: it stands for a few houses"),
                True,
            )
    for match in DISTRICT.finditer(text):
        mend = Message("say it more widely: a town or a county")
        yield Finding("A03", match.start(), match[0], Message("the first half of a postcode"), mend, sure=False)


def phone_numbers(text: str) -> Iterator[Finding]:
    """British numbers, numbers from abroad, and short ones that are called a phone number."""
    seen: set[int] = set()
    for match in [*PHONE.finditer(text), *ABROAD.finditer(text), *LOCAL.finditer(text)]:
        group = "number" if "number" in match.re.groupindex else 0
        if match.start(group) not in seen:
            seen.update(range(*match.span(group)))
            yield Finding("A04", match.start(group), match[group], Message("a phone number"), MEND, sure=True)


def web_addresses(text: str) -> Iterator[Finding]:
    """E-mail addresses, web addresses and names on social media."""
    for pattern, what in LOOKS:
        for match in pattern.finditer(text):
            yield Finding("A05", match.start(), match[0].rstrip(".,;:!?"), what, MEND, sure=True)


def streets(text: str) -> Iterator[Finding]:
    """A house in a street; as advice, a street."""
    for match in STREET.finditer(text):
        if match["number"]:
            yield Finding(
                "A07", match.start(), match[0], Message("the address of a house"), Message("take it out"), sure=True
            )
        elif not EVERYWHERE.search(match[0]):
            yield Finding(
                "A07",
                match.start(),
                match[0],
                Message("the name of a street"),
                Message("leave out which it was"),
                sure=False,
            )
