"""What is done to the large photo, and what a frame on it is for."""

from __future__ import annotations

from enum import Enum


class Mode(Enum):
    """What is being done to the photo."""

    LOOK = "look"
    CROP = "crop"
    HIDE = "hide"
    FACES = "faces"
    POINT = "point"
    SPLIT = "split"


class Kind(Enum):
    """What a frame is for."""

    CROP = "crop"
    FACE = "face"
    HIDE = "hide"
    PRINT = "print"
    POINT = "point"
