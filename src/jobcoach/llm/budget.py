"""``--budget``: a limit in US dollars that no request is made beyond."""

import threading

from jobcoach.errors import InputError
from jobcoach.llm.faults import BudgetSpent


class Budget:
    """Money set aside before each request, for all threads together."""

    def __init__(self, limit_dollars: float) -> None:
        if not 0 <= limit_dollars < float("inf"):
            raise InputError("--budget is not valid", why="it must be a number of US dollars, 0 or more")
        self._limit = limit_dollars
        self._spent = 0.0
        self._reserved = 0.0
        self._lock = threading.Lock()

    @property
    def spent_dollars(self) -> float:
        """What the requests so far have cost."""
        with self._lock:
            return self._spent

    def reserve(self, dollars: float) -> None:
        """Set money aside for a request. Raises BudgetSpent if that much is not left."""
        with self._lock:
            left = self._limit - self._spent - self._reserved
            if dollars > left:
                raise BudgetSpent(
                    "the budget is spent",
                    why=f"the next call could cost ${dollars:.4f}, and ${max(left, 0):.4f} is left",
                    mend="give more with --budget, or go on without the model",
                )
            self._reserved += dollars

    def settle(self, reserved_dollars: float, cost_dollars: float) -> None:
        """What was set aside is free again; what the request did cost is spent."""
        with self._lock:
            self._reserved -= reserved_dollars
            self._spent += cost_dollars
