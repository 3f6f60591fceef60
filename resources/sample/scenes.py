"""Three "photographs" in the hand of the others: a toy rabbit, a first school day, a breakfast."""

from __future__ import annotations

from hand import Canvas
from PIL import Image


def rabbit() -> Image.Image:
    """An old toy rabbit on a yellow blanket, by a window."""
    page = Canvas(1700, 1700, "D8CBB4", seed=21)
    wall = page.brush().box(0, 0, 1700, 1700)
    page.paint(wall, "CFC6B2", "E6DAC0")
    page.paint(page.brush().box(0, 60, 620, 900), "F7EFD8", "F3E3BE", soft=60, strength=0.9)
    page.paint(page.brush().box(1250, 0, 500, 1200), "A9B4A2", "BFC0A8", soft=80, strength=0.7)
    page.lights(16, ("FFF6DC", "E9D9A8", "C9D2B4"), 0, 900)
    page.paint(page.brush().blob((-60, 1190), (300, 1110), (850, 1150), (1400, 1100), (1780, 1180),
               (1780, 1800), (850, 1850), (-60, 1800)), "EFC14F", "C98F2C", rough=4)  # fmt: skip
    for row in range(6):
        y = 1215 + row * 92
        fold = [(-20, y + 40), (400, y), (850, y + 34), (1300, y - 10), (1720, y + 30)]
        page.paint(page.brush().stroke(fold, 10), "B98427", soft=6, strength=0.45)
        page.paint(page.brush().stroke([(x, v - 16) for x, v in fold], 8), "FBE08F", soft=6,
                   strength=0.5)  # fmt: skip
    page.paint(page.brush().oval(890, 1420, 470, 74), "7A5416", soft=34, strength=0.55)
    ears(page)
    page.paint(page.brush().blob((600, 1330), (640, 1080), (760, 960), (940, 960), (1060, 1080),
               (1100, 1330), (1020, 1430), (850, 1450), (680, 1430)), "AEA9A4", "8E8984", rough=5,
               shade=0.22)  # fmt: skip
    page.paint(page.brush().blob((730, 1320), (760, 1130), (850, 1070), (940, 1130), (970, 1320),
               (850, 1410)), "CFC9C0", "BDB6AC", rough=4)  # fmt: skip
    for x, lean in ((600, -30), (1100, 30)):
        page.paint(page.brush().blob((x - 60, 1080 - lean), (x + 10, 1040), (x + 64, 1090),
                   (x + 56 + lean, 1260), (x - 10 + lean, 1310), (x - 62 + lean, 1240)), "A8A39E",
                   "8F8A85", rough=5, shade=0.15)  # fmt: skip
    for x in (690, 1010):
        page.paint(page.brush().blob((x - 120, 1420), (x - 80, 1350), (x + 30, 1340),
                   (x + 118, 1400), (x + 90, 1474), (x - 60, 1490)), "B3AEA8", "96918C", rough=5,
                   shade=0.15)  # fmt: skip
        page.paint(page.brush().oval(x, 1424, 46, 34), "CFC9C0", rough=3)
    page.paint(page.brush().blob((630, 790), (690, 640), (850, 590), (1010, 640), (1070, 790),
               (1000, 950), (850, 1000), (700, 950)), "B5B0AA", "9A958F", rough=5,
               shade=0.2)  # fmt: skip
    page.paint(page.brush().oval(850, 880, 118, 84), "D3CCC2", "C4BCB0", rough=4)
    for x in (752, 948):
        page.paint(page.brush().oval(x, 770, 27, 29), "241E1B")
        page.paint(page.brush().oval(x - 8, 760, 8, 8), "FFFFFF")
    page.paint(page.brush().blob((822, 836), (850, 826), (878, 836), (850, 868)), "B4786E", soft=1)
    page.paint(page.brush().stroke([(850, 866), (850, 898)], 6), "6E5A50", soft=0.6)
    page.paint(page.brush().stroke([(804, 900), (828, 922), (850, 898)], 6), "6E5A50", soft=0.6)
    page.paint(page.brush().stroke([(850, 898), (872, 922), (896, 900)], 6), "6E5A50", soft=0.6)
    patch(page, 1006, 1196)
    page.paint(page.brush().blob((690, 985), (850, 1030), (1010, 985), (1020, 1030), (850, 1080),
               (680, 1030)), "D9583F", "BC4632", rough=3)  # fmt: skip
    page.paint(page.brush().blob((870, 1050), (930, 1060), (960, 1190), (906, 1200)), "CB4E38",
               "B0412E", rough=3)  # fmt: skip
    return page.finish()


