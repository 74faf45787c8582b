"""How many examples a property is tried with: all of them in a whole run, a quarter while somebody works.

`PROPERTIES=work` asks for the quarter, as `make test-quick` does. Either way the examples are the same ones each time, so a
test that fails here fails there; new ones come when the test or its data change.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

#: What the numbers in the tests are measured against.
WHOLE = 40

_ALIKE = settings(
    deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
settings.register_profile("whole", _ALIKE, max_examples=WHOLE)
settings.register_profile("work", _ALIKE, max_examples=WHOLE // 4)


def choose_profile() -> None:
    """Takes the profile that the environment asks for."""
    settings.load_profile(os.environ.get("PROPERTIES", "whole"))


def examples(number: int) -> settings:
    """Settings for a property that is tried with `number` examples in a whole run."""
    return settings(max_examples=number * settings().max_examples // WHOLE)
