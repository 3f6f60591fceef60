"""A trail that lies: it is said to be broken, costs nothing, and keeps nobody from the case."""

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lifestory.archive.trail import FORMAT, Trail, read_trail

CASE = "6f0f4c1e-0b0a-4d53-9a55-0e6f6e2f4f01"
HEAD = json.dumps({"format": FORMAT, "version": 1, "case": CASE}).encode() + b"\n"
NOT_ONE = Trail(0, "", "", (0,))

odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("0" * 64),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
line = st.fixed_dictionaries(
    {"number": st.just(1) | odd, "hash": odd},
    optional={
        "left_out": odd, "at": odd, "who": odd, "title": odd, "group": odd, "undoes": odd,
        "changed": odd | st.lists(st.fixed_dictionaries({"kind": odd, "id": odd, "digest": odd})),
    },
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(line.map(json.dumps) | st.text(max_size=10), max_size=3))
@example(['{"number": 1, "left_out": 1, "hash": "\\ud800"}'])
@example(['{"number": 1, "left_out": 1, "hash": ' + "9" * 5000 + "}"])
@example(["[" * 100_000])
def test_whatever_a_line_says_it_is_read_without_a_stumble(lines: list[str]) -> None:
    content = HEAD + "".join(f"{one}\n" for one in lines).encode(errors="replace")
    trail = read_trail(content)
    for said in (trail.last, trail.until):
        assert said.isascii()
        assert len(said) <= 64
    # Only a line about a sister may end in a hash that cannot be worked out again.
    assert trail.broken or not lines or "left_out" in content.decode()


@pytest.mark.parametrize("text", [b"\n", b"{}\n", b"[[],[]]\n", b'{"number":1,"left_out":1}\n'])
def test_a_trail_of_millions_of_lines_is_not_taken_for_one(text: bytes) -> None:
    content = HEAD + text * (2**24 // len(text))
    began = time.process_time()
    assert read_trail(content) == NOT_ONE
    assert time.process_time() - began < 1
