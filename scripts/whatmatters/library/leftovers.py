"""What writing leaves behind in a story's text: places still to be filled in, and what Word puts in of its own accord.

None of it keeps a story from being read, so it is advice; all of it would stand on a card as it stands here.
The page *Add a story* looks for the same: the patterns are written so that a browser understands them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from ..messages.message import Message

#: Characters that nobody sees, by their number: soft hyphen, joiners, marks of direction, breaks, places of objects.
_UNSEEN = "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffd"


@dataclass(frozen=True)
class Leftover:
    """One kind of thing that is left over in a line."""

    code: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    """In small letters; one of them stands in every text that the pattern finds something in.

    Patterns are slow and these are not: of a library of thousands, few texts are looked at line by line.
    """
    what: Message
    mend: Message
    begins: bool = False
    """Is it looked for only where a sentence begins?"""

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The hints that are one letter."""
        return frozenset(hint for hint in self.hints if len(hint) == 1)

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        """The hints that are more."""
        return tuple(hint for hint in self.hints if len(hint) > 1)

    def may_stand_in(self, small: str, letters: AbstractSet[str]) -> bool:
        """Does a text in small letters, with its letters as a set, hold one of the hints?"""
        if not self.hints or not self._letters.isdisjoint(letters):
            return True
        for hint in self._runs:  # noqa: SIM110 - asked of every line of every story: `any` takes twice as long
            if hint in small:
                return True
        return False

    @property
    def ignores_case(self) -> bool:
        """Are capitals and small letters one to it?"""
        return bool(self.pattern.flags & re.IGNORECASE)


_TO_FILL_IN = Message("this looks like something that is still to be filled in, or like a note to the writer")
_FILL_IN = Message("write what belongs there, or take it out")
_ITEM = Message("this looks like an item of a list that was copied from another program")
_SENTENCE = Message("write it as a sentence: a story has no lists")


def _any(*patterns: str, case: bool = True) -> re.Pattern[str]:
    return re.compile("|".join(patterns), 0 if case else re.IGNORECASE)


def _words(*alternatives: str) -> str:
    """Each from the beginning of a word: together, so that a line is gone through once."""
    return rf"\b(?:{'|'.join(alternatives)})"


def _hints(words: str, *others: str) -> tuple[str, ...]:
    return (*words.split(), *others)


