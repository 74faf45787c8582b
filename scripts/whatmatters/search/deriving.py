"""Words made from one another: complain and complaint, cwyn and cwyno, goruchwylio and goruchwyliaeth.

They are not forms of one word, so they have keys of their own and do not bring each other up.
But where a word is found on few pages, `search-query.js` also looks for those made from the same stem,
which count for less. What must stay apart is kept apart by what is not in the table: lles has no llesiant.
"""

from __future__ import annotations

from whatmatters.language.bilingual import Lang

#: On fewer pages than a reader sees at once, its relatives are looked for too.
FEW = 10
#: Letters that must stand before the endings; one fewer where the stem is itself the one word of the two.
SHORTEST = 5

#: A stem with one of these is a relative of the same stem with another, or with none. Folded.
DERIVED: dict[Lang, tuple[str, ...]] = {
    "cy": (
        "u",
        "o",
        "io",
        "i",
        "a",
        "ad",
        "iad",
        "ed",
        "wr",
        "iwr",
        "ydd",
        "wraig",
        "aeth",
        "iaeth",
        "ol",
        "iol",
        "us",
        "og",
        "wch",
        "rwydd",
        "der",
        "edd",
    ),
    "en": (
        "e",
        "t",
        "y",
        "er",
        "or",
        "ion",
        "ation",
        "ment",
        "ive",
        "al",
        "ity",
        "le",
        "ility",
        "ise",
        "ness",
        "ful",
        "ly",
        "ance",
        "ence",
        "ant",
        "ent",
        "able",
        "ship",
    ),
}
