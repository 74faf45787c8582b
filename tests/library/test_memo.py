"""Reading and checking again after one file has changed: only that file is worked on, and the answer is the same."""

from __future__ import annotations

import gc
import os
import re
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import TODAY, mini_library

from whatmatters.check import check, check_project, recognisability
from whatmatters.files import memo, sources
from whatmatters.files.memo import MOST, forget_all, remember_little, remembered
from whatmatters.packs import checking
from whatmatters.reading import story_text
from whatmatters.reading.story_text import FORBIDDEN, MARKUP

CUP = "stories/magic-moments/the-blue-cup"


@pytest.fixture
def worked(monkeypatch):
    """What was parsed and looked through."""
    done: list[str] = []

    def noted(name: str, work, of):
        def noting(*given, **named):
            done.append(f"{name} {of(*given)}")
            return work(*given, **named)

        return noting

    monkeypatch.setattr(sources, "_composed", noted("yaml", sources._composed, lambda text, where, *_: where))
    monkeypatch.setattr(story_text, "_parse_body", noted("text", story_text._parse_body, lambda *given: given[2]))
    monkeypatch.setattr(recognisability, "heard", noted("names", recognisability.heard, lambda words: len(words)))
    return done


def test_after_one_file_changed_it_alone_is_worked_on(project, worked):
    """Its bytes count, not its time; and what comes out is what a first reading would give, there and back again."""
    first = check_project(project, TODAY)
    worked.clear()
    again = check_project(project, TODAY)
    assert worked == []
    assert (again.library, again.problems) == (first.library, first.problems)

    file = project / CUP / "en.md"
    was, times = file.read_text(encoding="utf-8"), file.stat()
    file.write_text(was.replace("<!-- pause -->", "<!-- pause -->\n\nTODO Mrs Jones"), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    worked.clear()
    changed = check_project(project, TODAY)
    assert [line for line in worked if not line.startswith("names")] == [f"text {CUP}/en.md"]
    assert len(worked) == 2
    new = set(changed.problems) - set(first.problems)
    assert {"T11", "A08"} <= {p.code for p in new if p.path == f"{CUP}/en.md"}

    file.write_text(was, encoding="utf-8")
    assert check_project(project, TODAY).problems == first.problems
    # Nothing that was handed out has been changed by whoever used it.
    assert first.library.documents == check_project(project, TODAY).library.documents


def test_a_story_that_is_gone_is_gone(project):
    """What is kept is found by a text alone: without the text nobody finds it."""
    assert "the-blue-cup" in check_project(project, TODAY).library.stories
    for path in (project / CUP).iterdir():
        path.unlink()
    (project / CUP).rmdir()
    after = check_project(project, TODAY)
    assert "the-blue-cup" not in after.library.stories
    assert not any(path.startswith(CUP) for path in after.library.as_written)


def test_no_more_is_kept_than_there_is_room_for():
    work = remembered(lambda number: number)
    for number in range(MOST + 5):
        work(number)
    assert work.cache_info().currsize == MOST


def test_where_nothing_is_checked_again_next_to_nothing_is_kept(monkeypatch):
    """What a result was worked out to goes when others have come; the last ones are there for the next rule."""

    class Result:
        pass

    monkeypatch.setattr(memo, "_once", False)
    work = remembered(lambda number: Result())
    early = weakref.ref(work(0))
    assert early() is work(0)
    remember_little()
    gc.collect()
    assert early() is None
    kept = [weakref.ref(work(number)) for number in range(100)]
    gc.collect()
    assert 1 < sum(one() is not None for one in kept) <= memo.FEW
    assert kept[-1]() is work(99)


def test_the_rules_beside_a_build_remember_little(monkeypatch):
    """Their process ends with them: what they remember of one story is of no use to the next."""
    monkeypatch.setattr(memo, "_once", False)
    large = [kept for kept in memo._remembered if kept.cache_info().maxsize == MOST]
    forget_all()
    told = checking._checked_once(mini_library(), TODAY)
    assert (sum(kept.cache_info().currsize for kept in large), len(large) > 5) == (0, True)
    monkeypatch.setattr(memo, "_once", False)
    assert told == check(mini_library(), TODAY)


def test_errors_are_not_kept(tmp_path):
    """A problem is told as often as somebody reads the file."""
    for _ in range(2):
        with pytest.raises(sources.SourceError, match="Y02"):
            sources.parse_yaml("a: 1\na: 2\n", "x.yml")


@pytest.mark.parametrize("pattern", [pattern for pattern, *_ in FORBIDDEN], ids=lambda pattern: pattern.pattern[:30])
@given(data=st.data())
def test_a_quick_look_at_a_line_misses_no_markup(pattern: re.Pattern[str], data):
    """Whatever a pattern finds something in, the quick look lets through to it."""
    line = data.draw(st.from_regex(pattern))
    assert pattern.search(line)
    assert MARKUP.search(line)


def test_a_quick_look_lets_plain_words_pass():
    assert not MARKUP.search("She said: “Let's go”, and he didn't - it was 5.30, or 6!")


def test_what_is_let_go_of_is_worked_out_again(project, worked):
    """Nothing is kept then, and the answer is the same."""
    first = check_project(project, TODAY)
    worked.clear()
    forget_all()
    again = check_project(project, TODAY)
    assert any(CUP in done for done in worked)
    assert (again.library, again.problems) == (first.library, first.problems)
