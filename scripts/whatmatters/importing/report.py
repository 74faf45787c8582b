"""The import report: what was brought in, and every guess and repair in a numbered line."""

from __future__ import annotations

from .draft import Draft
from .formats import name_of
from .halves import is_half
from .times import shown
from .wording import note_said, place_said, said


def report(draft: Draft, *, has_captions: bool) -> str:
    """The report as Markdown, in the language of the draft."""
    lang, source = draft.lang, draft.source
    head = [
        said("report", "file", lang, file=f"`{source.name.replace('`', chr(39))}`"),
        said("report", "format", lang, format=name_of(source.format, lang), encoding=source.encoding),
        said("report", "sha256", lang, sha256=source.sha256),
        said("report", "words", lang, words=f"{draft.words:,}"),
    ]
    if draft.length is not None:
        head.append(said("report", "length", lang, length=shown(draft.length)))
    if draft.speakers:
        head.append(said("report", "speakers", lang, speakers="; ".join(draft.speakers)))
    parts = [f"# {said('report', 'title', lang)}", "\n".join(f"- {line}" for line in head)]
    halves = [note for note in draft.notes if is_half(note)]
    if halves:
        parts.append(said("report", "half", lang))
    parts += [f"## {said('report', 'notes', lang)}", _numbered(draft)]
    steps = ["retell", "facts", "other", "move"]
    parts += [
        f"## {said('report', 'next', lang)}",
        "\n".join(f"{n}. {said('report', step, lang)}" for n, step in enumerate(steps, start=1)),
    ]
    if has_captions:
        parts.append(said("report", "captions", lang, file=f"captions.{lang}.vtt"))
    return "\n\n".join(parts) + "\n"


def _numbered(draft: Draft) -> str:
    lang = draft.lang
    if not draft.notes:
        return said("report", "none", lang)
    in_word = draft.source.format.endswith("-word") or draft.source.format.startswith("word-")
    return "\n".join(
        f"{n}. {place_said(note, lang, paragraphs=in_word)}: {note_said(note, lang)}"
        for n, note in enumerate(draft.notes, start=1)
    )
