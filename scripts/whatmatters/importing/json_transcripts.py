"""JSON of the programs that transcribe: segments with words and times (Whisper, podcasts, AWS, AssemblyAI, Deepgram …).

What a JSON is, is told from its keys. Where it says the same words twice, as segments and one by one, the segments
are read. Places are the numbers of the segments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .formats import Format, Given
from .json_words import Word, is_mark, lines_of_words
from .lines import Line, Note, Reading
from .names import is_nobody
from .speakers import names_told
from .timed_text import lines_of, mended_lines, whole_letters
from .times import milliseconds

#: Keys under which programs keep words, times and speakers; the surest first.
_KEYS = {
    "text": "text body transcript utterance caption content sentence line display punctuated_word word utf8 subtitle "
    "speech",
    "at": "start startTime start_time startTimeMs startMs start_ms begin from offset ts startSec start_seconds "
    "startSeconds startTimeInSeconds beginTime begin_time timestamp time tStartMs s",
    "until": "end endTime end_time endTimeMs endMs end_ms stop to end_ts endSec end_seconds endSeconds finish e",
    "long": "duration dur length dDurationMs durationMs",
    "speaker": "speaker speaker_label speakerName speaker_name speakerLabel speaker_id speakerId spk speakerTag",
}
_TEXT, _AT, _UNTIL, _LONG, _SPEAKER = (tuple(keys.split()) for keys in _KEYS.values())
_WHO = (*_SPEAKER, "name", "who", "author", "participant", "displayName")
#: Seconds: a time as late as this is a date, counted from 1970, and none of a recording.
DATE = 1e8
_SECONDS = re.compile(r"(?:PT)?(\d+(?:\.\d+)?)\s*S?", re.I)
_CLOCK = re.compile(r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?")
#: Deeper than this nobody keeps segments; and this many lists are looked at.
DEEPEST, MOST = 6, 500
#: Keys, in small letters, that show a recording behind a text without times, and those that may stand beside it.
_TELLING = (
    "language languagecode lang duration audioduration audiourl audio confidence segments words task model utterances"
)
_OF_RECORDING = frozenset(_TELLING.split())
_HARMLESS = "text transcript transcription id status usage name file filename url created type"
_BESIDE = frozenset(_HARMLESS.split())
_LANGUAGES = {"english": "en", "welsh": "cy", "cymraeg": "cy"}


def _text(item: Mapping[str, Any]) -> str | None:
    return next((item[key] for key in _TEXT if isinstance(item.get(key), str)), None)


def _first(item: Mapping[str, Any], keys: Sequence[str]) -> tuple[str, Any]:
    return next(((key, item[key]) for key in keys if item.get(key) is not None), ("", None))


def _seconds(value: Any) -> float | None:
    """A time as a bare number, or a number in a text; None where it is a clock or none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if 0 <= value < 1e12 else None
    if isinstance(value, str) and (found := _SECONDS.fullmatch(value.strip())):
        return float(found.group(1))
    return None


def _ms(key: str, value: Any, unit: float) -> int | None:
    if isinstance(value, str) and _CLOCK.fullmatch(value.strip()):
        return milliseconds(value.strip())
    number = _seconds(value)
    if number is None:
        return None
    if key.lower().endswith("ms"):
        unit = 1
    elif isinstance(value, str) and value.strip().lower().endswith("s"):
        unit = 1000
    return round(number * unit)


def _who(item: Mapping[str, Any]) -> str | None:
    _, value = _first(item, _WHO)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("id") or value.get("displayName")
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return f"Speaker {value}"
    text = " ".join(str(value).split())
    # A number or a single letter alone is nobody's name; the program means its first, second, third speaker.
    return f"Speaker {text}" if re.fullmatch(r"\d{1,3}|[A-Z]", text) else text or None


@dataclass(frozen=True)
class _Segments:
    items: tuple[Mapping[str, Any], ...]

    @property
    def words(self) -> int:
        return sum(len((_text(item) or "").split()) for item in self.items)


