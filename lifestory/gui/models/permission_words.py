"""What was said about showing someone, in words: by whom, when, how, for which books, how long."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.media import Permission
from lifestory.domain.readers import Recipient

translate = QCoreApplication.translate


def recipient_in_words(recipient: Recipient) -> str:
    """Whose books: "Child and adopters"."""
    return {
        Recipient.CHILD_AND_ADOPTERS: translate("Permissions", "Child and adopters"),
        Recipient.FOSTER_HOME: translate("Permissions", "Foster home"),
        Recipient.SIBLING: translate("Permissions", "A brother or sister"),
        Recipient.COUNCIL_FILE: translate("Permissions", "Council file"),
    }[recipient]


def heard_in_words(said: Permission) -> str:
    """ "Given by Kit's mum, 3 May 2024, by letter. For every book, until 1 June 2025." """
    begins = (
        translate("Permissions", "Given") if said.given else translate("Permissions", "Refused")
    )
    if said.given_by:
        begins = translate("Permissions", "{given} by {who}").format(
            given=begins, who=said.given_by
        )
    when = "" if said.given_on == HonestDate() else date_in_words(said.given_on)
    first = ", ".join(part for part in (begins, when, said.how) if part)
    return f"{first}. {_scope(said)}."


def _scope(said: Permission) -> str:
    whose = [recipient_in_words(one) for one in Recipient if one in said.recipients]
    scope = translate("Permissions", "For every book")
    if whose:
        scope = translate("Permissions", "For {whose}").format(whose=", ".join(whose).lower())
    if said.until is None:
        return scope
    until = translate("Permissions", "{scope}, until {day}")
    return until.format(scope=scope, day=date_in_words(said.until))
