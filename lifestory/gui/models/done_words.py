"""What was done to the page one is at, in a sentence: a key on the page acts without a button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lifestory.gui.models import wishes
from lifestory.gui.models.fix_words import done_words

translate = QCoreApplication.translate


def done_in_words(wish: object) -> str:
    """What was done; empty where one sees it from what one touched."""
    match wish:
        case wishes.ChooseLayout():
            return translate("Done", "Another layout.")
        case wishes.LockLayout(locked=True):
            return translate("Done", "This layout stays, whatever changes.")
        case wishes.LockLayout():
            return translate("Done", "The layout may change again.")
        case wishes.RejectLayout():
            return translate("Done", "That layout is not offered here again.")
        case wishes.WeighPhoto(weight=weight):
            return translate("Done", "The photo gets room {weight} of 5.").format(weight=weight)
        case wishes.TakePhotoOff():
            return translate("Done", "The photo is off the page. It waits in Not used yet.")
        case wishes.StepPage(step=-1):
            return translate("Done", "The page stands earlier now.")
        case wishes.StepPage():
            return translate("Done", "The page stands later now.")
        case wishes.BringPage():
            return translate("Done", "The page stands in this edition too.")
        case wishes.StepPart(step=-1):
            return translate("Done", "The part stands earlier now, with all its pages.")
        case wishes.StepPart():
            return translate("Done", "The part stands later now, with all its pages.")
        case wishes.MovePart():
            return translate("Done", "The part stands elsewhere now, with all its pages.")
        case wishes.MovePage() | wishes.MovePageToEnd():
            return translate("Done", "The page stands elsewhere now.")
        case wishes.Mend(finding) if finding.fix:
            return done_words(finding.fix)
    return ""
