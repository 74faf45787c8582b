"""While somebody writes, each page is made when it is asked for, from the sources as they are at that moment.

The first tests ask the live site itself, as the server does; the last has a real server. None of them waits for a time:
they ask until the answer is there.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY, TODAY, lay_out

from whatmatters.build import start_build
from whatmatters.library.progress import Unseen
from whatmatters.serving import LiveSite, Sources, asked_for, state_of, whole_build
from whatmatters.serving.source_state import TICK
from whatmatters.serving.whole_build import WholeBuild

CUP, WALK = "magic-moments/the-blue-cup", "practice-examples/a-walk-to-the-shop"
#: Long enough for a machine that has much else to do (s).
PATIENCE = 600


@pytest.fixture(autouse=True, scope="module")
def nothing_gives_way() -> Iterator[None]:
    """A test waits for each build: one that gave way to the other tests would be waited for five times as long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole_build, "NICE", 0)
        yield


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def whole(project: Path) -> WholeBuild:
    """The site of the sources as they are now, built to its end by a process of its own."""
    build = WholeBuild(project / "mkdocs.yml", "http://127.0.0.1/")
    outcome = build.outcome()
    assert outcome.well, outcome
    return build


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Iterator[tuple[Path, Path]]:
    """A small project without packs, and its whole site."""
    project = lay_out(tmp_path_factory.mktemp("serving") / "project")
    shutil.rmtree(project / "stories" / "packs")
    build = whole(project)
    yield project, build.site
    build.remove()


@pytest.fixture
def without_packs(built, tmp_path) -> Path:
    return shutil.copytree(built[0], tmp_path / "project")


@dataclass
class Served:
    """A live site without a server."""

    live: LiveSite
    site: Path

    def get(self, place: str) -> str | None:
        """What a browser would be given for a place in the site; None where there is nothing."""
        extra = self.live.bring(place)
        path = self.site / place
        return path.read_text(encoding="utf-8") + (extra or b"").decode() if path.is_file() else None


@pytest.fixture
def served(built, without_packs, tmp_path, monkeypatch) -> Iterator[Served]:
    monkeypatch.delenv("AUDIENCE", raising=False)
    monkeypatch.delenv("STORIES", raising=False)
    project = without_packs
    places = (project / "docs", project / "stories", project / "overrides", project / "mkdocs.yml")
    since = state_of(places)
    site = shutil.copytree(built[1], tmp_path / "site")
    sources = Sources(project / "mkdocs.yml", places, lambda: asked_for(project), "http://127.0.0.1/")
    live = LiveSite(sources, site, start_build(project, None, Unseen(), today=TODAY, packs=False), since)
    yield Served(live, site)
    live.close()


def test_after_a_series_of_edits_every_page_is_that_of_a_whole_build(served, without_packs):
    """Texts, titles that other pages name, data, templates, a story that comes and one that goes."""
    project, stories = without_packs, without_packs / "stories"
    change(stories / CUP / "en.md", "title: ", "title: Quite another ")
    assert "Quite another" in served.get(f"stories/{CUP}/index.html")
    change(project / "docs/cy/index.md", "title: ", "title: Croeso i ")
    change(project / "docs/data/interface/shell.yml", "nav-stories: {en: Stories,", "nav-stories: {en: Tales,")
    change(project / "overrides/main.html", "{% set content =", "<!-- overridden -->{% set content =")
    (stories / WALK).rename(stories / "practice-examples" / "a-new-one")
    expected = whole(project)
    pages = {path.relative_to(expected.site).as_posix() for path in expected.site.rglob("index.html")}
    assert f"stories/{WALK}/index.html" not in pages
    assert "stories/practice-examples/a-new-one/index.html" in pages
    for page in sorted(pages):
        assert served.get(page) == (expected.site / page).read_text(encoding="utf-8"), page
    others = {path.relative_to(served.site).as_posix() for path in served.site.rglob("index.html")} - pages
    assert [page for page in sorted(others) if served.get(page) is not None] == []
    expected.remove()


