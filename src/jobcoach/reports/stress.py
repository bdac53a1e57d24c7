"""What a stress test found: the input with both outputs side by side, or that nothing was found."""

from jobcoach.judge.stress.search import StressResult
from jobcoach.judge.task import Task
from jobcoach.reports.sample_view import first_difference, sample_lines
from jobcoach.reports.style import Style
from jobcoach.text import one_line, printable, wrap
from jobcoach.words import Words

FORMAT = "jobcoach.stress/1"


def stress_document(task: Task, found: StressResult, seed: int) -> dict[str, object]:
    """The result as plain JSON values; ``counterexample`` is null where none was found."""
    document: dict[str, object] = {
        "format": FORMAT,
        "problem": task.problem.id,
        "path": task.submission.path,
        "reference": found.reference,
        "seed": seed,
        "drawn": found.drawn,
        "tried": found.tried,
        "counterexample": None,
    }
    if found.compile is not None:
        document["compile"] = {"ok": found.compile.ok, "output": found.compile.output}
    if found.counterexample is not None:
        test, sample = found.counterexample.test, found.counterexample.test.sample
        document["counterexample"] = {
            "input": found.counterexample.text,
            "verdict": test.verdict.value,
            "message": test.message,
            "expected": sample.expected if sample else "",
            "given": sample.given if sample else "",
        }
    return document


def stress_lines(found: StressResult, words: Words, style: Style) -> list[str]:
    """The result as terminal lines."""
    if found.compile is not None:
        told = [style.bad(words("problems.stress_not_built"))]
        return told + [printable(line) for line in found.compile.output.splitlines()]
    if found.counterexample is None:
        key = "problems.stress_none" if found.tried else "problems.stress_no_inputs"
        return wrap(words(key, count=found.tried, drawn=found.drawn), style.columns)
    test = found.counterexample.test
    lines = [f"{style.bad(test.verdict.value)}  {words('problems.stress_found', count=found.tried)}", ""]
    if test.sample is not None:
        lines += sample_lines(test.sample, words, style)
        if difference := first_difference(test.sample, words):
            lines += ["", *wrap(difference, style.columns)]
    if test.message:
        lines += ["", *(one_line(line) for line in test.message.splitlines())]
    return lines
