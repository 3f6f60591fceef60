"""`lifestory store`: a store is made, checked, backed up, brought back, and who can open it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lifestory.app.backups import check_store
from lifestory.app.council_keys import Holder, council_keys
from lifestory.app.keyslots import (
    KeySlot,
    add_passphrase_slot,
    add_recipient_slot,
    add_recovery_slot,
    change_passphrase,
    key_in_file,
    key_slots,
    new_phrase,
    remove_slot,
    try_slot,
)
from lifestory.app.open_store import create_store
from lifestory.cli import backup
from lifestory.cli.asking import first_line, new_passphrase, opened, passphrase
from lifestory.cli.options import Commands, add_store, command, group, text
from lifestory.cli.speaking import Speaker

RECOVERY_RECIPIENT = "Recovery key"
"""What a slot is called whose public key was named on the command line."""
STILL_OPENS = (
    "The key of the store stays the same: copies and backups made before still open with it."
)


def add_to(commands: Commands) -> None:
    """Put these commands on the command line."""
    mine = group(commands, "store", "a store as a whole")
    new = command(mine, "new", "make a store; prints its recovery phrase once", _new)
    add_store(new)
    says = "who the journal says it was; worker 1 when nobody says"
    new.add_argument("--worker", type=text, default="", metavar="NAME", help=says)
    says = "a public key that opens it too, besides the council's own; may be said again"
    new.add_argument(
        "--recovery-recipient", action="append", default=[], metavar="age1…", help=says
    )
    add_store(command(mine, "check", "is everything there, and as it was kept?", _check))
    backup.add_to(mine)
    add_store(command(mine, "slots", "who can open the store", _slots))
    add = command(mine, "slot-add", "let one more person or key open it", _slot_add)
    add_store(add)
    add.add_argument("--label", type=text, required=True, metavar="NAME", help="whose it is")
    opener = add.add_mutually_exclusive_group(required=True)
    opener.add_argument("--new-passphrase-file", type=Path, metavar="F")
    opener.add_argument("--recipient", metavar="age1…", help="a public key")
    _add_slot_commands(mine)


def _add_slot_commands(mine: Commands) -> None:
    test = command(mine, "slot-test", "which slot a passphrase or key opens", _slot_test)
    add_store(test)
    test.add_argument("--slot", default="", metavar="ID", help="this one and no other")
    says = "a secret key as age-keygen writes it, instead of a passphrase"
    test.add_argument("--key-file", type=Path, metavar="F", help=says)
    words = "a new recovery phrase, printed once; the old one stays until its slot is removed"
    add_store(command(mine, "recovery", words, _recovery))
    remove = command(mine, "slot-remove", "let a slot open it no more", _slot_remove)
    add_store(remove)
    remove.add_argument("--slot", required=True, metavar="ID", help="as `slots` shows it")
    change = command(mine, "passphrase", "change the passphrase that opened it", _passphrase)
    add_store(change)
    change.add_argument("--new-passphrase-file", required=True, type=Path, metavar="F")


def _new(args: Namespace, speaker: Speaker) -> bool:
    asked = [Holder(RECOVERY_RECIPIENT, one.strip()) for one in args.recovery_recipient]
    store, phrase = create_store(args.store, new_passphrase(args), args.worker, holders=asked)
    store.close()
    names = [one.label for one in (*council_keys(), *asked)]
    theirs = f"\nOpens with the key of: {', '.join(names)}" if names else ""
    speaker.say(
        {"store": str(args.store), "recovery_phrase": phrase, "recovery_recipients": names},
        f"Made: {args.store}{theirs}\n"
        f"Recovery phrase, shown this once; write it down on paper:\n{phrase}",
    )
    return False


def _check(args: Namespace, speaker: Speaker) -> bool:
    found = False
    with opened(args) as store:
        for line in check_store(store, speaker.progress):
            found = found or not line.ok
            words = f"{'good' if line.ok else 'BAD '}  {line.what}  {line.detail}".rstrip()
            speaker.say({"what": line.what, "ok": line.ok, "detail": line.detail}, words)
            if not line.ok:
                speaker.found(f"Found: {line.what}: {line.detail}")
    return found


def _slots(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        for slot in key_slots(store):
            _say(slot, speaker)
    return False


def _slot_add(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        if args.recipient:
            slot = add_recipient_slot(store, args.label, args.recipient)
        else:
            slot = add_passphrase_slot(store, args.label, first_line(args.new_passphrase_file))
    _say(slot, speaker)
    return False


def _slot_test(args: Namespace, speaker: Speaker) -> bool:
    opener = key_in_file(args.key_file) if args.key_file else passphrase(args)
    tried = try_slot(args.store, opener, args.slot)
    speaker.say(
        {"slot": str(tried.slot), "kind": tried.kind.value, "opens": True},
        f"{tried.slot}  {tried.kind.value:10}  opens",
    )
    return False


def _recovery(args: Namespace, speaker: Speaker) -> bool:
    phrase = new_phrase()
    with opened(args) as store:
        slot = add_recovery_slot(store, phrase)
    speaker.say(
        {"slot": str(slot.id), "kind": slot.kind.value, "recovery_phrase": phrase},
        f"{slot.id}\nRecovery phrase, shown this once; write it down on paper:\n{phrase}\n"
        "The one before opens the store until its slot is removed: store slot-remove",
    )
    return False


def _slot_remove(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        remove_slot(store, args.slot)
        for slot in key_slots(store):
            _say(slot, speaker)
    speaker.note(STILL_OPENS)
    return False


def _passphrase(args: Namespace, speaker: Speaker) -> bool:
    new = first_line(args.new_passphrase_file)
    with opened(args) as store:
        change_passphrase(store, new)
        _say(store.vault.slots.opened, speaker)
    return False


def _say(slot: KeySlot, speaker: Speaker) -> None:
    speaker.say(
        {"slot": str(slot.id), "kind": slot.kind.value, "label": slot.label},
        f"{slot.id}  {slot.kind.value:10}  {slot.label}",
    )
