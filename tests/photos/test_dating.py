"""A date is as exact as what the camera wrote or the name says, and never made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lifestory.domain.dates import HonestDate, Precision, Season
from lifestory.domain.media import DateSource
from lifestory.photos.dating import dated, from_file_name
from lifestory.photos.workers import Workers


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("IMG-20240312-WA0007.jpg", "2024-03-12"),
        ("PXL_20230704_153012345.jpg", "2023-07-04"),
        ("PXL_20230704_153012345.MP.jpg", "2023-07-04"),
        ("IMG_20160814_101112.heic", "2016-08-14"),
        ("IMG_2016-08-14.jpg", "2016-08-14"),
        ("Screenshot_20210105-091011_WhatsApp.png", "2021-01-05"),
        ("Screenshot 2021-01-05 at 09.10.11.png", "2021-01-05"),
        ("20170314153012.jpg", "2017-03-14"),
        ("WhatsApp Image 2019-11-02 at 18.22.01.jpeg", "2019-11-02"),
        ("signal-2020-05-06-101112.jpg", "2020-05-06"),
        ("Gran 14.03.2017.jpg", "2017-03-14"),
        ("3-4-2017 park.jpg", "2017-04-03"),
        ("14 March 2017 hospital.jpg", "2017-03-14"),
        ("2016-08 beach.jpg", "2016-08"),
        ("beach Aug 2016.jpg", "2016-08"),
        ("September-2015 (2).jpg", "2015-09"),
        ("beach 2016.jpg", "2016"),
        ("2016.jpg", "2016"),
        ("2016 beach.jpg", "2016"),
        ("2016-13-45.jpg", "2016"),
        ("WhatsApp Image 2024-03-12 at 10.11.12_1a2b3c4d (1).jpg", "2024-03-12"),
        ("MVIMG_20190101_101010.jpg", "2019-01-01"),
        ("20160814_101112(0).jpg", "2016-08-14"),
        ("IMG_20160814_101112~2.jpg", "2016-08-14"),
        ("photo_2019-05-06_10-11-12.jpg", "2019-05-06"),
        ("Scan_20170314 (2).png", "2017-03-14"),
        ("Scan2019-05-06_101112.pdf", "2019-05-06"),
        ("CamScanner 06-05-2019 10.11.12_1.jpg", "2019-05-06"),
        ("Adobe Scan May 6, 2019.pdf", "2019-05-06"),
        ("2019_05_06 10_11 Office Lens (3).jpg", "2019-05-06"),
        ("6th May 2019.jpg", "2019-05-06"),
        ("1st birthday 3rd May 2019.jpg", "2019-05-03"),
        ("2007-08 beach.jpg", "2007-08"),
    ],
)
def test_a_name_gives_its_date_and_no_more(name: str, iso: str) -> None:
    when = from_file_name(name)
    assert when is not None
    assert when.iso == iso


@pytest.mark.parametrize(
    "name",
    [
        "", "beach.jpg", "IMG_2016.jpg", "DSC_2017.jpg", "DSC02018.JPG", "IMG-WA0007.jpg",
        "photo 2048x1536.jpg", "FB_IMG_1489500000000.jpg", "31-02-99.jpg", "beach 2099-01-01.jpg",
        "IMG_20991231_000000.jpg", "0000-00-00.jpg", "१२३४.jpg", "before 2016.jpg", "after 2016",
        "4032x2016.jpg", "damaged 3.jpg", "page 3.jpg", "age 30.jpg", "2 years ago.jpg",
        "2010 to 2019.jpg", "SCN_0001.jpg", "EPSON001.JPG", "doc00012320190506101112.pdf",
    ],
)  # fmt: skip
def test_a_number_that_is_no_date_is_none(name: str) -> None:
    assert from_file_name(name) is None


def test_a_season_stays_a_season() -> None:
    when = from_file_name("summer 2016.jpg")
    assert when is not None
    assert (when.precision, when.iso, when.season) == (Precision.SEASON, "2016", Season.SUMMER)


@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("Robin aged 3.jpg", 36), ("Robin_age_4.jpg", 48), ("Robin 3 years old", 36),
        ("Robin, 3 yrs.jpg", 36), ("Robin's 3rd birthday", 36), ("Robin aged 13 months.jpg", 13),
        ("9 months old.jpg", 9), ("Robin-18mths.jpg", 18), ("Robin aged 11 months", 11),
    ],
)  # fmt: skip
def test_an_age_in_a_name_is_that_age(name: str, months: int) -> None:
    when = from_file_name(name)
    assert when is not None
    assert (when.precision, when.age_months) == (Precision.AGE, months)


@pytest.mark.parametrize(
    "name", ["about 2016.jpg", "c 2016", "c. 2016.jpg", "circa 2016.tif", "2016-17", "2016 to 2017"]
)
def test_what_is_said_to_be_a_guess_stays_one(name: str) -> None:
    when = from_file_name(name)
    assert when is not None
    assert (when.precision, when.iso, when.about) == (Precision.YEAR, "2016", True)


@given(
    day=st.dates(date(1900, 1, 1), date.today()),
    shape=st.sampled_from(
        ["IMG-%Y%m%d-WA0001.jpg", "PXL_%Y%m%d_101112.jpg", "a %Y-%m-%d.png", "%d.%m.%Y x.tif",
         "%Y_%m_%d.heic", "%Y%m%d101112.jpg", "on %d %B %Y.jpg"]
    ),
)  # fmt: skip
def test_every_day_can_be_read_from_every_kind_of_name(day: date, shape: str) -> None:
    when = from_file_name(day.strftime(shape))
    assert when is not None
    assert when.day() == day


@given(st.text())
def test_no_name_is_a_trouble(name: str) -> None:
    when = from_file_name(name)
    assert when is None or when.span() is not None


@given(st.from_regex(r"[A-Za-z_ ]{0,6}[0-9:._ -]{1,20}[A-Za-z ]{0,6}\.(jpg|HEIC)", fullmatch=True))
def test_a_name_full_of_digits_gives_no_day_to_come(name: str) -> None:
    when = from_file_name(name)
    assert when is None or when.sort_key()[0] <= date.today() + timedelta(days=1)


def test_the_camera_is_believed_before_the_name(pictures: Any, workers: Workers) -> None:
    data = pictures.file(pictures.quarters(), exif=pictures.exif(taken="2016:04:09 10:11:12"))
    looked = workers.look(data, "IMG-20240312-WA0007.jpg").looked
    assert (looked.taken.iso, looked.taken_from) == ("2016-04-09", DateSource.CAMERA)
    assert looked.taken.precision is Precision.DAY


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF"])
def test_every_kind_of_file_says_its_date(pictures: Any, workers: Workers, kind: str) -> None:
    exif = pictures.exif(taken="2016:04:09 10:11:12").tobytes()
    looked = workers.look(pictures.file(pictures.quarters(), kind, exif=exif), "a").looked
    assert (looked.taken.iso, looked.taken_from) == ("2016-04-09", DateSource.CAMERA)


def test_without_either_the_date_is_not_known(pictures: Any, workers: Workers) -> None:
    looked = workers.look(pictures.file(pictures.quarters()), "beach.jpg").looked
    assert (looked.taken.precision, looked.taken_from) == (Precision.UNKNOWN, DateSource.NONE)


@pytest.mark.parametrize(
    "written",
    ["0000:00:00 00:00:00", "    :  :     :  :  ", "1970:01:01 00:00:00", "1980:01:01 00:04:11",
     "2000:01:01 00:00:09", "1904:01:01 00:00:00", "2999:01:01 10:00:00",
     "2016:02:31 10:00:00", "nonsense", ""],
)  # fmt: skip
def test_a_camera_date_that_cannot_be_gives_way_to_the_name(
    pictures: Any, workers: Workers, written: str
) -> None:
    data = pictures.file(pictures.quarters(), exif=pictures.exif(taken=written))
    looked = workers.look(data, "2016-08 beach.jpg").looked
    assert (looked.taken.iso, looked.taken_from) == ("2016-08", DateSource.FILE_NAME)


def test_the_day_of_a_scan_is_not_the_day_of_the_picture() -> None:
    exif = Image.Exif()
    exif[306] = "2024:03:01 10:00:00"
    assert dated(exif, "gran.tif")[1] is DateSource.NONE
    exif.get_ifd(0x8769)[33434] = 0.01
    assert dated(exif, "gran.tif")[1] is DateSource.CAMERA


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from([36867, 36868, 306, 33434]))
def test_whatever_a_camera_and_a_name_say_a_day_to_come_is_only_the_cameras_last_word(
    written: str, name: str, tag: int
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[33434] = 0.01
    exif.get_ifd(0x8769)[tag] = written
    when, where_from = dated(exif, name)
    span = when.span()
    ahead = span is not None and span.first > date.today() + timedelta(days=1)
    assert not ahead or (where_from is DateSource.CAMERA and from_file_name(name) is None)
    assert (where_from is DateSource.NONE) == (when.precision is Precision.UNKNOWN)


@given(st.dates(date(1839, 1, 1), date.max))
def test_a_camera_says_every_day_but_the_first_of_its_clock(day: date) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[36867] = f"{day.year:04}:{day.month:02}:{day.day:02} 10:11:12"
    when, where_from = dated(exif, "")
    clock = day.isoformat() in {"1904-01-01", "1970-01-01", "1980-01-01", "2000-01-01"}
    assert when.day() == (None if clock else day)
    assert where_from is (DateSource.NONE if clock else DateSource.CAMERA)


def test_a_day_to_come_is_kept_to_be_asked_about_where_nothing_else_is_known() -> None:
    exif = Image.Exif()
    exif[36867] = "2131:05:04 10:11:12"
    assert dated(exif, "beach.jpg") == (HonestDate.parse("2131-05-04"), DateSource.CAMERA)
    written = HonestDate.parse("2016-08-14")
    assert dated(exif, "beach.jpg", written) == (written, DateSource.DOCUMENT)
    exif.get_ifd(0x8769)[36868] = "2016:08:14 10:11:12"
    exif.get_ifd(0x8769)[33434] = 0.01
    assert dated(exif, "beach.jpg") == (written, DateSource.CAMERA)
