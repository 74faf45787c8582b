"""Search that knows Welsh as well as English: the rules of both languages, and the index that the browser reads.

Every form of a word leads to one key, its lemma. Dictionary and rules make the keys here, at build time;
the browser's half (`docs/assets/js/search*.js`) follows the same rules from the same tables,
so that a form which stands nowhere in the site still finds its kin.
"""

from .entry import Entry, Kind
from .writing import IndexFacts, LanguageFacts, forget_words, write_index, write_language

__all__ = ["Entry", "IndexFacts", "Kind", "LanguageFacts", "forget_words", "write_index", "write_language"]
