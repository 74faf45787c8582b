"""The table of forms, worked out from the whole dictionary: half a minute for both languages.

`python -m whatmatters.search.forms_making` writes those that come with the project.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from whatmatters.language.bilingual import LANGUAGES, Lang

from ..language.mutations import radicals
from ..language.table import TABLE
from .forms import SHIPPED, Way, packed
from .forms_digest import digest
from .lemmas import Lemmas, lemmas
from .resolving import ladder
from .words import fold


def derive(lang: Lang, lemma: Lemmas | None = None) -> str:
    """The table of `lang`, as `forms.py` reads it; `lemma` stands in for the dictionary in tests."""
    lemma = lemma or lemmas(lang)
    # Only what can stand in a text as one word: no space, no hyphen.
    every = {form for form in lemma if form.isalnum()}
    short = sorted(form for form in every if len(form) <= 2 and lemma.known(form) and not lemma.listed(form))
    keys = {form: lemma.keys(form) for form in every if len(form) > 2 or lemma.listed(form)}
    ways = _ways(keys, lang, lemma)
    if TABLE[lang].mutates:
        spared = _found_by_radical(keys, ways, lemma.known)
        keys = {form: its for form, its in keys.items() if form not in spared}
    return "\n".join((" ".join(sorted(lemma.bare)), " ".join(short), *_by_key(keys, ways)))


def _ways(keys: Mapping[str, tuple[str, ...]], lang: Lang, lemma: Lemmas) -> dict[str, Way]:
    """The way of each form; forms that are one when folded have one way."""
    all_keys = {key for its in keys.values() for key in its}
    folded: dict[str, set[str]] = {}
    for form, its in keys.items():
        if len(form) > 2 and form.isalpha():
            folded.setdefault(fold(form), set()).update(its)
    ways = {form: _way(form, its, all_keys, lang, lemma.bare) for form, its in folded.items()}
    return {form: _kept(form, ways, known=lemma.known(form)) for form in keys}


def _kept(form: str, ways: Mapping[str, Way], *, known: bool) -> Way:
    return Way.CAPITAL if not known else ways.get(fold(form), Way.APART)


def _way(form: str, its: set[str], all_keys: set[str], lang: Lang, bare: Collection[str]) -> Way:
    if len(its) > 1:
        return Way.UNSURE
    steps = [all_keys.intersection(step) for step in ladder(form, lang, bare)][1:]
    if next((step for step in steps if step), None) == its:
        return Way.LED
    return Way.UNSURE if any(its <= step for step in steps) else Way.NAMED


def _found_by_radical(
    keys: Mapping[str, tuple[str, ...]], ways: Mapping[str, Way], known: Callable[[str], bool]
) -> set[str]:
    """The mutated forms that the table need not have.

    Their first radical in the table has the same keys, and the ladder leads from them, or their radical is named.
    Whether a radical is in the table depends on what it is spared itself, so all are tried until none comes back.
    """
    asked = (Way.LED, Way.NAMED, Way.UNSURE)
    fronts = {form: radicals(form)[1:] for form in keys if known(form) and ways[form] in asked}
    spared = {form for form, its in fronts.items() if its}

    def stays(form: str) -> bool:
        standing = [one for one in fronts[form] if one in keys and one not in spared]
        if not standing or set(keys[standing[0]]) != set(keys[form]):
            return True
        named = any(ways[one] is Way.NAMED and set(keys[one]) == set(keys[form]) for one in standing)
        return not (named or ways[form] is Way.LED)

    while back := {form for form in spared if stays(form)}:
        spared -= back
    return spared


def _by_key(keys: Mapping[str, Iterable[str]], way: Mapping[str, Way]) -> Iterator[str]:
    """The lines of the table: `keys` of each form, and the `way` of each."""
    rows: dict[str, tuple[list[str], ...]] = defaultdict(lambda: tuple([] for _ in Way))
    for form in sorted(keys):
        for key in keys[form]:
            rows[key][way[form]].append(form)
    for key in sorted(rows):
        yield "\t".join((key, *(" ".join(forms) for forms in rows[key])))


def main() -> None:
    """Write the tables that come with the project, where they are not as they should be."""
    for lang in LANGUAGES:
        path = SHIPPED / f"{lang}.xz"
        made = packed(digest(lang), derive(lang))
        if not path.exists() or path.read_bytes() != made:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)
            print(f"{path.name}: {len(made):,} bytes")


if __name__ == "__main__":
    main()
