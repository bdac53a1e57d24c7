"""What a server takes of what we would like to send, found out once and remembered.

Servers that speak OpenAI's protocol differ: one knows no ``json_schema``, another
no ``seed``. What one refuses is left out from then on, for that model on that
server, also in later runs.
"""

import json
import re
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Literal

from jobcoach.llm.faults import Fault
from jobcoach.whole_file import whole_file

Format = Literal["json_schema", "json_object", "text"]
FORMATS: tuple[Format, ...] = ("json_schema", "json_object", "text")
TOKEN_LIMITS = ("max_completion_tokens", "max_tokens", "")
_MAX_FILE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Steps down from all we would send; 0 is all of it. Two steps at once make the maximum of both."""

    format: int = 0  # index into FORMATS
    token_limit: int = 0  # index into TOKEN_LIMITS
    no_seed: int = 0
    no_temperature: int = 0
    no_usage: int = 0
    no_stream: int = 0

    @property
    def format_name(self) -> Format:
        """How the reply's shape is asked for."""
        return FORMATS[self.format]

    @property
    def token_limit_name(self) -> str:
        """What the server calls the limit of output tokens, "" for none."""
        return TOKEN_LIMITS[self.token_limit]

    def below(self, other: "Capabilities") -> "Capabilities":
        """What both allow."""
        return Capabilities(
            **{each.name: max(getattr(self, each.name), getattr(other, each.name)) for each in fields(self)}
        )


_LAST = {"format": len(FORMATS) - 1, "token_limit": len(TOKEN_LIMITS) - 1}

# What a server says, and the parameter that it is about. The first row that fits counts.
_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), field)
    for pattern, field in (
        (r"stream_options|include_usage", "no_usage"),
        (r"max_completion_tokens|max_tokens", "token_limit"),
        (r"\bseed\b", "no_seed"),
        (r"temperature", "no_temperature"),
        (r"response_format|json_schema|json_object|structured|schema|grammar|guided", "format"),
        (r"\bstream(ing)?\b", "no_stream"),
    )
)
_REFUSING_STATUSES = frozenset({400, 404, 415, 422, 500, 501})


def step_down(used: Capabilities, fault: Fault) -> Capabilities | None:
    """What to try after that refusal; None if sending less would not help."""
    if fault.kind == "not_a_model_server":
        return None if used.no_stream else replace(used, no_stream=1)
    if fault.kind not in ("bad_request", "server") or fault.status not in _REFUSING_STATUSES:
        return None
    for pattern, field in _COMPLAINTS:
        if pattern.search(fault.detail) and (less := _less(used, field)):
            return less
    # Some say no more than "bad request": the shape of the reply is what servers differ in most.
    return _less(used, "format") if fault.kind == "bad_request" else None


def without_format(used: Capabilities) -> Capabilities:
    """One step down in how the shape is asked for: the server took the request and ignored it."""
    return _less(used, "format") or used


def _less(used: Capabilities, field: str) -> Capabilities | None:
    step = getattr(used, field)
    return replace(used, **{field: step + 1}) if step < _LAST.get(field, 1) else None


def servers_file(cache_folder: Path) -> Path:
    """Where it is remembered."""
    return cache_folder / "llm" / "servers.json"


class CapabilityMemory:
    """What is known of one model on one server, kept in a JSON file. Usable from several threads.

    A file that cannot be read or written is no fault: it is found out again.
    """

    def __init__(self, file: Path | None, key: str, start: Capabilities) -> None:
        self._file = file
        self._key = key
        self._lock = threading.Lock()
        self._known = start.below(self._read().get(key, start))
        self._saved = self._known

    @property
    def known(self) -> Capabilities:
        """What to send."""
        with self._lock:
            return self._known

    def learn(self, found: Capabilities) -> None:
        """Send no more than that from now on."""
        with self._lock:
            self._known = self._known.below(found)

    def keep(self) -> None:
        """Write it down once a request has gone well with it."""
        with self._lock:
            if self._known == self._saved or self._file is None:
                return
            rows = {**self._read(), self._key: self._known}
            text = json.dumps({key: asdict(row) for key, row in sorted(rows.items())}, indent=1)
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with whole_file(self._file) as file:
                    file.write(text.encode())
                self._saved = self._known

    def _read(self) -> dict[str, Capabilities]:
        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as file:
                document = json.loads(file.read(_MAX_FILE_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        rows = document.items() if isinstance(document, dict) else ()
        return {key: row for key, value in rows if (row := _row(value)) is not None}


def _row(value: object) -> Capabilities | None:
    names = {each.name for each in fields(Capabilities)}
    if not isinstance(value, dict) or not set(value) <= names:
        return None
    for name, step in value.items():
        if type(step) is not int or not 0 <= step <= _LAST.get(name, 1):
            return None
    return Capabilities(**value)
