"""Names in any writing are found again in the finished PDF, by themselves and in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifestory.domain.media import Rendition
from lifestory.domain.plans import PagePlan, Words
from lifestory.pdf.draw import draw
from lifestory.pdf.readback import read_back, spellings

NAMES = [
    "Żółć", "Nguyễn", "Siân", "Llŷr", "O’Brien", "Ɗanladi", "Ángel-Luis", "e\u0301a\u0323",
    "Χρήστος", "Παπαδόπουλος", "Жанна", "Ґалаґан",
    "محمد", "عَلِيّ", "فاطمة", "لؤي", "عائشہ", "گُلناز", "سُمَیَّہ", "چودھری",
    "অনন্যা", "চট্টোপাধ্যায়", "ਗੁਰਪ੍ਰੀਤ", "ਕੌਰ", "ज्ञानेश्वर", "श्रीवास्तव", "தமிழ்ச்செல்வி", "ஸ்ரீ",
    "欧阳小明", "玥喆",
]  # fmt: skip
LETTERS = {
    "Latin": "aeiouzrłñçŵŷșğþđ",
    "Greek": "αβγδεζηθλπσφχψώ",
    "Cyrillic": "абвгдежіїєґчшщюя",
    "Arabic": "ابتثجحخدرزسشصطعغفقكلمنهوي",
    "Urdu": "اآبپتٹجچحدڈرڑزژسشعغفقکگلمنںوہھیے",
    "Bengali": "কখগঘচছজটডতদনপফবভমযরলশসহ",
    "Gurmukhi": "ਕਖਗਘਚਛਜਟਡਤਦਨਪਫਬਭਮਯਰਲਵਸਹ",
    "Devanagari": "कखगघचछजटडतदनपफबभमयरलवशसह",
    "Tamil": "கஙசஞடணதநபமயரலவழளறன",
    "Chinese": "王李张刘陈杨黄赵吴周徐孙马朱胡",
}  # fmt: skip
BEYOND = "𬸣"
"""The reader we read back with drops letters beyond the first 65,536 from a line that also has
letters which join; by themselves it finds them."""
words = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(sorted(LETTERS)).flatmap(
        lambda script: st.text(LETTERS[script], min_size=2, max_size=8)
    ),
)


@given(
    name=st.lists(words, min_size=1, max_size=3).map(" ".join),
    sentence=st.sampled_from(["{}", "I am {}.", "{} (2017) and Gran", "“{}”, she said"]),
    face=st.sampled_from(["andika", "atkinson-bold"]),
    direction=st.sampled_from(["ltr", "rtl"]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_name_is_found_again(
    plan: Callable[..., PagePlan],
    words: Callable[..., Words],
    pixels: Callable[[Rendition], bytes],
    name: str,
    sentence: str,
    face: str,
    direction: str,
) -> None:
    page = plan(words(sentence.format(name), face=face, direction=direction))
    (printed,) = read_back(draw([page], pixels)).pages
    assert printed.says(name), (name, printed.text)


@pytest.mark.parametrize("name", [*NAMES, BEYOND])
def test_each_name_is_found_again_and_another_is_not(
    plan: Callable[..., PagePlan],
    words: Callable[..., Words],
    pixels: Callable[[Rendition], bytes],
    name: str,
) -> None:
    (printed,) = read_back(draw([plan(words(f"I am {name}."))], pixels)).pages
    assert printed.says(name)
    assert not printed.says(name[:-1] + "x")


def test_a_word_counts_in_every_order_that_readers_give_it() -> None:
    assert spellings("Robin") == ("Robin",)
    assert spellings("گُلناز") == ("گلناز", "زانلگ", "لنازگ")
    assert spellings("2017") == ("2017", "7102", "2017")
    assert spellings("Łukasz") == ("Łukasz",)
