"""Archives made to do harm, by someone who has a public key: refused before they can."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lifestory.archive import manifest, tarball
from lifestory.archive.reading_v1 import IdentityKey, open_archive, verify_archive
from lifestory.archive.tarball import BrokenArchive, members
from lifestory.domain.errors import LifestoryError, NewerFormat
from lifestory.sealing.streams import Identity, new_identity

Forge = Callable[[bytes, Identity], Path]
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def own() -> Identity:
    """The key of whoever opens it."""
    return new_identity()


@pytest.fixture
def inside(
    write: Callable[..., Path], unsealed: Callable[[Path, Identity], bytes], own: Identity
) -> Files:
    """The files inside a good archive, in order."""
    plain = unsealed(write(passphrase=None, recipients=[own.recipient]), own)
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        return {one.name: tar.extractfile(one).read() for one in tar}  # type: ignore[union-attr]


def packed(files: Files) -> bytes:
    """Files as Lifestory packs them."""
    tar = b"".join(
        tarball.header(name, len(content)) + content + tarball.padding(len(content))
        for name, content in files.items()
    )
    return tar + tarball.END


def odd(**fields: object) -> bytes:
    """A tar with one odd member, as tarfile writes it."""
    info = tarfile.TarInfo("story/data/child.json")
    for name, value in fields.items():
        setattr(info, name, value)
    return info.tobuf(tarfile.PAX_FORMAT) + tarball.END


def listed(inside: Files) -> Files:
    """The files with lists that agree with them."""
    files = {name.removeprefix("story/"): content for name, content in inside.items()}
    files = {name: content for name, content in files.items() if "manifest-" not in name}
    lists = manifest.manifests({name: manifest.sums_of(text) for name, text in files.items()})
    return {f"story/{name}": content for name, content in (files | lists).items()}


def refused(file: Path, own: Identity) -> LifestoryError:
    """Why it is refused, having left nothing behind."""
    before = set(file.parent.rglob("*"))
    with pytest.raises(LifestoryError) as trouble:
        open_archive(file, IdentityKey(own.secret), file.parent / "opened")
    assert set(file.parent.rglob("*")) == before
    return trouble.value


def test_a_good_archive_from_another_hand_is_accepted(
    forge: Forge, inside: Files, own: Identity
) -> None:
    assert packed(listed(inside)) == packed(inside)
    open_archive(forge(packed(inside), own), own, forge(packed(inside), own).parent / "opened")


@pytest.mark.parametrize(
    "fields",
    [
        {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"},
        {"type": tarfile.LNKTYPE, "linkname": "story/bagit.txt"},
        {"type": tarfile.CHRTYPE},
        {"type": tarfile.BLKTYPE},
        {"type": tarfile.FIFOTYPE},
        {"type": tarfile.DIRTYPE},
        {"type": tarfile.CONTTYPE},
        {"type": tarfile.GNUTYPE_SPARSE},
        {"type": tarfile.GNUTYPE_LONGNAME, "size": 10**10},
        {"type": tarfile.XHDTYPE, "size": 10**10},
        {"type": tarfile.XGLTYPE, "size": 10},
        {"pax_headers": {"GNU.sparse.major": "1", "GNU.sparse.minor": "0"}},
        {"pax_headers": {"path": "story/data/x", "size": "-5"}},
        {"pax_headers": {"linkpath": "/etc"}},
        {"pax_headers": {"comment": "x" * 10_000}},
        {"size": 10**15},
    ],
)
def test_only_files_come_out_of_an_archive(
    forge: Forge, own: Identity, fields: dict[str, object]
) -> None:
    assert isinstance(refused(forge(odd(**fields), own), own), BrokenArchive)


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt", "/etc/cron.d/x", "story/../../up", "story//x", "story/data/../../x", "story/",
        "story/data/C:x", "story/data/a\\b", "story/data/nul", "story/data/a/b/c", "other/x",
        "story/data/a.", "story/data/\u202egpj.exe", "story/data/CHILD.JSON",
        "story/data/originals/oma & ich.JPG", "story/data/child.json/x", "story/DATA",
    ],
)  # fmt: skip
def test_names_that_lead_astray_are_refused(
    forge: Forge, inside: Files, own: Identity, name: str
) -> None:
    trouble = refused(forge(packed({**inside, name: b"x"}), own), own)
    assert "name" in trouble.message


def test_a_name_in_another_unicode_form_is_the_same_name(
    forge: Forge, inside: Files, own: Identity
) -> None:
    twice = {**inside, "story/data/books/\u00e9.pdf": b"1", "story/data/books/e\u0301.pdf": b"2"}
    assert refused(forge(packed(twice), own), own).message.startswith("Two files")


@pytest.mark.parametrize(
    "gone",
    [
        "manifest-sha256.txt", "tagmanifest-sha512.txt", "bagit.txt", "bag-info.txt",
        "envelope-sha256.txt", "data/README.txt", "data/child.json",
    ],
)  # fmt: skip
def test_a_bag_that_lacks_a_file_is_refused(
    forge: Forge, inside: Files, own: Identity, gone: str
) -> None:
    del inside[f"story/{gone}"]
    assert isinstance(refused(forge(packed(inside), own), own), BrokenArchive)


@pytest.mark.parametrize(
    "changed",
    [
        "manifest-sha256.txt", "manifest-sha512.txt", "bagit.txt", "tagmanifest-sha256.txt",
        "data/originals/Oma & ich.jpg",
    ],
)  # fmt: skip
def test_a_list_that_lies_is_refused(
    forge: Forge, inside: Files, own: Identity, changed: str
) -> None:
    inside[f"story/{changed}"] = inside[f"story/{changed}"].replace(b"1", b"2") + b" "
    assert isinstance(refused(forge(packed(inside), own), own), BrokenArchive)


def test_a_bag_whose_lists_agree_but_whose_records_do_not_is_refused(
    forge: Forge, inside: Files, own: Identity
) -> None:
    scan = "story/data/originals/Oma & ich.jpg"
    changed = listed({**inside, scan: b"\xff\xd9" + inside[scan][2:]})
    assert "by its digest" in refused(forge(packed(changed), own), own).message
    added = listed({**inside, "story/data/originals/more.jpg": b"x"})
    assert "no record names" in refused(forge(packed(added), own), own).message
    missing = listed({name: text for name, text in inside.items() if name != scan})
    assert "missing" in refused(forge(packed(missing), own), own).message


def test_json_a_thousand_levels_deep_is_refused(forge: Forge, inside: Files, own: Identity) -> None:
    deep = listed({**inside, "story/data/child.json": b'{"format":' * 100_000})
    assert "deeply" in refused(forge(packed(deep), own), own).message


@pytest.mark.parametrize("name", ["fetch.txt", "data/extra.txt", "manifest-md5.txt"])
def test_a_file_that_no_list_names_is_refused(
    forge: Forge, inside: Files, own: Identity, name: str
) -> None:
    inside[f"story/{name}"] = b"x"
    assert isinstance(refused(forge(packed(inside), own), own), BrokenArchive)


def test_a_newer_archive_is_left_alone_politely(forge: Forge, inside: Files, own: Identity) -> None:
    info = inside["story/bag-info.txt"]
    inside["story/bag-info.txt"] = info.replace(b"Version: 1", b"Version: 2")
    inside["story/something/new"] = b"x"
    assert isinstance(refused(forge(packed(inside), own), own), NewerFormat)


def test_something_hidden_after_the_end_is_refused(
    forge: Forge, inside: Files, own: Identity
) -> None:
    trouble = refused(forge(packed(inside) + b"x" * 2**20, own), own)
    assert isinstance(trouble, BrokenArchive)


def test_a_story_without_an_end_is_refused(forge: Forge, inside: Files, own: Identity) -> None:
    assert isinstance(refused(forge(packed(inside)[:-1024], own), own), BrokenArchive)


def test_a_list_too_large_to_keep_is_refused_by_its_header(forge: Forge, own: Identity) -> None:
    huge = tarball.header("story/data/child.json", 2**40)
    with pytest.raises(BrokenArchive, match="too large"):
        verify_archive(forge(huge + bytes(4096), own), own)


def test_more_files_than_anyone_has_are_refused() -> None:
    tar = b"".join(tarball.header(f"story/{number}", 0) for number in range(5)) + tarball.END
    assert len(list(members(io.BytesIO(tar), 5))) == 5
    with pytest.raises(BrokenArchive):
        list(members(io.BytesIO(tar), 4))


def test_an_outside_that_claims_a_large_key_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.tar"
    file.write_bytes(tarball.short_header("README.txt", 2**40) + bytes(4096))
    with pytest.raises(BrokenArchive, match="too large"):
        verify_archive(file, new_identity())


def test_an_archive_of_ten_gigabytes_would_still_have_one_header_outside() -> None:
    block = tarball.short_header("story.age", 10 * 2**30)
    assert tarball.short_member(io.BytesIO(block), ("story.age",)).size == 10 * 2**30
