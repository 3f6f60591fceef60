"""The program is killed while it takes photos in; `make torture` does it far more often."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil
from PIL import Image

from lifestory.app.backups import check_store
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store, open_store
from lifestory.app.photos import add_photos, photos

PASSPHRASE = "a lamp in the window"
ADDING = """
import sys
from pathlib import Path
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store
from lifestory.app.photos import add_photos
folder, passphrase, child, album = sys.argv[1:]
with open_store(Path(folder), passphrase) as store:
    for outcome in add_photos(store, find_child(store, child).case, [Path(album)]):
        print(outcome.photo, flush=True)
"""


def test_what_was_said_to_be_added_is_there_and_the_rest_can_be_added_again(
    store: Store, robin: FoundChild, album: Any
) -> None:
    for number in range(70):
        album.photo(f"{number:02}.jpg")
    folder: Path = store.folder
    store.close()
    words = [str(folder), PASSPHRASE, str(robin.id), str(album.folder)]
    with subprocess.Popen(
        [sys.executable, "-c", ADDING, *words], stdout=subprocess.PIPE, text=True
    ) as adding:
        assert adding.stdout is not None
        heard = [adding.stdout.readline()]
        workers = psutil.Process(adding.pid).children()
        adding.kill()
        heard += adding.stdout
    said = {UUID(line.strip()) for line in heard}
    assert psutil.wait_procs(workers, timeout=20)[1] == []

    with open_store(folder, PASSPHRASE) as again:
        found = find_child(again, robin.id)
        there = {photo.id for photo in photos(found.case)}
        assert there >= said
        assert len(there) < 70
        wrong = {line.what for line in check_store(again) if not line.ok}
        assert wrong <= {"files left over"}
        became = Counter(one.status.value for one in add_photos(again, found.case, [album.folder]))
        assert became == {"duplicate": len(there), "added": 70 - len(there)}


def test_a_scan_of_several_pages_is_there_with_all_of_them_or_not_at_all(
    store: Store, robin: FoundChild, album: Any
) -> None:
    pages = 12
    for number in range(8):
        sheets = [Image.open(BytesIO(album.bytes(number * pages + at))) for at in range(pages)]
        file = album.folder / f"{number}.tif"
        sheets[0].save(file, "TIFF", save_all=True, append_images=sheets[1:])
    folder: Path = store.folder
    store.close()
    words = [str(folder), PASSPHRASE, str(robin.id), str(album.folder)]
    with subprocess.Popen(
        [sys.executable, "-c", ADDING, *words], stdout=subprocess.PIPE, text=True
    ) as adding:
        assert adding.stdout is not None
        adding.stdout.readline()
        adding.kill()

    with open_store(folder, PASSPHRASE) as again:
        found = find_child(again, robin.id)
        there = Counter(photo.original for photo in photos(found.case))
        assert set(there.values()) == {pages}
        assert len(there) < 8
        became = Counter(one.status.value for one in add_photos(again, found.case, [album.folder]))
        assert became == {"duplicate": len(there), "added": (8 - len(there)) * pages}
        assert Counter(photo.original for photo in photos(found.case)).most_common()[-1][1] == pages
