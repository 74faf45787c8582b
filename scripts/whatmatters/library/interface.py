"""The words of the interface: buttons, labels, headings, in both languages."""

from __future__ import annotations

from pydantic import RootModel

from ..language.bilingual import Bilingual, Lang
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem, did_you_mean

FOLDER = "docs/data/interface"


class Interface(RootModel[dict[str, Bilingual]]):
    """All of `docs/data/interface/*.yml`: a name for each piece of wording."""

    def __call__(self, name: str, lang: Lang, **values: object) -> str:
        """The wording `name` in `lang`, its `{placeholders}` filled.

        Raises LibraryError for a name that is not there, or a placeholder that nothing fills.
        """
        if name not in self.root:
            what = Message("the wording `{name}` is missing", name=name)
            mend = did_you_mean(
                name, self.root, Message("write it in one of the files of this folder, in both languages")
            )
            raise LibraryError([Problem(FOLDER, 1, "F04", what, mend)])
        try:
            return self.root[name][lang].format(**values) if values else self.root[name][lang]
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            known = tuple(f"{{{value}}}" for value in values)
            what = Message("the wording `{name}` has a gap that nothing fills", name=name)
            raise LibraryError(
                [Problem(FOLDER, 1, "F04", what, Message("known here: {names}", names=known))]
            ) from error
