"""Draws the sample child's papers and the pictures that go with them.

    python draw_pictures.py FOLDER --pen FONT --print FONT

FOLDER takes the pictures; the fonts are for handwriting (Caveat) and for a child's (Schoolbell).
The photographs' dates and the records are not made here: child.json itself is their source.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from hand import Canvas, Point, curve
from PIL import Image, ImageFont
from scenes import adoption_morning, first_school_day, rabbit


def drawing_of_biscuit() -> Image.Image:
    """Robin in bed, seven years old and drawing: Biscuit asleep on the blanket."""
    page = Canvas(1800, 1270, "FFFFFF", seed=7)
    page.pen([(165, 150), (330, 128), (420, 170), (436, 300), (395, 440), (260, 470), (140, 440),
              (128, 330), (166, 152)], "1F4E8C", 20)  # fmt: skip
    page.pen([(322, 130), (324, 290), (321, 440)], "1F4E8C", 18)
    page.pen([(160, 285), (300, 280), (425, 276)], "1F4E8C", 15)
    page.pen([(352, 172), (400, 182), (346, 200), (402, 214), (350, 232), (396, 246)], "F4C04A", 18)
    blanket = page.brush().blob((520, 800), (620, 742), (900, 734), (1240, 750), (1440, 800),
                                (1450, 905), (1425, 950), (980, 955), (520, 950))  # fmt: skip
    page.scribble(blanket, "4F86C6", 52, 20)
    page.pen([(530, 950), (512, 850), (560, 755), (760, 735), (1000, 730), (1290, 748), (1450, 800),
              (1478, 860), (1442, 950)], "1F4E8C", 19)  # fmt: skip
    page.pen([(222, 560), (228, 800), (226, 1095)], "7A4624", 26)
    page.pen([(1462, 745), (1466, 900), (1462, 1095)], "7A4624", 26)
    page.pen([(220, 980), (600, 990), (1000, 992), (1465, 984)], "7A4624", 24)
    page.pen([(276, 945), (262, 850), (330, 805), (440, 800), (492, 835), (480, 945)], "8C8C8C", 15)
    page.ring(436, 735, 92, 96, "D2733A", 19)
    for step in range(9):
        x = 352 + step * 20
        page.pen([(x, 668 - 14 * math.sin(step / 8 * math.pi)), (x - 6 + step, 600)], "5A4034", 12)
    for x in (408, 468):
        page.pen([(x, 718), (x + 2, 722)], "222222", 19, 1)
    page.pen([(386, 768), (418, 796), (450, 796), (490, 762)], "C8362E", 15)
    body = page.brush().oval(1190, 690, 160, 76)
    page.scribble(body, "B07A45", 40, 16)
    page.ring(1190, 690, 168, 84, "7A4A14", 19)
    page.ring(990, 622, 80, 76, "7A4A14", 19)
    page.pen([(960, 575), (905, 590), (888, 632), (906, 690)], "5E3812", 30)
    page.pen([(968, 618), (992, 626), (1018, 616)], "333333", 12)
    page.pen([(925, 664), (927, 668)], "181818", 30, 1)
    page.pen([(1350, 660), (1412, 620), (1440, 560), (1436, 512)], "7A4A14", 24)
    for x, y, size in ((985, 470, 44), (1075, 385, 60), (1195, 285, 76)):
        page.pen([(x, y), (x + size, y - 2)], "6B4593", 15)
        page.pen([(x + size, y), (x, y + size)], "6B4593", 15)
        page.pen([(x, y + size), (x + size, y + size - 3)], "6B4593", 15)
    return page.finish(grain=0)


def map_of_my_walk(child: str) -> Image.Image:
    """A map in felt pen. No road has a name on it."""
    page = Canvas(1800, 1300, "FBF7EA", seed=11)
    page.pen([(70, 80), (900, 66), (1735, 84)], "333333", 8)
    page.pen([(1735, 80), (1742, 700), (1730, 1225)], "333333", 8)
    page.pen([(1735, 1225), (900, 1238), (66, 1222)], "333333", 8)
    page.pen([(70, 1225), (60, 700), (70, 78)], "333333", 8)
    river = [(1190, 90), (1130, 240), (1215, 420), (1120, 620), (1190, 820), (1090, 1010),
             (1140, 1215)]  # fmt: skip
    for shift in (-42, 0, 42):
        page.pen([(x + shift, y) for x, y in river], "5B9BD0", 34, 3)
    for x, y in ((1150, 330), (1190, 520), (1120, 880)):
        page.pen([(x - 34, y), (x - 10, y + 22), (x + 26, y + 14), (x + 40, y - 14)], "F2B632", 17)
        page.ring(x + 38, y - 28, 13, 13, "F2B632", 12)
    path: list[Point] = [(330, 1040), (420, 900), (360, 740), (480, 600), (690, 610), (800, 760)]
    path += [(960, 770), (1250, 735), (1400, 640), (1380, 440), (1480, 320)]
    for step, (left, top) in enumerate(dotted(path, 44)):
        page.pen([(left, top), (left + 18, top + 4 - 8 * (step % 2))], "C8362E", 13)
    for x in (1085, 1235):
        page.pen([(x, 690), (x, 800)], "7A4624", 17)
    for y in (708, 784):
        page.pen([(1070, y), (1160, y - 16), (1252, y)], "7A4624", 16)
    house(page, 215, 1000)
    for x, y in ((300, 330), (410, 260), (520, 340), (400, 420), (610, 250)):
        page.pen([(x, y + 60), (x + 2, y + 115)], "7A4624", 16)
        page.scribble(page.brush().oval(x, y, 52, 62), "5FA050", 30, 13)
        page.ring(x, y, 54, 64, "2F7A3A", 13)
    dragon(page, 1400, 985)
    flag = [(1480, 320), (1484, 200)]
    page.pen(flag, "333333", 12)
    page.scribble(page.brush().sharp((1488, 198), (1600, 232), (1488, 268)), "F2B632", 24, 11)
    page.pen([(1486, 200), (1598, 232), (1488, 266)], "C8362E", 12)
    compass(page, 1610, 480)
    for text, x, y, size in (
        ("MAP OF MY WALK", 430, 165, 84), ("HOME", 150, 1180, 58), ("the Wild Wood", 545, 480, 52),
        ("ducks", 1250, 545, 50), ("bridge", 915, 668, 44), ("start", 352, 1095, 42),
        ("the very top", 1410, 165, 46), ("DRAGON", 1290, 1160, 58),
        ("(only in winter)", 1440, 1212, 36), ("Biscuit swam here", 640, 1010, 46),
        ("by Robin", 130, 165, 52),
    ):  # fmt: skip
        page.letters(text, x, y, child, size, "333333", 1.4)
    page.pen([(978, 990), (1015, 962), (1052, 940)], "333333", 7)
    page.pen([(1028, 936), (1056, 936), (1044, 962)], "333333", 7)
    return page.finish(grain=0)


def dotted(path: Sequence[Point], gap: float) -> list[Point]:
    """Points along a line of points, a gap apart."""
    line, found, walked = curve(path, steps=40), [path[0]], 0.0
    for a, b in pairwise(line):
        walked += math.dist(a, b)
        if walked >= gap:
            found.append(b)
            walked = 0
    return found


def house(page: Canvas, x: float, y: float) -> None:
    """The house with the yellow door, as Robin draws it."""
    page.scribble(page.brush().sharp((x - 112, y - 70), (x, y - 160), (x + 112, y - 70)), "C8362E",
                  34, 15)  # fmt: skip
    page.pen([(x - 118, y - 66), (x, y - 166), (x + 118, y - 66), (x - 114, y - 66)], "7A2A22", 13)
    page.pen([(x - 96, y - 62), (x - 94, y + 92), (x + 96, y + 92), (x + 96, y - 62)], "7A4624", 14)
    page.scribble(page.brush().box(x - 26, y + 2, 52, 88), "F2B632", 28, 13)
    page.pen([(x - 28, y + 92), (x - 28, y), (x + 28, y), (x + 28, y + 90)], "B07A10", 11)
    for left in (x - 76, x + 40):
        page.pen([(left, y - 42), (left + 36, y - 42), (left + 36, y - 8), (left, y - 8),
                  (left, y - 42)], "1F4E8C", 10)  # fmt: skip


def dragon(page: Canvas, x: float, y: float) -> None:
    """A small dragon, for decoration."""
    page.pen([(x - 130, y + 60), (x - 60, y + 10), (x + 10, y + 70), (x + 90, y + 8),
              (x + 150, y - 40), (x + 190, y - 70)], "3E8E55", 34)  # fmt: skip
    page.ring(x + 212, y - 86, 42, 32, "3E8E55", 17)
    page.pen([(x + 222, y - 94), (x + 224, y - 92)], "222222", 13, 1)
    for step in range(4):
        at = x - 90 + step * 62
        page.pen([(at, y + 2), (at + 18, y - 36), (at + 34, y - 2)], "6B4593", 12)
    page.pen([(x + 262, y - 80), (x + 300, y - 92), (x + 282, y - 72), (x + 312, y - 62)], "E2662C",
             14)  # fmt: skip


def compass(page: Canvas, x: float, y: float) -> None:
    """Four points; north is where Robin says it is."""
    page.pen([(x, y + 66), (x, y - 66)], "333333", 9)
    page.pen([(x - 54, y), (x + 54, y)], "333333", 9)
    page.pen([(x - 18, y - 46), (x, y - 72), (x + 18, y - 46)], "C8362E", 11)


def letter(pen: str) -> Image.Image:
    """The letter from Pat and Errol, on cream paper that was folded twice."""
    page = Canvas(1400, 1880, "F6EEDB", seed=3)
    for y in (640, 1255):
        page.paint(page.brush().box(0, y, 1400, 7), "D9CBAE", soft=5, strength=0.75)
        page.paint(page.brush().box(0, y + 9, 1400, 8), "FFFBEF", soft=6, strength=0.8)
    lines = (
        "Dear little bird,", "",
        "You came to us in the cold, with one bag,",
        "one grey rabbit and a very loud voice.",
        "We were so glad of the noise.", "",
        "You liked porridge, ducks and the song",
        "about the night train. You took your first",
        "steps from Errol’s chair to my knees.",
        "We were there, and we will always be glad.", "",
        "Today a judge said that you have a family.",
        "Errol cried into the carrots. Then he sang.", "",
        "Your pencil line is still on our kitchen door.",
        "So is Rabbit’s. We will not paint over them.", "",
        "With our love,", "Pat and Errol",
    )  # fmt: skip
    baseline = 250
    for text in lines:
        signed = text == "Pat and Errol"
        if text:
            left = 190 if text in (lines[0], *lines[-2:]) else 160
            page.letters(text, left, baseline, pen, 92 if signed else 70, "26407A", 0.5)
        baseline += (104 if signed else 86) if text else 44
    page.paint(page.brush().blob((1010, 1700), (1060, 1640), (1130, 1650), (1160, 1700),
                                 (1120, 1748), (1050, 1750)), "8A6A4A", soft=1)  # fmt: skip
    page.paint(page.brush().blob((1030, 1712), (1060, 1680), (1100, 1690), (1112, 1722),
                                 (1080, 1748), (1048, 1744)), "D9583F", soft=1)  # fmt: skip
    page.paint(page.brush().oval(1062, 1672, 5, 5), "26201C")
    page.paint(page.brush().sharp((1012, 1688), (984, 1694), (1012, 1702)), "6B5238")
    page.paint(page.brush().sharp((1150, 1694), (1222, 1672), (1216, 1694)), "7A5C40")
    for x in (1072, 1098):
        page.pen([(x, 1746), (x - 2, 1790)], "6B5238", 5, 0)
    return page.finish(grain=1.6, dusk=0.1)


def certificate(lettering: str, pen: str) -> Image.Image:
    """The paper that Robin was given to keep of the adoption day."""
    page = Canvas(1800, 1270, "FCF7E8", seed=5)
    for inset, tone, width in ((52, "2C6A43", 9), (72, "8DB874", 4)):
        right, foot = 1800 - inset, 1270 - inset
        corners = [(inset, inset), (right, inset), (right, foot), (inset, foot), (inset, inset)]
        for a, b in pairwise(corners):
            page.pen([a, b], tone, width, 0)
    for x, y, turn in ((160, 160, 45), (1640, 160, 135), (1640, 1110, 225), (160, 1110, 315)):
        for spread in (-46, 0, 46):
            leaf(page, x, y, turn + spread, 92)
    robin(page, 900, 285)
    centred(page, "This is to celebrate that on", 508, pen, 74, "4A5F50")
    centred(page, "20 November 2020", 598, lettering, 66, "2C6A43")
    centred(page, "Robin, Jo and Sam", 745, lettering, 116, "1F4D36")
    centred(page, "became a family in the eyes of the law.", 850, pen, 74, "4A5F50")
    centred(page, "With every good wish from the court", 965, pen, 60, "4A5F50")
    page.pen([(640, 1100), (900, 1098), (1160, 1100)], "8DB874", 3, 0)
    page.pen([(760, 1080), (790, 1020), (800, 1078), (832, 1024), (838, 1080), (872, 1058),
              (900, 1078), (930, 1054), (960, 1080), (1000, 1060), (1070, 1066)],
              "26407A", 4, 1)  # fmt: skip
    centred(page, "the judge", 1150, pen, 46, "4A5F50")
    return page.finish(grain=1.2, dusk=0.06)


def centred(page: Canvas, text: str, y: float, font: str, size: float, tone: str) -> None:
    """A line of lettering in the middle of the page."""
    wide = ImageFont.truetype(font, round(size)).getlength(text)
    page.letters(text, (page.width - wide) / 2, y, font, size, tone, 0.2)


def leaf(page: Canvas, x: float, y: float, turn: float, length: float) -> None:
    """A leaf that points to `turn` degrees."""
    a = math.radians(turn)
    tip = (x + length * math.cos(a), y + length * math.sin(a))
    out = (-0.2 * length * math.sin(a), 0.2 * length * math.cos(a))
    mid = ((x + tip[0]) / 2, (y + tip[1]) / 2)
    sides = ((mid[0] + out[0], mid[1] + out[1]), (mid[0] - out[0], mid[1] - out[1]))
    page.paint(page.brush().blob((x, y), sides[0], tip, sides[1]), "8DB874", "6FA364", soft=0.6)


def robin(page: Canvas, x: float, y: float) -> None:
    """A robin on a twig."""
    page.paint(page.brush().stroke([(x - 210, y + 112), (x, y + 98), (x + 220, y + 118)], 11),
               "7A5C40", rough=2)  # fmt: skip
    for side, turn in ((-150, 200), (150, -20), (-90, 70), (190, 40)):
        leaf(page, x + side, y + 106, turn, 56)
    page.paint(page.brush().sharp((x + 84, y + 6), (x + 196, y + 58), (x + 176, y + 82),
                                  (x + 70, y + 52)), "7A5C40", rough=2)  # fmt: skip
    page.paint(page.brush().blob((x - 96, y + 4), (x - 60, y - 92), (x + 30, y - 104),
               (x + 104, y - 16), (x + 82, y + 64), (x, y + 94), (x - 78, y + 66)), "9A7650",
               "7F5F42", rough=2.5, shade=0.2)  # fmt: skip
    page.paint(page.brush().blob((x - 96, y + 26), (x - 76, y - 50), (x - 10, y - 66),
               (x + 24, y + 2), (x - 2, y + 66), (x - 62, y + 72)), "E4744A",
               "D9583F", rough=2.5)  # fmt: skip
    page.paint(page.brush().blob((x - 50, y + 76), (x + 4, y + 56), (x + 56, y + 70),
               (x + 6, y + 93)), "F3E9D2", rough=2)  # fmt: skip
    page.paint(page.brush().blob((x + 34, y - 40), (x + 100, y + 2), (x + 116, y + 50),
               (x + 48, y + 34)), "6E5238", rough=2)  # fmt: skip
    page.paint(page.brush().oval(x - 30, y - 64, 10, 10), "1E1A18")
    page.paint(page.brush().oval(x - 33, y - 67, 3, 3), "FFFFFF")
    page.paint(page.brush().sharp((x - 88, y - 52), (x - 128, y - 40), (x - 86, y - 32)), "4A3A2A")
    for leg in (-14, 22):
        page.paint(page.brush().stroke([(x + leg, y + 84), (x + leg + 3, y + 106)], 5), "4A3A2A")


def main() -> None:
    """Draw them all into the folder."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--pen", required=True)
    asked.add_argument("--print", required=True, dest="child")
    asked.add_argument("--lettering", required=True)
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    pictures = {
        "drawing-of-biscuit.png": drawing_of_biscuit,
        "map-of-my-walk.png": lambda: map_of_my_walk(given.child),
        "letter-pat-and-errol.jpg": lambda: letter(given.pen),
        "certificate.jpg": lambda: certificate(given.lettering, given.pen),
        "rabbit.jpg": rabbit,
        "first-school-day.jpg": first_school_day,
        "adoption-morning.jpg": adoption_morning,
    }
    for name, draw in pictures.items():
        if given.only in name:
            draw().save(given.folder / name, quality=86, optimize=True)


if __name__ == "__main__":
    main()
