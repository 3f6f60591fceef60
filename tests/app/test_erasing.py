"""Erasing a person, a photo or a child: who still holds it is said first, it goes everywhere within
reach, and what is left for a person to do stays on a list until it is ticked off."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from PIL import Image

from lifestory.app.archives import Passphrase, verify_archive, write_child_archive
from lifestory.app.backups import back_up, check_store, generations, restore
from lifestory.app.books import compose_edition, print_book
from lifestory.app.caseload import add_child, children
from lifestory.app.copies import Form, remember_file
from lifestory.app.erasing import Erased, ThatIsTheChild, erase, errands, look, tick_off, to_read
from lifestory.app.open_case import FoundChild, Gone, find_child, keep_changed, take_out
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.copies import Errand, FileCopy, Holder
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Region
from lifestory.domain.life import Home, Milestone
from lifestory.domain.media import InPhoto, Original, Permission, Photo
from lifestory.domain.people import Case, Child, Person, Relationship
from lifestory.domain.readers import Band
from lifestory.domain.stories import ChildWords, Passage
from lifestory.store.keyslots import unlock

PASSPHRASE = "a lamp in the window"
PAGE, SALT, RESERVED = 4096, 16, 80
BAND = Band.FIRST_READER


def pixels() -> bytes:
    """The file of a picture."""
    out = BytesIO()
    Image.new("RGB", (120, 80), "teal").save(out, "JPEG")
    return out.getvalue()


PIXELS = pixels()


@dataclass(frozen=True)
class Desk:
    """A store with Robin in it, who flew a kite with his gran Zhalina; `photo` shows them."""

    store: Store
    robin: FoundChild
    gran: Person
    photo: Photo
    passage: Passage
    folder: Path

    def lies(self, *words: str) -> set[str]:
        """Which of these are in the store or a backup of it, for someone who has the key: in any
        page of any database, free pages and logs too, or as the name of a file."""
        key, _ = unlock(self.store.folder / "keys", PASSPHRASE)
        found = b""
        for path in (*self.folder.rglob("*.db"), *self.folder.rglob("*.db-wal")):
            if not path.name.startswith("cache"):
                found += decrypted(path, key)
        return {one for one in words if one.encode() in found}

    def files(self) -> set[str]:
        """The names of all sealed files, in the store and in backups."""
        return {path.name for path in self.folder.rglob("originals/*/*.age")}


def decrypted(path: Path, key: bytes) -> bytes:
    """Every page of a database or its log. Source: SQLCipher 4's design."""
    data = path.read_bytes()
    header, frame = (32, 24) if path.name.endswith("-wal") else (0, 0)
    pages = [data[at + frame : at + frame + PAGE] for at in range(header, len(data), PAGE + frame)]
    return b"".join(_plain(page, key, start) for page in pages for start in (0, SALT))


