"""The layouts: for each page type, how it is drawn in each look. Found by the page type's name."""

from __future__ import annotations

from collections.abc import Callable

from lifestory.book.desk import Desk
from lifestory.book.layouts import (
    about_me,
    bilingual,
    birth_parent,
    brothers_and_sisters,
    circles_of_people,
    cover,
    day_i_was_born,
    draw_here,
    family_tree,
    genogram,
    heritage,
    home_along_the_way,
    hopes,
    memory_box,
    moves_path,
    my_family_now,
    my_words,
    panorama,
    people_who_helped,
    photos,
    story,
    the_judge,
    timeline,
    title,
    wider_family,
    words_explained,
)
from lifestory.book.styles import BrokenStyle
from lifestory.sharing.shared import SharedBlock

Layout = Callable[[Desk, SharedBlock], None]
"""Takes sheets from the desk and fills them with a block."""

_LAYOUTS: dict[str, tuple[Layout, Layout]] = {
    "cover": (cover.storybook, cover.quiet),
    "title": (title.storybook, title.quiet),
    "about-me": (about_me.storybook, about_me.quiet),
    "day-i-was-born": (day_i_was_born.storybook, day_i_was_born.quiet),
    "home-along-the-way": (home_along_the_way.storybook, home_along_the_way.quiet),
    "moves-path": (moves_path.storybook, moves_path.quiet),
    "timeline": (timeline.storybook, timeline.quiet),
    "story": (story.storybook, story.quiet),
    "bilingual": (bilingual.storybook, bilingual.quiet),
    "photos": (photos.storybook, photos.quiet),
    "panorama": (panorama.storybook, panorama.quiet),
    "my-words": (my_words.storybook, my_words.quiet),
    "draw-here": (draw_here.storybook, draw_here.quiet),
    "family-tree": (family_tree.storybook, family_tree.quiet),
    "circles-of-people": (circles_of_people.storybook, circles_of_people.quiet),
    "my-family-now": (my_family_now.storybook, my_family_now.quiet),
    "people-who-helped": (people_who_helped.storybook, people_who_helped.quiet),
    "brothers-and-sisters": (brothers_and_sisters.storybook, brothers_and_sisters.quiet),
    "wider-family": (wider_family.storybook, wider_family.quiet),
    "words-explained": (words_explained.storybook, words_explained.quiet),
    "heritage": (heritage.storybook, heritage.quiet),
    "the-judge": (the_judge.storybook, the_judge.quiet),
    "memory-box": (memory_box.storybook, memory_box.quiet),
    "birth-parent": (birth_parent.storybook, birth_parent.quiet),
    "genogram": (genogram.storybook, genogram.quiet),
    "hopes": (hopes.storybook, hopes.quiet),
}


def layout_for(page_type: str, look: str) -> Layout:
    """The layout of a page type in a look. Raises BrokenStyle."""
    if page_type not in _LAYOUTS:
        raise BrokenStyle(f"There is no page type “{page_type}”.")
    storybook, quiet = _LAYOUTS[page_type]
    return quiet if look == "quiet" else storybook


def needs_spread(page_type: str, look: str) -> bool:
    """True when the page type begins on a left-hand page in this look."""
    return page_type == "moves-path" or (page_type == "timeline" and look == "storybook")