def ears(page: Canvas) -> None:
    """Two long ears; one has flopped."""
    page.paint(page.brush().blob((700, 690), (650, 480), (660, 270), (720, 200), (790, 270),
               (810, 480), (800, 650)), "B1ACA6", "9A958F", rough=5, shade=0.15)  # fmt: skip
    page.paint(page.brush().blob((722, 620), (695, 450), (705, 300), (730, 258), (762, 310),
               (770, 460), (764, 610)), "D9B9AC", "C9A497", rough=4)  # fmt: skip
    page.paint(page.brush().blob((900, 650), (960, 470), (1080, 370), (1200, 420), (1262, 580),
               (1240, 720), (1180, 740), (1150, 610), (1080, 560), (1000, 660)), "AAA59F",
               "948F8A", rough=5, shade=0.2)  # fmt: skip
    page.paint(page.brush().blob((968, 560), (1060, 440), (1150, 450), (1212, 570), (1204, 680),
               (1166, 560), (1080, 500)), "D2B1A4", "C29D90", rough=4)  # fmt: skip


def patch(page: Canvas, x: float, y: float) -> None:
    """A patch where he was mended."""
    page.paint(page.brush().box(x - 44, y - 40, 88, 84, 8), "7F9DB0", "6F8FA3", rough=3)
    for step in range(4):
        at = x - 34 + step * 22
        for top in (y - 46, y + 36):
            page.paint(page.brush().stroke([(at, top), (at + 4, top + 16)], 5), "F3E9D2", soft=0.5)


def brickwork(page: Canvas, left: float, right: float, foot: float) -> None:
    """A wall of bricks, lightly out of line."""
    tones = ("C27A55", "B86C49", "CB8560", "BE7450", "B06544")
    page.paint(page.brush().box(left, 0, right - left, foot), "D0A283", "BE8E70")
    y, row = 0.0, 0
    while y < foot:
        x = left - (row % 2) * 66
        while x < right:
            tone = page.random.choice(tones)
            near, far = max(x, left), min(x + 126, right)
            if far > near + 8:
                page.paint(page.brush().box(near, y, far - near, 46, 4), tone, soft=1.2,
                           strength=0.85)  # fmt: skip
            x += 133
        y, row = y + 53, row + 1


