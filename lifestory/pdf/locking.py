"""A PDF under a password: AES-256 as ISO 32000-2 has it (7.6, revision 6), which readers of the
last ten years open."""

from __future__ import annotations

import secrets
import unicodedata
from io import BytesIO

from lifestory.domain.errors import LifestoryError

_MOST_BYTES = 127
"""What comes after so many bytes of a password counts for nothing (ISO 32000-2, 7.6.4.3.4)."""


class CannotBeTyped(LifestoryError):
    """A password with a character that has no key, or one too long for a PDF."""

    message = "This password cannot be used for a file: it is too long, or not all of it is text."
    remedy = "Nothing has been written. Take up to 100 letters, digits, signs and spaces."


def lock(pdf: bytes, password: str) -> bytes:
    """The PDF as one that opens only with the password. Whoever opens it may print it and have it
    read aloud; taking it apart is not meant. Nobody holds the key that would allow more.

    Other bytes each time. Raises CannotBeTyped.
    """
    from pikepdf import Encryption, ObjectStreamMode, Pdf, Permissions

    allowed = Permissions(
        accessibility=True,
        print_lowres=True,
        print_highres=True,
        extract=False,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
    )
    spelt = prepared(password)
    key = Encryption(owner=secrets.token_urlsafe(32), user=spelt, R=6, allow=allowed)
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        opened.save(
            out,
            encryption=key,
            object_stream_mode=ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def prepared(password: str) -> str:
    """The password as readers spell it before they try it (RFC 4013): the same letters whether a
    keyboard makes "é" as one sign or as two. Raises CannotBeTyped."""
    spelt = unicodedata.normalize("NFKC", password)
    typed = all(unicodedata.category(letter)[0] != "C" for letter in spelt)
    if not spelt or not typed or len(spelt.encode()) > _MOST_BYTES:
        raise CannotBeTyped
    return spelt


def opens(pdf: bytes, password: str = "") -> bool:
    """True when the PDF can be read with this password, or with none."""
    from pikepdf import PasswordError, Pdf

    try:
        with Pdf.open(BytesIO(pdf), password=prepared(password) if password else ""):
            return True
    except PasswordError:
        return False
