"""Each kind of bad input is named with its file, its line, its code and a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_welsh import left_in_english

CUP = "stories/magic-moments/the-blue-cup"
PACK = "stories/packs/worth-it.yml"


def _film(
    *,
    url: str = "https://films.example/cup",
    length: str = "3:58",
    ends: str = "1:41",
    pause: str = "1:13",
    scenes: tuple[str, ...] = ("0:50", "1:13"),
) -> str:
    """The film of a story as `story.yml` has it, on lines 14 and on."""
    told = "".join(f"    - {{at: '{at}', en: Here, cy: Yma}}\n" for at in scenes)
    return (
        f"film:\n  url: {url}\n  title: The cup\n  length: '{length}'\n  ends: '{ends}'\n  pause: '{pause}'\n"
        f"  scenes:{chr(10) + told if told else ' []' + chr(10)}  begins: '0:50'\n  publisher: The tests\n"
    )


#: What is written into which file in place of what; the code, the line and the words that come back.
BROKEN = [
    # fields
    ("missing field", f"{CUP}/story.yml", "owner: tests\n", "", "F02", 1, "`owner` is missing"),
    ("misspelt field", f"{CUP}/story.yml", "owner: tests", "ownr: tests", "F01", 17, "did you mean `owner`?"),
    (
        "misspelt field, deeper",
        f"{CUP}/story.yml",
        "  publisher:",
        "  publishr:",
        "F01",
        11,
        "did you mean `publisher`?",
    ),
    (
        "unknown value",
        f"{CUP}/story.yml",
        "kind: magic-moment",
        "kind: magic-momnt",
        "V07",
        1,
        "did you mean `magic-moment`?",
    ),
    (
        "a date that cannot be",
        f"{CUP}/story.yml",
        "reviewed: 2026-11-21",
        "reviewed: 2026-13-41",
        "Y01",
        1,
        "cannot be",
    ),
    ("no consent basis", f"{CUP}/story.yml", "basis: composite, ", "", "F02", 15, "`consent.basis` is missing"),
    (
        "consent reviewed before given",
        f"{CUP}/story.yml",
        "review_by: 2027-11-21",
        "review_by: 2025-11-21",
        "D01",
        15,
        "both dates",
    ),
    ("composite not marked", f"{CUP}/story.yml", "provenance: composite", "provenance: retold", "D03", 14, "made up"),
    # the film of a story
    *(
        (name, f"{CUP}/story.yml", "provenance: composite\n", f"{film}provenance: composite\n", "F03", line, words)
        for name, film, line, words in (
            ("a time that is none", _film(pause="quarter past"), 19, "such as 1:13"),
            ("a pause outside the film", _film(pause="9:15"), 19, "9:15 lies outside the film, which is 3:58 long"),
            ("a pause before the story begins", _film(pause="0:40"), 19, "does not lie between"),
            ("a story that runs backwards", _film(ends="0:20"), 18, "cannot end at 0:20"),
            ("an end after the film's", _film(ends="4:10"), 18, "outside the film"),
            ("a length that is none", _film(length="four minutes"), 17, "`film.length` does not fit: a time is written as minutes"),
            ("a length of more seconds than a minute has", _film(length="3:75"), 17, "it now says `3:75`"),
            ("a film of no length", _film(length="0:00"), 17, "longer than no time at all"),
            *(
                (f"a link that is no web address: {url}", _film(url=url), 15, f"`film.url` does not fit: a web address begins with https:// or http://, names a site, and has no spaces (it now says `{url}`")
                for url in ("films/two-songs", "www.films.example/cup", "javascript:alert(1)", "ftp://films.example/cup", "mailto:film@films.example",
                            "data:text/html,cup", "file:///cup.mp4", "https://", "http:///cup", "https://films.example/the cup", "https://me@films.example/cup")
            ),
            ("a link that is empty", _film(url="''"), 15, "a web address begins with"),
            ("scenes out of order", _film(scenes=("1:13", "0:50")), 22, "`film.scenes.1.at` does not fit: the scene at 0:50 stands after the scene at 1:13 (it now says `0:50`"),
            ("two scenes at one time", _film(scenes=("0:50", "1:13", "1:13")), 23, "`film.scenes.2.at` does not fit: there is a scene at 1:13 already: tell both in one"),
            ("a scene before the story begins", _film(scenes=("0:10", "1:13")), 21, "the scene at 0:10 lies outside"),
            ("a scene after the story's end", _film(scenes=("0:50", "3:00")), 22, "the scene at 3:00 lies outside"),
            ("a scene at no time", _film(scenes=("0:50", "later")), 22, "`film.scenes.1.at` does not fit"),
            ("a film in a language that is not ours", _film() + "  language: de\n", 25, "use one of `en` or `cy`"),
            ("a film that is an address alone", "film: https://films.example/cup\n", 14, "`film` does not fit"),
            ("a film without its scenes", _film(scenes=()), None, "has its scenes told"),
        )
    ),
    (
        "a scene in one language",
        f"{CUP}/story.yml",
        "provenance: composite\n",
        _film().replace(", cy: Yma}", "}", 1) + "provenance: composite\n",
        "F02",
        21,
        "`film.scenes.0.cy` is missing",
    ),
    # tags
    ("unknown tag", f"{CUP}/story.yml", "dementia", "dementa", "V01", 3, "did you mean `dementia`?"),
    (
        "tag in another facet",
        f"{CUP}/story.yml",
        "theme: [everyday-joys, dementia]",
        "theme: [what-matters]",
        "V02",
        3,
        "move it to `principle`",
    ),
    ("unknown facet", f"{CUP}/story.yml", "  sense:", "  sens:", "V02", 5, "did you mean `sense`?"),
    ("no setting", f"{CUP}/story.yml", "  setting: [care-home]\n", "", "V06", 2, "no setting"),
    (
        "unknown law topic",
        f"{CUP}/story.yml",
        "[personal-plan]",
        "[personal-plann]",
        "L01",
        8,
        "did you mean `personal-plan`?",
    ),
    # text
    ("no front matter", f"{CUP}/en.md", "---\ntitle: The blue cup", "The blue cup", "Y05", 1, "front matter"),
    ("front matter without an end", f"{CUP}/en.md", "chipped.\n---", "chipped.", "Y05", 1, "no end"),
    ("empty title", f"{CUP}/en.md", "title: The blue cup", "title: ''", "F03", 2, "`title` is empty"),
    ("second pause", f"{CUP}/en.md", "## At the pause", "<!-- pause -->\n\n## At the pause", "T03", 17, "second pause"),
    (
        "nothing after the pause",
        f"{CUP}/en.md",
        "The worker fetched the cup from the bin and washed it.\nA friend filed the chip until it was smooth.\n",
        "",
        "T02",
        12,
        "what happened next",
    ),
    ("pause in one language only", f"{CUP}/cy.md", "<!-- pause -->", "", "T18", 17, "has no pause"),
    (
        "a question short",
        f"{CUP}/cy.md",
        "- Pwy yn eich tîm chi sy'n cael plygu rheol?\n",
        "",
        "P03",
        17,
        "1 questions under `## Wrth y saib`, 2",
    ),
    ("no headings over questions", f"{CUP}/en.md", "## At the pause", "", "T07", None, "list"),
    (
        "questions in one list, as they were before",
        f"{CUP}/en.md",
        "## At the pause\n\n- Which rule would you keep?\n- Who in your team may bend a rule?\n\n## Afterwards",
        "## Questions",
        "T17",
        17,
        "one list (write `## At the pause` over",
    ),
    (
        "nothing asked at the pause",
        f"{CUP}/en.md",
        "## At the pause\n\n- Which rule would you keep?\n- Who in your team may bend a rule?\n\n",
        "",
        "T04",
        21,
        "nothing is asked under `## At the pause`",
    ),
    ("questions at a pause that is not there", f"{CUP}/en.md", "<!-- pause -->\n\n", "", "T18", 15, "has no pause"),
    (
        "a list that stands twice",
        f"{CUP}/en.md",
        "## Afterwards\n",
        "## Afterwards\n\n- Why?\n\n## Afterwards\n",
        "T08",
        26,
        "not a question",
    ),
    ("HTML", f"{CUP}/en.md", "Mrs Pugh drank her tea", "<b>Mrs Pugh</b> drank her tea", "T05", 6, "HTML"),
    ("two versions of Git's", f"{CUP}/en.md", "Mrs Pugh drank her tea", "<<<<<<< HEAD\nMrs Pugh drank her tea", "T05", 6, "two versions"),
    ("script", f"{CUP}/en.md", "Mrs Pugh drank her tea", "<script>alert(1)</script>", "T05", 6, "HTML"),
    ("script in a title", f"{CUP}/en.md", "title: The blue cup", "title: <img src=x>", "T05", 2, "HTML"),
    ("include", f"{CUP}/en.md", "Mrs Pugh drank her tea", "{!/etc/hostname!}", "T06", 6, "include"),
    ("include in a question", f"{CUP}/en.md", "- Which rule would", "- {!/etc/hostname!} Which rule would", "T06", 19, "include"),
    (
        "include in a summary",
        f"{CUP}/en.md",
        "summary: She",
        "summary: Look {!/etc/hostname!} she",
        "T06",
        3,
        "include",
    ),
    ("braces", f"{CUP}/en.md", "Mrs Pugh drank", "{% raw %} Mrs Pugh drank", "T06", 6, "braces"),
    ("heading", f"{CUP}/en.md", "The worker fetched", "## Later\nThe worker fetched", "T07", 14, "heading"),
    ("bold", f"{CUP}/en.md", "a blue cup", "a **blue** cup", "T07", 6, "bold"),
    ("link", f"{CUP}/en.md", "a blue cup", "a [blue](x.md) cup", "T07", 6, "link"),
    (
        "stray line under the questions",
        f"{CUP}/en.md",
        "## At the pause\n",
        "## At the pause\n\nThink about these.\n",
        "T08",
        19,
        "not a question",
    ),
    # YAML
    (
        "YAML that does not parse",
        f"{CUP}/story.yml",
        "law: [personal-plan]",
        "law: [personal-plan",
        "Y01",
        9,
        "indents",
    ),
    ("tab", f"{CUP}/story.yml", "  theme:", "\ttheme:", "Y01", 3, "spaces, never with tabs"),
    (
        "repeated key",
        f"{CUP}/story.yml",
        "owner: tests",
        "owner: tests\nowner: me",
        "Y02",
        18,
        "`owner` stands here twice",
    ),
    ("anchor", f"{CUP}/story.yml", "owner: tests", "owner: &a tests", "Y03", 17, "anchors"),
    (
        "object tag",
        f"{CUP}/story.yml",
        "owner: tests",
        "owner: !!python/object/apply:os.system [ls]",
        "Y01",
        17,
        "cannot be read",
    ),
    ("nested beyond reason", f"{CUP}/story.yml", "owner: tests", f"owner: {'[' * 60}{']' * 60}", "Y06", 17, "40 levels"),
    ("nested without brackets", f"{CUP}/story.yml", "owner: tests", f"owner:\n  {'- ' * 60}x", "Y06", 18, "40 levels"),
    ("a tag of YAML", f"{CUP}/story.yml", "owner: tests", "owner: !!bool x", "Y01", 17, "holds a tag"),
    ("a line end of a word processor", f"{CUP}/en.md", "a blue cup", "a blue\x0bcup", "R04", 6, "U+000B"),
    ("the direction of writing", f"{CUP}/en.md", "a blue cup", "a \u202eblue cup", "R04", 6, "U+202E"),
    # recipes
    (
        "recipe that chooses nothing",
        PACK,
        "  pinned: [the-blue-cup]\n  any: [risk, everyday-joys]",
        "  all: [risk, dementia]",
        "K01",
        5,
        "chooses nothing",
    ),
    ("unknown tag in a recipe", PACK, "any: [risk,", "any: [rsk,", "V01", 7, "did you mean `risk`?"),
    (
        "unknown story in a recipe",
        PACK,
        "pinned: [the-blue-cup]",
        "pinned: [the-blu-cup]",
        "K02",
        6,
        "did you mean `the-blue-cup`?",
    ),
    (
        "unknown category in a recipe",
        PACK,
        "story-discussion/first-thoughts",
        "story-discussion/first-thought",
        "K03",
        11,
        "did you mean",
    ),
    ("misspelt field in a recipe", PACK, "  limit: 3", "  limt: 3", "F01", 9, "did you mean `limit`?"),
    (
        "a pack title in one language",
        PACK,
        "{en: Worth it, cy: Gwerth chweil}",
        "{en: Worth it}",
        "F02",
        1,
        "`title.cy` is missing",
    ),
    # law and questions
    ("law without a certainty", "docs/data/read-across.yml", "  certainty: A\n", "", "F02", None, "certainty` is missing"),
    ("law with an unknown certainty", "docs/data/read-across.yml", "certainty: A", "certainty: sure", "F03", None, "cannot be `sure`"),
    ("law of an unknown Act", "docs/data/read-across.yml", "- law: sswba", "- law: sswbb", "L03", None, "did you mean `sswba`?"),
    ("question without an id", "docs/en/questions/supervision.md", " {#story-1}", "", "Q01", None, "no id"),
    ("question id in one language only", "docs/cy/questions/supervision.md", "{#story-1}", "{#story-99}", "Q03", None, "no counterpart"),
    ("unknown placeholder", "docs/en/questions/strengths.md", "{person}", "{preson}", "Q05", None, "did you mean `person`?"),
    ("join to a page that is not there", "docs/data/joins.yml", "tools/culture-star:", "tools/culture-sta:", "H03", None, "did you mean"),
    ("principle that is not there", "docs/data/joins.yml", "- workplace-culture", "- workplac-culture", "V01", None, "did you mean `workplace-culture`?"),
    # pages
    ("misspelt field of a page", "docs/en/about/privacy.md", "summary:", "sumary:", "F01", 3, "did you mean `summary`?"),
    ("a title that is a list", "docs/en/about/privacy.md", "title: ", "title: [a]  # ", "F03", 2, "`title`"),
    ("two principles for one", "docs/en/principles/carers.md", "principle: carers", "principle: [carers]", "F03", None, "`principle`"),
    ("script in a page", "docs/en/about/privacy.md", "\n## ", "\n<script>x()</script>\n\n## ", "U01", None, "HTML"),
    (
        "missing include",
        "docs/en/tools/exploratory-talk.md",
        "ground-rules.md!}",
        "ground-ruls.md!}",
        "I01",
        None,
        "no text",
    ),
    (
        "a former collection that is the present one",
        f"{CUP}/story.yml",
        "owner:",
        "formerly: [practice-examples, magic-moments]\nowner:",
        "V07",
        None,
        "stands in `magic-moments` now",
    ),
    (
        "include from elsewhere",
        "docs/en/tools/exploratory-talk.md",
        "includes/en/ground-rules.md!}",
        "../mkdocs.yml!}",
        "I02",
        None,
        "docs/includes",
    ),
    (
        "include in another language",
        "docs/cy/tools/exploratory-talk.md",
        "includes/cy/ground-rules.md!}",
        "includes/en/ground-rules.md!}",
        "I03",
        None,
        "in another language",
    ),
    ("agenda with a step that is none", "docs/data/agendas.yml", "shows: record", "shows: tea", "F03", 81, "`record`"),
    ("agenda that hands out what is none", "docs/data/agendas.yml", "[slips]", "[cake]", "F03", 136, "`slips`"),
    ("agenda whose steps tell the ending", "docs/data/agendas.yml", "[card-1]", "[card-1, card-2]", "F03", 10, "holds the ending"),
]


@pytest.mark.parametrize(("name", "file", "old", "new", "code", "line", "words"), BROKEN, ids=[b[0] for b in BROKEN])
def test_bad_input_is_named(project: Path, errors, name, file, old, new, code, line, words):
    """One thing is broken, and the check names that thing, there, with the way to mend it."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test breaks something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [p for p in errors() if p.code == code and p.path == file]
    assert found, f"{code} was not reported; reported were {list(map(str, errors()))}"
    if line is not None:
        assert [p.line for p in found] == [line]
    assert words in f"{found[0].message} ({found[0].mend})"
    assert not [said for problem in found for said in left_in_english(problem)]