def face(page: Canvas, x: float, y: float, size: float) -> None:
    """Robin's face; `size` is half its width in pixels."""
    s = size / 100
    page.paint(page.brush().box(x - 36 * s, y + 70 * s, 72 * s, 90 * s, 14 * s), "D99B73", "C98B64")
    for side in (-1, 1):
        page.paint(page.brush().oval(x + side * 102 * s, y + 14 * s, 17 * s, 26 * s), "D9A07C",
                   rough=2)  # fmt: skip
    page.paint(page.brush().blob((x - 98 * s, y - 40 * s), (x, y - 112 * s),
               (x + 98 * s, y - 40 * s), (x + 90 * s, y + 60 * s), (x + 44 * s, y + 112 * s),
               (x, y + 122 * s), (x - 44 * s, y + 112 * s), (x - 90 * s, y + 60 * s)), "F2C8A4",
               "E7B189", rough=2, shade=0.1)  # fmt: skip
    page.paint(page.brush().blob((x - 112 * s, y + 22 * s), (x - 112 * s, y - 70 * s),
               (x - 50 * s, y - 136 * s), (x + 50 * s, y - 136 * s), (x + 112 * s, y - 70 * s),
               (x + 112 * s, y + 22 * s), (x + 92 * s, y - 30 * s), (x + 44 * s, y - 54 * s),
               (x + 4 * s, y - 38 * s), (x - 60 * s, y - 46 * s), (x - 94 * s, y - 24 * s)),
               "6A4A30", "5E402A", rough=3)  # fmt: skip
    for side in (-1, 1):
        page.paint(page.brush().oval(x + side * 60 * s, y + 46 * s, 27 * s, 23 * s), "E98E6E",
                   soft=11 * s, strength=0.62)  # fmt: skip
        page.paint(page.brush().oval(x + side * 42 * s, y + 6 * s, 9.5 * s, 12 * s), "3A2A20")
        page.paint(page.brush().oval(x + side * 42 * s + 3 * s, y + 2 * s, 3.4 * s, 3.4 * s),
                   "FFFFFF")  # fmt: skip
        brow = [(x + side * 24 * s, y - 27 * s), (x + side * 44 * s, y - 33 * s),
                (x + side * 64 * s, y - 25 * s)]  # fmt: skip
        page.paint(page.brush().stroke(brow, 5 * s), "6A4A30", soft=1.2, strength=0.8)
    page.paint(page.brush().oval(x, y + 38 * s, 13 * s, 7 * s), "D58F6C", soft=1.5)
    smile = [(x - 36 * s, y + 62 * s), (x, y + 72 * s), (x + 36 * s, y + 62 * s),
             (x, y + 90 * s)]  # fmt: skip
    page.paint(page.brush().blob(*smile), "A8453A")
    page.paint(page.brush().stroke([(x - 30 * s, y + 66 * s), (x, y + 75 * s),
               (x + 30 * s, y + 66 * s)], 5 * s), "FFF6EC")  # fmt: skip


