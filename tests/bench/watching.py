"""What a piece of work costs, counted over this process and every process it started."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

import psutil

P = ParamSpec("P")
T = TypeVar("T")

_BETWEEN = 0.1
"""Seconds between two looks at the memory."""


@dataclass
class Cost:
    """What it came to, once the work is done.

    `cpu` is seconds of processor, user and system, of all processes, without the looking itself;
    `seconds` is by the clock; `peak` is the most memory held at once, in megabytes: the
    proportional set sizes of all processes added up, in which a page that several share counts
    once (where the system knows only the unique set size, that).
    """

    cpu: float = 0.0
    seconds: float = 0.0
    peak: float = 0.0


def apart(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """What `work` returns, done in a fresh process, so that nothing done before weighs on it."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as process:
        return process.submit(work, *args, **named).result()


@contextmanager
def watched() -> Iterator[Cost]:
    """Gives the cost of the block, filled in when the block has ended."""
    root, cost, over = psutil.Process(), Cost(), threading.Event()
    looking = 0.0

    def look() -> None:
        nonlocal looking
        while not over.wait(_BETWEEN):
            held = sum(_held(one) for one in [root, *root.children(recursive=True)])
            cost.peak = max(cost.peak, held / 1e6)
            looking = time.thread_time()

    looker = threading.Thread(target=look, daemon=True)
    before, began = _cpu(root), time.perf_counter()
    looker.start()
    yield cost
    cost.seconds = time.perf_counter() - began
    over.set()
    looker.join()
    cost.cpu = _cpu(root) - before - looking


def _held(process: psutil.Process) -> int:
    try:
        memory = process.memory_full_info()
    except psutil.Error:  # it has just ended
        return 0
    return int(getattr(memory, "pss", memory.uss))


def _cpu(root: psutil.Process) -> float:
    """Of the process, its children that live, and those that ended and were waited for."""
    times = root.cpu_times()
    total = times.user + times.system + times.children_user + times.children_system
    for child in root.children(recursive=True):
        try:
            used = child.cpu_times()
        except psutil.Error:
            continue
        total += used.user + used.system
    return float(total)
