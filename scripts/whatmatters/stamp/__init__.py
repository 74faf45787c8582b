"""Has anything changed since the last build? Where nothing has, what was made then is what a build would make now.

A stamp holds a digest of all that a build depends on, and one of what it made. Only bytes count, no file's date:
a clock that was set back or a branch that was looked at in between can mislead nobody.
This room needs nothing but Python itself, so that the answer is there before anything heavy has been imported.
"""

from .digests import of_tree, of_trees
from .sources import RECORD, SEEN, project_digest, roots_named
from .stamps import Stamp, keep, read

__all__ = ["RECORD", "SEEN", "Stamp", "keep", "of_tree", "of_trees", "project_digest", "read", "roots_named"]
