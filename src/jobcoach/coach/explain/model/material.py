"""What is sent of a verdict: the candidate's code, the statement, and facts that hold no secret data.

Of secret tests: verdicts, sizes, times and names of errors, each picked one by one; not even their
names, which may tell what is in them.
"""

import json
from collections.abc import Mapping, Sequence

from jobcoach.coach.explain.explanation import Explanation, Hint
from jobcoach.coach.explain.facts import (
    Crash,
    Fact,
    FailedSample,
    MemoryUse,
    Size,
    TimeGrowth,
    TooMuchOutput,
    TooSlow,
    WrongInSecret,
)
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.judge.languages import all_languages
from jobcoach.judge.verdicts import Verdict
from jobcoach.llm.untrusted import Untrusted
from jobcoach.words import Language

LANGUAGE_NAMES: Mapping[Language, str] = {"ko": "Korean", "en": "English"}
_CODE_CHARACTERS_MAX = 48_000
_LINE_CHARACTERS_MAX = 400
_STATEMENT_CHARACTERS_MAX = 12_000
_SAMPLE_CHARACTERS_MAX = 1_500
_TESTS_MAX = 60
_STATEMENTS = frozenset({".md", ".txt", ".tex", ".html"})


def variables(
    judged: JudgedTask, explanation: Explanation, ladder: Sequence[Hint], language: Language
) -> dict[str, str | Untrusted]:
    """The variables of ``explain-hints``. The same verdict gives the same text, but for its times."""
    return {
        "language": LANGUAGE_NAMES[language],
        "problem": Untrusted(_statement(judged, language)),
        "author_hints": Untrusted("\n".join(f"{hint.step}. {hint.text}" for hint in ladder) or "none"),
        "facts": Untrusted(json.dumps(_facts(judged, explanation), ensure_ascii=False, indent=1)),
        "code": Untrusted(numbered_code(judged.code.lines)),
    }


def numbered_code(files: Mapping[str, Sequence[str]]) -> str:
    """Each file under a line with its path, each line with its number; cut where it is too long."""
    parts: list[str] = []
    left = _CODE_CHARACTERS_MAX
    for path, lines in files.items():
        parts.append(f"=== {path} ({len(lines)} lines)")
        for number, line in enumerate(lines, 1):
            text = f"{number}|{line[:_LINE_CHARACTERS_MAX]}"
            left -= len(text)
            if left < 0:
                return "\n".join([*parts, "…"])
            parts.append(text)
    return "\n".join(parts)


def _statement(judged: JudgedTask, language: Language) -> str:
    problem = judged.task.problem
    known = [each for each in (language, "en", *problem.statements) if each in problem.statements]
    file = problem.statements[known[0]] if known else None
    if file is None or file.suffix not in _STATEMENTS:
        return problem.id
    try:
        content = problem.constants.fill_in(file.read_bytes()[: _STATEMENT_CHARACTERS_MAX * 4])
    except OSError:
        return problem.id
    return content.decode("utf-8-sig", "replace")[:_STATEMENT_CHARACTERS_MAX]


def _facts(judged: JudgedTask, explanation: Explanation) -> dict[str, object]:
    row = all_languages().get(judged.result.language)
    found = [told for fact in explanation.facts if (told := _fact(fact)) is not None]
    return {
        "verdict": judged.result.verdict.value,
        "language": row.name if row else judged.result.language,
        "style": "function called by a harness" if judged.code.called else "program on standard input",
        "time_limit_seconds": judged.time_limit_seconds,
        "memory_limit_mib": judged.task.problem.limits.memory_bytes >> 20,
        "found": found,
        "tests": _tests(judged),
    }


def _tests(judged: JudgedTask) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    slow = next(judged.tests(Verdict.TLE), None) is not None  # else they only make each run another question
    for number, test in enumerate(judged.result.tests[:_TESTS_MAX], 1):
        kind = "sample" if judged.is_sample(test) else "secret"
        row: dict[str, object] = {
            "test": f"{kind} {number}",
            "verdict": test.verdict.value,
            "size": _size(judged.size(test)),
        }
        rows.append(row | {"seconds": _rough(test.cpu_seconds)} if slow else row)
    return rows


def _fact(fact: Fact) -> dict[str, object] | None:
    match fact:
        case FailedSample(sample=sample) if sample is not None:
            texts = {"input": sample.input, "expected": sample.expected}
            if fact.output_kept:
                texts["given"] = sample.given
            cut = {name: text[:_SAMPLE_CHARACTERS_MAX] for name, text in texts.items()}
            return {"fact": "first failing sample", "verdict": fact.verdict.value, **cut}
        case WrongInSecret():
            return {
                "fact": "samples right, secret tests wrong",
                "wrong": fact.wrong,
                "right": fact.accepted,
                "smallest_wrong": _size(fact.size),
                "largest_right": _size(fact.largest_right),
            }
        case Crash():
            return _crash(fact)
        case TooSlow():
            return {"fact": "too slow", "size": _size(fact.size), "waited_without_working": fact.waited}
        case TimeGrowth():
            needed = "" if fact.expected else _rough(fact.needed_seconds)
            return {
                "fact": "time grows like",
                "growth": fact.growth,
                "size": _size(fact.size),
                "took": needed,
            }
        case MemoryUse():
            over = "memory over the limit" if fact.over else "memory near the limit"
            return {"fact": over, "size": _size(fact.size)}
        case TooMuchOutput():
            return {"fact": "output over the limit"}
        case _:
            return None


def _crash(fact: Crash) -> dict[str, object]:
    told: dict[str, object] = {"fact": "crash", "error": fact.error, "size": _size(fact.size)}
    if fact.of_sample:
        told["said"] = fact.said
        if fact.line is not None:
            told["line"] = f"{fact.line.path}:{fact.line.line}"
    return told


def _size(size: Size | None) -> str:
    return f"{size.count} {size.measure}" if size else "unknown"


def _rough(seconds: float) -> str:
    """To one figure: what differs from run to run must not make another question of it."""
    return "below 0.1" if seconds < 0.1 else f"about {float(f'{seconds:.1g}'):g}"
