"""The round trip of texts through Word: out to a fluent reader, and back into the sources.

`texts` finds the texts and `segments` is their model; `document` writes the Word file, `returned` reads it back,
`comparing` holds it against the sources as they are now, and `changing` puts the reader's words into them.
"""
