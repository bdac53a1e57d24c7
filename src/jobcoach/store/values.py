"""How text and time are written in the database."""

from datetime import UTC, datetime

from jobcoach.text import nfc


def text_value(text: str) -> str:
    r"""Text in NFC; a lone surrogate, which UTF-8 has no bytes for, as ``\udc80``."""
    return nfc(exact_text_value(text))


def exact_text_value(text: str) -> str:
    """``text_value`` without NFC: for a path, whose bytes name the file."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def time_value(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that the text sorts as the times do.

    Raises ValueError for a time without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def time_from(value: str) -> datetime:
    """The time that ``time_value`` wrote."""
    return datetime.fromisoformat(value)
