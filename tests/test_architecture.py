"""The door-keeper: every arrow points down, and every craft stays in its room.

It reads the imports of the whole package, so a wrong one fails here and not in a review.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import lifestory

PACKAGE = Path(lifestory.__file__).parent

ARROWS = {
    "domain": set(),
    "assets": set(),
    "sealing": {"domain", "assets"},
    "store": {"sealing", "domain", "assets"},
    "photos": {"domain", "assets"},
    "intake": {"domain", "assets"},
    "letters": {"domain", "assets"},
    "sharing": {"domain", "assets"},
    "book": {"letters", "sharing", "domain", "assets"},
    "checks": {"book", "letters", "sharing", "domain", "assets"},
    "pdf": {"letters", "domain", "assets"},
    "archive": {"sealing", "domain", "assets"},
    "app": {
        "sealing", "store", "photos", "intake", "letters", "sharing", "book", "checks", "pdf",
        "archive", "domain", "assets",
    },
    "cli": {"app", "domain", "assets"},
    "gui": {"app", "domain", "assets"},
    "__main__": {"cli", "gui", "app", "domain", "assets"},
    "__init__": set(),
}  # fmt: skip
"""Each room and the rooms it may use. Source: DESIGN §1."""

CRAFTS: dict[str, str | set[str]] = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "sqlalchemy": "store",
    "sqlcipher3": "store",
    "sqlite3": "store",
    "PIL": "photos",
    "pillow_heif": "photos",
    "uharfbuzz": "letters",
    "bidi": "letters",
    "reportlab": "pdf",
    "pikepdf": "pdf",
    "pypdfium2": {"pdf", "photos"},  # finished books read back; certificates that come as PDF
    "pyrage": "sealing",
    "cryptography": "sealing",
}
"""Each craft and the room that speaks it, or the rooms."""

NETWORK = {"socket", "http", "urllib.request", "ftplib", "smtplib", "requests", "PySide6.QtNetwork"}


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """(room, path, parsed module) for every file of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        room = inside.parts[0] if len(inside.parts) > 1 else inside.stem
        yield room, inside, ast.parse(path.read_text(encoding="utf-8"))


def imports(module: ast.Module) -> Iterator[str]:
    """The full name of everything a module imports, wherever in it."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_arrow_points_down() -> None:
    wrong = []
    for room, path, module in modules():
        assert room in ARROWS, f"{path}: {room} is not a room of the house"
        for name in imports(module):
            first, _, rest = name.partition(".")
            used = rest.split(".")[0]
            inside = first == "lifestory" and used in ARROWS
            if inside and used not in ARROWS[room] | {room, "__init__"}:
                wrong.append(f"{path} may not use {used}")
    assert not wrong


def test_the_arrows_have_no_circle() -> None:
    left = {room: set(below) for room, below in ARROWS.items()}
    while left:
        free = [room for room, below in left.items() if not below & left.keys()]
        assert free, f"a circle among {sorted(left)}"
        for room in free:
            del left[room]


def test_every_craft_stays_in_its_room() -> None:
    wrong = [
        f"{path} speaks {name}; only {spoken} does"
        for room, path, module in modules()
        for name in imports(module)
        for spoken in [CRAFTS.get(name.split(".")[0], room)]
        if room not in ({spoken} if isinstance(spoken, str) else spoken)
    ]
    assert not wrong


def test_nothing_speaks_to_the_network() -> None:
    wrong = [
        f"{path} imports {name}"
        for _, path, module in modules()
        for name in imports(module)
        if any(name == one or name.startswith(f"{one}.") for one in NETWORK)
    ]
    assert not wrong


def test_only_the_lens_makes_a_shared_edition() -> None:
    wrong = [
        str(path)
        for room, path, module in modules()
        if room != "sharing"
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and "SharedEdition" in {getattr(node.func, "id", ""), getattr(node.func, "attr", "")}
    ]
    assert not wrong


def test_the_domain_needs_only_the_standard_library() -> None:

    outside = [
        f"{path} imports {name}"
        for room, path, module in modules()
        if room == "domain"
        for name in imports(module)
        if name.split(".")[0] not in sys.stdlib_module_names | {"lifestory"}
    ]
    assert not outside


def test_every_module_says_what_it_is_for() -> None:
    assert not [str(path) for _, path, module in modules() if not ast.get_docstring(module)]
