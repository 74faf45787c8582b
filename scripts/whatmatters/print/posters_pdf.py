"""Posters as PDF/UA-1, and the files of them beside their page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..deck.posters import PAPERS, PATH, SETS, Paper, Poster, PosterSet, day_of, file_name, posters
from ..deck.qr_codes import qr_svg
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from .kept_pdfs import Kept
from .processes import presses
from .typeset import pdf


def poster_files(library: Library, site_dir: Path, cache: Path, site_url: str | None) -> None:
    """Write every set, size and language into the built site; files are kept in `cache`.

    Raises TypesetError when a poster does not fit its page.
    """
    folder, kept = site_dir / PATH, Kept(cache)
    folder.mkdir(parents=True, exist_ok=True)
    with presses(sparing=True):
        for kind in SETS:
            for lang in LANGUAGES:
                made = posters(library, kind, lang, site_url)
                for paper in PAPERS if made else ():
                    data = posters_pdf(library, kind, paper, lang, made, kept)
                    (folder / file_name(kind, paper, lang)).write_bytes(data)
    kept.forget_others()


def posters_pdf(
    library: Library,
    kind: PosterSet,
    paper: Paper,
    lang: Lang,
    made: tuple[Poster, ...],
    make: Callable[[str, dict[str, Any], str], bytes] = pdf,
) -> bytes:
    """The PDF of a set, a page a poster. Raises TypesetError when a poster does not fit its page."""
    ui, (width, height) = library.interface, PAPERS[paper]
    data = {
        "lang": lang,
        "title": ui(f"poster-set-{kind}", lang),
        "author": ui("shell-brand", lang),
        "description": ui(f"poster-set-{kind}-text", lang),
        "width": width,
        "height": height,
        "scale": width / PAPERS["a4"][0],
        "go_on": ui("poster-go-on", lang),
        "posters": [{**asdict(one), "code": qr_svg(one.address) if one.address else None} for one in made],
    }
    return make("posters", data, day_of(library))
