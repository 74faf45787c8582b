"""Which pages stand beside each other."""

from __future__ import annotations

import pytest
from tests.conftest import mini_library

from whatmatters.library.joins import neighbours


@pytest.fixture(scope="module")
def library():
    return mini_library()


def test_by_principle(library):
    """A principle finds its page, its stories, its topics, its bank and its tool."""
    found = neighbours(library, ["positive-risk"], [])
    assert found.principles == ("principles/positive-risk/",)
    assert found.stories == ("a-walk-to-the-shop",)
    assert "positive-risk" in found.law
    assert "questions/positive-risk/" in found.questions
    assert "tools/if-try-cards/" in found.tools


def test_by_topic_first(library):
    """What shares the topic itself stands before what shares only a principle."""
    found = neighbours(library, ["strengths-based"], ["positive-risk"])
    assert found.stories == ("a-walk-to-the-shop", "two-songs")
    assert found.questions.index("questions/positive-risk/") < found.questions.index("questions/strengths/")
    assert found.law[0] == "positive-risk"


def test_nothing_in_common(library):
    """Ids that nothing carries have no neighbours."""
    found = neighbours(library, [], [])
    assert not any((found.stories, found.principles, found.law, found.questions, found.tools))
