"""Claims of the README as hits."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import Claim, RepositoryFacts
from jobcoach.portfolio.rules.rule import Hit, PlacedHit

_LONGEST = 60


def claims_backed_by(facts: RepositoryFacts, backing: str) -> Iterator[PlacedHit]:
    """The claims of that backing, in the order of the README."""
    for claim in facts.claims:
        if claim.backing == backing:
            lines = claim.evidence
            yield PlacedHit(
                lines.path, Hit(lines.start, lines.end, {"claim": _short(claim)}, quote=lines.quote)
            )


def _short(claim: Claim) -> str:
    return claim.text if len(claim.text) <= _LONGEST else f"{claim.text[: _LONGEST - 1]}…"