def _lists(data: Any) -> Iterator[_Segments]:
    """Every list of segments in a JSON, the outermost first."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    looked = 0
    while waiting and looked < MOST:
        value, depth = waiting.pop(0)
        looked += 1
        if isinstance(value, list):
            items = [item for item in value if isinstance(item, dict)]
            # Some programs keep the spaces between words as pieces of their own.
            spaces = sum((text := _text(item)) is not None and bool(text) and not text.strip() for item in items)
            good = [item for item in items if (_text(item) or "x").strip() and _is_piece(item)]
            worded = sum(any(c.isalpha() for c in _text(item) or "") for item in good)
            if good and len(good) * 10 >= (len(value) - spaces) * 9 and worded * 2 > len(good):
                yield _Segments(tuple(good))
                continue
            waiting += [(item, depth + 1) for item in items] if depth < DEEPEST and len(items) < MOST else []
        elif isinstance(value, dict) and depth < DEEPEST:
            waiting += [(part, depth + 1) for part in value.values() if isinstance(part, dict | list)]


def _is_piece(item: Mapping[str, Any]) -> bool:
    return _text(item) is not None and (_timed(item) or _named(item))


def _named(item: Mapping[str, Any]) -> bool:
    """Whether a piece without a time says who speaks; many a list that is no transcript has names."""
    return any(item.get(key) is not None for key in _SPEAKER)


def _timed(item: Mapping[str, Any]) -> bool:
    for key, value in ((key, item[key]) for key in _AT if key in item):
        time = _ms(key, value, 1)
        if time is not None and time < DATE:
            return True
    stamps = item.get("timestamp") or item.get("timestamps")
    return isinstance(stamps, list | dict) and len(stamps) == 2


def _best(data: Any) -> _Segments | None:
    """The list that holds the most words; of two with as many, the one with the longer pieces."""
    found = list(_lists(data))
    if not found:
        return None
    most = max(segments.words for segments in found)
    full = [segments for segments in found if segments.words * 10 >= most * 9]
    # Pieces of a sentence or a few words; a single one that holds all has lost its times.
    return max(full, key=lambda segments: (len(segments.items) > 1, -len(segments.items)))


def _spans(item: Mapping[str, Any]) -> tuple[tuple[str, Any], tuple[str, Any], tuple[str, Any]]:
    stamps = item.get("timestamp") or item.get("timestamps")
    if isinstance(stamps, list) and len(stamps) == 2:
        return ("start", stamps[0]), ("end", stamps[1]), ("", None)
    if isinstance(stamps, Mapping):
        return ("from", stamps.get("from")), ("to", stamps.get("to")), ("", None)
    return _first(item, _AT), _first(item, _UNTIL), _first(item, _LONG)


def _unit(segments: _Segments) -> float:
    """Milliseconds of one. Whole numbers by which people would speak a word in ten seconds are milliseconds."""
    values = [_spans(item)[0][1] for item in segments.items]
    numbers = [n for value in values if (n := _seconds(value)) is not None]
    if not numbers or any(isinstance(value, float) and value != int(value) for value in values):
        return 1000
    last = _spans(segments.items[-1])[1][1]
    span = max([*numbers, _seconds(last) or 0]) - min(numbers)
    if span > 1e8 * max(1, segments.words):
        return 1e-4
    return 1 if span > 10 * max(1, segments.words) else 1000


def _read_segments(segments: _Segments, format: str, lang: str | None) -> Reading:
    unit = _unit(segments)
    single = segments.words <= 1.5 * len(segments.items) and len(segments.items) > 5
    found: list[Line] = []
    words: list[Word] = []
    names: list[tuple[str, int]] = []
    notes: list[Note] = []
    before: str | None = None
    for place, item in enumerate(segments.items, start=1):
        at_, until_, long = _spans(item)
        at = _ms(*at_, unit)
        until = _ms(*until_, unit)
        if until is None and at is not None and (length := _ms(*long, unit)) is not None:
            until = at + length
        who = _who(item)
        if who and is_nobody(who):
            notes.append(Note("nobody", place, {"words": who}))
            who = None
        elif who and who != before:
            names.append((who, place))
        before = who or before
        text = whole_letters(_text(item) or "")
        if single:
            glued = is_mark(text.strip()) or item.get("type") in {"punctuation", "punct"}
            words.append(Word(text.strip(), at, until, who, place, mark=glued))
        else:
            lines = lines_of(text, place, at, until, place)
            found += [replace(line, speaker=who if not n else None) for n, line in enumerate(lines)]
    if single:
        found = lines_of_words(word for word in words if word.text)
    mended, more = mended_lines(found)
    return Reading(format, mended, (*notes, *names_told(names), *more), lang)


def _language(data: Any) -> str | None:
    if not isinstance(data, dict):
        return None
    for place in (data, data.get("result"), data.get("results"), data.get("params"), data.get("metadata")):
        if isinstance(place, dict):
            for key in ("language", "language_code", "languageCode", "detected_language", "lang"):
                value = place.get(key)
                if isinstance(value, str):
                    return _LANGUAGES.get(value.lower(), value)
    return None


# Programs whose words stand one by one, in a shape of their own.


def _aws(data: Any) -> list[Word] | None:
    """AWS Transcribe: `results.items`, with speakers beside them (`spk_0`) by their times."""
    results = data.get("results") if isinstance(data, dict) else None
    items = results.get("items") if isinstance(results, dict) else None
    if not isinstance(items, list) or not any(isinstance(i, dict) and "alternatives" in i for i in items):
        return None
    labels: dict[str, str] = {}
    speakers = results.get("speaker_labels") if isinstance(results, dict) else None
    for segment in (speakers or {}).get("segments", []):
        for item in segment.get("items", []):
            labels[str(item.get("start_time"))] = str(item.get("speaker_label") or segment.get("speaker_label"))
    found, who = list[Word](), None
    for place, item in enumerate(items, start=1):
        if not isinstance(item, dict) or not item.get("alternatives"):
            continue
        text = item["alternatives"][0].get("content", "")
        mark = item.get("type") == "punctuation"
        who = who if mark else item.get("speaker_label") or labels.get(str(item.get("start_time"))) or who
        at, until = _ms("", item.get("start_time"), 1000), _ms("", item.get("end_time"), 1000)
        found.append(Word(str(text), at, until, who, place, mark))
    return found


def _rev(data: Any) -> list[Word] | None:
    """Rev's monologues: elements of text and of marks; a space is an element too."""
    turns = data.get("monologues") if isinstance(data, dict) else None
    if not isinstance(turns, list):
        return None
    names = {s.get("id"): s.get("name") for s in data.get("speakers", []) if isinstance(s, dict)}
    found: list[Word] = []
    for place, turn in enumerate((t for t in turns if isinstance(t, dict)), start=1):
        who = turn.get("speaker_name") or names.get(turn.get("speaker")) or _who(turn)
        for element in turn.get("elements", []):
            text = str(element.get("value", ""))
            if not text.strip():
                continue
            at, until = _ms("", element.get("ts"), 1000), _ms("", element.get("end_ts"), 1000)
            found.append(Word(text.strip(), at, until, who, place, mark=is_mark(text.strip())))
    return found


