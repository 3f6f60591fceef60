"""Pixels to show and to print: from the cache, else newly made from the sealed original."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future

from lifestory.app.open_store import Store
from lifestory.domain.media import Rendition

THUMBNAIL = 320
"""The longer side of a thumbnail in pixels, as the photo workers make it when they first look."""

_AHEAD = 3
"""Renditions being made: two by the workers, one waiting. Bounds memory."""
_TOGETHER = 16
"""New renditions that go into the cache in one go, which costs less than each by itself."""


def pixels_of(store: Store, rendition: Rendition) -> bytes:
    """The JPEG of one rendition. Raises LifestoryError when its original is missing."""
    return Pixels(store)(rendition)


class Pixels:
    """Gives the pixels of renditions, making those that are coming while one is being used.

    `coming` is the order in which they will be asked for; asking otherwise only costs time.
    """

    def __init__(self, store: Store, coming: Iterable[Rendition] = ()) -> None:
        self._store = store
        self._coming = deque(dict.fromkeys(coming))
        there = store.vault.cache.there([one.key for one in self._coming])
        self._missing = {one for one in self._coming if one.key not in there}
        self._making: dict[Rendition, Future[bytes]] = {}
        self._new: dict[str, bytes] = {}

    def __call__(self, rendition: Rendition) -> bytes:
        """The JPEG, newly encoded and without metadata."""
        making = self._making.pop(rendition, None)
        if making is None:
            known_missing = rendition in self._missing
            found = None if known_missing else self._store.vault.cache.get(rendition.key)
            if found is not None:
                return found
            making = self._submit(rendition)
        self._make_ahead(but=rendition)
        pixels = making.result()
        self._missing.discard(rendition)
        self._new[rendition.key] = pixels
        if len(self._new) == _TOGETHER or not self._making:
            self._store.vault.cache.put_all(self._new)
            self._new = {}
        return pixels

    def _make_ahead(self, but: Rendition) -> None:
        while self._coming and len(self._making) < _AHEAD:
            rendition = self._coming.popleft()
            if rendition == but or rendition in self._making:
                continue
            if rendition in self._missing:
                self._making[rendition] = self._submit(rendition)

    def _submit(self, rendition: Rendition) -> Future[bytes]:
        data = self._store.vault.originals.read(rendition.original)
        return self._store.workers.submit_render(data, rendition)
