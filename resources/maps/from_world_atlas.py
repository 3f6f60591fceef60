"""Makes countries.json from countries-50m.json of npm `world-atlas` 2 (Natural Earth, 1 : 50 m).

Each country is drawn flat about its own middle (Lambert azimuthal equal-area), its far-off parts
left out, simplified, and scaled into a square of 1,000 units: an outline, no longer a map. Run it
with the path of that file: python resources/maps/from_world_atlas.py countries-50m.json
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]

NAMES = {
    "Antigua and Barb.": "Antigua and Barbuda", "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "", "British Virgin Is.": "British Virgin Islands",
    "Cayman Is.": "Cayman Islands", "Central African Rep.": "Central African Republic",
    "Cook Is.": "Cook Islands", "Côte d'Ivoire": "Ivory Coast",
    "Dem. Rep. Congo": "Democratic Republic of the Congo", "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea", "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands", "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "", "Heard I. and McDonald Is.": "", "Indian Ocean Ter.": "",
    "Macedonia": "North Macedonia", "Marshall Is.": "Marshall Islands", "N. Cyprus": "",
    "N. Mariana Is.": "Northern Mariana Islands", "Pitcairn Is.": "Pitcairn Islands",
    "S. Geo. and the Is.": "", "S. Sudan": "South Sudan", "Siachen Glacier": "",
    "Solomon Is.": "Solomon Islands", "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Pierre and Miquelon": "Saint Pierre and Miquelon",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "St-Barthélemy": "Saint Barthélemy", "St-Martin": "Saint Martin",
    "Turks and Caicos Is.": "Turks and Caicos Islands", "U.S. Virgin Is.": "US Virgin Islands",
    "United States of America": "United States", "W. Sahara": "Western Sahara",
    "Wallis and Futuna Is.": "Wallis and Futuna", "eSwatini": "Eswatini", "Antarctica": "",
    "Ashmore and Cartier Is.": "", "São Tomé and Principe": "São Tomé and Príncipe",
}  # fmt: skip
"""The file's short names in full; an empty one is left out."""

OTHERWISE = {
    "Ivory Coast": ["Côte d’Ivoire"], "Democratic Republic of the Congo": ["DR Congo", "DRC"],
    "Congo": ["Republic of the Congo"], "United States": ["USA", "US", "America",
    "the United States", "United States of America"], "United Kingdom": ["UK", "Britain",
    "Great Britain"], "Czechia": ["Czech Republic", "the Czech Republic"], "Turkey": ["Türkiye"],
    "Netherlands": ["the Netherlands", "Holland"], "Gambia": ["the Gambia"],
    "Myanmar": ["Burma"], "Eswatini": ["Swaziland"], "Ireland": ["Republic of Ireland", "Éire"],
    "Timor-Leste": ["East Timor"], "Macao": ["Macau"], "Philippines": ["the Philippines"],
    "United Arab Emirates": ["UAE", "the Emirates"], "Bahamas": ["the Bahamas"],
    "Cabo Verde": ["Cape Verde"], "North Macedonia": ["Macedonia"],
}  # fmt: skip


def main(source: Path) -> None:
    """Writes countries.json beside this file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    found: dict[str, Any] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        short = shape["properties"]["name"]
        name = NAMES.get(short, short)
        if not name:
            continue
        groups = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_ring(arcs, ring) for polygon in groups for ring in polygon]
        outline = _outline(rings)
        if outline:
            found[name] = {"also": OTHERWISE.get(name, []), "rings": outline}
    rows = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}:"
        f"{json.dumps(found[name], ensure_ascii=False, separators=(',', ':'))}"
        for name in sorted(found)
    )
    target = Path(__file__).with_name("countries.json")
    target.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")


def _arcs(topology: Any) -> list[list[Point]]:
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        found.append(points)
    return found


def _ring(arcs: list[list[Point]], keys: list[int]) -> list[Point]:
    points: list[Point] = []
    for key in keys:
        arc = arcs[key] if key >= 0 else arcs[~key][::-1]
        points += arc[1:] if points else arc
    return points


def _outline(rings: list[list[Point]]) -> list[list[int]]:
    """The rings that belong together, flat, simplified, x and y in turn, y down."""
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    if any(x > 170 for x, _ in largest) or any(x < -170 for x, _ in largest):
        rings = [[(x + 360 if x < 0 else x, y) for x, y in ring] for ring in rings]
        largest = max(rings, key=lambda ring: abs(_area(ring)))
    middle = _middle(largest)
    flat = [[_flat(point, middle) for point in ring] for ring in rings]
    home = _flat_box(max(flat, key=lambda ring: abs(_area(ring))))
    reach = 0.55 * max(home[2] - home[0], home[3] - home[1]) + 120
    near = [ring for ring in flat if _apart(_flat_box(ring), home) < reach]
    whole = _flat_box([point for ring in near for point in ring])
    size = max(whole[2] - whole[0], whole[3] - whole[1])
    found: list[list[int]] = []
    for ring in sorted(near, key=lambda one: -abs(_area(one)))[:60]:
        drawn = [((x - whole[0]) * 1000 / size, (whole[3] - y) * 1000 / size) for x, y in ring]
        if found and abs(_area(drawn)) < 25:
            continue
        kept = _simpler(drawn, 2.2)
        if len(kept) >= 4:
            found.append([round(value) for point in kept[:-1] for value in point])
    return found


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def _middle(ring: list[Point]) -> Point:
    box = _flat_box(ring)
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _flat(point: Point, middle: Point) -> Point:
    """In km east and north of the middle."""
    lon, lat = math.radians(point[0] - middle[0]), math.radians(point[1])
    at = math.radians(middle[1])
    k = 1 + math.sin(at) * math.sin(lat) + math.cos(at) * math.cos(lat) * math.cos(lon)
    k = math.sqrt(2 / max(k, 1e-6)) * 6371
    x = k * math.cos(lat) * math.sin(lon)
    return x, k * (math.cos(at) * math.sin(lat) - math.sin(at) * math.cos(lat) * math.cos(lon))


def _flat_box(ring: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    across = max(0.0, one[0] - other[2], other[0] - one[2])
    return math.hypot(across, max(0.0, one[1] - other[3], other[1] - one[3]))


def _simpler(points: list[Point], least: float) -> list[Point]:
    """Without what lies within `least` of the line (Ramer, Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(len(points)), key=lambda n: math.dist(points[0], points[n]))
        keep.add(far)
        spans = [(0, far), (far, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = math.hypot(bx - ax, by - ay) or 1e-9
        worst, at = 0.0, -1
        for n in range(first + 1, last):
            off = abs((bx - ax) * (ay - points[n][1]) - (ax - points[n][0]) * (by - ay)) / length
            if off > worst:
                worst, at = off, n
        if worst > least:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
