"""The page types as a worker looks for them: by what a page is about, not by where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lifestory.app.arranging_book import PageType

_GROUPS = (
    ("story", ("story", "bilingual", "photos", "panorama", "my-words")),
    ("me", ("about-me", "day-i-was-born", "feelings", "memory-box", "hopes", "growing-up")),
    (
        "people",
        (
            "my-family-now", "birth-parent", "brothers-and-sisters", "wider-family", "family-time",
            "people-who-helped", "family-tree", "circles-of-people", "genogram", "heritage",
        ),
    ),
    (
        "happened",
        (
            "timeline", "moves-path", "home-along-the-way", "why-i-could-not-stay",
            "what-children-need", "the-judge", "finding-my-family", "celebration-day",
        ),
    ),
    ("together", ("draw-here", "questions", "my-promises", "words-explained")),
    ("papers", ("letter", "document", "later-life-letter", "notes-for-grown-ups")),
    ("cover", ("cover", "title")),
)  # fmt: skip


def grouped(kinds: Sequence[PageType]) -> list[tuple[str, list[PageType]]]:
    """The name of each group with its page types; types of no group come last, under a name of
    their own."""
    by_name = {kind.name: kind for kind in kinds}
    found = [
        (_called(group), [by_name.pop(name) for name in names if name in by_name])
        for group, names in _GROUPS
    ]
    found.append((_called("other"), list(by_name.values())))
    return [(called, there) for called, there in found if there]


def _called(group: str) -> str:
    say = QCoreApplication.translate
    return {
        "story": say("PageGroups", "Story and photos"),
        "me": say("PageGroups", "The child"),
        "people": say("PageGroups", "Family and people"),
        "happened": say("PageGroups", "What happened"),
        "together": say("PageGroups", "To do and talk about together"),
        "papers": say("PageGroups", "Letters and papers"),
        "cover": say("PageGroups", "Cover and title"),
        "other": say("PageGroups", "Others"),
    }[group]
