"""A story's picture: its file, what is told of it, and to whom it is shown."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from PIL import Image, ImageCms, PngImagePlugin
from tests.conftest import TODAY
from tests.consent.test_withdrawing import run

from whatmatters.check import check_project
from whatmatters.library.picture_file import FORMS, Refused, dots_of
from whatmatters.library.publication import for_audience
from whatmatters.reading.library_files import read_library
from whatmatters.site.pages import made_pages
from whatmatters.site.pictures import picture_files
from whatmatters.site.render import renderer
from whatmatters.tracing.finding import wanted
from whatmatters.tracing.search import search_folder

CUP = "stories/magic-moments/the-blue-cup"
FACTS = "picture:\n  shows_people: false\n  alt: {en: A cup on a table., cy: Cwpan ar fwrdd.}\n"
PIL = {"picture.webp": "WEBP", "picture.jpg": "JPEG", "picture.png": "PNG"}
forms = pytest.mark.parametrize("name", sorted(FORMS))


def drawn(name: str, size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    """A picture of one kind, with nothing in it but what is seen."""
    made = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize(size).save(made, PIL[name], **more)
    return made.getvalue()


def exif(gps: bool = True) -> bytes:
    told = Image.Exif()
    told[0x010F] = "A camera"
    if gps:
        told[0x8825] = {1: "N", 2: (51.0, 28.0, 0.0)}
    return told.tobytes()


def with_picture(project: Path, name: str = "picture.png", data: bytes | None = None, facts: str = FACTS) -> Path:
    """The folder of a story that has one."""
    folder = project / CUP
    (folder / name).write_bytes(drawn(name) if data is None else data)
    told = folder / "story.yml"
    told.write_text(told.read_text(encoding="utf-8") + facts, encoding="utf-8")
    return folder


@forms
@pytest.mark.parametrize("more", [{}, {"quality": 5}, {"lossless": True}, {"progressive": True}, {"dpi": (96, 96)}])
def test_a_picture_says_how_large_it_is(name, more):
    """Of each kind, however a program wrote it."""
    assert dots_of(drawn(name, (61, 43), **more), name) == (61, 43)


@forms
def test_colours_are_no_telling(name):
    """A profile says how the picture is to be shown, and nothing of anybody."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert dots_of(drawn(name, icc_profile=profile), name) == (60, 40)


def test_clear_places_in_a_webp_are_pictures_too():
    """Its head is another one."""
    made = io.BytesIO()
    Image.new("RGBA", (300, 20), (9, 9, 9, 90)).save(made, "WEBP", quality=50)
    assert dots_of(made.getvalue(), "picture.webp") == (300, 20)


def _text_in_png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Location", "51.48 N")
    return drawn("picture.png", pnginfo=told)


def _moving(name: str) -> bytes:
    made = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(made, PIL[name], save_all=True, append_images=frames[1:])
    return made.getvalue()


TELLING: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "place in a photograph": ("picture.jpg", lambda: drawn("picture.jpg", exif=exif()), "Exif"),
    "camera in a photograph": ("picture.jpg", lambda: drawn("picture.jpg", exif=exif(gps=False)), "Exif"),
    "XMP in a photograph": ("picture.jpg", lambda: drawn("picture.jpg", xmp=b"<x:xmpmeta>place</x:xmpmeta>"), "http://ns.adobe.com/xap/1.0/"),
    "a comment": ("picture.jpg", lambda: drawn("picture.jpg", comment=b"at Nan's"), "COM"),
    "a film behind a photograph": ("picture.jpg", lambda: drawn("picture.jpg") + b"\0\0\0\x18ftypmp42", "…"),
    "place in a PNG": ("picture.png", lambda: drawn("picture.png", exif=exif()), "eXIf"),
    "words in a PNG": ("picture.png", _text_in_png, "tEXt"),
    "more behind a PNG": ("picture.png", lambda: drawn("picture.png") + b"PK\3\4", "…"),
    "a PNG that moves": ("picture.png", lambda: _moving("picture.png"), "acTL"),
    "place in a WebP": ("picture.webp", lambda: drawn("picture.webp", exif=exif()), "EXIF"),
    "XMP in a WebP": ("picture.webp", lambda: drawn("picture.webp", xmp=b"<x:xmpmeta>place</x:xmpmeta>"), "XMP"),
    "more behind a WebP": ("picture.webp", lambda: drawn("picture.webp") + b"abcd", "…"),
    "a WebP that moves": ("picture.webp", lambda: _moving("picture.webp"), "ANIM"),
}  # fmt: skip


@pytest.mark.parametrize("what", TELLING)
def test_what_says_more_than_is_seen_is_refused(what):
    """Where it was taken, with what, and whatever else the file carries; the part is named."""
    name, made, part = TELLING[what]
    with pytest.raises(Refused) as refused:
        dots_of(made(), name)
    assert refused.value.code == "M19"
    assert f"(`{part}`)" in str(refused.value.why)


@forms
def test_any_beginning_of_a_picture_is_refused_in_words(name):
    """A file that was cut off anywhere gives no traceback, and is not shown."""
    whole = drawn(name)
    for length in range(len(whole)):
        with pytest.raises(Refused) as refused:
            dots_of(whole[:length], name)
        assert refused.value.code == "M10"


@forms
def test_what_is_no_picture_of_its_kind_is_refused(name):
    """By its bytes: another kind under the name, and no picture at all."""
    for other in sorted(FORMS.keys() - {name}):
        with pytest.raises(Refused, match="that its name says"):
            dots_of(drawn(other), name)
    with pytest.raises(Refused, match="that its name says"):
        dots_of(b"<html></html>", name)


