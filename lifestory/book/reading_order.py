"""In which order a page is read aloud. Layouts put things on paper as they lie over each other,
and on the whole as one would tell them; a reader who cannot see needs them as one would tell them.
"""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.domain.plans import Element, Picture, Role, Words, is_read


def reading_order(elements: Sequence[Element]) -> tuple[int, ...]:
    """The places of all that is read: the heading first, a caption right behind its photo, and
    the rest as it was put on the page."""
    places = [index for index, one in enumerate(elements) if is_read(one)]
    return tuple(_heading_first(_captions_behind(places, elements), elements))


def _captions_behind(places: Sequence[int], elements: Sequence[Element]) -> list[int]:
    ordered = list(places)
    for place in places:
        caption = elements[place]
        if not isinstance(caption, Words) or caption.role is not Role.CAPTION:
            continue
        for other in places:
            photo = elements[other]
            if isinstance(photo, Picture) and _same(photo.caption, caption.text):
                ordered.remove(place)
                ordered.insert(ordered.index(other) + 1, place)
                break
    return ordered


def _same(caption: str, set_: str) -> bool:
    return bool(caption) and caption.split() == set_.split()


def _heading_first(places: list[int], elements: Sequence[Element]) -> list[int]:
    """With the heading goes the label right above it, which names the part."""
    roles = [one.role if isinstance(one := elements[i], Words) else None for i in places]
    if Role.HEADING not in roles:
        return places
    at = roles.index(Role.HEADING)
    first = at - 1 if at and roles[at - 1] is Role.LABEL else at
    return places[first : at + 1] + places[:first] + places[at + 1 :]
