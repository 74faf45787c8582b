"""The version that stands on every sheet and card: by it a printed card can be matched to its source."""

from __future__ import annotations

import hashlib

from .describe import PackDescription


def version_of(*packs: PackDescription) -> str:
    """The version of a pack; of one in several languages, the newest date and a hash of what each of them says."""
    if len(packs) == 1:
        return packs[0].version
    marks = " ".join(pack.version for pack in packs)
    return f"{max(pack.date for pack in packs)} {hashlib.sha256(marks.encode()).hexdigest()[:8]}"
