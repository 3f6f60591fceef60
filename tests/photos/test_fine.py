"""Certificates and scans keep a colour for every pixel: a thin red line stays thin and red."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from PIL import Image, JpegImagePlugin

from lifestory.domain.edits import Recipe
from lifestory.domain.media import Rendition
from lifestory.photos.workers import Workers

RED = (200, 30, 40)


def certificate() -> bytes:
    """White paper with red lines one pixel wide."""
    paper = Image.new("RGB", (240, 160), "white")
    for x in range(5, 240, 8):
        paper.paste(RED, (x, 0, x + 1, 160))
    out = BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()


def printed(workers: Workers, *, fine: bool) -> Image.Image:
    wanted = Rendition(UUID(int=1), Recipe(), 240, 160, fine=fine)
    return Image.open(BytesIO(workers.render(certificate(), wanted)))


@pytest.mark.parametrize(("fine", "sampling"), [(True, 0), (False, 2)])
def test_a_scan_has_a_colour_for_every_pixel_and_a_photo_for_every_fourth(
    workers: Workers, *, fine: bool, sampling: int
) -> None:
    assert JpegImagePlugin.get_sampling(printed(workers, fine=fine)) == sampling


def test_a_line_as_thin_as_a_pixel_keeps_its_red(workers: Workers) -> None:
    def off(fine: bool) -> int:
        found: Any = printed(workers, fine=fine).getpixel((101, 80))
        worst: int = max(abs(one - other) for one, other in zip(found, RED, strict=True))
        return worst

    assert off(True) < 25 < off(False)


def test_what_was_rendered_before_is_still_the_same_rendition() -> None:
    plain = Rendition(UUID(int=1), Recipe(), 240, 160)
    assert plain.key == Rendition(UUID(int=1), Recipe(), 240, 160, fine=False).key
    assert plain.key != Rendition(UUID(int=1), Recipe(), 240, 160, fine=True).key
