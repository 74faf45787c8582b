"""Printing problems for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from ..language.bilingual import Lang
from ..messages.message import Message
from ..messages.problem import Problem


def print_failure(why: str, *, as_json: bool, more: Mapping[str, object] | None = None) -> None:
    """Why there is no answer, to people; to programs an object of the same kind as problems are, with `more` in it."""
    print(why, file=sys.stderr)
    if as_json:
        print(json.dumps({"problems": [], "errors": 0, "failed": why, **(more or {})}, ensure_ascii=False, indent=1))


def print_problems(problems: Sequence[Problem], *, as_json: bool, closing: bool = True, lang: Lang = "en") -> None:
    """One problem a line, errors before advice, and a closing line; or one JSON object. All of it in `lang`."""
    problems = [p.in_language(lang) for p in problems]
    if as_json:
        print(
            json.dumps(
                {"problems": [p.as_dict() for p in problems], "errors": sum(not p.advice for p in problems)},
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    errors = [p for p in problems if not p.advice]
    advice = [p for p in problems if p.advice]
    for problem in errors:
        print(problem)
    if advice:
        print(Message("Advice, which stops nothing:").in_language(lang))
        for problem in advice:
            print(f"  {problem}")
    if errors and closing:
        left = (
            Message("{count} problem to mend before this can be published.", count=1)
            if len(errors) == 1
            else Message("{count} problems to mend before this can be published.", count=len(errors))
        )
        print(left.in_language(lang))
