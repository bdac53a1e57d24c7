"""Coaching without a model: what the facts say, and the package's own hints."""

from collections.abc import Callable

from jobcoach.coach.explain.crash_facts import crash
from jobcoach.coach.explain.explanation import HINT_STEPS, Explanation, Hint
from jobcoach.coach.explain.facts import Fact
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.coach.explain.memory_facts import memory_use, too_much_output
from jobcoach.coach.explain.messages import compile_fault
from jobcoach.coach.explain.points_facts import partial_points
from jobcoach.coach.explain.sample_facts import failed_sample, wrong_in_secret
from jobcoach.coach.explain.slow_facts import time_growth, too_slow
from jobcoach.judge.package.model import Problem
from jobcoach.judge.verdicts import Verdict
from jobcoach.words import Language

# In the order in which they help: what anybody can try first, points last.
_FACTS: tuple[Callable[[JudgedTask], Fact | None], ...] = (
    failed_sample,
    crash,
    wrong_in_secret,
    too_slow,
    time_growth,
    memory_use,
    too_much_output,
    partial_points,
)


def explain_offline(judged: JudgedTask, language: Language, step: int) -> Explanation:
    """What can be said of a verdict; hints up to ``step``, none for what is accepted."""
    problem, verdict = judged.task.problem, judged.result.verdict
    if verdict is Verdict.JE:
        return Explanation(())
    if verdict is Verdict.CE:
        # The compiler stands between the candidate and the problem: no word on the problem yet.
        return Explanation((compile_fault(judged.result.compile.output, judged.code),))
    facts = tuple(fact for find in _FACTS if (fact := find(judged)) is not None)
    ladder = package_hints(problem, language) if verdict is not Verdict.AC else ()
    return Explanation(facts, problem.keywords, ladder[:step], len(ladder))


def package_hints(problem: Problem, language: Language) -> tuple[Hint, ...]:
    """The package's ladder in that language, else in English, else in any; at most three steps."""
    by_language = problem.hints
    texts = by_language.get(language) or by_language.get("en") or next(iter(by_language.values()), ())
    if len(texts) > HINT_STEPS:  # what leads on further belongs to the last step
        texts = (*texts[: HINT_STEPS - 1], "\n".join(texts[HINT_STEPS - 1 :]))
    return tuple(Hint(step, text) for step, text in enumerate(texts, 1))
