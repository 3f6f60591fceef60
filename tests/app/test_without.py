"""A record without others: whatever kind it is, nothing of them is left in it."""

import json
import re
from dataclasses import replace
from typing import Any, get_args
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.app.without import Without
from lifestory.domain.codec import KINDS, record_from_json, to_json
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Region
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Relationship
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import Passage, Translation
from lifestory.domain.values import fields_of

GONE, STAYS = uuid4(), uuid4()
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TEXTS = st.sampled_from(
    [
        "",
        "words",
        f"[Gran](person:{GONE}) came.",
        f"With [Gran](person:{GONE}) and [Mum](person:{STAYS})",
    ]
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record of any kind, in which each id is that of who goes or of who stays."""
    kind: Any = draw(st.sampled_from(list(KINDS.values())))
    dates = {
        name: st.just(HonestDate())
        for name, hint, _, _ in fields_of(kind)
        if HonestDate in {hint, *get_args(hint)}
    }
    body = json.dumps(to_json(draw(st.builds(kind, **dates))))
    either = draw(st.lists(st.sampled_from([GONE, STAYS]), min_size=1, max_size=9))
    body = ID.sub(lambda one: str(either[one.start() % len(either)]), body)
    record = record_from_json(kind.kind, json.loads(body))
    return replace(record, id=uuid4(), extra={"later": draw(TEXTS), "who": str(GONE)})


@settings(max_examples=15)
@given(records())
def test_nothing_of_what_is_gone_is_left_in_any_record(record: Record) -> None:
    left = Without({GONE}).reads(record)
    if left is None:
        return
    said = json.dumps(to_json(left))
    assert str(GONE) not in said
    assert "Gran" not in said
    assert record_from_json(left.kind, json.loads(said)) == left
    assert Without({GONE}).reads(left) == left
    assert Without({uuid4()}).reads(record) == record


def test_what_needs_it_goes_and_what_names_it_among_others_stays() -> None:
    taking = Without({GONE})
    assert taking.reads(Relationship(person=GONE, to=STAYS)) is None
    both = Photo(people=(InPhoto(person=GONE, region=Region(1, 2, 3, 4)), InPhoto(person=STAYS)))
    left = taking.reads(both)
    assert left is not None
    assert [one.person for one in left.people] == [STAYS]


def test_someone_begins_a_sentence_with_a_capital_and_is_unsaid_in_another_language() -> None:
    mention = f"[Gran](person:{GONE})"
    passage = Passage(
        texts={Band.READER: f"{mention} ran. {mention} hid from {mention}."},
        translations=(Translation(language="ur", texts={Band.READER: f"{mention} آئیں"}),),
    )
    left = Without({GONE}).reads(passage)
    assert left is not None
    assert left.texts[Band.READER] == "Someone ran. Someone hid from someone."
    assert left.translations[0].texts[Band.READER] == "… آئیں"
