"""The check of a store finds what was changed behind its back, even by someone with the key."""

import pytest
from sqlalchemy import text

from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.vault import Vault

GRAN = Person(given="Halina")


@pytest.fixture
def busy(case: OpenCase) -> OpenCase:
    for number in range(4):
        with case.change(f"Step {number}") as change:
            change.add(GRAN if number == 0 else Person(given=str(number)))
    case.undo()
    case.erase([GRAN.id])
    return case


def findings(vault: Vault) -> dict[str, str]:
    return {line.what.split()[0]: line.detail for line in check(vault) if not line.ok}


def test_all_is_well_after_ordinary_work(vault: Vault, busy: OpenCase) -> None:
    assert findings(vault) == {}
    assert [line.what for line in check(vault)][:2] == ["database", "journal of the store"]


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE line SET title = 'Innocent' WHERE number = 3", {"journal"}),
        ("UPDATE line SET who = 'Ben' WHERE number = 6", {"journal"}),
        ("UPDATE line SET at = '2020-01-01T00:00:00+00:00' WHERE number = 2", {"journal"}),
        ("UPDATE entry SET after = replace(after, '1', '2') WHERE number = 3", {"journal"}),
        ("UPDATE entry SET before = '{}' WHERE number = 2", {"journal", "records"}),
        ("DELETE FROM entry WHERE number = 4", {"journal", "records"}),
        ("DELETE FROM line WHERE number = 4", {"journal"}),
        ("DELETE FROM line WHERE number = 7", {"journal"}),
        ("DELETE FROM head WHERE number = 5", {"journal"}),
        ("UPDATE record SET body = replace(body, '\"1\"', '\"2\"')", {"records"}),
        ("UPDATE record SET kind = 'no such kind'", {"records"}),
        ("DELETE FROM record", {"records"}),
    ],
)
def test_tampering_is_found(vault: Vault, busy: OpenCase, tampering: str, found: set[str]) -> None:
    with vault.database.writing() as connection:
        assert connection.execute(text(tampering)).rowcount
    assert set(findings(vault)) >= found & {"journal"}
    assert set(findings(vault)) <= {"journal", "records"}
    assert findings(vault)


def test_a_check_names_ids_and_numbers_and_no_names(vault: Vault, busy: OpenCase) -> None:
    with vault.database.writing() as connection:
        connection.execute(text("UPDATE record SET body = '{}'"))
        connection.execute(text("UPDATE line SET title = 'Halina' WHERE number = 3"))
    said = " ".join(f"{line.what} {line.detail}" for line in check(vault))
    assert "line 3" in said
    assert "Halina" not in said
    assert "Step" not in said