def _plain(page: bytes, key: bytes, start: int) -> bytes:
    sealed = page[start:-RESERVED]
    opening = Cipher(algorithms.AES(key), modes.CBC(page[-RESERVED:][:16])).decryptor()
    return opening.update(sealed) + opening.finalize()


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the closed store, made once."""
    folder = tmp_path_factory.mktemp("laid") / "store"
    store, _ = create_store(folder, PASSPHRASE, "Alex", work_factor=10)
    with store:
        fill(store)
    return folder


def fill(store: Store) -> None:
    robin = add_child(store, "Robin", HonestDate.parse("14 March 2017"))
    gran = Person(given="Zhalina", surname="Zwisniewska", known_as="Gran", note="Znote of hers")
    kept = store.vault.originals.write(PIXELS)
    original = Original(
        id=kept.id,
        sha256=kept.sha256,
        bytes=kept.bytes,
        file_name="Zhalina kite.jpg",
        media_type="image/jpeg",
        width=120,
        height=80,
    )
    photo = Photo(
        original=kept.id,
        captions={BAND: "The Zkite"},
        people=(InPhoto(person=gran.id, region=Region(1, 1, 4, 4)),),
    )
    words = f"[Gran](person:{gran.id}) came. We flew it with [Gran](person:{gran.id})."
    passage = Passage(titles={BAND: "Wind"}, texts={BAND: words})
    blocks = (
        Block(page_type="story", slots={"words": (passage.id,)}),
        Block(page_type="photos", slots={"photos": (photo.id,)}, weights={str(photo.id): 3}),
    )
    section = Section(part=Part.PAST, blocks=blocks)
    with robin.case.change("Fill the case") as change:
        change.keep(kept)
        for record in (
            gran,
            original,
            photo,
            passage,
            Relationship(person=gran.id, to=robin.child.person, is_a="grandmother"),
            Permission(person=gran.id, given_by="Zhalina"),
            Home(name="The hill", people=(gran.id,)),
            Milestone(texts={BAND: "Zhalina brought a kite"}, people=(gran.id,), photo=photo.id),
            ChildWords(text="Up, up!", picture=photo.id, said_by=robin.child.person),
            Edition(name="first-book", child=robin.id, sections=(section,)),
        ):
            change.add(record)
    keep_changed(robin.case, "Rename", replace(gran, note="Zolder note"))
    store.vault.cache.put("small", b"few pixels")


@pytest.fixture
def desk(laid: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(laid, tmp_path / "desk" / "store")
    with open_store(tmp_path / "desk" / "store", PASSPHRASE) as store:
        yield desk_of(store)


def desk_of(store: Store) -> Desk:
    robin = find_child(store, children(store)[0].child)
    records = robin.case.records
    (photo,), (passage,) = records.of(Photo), records.of(Passage)
    gran = next(one for one in records.of(Person) if one.known_as == "Gran")
    return Desk(store, robin, gran, photo, passage, store.folder.parent)


def test_before_a_person_is_erased_it_is_said_what_goes_and_who_still_holds_it(desk: Desk) -> None:
    back_up(desk.store, desk.folder / "backup")
    write_child_archive(
        desk.store, desk.robin, desk.folder / "a.tar", passphrase="three kites", work_factor=10
    )
    before = dict(desk.robin.case.records)
    said = look(desk.store, desk.robin, Erased.PERSON, desk.gran.id)
    assert (said.records, said.mentions, said.pages, said.files) == (3, 1, 2, 0)
    assert [one.what for one in said.held] == [Holder.BACKUP, Holder.ARCHIVE, Holder.WORDS]
    words = [one.words for one in said.held]
    assert "right after" in words[0]
    assert "a.tar" in words[1]
    assert "one place" in words[2]
    assert any("someone" in line for line in said.here)
    assert dict(desk.robin.case.records) == before, "nothing is written"


def test_a_person_goes_from_every_record_and_every_earlier_version(desk: Desk) -> None:
    case = desk.robin.case
    back_up(desk.store, desk.folder / "backup")
    marks = ("Zhalina", "Zwisniewska", "Znote of hers", "Zolder note")
    assert desk.lies(*marks) == set(marks)
    lines = [(one.at, one.who, one.title) for one in case.journal()]

    done = erase(desk.store, desk.robin, Erased.PERSON, desk.gran.id)

    records = case.records
    assert records.find(Person, desk.gran.id) is None
    assert not [*records.of(Relationship), *records.of(Permission)]
    assert records.of(Passage)[0].texts[BAND] == "Someone came. We flew it with someone."
    assert records.of(Photo)[0].people == ()
    assert records.of(Home)[0].people == ()
    assert records.of(Original)[0].file_name == "original.jpg"
    assert [(one.at, one.who, one.title) for one in case.journal()][: len(lines)] == lines
    assert all(line.ok for line in check_store(desk.store))
    assert [one.errand.what for one in done.left] == [Holder.WORDS]
    assert desk.lies(*marks) == {"Zhalina"}, "the milestone says it in words, for a person to mend"

    (milestone,) = records.of(Milestone)
    (place,) = to_read(desk.store, done.left[0])
    assert (place.record, place.child) == (milestone, desk.robin.id)
    assert place.words.startswith("Zhalina brought")
    assert desk.robin.child.reference in done.left[0].of
    keep_changed(case, "Mend", replace(milestone, texts={BAND: "Somebody brought a kite"}))
    tick_off(desk.store, done.left[0])
    back_up(desk.store, desk.folder / "backup")
    assert desk.lies(*marks) == set()
    assert errands(desk.store) == ()
    assert all(line.ok for line in check_store(desk.store))


def test_nothing_erased_comes_back_by_undo_and_the_rest_still_can_be_undone(desk: Desk) -> None:
    case = desk.robin.case
    words = ChildWords(text="Later words")
    with case.change("Add words") as change:
        change.add(words)
    take_out(case, "Take out words", words)
    erase(desk.store, desk.robin, Erased.PERSON, desk.gran.id)
    assert case.undo_title == "Take out words"
    case.undo()
    assert words.id in case.records
    while case.undo_title is not None:
        case.undo()
        assert "Zhalina" not in repr(case.records.of(Person))
        assert str(desk.gran.id) not in repr(list(case.records.values()))
    assert all(line.ok for line in check_store(desk.store))


def test_what_was_taken_out_before_and_named_the_person_goes_too(desk: Desk) -> None:
    case = desk.robin.case
    take_out(case, "Take out a passage", desk.passage)
    erase(desk.store, desk.robin, Erased.PERSON, desk.gran.id)
    assert case.once_here()[desk.passage.id], "it was erased"
    assert desk.lies("We flew it") == set()


def test_a_photo_goes_with_its_file_and_the_pictures_made_of_it(desk: Desk) -> None:
    back_up(desk.store, desk.folder / "backup")
    case, kept = desk.robin.case, desk.files()
    assert len(kept) == 1
    said = look(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)
    assert (said.records, said.files, said.pages) == (2, 1, 1)
    assert [one.what for one in said.held] == [Holder.BACKUP, Holder.SOURCE]

    erase(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)

    assert desk.files() == set(), "neither in the store nor in the backup"
    assert desk.store.vault.cache.get("small") is None
    assert desk.lies("Zkite", "kite.jpg") == set()
    assert case.records.of(Milestone)[0].photo is None
    assert case.records.of(ChildWords)[0].picture is None
    edition = case.records.of(Edition)[0]
    assert str(desk.photo.id) not in repr(edition)
    assert compose_edition(case, edition) is not None
    assert all(line.ok for line in check_store(desk.store))
    assert [one.errand.what for one in errands(desk.store)] == [Holder.SOURCE]


def test_a_scan_that_other_photos_are_cut_from_stays_and_that_is_said(desk: Desk) -> None:
    case = desk.robin.case
    with case.change("Split a scan") as change:
        change.add(Photo(original=desk.photo.original))
    said = look(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)
    assert said.files == 0
    assert any("scan" in line for line in said.here)
    erase(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)
    assert len(case.records.of(Original)) == len(desk.files()) == 1


def test_of_an_only_child_nothing_stays_but_that_there_was_a_case(desk: Desk) -> None:
    book = desk.robin.case.records.of(Edition)[0]
    for name in ("Robin.pdf", "book.pdf"):
        remember_file(desk.robin.case, Form.PDF, desk.folder / name, desk.robin.id, edition=book)
    back_up(desk.store, desk.folder / "backup")
    case = desk.robin.case

    done = erase(desk.store, desk.robin, Erased.CHILD, desk.robin.id)

    assert {type(one) for one in case.records.values()} == {Case, Errand}
    assert children(desk.store, with_archived=True) == ()
    marks = ("Robin", "Zhalina", "Zkite", "first-book", "We flew", "Up, up!", "2017-03-14")
    assert desk.lies(*marks) == set()
    assert desk.files() == set()
    assert all(line.ok for line in check_store(desk.store))
    whats = [one.errand.what for one in done.left]
    assert whats == [Holder.PDF, Holder.PDF, Holder.SOURCE]
    where = [one.errand.where for one in done.left]
    assert where == ["", str(desk.folder / "book.pdf"), ""], "a file's name may tell the child's"
    assert case.undo_title is None


def test_what_is_a_sisters_too_stays_hers_when_her_brother_is_erased(desk: Desk) -> None:
    case, robin = desk.robin.case, desk.robin
    hers = uuid4()
    person = Person(given="Skye", about=frozenset({hers}))
    skye = Child(id=hers, about=frozenset({hers}), person=person.id, reference="C-SKYE")
    both = Milestone(about=frozenset({hers, robin.id}), texts={BAND: "We ran"})
    his = Milestone(about=frozenset({robin.id}), texts={BAND: "Zhis alone"})
    with case.change("Add a sister") as change:
        for record in (person, skye, both, his):
            change.add(record)
    said = look(desk.store, robin, Erased.CHILD, robin.id)
    assert said.shared_with == ("Skye",)
    erase(desk.store, robin, Erased.CHILD, robin.id)
    assert case.records.of(Child) == (skye,)
    assert case.records.find(Milestone, both.id) == replace(both, about=frozenset({hers}))
    assert desk.lies("Zhis alone", "Robin") == set()
    assert case.records.find(Person, desk.gran.id), "their gran is hers, too"
    assert all(line.ok for line in check_store(desk.store))


def test_a_child_is_not_erased_as_a_person(desk: Desk) -> None:
    with pytest.raises(ThatIsTheChild):
        erase(desk.store, desk.robin, Erased.PERSON, desk.robin.child.person)
    with pytest.raises(Gone):
        look(desk.store, desk.robin, Erased.PHOTO, uuid4())


def test_a_backup_that_is_not_there_is_noted_and_done_when_it_is_back(desk: Desk) -> None:
    there, away = desk.folder / "backup", desk.folder.parent / "away"
    back_up(desk.store, there)
    keep_changed(desk.robin.case, "Change", replace(desk.robin.child, born_at="06:25"))
    back_up(desk.store, there)
    assert len(generations(there)) == 2
    there.rename(away)

    done = erase(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)

    assert not there.exists(), "no backup is begun where none lies"
    assert [one.errand.what for one in done.left] == [Holder.BACKUP, Holder.SOURCE]
    assert "Connect it" in done.left[0].words
    away.rename(there)
    assert desk.lies("Zkite") == {"Zkite"}
    back_up(desk.store, there)
    assert desk.lies("Zkite") == set(), "not in an older state either"
    due = [one.errand.what for one in errands(desk.store)]
    assert Holder.SOURCE in due
    restore(there, desk.folder / "back", PASSPHRASE)
    with open_store(desk.folder / "back", PASSPHRASE) as back:
        assert all(line.ok for line in check_store(back))


def test_the_same_file_in_another_story_is_named_by_its_reference(desk: Desk) -> None:
    other = add_child(desk.store, "Kim")
    kept = desk.store.vault.originals.write(PIXELS)
    namesake = replace(desk.gran, id=uuid4())
    with other.case.change("Add") as change:
        change.keep(kept)
        change.add(Original(id=kept.id, sha256=kept.sha256))
        change.add(namesake)
    for what, key in ((Erased.PHOTO, desk.photo.id), (Erased.PERSON, desk.gran.id)):
        held = look(desk.store, desk.robin, what, key).held
        (found,) = [one for one in held if one.what is Holder.OTHER_CASE]
        assert found.where == other.child.reference
        assert other.child.reference in found.words


def test_an_errand_is_shown_until_it_is_ticked_off_and_stays_in_the_trail(desk: Desk) -> None:
    done = erase(desk.store, desk.robin, Erased.PHOTO, desk.photo.id)
    (due,) = done.left
    assert errands(desk.store) == (due,)
    tick_off(desk.store, due)
    assert errands(desk.store) == ()
    assert [one.title for one in desk.robin.case.journal()][-1] == "Tick off an errand"
    assert desk.robin.case.records.of(Errand)[0].done_at is not None


KILLED = """
import os, sys
from pathlib import Path
from uuid import UUID
from lifestory.app.copies import Form, remember_file
from lifestory.app.caseload import children
from lifestory.app.erasing import Erased, erase
from lifestory.app.open_case import find_child
from lifestory.app.open_store import open_store

