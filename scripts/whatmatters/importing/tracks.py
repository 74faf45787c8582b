"""Tracks that look like captions and hold no speech: titles of chapters, data for programs."""

from __future__ import annotations

import re
import statistics
from itertools import groupby, pairwise, zip_longest

from .cues import refuse_kind
from .formats import is_shown
from .furniture import looks_like_title
from .lines import Line, Reading

#: People say two to three words a second; titles come to far fewer.
SLOWEST = 0.25
#: Milliseconds that a title stands at least. No caption stays on the screen as long as the first;
#: pasted pieces of a transcript may, as the times between them are longer.
CUE, PASTED = 20_000, 45_000
#: So fast at the most, where titles stand for a short while only.
SLOW = 0.4
_DATA = re.compile(
    r"[{\[].*[}\]]"  # JSON
    r"|\S+#(?:xywh|t)=\S+"  # a piece of a picture
    r"|[A-Za-z0-9+/]{80,}={0,2}"  # bytes as text
    r"|https?://\S+"
    r"|(?:[a-z][\w-]*)?(?:[#.][A-Za-z_][\w-]*)+"  # selectors
    r"(?:(?:\s*[>+~,]\s*|\s+)(?:\*|[a-z][\w-]*)?(?:[#.][A-Za-z_][\w-]*|:[\w-]+|\[[^\]]*\])*)*"
    r"|(?:h[1-6]|div|span|img|ul|ol|li|section|figure|article|video|canvas|svg)"  # elements of a page
    r"|[\w./-]+\.(?:png|jpe?g|gif|svg|webp|mp[34]|m3u8|html?|json|js|css|pdf|vtt|ts)(?:[?#]\S*)?"  # a file
    r"|<[^>]+>.*</[^>]+>|<[^>]+/>"  # a piece of a page
    r"|(?:[\w.-]+\s*[=:]\s*(?:-?[\d.]+|\"[^\"]*\"|'[^']*'|true|false|null)[;,]?\s*)+"  # settings
    r"|[-+\d.,;:%\s]+",  # numbers
    re.S,
)
#: Openings of a sentence that describes a picture, and the persons in whom people speak.
_SEEN = re.compile(
    r"(?:An?|The|Two|Three|Four|Five|Several|On|In|At|Inside|Outside|She|He|They|His|Her|Their|Text|Title|Caption|Close|Cut|"
    r"Fade|Later|Now|Behind|Beside|Mae|Gwelwn|Gwelir|Dau|Dwy|Tri|Tair|Dyn|Menyw|Merch|Bachgen|Yn|Ar|Wrth|Y|Yr)\b"
)
_SPOKEN = re.compile(
    r"\b(?:(?-i:I)(?:'m|'ve|'d|'ll)?|we|we're|you|you're|my|our|your|me|us|dw|dwi|rydw|rydyn|fi|ni|chi|ti|fy|ein|eich|wyt|ydych|"
    r"yes|no|ie|na|well|okay|thanks|diolch)\b|\?",
    re.I,
)
#: What is seen is told as it happens: `walks`, `is sitting`, `mae`; what somebody tells was.
_NOW = re.compile(
    r"\b(?!(?:was|this|his|its|always|yes|plus|us|as|perhaps)\b)[a-z]{2,}[^s\W]s\b|\b(?:is|are)\b|\b[Mm]ae\b|\w+ing\b|\bgwel",
    re.I,
)
_THEN = re.compile(
    r"\b(?:was|were|had|went|said|did|came|told|asked|used|roedd|oedd|aeth|daeth|dywedodd|wedi bod|buodd)\b", re.I
)
#: Words that a description has, on the whole.
WORDS = 4
#: Milliseconds between two descriptions: they stand where nobody speaks.
APART = 1000


def refuse_silent(reading: Reading, *, anyway: bool = False) -> None:
    """Raise Refused where the words show that nobody says them; `anyway` where somebody is sure that they are said."""
    cues = _texts(reading.lines)
    if not cues or anyway or any(line.speaker for line in reading.lines):
        return
    data = [place for text, place in cues if _DATA.fullmatch(text.strip()) and not _LABEL.fullmatch(text.strip())]
    if len(data) * 10 >= len(cues) * 9:
        refuse_kind("metadata", data[0], guessed=True)
    if _are_titles(reading):
        refuse_kind("chapters", reading.lines[0].place, guessed=True)
    if _are_descriptions(reading):
        refuse_kind("descriptions", reading.lines[0].place, guessed=True)


#: `[Music]` is no data.
_LABEL = re.compile(r"\[[^\[\]{}\"]*[^\W\d_][^\[\]{}\"]*\]")


def _texts(lines: tuple[Line, ...]) -> list[tuple[str, int]]:
    """The text of each cue with its place: data may go on over several lines."""
    return [
        ("\n".join(line.words for line in together), together[0].place)
        for _, group in groupby(lines, key=lambda line: (line.cue, line.cue is None and line.place))
        if (together := list(group))
    ]


def _are_titles(reading: Reading) -> bool:
    """Short titles, each on its own, one right behind the other, and long silences in all of them."""
    lines = reading.lines
    cues = {line.cue for line in lines}
    captions = is_shown(reading.format)
    if None in cues or len(cues) < len(lines) or reading.format == "youtube-panel" or any(x.speaker for x in lines):
        return False
    titled = sum(looks_like_title(line.words) for line in lines)
    asked = [line for line in lines if line.words.endswith("?") and len(line.words.split()) <= 10]
    # A title may ask something; none is a sentence.
    if len(lines) < (1 if captions else 3) or titled * 2 <= len(lines) or titled + len(asked) < len(lines):
        return False
    ends = [b.at if b is not None and b.at is not None else a.until for a, b in zip_longest(lines, lines[1:])]
    lengths = [end - a.at for a, end in zip(lines, ends, strict=False) if a.at is not None and end is not None]
    touching = all(a.until is not None and b.at is not None and abs(b.at - a.until) <= 1000 for a, b in pairwise(lines))
    if not lengths or not touching:
        return False
    words = sum(len(line.words.split()) for line in lines[: len(lengths)])
    pace = words / max(1, sum(lengths)) * 1000
    middle = statistics.median(lengths)
    if captions and len(lines) > 1:
        return pace < SLOW and middle >= CUE / 2
    return pace < SLOWEST and middle >= (CUE if captions else PASTED)


def _are_descriptions(reading: Reading) -> bool:
    """Sentences that say what is to be seen, in nobody's person, with the time between them for what is said."""
    lines = reading.lines
    if not is_shown(reading.format) or len(lines) < 3 or any(line.speaker for line in lines):
        return False
    texts = [" ".join(text.split("\n")) for text, _ in _texts(lines)]
    seen = sum(_SEEN.match(text) is not None for text in texts)
    now = sum(_NOW.search(text) is not None for text in texts)
    if min(seen, now) * 10 < len(texts) * 6 or any(_SPOKEN.search(text) or _THEN.search(text) for text in texts):
        return False
    if sum(len(text.split()) for text in texts) < WORDS * len(texts) or len(set(texts)) < 3:
        return False
    timed = [(a, b) for a, b in pairwise(lines) if a.cue != b.cue and a.until is not None and b.at is not None]
    apart = sum((b.at or 0) - (a.until or 0) >= APART for a, b in timed)
    return bool(timed) and apart * 10 >= len(timed) * 6
