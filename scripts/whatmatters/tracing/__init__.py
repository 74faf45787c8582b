"""Taking a story back: withdrawing it, finding what is left of it, and knowing which printed packs held it.

This room knows the library's files and what a built site looks like from outside. It makes no page and no pack.
"""
