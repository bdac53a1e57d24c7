"""The open database as the tables see it: sqlite3's own connection, and a transaction that ends well."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Connection(sqlite3.Connection):
    """A connection whose transactions begin where the code says so (``isolation_level`` None)."""

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Commit what the block writes, all of it or, when it raises, nothing."""
        self.execute("BEGIN IMMEDIATE")  # a deferred one could not wait for the lock after reading
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self.in_transaction:  # a full disk has rolled back already
                self.execute("ROLLBACK")
            raise
