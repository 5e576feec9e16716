"""The pool: quick questions in one lane, slow ones in another, so that nobody waits for somebody else's.

A question runs in the quick lane for a moment. If it is not done then, its process is slowed down
and moves to the slow lane; where that is full, and others wait, it is stopped and asked again when
a place is free. Both lanes are bounded, and so are their queues.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.server.limits import TIME
from kg.server.processes import Nursery, Spawner, Worker, WorkerDiedError, nursery_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Hashable, Mapping

    from kg.server.errands import Errand
    from kg.server.limits import Limits
    from kg.server.worker import Config

_QUICKEST = 0.05
POLL = 0.03
"""For how many seconds nobody looks whether a question is done."""
_GRACE = 8
_FLOOD = 0.5
_EVEN = 0.005
_BEARABLE = 0.3
_LONG = 0.25
_REMEMBERED = 2000
Answer = tuple[dict[str, Any], bytes]
Asked = tuple[Worker, "asyncio.Future[Answer]"]
"""A worker and where its answer will be."""


class BusyError(Exception):
    """The queue is full, or the wait was too long; ask again after so many seconds."""

    def __init__(self, retry_after: int) -> None:
        """Keep the number of seconds."""
        super().__init__(f"busy; again in {retry_after} s")
        self.retry_after = retry_after


class LimitError(Exception):
    """A query met a limit: time, memory, rows or bytes."""

    def __init__(self, limit: str) -> None:
        """Keep the name of the limit."""
        super().__init__(limit)
        self.limit = limit


class _Clock:
    """Tells for how long a worker has been working: on a busy machine that is less than the time passed."""

    def __init__(self, worker: Worker, passed: float = 0.0) -> None:
        """Start now, or so many seconds ago; the processor's time is first looked at when the question is not done at once."""
        self.worker, self.started = worker, time.monotonic() - passed
        self.looked: tuple[float, float] | None = None

    def passed(self) -> float:
        """Return the seconds on the wall clock."""
        return time.monotonic() - self.started

    def spent(self) -> float:
        """Return the seconds of work; where that is not known, or too little to be true, those that passed."""
        passed, now = self.passed(), self.worker.spent()
        if now is None:
            return passed
        if self.looked is None:
            self.looked = (now, passed)
        before, unseen = self.looked
        return max(unseen + now - before, passed / _GRACE)


@dataclass(slots=True, eq=False)
class Waiter:
    """Who waits for a place: `called` is asked to take it, and says whether it did.

    An errand need not have a place of its own: it may ride with another one, once.
    """

    called: Callable[[], bool]
    errand: Errand | None = None
    may_ride: bool = True
    since: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class _Lane:
    """So many places, and a bounded queue before them."""

    places: int
    queue: int
    wait: float
    waiting: deque[Waiter] = field(default_factory=deque)
    taken: int = 0
    is_newest_next: bool = False
    seen: float = 0.0
    debt: float = 0.0
    """For how many seconds more the oldest have held the lane than the newest, in a flood; `seen` is when that was counted."""

    async def enter(self) -> None:
        """Take a place; raise `BusyError` where there is none in time."""
        if self.try_enter():
            return
        if self.is_full:
            raise BusyError(2)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def called() -> bool:
            if turn.done():
                return False
            turn.set_result(None)
            return True

        waiter = Waiter(called)
        self.waiting.append(waiter)
        try:
            await asyncio.wait_for(turn, self.wait)
        except TimeoutError:
            raise BusyError(5) from None
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise
        finally:
            self.step_out(waiter)

    @property
    def is_full(self) -> bool:
        """Whether nobody else may wait."""
        return len(self.waiting) >= self.queue

    def step_out(self, waiter: Waiter) -> None:
        """Wait no more."""
        with suppress(ValueError):
            self.waiting.remove(waiter)

    def rider(self) -> Errand | None:
        """Return who is next and needs no place of its own, and let it wait no more."""
        if self.waiting:
            index = self._turn()
            if self.waiting[index].may_ride and self.waiting[index].errand is not None:
                return self._pop(index).errand
        return None

    def _turn(self) -> int:
        """Return whose turn it is: who waits longest; in a flood also the newest, who is not part of it, in turn and for as long."""
        now = time.monotonic()
        held, self.seen = now - self.seen, now
        if not self._is_flood():
            self.debt = 0.0
            return 0
        self.debt = min(max(self.debt + (held if self.is_newest_next else -held), 0.0), 1.0)
        return -1 if self.is_newest_next or self.debt > _EVEN else 0

    def _pop(self, index: int) -> Waiter:
        waiter = self.waiting[index]
        del self.waiting[index]
        self.is_newest_next = index == 0
        return waiter

    def _is_flood(self) -> bool:
        return self.longest_wait() > _FLOOD

    def try_enter(self) -> bool:
        """Take a place if one is free and nobody waits."""
        if self.taken < self.places and not self.waiting:
            self.taken += 1
            return True
        return False

    def call(self) -> None:
        """Give the places that are free to who waits."""
        while self.taken < self.places and self.waiting:
            self.taken += 1
            self.leave()

    def leave(self) -> None:
        """Give the place to the next who waits, or back."""
        while self.waiting:
            if self._pop(self._turn()).called():
                return
        self.taken -= 1

    def longest_wait(self) -> float:
        """Return for how many seconds somebody has been waiting."""
        return time.monotonic() - self.waiting[0].since if self.waiting else 0.0


