"""A ladder of hints by a model: asked for at once, and only those of its steps taken that keep the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobcoach.coach.explain.explanation import HINT_STEPS, CoachModel, Explanation, Hint
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.coach.explain.model.citations import CitationCheck
from jobcoach.coach.explain.model.material import variables
from jobcoach.coach.explain.model.reply import HintsReply, StepReply
from jobcoach.coach.explain.model.rules import (
    EARLY_CHARACTERS_MAX,
    LAST_CHARACTERS_MAX,
    holds_code,
    tells_of,
)
from jobcoach.coach.explain.offline import package_hints
from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt
from jobcoach.words import Language

PROMPT = "explain-hints"


@dataclass(frozen=True, slots=True)
class ModelCoach:
    """One model, asked once a submission: all three steps come in one reply, which is cached."""

    gateway: Gateway
    prompt: Prompt

    def coach(self, judged: JudgedTask, offline: Explanation, language: Language, step: int) -> Explanation:
        """The offline explanation with the model's hints up to ``step`` in place of the package's.

        Raises ModelUnavailable, ReplyUnusable, BudgetSpent.
        """
        ladder = package_hints(judged.task.problem, language)
        asked = variables(judged, offline, ladder, language)
        reply = self.gateway.ask(self.prompt, asked, HintsReply).value
        check = CitationCheck(judged.code.lines)
        steps = _believed(reply, check)
        missing = tuple(number for number in range(1, HINT_STEPS + 1) if number not in steps)
        model = CoachModel(self.gateway.model, check.kept, check.relocated, check.dropped, missing)
        if not steps:
            return replace(offline, model=model)
        merged = _merged(steps, ladder)
        return replace(
            offline,
            hints=tuple(hint for hint in merged if hint.step <= step),
            steps=max(hint.step for hint in merged),
            model=model,
        )


def _believed(reply: HintsReply, check: CitationCheck) -> dict[int, Hint]:
    """The steps that rest on lines of the code and do not tell too much too early."""
    found: dict[int, Hint] = {}
    for number, step in enumerate((reply.first, reply.second, reply.third), 1):
        evidence = check.checked(step.evidence)
        if evidence and _keeps_the_rules(number, step, reply.third):
            found[number] = Hint(number, step.text.strip()[:LAST_CHARACTERS_MAX], "model", evidence)
    return found


def _keeps_the_rules(number: int, step: StepReply, last: StepReply) -> bool:
    text = step.text.strip()
    if not any(map(str.isalnum, text)):
        return False
    if number == HINT_STEPS:
        return True
    return len(text) <= EARLY_CHARACTERS_MAX and not holds_code(step.text) and not tells_of(text, last.text)


def _merged(steps: dict[int, Hint], ladder: Sequence[Hint]) -> list[Hint]:
    """Of each step the model's hint, else the package's."""
    package = {hint.step: hint for hint in ladder}
    numbers = sorted(steps.keys() | package.keys())
    return [steps.get(number) or package[number] for number in numbers]
