"""A story written as files reads back as it was, whatever it says."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY

from whatmatters.files.sources import read_yaml, validate
from whatmatters.files.story_folder import write_folder
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.story import StoryFacts
from whatmatters.library.story_files import NewText
from whatmatters.library.story_id import LONGEST, free_id, id_from_title
from whatmatters.reading.new_story import NewConsent, NewSource, NewStory, text_from
from whatmatters.reading.story_text import read_story_text

HOSTILE = [
    "null", "yes", "2026-11-21", "- a list", "a: b", "# no comment", "{a: b}", "[x]", "*alias", "&anchor", "!!python/object:os.system",
    'both "quotes" and \'these\'', "back\\slash \\n", "tab\there", "ends in a colon:", "%YAML", "---", "...", "ŵ ŷ ’ – 😀",
    "next\u2028line\u2029and\u0085more\ufeff", "@ ` | > ?", "=", "~", "0o17", "'", '"',
]


def story(words: str, texts: dict) -> NewStory:
    """A story that says `words` wherever somebody may type."""
    consent = NewConsent("written", ("team",), date(2026, 11, 21), date(2027, 11, 21), held_by=words)
    return NewStory("magic-moment", {"theme": ("dementia",)}, (), NewSource(words, words, "", "wales", "film"), "retold", True, consent,
                    words, texts)


@pytest.mark.parametrize("words", HOSTILE)
def test_facts_read_back_as_they_were(tmp_path, words):
    """Nothing that somebody types is taken for YAML."""
    files = story(words, {lang: NewText(words) for lang in LANGUAGES}).files()
    write_folder(tmp_path, tmp_path / "x", files)
    facts, problems = validate(StoryFacts, read_yaml(tmp_path / "x" / "story.yml", tmp_path))
    assert problems == []
    assert (facts.source.title, facts.source.publisher, facts.owner) == (words.strip(),) * 3


@pytest.mark.parametrize("words", [w for w in HOSTILE if "`" not in w])
def test_texts_read_back_as_they_were(tmp_path, words):
    """Title, summary, both sides of the pause and the questions, line breaks as spaces."""
    said = f"Well {words}"
    text = NewText(said, said, (said, "Two\nlines"), (said,), (said, said), (said,))
    write_folder(tmp_path, tmp_path / "x", story("x", dict.fromkeys(LANGUAGES, text)).files())
    flat = " ".join(said.split())
    for lang in LANGUAGES:
        found, problems = read_story_text(tmp_path / "x" / f"{lang}.md", tmp_path, lang)
        assert problems == []
        assert (found.title, found.summary, found.before, found.after, found.at_pause, found.afterwards) == (
            flat, flat, (flat, "Two lines"), (flat,), (flat, flat), (flat,))


@pytest.mark.parametrize(("title", "made"), [
    ("May's bath time", "mays-bath-time"), ("The cat – came, too!", "the-cat-came-too"), ("Tŷ Ŵyn’s café", "ty-wyns-cafe"), ("¿?", ""),
    ("../../etc/passwd", "etc-passwd"), ("CON", "con"), ("a" * 90, "a" * LONGEST),
    ("One two three four five six seven eight nine ten eleven", "one-two-three-four-five-six-seven-eight-nine-ten"),
])
def test_an_id_from_a_title(title, made):
    """Small letters, digits and hyphens; whole words as long as there is room."""
    assert id_from_title(title) == made


def test_a_free_id():
    """What is taken is numbered."""
    assert [free_id("a", set()), free_id("a", {"a"}), free_id("a", {"a", "a-2"})] == ["a", "a-2", "a-3"]


def test_a_folder_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """When a file cannot be written nothing stays behind, and what is there already is never touched."""
    (tmp_path / "there").mkdir()
    with pytest.raises(FileExistsError):
        write_folder(tmp_path, tmp_path / "there", {"a": "b"})

    def full(self: Path, *args: object, **kwargs: object) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path, tmp_path / "new", {"a": "b"})
    assert sorted(os.listdir(tmp_path)) == ["there"]


@pytest.mark.parametrize(("written", "before", "after", "at_pause", "afterwards"), [
    ("One.\n\nTwo.", ("One.", "Two."), (), (), ()),
    ("One\nline.\n\n<!-- pause -->\n\nThen.\n\n## at the pause\n\n- Why?\nWho?\n## AFTERWARDS\n- How?",
     ("One line.",), ("Then.",), ("Why?", "Who?"), ("How?",)),
    ("", (), (), (), ()),
    ("A.\n \nB.\n## Afterwards", ("A.", "B."), (), (), ()),
    # No empty lines round a pause; a question that runs on, as in a story's own file; two without dashes.
    ("A.\n<!-- pause -->\nB.\r\nC.\n\n## Afterwards\n- Why\n  is that?\n\n  Really?\n- Who?", ("A.",), ("B. C.",),
     (), ("Why is that? Really?", "Who?")),
    # The one list that stories had before.
    ("A.\n\n## Questions\nWhy?\n  Who?\n-  When?", ("A.",), (), (), ("Why?", "Who?", "When?")),
])
def test_a_text_that_somebody_wrote(written, before, after, at_pause, afterwards):
    """Empty lines part paragraphs; a pause and questions are taken as such."""
    text = text_from(written, "T", "S", "en")
    assert (text.before, text.after, text.at_pause, text.afterwards) == (before, after, at_pause, afterwards)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_storys_own_file_comes_back_as_it_is(lang):
    """Every text of the library, handed in, gives the same paragraphs and questions as the library reads."""
    for path in sorted((REPOSITORY / "stories").glob(f"*/*/{lang}.md")):
        text, _ = read_story_text(path, REPOSITORY, lang)
        assert text is not None
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        found = text_from(body, text.title, text.summary, lang)
        assert (found.before, found.after) == (text.before, text.after)
        assert (found.at_pause, found.afterwards) == (text.at_pause, text.afterwards)