def first_school_day() -> Image.Image:
    """Robin, four years old, on the doorstep with a bag that is too big."""
    page = Canvas(1500, 1960, "C08058", seed=33)
    brickwork(page, 0, 1500, 1560)
    page.paint(page.brush().box(0, 1540, 1500, 420), "B9AE9C", "9D917F")
    page.paint(page.brush().box(395, 150, 710, 1440), "F6EEDC", "E6DCC6", rough=3)
    page.paint(page.brush().box(452, 205, 596, 1385), "F2BE49", "DDA22F", rough=3, shade=0.15)
    for x in (510, 768):
        for y, tall in ((520, 330), (910, 560)):
            page.paint(page.brush().box(x, y, 222, tall, 8), "D99B28", soft=2, strength=0.55)
            page.paint(page.brush().box(x + 8, y + 9, 208, tall - 14, 8), "EFB83F", soft=2,
                       strength=0.8)  # fmt: skip
    page.paint(page.brush().box(522, 262, 456, 190, 10), "9FB6B4", "C5D2C6", rough=2)
    page.paint(page.brush().stroke([(560, 430), (660, 290)], 26), "E9F0E6", soft=6, strength=0.6)
    page.paint(page.brush().oval(1000, 900, 20, 20), "8A5A1E", soft=1)
    page.paint(page.brush().box(330, 1572, 840, 76, 6), "D2C8B6", "B5AA97", rough=3)
    page.lights(12, ("FFF2CC", "F6D48A"), 0, 700)
    pot(page, 235, 1520)
    pot(page, 1275, 1520)
    page.paint(page.brush().oval(755, 1640, 300, 40), "54463A", soft=22, strength=0.6)
    page.paint(page.brush().blob((500, 960), (570, 850), (930, 850), (1000, 960), (1024, 1300),
               (930, 1400), (570, 1400), (476, 1300)), "C8483A", "A63A2E", rough=4,
               shade=0.2)  # fmt: skip
    for side in (-1, 1):
        x = 750 + side * 66
        page.paint(page.brush().box(x - 37, 1390, 74, 200, 12), "EDC29C", "DDAA82", shade=0.12)
        page.paint(page.brush().box(x - 39, 1520, 78, 86, 10), "F4F0E6", "E2DCCE", rough=2)
        page.paint(page.brush().blob((x - 52, 1640), (x - 46, 1590), (x + 40, 1588),
                   (x + 54, 1640)), "3A2E2C", "2A2120", rough=2)  # fmt: skip
        page.paint(page.brush().sharp((x - 64, 1260), (x + 64, 1260), (x + 58, 1440),
                   (x - 58, 1440)), "6A7078", "565C64", rough=3, shade=0.15)  # fmt: skip
        arm = [(750 + side * 128, 960), (750 + side * 186, 1130), (750 + side * 168, 1270)]
        page.paint(page.brush().stroke(arm, 82), "3F8150", "326A41", rough=3)
        page.paint(page.brush().oval(750 + side * 166, 1306, 36, 38), "EDC29C", "DDAA82", rough=2)
    page.paint(page.brush().blob((610, 940), (690, 880), (810, 880), (890, 940), (900, 1180),
               (886, 1300), (614, 1300), (600, 1180)), "4A8F5C", "37714A", rough=4,
               shade=0.18)  # fmt: skip
    page.paint(page.brush().sharp((700, 880), (750, 950), (800, 880), (780, 860), (720, 860)),
               "F6F2E8", rough=2)  # fmt: skip
    for side in (-1, 1):
        strap = [(750 + side * 84, 884), (750 + side * 100, 1010), (750 + side * 108, 1190)]
        page.paint(page.brush().stroke(strap, 34), "C8483A", "A63A2E", rough=2)
    face(page, 750, 730, 122)
    return page.finish()


def pot(page: Canvas, x: float, y: float) -> None:
    """A pot of geraniums."""
    page.paint(page.brush().oval(x, y + 128, 110, 18), "54463A", soft=12, strength=0.5)
    page.paint(page.brush().sharp((x - 88, y), (x + 88, y), (x + 62, y + 130), (x - 62, y + 130)),
               "C0653F", "A25232", rough=3, shade=0.15)  # fmt: skip
    page.paint(page.brush().blob((x - 130, y), (x - 100, y - 120), (x, y - 165),
               (x + 104, y - 120), (x + 130, y), (x, y + 24)), "5A8A48", "44703A",
               rough=6)  # fmt: skip
    for dx, dy in ((-70, -80), (-10, -130), (56, -96), (16, -58), (-40, -24), (84, -34)):
        page.paint(page.brush().oval(x + dx, y + dy, 27, 23), "E4694F", "D04A38", rough=4)


def adoption_morning() -> Image.Image:
    """A kitchen table on the adoption day: the judge on a laptop, cereal, and a cake."""
    page = Canvas(2100, 1600, "E9D9B8", seed=55)
    page.paint(page.brush().box(0, 0, 2100, 1100), "EBDDBF", "F1E2C2")
    page.paint(page.brush().box(1440, 60, 480, 640, 6), "FBF4DF", soft=16)
    page.paint(page.brush().box(1475, 95, 410, 570), "DCE9E4", "E6E7C4", soft=18)
    page.paint(page.brush().oval(1640, 560, 170, 190), "A9BF84", soft=30, strength=0.9)
    page.paint(page.brush().box(1670, 90, 18, 580), "FBF4DF", soft=8)
    page.paint(page.brush().box(0, 690, 2100, 26), "D8C49C", soft=12, strength=0.7)
    page.lights(26, ("FFF3CE", "F9DFA0", "E8C9A0"), 0, 760)
    bunting(page)
    page.paint(page.brush().blob((-100, 1010), (1050, 965), (2200, 1010), (2200, 1750),
               (-100, 1750)), "B98257", "8E5E3C", rough=3)  # fmt: skip
    for y, tone in ((1080, "A97349"), (1190, "A06A42"), (1330, "94603B")):
        page.paint(page.brush().stroke([(-20, y + 20), (1050, y - 14), (2120, y + 16)], 5), tone,
                   soft=2, strength=0.7)  # fmt: skip
    cereal(page, 420, 560, 250, 500, ("E9AE3A", "D48F24"))
    cereal(page, 1330, 600, 220, 450, ("4F93AA", "3B7C95"))
    laptop(page, 990, 560)
    cake(page, 1690, 1160)
    mug(page, 330, 1170, "D9583F")
    mug(page, 1330, 1120, "3F8150")
    child_from_behind(page, 850, 1180)
    return page.finish(dusk=0.36)


