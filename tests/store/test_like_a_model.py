"""Whatever is done in whatever order, a case is like a plain list of states in memory."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.domain.people import Person
from lifestory.domain.records import Record
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.vault import Vault

State = Mapping[UUID, Record]


@dataclass
class Model:
    """The states undo goes back to, and those redo goes forward to."""

    now: State
    past: list[State] = field(default_factory=list)
    future: list[State] = field(default_factory=list)

    def become(self, state: State) -> None:
        if dict(state) != dict(self.now):
            self.past, self.future, self.now = [*self.past, self.now], [], dict(state)

    def undo(self) -> None:
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    def redo(self) -> None:
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "replace", "remove"]), st.integers(0, 9), st.text(max_size=9)
    ),
    max_size=4,
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.lists(EDITS, min_size=1, max_size=3)),
        st.sampled_from([("undo", []), ("undo", []), ("redo", []), ("reopen", [])]),
    ),
    max_size=14,
)


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


@settings(max_examples=25, deadline=None)
@given(ACTS)
def test_any_sequence_of_changes_is_like_the_model(
    acts: list[tuple[str, list[list[tuple[str, int, str]]]]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        vault, _ = Vault.create(Path(place) / "store", "pass", work_factor=10)
        case = vault.new_case("R")
        model = Model(dict(case.records))
        for act, commits in acts:
            if act == "change":
                group, lines = uuid4(), sum(1 for _ in case.journal())
                for edits in commits:
                    edit(case, group, edits)
                if sum(1 for _ in case.journal()) > lines:
                    # Lines that cancel out are a step of their own: something was done.
                    model.past, model.future = [*model.past, model.now], []
                    model.now = dict(case.records)
            elif act == "reopen":
                vault.close()
                vault = Vault.open(vault.folder, "pass")
                case = vault.case(case.id)
            else:
                may = case.undo_title if act == "undo" else case.redo_title
                assert bool(may) == bool(model.past if act == "undo" else model.future)
                if may:
                    getattr(case, act)()
                    getattr(model, act)()
            assert dict(case.records) == dict(model.now)
        assert all(line.ok for line in check(vault))
        vault.close()
