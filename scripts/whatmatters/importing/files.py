"""The files of a draft's folder, as text."""

from __future__ import annotations

import yaml

from .draft import Draft
from .report import report
from .turns import Paragraph
from .wording import said

#: The mark in a draft's text by which `whatmatters check` knows that nobody has retold it yet.
MARK = "<!-- transcript: {} -->"


def draft_files(draft: Draft, text: tuple[Paragraph, ...], captions: str | None) -> dict[str, str]:
    """Name and text of each file; `captions` is None where the source has no times."""
    files = {
        "story.yml": _facts(draft),
        f"{draft.lang}.md": _story(draft, text),
        "import-report.md": report(draft, has_captions=captions is not None),
    }
    if captions is not None:
        files[f"captions.{draft.lang}.vtt"] = captions
    return files


def _facts(draft: Draft) -> str:
    """`story.yml`: what is known is filled in; what only a person can know is left out, and `check` asks for it."""
    source = draft.source
    known = {"name": source.name, "format": source.format, "sha256": source.sha256}
    transcript = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1000)
    lines = [
        *(f"# {line}" for line in said("story", "facts", draft.lang).splitlines()),
        "source:",
        "  transcript:",
        *(f"    {line}" for line in transcript.splitlines()),
        f"  # {said('story', 'source', draft.lang)}",
        "welsh: {made_by: draft}",
    ]
    return "\n".join(lines) + "\n"


def _story(draft: Draft, text: tuple[Paragraph, ...]) -> str:
    """The story's text: title and summary empty, then the words of the source in paragraphs."""
    parts = [
        f'---\ntitle: ""\nsummary: ""\n---\n{MARK.format(said("story", "mark", draft.lang))}',
        *(_paragraph(p) for p in text),
    ]
    return "\n\n".join(parts) + "\n"


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.speaker:
        return f"{paragraph.speaker}: {paragraph.words}"
    # A dash shows that somebody begins to speak whom the source does not name.
    return f"– {paragraph.words}" if paragraph.turn else paragraph.words
