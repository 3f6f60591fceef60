"""The work of a store cut off at one call to its disk after another, in a process in which
`faults.c` is loaded: `python -m tests.torture.cutting SCENE HOW EVERY FOLDER`.

HOW is `kill`, or the name of an error: `EIO` one call has, `EIO+` every call from there on, and
`read EIO+` is of calls that read. After each: the store opens, all it called done is there, and its
check finds nothing. The last line says how often it was cut.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tarfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.backup import back_up
from lifestory.store.checking import check
from lifestory.store.folder import StoreFolder
from lifestory.store.journal import OpenCase
from lifestory.store.restoring import restore
from lifestory.store.troubles import DamagedStore, NotABackup, NotAStore, WrongPassphrase
from lifestory.store.vault import Vault

OLD, NEW, OF_BEN = "red kettle", "blue door", "green gate"
OLD_STORE = Path(__file__).parents[1] / "stores" / "store-0.1.0.tar"
ITS_PASSPHRASE = "an old red kettle"
ENDED, REFUSED, BROKEN = 0, 3, 4
_LIBRARY = ctypes.CDLL(None)


@dataclass
class Fault:
    """Armed while its block runs."""

    nth: int
    error: int
    lasting: bool
    of_reads: bool = False
    reached: bool = False

    def __enter__(self) -> None:
        _LIBRARY.fault_arm(self.nth, self.error, self.lasting, self.of_reads)

    def __exit__(self, *_: object) -> None:
        self.reached = _LIBRARY.fault_disarm() >= self.nth


Say = Callable[[str], None]
Work = Callable[[Path, Fault, Say], None]
Check = Callable[[Path, set[str]], None]


def the_case(vault: Vault) -> OpenCase:
    return vault.case(vault.case_ids()[0])


def add(vault: Vault, name: str) -> None:
    with the_case(vault).change("Add") as change:
        change.add(Person(given=name))


def add_file(vault: Vault, data: bytes) -> None:
    kept = vault.originals.write(data)
    with the_case(vault).change("Add a photo") as change:
        change.keep(kept)
        change.add(Original(id=kept.id, sha256=kept.sha256, bytes=kept.bytes))


def names(vault: Vault) -> set[str]:
    """Whom the case on the disk knows; that in memory knows the same."""
    (seen,) = vault.look_over({"person"}).values()
    assert set(seen) == {one.id for one in the_case(vault).records.of(Person)}
    return {one.given for one in the_case(vault).records.of(Person)}


def prepared(folder: Path) -> None:
    """A closed store with someone and a photo in it, and a second passphrase."""
    vault, _ = Vault.create(folder, OLD, "Ann", work_factor=2)
    with vault:
        vault.new_case("R-1")
        add(vault, "Halina")
        add_file(vault, b"a photo")
        vault.slots.add_passphrase("Ben", OF_BEN)


def crashed(folder: Path) -> None:
    """The same, left by a process that ended without closing it."""
    prepared(folder)
    if not (child := os.fork()):
        vault = Vault.open(folder, OLD)
        add(vault, "Jan")
        vault.originals.write(b"on its way")
        os._exit(0)
    os.waitpid(child, 0)
    assert (folder / "store.db-wal").stat().st_size


def backed_up(folder: Path) -> None:
    """The same, with a backup beside it that is a step behind."""
    prepared(folder / "store")
    with Vault.open(folder / "store", OLD) as vault:
        back_up(vault, folder / "backup")
        add(vault, "Jan")
        add_file(vault, b"another")


def of_an_old_version(folder: Path) -> None:
    with tarfile.open(OLD_STORE) as tar:
        tar.extractall(folder.parent / "old", filter="data")
    (folder.parent / "old" / "store").rename(folder)


def sound(folder: Path, passphrase: str = OLD, bearing: str = "") -> set[str]:
    """Opens it, looks at everything; gives the names in it. The check may say what is borne."""
    with Vault.open(folder, passphrase) as vault:
        assert {line.what for line in check(vault) if not line.ok} <= {bearing}
        found = names(vault)
        add(vault, "later")  # and it goes on
        return found


def opens(folder: Path, passphrase: str) -> bool:
    try:
        Vault.open(folder, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def editing(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder, OLD) as vault:
        add(vault, "Ada")  # the first syncs the log's name, and may fail: the opening did so
        try:
            with fault:
                add(vault, "Jan")
            assert not fault.reached, "it was called saved, and the disk had failed"
            say("Jan")
        finally:
            there = names(vault)
            add(vault, "Ewa")
            assert names(vault) == there | {"Ewa"}
            say("Ewa")


def has_what_was_said(folder: Path, said: set[str]) -> None:
    assert sound(folder) >= {"Halina", *said}


def importing(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder, OLD) as vault:
        try:
            with fault:
                kept = [vault.originals.write(os.urandom(3000)) for _ in range(2)]
                with the_case(vault).change("Add") as change:
                    for one in kept:
                        change.keep(one)
                        change.add(Original(id=one.id, sha256=one.sha256))
            say("photos")
        finally:
            if not fault.reached or fault.error:
                add_file(vault, b"after all")
                say("after")


def has_the_photos(folder: Path, said: set[str]) -> None:
    sound(folder)
    with Vault.open(folder, OLD) as vault:
        many = len(vault.originals.rows())
        assert many >= 1 + 2 * ("photos" in said) + ("after" in said)


def erasing(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder, OLD) as vault:
        (photo,) = the_case(vault).records.of(Original)
        with fault:
            the_case(vault).erase([photo.id])
        say("erased")


def has_erased(folder: Path, said: set[str]) -> None:
    if "erased" in said:
        assert not list(folder.glob("originals/*/*"))
    assert sound(folder) == {"Halina"}
    with Vault.open(folder, OLD) as vault:
        records = the_case(vault).records.of(Original)
        assert len(list(folder.glob("originals/*/*"))) == len(records)
        assert not records or "erased" not in said


def changing_the_passphrase(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder, OLD) as vault, fault:
        vault.slots.change_passphrase(NEW)
    say("changed")


def has_a_passphrase(folder: Path, said: set[str]) -> None:
    old, new = opens(folder, OLD), opens(folder, NEW)
    assert old != new
    assert new or "changed" not in said
    with Vault.open(folder, NEW if new else OLD) as vault:
        vault.slots.change_passphrase("and again")
    assert sound(folder, "and again") == {"Halina"}


def changing_slots(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder, OLD) as vault, fault:
        (ben,) = (one for one in vault.slots.list() if one.label == "Ben")
        vault.slots.add_passphrase("Cas", NEW)
        say("Cas")
        vault.slots.remove(ben.id)
        say("not Ben")


def has_slots(folder: Path, said: set[str]) -> None:
    assert sound(folder) == {"Halina"}
    assert opens(folder, NEW) or "Cas" not in said
    assert not opens(folder, OF_BEN) or "not Ben" not in said


def migrating(folder: Path, fault: Fault, say: Say) -> None:
    with fault:
        vault = Vault.open(folder, ITS_PASSPHRASE)
    vault.close()


def has_come_along(folder: Path, said: set[str]) -> None:
    assert sound(folder, ITS_PASSPHRASE) == {"Halina"}
    assert [one.name for one in folder.glob("snapshots/*")] == ["version-1.db"]


def opening(folder: Path, fault: Fault, say: Say) -> None:
    with fault:
        vault = Vault.open(folder, OLD)
    vault.close()


def closing(folder: Path, fault: Fault, say: Say) -> None:
    vault = Vault.open(folder, OLD)
    add(vault, "Jan")
    say("Jan")
    with fault:
        vault.close()


def has_jan(folder: Path, said: set[str]) -> None:
    assert sound(folder) == {"Halina", "Jan"}
    assert len(list(folder.glob("originals/*/*"))) == 1


def making(folder: Path, fault: Fault, say: Say) -> None:
    try:
        with fault:
            Vault.create(folder / "new", OLD, work_factor=2)[0].close()
        say("made")
    except LifestoryError:
        say("refused")
        raise
    finally:
        say("for good" if fault.lasting else "once")


def has_been_made(folder: Path, said: set[str]) -> None:
    try:
        vault = Vault.open(folder / "new", OLD)
    except NotAStore:
        assert "made" not in said
        left = list((folder / "new").glob("*"))
        assert not left or said != {"refused", "once"}
    else:
        with vault:
            assert [line.what for line in check(vault) if not line.ok] == []


def backing_up(folder: Path, fault: Fault, say: Say) -> None:
    with Vault.open(folder / "store", OLD) as vault, fault:
        back_up(vault, folder / "backup")
        say("Jan")


def can_be_restored(folder: Path, said: set[str]) -> None:
    restore(folder / "backup", folder / "again")
    # What a backup that was cut off had copied is in the backup, and not in its database yet.
    assert sound(folder / "again", bearing="files left over") >= {"Halina", *said}
    with Vault.open(folder / "store", OLD) as vault:
        assert not back_up(vault, folder / "backup").unsound
    assert sound(folder / "store") == {"Halina", "Jan"}


def restoring(folder: Path, fault: Fault, say: Say) -> None:
    with fault:
        restore(folder / "backup", folder / "again")
    say("restored")


def is_restored_or_is_no_store(folder: Path, said: set[str]) -> None:
    if StoreFolder(folder / "again").marker.exists():
        assert sound(folder / "again") == {"Halina"}
    else:
        assert "restored" not in said
    try:
        restore(folder / "backup", folder / "elsewhere")
    except NotABackup as trouble:
        raise AssertionError from trouble
    assert sound(folder / "elsewhere") == {"Halina"}


SCENES: dict[str, tuple[Callable[[Path], None], Work, Check]] = {
    "editing": (prepared, editing, has_what_was_said),
    "importing": (prepared, importing, has_the_photos),
    "erasing": (prepared, erasing, has_erased),
    "changing the passphrase": (prepared, changing_the_passphrase, has_a_passphrase),
    "changing slots": (prepared, changing_slots, has_slots),
    "migrating": (of_an_old_version, migrating, has_come_along),
    "opening": (crashed, opening, has_jan),
    "closing": (prepared, closing, has_jan),
    "making": (Path.mkdir, making, has_been_made),
    "backing up": (backed_up, backing_up, can_be_restored),
    "restoring": (backed_up, restoring, is_restored_or_is_no_store),
}


def cut(work: Work, folder: Path, fault: Fault) -> tuple[bool, set[str]]:
    """Do it in a process of its own: whether the fault was reached, and what it said."""
    hears, says = os.pipe()
    if not (child := os.fork()):
        os._exit(_within(work, folder, fault, says))
    os.close(says)
    with os.fdopen(hears) as said:
        heard = set(said.read().split("\n")) - {""}
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) != BROKEN, f"at call {fault.nth}"
    return killed or "reached" in heard, heard - {"reached"}


def _within(work: Work, folder: Path, fault: Fault, says: int) -> int:
    try:
        work(folder, fault, lambda words: _say(says, words))
    except DamagedStore:  # nothing is: who believes it goes back to an old backup
        traceback.print_exc()
        return BROKEN
    except LifestoryError:
        _say(says, "reached")
        return REFUSED
    except BaseException:
        traceback.print_exc()
        return BROKEN
    if fault.reached:  # and borne: what it was for could do without
        _say(says, "reached")
    return ENDED


def _say(to: int, words: str) -> None:
    os.write(to, f"{words}\n".encode())


def main(scene: str, how: str, every: int, folder: Path) -> int:
    """How often it was cut, until one went through to its end."""
    prepare, work, looks = SCENES[scene]
    before, now = folder / "before", folder / "now"
    prepare(before)
    *of_reads, what = how.split()
    error = 0 if what == "kill" else getattr(errno, what.rstrip("+"))
    for cuts in count():
        nth = 1 + cuts * every
        shutil.copytree(before, now)
        fault = Fault(nth, error, lasting=what.endswith("+"), of_reads=bool(of_reads))
        reached, said = cut(work, now, fault)
        try:
            looks(now, said)
        except BaseException as wrong:
            raise AssertionError(f"{scene}: {how} at call {nth}, after it said {said}") from wrong
        if not reached:
            return cuts
        shutil.rmtree(now)
    raise AssertionError


if __name__ == "__main__":
    cuts = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    sys.stdout.write(f"{cuts}\n")
