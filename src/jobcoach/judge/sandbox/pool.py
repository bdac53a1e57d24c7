"""Boxes made ahead of time, so that starting one hides behind the running one.

A container takes 250–450 ms to start and the engine makes about 4.6 a second on
two cores (measured); two makers are enough to reach that.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable

from jobcoach.judge.sandbox.box import BoxSpec
from jobcoach.judge.sandbox.container import ContainerBox

MAKERS = 2

Make = Callable[[BoxSpec], ContainerBox]


class Pool:
    """At most ``depth`` boxes wait; those expected first are made first."""

    def __init__(self, make: Make, depth: int) -> None:
        self._make = make
        self._depth = depth
        self._changed = threading.Condition()
        self._expected: deque[BoxSpec] = deque()
        self._under_way: list[BoxSpec] = []
        self._ready: list[tuple[BoxSpec, ContainerBox]] = []
        self._closed = False
        self._makers = [threading.Thread(target=self._work, daemon=True) for _ in range(MAKERS)]
        for maker in self._makers:
            maker.start()

    def expect(self, specs: Iterable[BoxSpec]) -> None:
        """What will be taken next, in order; takes the place of what was expected before."""
        with self._changed:
            coming = list(specs)
            for spec in [*self._under_way, *(made_for for made_for, _ in self._ready)]:
                if spec in coming:
                    coming.remove(spec)
            self._expected = deque(coming)
            self._changed.notify_all()

    def take(self, spec: BoxSpec) -> ContainerBox:
        """A box as specified: a waiting one, else one in the making, else a new one."""
        with self._changed:
            while (box := self._take_ready(spec)) is None and spec in self._under_way and not self._closed:
                self._changed.wait()
            if box is not None:
                self._changed.notify_all()
                return box
            if spec in self._expected:
                self._expected.remove(spec)
            unwanted = self._take_unwanted()
        if unwanted is not None:
            unwanted.close()
        return self._make(spec)

    def _take_unwanted(self) -> ContainerBox | None:
        """The oldest box, when all are other ones than is asked for: it may have been made
        for somebody who needs another one by now, and would keep its place for ever."""
        return self._ready.pop(0)[1] if self._ready and len(self._ready) >= self._depth else None

    def close(self) -> None:
        """Closes all boxes that nobody took, also those still in the making."""
        with self._changed:
            self._closed = True
            self._expected.clear()
            self._changed.notify_all()
        for maker in self._makers:
            maker.join()
        for _, box in self._ready:
            box.close()
        self._ready.clear()

    def _take_ready(self, spec: BoxSpec) -> ContainerBox | None:
        for place, (made_for, box) in enumerate(self._ready):
            if made_for == spec:
                del self._ready[place]
                return box
        return None

    def _work(self) -> None:
        while (spec := self._next()) is not None:
            box: ContainerBox | None = None
            try:
                box = self._make(spec)
            except Exception:  # noqa: BLE001 - who takes the box makes it anew and gets the error
                box = None
            with self._changed:
                self._under_way.remove(spec)
                if box is not None:
                    self._ready.append((spec, box))
                self._changed.notify_all()

    def _next(self) -> BoxSpec | None:
        with self._changed:
            while not self._closed:
                if self._expected and len(self._ready) + len(self._under_way) < self._depth:
                    spec = self._expected.popleft()
                    self._under_way.append(spec)
                    return spec
                self._changed.wait()
        return None
