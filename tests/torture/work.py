"""Work to be killed in: `python -m tests.torture.work WHAT STORE …`, a line for all it confirms.

It says `go` once the store is open and the work begins.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lifestory.app.backups import back_up
from lifestory.app.books import editions, print_book
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store, open_store
from lifestory.app.photos import Status, add_photos
from lifestory.domain.life import Milestone
from lifestory.domain.media import Original
from lifestory.domain.people import Child
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage

PASSPHRASE = "a lamp in the window"


def the_child(store: Store) -> FoundChild:
    """The child of a store of one."""
    case = store.vault.case(store.vault.case_ids()[0])
    return FoundChild(case, case.records.of(Child)[0].id)


def add(store: Store, folder: Path) -> None:
    """Names each photo that was said to be added, and the file it came from."""
    for outcome in add_photos(store, the_child(store).case, [folder]):
        assert outcome.status is Status.ADDED
        _say(f"{outcome.photo} {outcome.file}")


def edit(store: Store) -> None:
    """Goes on from the last step for ever: each writes a passage and adds a milestone at once."""
    found = the_child(store)
    while True:
        step = len(found.case.records.of(Milestone))
        passage = found.case.records.of(Passage)[0]
        with found.case.change("A step") as change:
            text = f"Step {step}. " + "All of it was good. " * (step % 40)
            change.replace(passage, replace(passage, texts={Band.OLDER: text}))
            change.add(Milestone(texts={Band.OLDER: f"Step {step}"}))
        _say(str(step))


def export(store: Store, target: Path) -> None:
    """Prints the book, again and again, with every photo made anew."""
    found = the_child(store)
    while True:
        store.vault.cache.clear()
        print_book(store, found.case, editions(found)[0], target)
        _say("printed")


def save(store: Store, destination: Path) -> None:
    """Brings a backup up to date, again and again, with a new step each time."""
    found = the_child(store)
    while True:
        done = back_up(store, destination)
        _say(f"{len(found.case.records.of(Milestone))} {done.verified}")
        with found.case.change("A step") as change:
            change.add(Milestone())
            kept = store.vault.originals.write(bytes(30_000))
            change.keep(kept)
            change.add(Original(id=kept.id, sha256=kept.sha256, bytes=kept.bytes))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


WORK: dict[str, Callable[..., None]] = {"add": add, "edit": edit, "export": export, "save": save}

if __name__ == "__main__":
    what, folder, *rest = sys.argv[1:]
    with open_store(Path(folder), PASSPHRASE) as opened:
        _say("go")
        WORK[what](opened, *map(Path, rest))
