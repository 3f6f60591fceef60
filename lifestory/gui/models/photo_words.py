"""What is said of a photo in words: its caption, its date and where that comes from, who may be
shown, and the one line for who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lifestory.app.album import Album, Doubt, May, PhotoLook
from lifestory.app.photos import PhotoOutcome, Status
from lifestory.domain.dates import WEEKDAYS, HonestDate, age_at, age_in_words, date_in_words
from lifestory.domain.media import DateSource, InPhoto, Permission, Photo
from lifestory.domain.readers import Band, Recipient, text_for
from lifestory.gui.models.mentions import plain

translate = QCoreApplication.translate


def caption(photo: Photo) -> str:
    """The words under it, for the oldest band that has any."""
    return plain(text_for(photo.captions, Band.ADULT))


def day_in_words(when: HonestDate) -> str:
    """A date as a heading has it: "Sun 12 May 2024", "About spring 2016", "No date yet"."""
    if when == HonestDate():
        return translate("Photos", "No date yet")
    words, day = date_in_words(when), when.day()
    if day and not when.about:
        return f"{WEEKDAYS[day.weekday()][:3]} {words}"
    return words[:1].upper() + words[1:]


def source_in_words(source: DateSource) -> str:
    """Where its date comes from: "from the camera"."""
    return {
        DateSource.CAMERA: translate("Photos", "from the camera"),
        DateSource.FILE_NAME: translate("Photos", "from the file name"),
        DateSource.FOLDER_NAME: translate("Photos", "from the folder's name"),
        DateSource.DOCUMENT: translate("Photos", "from the document"),
        DateSource.WORKER: translate("Photos", "dated by you"),
        DateSource.NONE: "",
    }[source]


def origin_in_words(look: PhotoLook) -> str:
    """Where in its file a photo comes from, when it is not all of it: "From a scan of 4 prints",
    "Page 2 of certificate.pdf"; "" for a file of its own."""
    if look.photo.piece is not None:
        if look.prints < 2:
            return translate("Photos", "Cut out of a scan")
        return translate("Photos", "From a scan of {count} prints").format(count=look.prints)
    if look.original is None or not look.original.more:
        return ""
    said = translate("Photos", "Page {number} of {file}")
    return said.format(number=look.photo.page + 1, file=look.original.file_name)


def name_of(look: PhotoLook) -> str:
    """What a photo is called: its caption, or which page it is of a file of several; else ""."""
    if words := caption(look.photo):
        return words
    if look.original is None or not look.original.more or look.photo.piece is not None:
        return ""
    return translate("Photos", "Page {number}").format(number=look.photo.page + 1)


def question_of(album: Album, look: PhotoLook) -> str:
    """What is asked of a date that is not known or cannot be: "The camera says 2 January 2012,
    before Robin was born. When was it?"; "" when nothing is asked."""
    if look.doubt is Doubt.NONE:
        return translate("Photos", "Nobody knows yet when this was.") if look.undated else ""
    says = {
        DateSource.FILE_NAME: translate("Photos", "The file name says {date}, {why}."),
        DateSource.FOLDER_NAME: translate("Photos", "The folder's name says {date}, {why}."),
        DateSource.DOCUMENT: translate("Photos", "The document says {date}, {why}."),
    }.get(look.photo.taken_from, translate("Photos", "The camera says {date}, {why}."))
    why = {
        Doubt.BEFORE_BIRTH: translate("Photos", "before {name} was born"),
        Doubt.TO_COME: translate("Photos", "which is still to come"),
    }[look.doubt].format(name=album.name or translate("Photos", "the child"))
    asked = translate("Photos", "When was it?")
    return f"{says.format(date=date_in_words(look.photo.taken), why=why)} {asked}"


def taken_in_words(photo: Photo) -> str:
    """ "Sun 12 May 2024, from the camera"."""
    said = (day_in_words(photo.taken), source_in_words(photo.taken_from))
    return ", ".join(one for one in said if one)


def age_then(album: Album, when: HonestDate, *, alone: bool = False) -> str:
    """ "Robin was 7", or "7" alone; "" when it cannot be said, or Robin was not born yet."""
    span = when.span(album.born)
    if span is None or (album.born is not None and span.last < album.born):
        return ""
    age = age_at(album.born, when) if album.born else None
    if age is None or not album.name:
        return ""
    if alone:
        return age_in_words(age)
    said = translate("Photos", "{name} was {age}")
    return said.format(name=album.name, age=age_in_words(age))


def may_in_words(album: Album, one: InPhoto) -> tuple[str, bool]:
    """Whether someone in a photo may be shown, and True when that is settled."""
    may = album.may.get(one.person, May.NOT_ASKED)
    heard = album.heard.get(one.person, ())
    name = album.name or translate("Photos", "the child")
    said = {
        May.OWN_STORY: translate("Photos", "This is {name}'s own story"),
        May.ANIMAL: translate("Photos", "An animal: nobody to ask"),
        May.GIVEN: _shown_to(heard),
        May.PARTLY: translate("Photos", "Not allowed for every reader"),
        May.NOT_ASKED: translate("Photos", "No permission"),
        May.REFUSED: translate("Photos", "Permission was refused"),
        May.ENDED: _ended(heard),
    }[may]
    words = said.format(name=name)
    if may.shown:
        return words, True
    if one.region is not None:
        return translate("Photos", "{why}: will be blurred").format(why=words), False
    return translate("Photos", "{why}: stays out of the book").format(why=words), False


