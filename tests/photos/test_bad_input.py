"""What is made to do harm, and what is only broken: taken in rightly, or refused with a reason."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from lifestory.domain.edits import Hidden, Recipe
from lifestory.domain.media import Rendition, Sheet
from lifestory.photos.refusals import (
    Crashed,
    Damaged,
    NeedsPassword,
    NotAPicture,
    Refused,
    TooBig,
)
from lifestory.photos.workers import Workers

KINDS = ("JPEG", "PNG", "TIFF", "WEBP", "HEIF", "AVIF", "GIF", "BMP", "PDF")
MEGABYTES = 512
"""Enough for every picture here but the bombs."""


@pytest.fixture(scope="module")
def narrow() -> Iterator[Workers]:
    """One worker with little room, and no more at a second try."""
    with Workers(1, seconds=20, megabytes=MEGABYTES, huge_megabytes=MEGABYTES) as pool:
        yield pool


@pytest.fixture(scope="session")
def small_files(pictures: Any) -> dict[str, bytes]:
    """A small picture of every kind, with all that a camera writes into it."""
    image = pictures.quarters(60, 40)
    exif = pictures.exif(6, "2016:04:09 10:11:12", gps=True).tobytes()
    files = {
        kind: pictures.file(image, kind, **({"exif": exif} if kind not in {"GIF", "BMP"} else {}))
        for kind in KINDS[:-1]
    }
    return files | {"PDF": document(lambda canvas: canvas.drawString(9, 9, "Robin"))}


def document(
    draw: Callable[[Canvas], object], pages: int = 1, change: Callable[[Any], object] | None = None,
    **how: Any,
) -> bytes:  # fmt: skip
    """A PDF on small pages, changed by hand."""
    out, again = BytesIO(), BytesIO()
    canvas = Canvas(out, pagesize=(72, 48))
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as made:
        if change is not None:
            change(made)
        made.save(again, **how)
    return again.getvalue()


def blank(_: Canvas) -> None:
    """Nothing on the page."""


def chain(pictures: Any, pages: int, back: bool = False) -> bytes:
    """A TIFF of so many directories that all name one picture; with `back` the last leads to the
    first again."""
    data = bytearray(pictures.file(pictures.quarters(), "TIFF"))
    (first,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, first)
    length = 2 + 12 * count
    directory = bytes(data[first : first + length])
    before = first + length
    for _ in range(pages - 1):
        struct.pack_into("<I", data, before, len(data))
        before = len(data) + length
        data += directory + bytes(4)
    if back:
        struct.pack_into("<I", data, before, first)
    return bytes(data)


def png(width: int, height: int, depth: int, colours: int, lines: bytes) -> bytes:
    """A PNG whose lines inflate to these bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 9))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def bmp(width: int, height: int) -> bytes:
    """The head of a BMP, and no pixels."""
    return b"BM" + struct.pack("<IIIIiiHHIIiiII", 0, 0, 54, 40, width, height, 1, 24, *[0] * 6)


GIF_REST = b"\x80\0\0" + bytes(6) + b"," + struct.pack("<HHHH", 0, 0, 65_535, 65_535)
GIF_REST += b"\0\x02\x02\x44\x01\0;"


def reason_for(ask: Callable[[], Any]) -> Refused | None:
    """Why it is refused; None when it is seen."""
    try:
        seen = ask()
    except Refused as refused:
        return refused
    assert seen.thumbnail.startswith(b"\xff\xd8")
    assert seen.looked.width > 0
    return None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keep", [0.02, 0.3, 0.6, 0.95])
def test_a_file_cut_short_anywhere_is_refused_or_what_is_left_of_it_is_seen(
    workers: Workers, small_files: dict[str, bytes], kind: str, keep: float
) -> None:
    whole = small_files[kind]
    reason = reason_for(lambda: workers.look(whole[: round(len(whole) * keep)], "a.jpg"))
    assert reason is None or (reason.message and reason.remedy)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(KINDS),
    spoil=st.lists(
        st.tuples(
            st.sampled_from(["flip", "cut", "double", "zero", "highest"]),
            st.floats(0, 1),
            st.integers(1, 64),
        ),
        min_size=1,
        max_size=5,
    ),
)  # fmt: skip
def test_whatever_is_done_to_a_file_it_is_seen_or_refused_and_the_worker_keeps_its_limits(
    narrow: Workers, small_files: dict[str, bytes], kind: str, spoil: list[tuple[str, float, int]]
) -> None:
    check_spoilt(narrow, small_files[kind], spoil)


@pytest.mark.torture
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
def test_three_thousand_spoilt_files_of_a_kind_cost_no_more(
    narrow: Workers, small_files: dict[str, bytes], kind: str
) -> None:
    chance = random.Random(kind)
    ways = ["flip", "cut", "double", "zero", "highest"]
    for _ in range(3000):
        spoil = [
            (chance.choice(ways), chance.random(), chance.randint(1, 64))
            for _ in range(chance.randint(1, 6))
        ]
        check_spoilt(narrow, small_files[kind], spoil)


