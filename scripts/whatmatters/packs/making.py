"""The bytes of each form."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from ..deck.booklet import SIZES as BOOKLET_SIZES
from ..deck.card_sheets import BOOKLET, CARDS, LARGE, QUESTIONS, Sheet, sheets
from ..deck.cards import StoryCard
from ..deck.choosing_ways import in_one_pack, story_ways
from ..deck.kinds import KINDS
from ..deck.printing_order import CardsToDeal
from ..deck.question_card_sizes import SIZES as QUESTION_SIZES
from ..deck.type_size import SIZES, Ruler
from ..language.codes import Lang
from ..library.library import Library
from ..library.pack_forms import Form
from ..print.bilingual_cards_pdf import bilingual_cards_of_pack, bilingual_pdf
from ..print.booklet_pdf import booklet_pdf
from ..print.fold_and_glue_pdf import bilingual_fold_pdf, fold_pdf
from ..print.large_cards_pdf import SIZE, large_pdf
from ..print.pack_pdfs import cards_of_pack, cards_pdf, facilitator_pdf
from ..print.pdf_pages import count_pages as count_pdf_pages
from ..print.print_shop_pdf import print_shop_pdf
from ..print.question_cards_pdf import question_cards_of_pack, question_pdf
from .jobs import Job

#: Arranged cards that are kept: those of two packs, each with two kinds in each language.
KEPT = 8


class Maker:
    """Makes files of packs, with what several of them share worked out once."""

    def __init__(self, library: Library, jobs: list[Job]) -> None:
        self.library = library
        self._ruler = Ruler(sheets()[CARDS], SIZES)
        self._large = Ruler(sheets()[LARGE], {kind: (SIZE,) for kind in KINDS})
        self._small = Ruler(sheets()[QUESTIONS], QUESTION_SIZES)
        self._leaves = Ruler(sheets()[BOOKLET], BOOKLET_SIZES)
        self._ways = story_ways(library, _stories(jobs), self._ruler)
        self._arranged: dict[tuple[str, str, Lang | None], CardsToDeal] = {}
        self._lock = Lock()

    def __call__(self, job: Job) -> bytes:
        """The bytes of a job's file. Raises LibraryError when a card cannot be printed."""
        match job.form:
            case "cards":
                return cards_pdf(self.library, job.pack, self._cards(job), self._ruler.sheet)
            case "cards-large":
                return large_pdf(self.library, job.pack, self._large)
            case "cards-questions":
                return question_pdf(self.library, job.pack, self._questions(job), self._small.sheet)
            case "cards-bilingual":
                return bilingual_pdf(self.library, job.packs, self._bilingual(job), self._ruler.sheet)
            case "cards-fold":
                return fold_pdf(self.library, job.pack, self._sheets_to_fold(job))
            case "cards-bilingual-fold":
                return bilingual_fold_pdf(self.library, job.packs, self._bilingual(job), self._ruler.sheet)
            case "cards-print-shop":
                return print_shop_pdf(self.library, job.pack, self._cards(job), self._ruler.sheet)
            case "booklet":
                return booklet_pdf(self.library, job.pack, self._leaves)
            case "facilitator":
                return facilitator_pdf(self.library, job.pack)
            # What writes Word and PowerPoint files takes long to import, and mostly nothing is to be made.
            case "handout":
                from ..office.word_handout import handout_docx

                return handout_docx(self.library, job.pack)
            case "slides":
                from ..office.powerpoint import slides_pptx

                return slides_pptx(self.library, job.pack)
            case "zip":
                raise AssertionError("a zip is put together from files that are made already")

    def _cards(self, job: Job) -> CardsToDeal:
        """The A6 cards of a job's pack; its stories are all turned over alike."""

        def arranged() -> CardsToDeal:
            way_of = in_one_pack(self.library, self._ways, _stories([job]), self._ruler)
            return cards_of_pack(self.library, job.pack, way_of, self._ruler)

        return self._once("cards", job, arranged)

    def _questions(self, job: Job) -> CardsToDeal:
        return self._once("questions", job, lambda: question_cards_of_pack(self.library, job.pack, self._small))

    def _bilingual(self, job: Job) -> CardsToDeal:
        return self._once("bilingual", job, lambda: bilingual_cards_of_pack(self.library, job.packs, self._ruler))

    def _sheets_to_fold(self, job: Job) -> list[tuple[CardsToDeal, Sheet]]:
        return [(self._cards(job), self._ruler.sheet), (self._questions(job), self._small.sheet)]

    def _once(self, kind: str, job: Job, arranged: Callable[[], CardsToDeal]) -> CardsToDeal:
        """Cards that several forms of a pack have, which come one after another."""
        key = kind, job.pack.id, job.lang
        with self._lock:
            if key not in self._arranged:
                if len(self._arranged) == KEPT:
                    del self._arranged[next(iter(self._arranged))]
                self._arranged[key] = arranged()
            return self._arranged[key]


#: The forms whose cards are divided alike in both languages.
_DIVIDED: tuple[Form, ...] = ("cards", "cards-fold", "cards-print-shop")


def _stories(jobs: list[Job]) -> set[str]:
    return {c.id for job in jobs if job.form in _DIVIDED for c in job.pack.cards if isinstance(c, StoryCard)}


def count_pages(form: Form, data: bytes) -> int | None:
    """Pages of a file, where it has a fixed number of them."""
    match form:
        case "handout" | "zip":
            return None
        case "slides":
            from ..office.powerpoint import count_slides

            return count_slides(data)
        case _:
            return count_pdf_pages(data)
