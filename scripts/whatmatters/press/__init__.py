"""The press: Typst, our fonts and the templates of print; plain data in, PDF bytes out, or how text breaks into lines.

It knows nothing of stories or packs, and imports next to nothing, so that a process of its own starts in no time.
"""
