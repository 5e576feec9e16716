"""Questions on their quickest way: no task for each, and several for a worker at once where each takes a moment only.

A worker that waits for its next question costs more than a small question does. So a worker that has
a place in the quick lane takes those along that wait behind it, and answers one after the other. One
that takes longer than a moment keeps the worker, and those behind it are asked again elsewhere.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kg.server.workers import POLL, Answer, BusyError, Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.server.engine import Engine, Question
    from kg.server.processes import Worker

    Reply = Callable[[Answer | None], bool]

_MOST = 8
_TOGETHER = 0.004
"""For how many seconds, by what the last ones took, a worker is given questions."""
_PAUSE = 0.25


@dataclass(slots=True, eq=False)
class Errand:
    """A question, who asks it, and its place in the queue while it waits; `since` when, if it had to."""

    key: Question
    rest: bytes
    replies: list[Reply] = field(default_factory=list)
    waiter: Waiter | None = None
    since: float = 0.0

    def sent(self) -> tuple[bytes, bytes]:
        """Return the question as it travels."""
        return self.rest, self.key.query.encode("utf-8", "surrogatepass")


class Errands:
    """All questions on their quickest way."""

    def __init__(self, engine: Engine) -> None:
        """Keep what they are asked with."""
        self.engine = engine
        self.lane = engine.pool.quick
        self.under_way: dict[Question, Errand] = {}
        self.sweeping: asyncio.TimerHandle | None = None
        self.pace = _TOGETHER

    def start(self, key: Question, rest: bytes, reply: Reply) -> Callable[[], None]:
        """Ask a question, and return what to call when the asker is gone; who asks the same shares its answer."""
        errand = self.under_way.get(key)
        if errand is not None:
            errand.replies.append(reply)
        else:
            self.under_way[key] = errand = Errand(key, rest, [reply])
            self.enter(errand)
        return partial(self.gone, errand, reply)

    def gone(self, errand: Errand, reply: Reply) -> None:
        """Forget somebody who asked; an errand that nobody waits for any more gives up its place in the queue."""
        with suppress(ValueError):
            errand.replies.remove(reply)
        if not errand.replies and errand.waiter is not None:
            self.step_out(errand)
            del self.under_way[errand.key]

    def enter(self, errand: Errand) -> None:
        """Take a place in the quick lane, or wait for one."""
        if self.lane.try_enter():
            self.depart(errand)
        elif self.lane.is_full:
            asyncio.get_running_loop().call_later(_PAUSE, self.refuse, errand)
        else:
            errand.waiter = Waiter(partial(self.depart, errand), errand)
            errand.since = errand.waiter.since
            self.lane.waiting.append(errand.waiter)
            if self.sweeping is None:
                self.sweeping = asyncio.get_running_loop().call_later(self.lane.wait, self.sweep)

    def refuse(self, errand: Errand) -> None:
        """Say that the queue is full, if it still is: a refusal takes its time, for who asks again at once keeps all from being answered."""
        if not errand.replies or self.lane.is_full:
            self.tell(errand, None)
        else:
            self.enter(errand)

    def enter_again(self, errands: Iterable[Errand]) -> None:
        """Let those who rode in vain be the next, each with a place of its own: they had waited for their turn."""
        for errand in errands:
            if errand.replies:
                errand.waiter = Waiter(partial(self.depart, errand), errand, may_ride=False, since=errand.since)
                self.lane.waiting.appendleft(errand.waiter)
            else:
                self.tell(errand, None)
        self.lane.call()
        if self.sweeping is None:
            self.sweep()

    def sweep(self) -> None:
        """Say to those who waited too long that there was no place in time."""
        loop = asyncio.get_running_loop()
        self.sweeping = None
        ends = [(waiter.since + self.lane.wait - loop.time(), waiter.errand) for waiter in self.lane.waiting if waiter.errand is not None]
        for left, errand in ends:
            if left <= 0:
                self.step_out(errand)
                if self.tell(errand, None):
                    self.engine.under_way(errand.key, _no_place())
        if ends:
            self.sweeping = loop.call_later(max(min(left for left, _ in ends), POLL), self.sweep)

    def step_out(self, errand: Errand) -> None:
        """Let an errand wait no more."""
        if errand.waiter is not None:
            self.lane.step_out(errand.waiter)
            errand.waiter = None

    def depart(self, errand: Errand) -> bool:
        """Give a question, which has a place now, to a worker, with others that wait."""
        errand.waiter = None
        worker = self.engine.pool.ready()
        if worker is None:
            self.go_on(errand, None)
        else:
            Ride(self, worker).take([errand, *self.riders(_MOST)])
        return True

    def riders(self, most: int) -> list[Errand]:
        """Return who may be taken along, so many that none waits long for the others."""
        found: list[Errand] = []
        while len(found) + 1 < min(most, _TOGETHER / self.pace) and (errand := self.lane.rider()) is not None:
            errand.waiter = None
            found.append(errand)
        return found

    def go_on(self, errand: Errand, begun: tuple[Worker, asyncio.Future[Answer]] | None) -> None:
        """Go on as a flight, if anybody waits: the question takes long, its worker is gone, or there is none yet."""
        engine = self.engine
        if self.tell(errand, None):
            asked = errand.key.as_json(engine.base, engine.limits)
            engine.under_way(errand.key, engine.pool.resume(asked, errand.key, begun))
            return
        if begun is not None:
            engine.pool.put_back(begun)
        self.lane.leave()

    def tell(self, errand: Errand, answer: Answer | None) -> bool:
        """Tell all who ask; return whether anybody still waits."""
        del self.under_way[errand.key]
        replies, errand.replies = errand.replies, []
        waiting = [reply(answer) for reply in replies]
        return any(waiting)


@dataclass(slots=True, eq=False)
class Ride:
    """A worker with a place in the quick lane, and its questions: it is at work on the first."""

    errands: Errands
    worker: Worker
    asked: deque[tuple[Errand, asyncio.Future[Answer]]] = field(default_factory=deque)
    since: float = 0.0
    timer: asyncio.TimerHandle | None = None

    def take(self, new: list[Errand]) -> None:
        """Give the worker questions."""
        loop = asyncio.get_running_loop()
        if not self.asked:
            self.since = loop.time()
        if self.timer is None:
            self.timer = loop.call_later(POLL, self.look)
        answers = self.worker.wire.ask_all([errand.sent() for errand in new])
        self.asked.extend(zip(new, answers, strict=True))
        for answer in answers:
            answer.add_done_callback(self.answered)

    def answered(self, answer: asyncio.Future[Answer]) -> None:
        """Give an answer out, and the worker to the next question."""
        if not self.asked or self.asked[0][1] is not answer:  # they have been asked elsewhere
            return
        if answer.cancelled() or answer.exception() is not None:
            self.end()
            return
        self.tick()
        errand, _ = self.asked.popleft()
        if len(self.asked) <= 1 and (riders := self.errands.riders(_MOST - len(self.asked))):
            self.take(riders)
        if not self.asked:
            if self.timer is not None:
                self.timer.cancel()
            self.errands.engine.pool.put_back((self.worker, answer))
            self.errands.lane.leave()
        found = answer.result()
        self.errands.engine.keep(errand.key, found)
        if self.errands.tell(errand, found) and not found[0]["ok"]:  # what is wrong is said the ordinary way, without being asked again
            self.errands.engine.under_way(errand.key, _said(found))

    def tick(self) -> None:
        """Learn from how long the first question took, and look at the next."""
        now = asyncio.get_running_loop().time()
        self.errands.pace += (max(now - self.since, 1e-5) - self.errands.pace) / 16
        self.since = now

    def look(self) -> None:
        """See whether the first question takes long."""
        left = self.since + POLL - asyncio.get_running_loop().time()
        if left > 0:
            self.timer = asyncio.get_running_loop().call_later(left, self.look)
        elif not self.asked[0][1].done():  # what came in the meantime is about to be given out
            self.end()
        else:
            self.timer = asyncio.get_running_loop().call_later(POLL, self.look)

    def end(self) -> None:
        """Leave the worker to the first question; ask the others again."""
        if self.timer is not None:
            self.timer.cancel()
        self.tick()
        (first, answer), *rest = self.asked
        self.asked.clear()
        self.worker.is_spoiled = bool(rest)
        for _, other in rest:
            other.cancel()
        self.errands.go_on(first, (self.worker, answer))
        self.errands.enter_again(errand for errand, _ in reversed(rest))


async def _no_place() -> Answer:
    raise BusyError(5)


async def _said(answer: Answer) -> Answer:
    return answer
