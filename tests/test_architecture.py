"""The door-keeper: every arrow points down, and every craft stays in its room.

It reads the imports of the whole package, so a wrong one fails here and not in a review.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import lifestory

PACKAGE = Path(lifestory.__file__).parent

ARROWS = {
    "domain": set(),
    "assets": set(),
    "no_dumps": set(),
    "sealing": {"domain", "assets"},
    "store": {"sealing", "domain", "assets"},
    "photos": {"domain", "assets", "no_dumps"},
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
    "__main__": {"cli", "gui", "app", "domain", "assets", "no_dumps"},
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


@dataclass(frozen=True)
class Module:
    """One file of the package: its room, its path inside, what it says it is for, the full names
    of all it imports, and the last names of all it calls, wherever in it."""

    room: str
    path: Path
    says: str | None
    imports: tuple[str, ...]
    calls: tuple[str, ...]


@cache
def modules() -> tuple[Module, ...]:
    """Every file of the package, read once for all the questions."""
    return tuple(map(_read, sorted(PACKAGE.rglob("*.py"))))


def _read(path: Path) -> Module:
    inside = path.relative_to(PACKAGE)
    room = inside.parts[0] if len(inside.parts) > 1 else inside.stem
    module = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tuple(ast.walk(module))
    called = (node.func for node in nodes if isinstance(node, ast.Call))
    calls = tuple(getattr(one, "attr", "") or getattr(one, "id", "") for one in called)
    return Module(room, inside, ast.get_docstring(module), tuple(_imports(nodes)), calls)


def _imports(nodes: tuple[ast.AST, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_arrow_points_down() -> None:
    wrong = []
    for module in modules():
        room = module.room
        assert room in ARROWS, f"{module.path}: {room} is not a room of the house"
        for name in module.imports:
            first, _, rest = name.partition(".")
            used = rest.split(".")[0]
            inside = first == "lifestory" and used in ARROWS
            if inside and used not in ARROWS[room] | {room, "__init__"}:
                wrong.append(f"{module.path} may not use {used}")
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
        f"{module.path} speaks {name}; only {spoken} does"
        for module in modules()
        for name in module.imports
        for spoken in [CRAFTS.get(name.split(".")[0], module.room)]
        if module.room not in ({spoken} if isinstance(spoken, str) else spoken)
    ]
    assert not wrong


def test_nothing_speaks_to_the_network() -> None:
    wrong = [
        f"{module.path} imports {name}"
        for module in modules()
        for name in module.imports
        if any(name == one or name.startswith(f"{one}.") for one in NETWORK)
    ]
    assert not wrong


def test_only_the_lens_makes_a_shared_edition() -> None:
    wrong = [
        str(module.path)
        for module in modules()
        if module.room != "sharing"
        for called in module.calls
        if called == "SharedEdition"
    ]
    assert not wrong


def test_the_domain_needs_only_the_standard_library() -> None:
    outside = [
        f"{module.path} imports {name}"
        for module in modules()
        if module.room == "domain"
        for name in module.imports
        if name.split(".")[0] not in sys.stdlib_module_names | {"lifestory"}
    ]
    assert not outside


def test_every_module_says_what_it_is_for() -> None:
    assert not [str(module.path) for module in modules() if not module.says]
