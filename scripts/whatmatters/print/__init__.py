"""Print: Typst and its templates draw what `deck` has decided, as PDF/UA-1.

Of the text nothing is decided here. The one exception is the sheet of a role's year, which takes the largest size at
which all of it fits its page.
"""