def _shown_to(heard: Sequence[Permission]) -> str:
    given = [one for one in heard if one.given]
    if not given or any(not one.recipients for one in given):
        return translate("Photos", "May be shown in {name}'s books")
    to = frozenset().union(*(one.recipients for one in given))
    if to == {Recipient.CHILD_AND_ADOPTERS}:
        return translate("Photos", "May be shown to {name}'s family")
    if to == {Recipient.FOSTER_HOME}:
        return translate("Photos", "May be shown to {name}'s foster home")
    return translate("Photos", "May be shown to those who read {name}'s books")


def _ended(heard: Sequence[Permission]) -> str:
    last = next((one.until for one in reversed(heard) if one.given and one.until), None)
    if last is None:
        return translate("Photos", "The permission has ended")
    return translate("Photos", "Permission ended {day}").format(day=date_in_words(last))


def names_in(album: Album, photo: Photo) -> str:
    """Who is in it: "Robin and Kit"."""
    names = [album.people[one.person].called for one in photo.people if one.person in album.people]
    names = [name for name in names if name]
    if len(names) < 2:
        return "".join(names)
    last = translate("Photos", "{some} and {last}")
    return last.format(some=", ".join(names[:-1]), last=names[-1])


def spoken(look: PhotoLook, who: str = "") -> str:
    """One line for who cannot see it: "Photo, 12 May 2024, In the paddling pool, no permission
    for someone in it, used once"."""
    photo = look.photo
    said = [
        translate("Photos", "Photo"),
        date_in_words(photo.taken),
        name_of(look) or photo.alt,
        who,
    ]
    if look.no_permission:
        said.append(translate("Photos", "no permission for someone in it"))
    if look.low:
        said.append(translate("Photos", "low resolution"))
    if look.doubt is not Doubt.NONE:
        said.append(translate("Photos", "its date cannot be right"))
    if look.held_until:
        said.append(translate("Photos", "held until {age}").format(age=look.held_until))
    if look.used:
        times = translate("Photos", "used {count} times").format(count=look.used)
        said.append(translate("Photos", "used once") if look.used == 1 else times)
    return ", ".join(part for part in said if part)


def used_in_words(look: PhotoLook) -> str:
    """On how many pages of the books it stands."""
    if not look.used:
        return translate("Photos", "On no page yet")
    many = translate("Photos", "On {count} pages of the books").format(count=look.used)
    return translate("Photos", "On one page of the books") if look.used == 1 else many


def pixels_in_words(size: tuple[int, int]) -> str:
    """Width and height: "4000 × 3000 px"."""
    return translate("Photos", "{wide} × {high} px").format(wide=size[0], high=size[1])


def bytes_in_words(look: PhotoLook) -> str:
    """How large its file is: "3.2 MB"."""
    size = look.original.bytes if look.original else 0
    if size >= 1_000_000:
        return translate("Photos", "{size} MB").format(size=f"{size / 1_000_000:.1f}")
    return translate("Photos", "{size} kB").format(size=max(1, round(size / 1000)) if size else 0)


def page_in_words(book: str, page: int) -> str:
    """A page of a book on which a photo stands: "First book, page 19"."""
    return translate("Photos", "{book}, page {page}").format(book=book, page=page)


def arrivals_in_words(outcomes: Sequence[PhotoOutcome], files: int = 0) -> tuple[str, str]:
    """How many photos came in, how many were here before, and how many of so many files were still
    to come when it was stopped; two empty ones when every file was refused."""
    added = sum(one.status is Status.ADDED for one in outcomes)
    doubles = sum(one.status is Status.DUPLICATE for one in outcomes)
    remedy = _doubles_in_words(doubles)
    stopped = len(outcomes) < files
    if stopped:
        again = translate("Photos", "Stopped. Add the same files again for those still to come.")
        remedy = f"{remedy} {again}".strip()
    if added:
        many = translate("Photos", "{count} photos are in.").format(count=added)
        return translate("Photos", "One photo is in.") if added == 1 else many, remedy
    if doubles or stopped or not outcomes:
        return translate("Photos", "No new photos came in."), remedy
    return "", ""


def _doubles_in_words(count: int) -> str:
    if count < 2:
        return translate("Photos", "One was here already.") if count else ""
    return translate("Photos", "{count} were here already.").format(count=count)


def refusals_in_words(count: int) -> tuple[str, str]:
    """How many files were refused, and what became of them."""
    many = translate("Photos", "{count} files could not be taken in.").format(count=count)
    one = translate("Photos", "One file could not be taken in.")
    kept = translate("Photos", "They are where they were; nothing happened to them.")
    alone = translate("Photos", "It is where it was; nothing happened to it.")
    return (one, alone) if count == 1 else (many, kept)
