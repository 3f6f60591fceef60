"""Version 1: the first tables. Never edited again: a later change is a later step."""

from __future__ import annotations

from sqlalchemy import Connection

TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
    "CREATE TABLE slot (id CHAR(32) PRIMARY KEY NOT NULL, label TEXT NOT NULL)",
    "CREATE TABLE cases (position INTEGER PRIMARY KEY AUTOINCREMENT, id CHAR(32) NOT NULL UNIQUE)",
    """CREATE TABLE record (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        id CHAR(32) NOT NULL UNIQUE,
        case_id CHAR(32) NOT NULL REFERENCES cases (id),
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL)""",
    "CREATE INDEX record_case ON record (case_id)",
    """CREATE TABLE original (
        id CHAR(32) PRIMARY KEY NOT NULL,
        case_id CHAR(32) NOT NULL REFERENCES cases (id),
        name TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        doomed BOOLEAN NOT NULL)""",
    "CREATE INDEX original_digest ON original (case_id, sha256)",
    """CREATE TABLE line (
        case_id CHAR(32) NOT NULL REFERENCES cases (id),
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        title TEXT NOT NULL,
        group_id CHAR(32) NOT NULL,
        undoes CHAR(32),
        hash BLOB NOT NULL,
        PRIMARY KEY (case_id, number))""",
    """CREATE TABLE entry (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id CHAR(32) NOT NULL REFERENCES cases (id),
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        record_id CHAR(32) NOT NULL,
        salt BLOB,
        digest BLOB NOT NULL,
        before TEXT,
        after TEXT)""",
    "CREATE INDEX entry_line ON entry (case_id, number)",
    "CREATE INDEX entry_record ON entry (record_id)",
    """CREATE TABLE head (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id CHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        hash BLOB NOT NULL)""",
)


def apply(connection: Connection) -> None:
    """Makes the tables of version 1."""
    for table in TABLES:
        connection.exec_driver_sql(table)
