"""The question that an interviewer asks about a claimed figure (``claim_questions.toml``)."""

import re
import tomllib
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.claim_numbers import any_word
from jobcoach.portfolio.facts.repository import Claim
from jobcoach.words import Language

_TABLE = Path(__file__).with_name("claim_questions.toml")
_USERS = re.compile(
    r"\b[MDW]AU\b|사용자|이용자|유저|가입자|다운로드 ?수|전환율|재구매율|active users|downloads|conversion",
    re.IGNORECASE,
)


def claim_question(claim: Claim, lang: Language) -> str:
    """What is asked depends on what the claim is about, and on what backs it."""
    return _texts()[lang][_subject(claim.text)][claim.backing].format(claim=claim.text)


def _subject(text: str) -> str:
    if any_word("about_coverage", text):
        return "coverage"
    if any_word("about_models", text):
        return "model"
    return "users" if _USERS.search(text) else "speed"


@cache
def _texts() -> dict[str, dict[str, dict[str, str]]]:
    table: dict[str, dict[str, dict[str, str]]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return table
