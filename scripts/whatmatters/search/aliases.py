"""Forms that the index must name, because the rules alone do not lead from them to their key."""

from __future__ import annotations

from collections.abc import Container, Mapping

from whatmatters.library.languages import Lang

from ..library.mutations import radicals
from .lemmas import Lemmas
from .resolving import ladder, resolve
from .words import fold

Aliases = dict[str, tuple[str, ...]]


def aliases(groups: Mapping[str, Mapping[str, object]], lang: Lang, lemmas: Lemmas) -> Aliases:
    """Folded form -> keys, for two sorts of forms.

    A form that stands in the site, if its key is nowhere on its ladder (`straeon` is under `stori`).
    A form that the dictionary has of a word of the site, if its ladder ends at another key or at none (`aethant`).
    """
    keys = set(groups)
    standing: dict[str, set[str]] = {}
    for key, forms in groups.items():
        for form in forms:
            standing.setdefault(fold(form), set()).add(key)
    named = {form: tuple(sorted(its)) for form, its in standing.items() if not its <= _reached(form, lang, lemmas.bare)}
    wanted = {form: its for form, its in lemmas.kin(keys).items() if form not in standing and form not in keys}
    # A mutated form comes after its radical: where the radical is named, the second step of the ladder leads to it.
    mutated = {form for form in wanted if any(front in wanted for front in _fronts(form, lang))}
    for form in sorted(wanted, key=lambda form: (form in mutated, form)):
        led = any(named.get(front) == wanted[form] for front in _fronts(form, lang))
        if not led and set(resolve(form, lang, keys, lemmas.bare)) != set(wanted[form]):
            named[form] = wanted[form]
    return dict(sorted(named.items()))


def _reached(form: str, lang: Lang, bare: Container[str]) -> set[str]:
    return {guess for step in ladder(form, lang, bare) for guess in step}


def _fronts(form: str, lang: Lang) -> tuple[str, ...]:
    return radicals(form)[1:] if lang == "cy" else ()
