"""Values of the domain to plain JSON and back, from the dataclasses themselves.

It knows no kind of record, so that a photo worker, which starts for a few pictures, need not read
them all.
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

from lifestory.domain.errors import BrokenRecord, LifestoryError
from lifestory.domain.records import Json, Record


@cache
def fields_of(owner: type) -> tuple[tuple[str, Any, str, bool], ...]:
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
    for name, _, _, _ in fields_of(owner):
        out[name] = to_json(getattr(value, name))
    out.update(getattr(value, "extra", {}))
    return out


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
    for name, field_hint, _, required in fields_of(hint):
        if name in body:
            found[name] = value_from_json(field_hint, body.pop(name), f"{where}/{name}")
        elif required:
            raise BrokenRecord(f"{where}: {name} is missing.")
    if body:
        if "extra" not in {one.name for one in dataclasses.fields(hint)}:
            raise BrokenRecord(f"{where}: “{shown(next(iter(body)))}” is not known here.")
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


def shown(text: str) -> str:
    """What somebody wrote, fit for a sentence."""
    return text if len(text) <= 40 and text.isprintable() else text[:40].encode().hex()
