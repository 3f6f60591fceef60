"""A look over every case, without opening one."""

from __future__ import annotations

from dataclasses import replace

from lifestory.domain.media import Photo
from lifestory.domain.people import Case, Person
from lifestory.store.lines import count_kinds, load_kinds
from lifestory.store.vault import Vault


def test_it_gives_the_records_of_those_kinds_case_by_case(vault: Vault) -> None:
    gran, sam = Person(known_as="Gran"), Person(known_as="Sam")
    told = []
    for person in (gran, sam):
        case = vault.new_case(f"C-{person.known_as}")
        with case.change("Add someone") as change:
            change.add(person)
            change.add(Photo())
        told.append((case.id, person))
    empty = vault.new_case("C-EMPTY")
    seen = vault.look_over({"person"})
    assert list(seen) == [*(key for key, _ in told), empty.id]
    assert [tuple(seen[key].values()) for key, _ in told] == [(gran,), (sam,)]
    assert not seen[empty.id]
    assert len(vault.look_over({"person", "case"})[empty.id].of(Case)) == 1


def test_it_sees_what_an_open_case_has_just_written_and_undone(vault: Vault) -> None:
    case, gran = vault.new_case("C-1234"), Person(known_as="Gran")
    with case.change("Add someone") as change:
        change.add(gran)
    with case.change("Rename") as change:
        change.replace(gran, replace(gran, known_as="Nan"))
    assert vault.look_over({"person"})[case.id].of(Person)[0].known_as == "Nan"
    case.undo()
    assert vault.look_over({"person"})[case.id].of(Person)[0].known_as == "Gran"


def test_it_counts_what_is_there_without_the_bin(vault: Vault) -> None:
    case = vault.new_case("C-1234")
    with case.change("Add") as change:
        for binned in (False, True, False):
            change.add(Photo(binned=binned))
        change.add(Person())
    assert vault.how_many({"photo", "person", "fact"}) == {
        (case.id, "photo"): 2,
        (case.id, "person"): 1,
    }


def test_it_finds_its_records_by_kind_and_counts_without_reading_any(vault: Vault) -> None:
    """A caseload of hundreds has tens of thousands of records."""
    asked: list[str] = []
    with vault.database.reading() as connection:
        plain = connection.connection.driver_connection
        assert plain is not None
        plain.set_trace_callback(asked.append)
        list(count_kinds(connection, {"photo", "fact"}))
        list(load_kinds(connection, {"person", "child"}))
        plain.set_trace_callback(None)
        counting, loading = (
            " ".join(row[3] for row in plain.execute(f"EXPLAIN QUERY PLAN {one}")) for one in asked
        )
    assert counting == ("SEARCH record USING COVERING INDEX record_kind (kind=? AND <expr>=?)")
    assert "SEARCH record USING INDEX record_kind (kind=?)" in loading
