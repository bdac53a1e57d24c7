"""The model as commands use it: their options, and a gateway with cache, budget and record.

Use::

    with open_model(app, ModelFlags(model=model, no_cache=no_cache, …)) as gateway:
        gateway.ask(prompt, variables, ReplyModel)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.errors import InputError, JobcoachError
from jobcoach.resources import prompts_folder
from jobcoach.text import one_line

if TYPE_CHECKING:
    from jobcoach.llm.gateway import Caching, Gateway
    from jobcoach.llm.records import ModelCall
    from jobcoach.llm.reply_cache import CacheTrouble
    from jobcoach.store import Store

ModelOption = Annotated[str | None, typer.Option("--model", metavar="NAME", show_default=False)]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", show_default=False)]
RefreshOption = Annotated[bool, typer.Option("--refresh", show_default=False)]
BudgetOption = Annotated[float | None, typer.Option("--budget", metavar="DOLLARS", min=0, show_default=False)]


@dataclass(frozen=True, slots=True)
class ModelFlags:
    """The options above, as given."""

    model: str | None = None
    no_cache: bool = False
    refresh: bool = False
    budget: float | None = None

    def caching(self) -> "Caching":
        """How the cache is used. Raises InputError for two options that exclude each other."""
        if self.no_cache and self.refresh:
            raise InputError("--no-cache and --refresh exclude each other", mend="leave one of them out")
        return "off" if self.no_cache else "refresh" if self.refresh else "use"


def open_model(app: AppContext, flags: ModelFlags) -> "Gateway":
    """The configured model; close it after use. No request is made yet.

    Raises EnvironmentMissing if no model is configured, InputError for options
    or settings that cannot be used.
    """
    from jobcoach.llm.gateway import Wiring, open_gateway  # 60 ms: pydantic

    settings = app.settings_with({"llm.model": flags.model})
    records = CallRecords(app)
    return open_gateway(
        settings.llm,
        app.locations.cache,
        Wiring(
            record=records.add,
            caching=flags.caching(),
            budget_dollars=flags.budget,
            on_trouble=partial(tell_trouble, app),
            on_close=records.close,
            prompts=prompts_folder(settings.prompts.path),
        ),
    )


def tell_trouble(app: AppContext, trouble: "CacheTrouble") -> None:
    """Say on stderr why replies are not kept, or where a broken cache went."""
    path, reason = one_line(str(trouble.path)), one_line(trouble.reason)
    if trouble.moved_to is None:
        app.remark(app.words("cache.off", path=path, reason=reason))
    else:
        aside = one_line(str(trouble.moved_to))
        app.remark(app.words("cache.set_aside", path=path, reason=reason, aside=aside))


def _now() -> datetime:
    return datetime.now(UTC)


class CallRecords:
    """Calls of the model in the store. Usable from several threads.

    It has a connection of its own: samples are recorded by their threads while
    the command uses its. A record that cannot be written costs no answer; it is
    told once.
    """

    def __init__(self, app: AppContext, now: Callable[[], datetime] = _now) -> None:
        self._app = app
        self._now = now
        self._lock = Lock()
        self._store: Store | None = None
        self._off = False

    def add(self, call: "ModelCall") -> None:
        """Store one call."""
        with self._lock:
            if self._off:
                return
            try:
                self._keep(call)
            except JobcoachError as error:
                self._off = True
                what, _ = tell_error(error, self._app.words)
                self._app.remark(self._app.words("cache.not_recorded", reason=one_line(what)))

    def close(self) -> None:
        """Close the connection; later calls are not recorded."""
        with self._lock:
            self._off = True
            if self._store is not None:
                self._store.close()
                self._store = None

    def _keep(self, call: "ModelCall") -> None:
        from dataclasses import asdict

        from jobcoach.store.model_calls import ModelCallRecord

        if self._store is None:
            self._store = self._app.open_store()
        self._store.model_calls.add(ModelCallRecord(created_at=self._now(), **asdict(call)))
