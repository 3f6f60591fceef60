"""Mending what preflight found, where one knows how: through the verbs by which a worker arranges a
book, each a step that undo takes back. What would not help is not done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from lifestory.app import arranging_book as arranging
from lifestory.app.arranging_book import find_block
from lifestory.app.editions import change_edition
from lifestory.app.open_case import OpenCase
from lifestory.app.page_words import go_overleaf, tell_younger, with_block
from lifestory.app.preflight import fitting, look_over
from lifestory.app.stories import keep_translations
from lifestory.book.compose import compose
from lifestory.book.suggesting import suggest
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.errors import LifestoryError
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.readers import Format, version_for
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share

EVEN = 3
"""The room of a photo that was given none of its own."""


class NothingHelps(LifestoryError):
    """The fix that was offered does not clear the finding on this page."""

    message = "That would not put it right on this page."

    def __init__(self, finding: Finding) -> None:
        super().__init__(remedy=f"Nothing has been changed. {finding.remedy}")


def mend(case: OpenCase, edition: UUID, finding: Finding, product: str) -> None:
    """Do what is known to help against a finding; nothing where what it was about has gone.

    Raises NothingHelps where it would be there still.
    """
    standing = case.records.find(Edition, edition)
    product = fitting(standing, product) if standing else product
    block = find_block(standing, finding.block) if standing and finding.block else None
    match finding.fix:
        case Fix.SET_FOR_A5 if standing:
            change_edition(case, replace(standing, size="a5"))
        case Fix.REMOVE_PAGE if block:
            arranging.remove_page(case, edition, block.id)
        case Fix.STILL_FITS if standing and block and finding.record:
            _keep_translation(case, standing, block, finding.record)
        case Fix.YOUNGER_WORDS if standing and block:
            _look(case, standing, replace(block, younger=True), finding, product)
            tell_younger(case, edition, block.id)
        case Fix.OVERLEAF if standing and block:
            _look(case, standing, replace(block, overleaf=True), finding, product)
            go_overleaf(case, edition, block.id)
        case Fix.LESS_ROOM if standing and block and finding.record:
            _give_less_room(case, standing, block, finding, product)


def _keep_translation(case: OpenCase, edition: Edition, block: Block, passage: UUID) -> None:
    found = case.records.find(Passage, passage)
    simpler = Format.EASY_READ if block.younger else edition.format
    version = version_for(found.texts, edition.band, simpler) if found else None
    if version is not None:
        keep_translations(case, passage, version)


def _give_less_room(
    case: OpenCase, edition: Edition, block: Block, finding: Finding, product: str
) -> None:
    """The first that helps: a little less room, less still, another layout."""
    photo = finding.record
    assert photo is not None
    room = block.weights.get(str(photo), EVEN)
    for weight in range(room - 1, 0, -1):
        lighter = {**block.weights, str(photo): weight}
        if _helps(case, edition, replace(block, layout="", weights=lighter), finding, product):
            arranging.weigh_photo(case, edition.id, block.id, photo, weight)
            return
    for layout in _layouts(case, edition, block):
        if _helps(case, edition, replace(block, layout=layout), finding, product):
            arranging.choose_layout(case, edition.id, block.id, layout)
            return
    raise NothingHelps(finding)


def _layouts(case: OpenCase, edition: Edition, block: Block) -> Iterator[str]:
    if block.locked:
        return
    shared = share(case.records, edition)
    for one in suggest(shared, compose(shared), block.id).offered:
        yield one.name


def _look(case: OpenCase, edition: Edition, tried: Block, finding: Finding, product: str) -> None:
    if not _helps(case, edition, tried, finding, product):
        raise NothingHelps(finding)


def _helps(case: OpenCase, edition: Edition, tried: Block, finding: Finding, product: str) -> bool:
    """True where a block arranged so has fewer findings of this kind."""
    before = _same(case, edition, finding, product)
    after = _same(case, with_block(edition, tried), finding, product)
    return len(after) < len(before) or not before


def _same(case: OpenCase, edition: Edition, finding: Finding, product: str) -> tuple[Finding, ...]:
    """The findings of one kind on one block; of a photo or passage, those about that one."""
    shared = share(case.records, edition)
    found = look_over(case, edition, shared, compose(shared), product)
    return tuple(
        one
        for one in found
        if (one.check, one.block, one.record) == (finding.check, finding.block, finding.record)
    )
