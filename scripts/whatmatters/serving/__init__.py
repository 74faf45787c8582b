"""The site while somebody writes: pages are made when they are asked for, packs and search a little later.

docs/decisions/0014-pages-when-asked-for.md says why.
"""

from .asked import asked_for
from .live import LiveSite, Sources
from .source_state import SourceState, state_of

__all__ = ["LiveSite", "SourceState", "Sources", "asked_for", "state_of"]
