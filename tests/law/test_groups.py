"""The topics of the law in groups: each topic in one, and in one alone."""

from __future__ import annotations

import yaml

from whatmatters.language.bilingual import LANGUAGES

FILE = "docs/data/law-groups.yml"


def regrouped(project, change) -> None:
    """Writes the project's groups as `change` leaves them."""
    path = project / FILE
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(groups)
    path.write_text(yaml.safe_dump(groups, allow_unicode=True, sort_keys=False), encoding="utf-8")


def test_every_topic_of_the_real_library_is_in_one_group(real):
    """The page of all topics shows each of them once, in both languages under a name of its own."""
    grouped = [topic for group in real.law_groups for topic in group.topics]
    assert sorted(grouped) == sorted(topic.id for topic in real.read_across.topics)
    for lang in LANGUAGES:
        names = [group.name[lang] for group in real.law_groups]
        assert len(set(names)) == len(names)


def test_a_topic_in_no_group_is_told_of_where_it_stands(project, errors):
    """L20 at the topic's own line in the law's data."""
    regrouped(project, lambda groups: groups[0]["topics"].remove("positive-risk"))
    (problem,) = errors()
    assert problem.code == "L20"
    assert "`positive-risk`" in str(problem.message)
    lines = (project / problem.path).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1].strip() == "- id: positive-risk"


def test_a_topic_in_two_groups_is_told_of_at_the_second(project, errors):
    """L21 names the group that has it already."""
    regrouped(project, lambda groups: groups[1]["topics"].append("positive-risk"))
    (problem,) = errors()
    assert (problem.code, problem.path) == ("L21", FILE)
    assert "`voice`" in str(problem.message)
    assert (project / FILE).read_text(encoding="utf-8").splitlines()[problem.line - 1].strip() == "- positive-risk"


def test_a_topic_that_does_not_exist_is_told_of_with_the_nearest(project, errors):
    """L22, and L20 for the topic that was meant."""

    def misspell(groups):
        groups[0]["topics"][-1] = "positiverisk"

    regrouped(project, misspell)
    found = {problem.code: problem for problem in errors()}
    assert found.keys() == {"L20", "L22"}
    assert "positive-risk" in str(found["L22"].mend)


def test_a_file_without_groups_is_told_of_once(project, errors):
    """Not forty-five times: what is wrong is the file."""
    (project / FILE).write_text("[]\n", encoding="utf-8")
    (problem,) = errors()
    assert (problem.code[0], problem.path) == ("F", FILE)
