"""Sentences for a person, which can be said in either language, and the problems that are told with them.

What other programs say (the system, the YAML reader, Pydantic) is known here too, so that it can be translated.
"""