def test_what_is_broken_is_told_in_the_page_which_stays_as_it_was(served, without_packs):
    story, page = without_packs / "stories" / CUP, f"stories/{CUP}/index.html"
    change(story / "en.md", "title: ", "title: Once more ")
    before, cymraeg = served.get(page), served.get(f"cy/{page}")
    facts = (story / "story.yml").read_text(encoding="utf-8")
    (story / "story.yml").write_text(facts[: len(facts) // 2] + "\n  {", encoding="utf-8")
    # A page that nobody has looked at yet is still that of the sound sources.
    change(without_packs / "docs/en/about/index.md", "---\ntitle", "---\nnonsense: [\ntitle")
    about = served.get("about/index.html")
    assert served.get(page).startswith(before.partition("</html>")[0])
    assert f"stories/{CUP}/story.yml:" in served.get(page)
    assert "nonsense" not in about.partition("</html>")[0]
    assert "Rhaid cywiro" in served.get(f"cy/{page}")
    assert served.get(f"cy/{page}").startswith(cymraeg.partition("</html>")[0])
    # Saved by an editor that writes beside it and renames.
    (story / "story.yml~").write_text(facts, encoding="utf-8")
    os.replace(story / "story.yml~", story / "story.yml")
    change(without_packs / "docs/en/about/index.md", "nonsense: [\n", "")
    assert served.get(page) == before


def test_a_story_that_goes_takes_its_words_with_it_even_while_something_else_is_broken(served, without_packs):
    change(without_packs / "docs/data/glossary.yml", ":", ": [")
    assert served.get(f"stories/{CUP}/index.html") is not None
    title = "The blue cup"
    assert title in served.get("stories/index.html")
    shutil.rmtree(without_packs / "stories" / CUP)
    assert served.get(f"stories/{CUP}/index.html") is None
    assert served.get(f"cy/stories/{CUP}/index.html") is None
    assert title not in served.get("stories/index.html")
    left = {p for p in served.site.rglob("*") if p.is_file() and p.suffix not in (".html", ".css", ".woff2")}
    assert not [p for p in left if title.encode() in p.read_bytes()]


def test_a_consent_that_no_longer_covers_the_site_counts_at_once(served, without_packs):
    facts = without_packs / "stories" / CUP / "story.yml"
    scope = next(line for line in facts.read_text(encoding="utf-8").splitlines() if "scope:" in line)
    change(facts, scope, scope[: scope.index("scope:")] + "scope: [team]" + scope[scope.index("]") + 1 :])
    assert served.get(f"stories/{CUP}/index.html") is None
    assert not (served.site / "search").exists()


def test_a_template_that_cannot_be_filled_says_so_and_is_mended(served, without_packs):
    main = without_packs / "overrides" / "main.html"
    change(main, "measured(page.content)", "measured(page.content | no_such_filter)")
    assert "no_such_filter" in served.get("about/index.html")
    change(main, " | no_such_filter", "")
    assert "no_such_filter" not in served.get("about/index.html")


def test_a_style_sheet_is_copied_when_it_changes_and_goes_when_it_goes(served, without_packs):
    sheet = without_packs / "docs" / "assets" / "pictures" / "new.svg"
    put(sheet, "<svg xmlns='http://www.w3.org/2000/svg'><title>First</title></svg>")
    served.get("index.html")
    assert "First" in served.get("assets/pictures/new.svg")
    change(sheet, "First", "Other")
    served.get("index.html")
    assert "Other" in served.get("assets/pictures/new.svg")
    sheet.unlink()
    served.get("index.html")
    assert served.get("assets/pictures/new.svg") is None


def test_two_writings_in_one_tick_of_the_clock_are_two_changes(tmp_path):
    file = tmp_path / "a.md"
    put(file, "one")
    first = state_of([tmp_path])
    stamps = file.stat()
    put(file, "two")
    os.utime(file, ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    later = state_of([tmp_path])
    # As if no clock had moved: the digest alone can tell.
    unmoved = type(later)(later.day, first.stamps, later.young)
    assert first.changed(unmoved) == {str(file)}
    assert unmoved.changed(type(later)(later.day, first.stamps, {})) is None
    assert TICK > 0


def test_what_is_built_in_the_background_ends_with_the_server_however_that_ended(built):
    """A server that is killed can stop nothing: its builds see for themselves that nobody waits for them."""
    program = (
        "import os, sys; from pathlib import Path; from whatmatters.serving.whole_build import WholeBuild;"
        "build = WholeBuild(Path(sys.argv[1]), None); print(build._process.pid, build.site, flush=True); os._exit(9)"
    )
    command = [sys.executable, "-c", program, str(built[0] / "mkdocs.yml")]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY / "scripts")}
    said = subprocess.run(command, capture_output=True, text=True, env=env, check=False).stdout
    pid, site = said.split()
    end = time.monotonic() + PATIENCE
    while Path(site).parent.exists():
        assert time.monotonic() < end, "its folder is still there"
        time.sleep(0.05)
    while _runs(int(pid)):
        assert time.monotonic() < end, "it still runs"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    """A process that has ended and that nobody has asked for its end counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@dataclass
class Server:
    """`mkdocs serve`, as an editor has it."""

    port: int
    log: Path
    followed: int = 0
    """How often a build in the background had ended when we last waited for one."""

    def get(self, address: str) -> str | None:
        """What is there; None where there is nothing."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE) as answer:
                return answer.read().decode(errors="replace").partition("<script>\nvar livereload")[0]
        except urllib.error.HTTPError:
            return None

    def until(self, address: str, fits: Callable[[str | None], object]) -> str | None:
        """Asks each time a build in the background has ended, until the answer fits."""
        end = time.monotonic() + PATIENCE
        while not fits(answer := self.get(address)):
            # Not by asking over and over: the server looks at all of the sources before it answers.
            while (ended := self.log.read_text().count("Packs and search are up to date")) == self.followed:
                assert time.monotonic() < end, f"{address}: {answer}\n{self.log.read_text()}"
                time.sleep(0.05)
            self.followed = ended
        return answer


@pytest.fixture
def server(warm_project, tmp_path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log.txt"
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "AUDIENCE": "", "STORIES": "", "PYTHONPATH": str(REPOSITORY / "scripts")}
    with log.open("w") as said:
        # Whoever starts the tests in the background may have made them deaf to an interrupt.
        begin = (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
            "from whatmatters.serving import whole_build; whole_build.NICE = 0; from mkdocs.__main__ import cli; cli()"
        )
        command = [sys.executable, "-c", begin, "serve", "--dev-addr", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=warm_project, env=env, stdout=said, stderr=said)
        try:
            end = time.monotonic() + PATIENCE
            while "Serving on" not in log.read_text():
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < end, log.read_text()
                time.sleep(0.05)
            yield Server(port, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)
    assert "Traceback" not in log.read_text()


def test_a_morning_of_edits(server, project):
    """Edits in quick succession, a broken one among them; a story withdrawn; packs and search follow by themselves."""
    stories = project / "stories"
    cup, data = stories / CUP / "en.md", f"assets/data/en/story-{CUP.split('/')[1]}.js"
    text = cup.read_text(encoding="utf-8")
    for n in range(5):
        cup.write_text(text.replace("title: ", f"title: Version {n} of "), encoding="utf-8")
        if n == 2:
            cup.write_text("---\ntitle: [half", encoding="utf-8")
    server.until(f"stories/{CUP}/", lambda page: page and "Version 4 of" in page)
    assert server.get(f"stories/{CUP}") is not None
    # The background is through when the data of scripts have followed; then the packs are there as well.
    server.until(data, lambda piece: piece and "Version 4 of" in piece)
    (recipe,) = (stories / "packs").glob("*.yml")
    pdf = f"packs/{recipe.stem}/{recipe.stem}-cards-en.pdf"
    assert server.get(pdf) is not None
    assert f"{recipe.stem}-cards-en.pdf" in server.get(f"packs/{recipe.stem}/")

    data = f"assets/data/en/story-{WALK.split('/')[1]}.js"
    assert server.get(data) is not None
    shutil.rmtree(stories / WALK)
    assert server.get(f"stories/{WALK}/") is None
    assert server.get(data) is None
    assert server.get(pdf) is None
    assert f"{recipe.stem}-cards-en.pdf" not in server.get(f"packs/{recipe.stem}/")
    server.until(pdf, lambda file: file is not None)
    assert server.get(data) is None
    assert WALK not in server.get("stories/")
    assert f"{recipe.stem}-cards-en.pdf" in server.get(f"packs/{recipe.stem}/")
