"""The version that stands on every sheet and card: by it a printed card can be matched to its source."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from .pack_description import PackDescription, describe

#: Languages in a file that has both: Welsh first.
ORDER: tuple[Lang, Lang] = ("cy", "en")


@dataclass(frozen=True)
class PackVersion:
    """A version of a pack, and the stories in it."""

    pack: str
    lang: str
    """`en`, `cy`, or `cy+en` where both stand in one file."""
    version: str
    stories: tuple[str, ...]


def version_of(*packs: PackDescription) -> str:
    """The version of a pack; of one in several languages, the newest date and a hash of what each of them says."""
    if len(packs) == 1:
        return packs[0].version
    marks = " ".join(pack.version for pack in packs)
    return f"{max(pack.date for pack in packs)} {hashlib.sha256(marks.encode()).hexdigest()[:8]}"


def versions(library: Library, packs: Collection[str], site_url: str | None = None) -> Iterator[PackVersion]:
    """The versions that stand on the sheets of some packs as they are now: each language, then both together."""
    for pack in packs:
        said = {lang: describe(library, library.recipes[pack], lang, site_url) for lang in LANGUAGES}
        stories = tuple(c.story.id for c in library.chosen[pack])
        for lang in LANGUAGES:
            yield PackVersion(pack, lang, said[lang].version, stories)
        yield PackVersion(pack, "+".join(ORDER), version_of(*(said[lang] for lang in ORDER)), stories)
