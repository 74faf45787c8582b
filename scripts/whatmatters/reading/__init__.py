"""Reading: from the files of a project to a Library, each complaint with its file and line.

Nothing behind it reads a source again.
"""
