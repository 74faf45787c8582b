"""The manifest of a site: every published file with its size and digest, by which any copy proves itself.

This room knows files and what they are said to be. It makes no page and reads no source.
"""
