"""Makes the store that stands for this release: python tests/stores/make_store.py

It writes tests/stores/store-VERSION.tar. Run it once for a release and never again for the same
one: tests/store/test_old_stores.py opens every one of them, for as long as there is a Lifestory.
What is in them is invented. The passphrase is PASSPHRASE below; it protects nothing.
"""

import tarfile
import tempfile
from dataclasses import replace
from pathlib import Path

import lifestory
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.store.vault import Vault

PASSPHRASE = "an old red kettle"


def main() -> None:
    """One case: a person who was renamed and undone, a photo, an erased note."""
    target = Path(__file__).with_name(f"store-{lifestory.__version__}.tar")
    with tempfile.TemporaryDirectory() as place, tarfile.open(target, "x") as tar:
        vault, _ = Vault.create(Path(place) / "store", PASSPHRASE, "Ann", work_factor=10)
        with vault:
            case = vault.new_case("R-1")
            gran, note = Person(given="Halina"), Person(note="to be erased")
            kept = vault.originals.write(b"the bytes of a photo")
            with case.change("Add people") as change:
                change.add(gran)
                change.add(note)
            with case.change("Add a photo") as change:
                change.keep(kept)
                change.add(Original(id=kept.id, sha256=kept.sha256, bytes=kept.bytes))
                change.add(Photo(original=kept.id, alt="A kettle"))
            with case.change("Rename") as change:
                change.replace(gran, replace(gran, known_as="Gran"))
            case.erase([note.id])
            case.undo()
        (vault.folder / "cache.db").unlink(missing_ok=True)
        tar.add(vault.folder, "store", filter=_nobodys)


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    main()
