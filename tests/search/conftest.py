"""A small site of two languages: one page each with the search dialog, and the index of a dozen entries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from tests.conftest import REPOSITORY
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.search import Entry, write_index
from whatmatters.site.assets import write_assets
from whatmatters.site.kind_styles import KIND_ICONS
from whatmatters.site.search_words import write_search_words

ENTRIES = (
    Entry("cy", "cy/stories/x/amser-bath/", "Amser bath May", "story", "Dol, a bath heb ymladd.",
          "Roedd y plant yn chwarae wrth y dŵr.\nYna aeth May i’r bath, yn ei thŷ ei hun.", ("Cartref",), 2),
    Entry("cy", "cy/stories/x/y-bore/", "Y bore", "story", "Bore yn y gegin.",
          "Mae ei ngofal yn bwysig. Cawson nhw ofal da. Daeth tosturi i'r tŷ.", ("Urddas",), 1),
    Entry("cy", "cy/principles/llesiant/", "Llesiant", "principle", "Bywyd da.", "Ystyr llesiant."),
    Entry("cy", "cy/legislation/plan/", "Cynllun personol", "law", "Cynllun i bob person.",
          "Mae rheoliad 15 yn gofyn am gynllun. Gweler adran 6(2)(b) hefyd."),
    Entry("cy", "cy/legislation/review/", "Adolygu", "law", "Adolygu bob tri mis.",
          "Mae rheoliadau 16 a 17 yn gofyn am adolygu cynlluniau personol."),
    Entry("cy", "cy/legislation/lles/", "Lles plant", "law", "Am les plentyn.", "Rhaid edrych ar les y plentyn."),
    Entry("cy", "cy/legislation/together/", "Cydgynhyrchu", "law", "Gyda'n gilydd.", "Gwaith cyd-gynhyrchu go iawn."),
    Entry("cy", "cy/stories/", "Straeon", "page", "Yr holl straeon.", "Pob stori."),
    Entry("en", "stories/x/bath-time/", "May's bath time", "story", "A doll, and no more fights.",
          "Two <b>bold</b> staff met at noon. The meetings went well. She took risks, and it's her life.",
          ("Personal care",), 2, untold="Her son watched. The aggression went from her notes."),
    Entry("en", "legislation/plan/", "Personal plan", "law", "A plan for each person.", "Regulation 15 asks for a plan."),
    Entry("en", "legislation/well-being/", "Duty to promote well-being", "law", "Section 5.", "See s.5 and sections 6 and 7."),
    Entry("en", "principles/risk/", "Positive risk", "principle", "Risk with care.", "Wellbeing grows with risk."),
    *(Entry("en", f"stories/many/s{n}/", f"Morning {n}", "story", "A kettle story.", "A kettle.", (), 1) for n in range(25)),
)

PAGE = """<!doctype html><html lang="{{ lang_code }}"><head><meta charset="utf-8"><title>Page</title>
<script src="{{ asset('js/kept.js') }}"></script><script src="{{ asset('js/search.js') }}" defer></script></head>
<body><main><h1>Page</h1><input aria-label="other" id="other">{% include "partials/search.html" %}</main></body></html>"""


def words() -> dict[str, dict[str, str]]:
    """All wordings of the interface."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((REPOSITORY / "docs" / "data" / "interface").glob("*.yml")):
        found |= yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return found


def lay_pages(site: Path) -> None:
    """Pages at `deep/page/` and `cy/deep/page/`, so that the way to the root is not always the same."""
    env = Environment(loader=FileSystemLoader(REPOSITORY / "overrides"), autoescape=False)
    wording = words()
    write_assets(REPOSITORY, site)
    write_search_words(lambda name, lang: wording[name][lang], site)
    # A page of ours has them with all else that every page runs, which would look for a header.
    for script in ("kept", "search"):
        shutil.copy(REPOSITORY / f"docs/assets/js/{script}.js", site / "assets/js")
    for lang, other, folder, root in (("en", "cy", "deep/page", "../../"), ("cy", "en", "cy/deep/page", "../../../")):
        env.globals.update(
            lang_code=lang, other_lang=other, languages=LANGUAGES,
            ui=lambda name, lang=lang: wording[name][lang],
            icon=lambda name: '<svg aria-hidden="true"></svg>',
            kind_icons=KIND_ICONS,
            asset=lambda path, root=root: f"{root}assets/{path}",
            href=lambda path, root=root, lang=lang: f"{root}{'cy/' if lang == 'cy' else ''}{path}index.html",
        )
        target = site / folder
        target.mkdir(parents=True)
        (target / "index.html").write_text(env.from_string(PAGE).render(), encoding="utf-8")
    for entry in ENTRIES:
        target = site / entry.url
        target.mkdir(parents=True, exist_ok=True)
        (target / "index.html").write_text(f"<!doctype html><title>{entry.title}</title>", encoding="utf-8")


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small site; nothing serves it."""
    site = tmp_path_factory.mktemp("searched")
    lay_pages(site)
    write_index(ENTRIES, site)
    return site
