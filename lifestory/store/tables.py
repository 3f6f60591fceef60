"""The tables as this version reads and writes them; how they came to be is in migrations/."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""identity (opens the originals), cache_key, work_factor; that a scrub is due; which originals
are in flight; notes of the store about itself."""

slot = Table(
    "slot",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("label", Text, nullable=False),
)
"""Whose a key slot is. The slots themselves are files; a row without one means nothing."""

cases = Table(
    "cases",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),
)

record = Table(
    "record",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Uuid, nullable=False, unique=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
"""Every record as it stands. `version` counts how often it was written."""

original = Table(
    "original",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("name", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("doomed", Boolean, nullable=False),
)
"""Sealed files. A doomed one is erased; its row goes once the file is gone."""

line = Table(
    "line",
    metadata,
    Column("case_id", Uuid, ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("group_id", Uuid, nullable=False),
    Column("undoes", Uuid),
    Column("hash", LargeBinary, nullable=False),
)
"""A case's journal, numbered from 1; each hash covers the line and the hash before it."""

entry = Table(
    "entry",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Uuid, nullable=False, index=True),
    Column("salt", LargeBinary),
    Column("digest", LargeBinary, nullable=False),
    Column("before", Text),
    Column("after", Text),
)
"""What a line changed. Erased: values and salt are NULL, the digest stays for the chain."""

head = Table(
    "head",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("case_id", Uuid, nullable=False),
    Column("number", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""The store-wide chain: one row for every journal line, in the order of writing."""
