"""Forms that the index must name, because the rules alone do not lead from them to their key."""

from __future__ import annotations

from collections.abc import Mapping

from whatmatters.language.bilingual import Lang

from ..language.mutations import mutations_in, radicals_in
from .endings import with_endings
from .forms import Forms, Way
from .resolving import ladder, resolve
from .words import fold

Aliases = dict[str, tuple[str, ...]]


def aliases(groups: Mapping[str, Mapping[str, object]], lang: Lang, table: Forms) -> Aliases:
    """Folded form -> keys, for two sorts of forms.

    A form that stands in the site, if its key is nowhere on its ladder (`straeon` is under `stori`).
    A form that the dictionary has of a word of the site, if its ladder ends at another key or at none (`aethant`).
    """
    keys = set(groups)
    standing: dict[str, set[str]] = {}
    for key, forms in groups.items():
        for form in forms:
            standing.setdefault(fold(form), set()).add(key)
    named = {
        form: tuple(sorted(its))
        for form, its in standing.items()
        if its != {form} and not its <= {guess for step in ladder(form, lang, table.bare) for guess in step}
    }
    wanted, ways = table.kin(groups)
    for form in wanted.keys() & (standing.keys() | keys):
        del wanted[form]
    misled = _misled(table.unknown(keys), wanted, lang)
    asked = [form for form in wanted if ways[form] is not Way.LED or form in misled]
    # A mutated form comes after its radical: where the radical is named, the second step of the ladder leads to it.
    fronts = {form: radicals_in(lang, form)[1:] for form in asked}
    for form in sorted(asked, key=lambda form: (any(front in wanted for front in fronts[form]), form)):
        its = tuple(sorted(wanted[form]))
        if any(named.get(front) == its for front in fronts[form]):
            continue
        if ways[form] is Way.NAMED or set(resolve(form, lang, keys, table.bare)) != set(its):
            named[form] = its
    return dict(sorted(named.items()))


def _misled(strangers: set[str], forms: Mapping[str, object], lang: Lang) -> set[str]:
    """Those of `forms` that the ladder may lead to a word which no dictionary has, and the library does."""
    reached: set[str] = set()
    for stranger in strangers:
        for form in (stranger, *with_endings(stranger, lang)):
            reached.update(mutations_in(lang, form))
    return reached.intersection(forms)
