"""A child.json made to exhaust, to confuse or to crash whoever reads it: refused with the place."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory import assets
from lifestory.app.archives import open_into_store
from lifestory.app.caseload import children
from lifestory.archive.openfolder import MOST_RECORDS, BrokenFolder, records_in
from lifestory.archive.plainjson import MOST_VALUES, NotPlain, plain_json
from lifestory.domain import codec
from lifestory.domain.errors import BrokenRecord, LifestoryError

Refuse = Callable[[Path], LifestoryError]
Body = dict[str, Any]
ID = "6f0f4c1e-0b0a-4d53-9a55-0e6f6e2f4f01"


def case(**records: Any) -> Body:
    """A child.json of these records."""
    return {"format": "lifestory-case", "version": 1, "records": records}


def noting(value: str) -> bytes:
    """A child.json whose one person has this JSON in a field that nobody knows."""
    return json.dumps(case(person=[{"id": ID, "x": "HERE"}])).replace('"HERE"', value).encode()


@pytest.mark.parametrize("levels", [150, 990, 10_000, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_json_in_a_hundred_layers_is_refused(
    refuse: Refuse, forger: Any, levels: int, opening: str
) -> None:
    closing = "]" if opening == "[" else "}"
    told = refuse(forger.telling(noting(opening * levels + "1" + closing * levels)))
    assert "deeply" in told.message
    endless = refuse(forger.telling(opening.encode() * 100_000))
    assert "deeply" in endless.message


def test_what_a_later_version_may_nest_is_kept() -> None:
    (person,) = records_in(noting("[" * 50 + "]" * 50))
    assert "x" in person.extra


@pytest.mark.parametrize(
    "value",
    [
        "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 101, "-" + "9" * 5000, "01", "+1",
        "1.", ".5", "0x10", '{"a": 1, "a": 1}', '{"id": 1, "id": 2}', '"\\ud800"', '"\\udc00x"',
        '{"\\udfff": 1}', '"\n"', "'a'", "tru", "", "// 1", '"a', "[1,]", "{,}", '"\\x41"',
    ],
)  # fmt: skip
def test_what_is_no_plain_json_is_refused(refuse: Refuse, forger: Any, value: str) -> None:
    assert "plain JSON" in refuse(forger.telling(noting(value))).message


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 10, b"\xff\xfe{}", b"\x80", b"[]", b"null", b'"x"', b"1", b"{}", b"{} {}",
     json.dumps(case()).encode("utf-16"), json.dumps(case()).encode() + b"\0"],
)  # fmt: skip
def test_what_is_no_case_at_all_is_refused(refuse: Refuse, forger: Any, content: bytes) -> None:
    assert isinstance(refuse(forger.telling(content)), BrokenFolder)


@pytest.mark.parametrize("value", ["[]", "{}", '""', "0", "null", '{"a":0}', "0.5"])
def test_more_values_than_any_case_has_are_refused_before_they_are_read(value: str) -> None:
    with pytest.raises(NotPlain, match="more"):
        plain_json(f"[{f'{value},' * MOST_VALUES}0]".encode())


def test_more_records_than_any_case_has_are_refused(refuse: Refuse, forger: Any) -> None:
    records = case(person=[0] * (MOST_RECORDS // 2), place=[0] * (MOST_RECORDS // 2 + 1))
    assert "more records" in refuse(forger.telling(records)).message


@pytest.mark.parametrize(
    "body",
    [
        case(spell=[]),
        case(person={}),
        case(person=[[]]),
        case(person=[{"id": "../../etc/passwd"}]),
        case(person=[{"id": "C:\\nul"}]),
        case(person=[{"id": ID.replace("6", "\u0666")[:-1]}]),
        case(person=[{"id": 5}]),
        case(person=[{"id": ID}, {"id": f"{{{ID.upper()}}}"}]),
        case(person=[{"id": ID}], place=[{"id": ID}]),
        case(person=[{"id": ID, "given": ["x"]}]),
        case(milestone=[{"id": ID, "texts": {"../x": "y"}}]),
        case(child=[{"id": ID}]),
        {**case(), "more": 1},
        {**case(), "version": True},
        {**case(), "version": 0},
        {**case(), "format": "LIFESTORY-CASE"},
        {"format": "lifestory-case", "version": 1, "records": []},
    ],
)
def test_records_that_are_none_are_refused(refuse: Refuse, forger: Any, body: Body) -> None:
    assert isinstance(refuse(forger.telling(body)), (BrokenFolder, BrokenRecord))


@pytest.mark.parametrize(
    "named",
    [
        {"file_name": "../../Oma.jpg"}, {"file_name": "/etc/passwd"}, {"file_name": ""},
        {"file_name": "C:\\Oma.jpg"}, {"file_name": "nul"}, {"stored_as": "../Oma.jpg"},
        {"stored_as": "a/Oma.jpg"}, {"stored_as": ""}, {"stored_as": None},
        {"stored_as": ["Oma.jpg"]},
        {"stored_as": "Oma.jpg\0"}, {"stored_as": "x" * 300}, {"stored_as": "OTHER.jpg"},
    ],
)  # fmt: skip
def test_an_original_whose_name_is_a_path_is_refused(
    refuse: Refuse, forger: Any, named: Body
) -> None:
    body = json.loads(forger.good["story/data/child.json"])
    body["records"]["original"][0].update(named)
    assert "original" in refuse(forger.telling(body)).message


def test_two_originals_of_one_file_are_refused(refuse: Refuse, forger: Any) -> None:
    body = json.loads(forger.good["story/data/child.json"])
    (one,) = body["records"]["original"]
    body["records"]["original"].append({**one, "id": ID, "stored_as": "oma.JPG"})
    assert "same file" in refuse(forger.telling(body)).message


def test_records_that_name_each_other_in_a_circle_come_in_and_hurt_nobody(
    forger: Any, doors: Any
) -> None:
    body = json.loads(forger.good["story/data/child.json"])
    fresh = {name: str(uuid4()) for name in ("case", "child", "one", "other", "photo")}
    about = [fresh["child"]]
    body["records"] = {
        "case": [{"id": fresh["case"], "about": about}],
        "child": [{"id": fresh["child"], "person": fresh["one"], "about": about}],
        "person": [
            {"id": fresh["one"], "portrait": fresh["photo"], "about": [fresh["one"]]},
            {"id": fresh["other"], "portrait": fresh["other"]},
        ],
        "photo": [
            {
                "id": fresh["photo"],
                "original": fresh["photo"],
                "people": [{"person": fresh["one"]}],
                "unlike": [fresh["photo"]],
            }
        ],
        "relationship": [
            {"id": str(uuid4()), "person": fresh["one"], "to": fresh["other"], "is_a": "father"},
            {"id": str(uuid4()), "person": fresh["other"], "to": fresh["one"], "is_a": "father"},
            {"id": str(uuid4()), "person": fresh["one"], "to": fresh["one"], "is_a": "mother"},
        ],
    }
    files = forger.bag(
        **{"data/originals/Oma.jpg": None, "data/child.json": json.dumps(body).encode()}
    )
    file = forger.sealed(forger.packed(forger.listed(files)))
    taken = open_into_store(doors.store, file, forger.own)
    assert UUID(fresh["child"]) in {card.child for card in children(doors.store)}
    assert taken.records == 8


SAMPLE: Body = json.loads(assets.read_bytes("sample", "robin", "child.json"))["records"]
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**40), 10**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8), st.sampled_from(["2020-13-45", "0000-00-00", "9999-12-31", "../x", ID]),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=2)
        | st.dictionaries(st.text(max_size=4) | st.just("kind"), inner, max_size=2),
        max_leaves=4,
    ),
)  # fmt: skip


def places(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value."""
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for key, one in inner:
        yield (*at, key)
        yield from places(one, (*at, key))


WHOLE = {
    kind: codec.to_json(codec.record_from_json(kind, bodies[0])) for kind, bodies in SAMPLE.items()
}
FIELDS = [(kind, place) for kind, body in WHOLE.items() for place in places(body)]


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(FIELDS), ODD)
def test_whatever_stands_in_a_field_is_refused_with_its_place_or_comes_back_as_it_went(
    field: tuple[str, tuple[str | int, ...]], odd: object
) -> None:
    kind, place = field
    body: Any = json.loads(json.dumps(WHOLE[kind]))
    inner = body
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = odd
    told = ""
    try:
        (record,) = records_in(json.dumps(case(**{kind: [body]})).encode())
    except LifestoryError as trouble:
        told = trouble.message
    if told:
        assert told.startswith(f"records/{kind}/0"), told
    else:
        again = codec.record_from_json(kind, json.loads(json.dumps(codec.to_json(record))))
        assert again == record
        assert isinstance(hash(record), int)
