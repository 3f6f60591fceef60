"""An archive opened where its case is already: what is new joins, and nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from lifestory.app.archives import (
    Passphrase,
    list_archive,
    look_into_archive,
    open_archive,
    open_into_store,
    take_from_archive,
    trail_in,
    verify_archive,
    write_child_archive,
)
from lifestory.app.backups import check_store
from lifestory.app.comparing import DifferingCase
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild, find_child, keep_changed, take_out
from lifestory.app.open_store import Store, create_store
from lifestory.app.photos import add_photos
from lifestory.app.taking_in import take_in
from lifestory.app.trails import kept_trails
from lifestory.archive.openfolder import BrokenFolder
from lifestory.archive.trail import read_trail
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import Erased, Errand, FileCopy, Form, Holder
from lifestory.domain.life import Milestone
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Records

KEY = Passphrase("three blue kites")


@dataclass(frozen=True)
class Shared:
    """A child in two stores: here, and with a colleague who began from an archive of it."""

    here: FoundChild
    store: Store
    there: FoundChild
    elsewhere: Store
    folder: Path

    def sent(self, name: str = "back") -> Path:
        """An archive of what the colleague has by now."""
        target = self.folder / f"{name}.tar"
        write_child_archive(self.elsewhere, self.there, target, passphrase=KEY.text)
        return target


def said(words: str) -> dict[Band, str]:
    return {Band.FIRST_READER: words}


def milestone(found: FoundChild) -> Milestone:
    (one,) = found.case.records.of(Milestone)
    return one


def sealed(store: Store) -> set[Path]:
    return set((store.folder / "originals").glob("*/*"))


def everything(store: Store, found: FoundChild) -> tuple[Records, int, set[Path]]:
    """All that opening an archive could change."""
    return found.case.records, len(found.case.chain()), sealed(store)


@pytest.fixture
def shared(store: Store, robin: FoundChild, album: Any, tmp_path: Path) -> Iterator[Shared]:
    """One photo and one milestone, sent to a colleague and opened there."""
    about = frozenset({robin.id})
    list(add_photos(store, robin.case, [album.photo("sea.jpg")], about=about))
    with robin.case.change("Add a milestone") as change:
        change.add(Milestone(texts=said("We went to the sea"), about=about))
        change.add(Person(given="Halina", about=about))
    write_child_archive(store, robin, tmp_path / "out.tar", passphrase=KEY.text)
    made, _ = create_store(tmp_path / "elsewhere", "quite another one", "Sam")
    with made:
        open_into_store(made, tmp_path / "out.tar", KEY)
        yield Shared(robin, store, find_child(made, robin.id), made, tmp_path)


def test_what_is_new_joins_and_what_is_told_differently_stays_as_it_is_here(
    shared: Shared, album: Any
) -> None:
    there = shared.there
    keep_changed(there.case, "Change", replace(milestone(there), texts=said("We saw the sea")))
    list(
        add_photos(
            shared.elsewhere, there.case, [album.photo("hill.jpg")], about=frozenset({there.id})
        )
    )
    before = shared.here.case.records
    taken = open_into_store(shared.store, shared.sent(), KEY)
    now = shared.here.case.records
    assert milestone(shared.here) == milestone_in(before)
    assert [(one.mine, one.theirs) for one in taken.kept] == [
        (milestone_in(before), milestone(there))
    ]
    assert taken.kept[0].fields == ("texts",)
    assert len(now.of(Photo)) == 2
    assert {one.kind for one in taken.compared.new} == {"original", "photo"}
    assert taken.compared.kinds()["photo"] == (1, 1, 0)
    assert all(line.ok for line in check_store(shared.store))
    shared.here.case.undo()
    assert dict(shared.here.case.records) == dict(before)


def milestone_in(records: Records) -> Milestone:
    (one,) = records.of(Milestone)
    return one


def test_taking_the_archives_is_an_ordinary_change_that_undo_takes_back(shared: Shared) -> None:
    there, here = shared.there, shared.here
    mine = milestone(here)
    keep_changed(there.case, "Change", replace(milestone(there), texts=said("We saw the sea")))
    taken = open_into_store(shared.store, shared.sent(), KEY, take_theirs=True)
    assert (milestone(here), taken.kept) == (milestone(there), ())
    assert here.case.undo_title == "Take in a case"
    *_, line = here.case.history(mine.id)
    assert (line.group, line.who) == (taken.step, "Alex")
    here.case.undo_only(taken.step)
    assert milestone(here) == mine
    here.case.redo()
    assert milestone(here) == milestone(there)


def test_of_two_that_are_told_differently_one_can_be_taken_and_one_kept(shared: Shared) -> None:
    there, here = shared.there, shared.here
    gran = next(one for one in there.case.records.of(Person) if one.given == "Halina")
    keep_changed(there.case, "Change", replace(gran, known_as="Gran"))
    keep_changed(there.case, "Change", replace(milestone(there), texts=said("We saw the sea")))
    looked = look_into_archive(shared.store, shared.sent(), KEY)
    assert {one.theirs.id for one in looked.compared.differing} == {gran.id, milestone(there).id}
    before = milestone(here)
    taken = take_from_archive(shared.store, looked, {gran.id})
    assert here.case.records[gran.id] == replace(gran, known_as="Gran")
    assert milestone(here) == before
    assert [one.mine.id for one in taken.kept] == [before.id]


def test_looking_into_an_archive_writes_nothing(shared: Shared, album: Any) -> None:
    there = shared.there
    list(add_photos(shared.elsewhere, there.case, [album.photo("x.jpg")], about=frozenset()))
    before = everything(shared.store, shared.here)
    looked = look_into_archive(shared.store, shared.sent(), KEY)
    assert (looked.names, len(looked.compared.new)) == (("Robin",), 2)
    assert everything(shared.store, shared.here) == before


def test_what_changed_here_after_looking_is_not_overwritten_unasked(shared: Shared) -> None:
    looked = look_into_archive(shared.store, shared.sent(), KEY)
    assert looked.compared.differing == ()
    mine = replace(milestone(shared.here), texts=said("We went to the hill"))
    keep_changed(shared.here.case, "Change", mine)
    (kept,) = take_from_archive(shared.store, looked).kept
    assert kept.mine == milestone(shared.here) == mine


def test_what_was_erased_here_is_not_brought_back(shared: Shared) -> None:
    sent = shared.sent()
    (photo,) = shared.here.case.records.of(Photo)
    assert photo.original
    shared.here.case.erase([photo.id, photo.original])
    taken = open_into_store(shared.store, sent, KEY, take_theirs=True)
    assert {one.id for one in taken.compared.erased} == {photo.id, photo.original}
    assert (taken.records, taken.originals, sealed(shared.store)) == (0, 0, set())
    assert shared.here.case.records.of(Photo) == ()


def test_what_was_taken_out_here_comes_back_and_it_is_said(shared: Shared) -> None:
    sent, gone = shared.sent(), milestone(shared.here)
    take_out(shared.here.case, "Take out", gone)
    taken = open_into_store(shared.store, sent, KEY)
    assert taken.compared.returning == {gone.id}
    assert milestone(shared.here) == gone


def test_the_same_file_added_in_both_places_is_kept_once(shared: Shared, album: Any) -> None:
    twice, about = album.photo("twice.jpg"), frozenset({shared.here.id})
    list(add_photos(shared.elsewhere, shared.there.case, [twice], about=about))
    list(add_photos(shared.store, shared.here.case, [twice], about=about))
    files, sent = sealed(shared.store), shared.sent()
    taken = open_into_store(shared.store, sent, KEY)
    assert taken.originals == 0
    assert len(sealed(shared.store) - files) == 1, "the trail alone"
    records = shared.here.case.records
    assert len(records.of(Original)) == 3
    assert all(photo.original in records for photo in records.of(Photo))
    again = look_into_archive(shared.store, sent, KEY).compared
    assert (again.new, again.differing) == ((), ())


def test_a_reference_that_had_to_be_another_here_is_no_difference(shared: Shared) -> None:
    keep_changed(shared.here.case, "Change", replace(shared.here.child, reference="C-OTHER"))
    looked = look_into_archive(shared.store, shared.sent(), KEY)
    assert looked.compared.differing == ()
    keep_changed(shared.there.case, "Change", replace(shared.there.child, born_at="06:25"))
    open_into_store(shared.store, shared.sent("later"), KEY, take_theirs=True)
    assert (shared.here.child.reference, shared.here.child.born_at) == ("C-OTHER", "06:25")


@pytest.mark.parametrize("as_what", ["another kind", "another file"])
def test_an_id_that_stands_for_something_else_is_refused_whole(
    shared: Shared, as_what: str
) -> None:
    records = tuple(shared.here.case.records.values())
    (original,) = shared.here.case.records.of(Original)
    (child,) = shared.here.case.records.of(Child)
    wrong = {
        "another kind": Milestone(id=child.person),
        "another file": replace(original, sha256="00" * 32),
    }[as_what]
    told = (*(one for one in records if one.id != wrong.id), wrong, Milestone())
    before = everything(shared.store, shared.here)
    with pytest.raises(DifferingCase, match="one of its records is another thing here"):
        take_in(shared.store, told, lambda take: None, theirs={wrong.id})
    assert everything(shared.store, shared.here) == before


def test_an_opening_that_fails_at_its_last_file_leaves_the_case_as_it_was(
    shared: Shared, album: Any
) -> None:
    list(add_photos(shared.elsewhere, shared.there.case, [album.photo("x.jpg")], about=frozenset()))
    looked = look_into_archive(shared.store, shared.sent(), KEY)
    before = everything(shared.store, shared.here)

    def broken(take: Any) -> None:
        for one in looked.compared.new:
            if isinstance(one, Original):
                take(one, BytesIO(b"another file"))

    with pytest.raises(BrokenFolder):
        take_in(shared.store, looked.verified.records, broken, theirs=())
    assert everything(shared.store, shared.here) == before


def test_the_trail_tells_who_changed_what_and_never_a_value(shared: Shared) -> None:
    robin = shared.here
    write_child_archive(shared.store, robin, shared.folder / "a.tar", passphrase=KEY.text)
    verified = verify_archive(shared.folder / "a.tar", KEY)
    assert "trail.jsonl" in {one.name for one in verified.files}
    lines = [json.loads(one) for one in verified.trail.splitlines()[1:]]
    journal = list(robin.case.journal())[:-1]  # the last is that the archive was written
    assert [(one["who"], one["title"]) for one in lines] == [(x.who, x.title) for x in journal]
    assert [
        [(c["kind"], c["id"]) for c in one["changed"]] for one in lines
    ] == [[(c.kind, str(c.id)) for c in x.changes] for x in journal]  # fmt: skip
    assert lines[-1]["hash"] == robin.case.chain()[-2].hash.hex()
    assert trail_in(verified) == read_trail(verified.trail)
    assert read_trail(verified.trail).broken == ()
    for value in (b"Robin", b"Halina", b"sea", b"2017-03"):
        assert value not in verified.trail


def test_a_trail_comes_along_as_a_file_and_leaves_again_with_the_next_archive(
    shared: Shared,
) -> None:
    (history,) = kept_trails(shared.there.case)
    kept = shared.elsewhere.vault.originals.read(history.id)
    assert read_trail(kept).last == shared.here.case.chain()[-2].hash.hex()
    assert history.file_name.startswith("trail until 20")
    names = {one.name for one in list_archive(shared.sent(), KEY)}
    assert {f"originals/{history.file_name}", "trail.jsonl"} <= names
    keep_changed(shared.there.case, "Change", replace(shared.there.child, born_at="06:25"))
    open_into_store(shared.store, shared.sent("later"), KEY, take_theirs=True)
    (news,) = kept_trails(shared.here.case)
    assert news.id != history.id, "only the colleague's part is not told here"


def test_a_sisters_doings_are_not_in_her_brothers_trail(shared: Shared) -> None:
    robin, hers = shared.here, uuid4()
    person = Person(given="Skye", about=frozenset({hers}))
    skye = Child(id=hers, about=frozenset({hers}), person=person.id)
    tooth = Milestone(about=frozenset({hers}), texts=said("Skye lost a tooth"))
    with robin.case.change("Add a child") as change:
        for record in (person, skye, tooth):
            change.add(record)
    take_out(robin.case, "Take out", tooth)
    ours = Milestone(texts=said("We both went to the hill"))
    with robin.case.change("Add a milestone") as change:
        change.add(ours)
    take_out(robin.case, "Take out", ours)
    write_child_archive(shared.store, robin, shared.folder / "a.tar", passphrase=KEY.text)
    trail = verify_archive(shared.folder / "a.tar", KEY).trail
    assert read_trail(trail).broken == ()
    assert str(ours.id).encode() in trail
    for one in (person, skye, tooth):
        assert str(one.id).encode() not in trail


def test_what_is_known_of_copies_that_left_goes_into_no_archive(shared: Shared) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    copy = FileCopy(form=Form.ARCHIVE, made_at=at, folder="E:/")
    errand = Errand(what=Holder.ARCHIVE, erased=Erased.PHOTO, erased_at=at)
    with shared.here.case.change("Note", for_good=True) as change:
        change.add(copy)
        change.add(errand)
    write_child_archive(shared.store, shared.here, shared.folder / "a.tar", passphrase=KEY.text)
    kept = {one.id for one in verify_archive(shared.folder / "a.tar", KEY).records}
    assert not kept & {copy.id, errand.id}


def test_an_edition_without_a_page_does_not_stop_an_archive(shared: Shared) -> None:
    add_edition(shared.here, Edition(name="empty"))
    write_child_archive(shared.store, shared.here, shared.folder / "a.tar", passphrase=KEY.text)
    open_archive(shared.folder / "a.tar", KEY, shared.folder / "opened")
    assert not (shared.folder / "opened" / "books").exists()
