"""Everything changes through one door, and whatever went through it can be taken back."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from lifestory.domain.changes import Changes
from lifestory.domain.copies import PrintedCopy
from lifestory.domain.errors import BrokenRecord
from lifestory.domain.people import Case, Person, Place
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.troubles import AlreadyThere, ChangedSince, NothingToUndo, StoreClosed
from lifestory.store.vault import Vault

GRAN = Person(given="Halina", extra={"shoe_size": 5})


def called(case: OpenCase) -> str | None:
    gran = case.records.find(Person, GRAN.id)
    return gran.called if gran else None


def rename(case: OpenCase, name: str, group: UUID | None = None) -> None:
    with case.change(f"Rename to {name}", group=group) as change:
        gran = case.records[GRAN.id]
        assert isinstance(gran, Person)
        change.replace(gran, replace(gran, known_as=name))


@pytest.fixture
def with_gran(case: OpenCase) -> OpenCase:
    with case.change("Add a person") as change:
        change.add(GRAN)
    return case


def test_a_new_case_holds_its_own_record_alone(vault: Vault, case: OpenCase) -> None:
    assert case.records[case.id] == Case(id=case.id, reference="R-1")
    assert len(case.records) == 1
    assert vault.case_ids() == (case.id,)
    assert case.undo_title is None
    with pytest.raises(NothingToUndo):
        case.undo()


def test_a_case_is_one_object_while_the_store_is_open(vault: Vault, case: OpenCase) -> None:
    assert vault.case(case.id) is case
    with pytest.raises(KeyError):
        vault.case(uuid4())


def test_what_was_changed_is_there_after_a_restart(
    folder: Path, passphrase: str, vault: Vault, with_gran: OpenCase
) -> None:
    rename(with_gran, "Gran")
    vault.close()
    with Vault.open(folder, passphrase) as again:
        case = again.case(with_gran.id)
        assert case.records[GRAN.id] == replace(GRAN, known_as="Gran")
        assert case.undo_title == "Rename to Gran"


def test_undo_and_redo_walk_through_everything(with_gran: OpenCase) -> None:
    rename(with_gran, "Gran")
    rename(with_gran, "Granny")
    said = []
    while with_gran.undo_title:
        with_gran.undo()
        said.append(called(with_gran))
    assert said == ["Gran", "Halina", None]
    while with_gran.redo_title:
        with_gran.redo()
        said.append(called(with_gran))
    assert said[3:] == ["Halina", "Gran", "Granny"]
    with_gran.undo()
    assert called(with_gran) == "Gran"
    with_gran.redo()
    with pytest.raises(NothingToUndo):
        with_gran.redo()


def test_a_new_change_forgets_what_could_be_redone(with_gran: OpenCase) -> None:
    rename(with_gran, "Gran")
    with_gran.undo()
    assert with_gran.redo_title == "Rename to Gran"
    rename(with_gran, "Nan")
    assert with_gran.redo_title is None
    assert with_gran.undo_title == "Rename to Nan"


def test_an_import_is_many_changes_and_one_undo(
    folder: Path, passphrase: str, vault: Vault, with_gran: OpenCase
) -> None:
    group = uuid4()
    for number in range(5):
        with with_gran.change("Add photos", group=group) as change:
            for letter in "abc":
                change.add(Place(name=f"{number}{letter}"))
    vault.close()
    with Vault.open(folder, passphrase) as again:
        case = again.case(with_gran.id)
        assert len(case.records.of(Place)) == 15
        case.undo()
        assert not case.records.of(Place)
        assert case.undo_title == "Add a person"
        case.redo()
        assert [place.name for place in case.records.of(Place)][:4] == ["0a", "0b", "0c", "1a"]
        assert case.undo_title == "Add photos"


def test_typing_during_an_import_is_undone_in_its_turn(
    folder: Path, passphrase: str, vault: Vault, with_gran: OpenCase
) -> None:
    group = uuid4()
    for name, of in {"a": group, "Gran": None, "b": group, "c": group}.items():
        rename(with_gran, name, of)
    vault.close()
    with Vault.open(folder, passphrase) as again:
        case, seen = again.case(with_gran.id), []
        for walk in (case.undo, case.undo, case.undo, case.redo, case.redo, case.redo):
            walk()
            seen.append(called(case))
        assert seen == ["Gran", "a", "Halina", "a", "Gran", "c"]
        assert case.redo_title is None


def test_a_group_goes_on_where_what_came_between_was_undone(with_gran: OpenCase) -> None:
    group = uuid4()
    rename(with_gran, "a", group)
    rename(with_gran, "Gran")
    with_gran.undo()
    rename(with_gran, "b", group)
    with_gran.undo()
    assert called(with_gran) == "Halina"


def test_undo_survives_a_restart_on_both_sides(
    folder: Path, passphrase: str, vault: Vault, with_gran: OpenCase
) -> None:
    rename(with_gran, "Gran")
    with_gran.undo()
    vault.close()
    with Vault.open(folder, passphrase) as again:
        case = again.case(with_gran.id)
        assert (case.undo_title, case.redo_title) == ("Add a person", "Rename to Gran")
        case.redo()
        assert called(case) == "Gran"


def note_a_print(case: OpenCase, printed: PrintedCopy) -> None:
    with case.change("Note what was printed", for_good=True) as change:
        change.add(printed)


def test_undo_and_redo_pass_over_what_happened_in_the_world(
    folder: Path, passphrase: str, vault: Vault, with_gran: OpenCase
) -> None:
    first, second = (
        PrintedCopy(edition=uuid4(), printer=name, printed_at=datetime(2026, 1, 2, tzinfo=UTC))
        for name in ("duplex", "booklet")
    )
    rename(with_gran, "Gran")
    note_a_print(with_gran, first)
    assert with_gran.undo_title == "Rename to Gran"
    with_gran.undo()
    assert called(with_gran) == "Halina"
    heard: list[Changes] = []
    with_gran.subscribe(heard.append)
    note_a_print(with_gran, second)
    assert [(one.step, one.undoes, one.touches("printed-copy")) for one in heard] == [
        (None, None, True)
    ], "nobody is offered to take it back"
    assert with_gran.redo_title == "Rename to Gran"
    assert [line.title for line in with_gran.journal()][-1] == "Note what was printed"
    vault.close()
    with Vault.open(folder, passphrase) as again:
        case = again.case(with_gran.id)
        assert (case.undo_title, case.redo_title) == ("Add a person", "Rename to Gran")
        case.redo()
        assert called(case) == "Gran"
        assert set(case.records.of(PrintedCopy)) == {first, second}
        case.undo()
        case.undo()
        with pytest.raises(NothingToUndo):
            case.undo()
        assert set(case.records.of(PrintedCopy)) == {first, second}
        assert all(one.ok for one in check(again))


def test_a_note_for_good_of_nothing_writes_nothing(with_gran: OpenCase) -> None:
    before = len(list(with_gran.journal()))
    with with_gran.change("Note what was printed", for_good=True):
        pass
    assert len(list(with_gran.journal())) == before


def test_the_trail_only_grows_and_says_who_and_when(with_gran: OpenCase) -> None:
    rename(with_gran, "Gran")
    with_gran.undo()
    with_gran.redo()
    lines = list(with_gran.journal())
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert {line.who for line in lines} == {"Ann"}
    assert all(line.at.tzname() == "UTC" for line in lines)
    assert lines == sorted(lines, key=lambda line: line.at)
    renamed, undone, redone = lines[2:]
    assert undone.undoes == renamed.group
    assert redone.undoes == undone.group
    (was,) = renamed.changes
    assert was.before is not None
    assert was.after is not None
    assert (was.before["known_as"], was.after["known_as"]) == ("", "Gran")
    assert was.before["shoe_size"] == 5


def test_a_long_journal_is_read_to_its_end(with_gran: OpenCase) -> None:
    for number in range(210):
        rename(with_gran, str(number))
    assert [line.number for line in with_gran.journal()] == list(range(1, 213))


def test_a_record_has_a_history_of_its_own(with_gran: OpenCase) -> None:
    rename(with_gran, "Gran")
    with with_gran.change("Add a place") as change:
        change.add(Place())
    history = with_gran.history(GRAN.id)
    assert [line.title for line in history] == ["Add a person", "Rename to Gran"]
    assert with_gran.history(uuid4()) == ()


def test_screens_hear_which_kinds_and_ids_changed_after_it_is_saved(with_gran: OpenCase) -> None:
    heard: list[tuple[Changes, str | None]] = []
    stop = with_gran.subscribe(lambda changes: heard.append((changes, called(with_gran))))
    rename(with_gran, "Gran")
    told = with_gran.undo()
    stop()
    rename(with_gran, "unheard")
    touched = frozenset({("person", GRAN.id)})
    assert heard == [(Changes("Rename to Gran", touched), "Gran"), (told, "Halina")]
    assert told.touches("person")
    assert not told.touches("place")


def test_a_listener_may_change_something_itself(with_gran: OpenCase) -> None:
    def answer(changes: Changes) -> None:
        if called(with_gran) == "Gran":
            rename(with_gran, "Nan")

    with_gran.subscribe(answer)
    rename(with_gran, "Gran")
    assert called(with_gran) == "Nan"


def test_a_listener_that_fails_spoils_nothing_and_the_others_hear(
    with_gran: OpenCase, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(changes: Changes) -> None:
        raise ValueError(called(with_gran))

    heard: list[Changes] = []
    with_gran.subscribe(fail)
    with_gran.subscribe(heard.append)
    rename(with_gran, "Featherstonehaugh")
    told = with_gran.undo()
    with_gran.erase([GRAN.id])
    assert [one.title for one in heard] == [told.title, told.title, "Erase"]
    assert caplog.text.count("ValueError in fail") == 3
    assert "Featherstonehaugh" not in caplog.text
    assert "Halina" not in caplog.text


def test_what_raises_or_changes_nothing_leaves_no_trace(with_gran: OpenCase) -> None:
    before = list(with_gran.journal())
    with pytest.raises(ZeroDivisionError), with_gran.change("Broken") as change:
        change.add(Place(name=str(1 // 0)))
    with with_gran.change("Nothing") as change:
        change.replace(GRAN, replace(GRAN))
        place = Place()
        change.add(place)
        change.remove(place)
    assert list(with_gran.journal()) == before
    assert with_gran.undo_title == "Add a person"


def test_nobody_overwrites_what_they_have_not_seen(with_gran: OpenCase) -> None:
    rename(with_gran, "Gran")
    with pytest.raises(ChangedSince), with_gran.change("Late") as change:
        change.replace(GRAN, replace(GRAN, known_as="Nan"))
    with pytest.raises(ChangedSince), with_gran.change("Late") as change:
        change.remove(GRAN)
    with pytest.raises(AlreadyThere), with_gran.change("Twice") as change:
        change.add(GRAN)
    assert called(with_gran) == "Gran"


def test_what_could_not_be_read_back_is_never_written(with_gran: OpenCase) -> None:
    broken = replace(GRAN, known_as=5)  # type: ignore[arg-type]
    with pytest.raises(BrokenRecord), with_gran.change("Break") as change:
        change.replace(GRAN, broken)
    assert with_gran.records[GRAN.id] == GRAN


def test_the_same_record_cannot_be_in_two_cases(vault: Vault, with_gran: OpenCase) -> None:
    other = vault.new_case("R-2")
    with pytest.raises(AlreadyThere), other.change("Twice") as change:
        change.add(GRAN)
    assert GRAN.id not in other.records
    with pytest.raises(AlreadyThere):
        vault.new_case("R-3", case_id=with_gran.id)


def test_what_is_erased_comes_back_by_no_road(with_gran: OpenCase) -> None:
    heard: list[Changes] = []
    place = Place(name="Gdynia")
    with with_gran.change("Add two") as change:
        change.add(place)
        change.add(second := Person(given="Jan"))
    rename(with_gran, "Gran")
    with_gran.undo()
    with_gran.subscribe(heard.append)
    with_gran.erase([GRAN.id, second.id, uuid4()])
    touched = frozenset({("person", GRAN.id), ("person", second.id)})
    assert heard == [Changes("Erase", touched)]
    assert with_gran.undo_title == "Add two"
    with_gran.undo()
    assert place.id not in with_gran.records
    with_gran.redo()
    assert set(with_gran.records) == {with_gran.id, place.id}
    with_gran.undo()
    assert with_gran.undo_title is None
    assert "Halina" not in str(list(with_gran.journal()))


def test_undo_is_by_case(vault: Vault, with_gran: OpenCase) -> None:
    other = vault.new_case("R-2")
    with other.change("Elsewhere") as change:
        change.add(Place())
    with_gran.undo()
    assert len(other.records) == 2


def test_many_threads_lose_nothing(vault: Vault, case: OpenCase) -> None:
    def work(name: str) -> None:
        for number in range(20):
            with case.change("Add") as change:
                change.add(Place(name=f"{name}{number}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len({place.name for place in case.records.of(Place)}) == 80
    assert all(line.ok for line in check(vault))


def test_a_closed_store_says_so(vault: Vault, with_gran: OpenCase) -> None:
    vault.close()
    with pytest.raises(StoreClosed):
        rename(with_gran, "Gran")
    assert called(with_gran) == "Halina"
