"""The words of the interface: buttons, labels, headings, in both languages."""

from __future__ import annotations

from pydantic import RootModel

from .languages import Bilingual, Lang


class Interface(RootModel[dict[str, Bilingual]]):
    """All of `docs/data/interface/*.yml`: a name for each piece of wording."""

    def __call__(self, name: str, lang: Lang, **values: object) -> str:
        """The wording `name` in `lang`, its `{placeholders}` filled. Raises KeyError for a name that is not there."""
        return self.root[name][lang].format(**values) if values else self.root[name][lang]