def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused():
    """It would take a telephone's memory."""
    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"") + part(b"IEND", b"")
    with pytest.raises(Refused, match="40000 by 40000 dots") as refused:
        dots_of(data, "picture.png")
    assert refused.value.code == "M12"


@forms
def test_a_picture_stands_on_its_page_before_the_story(project, name):
    """With what is on it in the page's language, and its size, so that nothing moves when it comes; one file for both."""
    folder = with_picture(project, name)
    assert check_project(project, TODAY).errors == ()
    library = read_library(project)
    assert list(picture_files(library)) == [(f"{CUP}/{name}", folder / name)]
    for page in made_pages(library, renderer(library.interface), {}, {}, TODAY).values():
        shown = lxml.html.fromstring(f"<div>{page.html}</div>").xpath("//p[@class='wm-picture']/img")
        if page.path != f"{CUP}/":
            assert shown == []
            continue
        (img,) = shown
        assert img.get("alt") == {"en": "A cup on a table.", "cy": "Cwpan ar fwrdd."}[page.lang]
        assert (img.get("width"), img.get("height")) == ("60", "40")
        at = f"https://x/{'' if page.lang == 'en' else 'cy/'}{CUP}/"
        assert urljoin(at, img.get("src")) == f"https://x/{CUP}/{name}"
        assert page.html.index('class="wm-picture"') < page.html.index('class="wm-letter"')


def rename(to: str) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        (folder / "picture.png").rename(folder / to)

    return apply


def change(old: str, new: str) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        path = folder / "story.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return apply


BAD: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "no picture": (lambda folder: (folder / "picture.png").unlink(), "story.yml", "M18", "holds no picture"),
    "nothing told of it": (change(FACTS, ""), "story.yml", "M18", "says nothing of the picture"),
    "two pictures": (lambda folder: (folder / "picture.jpg").write_bytes(drawn("picture.jpg")), "picture.png", "M18", "two pictures, picture.jpg and picture.png"),
    "another kind": (rename("picture.gif"), "picture.gif", "M18", "another name"),
    "capitals": (rename("Picture.PNG"), "Picture.PNG", "M18", "another name"),
    "not what its name says": (rename("picture.webp"), "picture.webp", "M10", "not the WebP that its name says"),
    "too large": (lambda folder: (folder / "picture.png").write_bytes(drawn("picture.png") + bytes(1_000_000)), "picture.png", "M12", "larger than a megabyte"),
    "telling": (lambda folder: (folder / "picture.png").write_bytes(_text_in_png()), "picture.png", "M19", "holds more than can be seen"),
    "words in one language": (change(", cy: Cwpan ar fwrdd.", ""), "story.yml", "F02", "picture.alt.cy"),
    "nobody says whether people are on it": (change("  shows_people: false\n", ""), "story.yml", "F02", "picture.shows_people"),
    "people and no consent": (change("shows_people: false", "shows_people: true"), "story.yml", "D10", "the people on the picture may be seen"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_pictures_are_told_once_with_file_and_remedy(project, what):
    """One problem each, and never a traceback."""
    spoil, file, code, said = BAD[what]
    spoil(with_picture(project))
    errors = check_project(project, TODAY).errors
    assert [(p.path, p.code) for p in errors] == [(f"{CUP}/{file}", code)], [str(p) for p in errors]
    assert said in str(errors[0])


def test_a_link_to_a_picture_elsewhere_is_refused(project, tmp_path):
    """Nothing of the rest of a machine is published."""
    folder = with_picture(project)
    shutil.move(folder / "picture.png", tmp_path / "mine.png")
    (folder / "picture.png").symlink_to(tmp_path / "mine.png")
    assert "R05" in [p.code for p in check_project(project, TODAY).errors if p.path.endswith("picture.png")]


def test_people_are_shown_to_those_alone_who_may_see_them(project):
    """The public has the words, the team has the picture; the build says why."""
    folder = with_picture(project, facts=FACTS.replace("false", "true"))
    change("scope: [team, intranet, public]", "scope: [team, intranet, public], picture: [team]")(folder)
    assert check_project(project, TODAY).errors == ()
    library = read_library(project)
    public, out = for_audience(library, "public", TODAY)
    why = "its picture is left out, and its text stands: consent to the picture is for team, not for public"
    assert [(o.id, o.why) for o in out] == [("the-blue-cup", why)]
    assert list(picture_files(public)) == []
    made = made_pages(public, renderer(public.interface), {}, {}, TODAY).values()
    assert not any("wm-picture" in page.html or "A cup on a table." in page.html for page in made)
    assert [address for address, _ in picture_files(for_audience(library, "team", TODAY)[0])] == [f"{CUP}/picture.png"]


def test_withdrawn_is_gone_and_known_again(project, tmp_path):
    """A copy is found as a whole file under any name; the record holds nothing of it."""
    data = (with_picture(project) / "picture.png").read_bytes()
    assert run(project, "withdraw", "the-blue-cup", "--on", "2026-11-22") == 0
    assert not (project / CUP).exists()
    library = read_library(project)
    assert list(picture_files(library)) == []
    known = wanted(library, "the-blue-cup")
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "holiday.bin").write_bytes(data)
    assert [(f.file, f.what) for f in search_folder(copies, known.name, known.known).finds] == [("holiday.bin", "recording")]