def stop(event, args):
    if event == "os.remove" and str(args[0]).endswith((".age", "cache.db")):
        os._exit(9)

store = open_store(Path(sys.argv[1]), sys.argv[2])
robin = find_child(store, children(store)[0].child)
sys.addaudithook(stop)
erase(store, robin, Erased.PHOTO, UUID(sys.argv[3]))
"""


def test_an_erasure_that_was_killed_is_whole_after_the_next_opening(desk: Desk) -> None:
    desk.store.close()
    folder = desk.store.folder
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, folder, PASSPHRASE, str(desk.photo.id)], check=False
    )
    assert ended.returncode == 9
    assert len(desk.files()) == 1, "it was killed before the file was gone"
    with open_store(folder, PASSPHRASE) as again:
        records = find_child(again, desk.robin.id).case.records
        assert not [*records.of(Photo), *records.of(Original)]
        assert desk.files() == set()
        assert [one.errand.what for one in errands(again)] == [Holder.SOURCE]
        assert all(line.ok for line in check_store(again))
    assert desk.lies("Zkite") == set()


def test_files_that_left_are_noted_and_go_into_no_archive(desk: Desk) -> None:
    target = desk.folder / "a.tar"
    write_child_archive(desk.store, desk.robin, target, passphrase=KEY.text, work_factor=10)
    (noted,) = desk.robin.case.records.of(FileCopy)
    assert (noted.file_name, noted.folder) == ("a.tar", str(desk.folder))
    assert desk.robin.case.undo_title != "Note a file that was written"
    book = desk.robin.case.records.of(Edition)[0]
    print_book(desk.store, desk.robin.case, book, desk.folder / "book.pdf")
    assert [one.form for one in desk.robin.case.records.of(FileCopy)] == [Form.ARCHIVE, Form.PDF]
    verified = verify_archive(target, KEY)
    assert not [one for one in verified.records if isinstance(one, FileCopy)]
    write_child_archive(desk.store, desk.robin, target, passphrase=KEY.text, work_factor=10)
    verified = verify_archive(target, KEY)
    assert not [one for one in verified.records if isinstance(one, FileCopy)]


KEY = Passphrase("three blue kites")
