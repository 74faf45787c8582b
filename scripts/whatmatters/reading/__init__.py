"""Reading: from the files of a project to a Library, each complaint with its file and line.

Nothing that makes pages or packs asks a source again.
"""
