"""Typography: our fonts, how wide text is in them, and where its lines break. Nothing is typeset here.

It knows nothing of stories or packs, and imports next to nothing, so that a process of its own starts in no time.
"""
