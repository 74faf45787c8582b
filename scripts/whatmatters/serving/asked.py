"""Whom the pages that somebody is writing are for, and further story roots: MkDocs has no options for either."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

from mkdocs.exceptions import PluginError

from ..library.story import Audience
from ..library.story_root import NoSuchRoot, StoryRoot, further_roots


def asked_for(project: Path) -> tuple[Audience, tuple[StoryRoot, ...]]:
    """What the variables AUDIENCE and STORIES ask for.

    Raises PluginError for an audience or a folder that does not exist, LibraryError for a root that cannot be used.
    """
    wanted = os.environ.get("AUDIENCE") or "public"
    audience = next((known for known in get_args(Audience) if known == wanted), None)
    if audience is None:
        raise PluginError(f"there is no audience `{wanted}` (AUDIENCE is one of {', '.join(get_args(Audience))})")
    try:
        return audience, further_roots(project, os.environ.get("STORIES", ""))
    except NoSuchRoot as error:
        raise PluginError(str(error.why)) from error