class Pool:
    """Keeps the workers and gives each question one."""

    def __init__(self, config: Config, limits: Limits) -> None:
        """Prepare the lanes; `start` starts the workers."""
        self.limits = limits
        self.nursery: Nursery | Spawner = nursery_for(config)
        self.idle: deque[Worker] = deque()
        self.quick = _Lane(limits.workers, limits.queue, limits.queue_wait)
        self.slow = _Lane(limits.workers, limits.queue, limits.queue_wait)
        self.spares = 2 * limits.workers
        self.known_slow: OrderedDict[int, None] = OrderedDict()  # by hash: a query may be long
        self.filling: asyncio.Task[None] | None = None
        self.closed = False

    async def start(self) -> None:
        """Start the first workers, so that the first question is answered at once."""
        for _ in range(self.limits.workers):
            self.idle.append(await self.nursery.worker())
        self._fill()

    async def close(self) -> None:
        """End all processes."""
        self.closed = True
        if self.filling:
            self.filling.cancel()
            await asyncio.wait([self.filling])
        for worker in self.idle:
            worker.kill()
        await self.nursery.close()

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits."""
        return bool(self.quick.waiting or self.slow.waiting)

    async def ask(self, question: Mapping[str, Any], key: Hashable) -> Answer:
        """Return the answer; raise `BusyError`, `LimitError` or `WorkerDiedError` where there is none."""
        if self.is_known_slow(key):
            return await self._slowly(question)
        await self.quick.enter()
        return await self.resume(question, key)

    async def resume(self, question: Mapping[str, Any], key: Hashable, begun: Asked | None = None) -> Answer:
        """Return the answer to a question that has its place in the quick lane, and may have been asked already."""
        answer = await self._quickly(question, key, begun)
        return await self._slowly(question) if answer is None else answer

    async def _quickly(self, question: Mapping[str, Any], key: Hashable, begun: Asked | None) -> Answer | None:
        """Return the answer, or None where the question was stopped to let others go first."""
        lane = self.quick
        try:
            async with self._asked(question, begun) as (worker, answer):
                clock = _Clock(worker, 0.0 if begun is None else POLL)
                if begun is None:
                    await _is_done(answer, POLL)
                while not answer.done():
                    is_long = lane is self.quick and clock.spent() >= self._patience()
                    if is_long and self.slow.try_enter():
                        self.quick.leave()
                        lane = self.slow
                        worker.slow_down()
                    elif is_long and self.quick.waiting:
                        if clock.spent() > _LONG:
                            self._remember(key)
                        return None
                    left = self.limits.timeout - clock.passed()
                    if left <= 0:
                        self._remember(key)
                        raise LimitError(TIME)
                    await _is_done(answer, min(left, POLL if lane is self.quick else left))
                return await answer
        finally:
            lane.leave()

    async def _slowly(self, question: Mapping[str, Any]) -> Answer:
        await self.slow.enter()
        try:
            async with self._asked(question) as (worker, answer):
                worker.slow_down()
                if await _is_done(answer, self.limits.timeout):
                    return await answer
                raise LimitError(TIME)
        finally:
            self.slow.leave()

    @asynccontextmanager
    async def _asked(self, question: Mapping[str, Any], begun: Asked | None = None) -> AsyncIterator[Asked]:
        """Ask a worker; afterwards it waits for the next question, or is killed if it is not done."""
        if begun is None:
            worker = self.ready() or await self.nursery.worker()
            begun = worker, worker.ask(question)
        try:
            yield begun
        except ConnectionResetError:
            raise WorkerDiedError(await begun[0].cause()) from None
        finally:
            self.put_back(begun)

    def put_back(self, asked: Asked) -> None:
        """Keep a worker that has answered for the next question; kill one that has not."""
        worker, answer = asked
        failed = not answer.done() or answer.cancelled() or answer.exception() is not None
        if failed or self.closed or worker.is_spoiled or not worker.speed_up():
            answer.cancel()
            worker.kill()
        else:
            self.idle.append(worker)
        self._fill()

    def ready(self) -> Worker | None:
        """Return a worker that waits for a question, if there is one."""
        while self.idle:
            worker = self.idle.pop()  # the one that worked last: its memory is warm
            if worker.wire.is_open and not worker.end.done():
                return worker
        return None

    def _fill(self) -> None:
        """Keep more workers ready than there are quick places, in the background."""
        if len(self.idle) < self.spares and not self.closed and (self.filling is None or self.filling.done()):
            self.filling = asyncio.create_task(self._fill_up())

    async def _fill_up(self) -> None:
        with suppress(WorkerDiedError):
            while len(self.idle) < self.spares and not self.closed:
                self.idle.append(await self.nursery.worker())

    def _patience(self) -> float:
        """Return the seconds of work that a question may take of the quick lane: few, where others wait long."""
        wait = max(self.quick.longest_wait(), _BEARABLE)
        return max(_QUICKEST, self.limits.patience * (_BEARABLE / wait) ** 2)

    def is_known_slow(self, key: Hashable) -> bool:
        """Tell whether a question took long when it was asked before."""
        return hash(key) in self.known_slow

    def _remember(self, key: Hashable) -> None:
        """Remember a question that takes long: next time it goes to the slow lane at once."""
        self.known_slow[hash(key)] = None
        self.known_slow.move_to_end(hash(key))
        while len(self.known_slow) > _REMEMBERED:
            self.known_slow.popitem(last=False)


async def _is_done(answer: asyncio.Future[Answer], seconds: float) -> bool:
    if not answer.done() and seconds > 0:
        await asyncio.wait([answer], timeout=seconds)
    return answer.done()