def test_the_miniature_library_is_whole(errors):
    """Nothing is wrong with the library that the other tests break."""
    assert errors() == []


def test_not_utf8(project: Path, errors):
    """A file in another encoding is named with the line of its first odd byte."""
    path = project / CUP / "cy.md"
    path.write_bytes(path.read_text(encoding="utf-8").replace("tholc", "th\xf4lc").encode("latin-1", "replace"))
    assert [(p.code, p.line) for p in errors()] == [("R03", 7)]


def test_nul_characters(project: Path, errors):
    """A NUL in a file is named, and no reader stumbles over it."""
    path = project / CUP / "en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("chipped,", "chipped\x00,"), encoding="utf-8")
    assert [(p.code, p.line) for p in errors()] == [("R04", 7)]


def test_a_file_of_many_megabytes_is_not_read(project: Path, errors):
    """A huge file is refused by its size."""
    (project / CUP / "story.yml").write_text("# " + "x" * 2_000_000)
    assert [p.code for p in errors()] == ["R02"]


def test_one_language_only(project: Path, errors):
    """A story without its Welsh is not published, and no rule about other files complains for its sake."""
    (project / CUP / "cy.md").unlink()
    assert [(p.path, p.code) for p in errors()] == [(f"{CUP}/cy.md", "P01")]


