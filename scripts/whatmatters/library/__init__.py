"""The library: what a story, a tag, a recipe, a question and a law topic are, and what follows from them alone.

It knows nothing of pages, cards or search.
"""
