"""The colours of kinds as variables of the site's styles, by day and in the dark."""

from __future__ import annotations

from ..deck.kinds import KINDS, PACK, KindStyle

#: Kinds of cards, and packs, by the name that classes and variables have.
STYLES: dict[str, KindStyle] = {**{str(kind): style for kind, style in KINDS.items()}, "pack": PACK}

#: Icon by kind, for templates.
KIND_ICONS = {kind: style.icon for kind, style in STYLES.items()}


def kind_colours() -> str:
    """CSS: `--wm-<kind>` and `--wm-<kind>-tint` for every kind, in the light and in the dark scheme."""
    day = "".join(f"--wm-{kind}: {one.colour}; --wm-{kind}-tint: {one.tint}; " for kind, one in STYLES.items())
    dark = "".join(
        f"--wm-{kind}: {one.colour_in_the_dark}; --wm-{kind}-tint: {one.tint_in_the_dark}; "
        for kind, one in STYLES.items()
    )
    # An emblem stands on a tile that is the same by day and in the dark.
    story = STYLES["story"]
    day += f"--wm-emblem: {story.colour}; --wm-emblem-tint: {story.tint}; "
    return f'[data-md-color-scheme] {{ {day}}}\n[data-md-color-scheme="slate"] {{ {dark}}}\n'