def bunting(page: Canvas) -> None:
    """Paper flags on a string."""
    tones = ("D9583F", "F2BE49", "6FA364", "4F93AA", "8A659B")
    string = [(x, 90 + 90 * (1 - ((x - 700) / 900) ** 2)) for x in range(-60, 2180, 70)]
    page.paint(page.brush().stroke(string, 6), "8A6A4A", soft=1.5)
    for step, (x, y) in enumerate(string[1:-1:2]):
        flag = page.brush().sharp((x - 48, y - 4), (x + 50, y + 4), (x + 4, y + 116))
        page.paint(flag, tones[step % 5], rough=3, soft=1)


def cereal(page: Canvas, x: float, y: float, w: float, h: float, tones: tuple[str, str]) -> None:
    """A cereal box with a sun on it."""
    page.paint(page.brush().oval(x + w / 2, y + h, w * 0.66, 22), "4A2E1C", soft=16, strength=0.5)
    page.paint(page.brush().sharp((x + w, y + 10), (x + w + 54, y + 30), (x + w + 54, y + h - 22),
               (x + w, y + h)), tones[1], rough=2, shade=0.3)  # fmt: skip
    page.paint(page.brush().box(x, y, w, h, 5), *tones, rough=2.5, shade=0.12)
    page.paint(page.brush().oval(x + w / 2, y + h * 0.36, w * 0.3, w * 0.3), "FBEFC9", rough=3)
    page.paint(page.brush().blob((x + w * 0.16, y + h * 0.66), (x + w * 0.5, y + h * 0.6),
               (x + w * 0.84, y + h * 0.66), (x + w * 0.72, y + h * 0.86),
               (x + w * 0.28, y + h * 0.86)), "FDF8EA", "EFE2C8", rough=2.5)  # fmt: skip


