"""The faces: their files, measures, and the letters they have. Each file is opened once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, name, normalize

import uharfbuzz as hb

from lifestory import assets
from lifestory.letters.graphemes import clusters

BOLD = 600
"""From this weight on a helping face is bold too."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Heights above the baseline as fractions of the size; `descent` is negative."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """An opened font file."""

    id: str
    weight: int
    languages: tuple[str, ...]
    face: hb.Face
    font: hb.Font
    letters: frozenset[str]
    plain: frozenset[str]
    """The letters that stand for themselves: no marks and nothing invisible."""

    @property
    def upem(self) -> int:
        """Font units to the em."""
        return int(self.face.upem)


@cache
def load(face: str) -> Face:
    """The opened face; KeyError when faces.toml does not name it."""
    entry = assets.read_toml("fonts", "faces.toml")["faces"][face]
    opened = hb.Face(hb.Blob(assets.read_bytes("fonts", *entry["file"].split("/"))))
    others = tuple(f"{script} " for script in entry.get("without", ()))
    letters = frozenset(
        one for one in map(chr, opened.unicodes) if not name(one, "").startswith(others)
    )
    plain = frozenset(one for one in letters if category(one)[0] not in "MC")
    return Face(
        face,
        entry["weight"],
        tuple(entry.get("languages", ())),
        opened,
        hb.Font(opened),
        letters,
        plain,
    )


def known() -> tuple[str, ...]:
    """The ids of all faces."""
    return tuple(assets.read_toml("fonts", "faces.toml")["faces"])


@cache
def metrics(face: str) -> Metrics:
    """How high the face stands. A face that gives no cap or x height is taken as usual."""
    one = load(face)
    extents = one.font.get_font_extents("ltr")
    cap = one.font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or 0.7 * one.upem
    low = one.font.get_metric_position(hb.OTMetricsTag.X_HEIGHT) or 0.5 * one.upem
    return Metrics(
        extents.ascender / one.upem, extents.descender / one.upem, cap / one.upem, low / one.upem
    )


@cache
def relative_size(face: str, helped: str) -> float:
    """How large a face is set beside another, of 1, so that the small letters of both look of one
    height: Nastaliq at the size of Latin is read as a footnote."""
    if face == helped:
        return 1.0
    return _eye(helped) / _eye(face)


def spoken(face: str, language: str) -> str:
    """The language to shape a face in on a page of this language (BCP 47)."""
    own = load(face).languages
    return language if not own or _primary(language) in own else own[0]


def covers(face: str, text: str) -> bool:
    """True when the face has every letter of the text, marks included."""
    one = load(face)
    return one.plain.issuperset(text) or all(_has(one, letter) for letter in clusters(text))


@lru_cache(maxsize=20_000)
def helper(letter: str, face: str, language: str) -> str | None:
    """The face to set a letter (a grapheme cluster) in: `face` itself if it can, else the first
    that can, in the weight of `face`; None when none can."""
    own = load(face)
    if _has(own, letter):
        return face
    return next((one for one in _helpers(own.weight, language) if _has(load(one), letter)), None)


@lru_cache(maxsize=20_000)
def whole_helper(word: str, face: str, language: str) -> str | None:
    """The face to set a whole word in: one word out of two faces looks cut from newspapers, and
    joining letters would not join. None when no face has every letter of it."""
    faces = (face, *_helpers(load(face).weight, language))
    return next((one for one in faces if covers(one, word)), None)


def at_home(face: str, language: str) -> str | None:
    """The helper made for a language, in the weight of `face`; None when the language has none."""
    entries = assets.read_toml("fonts", "faces.toml")["fallback"]
    if any(_primary(language) in entry.get("languages", ()) for entry in entries):
        return _helpers(load(face).weight, language)[0]
    return None


def missing(text: str, face: str, language: str = "en-GB") -> str:
    """The letters of the text that no face has, each once, in order; they would print as boxes."""
    gone = (letter for letter in clusters(text) if helper(letter, face, language) is None)
    return "".join(dict.fromkeys(gone))


@cache
def _helpers(weight: int, language: str) -> tuple[str, ...]:
    entries = assets.read_toml("fonts", "faces.toml")["fallback"]
    first = sorted(entries, key=lambda one: _primary(language) not in one.get("languages", ()))
    return tuple(entry["bold" if weight >= BOLD else "regular"] for entry in first)


def _eye(face: str) -> float:
    """How tall the small letters of a face look, in ems."""
    told = assets.read_toml("fonts", "faces.toml")["faces"][face].get("eye")
    return float(told) if told else metrics(face).x_height


def _primary(language: str) -> str:
    """The language itself, without script and country."""
    return language.partition("-")[0].lower()


def _has(face: Face, letter: str) -> bool:
    """HarfBuzz composes and decomposes, so a letter counts in either form."""
    return any(
        all(one in face.letters or _unseen(one) for one in normalize(form, letter))
        for form in ("NFC", "NFD")
    )


def _unseen(letter: str) -> bool:
    """Controls, joiners, direction marks and variation selectors leave no ink."""
    return category(letter) in ("Cc", "Cf", "Zl", "Zp") or "\ufe00" <= letter <= "\ufe0f"