def _alternatives(data: Any) -> list[Word] | None:
    """Google and Speechmatics: results with alternatives; of several the first is the likeliest."""
    results = data.get("results") if isinstance(data, dict) else None
    if not isinstance(results, list) or not any(isinstance(r, dict) and r.get("alternatives") for r in results):
        return None
    found: list[Word] = []
    for place, result in enumerate(results, start=1):
        if not isinstance(result, dict) or not result.get("alternatives"):
            continue
        first = result["alternatives"][0]
        if "content" in first:
            at, until = _ms("", result.get("start_time"), 1000), _ms("", result.get("end_time"), 1000)
            mark = result.get("type") == "punctuation"
            found.append(Word(str(first["content"]), at, until, _who(first), place, mark))
            continue
        words = first.get("words") or []
        if words and "transcript" not in first:
            # Google gives all words once more at the end, with who says them.
            found = []
        plain = str(first.get("transcript", "")).split()
        if words and len(words) >= len(plain):
            if any("speakerTag" in w for w in words):
                found = [word for word in found if word.speaker]
            found += [
                Word(
                    str(w.get("word", "")),
                    _ms("", w.get("startTime"), 1000),
                    _ms("", w.get("endTime"), 1000),
                    _who(w),
                    place,
                )
                for w in words
            ]
        else:
            found += [Word(word, None, None, None, place) for word in plain]
    return found


