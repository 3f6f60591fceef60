"""Records to JSON and back, and the published schema, all from the dataclasses themselves.

The store, the journal and the open folder use this one codec. A field it does not know is kept
in `extra` and written back. A description stands in each field's annotation.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin
from uuid import UUID

from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import Errand, FileCopy, PrintedCopy
from lifestory.domain.errors import BrokenRecord
from lifestory.domain.life import Fact, Home, Milestone, Source
from lifestory.domain.media import Original, Permission, Photo
from lifestory.domain.people import Case, Child, Person, Place, Relationship
from lifestory.domain.records import Json, Record
from lifestory.domain.stories import ChildWords, Passage
from lifestory.domain.values import fields_of, shown, to_json, value_from_json

__all__ = ["KINDS", "record_from_json", "schema", "to_json", "value_from_json"]

KINDS: Mapping[str, type[Record]] = {
    kind.kind: kind
    for kind in (
        Case, Child, Person, Relationship, Place, Home, Milestone, Fact, Source,
        Passage, ChildWords, Photo, Original, Permission, Edition, PrintedCopy, FileCopy,
        Errand,
    )
}  # fmt: skip
"""Every kind of record, by the name it has in JSON."""


def record_from_json(kind: str, body: object, where: str = "") -> Record:
    """The record that `body` describes. Raises BrokenRecord with the place in `where`."""
    place = where or kind
    if kind not in KINDS:
        raise BrokenRecord(f"{place}: there is no record of the kind “{shown(kind)}”.")
    record: Record = value_from_json(KINDS[kind], body, place)
    return record


def schema() -> Json:
    """The JSON Schema (2020-12) of an open folder's child.json."""
    definitions: dict[str, Any] = {}
    records = {
        kind: {"type": "array", "items": _schema(record, definitions)}
        for kind, record in KINDS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A child's life story, as Lifestory keeps it",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": "lifestory-case"},
            "version": {"type": "integer", "minimum": 1},
            "records": {
                "type": "object",
                "description": "Lists of records by kind.",
                "properties": records,
                "additionalProperties": False,
            },
        },
        "$defs": definitions,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> Json:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(choice, definitions) for choice in args]}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(args[0], definitions)}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    if dataclasses.is_dataclass(hint):
        assert isinstance(hint, type)
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _dataclass_schema(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return _plain_schema(hint)


def _dataclass_schema(hint: type, definitions: dict[str, Any]) -> Json:
    keeps = "extra" in {one.name for one in dataclasses.fields(hint)}
    properties, required = {}, []
    kind = getattr(hint, "kind", None)
    if kind is not None and not issubclass(hint, Record):
        properties["kind"] = {"const": kind}
        required.append("kind")
    for name, field_hint, says, needed in fields_of(hint):
        properties[name] = {"description": says, **_schema(field_hint, definitions)}
        if needed:
            required.append(name)
    return {
        "type": "object",
        "description": " ".join((hint.__doc__ or "").split()),
        "properties": properties,
        "required": required,
        "additionalProperties": keeps,
    }


def _plain_schema(hint: Any) -> Json:
    if hint is types.NoneType:
        return {"type": "null"}
    if hint is object:
        return {}
    if issubclass(hint, Enum):
        return {"enum": [item.value for item in hint]}
    names: dict[type, Json] = {
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"type": "number"},
        str: {"type": "string"},
        UUID: {"type": "string", "format": "uuid"},
        date: {"type": "string", "format": "date"},
        datetime: {"type": "string", "format": "date-time"},
    }
    return names[hint]
