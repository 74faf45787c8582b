"""The real library, made so that every form of the law has every topic: its pack, its story, its frequency card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whatmatters.language.bilingual import Bilingual
from whatmatters.library.law import CardLimit
from whatmatters.library.library import Library

PACK = "all-the-law"


@pytest.fixture(scope="session")
def everywhere(real: Library) -> Library:
    """One pack and one story with every topic, a frequency card with a row for each, and a text read of each law."""
    data = real.read_across
    copy = Bilingual(en="the text as it stood on 31 March 2024", cy="y testun fel yr oedd ar 31 Mawrth 2024")
    ids = tuple(topic.id for topic in data.topics)
    limit = next(topic.limits[0] for topic in data.topics if topic.limits).model_dump()
    changed = data.model_copy(
        update={
            "laws": tuple(law.model_copy(update={"copy_read": copy}) for law in data.laws),
            "frequency_card": tuple(CardLimit.model_validate({**limit, "topic": i}) for i in ids),
        }
    )
    for cached in ("topic", "law"):
        changed.__dict__.pop(cached, None)
    recipe = next(iter(real.recipes.values())).model_copy(update={"id": PACK, "law": ids, "questions": ()})
    name, story = next(iter(real.stories.items()))
    stories = {name: story.model_copy(update={"facts": story.facts.model_copy(update={"law": ids})})}
    pinned = recipe.stories.model_copy(update={"pinned": (name,), "any": (), "all": (), "limit": 1})
    return replace(
        real, read_across=changed, recipes={PACK: recipe.model_copy(update={"stories": pinned})}, stories=stories
    )