#: In the order in which they are tried.
_BY_WORD: tuple[Callable[[Any], list[Word] | None], ...] = (_aws, _rev, _alternatives)


def _azure(data: Any) -> _Segments | None:
    phrases = data.get("recognizedPhrases") if isinstance(data, dict) else None
    if not isinstance(phrases, list):
        return None
    found = []
    for phrase in phrases:
        if isinstance(phrase, dict) and phrase.get("nBest"):
            item: dict[str, Any] = {"text": phrase["nBest"][0].get("display", "")}
            if isinstance(ticks := phrase.get("offsetInTicks"), int | float):
                item |= {"startMs": ticks / 1e4, "endMs": (ticks + (phrase.get("durationInTicks") or 0)) / 1e4}
            found.append(item | ({"speaker": phrase["speaker"]} if "speaker" in phrase else {}))
    return _Segments(tuple(found))


def _whole_text(data: Any) -> str | None:
    """A JSON that holds the whole text, and no times."""
    if not isinstance(data, dict):
        return None
    # A JSON of something else may have a text too: then none of its keys tells of a recording.
    keys = {str(key).lower().replace("_", "") for key in data}
    if not keys <= _BESIDE and not keys & _OF_RECORDING:
        return None
    texts = [data[key] for key in ("text", "transcript", "transcription") if isinstance(data.get(key), str)]
    return texts[0] if texts and len(texts[0].split()) > 2 else None


def _known(given: Given) -> bool:
    data = given.data
    if data is None:
        return False
    try:
        return (
            any(read(data) for read in _BY_WORD)
            or bool(_azure(data))
            or _best(data) is not None
            or bool(_whole_text(data))
        )
    except (AttributeError, TypeError, KeyError, IndexError):
        # A JSON of something else that has keys of the same names.
        return False


def _read(given: Given) -> tuple[Reading, ...]:
    data, lang = given.data, _language(given.data)
    best = _azure(data) or _best(data)
    for read in _BY_WORD:
        words = read(data)
        # Newer files of AWS hold segments as well: they are read, since a person may have mended them.
        if words and (best is None or best.words < 0.9 * sum(not word.mark for word in words)):
            found, more = mended_lines(lines_of_words(words))
            names = [(line.speaker, line.place) for line in found if line.speaker]
            return (Reading("json-transcript", found, (*names_told(names), *more), lang),)
    if best is not None:
        return (_read_segments(best, "json-transcript", lang),)
    text = _whole_text(data) or ""
    lines, notes = mended_lines(
        [line for n, row in enumerate(text.split("\n"), start=1) for line in lines_of(row, n, None, None, n)]
    )
    return (
        Reading(
            "json-transcript", tuple(replace(line, cue=None, paragraph=True) for line in lines), tuple(notes), lang
        ),
    )


FORMATS = (
    Format(
        "json-transcript",
        {"en": "JSON of a program that transcribes", "cy": "JSON gan raglen sy'n trawsgrifio"},
        _known,
        _read,
        order=35,
    ),
)
