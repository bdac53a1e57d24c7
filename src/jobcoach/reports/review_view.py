"""What the reports of a review have in common: places, marks, and lines about the whole."""

from collections.abc import Iterator

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import CategoryScore, Finding, Review, TechnologyUse
from jobcoach.reports.figures import size
from jobcoach.text import one_line
from jobcoach.words import Words

COMMIT_CHARACTERS = 10
NO_SCORE = "–"
_NAMED_LANGUAGES = 6
_NAMED_TECHNOLOGIES = 24
# A language is told by its share already.
_UNNAMED_KINDS = frozenset({"language"})


def place(evidence: Evidence) -> str:
    """``path:12`` or ``path:12-30``: as editors and terminals open it."""
    lines = f"{evidence.start}" if evidence.start == evidence.end else f"{evidence.start}-{evidence.end}"
    return f"{one_line(evidence.path)}:{lines}"


def quote_of(evidence: Evidence) -> str:
    """The quoted words on one line."""
    return one_line(evidence.quote)


def version_read(review: Review) -> str:
    """Branch and commit, "" for a folder without git."""
    commit = (review.source.commit or "")[:COMMIT_CHARACTERS]
    return ", ".join(one_line(each) for each in (review.source.ref or "", commit) if each)


def mark(finding: Finding, words: Words) -> str:
    """How grave it is, and how sure unless it is sure."""
    severity = words(f"review.severity.{finding.severity}")
    if finding.confidence == "high":
        return severity
    return f"{severity}, {words(f'review.confidence.{finding.confidence}')}"


def finding_source(finding: Finding, words: Words) -> str:
    """The rule's id, or that the model found it."""
    return words("review.by_model") if finding.rule == "model" else finding.rule


def languages_line(review: Review) -> str:
    """``Java 82% · TypeScript 18%``."""
    return " · ".join(
        f"{one_line(each.name)} {each.share:.0%}" for each in review.languages[:_NAMED_LANGUAGES]
    )


def technologies_line(review: Review) -> str:
    """The technologies with their versions."""
    named = [each for each in review.technologies if each.kind not in _UNNAMED_KINDS]
    more = len(named) - _NAMED_TECHNOLOGIES
    return ", ".join(map(_technology, named[:_NAMED_TECHNOLOGIES])) + (f" +{more}" if more > 0 else "")


def _technology(use: TechnologyUse) -> str:
    return one_line(f"{use.name} {use.version}".strip())


def notes_lines(review: Review, words: Words) -> Iterator[str]:
    """What the reader should know of how it was read. A note may carry a value: ``key:value``."""
    for note in review.notes:
        key, _, value = note.partition(":")
        text = words.get(f"review.note.{key}")
        yield one_line(text.format(value=value) if text is not None else note)
    for failed in review.coverage.rules_failed:
        part = "review.rule_failed_in" if failed.files else "review.rule_failed"
        yield one_line(words(part, rule=failed.rule, error=failed.error, count=failed.files))


def coverage_lines(review: Review, words: Words) -> Iterator[str]:
    """What was read, and what was not with the reasons."""
    coverage = review.coverage
    classes = ", ".join(
        f"{_word('review.class', name, words)} {count}"
        for name, count in sorted(coverage.by_class.items(), key=lambda item: (-item[1], item[0]))
        if count
    )
    read = words("review.coverage.read", count=coverage.files, size=size(coverage.bytes))
    yield f"{read} ({classes})" if classes else read
    if coverage.skipped:
        reasons = ", ".join(
            f"{_word('review.skip', reason, words)} {count}"
            for reason, count in sorted(coverage.skipped.items())
        )
        yield words("review.coverage.skipped", reasons=reasons)


def evidence_check_lines(review: Review, words: Words) -> Iterator[str]:
    """Which model took part and what became of its citations; nothing where none did."""
    if not review.llm.used:
        return
    check = review.evidence_check
    yield words("review.model_took_part", model=one_line(review.llm.model))
    yield words("review.evidence_check", kept=check.kept, relocated=check.relocated, dropped=check.dropped)


def score_line(review: Review, words: Words) -> str:
    """The score of the whole, or why there is none."""
    if review.score is not None:
        return words("review.score", score=points_text(review.score))
    code = review.scores.get("code")
    return words("review.no_score", reason=unscored_text(code, words) if code is not None else "")


def score_text(score: CategoryScore) -> str:
    """The points of a category, or a dash."""
    return NO_SCORE if score.score is None else points_text(score.score)


def unscored_text(score: CategoryScore, words: Words) -> str:
    """Why a category has no score, "" if it has one."""
    return _word("review.unscored", score.unscored, words) if score.unscored else ""


def points_text(points: float) -> str:
    """``12`` or ``2.4``."""
    return f"{points:.1f}".removesuffix(".0")


def _word(table: str, key: str, words: Words) -> str:
    return words.get(f"{table}.{key}") or one_line(key)
