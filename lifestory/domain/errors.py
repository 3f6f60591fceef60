"""Known troubles: a sentence that says what happened and one that says what to do next."""


class LifestoryError(Exception):
    """A trouble we know. Shown in the place's message bar, or on stderr with exit status 2.

    Neither sentence may hold personal data: both can end up in a log.
    """

    message = "Something went wrong."
    remedy = "Nothing has been changed. Try again."

    def __init__(self, message: str | None = None, remedy: str | None = None) -> None:
        self.message = message or type(self).message
        self.remedy = remedy or type(self).remedy
        super().__init__(f"{self.message} {self.remedy}")


class BrokenRecord(LifestoryError):
    """JSON that does not describe a record; the message names the place in it."""

    message = "This record cannot be read."
    remedy = "Nothing has been changed. Ask whoever made the file for a new copy."


class NewerFormat(LifestoryError):
    """Written by a later Lifestory than this one."""

    message = "This was made by a newer version of Lifestory."
    remedy = "Nothing has been changed. Install the newer version and open it with that."
