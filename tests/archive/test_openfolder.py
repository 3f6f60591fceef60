"""The open folder: out and in again unchanged, and refused whole when it is not whole."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.archive.openfolder import (
    BrokenFolder,
    Parcel,
    read_open_folder,
    records_in,
    schema,
    write_open_folder,
)
from lifestory.domain.errors import BrokenRecord, LifestoryError, NewerFormat
from lifestory.domain.media import Original
from lifestory.domain.people import Person, Place
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import ChildWords, Passage

VALIDATOR = jsonschema.Draft202012Validator(schema())
words = st.text(max_size=40)
plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
unknown = st.dictionaries(words.map(lambda name: f"x-{name}"), plain_json, max_size=2)
some_record: st.SearchStrategy[Record] = st.one_of(
    st.builds(Person, given=words, surname=words, note=words, extra=unknown),
    st.builds(Place, name=words, protected=st.booleans(), extra=unknown),
    st.builds(ChildWords, text=words, about=st.frozensets(st.uuids(), max_size=2)),
    st.builds(Passage, texts=st.dictionaries(st.sampled_from(Band), words), extra=unknown),
)


def by_id(records: tuple[Record, ...]) -> dict[UUID, Record]:
    """Records without the order that kinds bring."""
    return {record.id: record for record in records}


def change(folder: Path, edit: Callable[[Any], None]) -> None:
    """Edit child.json as a program would that does not know the rules."""
    path = folder / "child.json"
    body = json.loads(path.read_text(encoding="utf-8"))
    edit(body)
    path.write_text(json.dumps(body), encoding="utf-8")


def refused(folder: Path) -> str:
    """Why the folder is refused."""
    with pytest.raises(LifestoryError) as trouble:
        read_open_folder(folder)
    return trouble.value.message


@settings(deadline=None)
@given(st.lists(some_record, max_size=4))
def test_records_come_back_as_they_went(records: list[Record]) -> None:
    files = {leaf.name: leaf for leaf in write_open_folder(Parcel(tuple(records), {}))}
    child = files["child.json"].open().read()
    assert by_id(records_in(child)) == by_id(tuple(records))
    VALIDATOR.validate(json.loads(child))


def test_a_folder_comes_back_with_its_originals(folder: Path, parcel: Parcel) -> None:
    back = read_open_folder(folder)
    assert by_id(back.records) == by_id(parcel.records)
    for key, opener in parcel.originals.items():
        with back.originals[key]() as came, opener() as went:
            assert came.read() == went.read()


def test_what_is_written_keeps_its_own_published_schema(folder: Path) -> None:
    published = json.loads((folder / "child.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads((folder / "child.json").read_text(encoding="utf-8")), published)


def test_files_have_their_own_names_and_a_changed_one_is_stated(folder: Path) -> None:
    body = json.loads((folder / "child.json").read_text(encoding="utf-8"))
    stated = [(one["file_name"], one.get("stored_as")) for one in body["records"]["original"]]
    assert stated == [
        ("Oma & ich.jpg", None),
        ("oma & ICH.jpg", "oma & ICH (2).jpg"),
        ("scans/what is this?.tif", "what is this_.tif"),
    ]
    assert {path.name for path in (folder / "originals").iterdir()} == {
        "Oma & ich.jpg", "oma & ICH (2).jpg", "what is this_.tif",
    }  # fmt: skip


def test_a_folder_written_by_hand_needs_no_sizes_or_digests(folder: Path, parcel: Parcel) -> None:
    def forget(body: Any) -> None:
        for original in body["records"]["original"]:
            del original["bytes"], original["sha256"]

    change(folder, forget)
    assert by_id(read_open_folder(folder).records) == by_id(parcel.records)


def test_a_bag_that_was_unpacked_by_hand_is_read(folder: Path, parcel: Parcel) -> None:
    bag = folder.parent / "story"
    bag.mkdir()
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    folder.rename(bag / "data")
    assert by_id(read_open_folder(bag).records) == by_id(parcel.records)


def test_what_systems_leave_behind_is_passed_over(folder: Path) -> None:
    (folder / "originals" / "Thumbs.db").write_bytes(b"x")
    (folder / "originals" / ".DS_Store").write_bytes(b"x")
    assert len(read_open_folder(folder).originals) == 3


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda body: body.update(format="gedcom"), "this is not a Lifestory case"),
        (lambda body: body.update(version="1"), "version is not a whole number"),
        (lambda body: body.update(more=1), "no more"),
        (lambda body: body["records"].update(spell=[]), "kind of record we know"),
        (lambda body: body["records"]["person"][0].update(pet="no"), "records/person/0/pet"),
        (lambda body: body["records"]["person"].append(body["records"]["person"][0]), "person/1"),
        (lambda body: body["records"]["original"][1].update(bytes=9), "original/1: its file has"),
        (lambda body: body["records"]["original"][1].update(sha256="00"), "by its digest"),
        (lambda body: body["records"]["original"].pop(), "a file that no record names"),
        (lambda body: body["records"]["original"][0].update(stored_as="../x"), "original/0: this"),
        (lambda body: body["records"]["original"][0].update(stored_as=3), "original/0: this"),
        (
            lambda body: body["records"]["original"][1].update(stored_as="OMA & ich.JPG"),
            "original/1: another original",
        ),
    ],
)
def test_a_broken_folder_is_refused_with_place_and_reason(
    folder: Path, edit: Callable[[Any], None], said: str
) -> None:
    change(folder, edit)
    assert said in refused(folder)


def test_a_newer_folder_is_left_alone_politely(folder: Path) -> None:
    change(folder, lambda body: body.update(version=2, shape="unheard of"))
    with pytest.raises(NewerFormat):
        read_open_folder(folder)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe{}",
        b'{"format": "lifestory-case", "format": "lifestory-case"}',
        b'{"a": NaN}',
        b'{"a": "\\ud800"}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_plain_json_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenFolder):
        records_in(content)


def test_an_unknown_field_nested_deeply_is_kept_or_refused_but_breaks_nothing() -> None:
    deep = "[" * 900 + "]" * 900
    records = f'{{"person": [{{"id": "{uuid4()}", "x": {deep}}}]}}'
    content = f'{{"format": "lifestory-case", "version": 1, "records": {records}}}'
    try:
        (person,) = records_in(content.encode())
    except BrokenFolder:
        return
    assert "x" in person.extra


def test_a_missing_original_is_named_by_its_place(folder: Path) -> None:
    (folder / "originals" / "Oma & ich.jpg").unlink()
    assert refused(folder) == "records/original/0: its file is missing from originals/."


def test_a_missing_child_json_is_said(folder: Path) -> None:
    (folder / "child.json").unlink()
    assert refused(folder) == "child.json is missing."


def test_two_files_that_differ_in_capitals_only_are_refused(folder: Path) -> None:
    (folder / "originals" / "OMA & ICH.JPG").write_bytes(b"x")
    if len(list((folder / "originals").iterdir())) == 4:
        assert "differ only in capitals" in refused(folder)


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
@pytest.mark.parametrize("linked", ["child.json", "originals", "originals/Oma & ich.jpg"])
def test_links_are_refused_wherever_they_stand(folder: Path, linked: str) -> None:
    elsewhere = folder.parent / "elsewhere"
    (folder / linked).rename(elsewhere)
    (folder / linked).symlink_to(elsewhere)
    assert "plain" in refused(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_plain_file_is_refused_unread(folder: Path) -> None:
    os.mkfifo(folder / "originals" / "endless.jpg")
    assert "plain file" in refused(folder)


def test_an_original_without_a_file_is_never_written_away(parcel: Parcel) -> None:
    with pytest.raises(BrokenFolder):
        list(write_open_folder(Parcel(parcel.records, {})))


def test_no_trouble_repeats_a_name_from_the_folder(folder: Path) -> None:
    change(folder, lambda body: body["records"]["original"][0].update(file_name="Gran/Łoś.jpg"))
    assert "Łoś" not in refused(folder)
    with pytest.raises(BrokenRecord) as trouble:
        records_in(b'{"format":"lifestory-case","version":1,"records":{"Rosa Secret":[{}]}}')
    assert "Rosa" not in trouble.value.message


def test_originals_are_records_with_their_own_unknown_fields(folder: Path) -> None:
    change(folder, lambda body: body["records"]["original"][1].update(box="17"))
    found = [one for one in read_open_folder(folder).records if isinstance(one, Original)]
    assert found[1].extra == {"box": "17"}
