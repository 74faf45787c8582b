"""What somebody adds to a Word file or to slides is in the file's language before they choose one, and so is what they look up."""

from __future__ import annotations

import re
import zipfile

import pytest

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.office.locale import LOCALES

#: Parts that hold words, each run with its own language; titles of sources stand in theirs.
WORDS = re.compile(r"ppt/(slides|notesSlides)/|word/document\.xml")
#: Defaults of styles, masters, layouts, themes and settings; Arabic letters, which Word asks for too, have a language of their own.
DEFAULT = re.compile(r'(?:\blang|altLang|w:lang w:val|w:lang [^>]*w:eastAsia|themeFontLang w:val)="([^"]*)"')


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("form", "parts"), [("slides-{}.pptx", "ppt/"), ("handout-{}.docx", "word/")], ids=["slides", "handout"])
def test_every_default_is_the_files_own_language(made, form, parts, lang):
    with zipfile.ZipFile(made[form.format(lang)].path) as read:
        names = [name for name in read.namelist() if name.startswith(parts) and name.endswith(".xml") and not WORDS.match(name)]
        found = {name: DEFAULT.findall(read.read(name).decode("utf-8")) for name in names}
    assert {lang for langs in found.values() for lang in langs} == {LOCALES[lang]}, found
