"""The languages of a site made side by side: what static-i18n does one after the other, done in two processes.

static-i18n builds the first language, then each other one by calling MkDocs again when the first is done.
Here a second process begins with those as soon as the files of the first are known; all that MkDocs and static-i18n
do for a language stays what it was. docs/decisions/0013-quick-builds.md says which of the two writes what.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from .beside import Beside

T = TypeVar("T")

#: In the process of the other languages: where the first one's copies files to.
_copied: set[str] = set()


class LanguagesBeside(Generic[T]):
    """The other languages of one build, while they are being made."""

    def __init__(self, beside: Beside[T], config: MkDocsConfig) -> None:
        self._beside, self._config, self._others = beside, config, _others(config)
        # Pages that stand once for all languages are written by whichever comes last, and that is not this process.
        self._templates = config.theme.static_templates
        config.theme.static_templates = set()

    @classmethod
    def start(
        cls, config: MkDocsConfig, files: Files, hidden: Collection[str], finished: Callable[[], T]
    ) -> LanguagesBeside[T] | None:
        """Begin with all languages but the current one; None where that cannot be done beside it.

        `files` are those of the current language, `hidden` the sources of pages that no list names. What `finished`
        gives in the other process, when all is built there, is the result.
        """
        beside = Beside.start(lambda: _build_others(config, files, hidden, finished)) if _others(config) else None
        return cls(beside, config) if beside is not None else None

    def result(self) -> T:
        """Wait for them; static-i18n then finds nothing left to be built. Raises what the build raised."""
        result = self._beside.result()
        for language in self._others:
            language.build = False
        return result

    def close(self) -> None:
        """Leave everything as it was, whatever happened."""
        self._beside.stop()
        self._config.theme.static_templates = self._templates
        for language in self._others:
            language.build = True


def leave_copied(files: Files) -> None:
    """In the process of the other languages: do not copy what the first one's copies to the very same places."""
    for file in files:
        if not file.is_documentation_page() and file.abs_dest_path in _copied:
            file.copy_file = _nothing  # type: ignore[method-assign]


def _nothing(dirty: bool = False) -> None:
    """Copies nothing."""


def _others(config: MkDocsConfig) -> list[Any]:
    """The languages that are still to be built, as static-i18n's configuration has them."""
    i18n: Any = config.plugins["i18n"]
    return [
        language for language in i18n.config.languages if language.build and language.locale != i18n.current_language
    ]


def _build_others(config: MkDocsConfig, files: Files, hidden: Collection[str], finished: Callable[[], T]) -> T:
    """In the other process: build them as static-i18n does."""
    i18n: Any = config.plugins["i18n"]
    others = _others(config)
    i18n.building = True
    utils.clean_directory = lambda directory: None
    logging.getLogger("mkdocs.commands.build").setLevel(logging.WARNING)
    _copied.update(file.abs_dest_path for file in files if not file.is_documentation_page())
    for file in files.documentation_pages():
        _known_to_the_sitemap(file, config, file.src_uri in hidden)
    for language in others:
        i18n.current_language = language.locale
        build(config)
    return finished()


def _known_to_the_sitemap(file: File, config: MkDocsConfig, hidden: bool) -> None:
    """The sitemap asks the pages of the first language for their addresses, and whether they are to be found."""
    page = file.page or Page(None, file, config)
    page.meta = {"hidden": hidden}