def laptop(page: Canvas, x: float, y: float) -> None:
    """A laptop against the boxes, the judge waving on it."""
    page.paint(page.brush().oval(x, y + 560, 430, 30), "4A2E1C", soft=20, strength=0.55)
    page.paint(page.brush().box(x - 352, y, 704, 468, 22), "5C6066", "474B50", rough=2)
    page.paint(page.brush().box(x - 322, y + 30, 644, 404, 6), "C9D6D2", "E5DEC8")
    page.paint(
        page.brush().box(x - 322, y + 30, 210, 404), "B99A74", "A5855F", soft=8, strength=0.8
    )
    for row in range(4):
        for step in range(6):
            tone = page.random.choice(("8A3B2A", "3F6F66", "B98427", "5B5470", "7A5C40"))
            page.paint(page.brush().box(x - 312 + step * 32, y + 48 + row * 98, 25, 78, 2), tone,
                       soft=3, strength=0.7)  # fmt: skip
    body = page.brush().blob((x - 130, y + 470), (x - 110, y + 330), (x + 20, y + 285),
               (x + 150, y + 330), (x + 172, y + 470))  # fmt: skip
    page.paint(body, "3B3F52", "2E3142", rough=2.5)
    page.paint(page.brush().box(x - 330, y + 434, 660, 60), "4B4F55")
    page.paint(
        page.brush().sharp((x - 14, y + 290), (x + 54, y + 290), (x + 20, y + 352)), "F6F2E8"
    )
    page.paint(page.brush().stroke([(x + 140, y + 380), (x + 214, y + 320),
               (x + 226, y + 230)], 50), "3B3F52", rough=2)  # fmt: skip
    page.paint(page.brush().oval(x + 228, y + 184, 28, 36), "9C6A48", rough=1.5)
    for dx, dy in ((-22, -34), (-6, -44), (10, -42), (26, -30)):
        page.paint(page.brush().stroke([(x + 228 + dx * 0.6, y + 170),
                   (x + 228 + dx, y + 172 + dy)], 11), "9C6A48")  # fmt: skip
    page.paint(page.brush().blob((x - 66, y + 190), (x - 60, y + 92), (x + 20, y + 58),
               (x + 100, y + 92), (x + 106, y + 190), (x + 84, y + 252), (x - 44, y + 252)),
               "3A302C", rough=3)  # fmt: skip
    page.paint(page.brush().box(x - 4, y + 240, 48, 64, 10), "8A5C3E")
    page.paint(page.brush().blob((x - 44, y + 150), (x - 26, y + 112), (x + 20, y + 104),
               (x + 66, y + 112), (x + 84, y + 150), (x + 74, y + 226), (x + 20, y + 268),
               (x - 34, y + 226)), "A8744F", "99673F", rough=2)  # fmt: skip
    for side in (-1, 1):
        page.paint(page.brush().oval(x + 20 + side * 30, y + 178, 6, 8), "2A1E18")
        page.paint(page.brush().oval(x + 20 + side * 42, y + 208, 15, 12), "C0664A", soft=6,
                   strength=0.5)  # fmt: skip
    page.paint(page.brush().stroke([(x - 6, y + 224), (x + 20, y + 238), (x + 46, y + 224)], 7),
               "8A3B2E")  # fmt: skip
    page.paint(page.brush().sharp((x - 352, y + 462), (x + 352, y + 462), (x + 420, y + 560),
               (x - 420, y + 560)), "B9BCBE", "A4A7AA", rough=2)  # fmt: skip
    page.paint(page.brush().sharp((x - 310, y + 478), (x + 310, y + 478), (x + 345, y + 524),
               (x - 345, y + 524)), "6A6E72", soft=1.5)  # fmt: skip


def cake(page: Canvas, x: float, y: float) -> None:
    """A round cake with one piece already gone."""
    page.paint(page.brush().oval(x, y + 176, 330, 46), "3F2616", soft=20, strength=0.6)
    page.paint(page.brush().oval(x, y + 140, 316, 60), "F8F3E6", "DCD3C0", rough=2)
    page.paint(page.brush().blob((x - 232, y - 40), (x, y - 76), (x + 232, y - 40),
               (x + 236, y + 120), (x, y + 166), (x - 236, y + 120)), "C98A52", "A96C3A", rough=3,
               shade=0.2)  # fmt: skip
    page.paint(page.brush().stroke([(x - 232, y + 30), (x, y + 66), (x + 232, y + 30)], 15),
               "B53A34", rough=2)  # fmt: skip
    page.paint(page.brush().blob((x - 246, y - 46), (x - 120, y - 100), (x + 120, y - 100),
               (x + 246, y - 46), (x + 240, y + 6), (x + 170, y - 4), (x + 120, y + 34),
               (x + 50, y + 8), (x - 20, y + 42), (x - 90, y + 10), (x - 160, y + 30),
               (x - 232, y - 2)), "FDF4DE", "F2E0BC", rough=3)  # fmt: skip
    middle, left, right = (x + 14, y - 34), (x - 66, y + 26), (x + 122, y + 12)
    deep = 122
    page.paint(page.brush().sharp(middle, left, (left[0], left[1] + deep), (x + 20, y + 178),
               (right[0], right[1] + deep), right), "F4EDDC", "D8CDB6")  # fmt: skip
    for rim, tone in ((left, "DDA868"), (right, "EBBE84")):
        page.paint(page.brush().sharp(middle, rim, (rim[0], rim[1] + deep),
                   (middle[0], middle[1] + deep)), tone, shade=0.12)  # fmt: skip
        page.paint(page.brush().sharp(middle, rim, (rim[0], rim[1] + 17),
                   (middle[0], middle[1] + 17)), "FDF4DE")  # fmt: skip
        page.paint(page.brush().stroke([(middle[0], middle[1] + 66), (rim[0], rim[1] + 66)], 13),
                   "B53A34")  # fmt: skip
    for dx, dy in ((-190, -46), (-110, -70), (96, -70), (186, -46), (-150, -20), (-10, -72)):
        page.paint(page.brush().oval(x + dx, y + dy, 17, 14), "D9483F", rough=2)


