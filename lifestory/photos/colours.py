"""Colours as they are printed: any way of storing them becomes sRGB."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

_WITH_ALPHA = {"RGBA", "RGBa", "LA", "La", "PA"}


def plain(
    image: Image.Image, profile: bytes | None, ground: str = ""
) -> tuple[Image.Image, bytes | None]:
    """The same picture as L, RGB or CMYK, and the profile that its colours are still to be read by;
    where it was see-through, on `ground` (#rrggbb, as it is printed), white when that is empty.

    What those modes can't hold (16 bits, palettes, LAB) is converted; a profile still fits.
    """
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L"), profile
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        # In sRGB before it is laid on the ground, whose colour no profile of the file may change.
        return _on_ground(image, profile, ground or "white"), None
    if image.mode in {"L", "RGB", "CMYK"}:
        return image, profile
    return image.convert("L" if image.mode in {"1", "F"} else "RGB"), profile


def _on_ground(image: Image.Image, profile: bytes | None, ground: str) -> Image.Image:
    grey = image.mode in {"LA", "La", "L"}
    with_alpha = image.convert("RGBA")
    colours = in_srgb(with_alpha.convert("L" if grey else "RGB"), profile)
    paper = Image.new("RGB", image.size, ground)
    paper.paste(colours, mask=with_alpha.getchannel("A"))
    return paper


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
