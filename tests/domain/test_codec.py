"""One codec: records to JSON and back, what it does not know kept, what is wrong refused."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.codec import KINDS, record_from_json, schema, to_json
from lifestory.domain.dates import HonestDate, ImpossibleDate
from lifestory.domain.edits import Crop, Grey, Region, Turn
from lifestory.domain.errors import BrokenRecord
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record

_VALIDATOR = jsonschema.Draft202012Validator(schema())


def dates() -> st.SearchStrategy[HonestDate]:
    """Any honest date."""
    typed = st.sampled_from(["spring 2016", "about 2016", "aged 3", "June 2018", "not known"])
    return typed.map(HonestDate.parse) | st.dates().map(HonestDate.on)


st.register_type_strategy(HonestDate, dates())


def records() -> st.SearchStrategy[Record]:
    """Any record of any kind, its fields filled from their types."""
    return st.one_of(
        [st.builds(kind, extra=st.just({"from_tomorrow": [1, None]})) for kind in KINDS.values()]
    )


@given(records())
def test_every_record_survives_the_journey(record: Record) -> None:
    body = json.loads(json.dumps(to_json(record)))
    assert record_from_json(record.kind, body) == record


@given(records())
def test_every_record_keeps_to_the_published_schema(record: Record) -> None:
    body = json.loads(json.dumps(to_json(record)))
    folder = {"format": "lifestory-case", "version": 1, "records": {record.kind: [body]}}
    _VALIDATOR.validate(folder)


def test_every_field_of_the_schema_says_what_it_is() -> None:
    bare = [
        f"{name}.{field}"
        for name, definition in schema()["$defs"].items()  # type: ignore[attr-defined]
        for field, about in definition["properties"].items()
        if field != "kind" and not about.get("description")
    ]
    assert not bare


def test_edits_come_back_in_their_order_and_kind() -> None:
    photo = Photo(
        edits=(Turn(1), Crop(0.1, 0.1, 0.5, 0.5), Grey()),
        people=(InPhoto(person=uuid4(), region=Region(1, 2, 3, 4)),),
    )
    assert record_from_json("photo", to_json(photo)) == photo


def test_an_unknown_field_is_kept_and_written_back() -> None:
    body = {**to_json(Person(known_as="Gran")), "shoe_size": 5}
    assert to_json(record_from_json("person", body))["shoe_size"] == 5


@pytest.mark.parametrize(
    ("kind", "change", "place"),
    [
        ("person", {"known_as": 7}, "person/known_as"),
        ("person", {"pet": "yes"}, "person/pet"),
        ("person", {"id": "not-an-id"}, "person/id"),
        ("photo", {"edits": [{"kind": "melt"}]}, "photo/edits/0"),
        ("photo", {"captions": {"5-8": "x"}}, "photo/captions"),
        ("milestone", {"when": {"precision": "day", "iso": "2017-02-30"}}, "milestone/when"),
        ("home", {"people": "everyone"}, "home/people"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    kind: str, change: dict[str, Any], place: str
) -> None:
    body = {"id": str(uuid4()), **change}
    with pytest.raises(BrokenRecord) as refused:
        record_from_json(kind, body)
    assert refused.value.message.startswith(f"{place}")


def test_a_required_field_is_asked_for() -> None:
    with pytest.raises(BrokenRecord, match="person is missing"):
        record_from_json("child", {"id": str(uuid4())})


def test_a_kind_from_nowhere_is_refused() -> None:
    with pytest.raises(BrokenRecord, match="no record of the kind"):
        record_from_json("spaceship", {})


def test_sets_are_written_sorted_so_that_the_same_record_is_the_same_text() -> None:
    ids = frozenset(UUID(int=number) for number in range(50))
    child = Child(person=UUID(int=1), about=ids)
    assert to_json(child)["about"] == sorted(str(one) for one in ids)


def test_a_date_in_no_calendar_says_so() -> None:
    with pytest.raises(ImpossibleDate):
        HonestDate.parse("30 February 2017")


def test_bands_are_the_keys_of_a_text() -> None:
    body = {"id": str(uuid4()), "texts": {"5-7": "Hello"}}
    passage = record_from_json("passage", body)
    assert passage.texts == {Band.FIRST_READER: "Hello"}  # type: ignore[attr-defined]