def check_spoilt(pool: Workers, whole: bytes, spoil: list[tuple[str, float, int]]) -> None:
    """The spoilt file is seen or refused, and its worker holds no more than it may."""
    data = bytearray(whole)
    for how, where, much in spoil:
        at = min(len(data) - 1, int(len(data) * where))
        match how:
            case "flip":
                data[at] ^= much
            case "cut":
                del data[max(at, 1) : at + much]
            case "double":
                data[at:at] = data[at : at + much]
            case "zero":
                data[at : at + much] = bytes(len(data[at : at + much]))
            case _:
                data[at : at + 4] = b"\xff" * len(data[at : at + 4])
    reason = reason_for(lambda: pool.look(bytes(data), "IMG-20240312-WA0007.jpg"))
    assert reason is None or reason.remedy
    for pid in pool.pids():
        assert psutil.Process(pid).memory_info().rss < 1.3 * MEGABYTES * 2**20


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"MZ\x90\0" + bytes(400), NotAPicture),
        (b"\x7fELF\x02\x01\x01" + bytes(400), NotAPicture),
        (b"#!/bin/sh\nrm -rf /\n", NotAPicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotAPicture),
        (b"8BPS\0\1" + bytes(60), NotAPicture),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", NotAPicture),
        (b"\0" * 4096, NotAPicture),
    ],
    ids=["a program", "another program", "a script", "SVG", "PSD", "EPS", "nothing"],
)
def test_what_is_no_picture_is_named_as_such_and_never_run(
    workers: Workers, data: bytes, reason: type[Refused]
) -> None:
    with pytest.raises(reason):
        workers.look(data, "holiday.jpg")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(30_000, 30_000, 1, 0, bytes(9000)), TooBig),
        (png(60_000, 60_000, 8, 2, bytes(9000)), TooBig),
        (png(2**31 - 1, 1, 8, 2, bytes(9000)), TooBig),
        (png(0, 0, 8, 2, bytes(90)), Refused),
        (b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + GIF_REST, TooBig),
        (bmp(10**5, 10**5), TooBig),
        (bmp(-9, -9), Refused),
    ],
)  # fmt: skip
def test_a_small_file_that_claims_to_be_huge_is_refused_before_it_is_opened(
    narrow: Workers, data: bytes, reason: type[Refused]
) -> None:
    with pytest.raises(reason):
        narrow.look(data, "a.png")


def test_a_bomb_that_swells_past_both_tries_costs_itself_alone(
    pictures: Any, narrow: Workers
) -> None:
    bomb = png(13_000, 13_000, 8, 6, bytes(1 << 20))  # its lines are never reached
    with pytest.raises(TooBig):
        narrow.look(bomb, "a.png")
    assert narrow.look(pictures.file(pictures.quarters()), "b.jpg").looked.width == 96


def test_a_tiff_that_leads_back_to_itself_has_as_many_pages_as_it_has(
    pictures: Any, workers: Workers
) -> None:
    for pages in (1, 3):
        looked = workers.look(chain(pictures, pages, back=True), "a.tif").looked
        assert looked.more == (Sheet(96, 64),) * (pages - 1)
        assert not looked.longer


@pytest.mark.parametrize(("pages", "longer"), [(200, False), (201, True), (5_000, True)])
def test_of_a_very_long_tiff_two_hundred_pages_come_in_and_that_is_said(
    pictures: Any, workers: Workers, pages: int, longer: bool
) -> None:
    looked = workers.look(chain(pictures, pages), "a.tif").looked
    assert (len(looked.more), looked.longer) == (199, longer)


def test_of_three_thousand_pages_of_a_document_two_hundred_come_in_and_that_is_said(
    workers: Workers,
) -> None:
    looked = workers.look(document(blank, 3000), "a.pdf").looked
    assert (len(looked.more), looked.longer) == (199, True)


@pytest.mark.parametrize(
    "box",
    [[0, 0, 1e6, 1e6], [0, 0, 1e9, 1], [0, 0, 1e30, 1e30], [0, 0, 0, 0], [0, 0, -5, -5],
     [0, 0, 0.01, 0.01], [0, 0, 3, 1e7], [-1e6, -1e6, 0, 0]],
)  # fmt: skip
def test_a_page_of_any_size_is_drawn_with_no_more_than_forty_million_pixels(
    workers: Workers, box: list[float]
) -> None:
    def change(made: Any) -> None:
        made.pages[0].MediaBox = box

    looked = workers.look(document(blank, change=change), "a.pdf").looked
    assert 1 <= looked.width * looked.height <= 41_000_000
    assert max(looked.width, looked.height) <= 30_001


