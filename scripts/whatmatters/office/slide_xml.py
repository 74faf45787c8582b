"""The names of PowerPoint's XML."""

from __future__ import annotations

from functools import cache

from pptx.oxml.ns import qn as _worked_out

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#: For the first element of a piece of XML.
NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'

#: The whole name of `a:p`, as lxml has it; each is worked out once.
qn = cache(_worked_out)
