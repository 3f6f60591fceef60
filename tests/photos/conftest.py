"""Pictures made on the spot, and the workers that open them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import UUID

import pillow_heif
import pytest
from PIL import Image

from lifestory.domain.edits import Edit, Hidden, Recipe, Region
from lifestory.domain.media import Rendition
from lifestory.photos.workers import Workers

pillow_heif.register_heif_opener()

COLOURS = {
    "red": (220, 30, 30),
    "green": (30, 160, 30),
    "blue": (30, 30, 220),
    "sand": (230, 200, 140),
}


class Pictures:
    """Makes files as they arrive, and looks at what comes back."""

    names = ("JPEG", "PNG", "TIFF", "WEBP", "HEIF")

    def quarters(self, width: int = 96, height: int = 64) -> Image.Image:
        """Red and green above, blue and sand below: it shows which way up it is."""
        image = Image.new("RGB", (width, height))
        places = ((0, 0), (width // 2, 0), (0, height // 2), (width // 2, height // 2))
        for place, colour in zip(places, COLOURS.values(), strict=True):
            image.paste(colour, (*place, place[0] + width // 2, place[1] + height // 2))
        return image

    def file(self, image: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
        """The picture as a file of that kind."""
        out = BytesIO()
        if kind in {"JPEG", "HEIF", "WEBP"}:
            how.setdefault("quality", 95)
        image.save(out, kind, **how)
        return out.getvalue()

    def exif(self, orientation: int = 1, taken: str = "", *, gps: bool = False) -> Image.Exif:
        """What a camera writes."""
        exif = Image.Exif()
        exif[274] = orientation
        exif[271] = "MARKER-OF-A-CAMERA"
        if taken:
            exif.get_ifd(0x8769)[36867] = taken
        if gps:
            exif.get_ifd(0x8825).update(
                {1: "N", 2: (52.0, 55.0, 12.0), 3: "W", 4: (1.0, 28.0, 0.0)}
            )
        return exif

    def opened(self, data: bytes) -> Image.Image:
        """What came back, decoded."""
        image = Image.open(BytesIO(data))
        image.load()
        return image

    def corners(self, data: bytes) -> list[str]:
        """The names of the colours top left, top right, bottom left and bottom right."""
        image = self.opened(data).convert("RGB")
        near, far = (
            (image.width // 4, image.height // 4),
            (image.width * 3 // 4, image.height * 3 // 4),
        )
        places = (near, (far[0], near[1]), (near[0], far[1]), far)
        return [self.nearest(image.getpixel(place)) for place in places]

    def nearest(self, pixel: Any) -> str:
        """The name of the colour a pixel has."""
        return min(
            COLOURS,
            key=lambda name: sum(abs(a - b) for a, b in zip(COLOURS[name], pixel, strict=True)),
        )


@pytest.fixture(scope="session")
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with Workers(2) as pool:
        yield pool


@pytest.fixture(scope="session")
def rendition() -> Any:
    def make(
        *edits: Edit, box: tuple[int, int] = (1000, 1000), covered: tuple[Region, ...] = ()
    ) -> Rendition:
        return Rendition(
            UUID(int=1), Recipe(edits=edits, covered=tuple(map(Hidden.over, covered))), *box
        )

    return make
