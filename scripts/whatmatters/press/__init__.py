"""The press: Typst, our fonts and the templates of print; plain data in, PDF bytes or measurements out.

It knows nothing of stories or packs, and imports next to nothing, so that a process of its own starts in no time.
"""
