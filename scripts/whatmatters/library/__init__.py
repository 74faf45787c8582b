"""The library: what a story, a tag, a recipe, a question and a law topic are, and how files become them.

This room knows files and fields. It knows nothing of pages, cards or search.
"""
