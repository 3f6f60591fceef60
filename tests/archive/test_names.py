"""File names that every system can keep, and told apart on every system."""

from hypothesis import example, given
from hypothesis import strategies as st

from lifestory.archive.names import MOST_BYTES, is_safe, safe_name, same_file, told_apart

any_name = st.text(max_size=300)


@given(any_name)
@example("../../etc/passwd")
@example("C:\\Users\\x")
@example("nul.txt")
@example(" . ")
@example("a" * 149 + ". b")
@example("\u0344" * 80)
def test_any_name_can_be_made_safe_and_then_stays_as_it_is(name: str) -> None:
    made = safe_name(name)
    assert is_safe(made)
    assert len(made.encode()) <= MOST_BYTES + 1
    assert safe_name(made) == made


@given(st.lists(st.sampled_from(["a.jpg", "A.JPG", "a (2).jpg", "é.png", "e\u0301.png", "?", "*"])))
def test_no_two_files_get_a_name_that_some_system_takes_for_one(names: list[str]) -> None:
    made = told_apart(names)
    assert all(map(is_safe, made))
    assert len({same_file(name) for name in made}) == len(names)


def test_ordinary_names_are_kept_and_a_second_one_is_numbered() -> None:
    names = ["IMG_0001.JPG", "Gran, 1998 (scan).tiff", "IMG_0001.JPG", "নানি.png"]
    assert told_apart(names) == [
        "IMG_0001.JPG", "Gran, 1998 (scan).tiff", "IMG_0001 (2).JPG", "নানি.png",
    ]  # fmt: skip


def test_names_that_lead_out_or_mean_something_else_are_not_safe() -> None:
    bad = ["", ".", "..", "a/b", "a\\b", "C:a", "a\0", "con", "COM1.jpg", "a.", " a", "a\u2028b",
           "gpj.\u202eexe", "50%.jpg", "x" * 256, "\ud800"]  # fmt: skip
    assert [name for name in bad if is_safe(name)] == []
