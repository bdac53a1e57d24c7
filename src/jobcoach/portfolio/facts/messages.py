"""Whether a commit's subject says what was changed (``messages.toml``)."""

import re
import tomllib
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("messages.toml")
_LONGEST = 60
# "feat(api):", "[FIX]", "#12", ":sparkles:", "v1.2", "- ": how a team marks a subject, not what it says.
_PREFIX = re.compile(
    r"^(?:[a-z]{2,10}(?:\([^()]{0,40}\))?!?\s*:|\[[^\[\]]{0,20}\]|\(?#\d+\)?|:[a-z0-9_+-]{1,40}:)\s*"
)
_AROUND = re.compile(r"^[^\w가-힣ㄱ-ㅣ]+|[^\w가-힣ㄱ-ㅣ]+$")
# A bare version ("1.2.0") names a release.
_NUMBERS = re.compile(
    r"(?<![^\W_.])(?!\d+\.\d+\.\d)\d[\d.,:/-]*(?:일차|일|월|번째|차|th|st|nd|rd)?(?![^\W\d_])"
)


def says_nothing(subject: str) -> bool:
    """Whether a subject would fit any commit: "update", "수정", "asdf", a date, nothing at all."""
    text = subject.strip().lower()
    if len(text) > _LONGEST:
        return False
    for _ in range(3):
        text = _PREFIX.sub("", text, count=1)
    text = " ".join(_NUMBERS.sub(" ", text).split())
    return _pattern().fullmatch(_AROUND.sub("", text.rstrip("0123456789"))) is not None


@cache
def _pattern() -> re.Pattern[str]:
    patterns = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["patterns"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
