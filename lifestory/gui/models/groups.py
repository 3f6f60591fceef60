"""The photos in the order one looks through them: which are shown, and under which headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import groupby
from uuid import UUID

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.dates import HonestDate, Precision, age_at
from lifestory.domain.media import DateSource
from lifestory.gui.models.photo_words import age_then, day_in_words, translate
from lifestory.gui.models.shown import Show, is_shown

BUSY = 4
"""So many photos of a day, or of a month, have a heading of their own."""


class By(IntEnum):
    """What the headings are."""

    DATE = 0
    HOME = 1
    PERSON = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above some photos. `key` tells it from every other; `note` is said quietly."""

    key: str
    title: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A photo. One photo can stand under several people; `under` then says under whom."""

    look: PhotoLook
    under: str = ""


Row = Heading | Cell
_Group = tuple[str, str, str, list[PhotoLook]]
"""Key, title, note and the photos under it."""


def rows_of(
    album: Album, show: Show = Show.ALL, who: UUID | None = None, by: By = By.DATE
) -> tuple[Row, ...]:
    """Headings and photos; `who` shows only those with that person in them."""
    looks = _shown(album, show, who)
    groups: Callable[[Album, Iterable[PhotoLook]], Iterator[_Group]]
    groups = {By.DATE: _by_date, By.HOME: _by_home, By.PERSON: _by_person}[by]
    rows: list[Row] = []
    for key, title, note, under in groups(album, looks):
        said = " · ".join(part for part in (note, _count(len(under))) if part)
        rows.append(Heading(key, title, said, len(under)))
        rows += [Cell(look, key if by is By.PERSON else "") for look in under]
    return tuple(rows)


def _shown(album: Album, show: Show, who: UUID | None) -> list[PhotoLook]:
    looks = [one for one in album.looks if is_shown(one, show)]
    if who is not None:
        looks = [one for one in looks if any(there.person == who for there in one.photo.people)]
    return looks


def _count(many: int) -> str:
    if many == 1:
        return translate("Photos", "one photo")
    return translate("Photos", "{count} photos").format(count=many)


def _by_date(album: Album, looks: Iterable[PhotoLook]) -> Iterator[_Group]:
    seen: Counter[str] = Counter()
    begun: set[str] = set()
    for when, under in _runs(album, looks):
        said = day_in_words(when)
        again = translate("Photos", "Earlier in {month}").format(month=said)
        earlier = bool(seen[said]) or (when.iso in begun and not when.about)
        note = [_ages(album, under), _whence(under)]
        yield (
            f"{said}{seen[said]}",
            again if earlier else said,
            " · ".join(part for part in note if part),
            under,
        )
        seen[said] += 1
        begun |= {when.iso[:4], when.iso[:7]}


def _runs(album: Album, looks: Iterable[PhotoLook]) -> Iterator[tuple[HonestDate, list[PhotoLook]]]:
    """Photos of one date, one after another: a day with few of them stands with its month, and a
    month with few with its year."""
    days = ((when, list(run)) for when, run in groupby(looks, lambda look: look.photo.taken))
    months = _merged((_month(when) if len(run) < BUSY else when, run) for when, run in days)
    return _merged(
        (_year(when, album.born) if len(run) < BUSY else when, run) for when, run in months
    )


def _merged(
    runs: Iterable[tuple[HonestDate, list[PhotoLook]]],
) -> Iterator[tuple[HonestDate, list[PhotoLook]]]:
    """Runs of one date after another become one."""
    for when, same in groupby(runs, lambda run: run[0]):
        yield when, [look for _, run in same for look in run]


def _month(when: HonestDate) -> HonestDate:
    if when.precision is Precision.DAY:
        return HonestDate(Precision.MONTH, when.iso[:7], about=when.about)
    return when


def _year(when: HonestDate, born: date | None) -> HonestDate:
    span = when.span(born)
    return HonestDate(Precision.YEAR, f"{span.middle.year:04}") if span else when


def _ages(album: Album, looks: Sequence[PhotoLook]) -> str:
    """ "Robin was 7", or "Robin was 6 to 7"; the newest photo stands first. Where a birthday lies
    between them, whole years are said: "aged 3 and 4", not "nearly 4"."""
    first, last = looks[-1].photo.taken, looks[0].photo.taken
    younger, older = (_years_old(album, when) for when in (first, last))
    if younger is not None and older is not None and younger < older and album.name:
        said = translate("Photos", "{name}, aged {younger} and {older}")
        if older > younger + 1:
            said = translate("Photos", "{name}, aged {younger} to {older}")
        return said.format(name=album.name, younger=younger, older=older)
    youngest = age_then(album, first)
    oldest = "" if first == last else age_then(album, last, alone=True)
    if not youngest:
        return ""
    if not oldest or youngest.endswith(f" {oldest}"):
        return youngest
    return translate("Photos", "{youngest} to {oldest}").format(youngest=youngest, oldest=oldest)


def _years_old(album: Album, when: HonestDate) -> int | None:
    """Whole years on that day; None in the first year, which is told in months."""
    age = age_at(album.born, when) if album.born else None
    return age.years if age is not None and age.years else None


def _whence(looks: Sequence[PhotoLook]) -> str:
    """Where all their dates come from, when it is not the camera."""
    sources = {look.photo.taken_from for look in looks}
    if len(sources) != 1:
        return ""
    return {
        DateSource.FILE_NAME: translate("Photos", "from file names"),
        DateSource.FOLDER_NAME: translate("Photos", "from the folder's name"),
        DateSource.DOCUMENT: translate("Photos", "from documents"),
        DateSource.WORKER: translate("Photos", "dated by you"),
    }.get(sources.pop(), "")


def _by_home(album: Album, looks: Iterable[PhotoLook]) -> Iterator[_Group]:
    under: dict[UUID | None, list[PhotoLook]] = {}
    for look in looks:
        under.setdefault(look.home, []).append(look)
    for home, name in album.homes.items():
        if home in under:
            title = name or translate("Photos", "A home without a name")
            yield str(home), title, _years(under[home]), under[home]
    if None in under:
        yield "nowhere", translate("Photos", "No home known for the date"), "", under[None]


def _years(looks: Sequence[PhotoLook]) -> str:
    """ "2019 to 2021", from the dates themselves."""
    spans = [span for look in looks if (span := look.photo.taken.span())]
    if not spans:
        return ""
    first, last = min(one.first.year for one in spans), max(one.last.year for one in spans)
    words = translate("Photos", "{first} to {last}").format(first=first, last=last)
    return str(first) if first == last else words


def _by_person(album: Album, looks: Iterable[PhotoLook]) -> Iterator[_Group]:
    under: dict[UUID | None, list[PhotoLook]] = {}
    for look in looks:
        keys: tuple[UUID | None, ...] = tuple({one.person for one in look.photo.people})
        for key in keys or (None,):
            under.setdefault(key, []).append(look)
    people = sorted(album.people.values(), key=lambda one: one.called.casefold())
    for person in people:
        if person.id in under:
            yield str(person.id), person.called, "", under[person.id]
    nobody = under.pop(None, [])
    if nobody:
        yield "nobody", translate("Photos", "Nobody named yet"), "", nobody