def mug(page: Canvas, x: float, y: float, tone: str) -> None:
    """A mug of tea."""
    page.paint(page.brush().oval(x, y + 108, 92, 18), "3F2616", soft=12, strength=0.5)
    page.paint(page.brush().stroke([(x + 62, y - 30), (x + 118, y - 14), (x + 108, y + 48),
               (x + 58, y + 62)], 22), tone, rough=2)  # fmt: skip
    page.paint(page.brush().box(x - 74, y - 70, 148, 180, 22), tone, rough=2.5, shade=0.2)
    page.paint(page.brush().oval(x, y - 68, 74, 20), "FBF4E4")
    page.paint(page.brush().oval(x, y - 66, 62, 14), "8A5630")


def child_from_behind(page: Canvas, x: float, y: float) -> None:
    """Robin, three years old, in a yellow coat, waving."""
    page.paint(page.brush().stroke([(x - 150, y + 300), (x - 260, y + 150),
               (x - 282, y - 20)], 96), "E8AE35", "D0922A", rough=3)  # fmt: skip
    page.paint(page.brush().oval(x - 284, y - 92, 42, 50), "EDC29C", "DDAA82", rough=2)
    for dx, dy in ((-30, -44), (-10, -58), (12, -54), (32, -38)):
        page.paint(page.brush().stroke([(x - 284 + dx * 0.6, y - 110),
                   (x - 284 + dx, y - 104 + dy)], 17), "EDC29C")  # fmt: skip
    page.paint(page.brush().blob((x - 260, y + 480), (x - 236, y + 250), (x - 140, y + 150),
               (x, y + 124), (x + 140, y + 150), (x + 236, y + 250), (x + 262, y + 480)), "F2BE49",
               "DB9F30", rough=4, shade=0.18)  # fmt: skip
    page.paint(page.brush().blob((x - 150, y + 168), (x, y + 106), (x + 150, y + 168),
               (x + 96, y + 262), (x, y + 286), (x - 96, y + 262)), "E0A733", "C98F28",
               rough=3)  # fmt: skip
    for side in (-1, 1):
        page.paint(page.brush().oval(x + side * 146, y + 24, 22, 34), "E2AE86", rough=2)
    page.paint(page.brush().blob((x - 148, y + 40), (x - 150, y - 90), (x - 80, y - 166),
               (x, y - 184), (x + 80, y - 166), (x + 150, y - 90), (x + 148, y + 40),
               (x + 96, y + 134), (x, y + 156), (x - 96, y + 134)), "74523A", "573A26", rough=4,
               shade=0.14)  # fmt: skip
    for dx in (-70, 0, 70):
        lock = [(x + dx * 0.4, y - 150), (x + dx, y - 40), (x + dx * 1.1, y + 96)]
        page.paint(page.brush().stroke(lock, 8), "8A6647", soft=5, strength=0.5)
