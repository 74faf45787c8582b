"""All rules over one library, in one sorted list."""

from __future__ import annotations

from datetime import date

from ..library.library import Library
from ..messages.problem import Problem
from .addresses import address_problems
from .anatomy import anatomy_problems
from .checked import checked_problems
from .consent import withdrawal_problems
from .copies import copy_problems
from .days import day_problems
from .emblems import emblem_problems
from .endings import ending_problems
from .files import file_problems
from .front_matter import front_matter_problems
from .html import html_problems
from .joins import join_problems
from .law_groups import law_group_problems
from .leftovers import leftover_problems
from .level import level_problems
from .links import link_problems, made_files
from .origins import origin_problems
from .page_files import read_page_files
from .pages import page_problems
from .parity import parity_problems
from .read_across import read_across_problems
from .reading import reading_problems
from .recipes import recipe_problems
from .recognisability import recognisability_problems
from .recordings import recording_problems
from .regulations import regulation_problems
from .stories import story_problems
from .tool_sheets import tool_sheet_problems
from .vocabulary import vocabulary_problems
from .watching import watching_problems
from .wordings import wording_problems
from .wordings_needed import missing_wording_problems
from .wrong_language import wrong_language_problems
from .year import year_problems


def check(library: Library, today: date) -> list[Problem]:
    """Everything that is wrong or wants looking at, sorted by file and line; `today` decides what is overdue."""
    pages = read_page_files(library)
    found = [
        *vocabulary_problems(library),
        *(p for story in library.stories.values() for p in story_problems(library, story, today)),
        *ending_problems(library),
        *emblem_problems(library),
        *origin_problems(library),
        *recording_problems(library),
        *(p for recipe in library.recipes.values() for p in recipe_problems(library, recipe)),
        *law_group_problems(library),
        *withdrawal_problems(library),
        *read_across_problems(library, today),
        *regulation_problems(library),
        *day_problems(library, today),
        *year_problems(library),
        *file_problems(library.root),
        *page_problems(library),
        *html_problems(pages),
        *wording_problems(library),
        *missing_wording_problems(library),
        *anatomy_problems(library.anatomy, pages),
        *parity_problems(pages),
        *front_matter_problems(library.vocabulary, pages),
        *link_problems(pages, made_files(library)),
        *level_problems(library),
        *checked_problems(library, today),
        *reading_problems(library, pages),
        *recognisability_problems(library),
        *leftover_problems(library),
        *copy_problems(library),
        *wrong_language_problems(library, pages),
        *join_problems(library),
        *watching_problems(library),
        *tool_sheet_problems(library),
        *address_problems(library),
    ]
    return sorted(set(found))
