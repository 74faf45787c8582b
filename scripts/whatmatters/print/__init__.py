"""Print: Typst and its templates draw what `deck` has decided, as PDF/UA-1. Nothing of the text is decided here."""
