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
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import PrintedCopy
from lifestory.domain.errors import BrokenRecord, LifestoryError
from lifestory.domain.life import Fact, Home, Milestone, Source
from lifestory.domain.media import Original, Permission, Photo
from lifestory.domain.people import Case, Child, Person, Place, Relationship
from lifestory.domain.records import Json, Record
from lifestory.domain.stories import ChildWords, Passage

KINDS: Mapping[str, type[Record]] = {
    kind.kind: kind
    for kind in (
        Case, Child, Person, Relationship, Place, Home, Milestone, Fact, Source,
        Passage, ChildWords, Photo, Original, Permission, Edition, PrintedCopy,
    )
}  # fmt: skip
"""Every kind of record, by the name it has in JSON."""


@cache
def _fields(owner: type) -> tuple[tuple[str, Any, str, bool], ...]:
    """(name, type, description, required) for each field but `extra`."""
    hints = get_type_hints(owner, include_extras=True)
    rows = []
    for one in dataclasses.fields(owner):
        if one.name == "extra":
            continue
        hint, says = hints[one.name], ""
        if get_origin(hint) is Annotated:
            hint, says = get_args(hint)[:2]
        required = one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
        rows.append((one.name, hint, says, required))
    return tuple(rows)


def to_json(value: object) -> Any:
    """Any record or value of the domain as plain JSON values; sets come out sorted."""
    match value:
        case None | bool() | float() | Enum() | str() | int():
            return value.value if isinstance(value, Enum) else value
        case UUID():
            return str(value)
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(to_json(item) for item in value)
        case tuple() | list():
            return [to_json(item) for item in value]
        case Mapping():
            return {to_json(key): to_json(item) for key, item in value.items()}
    return _dataclass_to_json(value)


def _dataclass_to_json(value: Any) -> Json:
    kind = getattr(type(value), "kind", None)
    out: Json = {} if kind is None or isinstance(value, Record) else {"kind": kind}
    owner: type = type(value)
    for name, _, _, _ in _fields(owner):
        out[name] = to_json(getattr(value, name))
    out.update(getattr(value, "extra", {}))
    return out


def record_from_json(kind: str, body: object, where: str = "") -> Record:
    """The record that `body` describes. Raises BrokenRecord with the place in `where`."""
    place = where or kind
    if kind not in KINDS:
        raise BrokenRecord(f"{place}: there is no record of the kind “{_shown(kind)}”.")
    record: Record = value_from_json(KINDS[kind], body, place)
    return record


def value_from_json(hint: Any, value: object, where: str) -> Any:
    """A value of the type `hint` from plain JSON. Raises BrokenRecord naming the place."""
    origin, args, made_of_fields = _shape(hint)
    if made_of_fields:
        return _dataclass_from_json(hint, value, where)
    if origin is None:
        return _plain(hint, value, where)
    if origin is Annotated:
        return value_from_json(args[0], value, where)
    if origin in (Union, types.UnionType):
        return _union(args, value, where)
    if origin is tuple:
        return tuple(
            value_from_json(args[0], item, f"{where}/{index}")
            for index, item in enumerate(_expect(list, value, where, "a list"))
        )
    if origin is frozenset:
        items = _expect(list, value, where, "a list")
        return frozenset(value_from_json(args[0], item, where) for item in items)
    if origin in (dict, Mapping):
        if args[1] is object:
            return _expect(dict, value, where, "an object")
        return {
            value_from_json(args[0], key, where): value_from_json(args[1], item, f"{where}/{key}")
            for key, item in _expect(dict, value, where, "an object").items()
        }
    return _plain(hint, value, where)


@cache
def _shape(hint: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """A type taken apart, once, and whether it is a record or a value with fields: a caseload asks
    some ten thousand times."""
    return get_origin(hint), get_args(hint), dataclasses.is_dataclass(hint)


def _union(args: tuple[Any, ...], value: object, where: str) -> Any:
    if value is None and types.NoneType in args:
        return None
    choices = [choice for choice in args if choice is not types.NoneType]
    if len(choices) == 1:
        return value_from_json(choices[0], value, where)
    body = _expect(dict, value, where, "an object")
    for choice in choices:
        if body.get("kind") == choice.kind:
            rest = {key: item for key, item in body.items() if key != "kind"}
            return _dataclass_from_json(choice, rest, where)
    known = ", ".join(choice.kind for choice in choices)
    raise BrokenRecord(f"{where}: kind is not one of {known}.")


def _dataclass_from_json(hint: Any, value: object, where: str) -> Any:
    body = dict(_expect(dict, value, where, "an object"))
    found = {}
    for name, field_hint, _, required in _fields(hint):
        if name in body:
            found[name] = value_from_json(field_hint, body.pop(name), f"{where}/{name}")
        elif required:
            raise BrokenRecord(f"{where}: {name} is missing.")
    if body:
        if "extra" not in {one.name for one in dataclasses.fields(hint)}:
            raise BrokenRecord(f"{where}: “{_shown(next(iter(body)))}” is not known here.")
        found["extra"] = body
    try:
        return hint(**found)
    except LifestoryError as trouble:
        raise BrokenRecord(f"{where}: {trouble.message}") from trouble


def _plain(hint: Any, value: object, where: str) -> Any:
    if hint is object:
        return value
    if hint is float:
        return float(_expect((int, float), value, where, "a number"))
    if hint is int:
        return _expect(int, value, where, "a whole number")
    if hint is bool:
        return _expect(bool, value, where, "true or false")
    text = _expect(str, value, where, "text")
    if hint is str:
        return text
    try:
        return hint.fromisoformat(text) if hint in (date, datetime) else hint(text)
    except ValueError as broken:
        raise BrokenRecord(f"{where}: is not {_called(hint)}.") from broken


def _called(hint: Any) -> str:
    if issubclass(hint, Enum):
        return "one of " + ", ".join(str(item.value) for item in hint)
    return {UUID: "an id", date: "a date", datetime: "a time"}.get(hint, "what it should be")


def _expect(wanted: Any, value: object, where: str, called: str) -> Any:
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise BrokenRecord(f"{where}: {called} was expected.")
    return value


def _shown(text: str) -> str:
    return text if len(text) <= 40 and text.isprintable() else text[:40].encode().hex()


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
    for name, field_hint, says, needed in _fields(hint):
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
