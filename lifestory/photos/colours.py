"""Colours as they are printed: any way of storing them becomes sRGB."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

_WITH_ALPHA = {"RGBA", "RGBa", "LA", "La", "PA"}


def plain(image: Image.Image, ground: str = "") -> Image.Image:
    """The same picture as L, RGB or CMYK; where it was see-through, on `ground` (#rrggbb), white
    when that is empty.

    What those modes can't hold (16 bits, palettes, LAB) is converted; a profile still fits.
    """
    if image.mode in {"L", "RGB", "CMYK"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, ground or "white")
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("L" if image.mode in {"1", "F"} else "RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, by its colour profile if it has one that can be used."""
    change = _change(profile, image.mode) if profile else None
    if change is None:
        return image.convert("RGB")
    converted = ImageCms.applyTransform(image, change)
    assert converted is not None
    return converted


@lru_cache(maxsize=4)
def _change(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From a profile to sRGB; None where there is nothing to do, or the profile is broken."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if mode == "RGB" and ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return None
