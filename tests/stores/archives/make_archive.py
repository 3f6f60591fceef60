"""Makes the archive that stands for this release: python tests/stores/archives/make_archive.py

It writes archive-VERSION.tar beside itself. Run it once for a release and never again for the same
one: tests/app/test_old_archives.py opens every one of them, for as long as there is a Lifestory.
What is in them is invented; the passphrase and the key below protect nothing.
"""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

import lifestory
from lifestory.app.archives import write_child_archive
from lifestory.app.caseload import add_child
from lifestory.app.first_book import make_first_book
from lifestory.app.open_store import create_store
from lifestory.app.photos import add_photos
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.people import Person
from lifestory.domain.readers import Band

PASSPHRASE = "an old red kettle"
RECIPIENT = "age1kjug7y58v9m83smessaq3884qzll5twzmuwxc42pl6f89uzd5a9srgt2t4"
IDENTITY = "AGE-SECRET-KEY-1J4Z9FGN9FFSZJLAYRGF863L0ANSXKY46TJ6TU28DLEGDNEZK4XCST375DZ"


def main() -> None:
    """A child, a person and a milestone, one photo, one book; to a passphrase and to a key."""
    target = Path(__file__).with_name(f"archive-{lifestory.__version__}.tar")
    assert not target.exists(), "this release has its archive"
    with tempfile.TemporaryDirectory() as place:
        store, _ = create_store(Path(place) / "store", PASSPHRASE, "Ann", work_factor=10)
        with store:
            child = add_child(store, "Wren", HonestDate.parse("3 May 2017"))
            picture = BytesIO()
            Image.new("RGB", (160, 120), (196, 90, 60)).save(picture, "JPEG", quality=60)
            (Path(place) / "Kettle & me.jpg").write_bytes(picture.getvalue())
            about = frozenset({child.id})
            list(add_photos(store, child.case, [Path(place) / "Kettle & me.jpg"], about=about))
            with child.case.change("Add people") as change:
                change.add(Person(given="Halina", known_as="Gran", about=about))
                change.add(Milestone(texts={Band.FIRST_READER: "We went to the sea"}, about=about))
            make_first_book(child)
            write_child_archive(
                store, child, target,
                passphrase=PASSPHRASE, recipients=[RECIPIENT], work_factor=10,
            )  # fmt: skip


if __name__ == "__main__":
    main()
