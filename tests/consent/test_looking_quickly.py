"""Shorter ways of looking for a story: each finds what the long way finds, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.properties import examples
from whatmatters.tracing import plain
from whatmatters.tracing.fingerprints import Known, dense

from .test_tracing import ID, NAME

#: Pieces of pages, sound and broken, that could be taken for the end of another.
MARKUP = (
    *("<p class='x'>", "<b>", "</b>", "<br/>", '<img alt="a &amp; b">', "<a b='", '<a b="', "<i a=x>", "<a/b>", "</", "</b x>"),
    *("<script>", "</script>", "</ script>", "</script x>", '<script src="a"/>', "<ſcript>", "</ſcript>", "<style>", "</style>"),
    *("<title>", "</title>", "<title/>", "<textarea>", "</textarea>", "<xmp>", "<plaintext>", "<!--", "-->", "--!>", "<!-- a -->"),
    *("<!doctype html>", '<?xml a="1"?>', "<?pi>", "<![CDATA[", "<!x", "<", ">", "'", '"', "&", "&lt", "&#39;", "=", "/", "\n", "words"),
)


@examples(200)
@given(st.lists(st.sampled_from(MARKUP), max_size=12).map("".join))
@example("<ſcript><script>x</ſcript>=")
@example("<script>a</script x></b></script>")
@example("<title><b>&lt;</title>")
@example("<a b='<i a=x>'>")
@example("<xmp></b></xmp>")
def test_a_page_that_is_read_quickly_says_what_the_parser_hears(page):
    """Whatever follows on what: it is read as the parser reads it, or given to the parser."""
    assert plain._read_plainly(page) in (None, plain._read(page))


@pytest.mark.parametrize("page", [
    '<!doctype html>\n<html><title>A &amp; b</title><p class="x">One <b>two</b><br/>three<!-- four --></p></html>',
    "<script>let a = '<b>';</script><p>One</p>",
])
def test_a_plain_page_is_read_quickly(page):
    """Without the parser, which takes three times as long for a whole site."""
    assert plain._read_plainly(page) == plain._read(page)


WORD = st.sampled_from(["she", "would", "drink", "from", "one", "cup", "only", "ŵyr", "neb"])
RUN = st.lists(WORD, max_size=14).map(" ".join)


@examples(80)
@given(title=st.lists(WORD, min_size=2, max_size=9).map(" ".join), blocks=st.lists(RUN, max_size=3), lines=st.lists(RUN, max_size=5))
def test_words_that_are_here_help_the_search_and_change_nothing(title, blocks, lines):
    """The same is found with the story's words at hand and without, also where a line ends in the midst of them."""
    said = [title, *blocks]
    lines = [*lines, *said, *(half for block in said for half in (block[: len(block) // 2], block[len(block) // 2 :]))]
    traces = [dense(title, blocks)]
    assert list(Known(traces, said=said).places(lines)) == list(Known(traces).places(lines))
    assert list(Known(traces, said=said).places(lines[:3])) == list(Known(traces).places(lines[:3]))


@pytest.mark.parametrize("text", [ID.replace("s", "ſ"), ID.replace("i", "ı"), ID.upper()])
def test_an_id_in_letters_that_a_pattern_takes_for_its_own(text):
    """What a pattern finds is found, though it is not the id when it is made small."""
    assert NAME.found_in(f"x {text}") == 2
