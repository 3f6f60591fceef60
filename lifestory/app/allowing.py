"""Who may be shown: what people said, when and how, for which books, and until when."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase, keep_changed, standing, take_out
from lifestory.domain.media import Permission


def heard_of(case: OpenCase, person: UUID) -> tuple[Permission, ...]:
    """What was said about showing someone, the newest last."""
    heard = [one for one in case.records.of(Permission) if one.person == person]
    return tuple(sorted(heard, key=lambda one: one.given_on.sort_key()))


def allow(found: FoundChild, permission: Permission) -> None:
    """Keep what was said for the books of this child: a permission, or a refusal, which hides the
    face in each of them from now on. Undo takes it back."""
    title = "Keep a permission" if permission.given else "Keep a refusal"
    if found.case.records.get(permission.id) is not None:
        keep_changed(found.case, title, permission)
        return
    kept = replace(permission, about=permission.about or frozenset({found.id}))
    with found.case.change(title) as change:
        change.add(kept)


def forget_permission(case: OpenCase, permission: UUID) -> None:
    """Take out what was said, e.g. of somebody else; undo brings it back.
    Raises Gone."""
    take_out(case, "Take out a permission", standing(case, Permission, permission))
