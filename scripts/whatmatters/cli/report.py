"""Printing problems for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..library.problems import Problem


def print_problems(problems: Sequence[Problem], *, as_json: bool, closing: bool = True) -> None:
    """One problem a line, errors before advice, and a closing line; or one JSON object."""
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
        print("Advice, which stops nothing:")
        for problem in advice:
            print(f"  {problem}")
    if errors and closing:
        print(f"{len(errors)} {'problem' if len(errors) == 1 else 'problems'} to mend before this can be published.")
