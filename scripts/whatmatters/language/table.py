"""The table of languages: all that differs from one to the other and is no sentence, rule of search or word list.

Whoever needs to know what is otherwise in a language asks this table, and not which language it has in hand; what is
left are sentences of which each language has its own, and rules that read one language. A further language begins here.
"""

from __future__ import annotations

from dataclasses import dataclass

from .codes import LANGUAGES, Lang


@dataclass(frozen=True)
class Language:
    """One language, as sources, pages, files and messages need it."""

    english_name: str
    """As messages in English name it."""
    own_name: str
    """As it names itself."""
    locale: str
    """As browsers and office programs name it: the language and the country (BCP 47)."""
    folder: str
    """Of the site, in which its pages stand; the language that MkDocs builds first stands at the root."""
    at_pause: str
    """The heading in a story's text over what is asked at the pause."""
    afterwards: str
    """The heading over what is asked when the ending is known."""
    one_list: str
    """What stood over the one list of questions that stories had before they had two."""
    alphabet: tuple[str, ...]
    """Its letters in their order, where some are written with two signs; empty where the order of Unicode will do."""
    mutates: bool
    """Words change at the front (`mutations.py`)."""
    drafted: bool
    """Words are drafts until a fluent reader has checked them: they were drafted beside another language's,
    for which its writers answer themselves."""
    own_law_texts: bool
    """The law of Wales is published in it at an address of its own, which ends in `/welsh`."""


_WELSH_LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"

TABLE: dict[Lang, Language] = {
    "en": Language(
        english_name="English",
        own_name="English",
        locale="en-GB",
        folder="",
        at_pause="At the pause",
        afterwards="Afterwards",
        one_list="Questions",
        alphabet=(),
        mutates=False,
        drafted=False,
        own_law_texts=False,
    ),
    "cy": Language(
        english_name="Welsh",
        own_name="Cymraeg",
        locale="cy-GB",
        folder="cy/",
        at_pause="Wrth y saib",
        afterwards="Wedyn",
        one_list="Cwestiynau",
        alphabet=tuple(_WELSH_LETTERS.split(" ")),
        mutates=True,
        drafted=True,
        own_law_texts=True,
    ),
}

#: Languages whose words await a fluent reader.
DRAFTED: tuple[Lang, ...] = tuple(lang for lang in LANGUAGES if TABLE[lang].drafted)


def language_at(address: str) -> Lang:
    """The language of what stands at an address or a path of the site: `cy/stories/x/` is Welsh."""
    there = (lang for lang in LANGUAGES if TABLE[lang].folder and address.startswith(TABLE[lang].folder))
    return next(there, LANGUAGES[0])


def known(code: str) -> Lang | None:
    """The language of a tag such as `cy`, `cy-GB` or `EN`; None for one that this library has not."""
    plain = code.lower().split("-")[0]
    return next((lang for lang in LANGUAGES if lang == plain), None)
