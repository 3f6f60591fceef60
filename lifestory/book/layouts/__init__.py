"""The layouts: for each page type, how it is drawn in each look. Found by the page type's name."""

from __future__ import annotations

from collections.abc import Callable

from lifestory.book.desk import Desk
from lifestory.book.layouts import (
    about_me,
    bilingual,
    birth_parent,
    brothers_and_sisters,
    celebration_day,
    circles_of_people,
    cover,
    day_i_was_born,
    document,
    draw_here,
    family_time,
    family_tree,
    feelings,
    finding_my_family,
    genogram,
    growing_up,
    heritage,
    home_along_the_way,
    hopes,
    later_life_letter,
    letter,
    memory_box,
    moves_path,
    my_family_now,
    my_promises,
    my_words,
    notes_for_grown_ups,
    panorama,
    people_who_helped,
    photos,
    questions,
    story,
    the_judge,
    timeline,
    title,
    what_children_need,
    why_i_could_not_stay,
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
    "what-children-need": (what_children_need.storybook, what_children_need.quiet),
    "why-i-could-not-stay": (why_i_could_not_stay.storybook, why_i_could_not_stay.quiet),
    "feelings": (feelings.storybook, feelings.quiet),
    "family-time": (family_time.storybook, family_time.quiet),
    "finding-my-family": (finding_my_family.storybook, finding_my_family.quiet),
    "celebration-day": (celebration_day.storybook, celebration_day.quiet),
    "my-promises": (my_promises.storybook, my_promises.quiet),
    "growing-up": (growing_up.storybook, growing_up.quiet),
    "questions": (questions.storybook, questions.quiet),
    "letter": (letter.storybook, letter.quiet),
    "document": (document.storybook, document.quiet),
    "notes-for-grown-ups": (notes_for_grown_ups.storybook, notes_for_grown_ups.quiet),
    "later-life-letter": (later_life_letter.storybook, later_life_letter.quiet),
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
