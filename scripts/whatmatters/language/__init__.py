"""Languages: which there are, values that exist in each, how their words change, and which one a text is in.

It knows no other room.
"""