SPACES = zlib.compress(b" " * (300 << 20), 1)
"""300 MB in 1 MB; pdfium holds it several times over."""


def swelling(made: Any) -> None:
    made.pages[0].Contents = made.make_stream(SPACES, Filter=pikepdf.Name.FlateDecode)


def in_circles(made: Any) -> None:
    form = made.make_indirect(made.make_stream(b"/F Do /F Do /F Do"))
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = [0, 0, 72, 48]
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    made.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    made.pages[0].Contents = made.make_stream(b"/F Do")


@pytest.mark.parametrize("change", [swelling, in_circles])
def test_a_document_that_swells_costs_a_worker_and_no_more(
    pictures: Any, narrow: Workers, change: Callable[[Any], object]
) -> None:
    with pytest.raises((Crashed, TooBig, Damaged)):
        narrow.look(document(blank, change=change), "a.pdf")
    assert narrow.look(pictures.file(pictures.quarters()), "b.jpg").looked.width == 96


def test_what_a_document_would_do_is_not_done_and_what_hangs_on_it_stays_there(
    workers: Workers, rendition: Any
) -> None:
    def change(made: Any) -> None:
        script = pikepdf.String("while (true) { app.alert('now'); }")
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)
        made.Root.OpenAction = action
        made.pages[0].AA = pikepdf.Dictionary(O=action)
        made.attachments["MARKER.exe"] = b"MZ" + b"MARKER" * 900

    data = document(lambda canvas: canvas.drawString(9, 9, "Robin"), change=change)
    assert workers.look(data, "a.pdf").looked.width == 300
    assert b"MARKER" not in workers.render(data, rendition())


def test_what_was_written_into_a_form_is_seen(pictures: Any, workers: Workers) -> None:
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(
            name="name", value="MMMMMMMM", x=4, y=4, width=64, height=40, fontSize=14,
            borderWidth=0, fillColor=None, relative=True,
        )  # fmt: skip

    shown = pictures.opened(workers.look(document(form), "a.pdf").thumbnail).convert("L")
    assert shown.getextrema()[0] < 100


@pytest.mark.parametrize(("user", "refused"), [("secret", True), ("", False)])
def test_a_document_is_asked_for_without_a_password_only_when_it_has_one(
    workers: Workers, user: str, refused: bool
) -> None:
    data = document(blank, encryption=pikepdf.Encryption(user=user, owner="another"))
    if refused:
        with pytest.raises(NeedsPassword):
            workers.look(data, "a.pdf")
    else:
        assert workers.look(data, "a.pdf").looked.width == 300


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF", "AVIF"])
def test_a_profile_that_is_rubbish_or_for_other_colours_costs_nothing(
    pictures: Any, workers: Workers, rendition: Any, kind: str
) -> None:
    for profile in (b"\0" * 200, bytes(range(256)) * 40):
        data = pictures.file(pictures.quarters(), kind, icc_profile=profile)
        assert pictures.corners(workers.render(data, rendition()))[0] == "red"


class Held:
    """The most memory that workers held, looked at often."""

    def __init__(self, pool: Workers) -> None:
        self.pool, self.peak = pool, 0

    def __call__(self, wanted: Any) -> Any:
        """The result, once it is there."""
        while True:
            for pid in self.pool.pids():
                try:
                    self.peak = max(self.peak, psutil.Process(pid).memory_info().rss)
                except psutil.Error:
                    continue
            try:
                return wanted.result(0.02)
            except TimeoutError:
                continue


@pytest.mark.torture
@pytest.mark.parametrize(
    ("size", "mode", "how", "most"),
    [
        ((16_320, 12_240), "RGB", {}, 1024),
        ((16_320, 12_240), "RGB", {"progressive": True}, 2560),
        ((11_600, 8_700), "CMYK", {}, 1024),
        ((11_600, 8_700), "RGB", {"progressive": True, "subsampling": 0}, 1024),
    ],
)
def test_a_real_picture_of_up_to_200_megapixels_comes_in_and_is_printed_with_something_hidden(
    pictures: Any, size: tuple[int, int], mode: str, how: dict[str, Any], most: int
) -> None:
    grain = Image.effect_noise((size[0] // 6, size[1] // 6), 60).resize(size).convert(mode)
    data = pictures.file(grain, "JPEG", quality=88, **how)
    del grain
    covered = (Hidden(500, 500, 900, 900),)
    wanted = Rendition(UUID(int=1), Recipe(covered=covered), 2400, 2400)
    with Workers(1) as pool:
        held = Held(pool)
        seen = held(pool.submit_look(data, "a.jpg"))
        assert (seen.looked.width, seen.looked.height) == size
        assert pictures.opened(held(pool.submit_render(data, wanted))).width == 2400
    assert held.peak < most * 2**20
