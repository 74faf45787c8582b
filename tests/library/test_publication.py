"""What a build for an audience holds."""

from __future__ import annotations

from tests.conftest import TODAY, lay_out

from whatmatters.library.publication import for_audience
from whatmatters.reading.library_files import read_library


def restricted(tmp_path, *folders: str):
    root = lay_out(tmp_path / "project")
    for folder in folders:
        facts = root / "stories" / folder / "story.yml"
        facts.write_text(facts.read_text().replace("[team, intranet, public]", "[team]"))
    return read_library(root)


def test_all_is_published_where_consent_covers_it(tmp_path):
    """Nothing is left out of a library whose consent is for everyone."""
    library, out = for_audience(restricted(tmp_path), "public", TODAY)
    assert (len(library.stories), out) == (3, ())


def test_a_story_for_the_team_stays_with_the_team(tmp_path):
    """It is in the team's build, and out of a public one, with the reason; a pack that pinned it goes on without it."""
    whole = restricted(tmp_path, "magic-moments/the-blue-cup")
    assert for_audience(whole, "team", TODAY)[1] == ()
    library, out = for_audience(whole, "public", TODAY)
    assert [(o.id, o.why) for o in out] == [("the-blue-cup", "consent is for team, not for public")]
    assert [c.story.id for c in library.chosen["worth-it"]] == ["a-walk-to-the-shop", "two-songs"]


def test_a_pack_without_stories_goes(tmp_path):
    """No empty pack is offered."""
    whole = restricted(tmp_path, "magic-moments/the-blue-cup", "practice-examples/a-walk-to-the-shop",
                       "video-transcripts/two-songs")
    library, out = for_audience(whole, "public", TODAY)
    assert (library.stories, library.recipes) == ({}, {})
    assert out[-1].id == "worth-it"
