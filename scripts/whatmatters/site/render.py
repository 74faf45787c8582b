"""Templates, and the few functions that stand ready in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..language.bilingual import Lang, other
from ..library.emblem import outline
from ..library.interface import Interface
from ..library.pack_forms import TURNING_SHEET
from ..library.theme_icons import svg
from .address import link, root_from, same_page_in_other_language, url_of
from .kind_styles import KIND_ICONS
from .template_code import Compiled, Kept

TEMPLATES = Path(__file__).parent / "templates"

#: How our templates are turned into code: everything is escaped unless marked as HTML.
_SETTINGS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


@cache
def icon(name: str) -> Markup:
    """An icon of the theme as inline SVG, hidden from screen readers: the word beside it says the same.

    Raises FileNotFoundError for a name that is not there.
    """
    # A page of HTML needs no name for what SVG is.
    drawn = svg(name).replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    return Markup(drawn.replace("<svg ", '<svg class="wm-icon" aria-hidden="true" focusable="false" ', 1))


@cache
def emblem(name: str) -> Markup:
    """A story's emblem as inline SVG, hidden from screen readers. Raises FileNotFoundError for an unknown one."""
    path = f'<path d="{outline(name)}"/>'
    return Markup(f'<svg class="wm-emblem" aria-hidden="true" focusable="false" viewBox="0 0 24 24">{path}</svg>')


@dataclass(frozen=True)
class Renderer:
    """Makes the inside of one page from a template."""

    interface: Interface
    environment: Environment

    def __call__(self, template: str, lang: Lang, path: str, **context: Any) -> str:
        """HTML of `template` for the page at `path` in `lang`. A name that is missing raises UndefinedError."""
        url = url_of(path, lang)
        html = self.environment.get_template(template).render(**page_functions(self.interface, lang, url), **context)
        # The include extension of Markdown reads whatever passes through MkDocs: nothing of a story may look like one.
        return html.replace("{!", "&#123;!")


def read_templates(environment: Environment, names: Iterable[str]) -> None:
    """Turn templates into code now, so that a process which is divided afterwards need not do it twice."""
    for name in names:
        environment.get_template(name)


#: The package's own templates as code, and those of the theme and of overrides. Whoever serves reads the library anew
#: after each saved file, with new environments, which would each turn all of them into code again.
_COMPILED, THEMES_COMPILED = Kept(TEMPLATES, _SETTINGS), Compiled()


def page_functions(interface: Interface, lang: Lang, url: str) -> dict[str, Any]:
    """What a template of the page at `url` may call; the theme's overrides have the same names."""

    def ui(name: str, lang: Lang = lang, **values: object) -> str:
        return interface(name, lang, **values)

    def href(path: str, lang: Lang = lang) -> str:
        return link(url, url_of(path, lang))

    def href_other() -> str:
        return same_page_in_other_language(url, lang)

    def asset(path: str) -> str:
        return root_from(url) + "assets/" + path

    functions: dict[str, Callable[..., Any]] = {
        "ui": ui,
        "href": href,
        "href_other": href_other,
        "asset": asset,
        "icon": icon,
        "emblem": emblem,
    }
    return {
        **functions,
        "kind_icons": KIND_ICONS,
        "lang_code": lang,
        "other_lang": other(lang),
        "base_url": root_from(url).rstrip("/"),
        "turning_sheet": TURNING_SHEET,
    }


def renderer(interface: Interface) -> Renderer:
    """A renderer over the package's templates; everything is escaped unless marked as HTML."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, bytecode_cache=_COMPILED, **_SETTINGS
    )
    return Renderer(interface, environment)


def one_block(html: str) -> str:
    """Without empty lines and indents, so that Markdown takes all of it as one piece of HTML."""
    return "\n".join(line.strip() for line in html.split("\n") if line.strip())
