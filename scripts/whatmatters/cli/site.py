"""`whatmatters site`: build beside the last good site, and put the new one in its place only when it is whole."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from ..build import SiteBuild, hand_over, note_printed, start_build
from ..language.codes import LANGUAGES
from ..language.table import DRAFTED, language_at
from ..library.checks import is_draft
from ..library.media import SITE_LARGEST
from ..library.story import Audience
from ..library.story_root import StoryRoot
from ..manifest.writing import prove
from ..messages.problem import LibraryError
from ..stamp import of_tree
from .coverage_facts import coverage_facts
from .failing import INTERRUPTED, in_words, keep_details
from .one_at_a_time import Busy, alone
from .progress import progress_on
from .report import print_failure, print_problems
from .site_summary import say_summary
from .unchanged import LOCKS, Unstamped


def build_site(
    root: Path,
    out: str,
    *,
    as_json: bool,
    audience: Audience = "public",
    roots: Sequence[StoryRoot] = (),
    packs: bool = True,
) -> int:
    """Build the site of the project at `root`, with further story roots, for `audience` into `root/out`.

    With its packs or without; gives back the exit code.
    """
    if not _may_be_built(root, out):
        print(f"whatmatters: `{out}` is no folder to build (name one of its own inside the project)", file=sys.stderr)
        return 2
    try:
        with alone(root / LOCKS / f"{out}.lock"):
            return _build(root, out, as_json=as_json, audience=audience, roots=roots, packs=packs)
    except Busy:
        why = f"Another build into `{out}` is going on (wait until it has ended, or build into another folder)."
        print_failure(why, as_json=as_json)
    except OSError as error:
        print_failure(f"The build failed: {in_words(error)}", as_json=as_json)
    return 1


def _build(root: Path, out: str, *, as_json: bool, audience: Audience, roots: Sequence[StoryRoot], packs: bool) -> int:
    started = time.monotonic()
    target = root / out
    beside = target.with_name(f".{target.name}-new")
    ended = 1
    try:
        _put_back(target)
        shutil.rmtree(beside, ignore_errors=True)
        unstamped = Unstamped.of(root, f"site-{out}", [r.folder for r in roots], audience=audience, packs=packs)
        config = _configuration(root, beside, as_json)
        url = config.site_url or None
        with progress_on(sys.stderr if as_json else sys.stdout) as progress:
            made = start_build(root, url, progress, audience=audience, roots=roots, packs=packs)
        _say("Making the pages …", as_json)
        hand_over(made)
        _run_mkdocs(config)
        prove(beside)
        _take_the_place_of(target, beside)
    except LibraryError as error:
        print_problems(error.problems, as_json=as_json)
    except (Abort, BuildError, ConfigurationError) as error:
        print_failure(f"The build failed: {error}", as_json=as_json)
    except OSError as error:
        print_failure(f"The build failed: {in_words(error)}", as_json=as_json)
    except KeyboardInterrupt:
        print_failure("The build was stopped.", as_json=as_json)
        ended = INTERRUPTED
    except Exception as error:  # Whatever it is, an editor gets words, and the last good site stays.
        print_failure(f"The build failed: {keep_details(error, root)}", as_json=as_json)
    else:
        # A build without packs gives nothing to print.
        printed = made.library.recipes if packs else ()
        warning = note_printed(made.library, printed, url, date.today())
        if warning:
            print(warning, file=sys.stderr)
        facts = _summary(made, target, time.monotonic() - started, as_json)
        # Whoever was told that the record is not right is told so again. What was said of a root that this audience
        # may not see is kept nowhere.
        if not warning and all(audience in root.audience for root in roots):
            _stamp(unstamped, target, facts, config)
        return 0
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _say(f"Nothing was built. {out}/ is as it was.", as_json)
    return ended


def _may_be_built(root: Path, out: str) -> bool:
    """Is `out` the plain name of a folder that holds nothing but a site? What stands there is replaced."""
    target = root / out
    plain = re.fullmatch(r"[A-Za-z0-9][\w.-]*", out) is not None and not target.is_symlink()
    return plain and (
        not target.exists() or (target / "index.html").is_file() or (target.is_dir() and not any(target.iterdir()))
    )


def _say(line: str, as_json: bool) -> None:
    """Progress goes to standard error when the answer is JSON."""
    print(line, file=sys.stderr if as_json else sys.stdout, flush=True)


def _configuration(root: Path, site_dir: Path, as_json: bool) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # The theme's banner is for people who choose a theme.
    _log_plainly(as_json)
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
    # As the file says it, that place is looked for from wherever the command was called.
    config.mdx_configs["markdown_include.include"]["base_path"] = config.docs_dir
    return config


def _run_mkdocs(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _log_plainly(as_json: bool) -> None:
    """Of MkDocs we show warnings; of our own hooks, progress too."""
    handler = logging.StreamHandler(sys.stderr if as_json else sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name == "mkdocs.hooks.whatmatters")
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)


def _take_the_place_of(target: Path, beside: Path) -> None:
    """Rename the new site into place; the old one is removed only after that."""
    old = _old(target)
    shutil.rmtree(old, ignore_errors=True)
    try:
        if target.exists():
            target.rename(old)
        beside.rename(target)
    except BaseException:
        _put_back(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _put_back(target: Path) -> None:
    """The last good site back into its place, where a build ended between taking it away and putting the new one."""
    if _old(target).exists() and not target.exists():
        _old(target).rename(target)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}-old")


def _summary(made: SiteBuild, target: Path, seconds: float, as_json: bool) -> dict[str, Any]:
    """Say what was built; the facts come back."""
    library = made.library
    places = [language_at(p.relative_to(target).as_posix()) for p in target.rglob("index.html")]
    pages = {lang: places.count(lang) for lang in LANGUAGES}
    recorded = [story.recording.size for story in library.stories.values() if story.recording is not None]
    files = [p for pack in library.recipes for p in (target / "packs" / pack).glob("*.pdf")]
    facts = {
        "pages": pages,
        "stories": len(library.stories),
        "packs": len(library.recipes),
        "pack_files": len(files),
        "recordings": len(recorded),
        "recordings_bytes": sum(recorded),
        "recordings_bytes_most": SITE_LARGEST,
        "texts": len(library.texts),
        "drafts": sum(is_draft(library, lang, text) for lang in DRAFTED for text in library.texts),
        "coverage": coverage_facts(library),
        "left_out": [asdict(gone) for gone in made.left_out],
        "advice": [str(p) for p in made.advice],
    }
    say_summary(facts, target, seconds, as_json=as_json, unchanged=False)
    return facts


def _stamp(unstamped: Unstamped, target: Path, facts: dict[str, Any], config: MkDocsConfig) -> None:
    """Keep what the site was made from, so that the same again costs next to nothing."""
    hooks: Iterable[ModuleType] = config["hooks"].values()
    named = [config.docs_dir, config.theme.custom_dir, *config.watch, *(hook.__file__ for hook in hooks)]
    with suppress(OSError):
        unstamped.keep(of_tree(target, links=False), facts, [Path(place) for place in named if place])
