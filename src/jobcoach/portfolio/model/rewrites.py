"""A model's rewrites of README and résumé: only with figures and technologies that the repository shows."""

import re
from collections.abc import Iterable

from jobcoach.portfolio.facts.technologies import technology_kind
from jobcoach.portfolio.model.evidence_check import CitationCheck
from jobcoach.portfolio.model.model_reply import RewriteReply
from jobcoach.portfolio.model.repository_text import bare
from jobcoach.portfolio.review import Rewrite
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.text import nfc, printable

REWRITES_MAX = 10
_CHARACTERS_MAX = 1500
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9.+#]*")
_WORDS_OF_A_NAME = 3
# A list's own numbers claim nothing.
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)


def verified_rewrites(
    replies: Iterable[RewriteReply], check: CitationCheck, readme: str, shown: str
) -> tuple[Rewrite, ...]:
    """At most 10, whose evidence stands. ``shown`` is all that the model was told of the repository.

    One that states a figure or a technology that is not in ``shown``, or replaces what is not in the
    README, is left out.
    """
    figures = _figures(shown)
    folded = shown.casefold()
    found: dict[str, Rewrite] = {}
    for reply in replies:
        evidence = check.checked(reply.evidence)
        before, after = _safe(reply.before), _safe(reply.after)
        is_of_readme = not before or bare(before) in bare(readme)
        is_shown = _figures(after) <= figures and all(name in folded for name in _technologies(after))
        if evidence and after and after != before and is_of_readme and is_shown:
            kept = before if reply.kind == "readme" else ""
            found.setdefault(after, Rewrite(kind=reply.kind, before=kept, after=after, evidence=evidence))
    return tuple(found.values())[:REWRITES_MAX]


def _safe(text: str) -> str:
    return printable(nfc(mask_secrets(text))).strip()[:_CHARACTERS_MAX]


def _figures(text: str) -> set[str]:
    return {figure.replace(",", "") for figure in _FIGURE.findall(_LIST_NUMBER.sub("", text))}


def _technologies(text: str) -> set[str]:
    """Names of technologies that we know, in lower case."""
    words = _WORD.findall(text)
    names = {
        " ".join(words[start : start + count])
        for start in range(len(words))
        for count in range(1, _WORDS_OF_A_NAME + 1)
    }
    return {name.casefold() for name in names if technology_kind(name) is not None}