def test_a_page_in_one_language_only(project: Path, errors):
    """A page that has no twin is named by the path at which the twin should stand."""
    (project / "docs/cy/about/privacy.md").unlink()
    assert [(p.path, p.code) for p in errors()] == [("docs/cy/about/privacy.md", "P05")]


def test_duplicate_id(project: Path, errors):
    """An id is taken once in the whole library, whatever the collection."""
    (project / CUP).rename(project / "stories/magic-moments/two-songs")
    assert ("S02", "stories/video-transcripts/two-songs/story.yml") in [(p.code, p.path) for p in errors()]


@pytest.mark.parametrize("name", ["Blue Cup", "blue_cup", "-cup", "cup--blue", "cŵpan"])
def test_id_that_is_no_slug(project: Path, errors, name: str):
    """A folder's name must serve as an address everywhere."""
    (project / CUP).rename(project / "stories/magic-moments" / name)
    assert "S01" in [p.code for p in errors()]


def test_empty_story(project: Path, errors):
    """A story of front matter alone is told that it has neither text nor questions."""
    (project / CUP / "en.md").write_text("---\ntitle: A\nsummary: B\n---\n", encoding="utf-8")
    assert [p.code for p in errors()] == ["T01", "T04"]


def test_a_link_out_of_the_project(project: Path, errors, tmp_path: Path):
    """A story cannot publish a file of the machine by being a link to it."""
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: A\n---\n")
    path = project / CUP / "en.md"
    path.unlink()
    path.symlink_to(secret)
    assert [p.code for p in errors()] == ["R05"]


