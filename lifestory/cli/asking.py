"""Passphrases: from a file, else asked for without echo; never from an argument."""

from __future__ import annotations

import getpass
import os
import warnings
from argparse import Namespace
from pathlib import Path

from lifestory.app.open_store import Store, open_store
from lifestory.domain.errors import LifestoryError

VARIABLE = "LIFESTORY_PASSPHRASE_FILE"
_MOST_BYTES = 64 * 1024


class NoPassphrase(LifestoryError):
    """There is neither a passphrase file nor a terminal to ask on."""

    message = "There is no terminal to ask for the passphrase on."
    remedy = f"Nothing has been changed. Give --passphrase-file FILE, or name it in {VARIABLE}."


class UnreadablePassphraseFile(LifestoryError):
    """The file that should hold a passphrase does not."""

    message = "The passphrase file cannot be read, or its first line is empty."
    remedy = "Nothing has been changed. Write the passphrase as the first line of that file."


class TypedDifferently(LifestoryError):
    """A new passphrase was typed in two ways."""

    message = "The two passphrases are not the same."
    remedy = "Nothing has been changed. Start again and type the same twice."


def opened(args: Namespace) -> Store:
    """The store of the command, opened with its passphrase."""
    return open_store(args.store, passphrase(args))


def passphrase(args: Namespace) -> str:
    """The passphrase of the store, from wherever it comes."""
    named = _named_file(args)
    return first_line(named) if named else ask("Passphrase: ")


def new_passphrase(args: Namespace) -> str:
    """The passphrase for a new store; asked for twice on a terminal."""
    named = _named_file(args)
    return first_line(named) if named else ask_twice("New passphrase: ")


def first_line(file: Path) -> str:
    """The first line of a file, without its end. Raises UnreadablePassphraseFile."""
    line = _text(file).split("\n", 1)[0].removesuffix("\r")
    if not line:
        raise UnreadablePassphraseFile
    return line


def key_file(file: Path) -> str:
    """The text of a key file. Raises UnreadablePassphraseFile."""
    return _text(file)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened_file:
            return opened_file.read(_MOST_BYTES).decode("utf-8-sig")
    except (OSError, ValueError) as trouble:
        raise UnreadablePassphraseFile from trouble


def _named_file(args: Namespace) -> Path | None:
    given: Path | None = args.passphrase_file
    from_environment = os.environ.get(VARIABLE, "")
    return given or (Path(from_environment) if from_environment else None)


def ask_twice(prompt: str) -> str:
    """A new passphrase, typed the same way twice. Raises TypedDifferently, NoPassphrase."""
    typed = ask(prompt)
    if ask("The same again: ") != typed:
        raise TypedDifferently
    return typed


def ask(prompt: str) -> str:
    """What is typed on the terminal, without echo. Raises NoPassphrase."""
    with warnings.catch_warnings():
        # Without a terminal getpass would echo what is typed, and only warn of it.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            typed = getpass.getpass(prompt)
        except (EOFError, OSError, getpass.GetPassWarning) as trouble:
            raise NoPassphrase from trouble
    if not typed:
        raise NoPassphrase("No passphrase was typed.", "Nothing has been changed. Start again.")
    return typed
