"""Every rule that sources must keep among each other, each with a code, over a Library."""

from .report import Report, check_project
from .rules import check

__all__ = ["Report", "check", "check_project"]