def test_words_that_one_language_lacks_hide_nothing_else(project: Path, errors):
    """A regulation without its Welsh heading, a topic that cites one that is not there, a check of no text: one run."""
    numbers, topics = project / "docs/data/regulations.yml", project / "docs/data/read-across.yml"
    text = numbers.read_text(encoding="utf-8")
    numbers.write_text(text.replace("    cy: Cynllun personol\n", "", 1), encoding="utf-8")
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("provision: 36(", "provision: 136(", 1), encoding="utf-8")
    record = 'law/nothing:\n  cy: {reader: "S", day: 2026-11-01, digest: "6c00f5610756"}\n'
    (project / "docs/data/checks.yml").write_text(record, encoding="utf-8")
    assert [(p.path.rsplit("/")[-1], p.code) for p in errors()] == [
        ("checks.yml", "X01"),
        ("read-across.yml", "L05"),
        ("regulations.yml", "F02"),
    ]


def test_no_pause_in_one_language(project: Path, errors):
    """Neither the pause nor what is asked at it."""
    path = project / CUP / "cy.md"
    text = path.read_text(encoding="utf-8").replace("<!-- pause -->\n\n", "")
    front, _, rest = text.partition("## Wrth y saib")
    path.write_text(front + "## Wedyn" + rest.partition("## Wedyn")[2], encoding="utf-8")
    assert next((p.code, p.line, p.message) for p in errors()) == ("P02", 1, "there is a pause in en.md and none here")


def test_everything_in_one_run(project: Path, errors):
    """Problems of several files come together, sorted by file and line."""
    for file, old, new in (
        (f"{CUP}/story.yml", "dementia", "dementa"),
        (f"{CUP}/en.md", "a blue cup", "a **blue** cup"),
        (PACK, "any: [risk,", "any: [rsk,"),
        ("stories/video-transcripts/two-songs/cy.md", "<!-- pause -->", ""),
    ):
        path = project / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    found = errors()
    assert [p.code for p in found] == ["T07", "V01", "T18"]
    assert found == sorted(found)
