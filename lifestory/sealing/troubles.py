"""What can go wrong with a sealed file, told apart, each with a way forward."""

from __future__ import annotations

from lifestory.domain.errors import LifestoryError


class Damaged(LifestoryError):
    """Not an age file, or one that was changed or cut short since it was sealed."""

    message = "This sealed file is damaged or incomplete."
    remedy = "Nothing has been changed. Use another copy of it, for example from a backup."


class WrongKey(LifestoryError):
    """The file is sealed to other keys than this one."""

    message = "This file is not sealed to this key."
    remedy = "Nothing has been changed. Try the key it was sealed to, or its passphrase."


class WrongPassphrase(LifestoryError):
    """The passphrase does not open what it was tried on."""

    message = "That passphrase does not open this."
    remedy = "Check Caps Lock and try again. Nothing has been changed."


class TooCostly(LifestoryError):
    """Opening it would take more memory or time than we let a file ask for."""

    message = "This file asks for more memory than is safe to give it."
    remedy = "Nothing has been changed. Open it with the program that sealed it."


class NotARecipient(LifestoryError):
    """Text that is no age public key."""

    message = "That is not a public key of age."
    remedy = "A public key is one line that begins with age1. Copy it again, whole."


class NotAnIdentity(LifestoryError):
    """Text with no age secret key in it."""

    message = "There is no secret key of age in that."
    remedy = "The line wanted begins with AGE-SECRET-KEY-1. Choose the file that holds it."
