"""What to do next, in the terminal and as JSON."""

from collections.abc import Iterator, Sequence

from jobcoach.coach.next_steps import Step
from jobcoach.interview.bank.topics import topic_name
from jobcoach.reports.figures import points
from jobcoach.reports.style import Style
from jobcoach.text import wrap
from jobcoach.words import Words

FORMAT = "jobcoach.next/1"
_INDENT = "   "


def steps_lines(steps: Sequence[Step], words: Words, style: Style) -> Iterator[str]:
    """Each step with why and the command; a word of praise if there is none."""
    if not steps:
        yield words("next.nothing")
        return
    for number, step in enumerate(steps, 1):
        if number > 1:
            yield ""
        columns = style.columns - len(_INDENT)
        first, *more = wrap(_text("title", step, words), columns)
        yield style.bold(f"{number}. {first}")
        yield from (style.bold(_INDENT + line) for line in more)
        yield from (_INDENT + line for line in wrap(_text("why", step, words), columns))
        yield _INDENT + style.good(f"$ {step.command}")


def steps_document(steps: Sequence[Step], words: Words) -> dict[str, object]:
    """The steps as plain JSON values, the most useful first."""
    return {
        "format": FORMAT,
        "steps": [
            {
                "kind": step.kind,
                "title": _text("title", step, words),
                "why": _text("why", step, words),
                "command": step.command,
                "weight": round(step.weight, 1),
            }
            for step in steps
        ],
    }


def _text(part: str, step: Step, words: Words) -> str:
    values = {
        name: points(value) if isinstance(value, float) else value for name, value in step.values.items()
    }
    if "topic" in values:
        values["topic"] = topic_name(str(values["topic"]), words.language)
    return words(f"next.{step.kind}.{part}", **values)
