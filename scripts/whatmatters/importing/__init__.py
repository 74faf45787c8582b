"""From captions and transcripts to a draft of a story: readers, tidying, drafting.

`bring_in` is the whole way: the bytes of a file in, a Draft out; `write_draft` puts it on the disk.
"""

from .bring_in import bring_in
from .draft import Draft
from .folder import story_id, write_draft
from .lines import Refused

__all__ = ["Draft", "Refused", "bring_in", "story_id", "write_draft"]
