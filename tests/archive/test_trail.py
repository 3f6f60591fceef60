"""The trail in an archive: checked by the rule that stands in it, and by nothing of ours."""

import hashlib
import json
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.archive.trail import RULE, Trail, read_trail, write_trail
from lifestory.domain.changes import Link
from lifestory.store.chain import START, Heading, line_hash

CASE = UUID("6f75b526-c370-5e6f-849e-731a0a0d65a7")
OURS, HERS = uuid4(), uuid4()
AT = "2026-11-22T06:{:02}:00.000000+00:00"


def chained(*changed: tuple[UUID, ...], who: str = "Zażółć", title: str = "Add") -> list[Link]:
    """A chain as a store writes it: one line for each tuple of records."""
    before, links = START, []
    for number, keys in enumerate(changed, 1):
        entries = tuple(
            ("person", key, hashlib.sha256(key.bytes + bytes([number])).digest()) for key in keys
        )
        undoes = uuid4() if number % 2 else None
        heading = Heading(CASE, number, AT.format(number), who, title, uuid4(), undoes)
        before = line_hash(before, heading, entries)
        links.append(
            Link(
                number, heading.at, who, title, heading.group, undoes, entries=entries, hash=before
            )
        )
    return links


def by_the_rule(content: bytes) -> list[bool]:
    """Whether each line holds, worked out as RULE says, with json and hashlib alone."""
    head, *lines = map(json.loads, content.splitlines())
    before, holds = bytes(32), []
    for one in lines:
        if "left_out" not in one:
            changed = [[c["kind"], c["id"].replace("-", ""), c["digest"]] for c in one["changed"]]
            words = [
                head["case"].replace("-", ""), one["number"], one["at"], one["who"],
                one["title"], one["group"], one["undoes"], changed,
            ]  # fmt: skip
            made = hashlib.sha256(before + json.dumps(words, separators=(", ", ": ")).encode())
            holds.append(made.hexdigest() == one["hash"])
        before = bytes.fromhex(one["hash"])
    return holds


def test_the_rule_that_stands_in_the_file_is_enough_to_check_it() -> None:
    content = write_trail(CASE, chained((OURS,), (OURS, HERS), ()), lambda _: True)
    assert json.loads(content.splitlines()[0])["rule"] == RULE
    assert by_the_rule(content) == [True, True, True]
    forged = content.replace(b'"title": "Add"', b'"title": "Adb"', 1)
    assert by_the_rule(forged) == [False, True, True]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(codec="utf-8")))
def test_a_trail_of_any_name_and_title_holds(who: str, title: str) -> None:
    content = write_trail(CASE, chained((OURS,), (OURS,), who=who, title=title), lambda _: True)
    assert read_trail(content).broken == ()
    assert by_the_rule(content) == [True, True]


def test_what_is_a_brothers_or_sisters_is_left_out_and_the_rest_still_holds() -> None:
    links = chained((OURS,), (HERS, OURS), (HERS,), (OURS,))
    content = write_trail(CASE, links, lambda key: key == OURS)
    assert str(HERS) not in content.decode()
    lines = [json.loads(one) for one in content.splitlines()[1:]]
    assert [one.get("left_out") for one in lines] == [None, 1, 1, None]
    assert lines[2].keys() == {"number", "left_out", "hash"}
    assert by_the_rule(content) == [True, True]
    assert read_trail(content) == Trail(4, AT.format(4), links[-1].hash.hex(), ())


def test_a_line_that_was_changed_taken_out_or_put_in_is_named() -> None:
    content = write_trail(CASE, chained((OURS,), (OURS,), (OURS,), (OURS,)), lambda _: True)
    head, *lines = content.splitlines(keepends=True)
    changed = lines[1].replace(b'"title": "Add"', b'"title": "Ad"')
    assert read_trail(b"".join([head, lines[0], changed, *lines[2:]])).broken == (2,)
    assert read_trail(b"".join([head, lines[0], *lines[2:]])).broken == (2, 3)
    assert read_trail(b"".join([head, lines[0], *lines])).broken == (2, 3, 4, 5)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{",
        b"[1]\n",
        b'{"format": "lifestory-trail", "case": 3}\n',
        b'{"format": "lifestory-trail", "case": "x"}\n' + b"[" * 100_000 + b"\n",
        b'{"format": "lifestory-trail", "case": "x"}\n{"number": 1, "hash": {}}\n',
        b'{"format": "lifestory-trail", "case": "x"}\n'
        b'{"number": 1, "at": 1, "who": 1, "title": 1, "group": 1, "undoes": 1, "changed": [[]],'
        b' "hash": "00"}\n{"number": 2, "left_out": 1, "hash": 7}\n{"number": 3}',
        b"\xff\xfe\n\xff",
    ],
)
def test_what_is_no_trail_is_broken_and_breaks_nothing(content: bytes) -> None:
    assert read_trail(content).broken