#: By code; a line is told of once for each.
LEFTOVERS: tuple[Leftover, ...] = (
    Leftover(
        "T11",
        _any(
            # Notes to oneself, in capitals as they are typed, and what stands for words that are to come.
            _words(
                r"(?:TODO|FIXME|TBC|TBD|TBA|TKTK|WIP|tbc|tbd)\b",
                r"todo:",
                r"(?:XX+|xxx+)\b",
                r"(?:NAME|TITLE|TEXT|DATE|PLACE) HERE\b",
                r"(?:ENW|TEITL|TESTUN|DYDDIAD|LLE) YMA\b",
                r"I['’]W (?:GADARNHAU|LENWI|DDILYN|WNEUD|YCHWANEGU|GYFIEITHU|DRAFOD|GWBLHAU)\b",
            ),
            r"[?]{3}|\([?]\)|[.]{5}|…{2}|@@",
            # Square brackets: a note, a footnote, a comment's mark, a name to be put in.
            r"\[[^\[\]]{0,200}\]|\{[^{}]{1,200}\}|<<[^<>]{1,200}>>|«(?:enw|name|date|dyddiad|[A-Z_]+)»",
            # A footnote's number behind a word; metres may be square.
            r"[A-Za-zâêîôûŵŷ]{3}[.,;:!?]?[¹²³⁰⁴-⁹]",
        ),
        _hints(
            "todo fixme tbc tbd tba tktk wip xx yma (?) ??? ..... …… @@ [ { << « ¹ ² ³ ⁰ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹",
            *("i'w ", "i’w ", " here"),
        ),
        _TO_FILL_IN,
        _FILL_IN,
    ),
    Leftover(
        "T11",
        _any(
            _words(
                r"lorem ipsum\b",
                r"(?:insert|enter|type|add|write) (?:the |your |a |an )?"
                r"(?:names?|text|title|date|place|story|details)(?: of [a-z ]{1,20})? here\b",
                r"click or tap (?:here )?to\b",
                r"click here to enter\b",
                r"type your text\b",
                r"(?:rhowch|nodwch|teipiwch|ysgrifennwch) (?:yr |y |eich )?"
                r"(?:enwau|enw|testun|teitl|dyddiad|lle|stori|manylion) yma\b",
                r"cliciwch neu dapiwch\b",
                r"(?:dd|xx)[/.](?:mm|xx)[/.](?:yyyy|bbbb|yy|xxxx)\b",
            ),
            r"(?:^|: ?|\()(?:to be (?:confirmed|completed|written)|i['’]w (?:gadarnhau|gwblhau|lenwi))\s*[.)]?$",
            r"^(?:note to (?:self|editor|translator)|nodyn i['’]r (?:golygydd|cyfieithydd))\b",
            case=False,
        ),
        _hints("lorem yma dapiwch nodyn i'w i’w yy bbbb xxxx", " here", "tap to", "type your", "to be ", "note to"),
        _TO_FILL_IN,
        _FILL_IN,
    ),
    Leftover(
        "T12",
        _any(
            # Bullets wherever they stand: no sentence has one. The last are those of Word's own fonts.
            r"[•‣⁃●○◦■□▪▫◆◇❖➢➤►▶✓✔✗✘☐☑★☆⚫⚪⬤➔➜➡\uf0a7\uf0b7\uf0d8\uf0fc\uf076]",
            r"(?:^|\s)[·∙⋅](?:\s|$)|^·",
            # The letter that Word takes for a hollow bullet; "o" is a word in Welsh, so a tab or a gap must follow it.
            r"^[o§ØvüqF][\t\u00a0]|^o\s{2}|^§\s",
            r"^[-–—−*][\t\u00a0]|^[–−]\s",
            # An arrow or a sign that begins a line, and the letters that Wingdings has for an arrow and a tick.
            r"^[→⇒»›~¤¨àØü]\s",
            r"^\d{1,2}[.)]?\t",
            r"^(?:[a-h]|[ivx]{1,4})[.]\s",
            r"^\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)\s",
        ),
        _hints(
            "• ‣ ⁃ ● ○ ◦ ■ □ ▪ ▫ ◆ ◇ ❖ ➢ ➤ ► ▶ ✓ ✔ ✗ ✘ ☐ ☑ ★ ☆ \uf0a7 \uf0b7 \uf0d8 \uf0fc \uf076 · ∙ ⋅ – − )",
            *"⚫⚪⬤➔➜➡→⇒»›~¤¨àøü",
            *("a. ", "b. ", "c. ", "d. ", "e. ", "f. ", "g. ", "h. ", "i. ", "v. ", "x. "),
            *("\t", "\u00a0", "o  ", "§"),
        ),
        _ITEM,
        _SENTENCE,
    ),
    # In the middle of a Welsh sentence a line may begin with the word "o", where one begins it never does.
    Leftover("T12", _any(r"^o\s"), ("o ",), _ITEM, _SENTENCE, begins=True),
    Leftover(
        "T13",
        _any(r"\t", r"\|", r"¦", r"\S {3}", r"[+][-=]{3}", r"[─-╿]"),
        ("\t", "|", "¦", "   ", "+--", "+==", *map(chr, range(0x2500, 0x2580))),
        Message("this looks like a row of a table: there is a tab, a bar or a wide gap within it"),
        Message("write what it says as a sentence, with single spaces"),
    ),
    Leftover(
        "T14",
        _any(
            f"[{_UNSEEN}]",
            # Hard spaces where no typist puts one: at an end, beside a space, before a mark, between two whole words.
            r"^\u00a0|\u00a0(?:$|\s|[,.;:!?)])|\s\u00a0",
            r"[a-zâêîôûŵŷ]{4}\u00a0[a-zâêîôûŵŷ]{4}",
            r"[\u2000-\u200a\u202f\u205f\u3000]",
            # Letters run together by a typesetter, letters of a font's own, and letters read in the wrong code.
            r"[\ufb00-\ufb06\ue000-\uf8ff]",
            r"â€|[ÃÂ][\u0080-\u00bf]|Å[\u0080-\u00bf‚„†‡•]",
        ),
        (),
        Message("a character stands here that nobody sees or that another program put in"),
        Message("delete the words round it, and type them again"),
    ),
    Leftover(
        "T15",
        _any(
            _words(
                r"(?:error|gwall)! (?:bookmark|reference|hyperlink|unknown|not a|no t|use the|objects?|cannot"
                r"|nod |nid yw|heb |ni |cyfeir|ffynhonnell|does dim)",
                r"(?:field code|cod maes|pageref|numpages|mergefield|mergeformat|includepicture)\b",
                r'hyperlink "',
                r"toc \\",
                r"_?(?:toc|ref)\d{4}",
                r"(?:page|tudalen) \d{1,4} (?:of|o) \d{1,4}\b",
                r"microsoft word - ",
            ),
            r"^(?:page|tudalen|tud\.|p\.)\s*\d{1,4}(?:\s*(?:of|o|/)\s*\d{1,4})?\.?$",
            r"^[-–—\s]*\d{1,4}[-–—\s]*$",
            r"^(?:commented|comment|formatted|deleted|inserted|moved)(?: \[[a-z]+\d+\])?:",
            r"^(?:table of contents|tabl cynnwys|page break|section break(?: \([a-z ]+\))?|toriad tudalen)$",
            r"\.docx?\b",
            case=False,
        ),
        _hints(
            "error! gwall! pageref numpages merge includepicture hyperlink toc page tudalen contents cynnwys microsoft "
            "comment formatted: deleted: inserted: moved .doc 0 1 2 3 4 5 6 7 8 9",
            *("field code", "cod maes", "section break"),
        ),
        Message("this looks like something that a word processor put in: a page number, a field or a reference"),
        Message("take it out"),
    ),
    Leftover(
        "T15",
        _any(r"[a-zâêîôûŵŷ]{2}[-\u00ac]$"),
        ("-", "\u00ac"),
        Message("a word is divided at the end of this line, as on a printed page"),
        Message("write it whole, on one line"),
    ),
)


def possible(text: str) -> tuple[Leftover, ...]:
    """Those that may stand in a text, from a quick look; all that do stand in it are among them."""
    small = text.lower()
    letters = set(small)
    return tuple(one for one in LEFTOVERS if one.may_stand_in(small, letters))


def leftovers(line: str, among: Iterable[Leftover] = LEFTOVERS, *, begins: bool = True) -> Iterator[Leftover]:
    """What is left over in a line of a story, with which a sentence `begins` or goes on; of each code once."""
    told: set[str] = set()
    # A tab in front is how a paragraph begins in Word, and is taken for a space.
    said = line.rstrip(" \r\n\t").lstrip(" \t")
    small = said.lower()
    letters = set(small)
    for one in among:
        # What came with a bullet, a tab most of all, is told of with the bullet.
        if one.code in told or ("T12" in told and one.code in ("T13", "T14")):
            continue
        if (begins or not one.begins) and one.may_stand_in(small, letters) and one.pattern.search(said):
            told.add(one.code)
            yield one
