"""The picture of the data's way in docs/decisions is what the imports say."""

from __future__ import annotations

import importlib.util

from tests.conftest import REPOSITORY


def test_the_picture_is_drawn_anew():
    """Byte for byte; whoever lets a room know another calls `make architecture` and looks at what has become of it."""
    spec = importlib.util.spec_from_file_location("architecture_picture", REPOSITORY / "scripts/architecture_picture.py")
    assert spec is not None
    assert spec.loader is not None
    drawing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawing)
    assert drawing.PICTURE.read_text(encoding="utf-8") == drawing.picture()
    joins = {"a": frozenset[str](), "b": frozenset({"a"}), "c": frozenset({"a", "b"})}
    assert drawing.levels(joins) == {"a": 0, "b": 1, "c": 2}
    assert drawing.shortest(joins) == [("a", "b"), ("b", "c")]
