"""What goes wrong between us and a model: one row a kind, with what is done and what the user reads."""

from dataclasses import dataclass
from typing import Literal

from jobcoach.errors import EnvironmentMissing, JobcoachError

FaultKind = Literal[
    "bad_key", "forbidden", "unknown_model", "rate_limit", "quota", "server", "timeout", "connection",
    "dropped", "too_long", "bad_request", "not_a_model_server", "truncated", "empty", "refused", "unusable",
    "no_package",
]  # fmt: skip


class ModelUnavailable(EnvironmentMissing):
    """The model cannot be reached, or does not let us in. ``kind`` is the fault's kind."""

    kind: FaultKind = "connection"


def unavailable(kind: FaultKind, error: JobcoachError) -> ModelUnavailable:
    """What keeps the model from being asked at all, as a fault of the model: the words stay."""
    found = ModelUnavailable(error.what, why=error.why, mend=error.mend)
    found.kind = kind
    return found


class ReplyUnusable(EnvironmentMissing):
    """The model answered, but with nothing that could be used. ``kind`` is the fault's kind."""

    kind: FaultKind = "unusable"


class BudgetSpent(JobcoachError):
    """The next call could cost more than what is left of ``--budget``; it was not made."""


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One kind of fault. ``retried``: trying the very same request again may help."""

    retried: bool
    unusable: bool
    what: str
    why: str
    mend: str


class Fault(Exception):
    """One request failed. ``status`` is the HTTP status, None if there was none.

    ``detail`` is what the server or the network said; ``retry_after_seconds``
    what the server asks us to wait; ``charged`` whether the server may have
    worked and so may charge for it.
    """

    def __init__(
        self,
        kind: FaultKind,
        detail: str = "",
        *,
        status: int | None = None,
        retry_after_seconds: float | None = None,
        charged: bool = False,
    ) -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind: FaultKind = kind
        self.detail = detail
        self.status = status
        self.retry_after_seconds = retry_after_seconds
        self.charged = charged


FAULTS: dict[FaultKind, FaultRow] = {
    "bad_key": FaultRow(
        False,
        False,
        "the model server {host} does not accept the key",
        "it is missing, mistyped or no longer valid",
        "export JOBCOACH_LLM__API_KEY=..., or: jobcoach config set llm.api_key_file FILE",
    ),
    "forbidden": FaultRow(
        False,
        False,
        "the model server {host} does not let this key use {model}",
        "the key lacks the right to it",
        "choose another model with --model, or ask for access where you got the key",
    ),
    "unknown_model": FaultRow(
        False,
        False,
        "the model server {host} knows no model {model}",
        "the name is mistyped, or the model is not installed there",
        "choose another: jobcoach config set llm.model NAME; and check llm.base_url",
    ),
    "rate_limit": FaultRow(
        True,
        False,
        "the model server {host} takes no more requests for now",
        "too many were made in a short time",
        "wait a little and try again",
    ),
    "quota": FaultRow(
        False,
        False,
        "your account at {host} has no credit left for {model}",
        "the server says that the quota is used up",
        "add credit there, or choose another model with --model",
    ),
    "server": FaultRow(
        True,
        False,
        "the model server {host} has a fault of its own",
        "it answered with an error several times",
        "try again later, or look into the server's log if it is yours",
    ),
    "timeout": FaultRow(
        True,
        False,
        "the model server {host} takes too long",
        "no answer came in time",
        "try again, or allow more: jobcoach config set llm.timeout_seconds 300",
    ),
    "connection": FaultRow(
        True,
        False,
        "the model server {host} cannot be reached",
        "no connection could be made",
        "check that it runs, your network, and llm.base_url in: jobcoach config show",
    ),
    "dropped": FaultRow(
        True,
        False,
        "the connection to the model server {host} broke off",
        "it ended before the reply was whole",
        "try again",
    ),
    "too_long": FaultRow(
        False,
        False,
        "the text is too long for the model {model}",
        "it does not fit into what the model can read at once",
        "shorten it, or choose a model that reads more with --model",
    ),
    "bad_request": FaultRow(
        False,
        False,
        "the model server {host} refused the request",
        "it gave no reason",
        "check llm.model and llm.base_url: jobcoach config show",
    ),
    "not_a_model_server": FaultRow(
        False,
        False,
        "what answers at {host} is no model server",
        "its reply is no chat completion",
        "check llm.base_url; it mostly ends in /v1: jobcoach config show",
    ),
    "truncated": FaultRow(
        False,
        True,
        "the reply of {model} was cut off",
        "it is longer than the limit of output tokens",
        "allow more: jobcoach config set llm.max_output_tokens 8192",
    ),
    "empty": FaultRow(
        True,
        True,
        "{model} gave an empty reply",
        "it said nothing several times",
        "try again, or choose another model with --model",
    ),
    "refused": FaultRow(
        False,
        True,
        "{model} refused to answer",
        "it gave no reason",
        "rephrase the text, or choose another model with --model",
    ),
    "unusable": FaultRow(
        False,
        True,
        "the reply of {model} could not be used",
        "it is not what was asked for, and asking once more did not help",
        "try again, or choose a larger model with --model",
    ),
}

_DETAIL_CHARACTERS = 300
# What the server or the system said explains these better than our own words could.
_TOLD_BY_DETAIL = frozenset({"bad_request", "refused", "unusable", "server", "connection"})


def as_error(fault: Fault, model: str, host: str) -> ModelUnavailable | ReplyUnusable:
    """The fault in words that a user understands."""
    row = FAULTS[fault.kind]
    what = row.what.format(model=model, host=host)
    why = row.why
    if fault.kind in _TOLD_BY_DETAIL and fault.detail:
        why = " ".join(fault.detail.split())[:_DETAIL_CHARACTERS]
    elif fault.kind == "rate_limit" and fault.retry_after_seconds:
        why = f"it asks to wait {fault.retry_after_seconds:.0f} seconds"
    error = (ReplyUnusable if row.unusable else ModelUnavailable)(what, why=why, mend=row.mend)
    error.kind = fault.kind
    return error
