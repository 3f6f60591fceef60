"""Whatever is done in whatever order, a case is like a plain list of states in memory, in which
changes of one group that follow each other are one step."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifestory.domain.people import Person
from lifestory.domain.records import Record
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.vault import Vault

State = Mapping[UUID, Record]


@dataclass
class Model:
    """The states undo goes back to, each with the group of the step from it, and those redo goes
    forward to."""

    now: State
    past: list[tuple[State, UUID | None]] = field(default_factory=list)
    future: list[State] = field(default_factory=list)

    def become(self, state: State, group: UUID) -> None:
        if not self.past or self.past[-1][1] != group:
            self.past.append((self.now, group))
        self.future, self.now = [], dict(state)

    def undo(self) -> None:
        self.future.append(self.now)
        self.now, _ = self.past.pop()

    def redo(self) -> None:
        self.past.append((self.now, None))
        self.now = self.future.pop()


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "replace", "remove"]), st.integers(0, 9), st.text(max_size=9)
    ),
    min_size=1,
    max_size=4,
)
ACTS: st.SearchStrategy[list[tuple[str | int, list[tuple[str, int, str]]]]] = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 1), EDITS),
        st.tuples(st.integers(0, 1), EDITS),
        st.sampled_from([("undo", []), ("undo", []), ("redo", []), ("reopen", [])]),
    ),
    min_size=4,
    max_size=18,
)
"""What is done, or of which of two groups it is, and what is edited."""


ADD, UNDO = [("add", 0, "")], ("undo", list[tuple[str, int, str]]())


def edit(case: OpenCase, group: UUID, edits: list[tuple[str, int, str]]) -> None:
    """One commit of the group, choosing among the people by number."""
    with case.change("Edit", group=group) as change:
        people: dict[UUID, Person] = {one.id: one for one in case.records.of(Person)}
        for what, which, text in edits:
            chosen = list(people.values())[which % len(people)] if people else None
            if what == "add" or chosen is None:
                new = Person(note=text)
                change.add(new)
                people[new.id] = new
            elif what == "replace":
                people[chosen.id] = replace(chosen, note=text)
                change.replace(chosen, people[chosen.id])
            else:
                change.remove(people.pop(chosen.id))


@settings(max_examples=40, deadline=None)
@given(ACTS)
@example([*([(0, ADD), (1, ADD)] * 2), UNDO, (0, ADD), UNDO, (1, ADD), UNDO])
def test_any_sequence_of_changes_is_like_the_model(
    acts: list[tuple[str | int, list[tuple[str, int, str]]]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        vault, _ = Vault.create(Path(place) / "store", "pass", work_factor=10)
        case = vault.new_case("R")
        model, groups = Model(dict(case.records)), [uuid4() for _ in range(2)]
        for act, edits in acts:
            if isinstance(act, int):
                lines = sum(1 for _ in case.journal())
                edit(case, groups[act], edits)
                if sum(1 for _ in case.journal()) > lines:
                    model.become(case.records, groups[act])
            elif act == "reopen":
                vault.close()
                vault = Vault.open(vault.folder, "pass")
                case, groups = vault.case(case.id), [uuid4() for _ in range(2)]
            else:
                may = case.undo_title if act == "undo" else case.redo_title
                assert bool(may) == bool(model.past if act == "undo" else model.future)
                if may:
                    getattr(case, act)()
                    getattr(model, act)()
            assert dict(case.records) == dict(model.now)
        assert all(line.ok for line in check(vault))
        vault.close()
