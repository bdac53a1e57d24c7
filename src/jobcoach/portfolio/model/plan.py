"""What a review by a model would send and cost, before anything is sent."""

from dataclasses import dataclass

from jobcoach.llm.prices import Price, estimated_tokens
from jobcoach.llm.prompts import Prompt, Value
from jobcoach.llm.untrusted import KEY_MARKER
from jobcoach.portfolio.model.reviewer import PackLimits, ReviewPrompts, Task
from jobcoach.portfolio.pack.packed import PackedFile
from jobcoach.portfolio.pipeline import Known


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One request: its prompt, the files that it holds lines of, and its tokens by estimate."""

    prompt: str
    files: tuple[PackedFile, ...]
    tokens_in: float


@dataclass(frozen=True, slots=True)
class Plan:
    """All requests. Repairs of replies that cannot be used come on top."""

    requests: tuple[PlannedRequest, ...]
    max_output_tokens: int

    @property
    def tokens_in(self) -> float:
        return sum(request.tokens_in for request in self.requests)

    @property
    def tokens_out_max(self) -> int:
        return len(self.requests) * self.max_output_tokens

    def dollars_max(self, price: Price | None) -> float | None:
        """What it costs if every reply is as long as it may be; None without a price."""
        return None if price is None else price.cost_dollars(self.tokens_in, self.tokens_out_max)


def plan(
    known: Known, prompts: ReviewPrompts, max_output_tokens: int, limits: PackLimits | None = None
) -> Plan:
    """The very texts that a review would send of the repository, chosen and not sent.

    What the model itself finds is not known yet: the last two requests are counted without it.
    """
    task = Task.of(known, limits or PackLimits())
    if not task.packed:
        return Plan((), max_output_tokens)
    requests = [_planned(prompts.code, task.code_variables(part), part.files) for part in task.packed]
    readme = tuple(file for file in task.packed[0].files if file.text == task.readme)
    requests += [
        _planned(prompts.rewrite, task.rewrite_variables(known.findings), readme),
        _planned(prompts.summary, task.summary_variables(known.findings), ()),
    ]
    return Plan(tuple(requests), max_output_tokens)


def _planned(prompt: Prompt, variables: dict[str, Value], files: tuple[PackedFile, ...]) -> PlannedRequest:
    messages = prompt.render(variables, KEY_MARKER)
    return PlannedRequest(prompt.name, files, estimated_tokens(message.text for message in messages))
