"""`lifestory erase` and `lifestory errands`: what goes for good, and what is then left to do."""

from __future__ import annotations

import sys
from argparse import Namespace
from uuid import UUID

from lifestory.app.erasing import Due, Erased, erase, errands, look, tick_off, to_read
from lifestory.app.open_case import FoundChild, Gone, find_child
from lifestory.cli.asking import opened
from lifestory.cli.options import Commands, add_child, add_store, command
from lifestory.cli.speaking import Speaker
from lifestory.domain.errors import LifestoryError


class NotAsked(LifestoryError):
    """What was typed is not the reference, or there is nobody to ask."""

    message = "The reference was not typed again."
    remedy = "Nothing has been erased. Type it as it is shown, or give --yes in a script."


class NoSuchErrand(LifestoryError):
    """No errand that is still to be done has this id."""

    message = "There is no errand with this id."
    remedy = "Nothing has been changed. `lifestory errands` lists what is still to be done."


def add_to(commands: Commands) -> None:
    """Put these commands on the command line."""
    made = command(commands, "erase", "erase something for good: no undo brings it back", _erase)
    add_store(made)
    add_child(made)
    what = made.add_mutually_exclusive_group(required=True)
    what.add_argument("--person", type=_id, metavar="ID", help="a person of this story")
    what.add_argument("--photo", type=_id, metavar="ID", help="a photo, with its file")
    what.add_argument("--child", action="store_true", dest="whole", help="the child's whole story")
    made.add_argument("--yes", action="store_true", help="don't ask for the reference again")
    says = "what is left for a person to do after something was erased"
    listing = command(commands, "errands", says, _errands)
    add_store(listing)
    listing.add_argument("--done", type=_id, metavar="ID", help="tick this one off")


def _id(typed: str) -> UUID:
    """Never a name: what is typed here can be read by every program that runs."""
    return UUID(typed)


def _erase(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        found = find_child(store, args.child)
        what, key = _meant(args, found)
        looked = look(store, found, what, key)
        for words in looked.here:
            speaker.note(words)
        for held in looked.held:
            speaker.note(f"Still held: {held.words}")
        if not args.yes:
            _ask(found)
        done = erase(store, found, what, key, speaker.progress)
        speaker.say(
            {"erased": what.value, "records": looked.records, "left": len(done.left)},
            f"Erased for good. Left to do by hand: {len(done.left)}",
        )
        for due in done.left:
            _say(due, speaker)
        if done.trouble:
            speaker.found(f"A backup could not be made anew, and still holds it. {done.trouble}")
    return bool(done.trouble)


def _meant(args: Namespace, found: FoundChild) -> tuple[Erased, UUID]:
    if args.whole:
        return Erased.CHILD, found.id
    what = Erased.PERSON if args.person else Erased.PHOTO
    key: UUID = args.person or args.photo
    if key not in found.case.records:
        raise Gone
    return what, key


def _ask(found: FoundChild) -> None:
    reference = found.child.reference
    if not sys.stdin.isatty():
        raise NotAsked
    print(
        f"This cannot be undone. Type {reference} to erase: ", end="", file=sys.stderr, flush=True
    )
    if sys.stdin.readline().strip().casefold() != reference.casefold():
        raise NotAsked


def _errands(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        if args.done is not None:
            due = next((one for one in errands(store) if one.errand.id == args.done), None)
            if due is None:
                raise NoSuchErrand
            tick_off(store, due)
        for one in errands(store):
            _say(one, speaker)
            for place in to_read(store, one):
                speaker.note(f"    {place.record.kind}  {place.record.id}  {place.words}")
    return False


def _say(due: Due, speaker: Speaker) -> None:
    errand = due.errand
    line: dict[str, object] = {
        "errand": str(errand.id),
        "what": errand.what.value,
        "erased": errand.erased.value,
        "erased_at": errand.erased_at.isoformat(),
        "where": errand.where,
    }
    speaker.say(line, f"{errand.id}  {due.of}. {due.words}")
