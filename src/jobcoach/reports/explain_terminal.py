"""Coaching as terminal lines: facts, then topics, then the hints asked for and how to get the next."""

from collections.abc import Collection, Iterator

from jobcoach.coach.explain.explanation import CoachModel, Explanation, Hint
from jobcoach.coach.explain.facts import CodeLine, FailedSample
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.explain_text import FactText, fact_text
from jobcoach.reports.paragraphs import hanging, paragraphs
from jobcoach.reports.sample_view import input_beside_output, sample_lines
from jobcoach.reports.style import Style
from jobcoach.text import cut, cut_start, one_line, printable, width
from jobcoach.words import Words

_LEAD = "  - "
_BELOW = "    "
_CODE = "      "
_PATH_COLUMNS_MAX = 40


def explanation_lines(
    result: SubmissionResult,
    explanation: Explanation,
    words: Words,
    style: Style,
    shown_samples: Collection[str] = (),
) -> list[str]:
    """All that is said of one submission; samples in ``shown_samples`` are on the screen already."""
    lines: list[str] = []
    for fact in explanation.facts:
        text = fact_text(fact, words)
        on_screen = isinstance(fact, FailedSample) and fact.test in shown_samples
        lines += _fact_lines(text, words, style, on_screen=on_screen)
    if not explanation.facts:
        said = "accepted" if result.verdict is Verdict.AC else "nothing"
        lines += hanging("  ", words(f"explain.{said}"), style)
    if explanation.topics:
        topics = one_line(", ".join(explanation.topics))
        lines += hanging(_LEAD, words("explain.topics", topics=topics), style)
    lines += _hint_lines(result, explanation, words, style)
    return lines + _model_lines(explanation.model, words, style)


def explanation_title(result: SubmissionResult, words: Words, style: Style, *, alone: bool) -> str:
    """The heading; among several submissions it names the one that is meant."""
    if alone:
        return style.bold(words("explain.title"))
    told = words("explain.of_path", path=one_line(result.path), verdict=result.verdict.value)
    return style.bold(cut(told, style.columns))


def _fact_lines(text: FactText, words: Words, style: Style, *, on_screen: bool) -> list[str]:
    lines = hanging(_LEAD, text.text, style)
    if text.code is not None:
        lines.append(_CODE + style.warn(code_line(text.code, words, style.columns - len(_CODE))))
    if text.sample is not None and not on_screen:
        narrow = Style(style.columns - len(_BELOW), style.colour)
        if text.output_kept:
            table = sample_lines(text.sample, words, narrow)
        else:
            table = input_beside_output(text.sample.input, text.sample.expected, words, narrow)
        lines += [(_BELOW + line).rstrip() for line in table]
    for row in text.rows:
        lines += hanging(_CODE, row, style)
    for line in text.after:
        lines += hanging(_BELOW, line, style)
    return lines


def _hint_lines(
    result: SubmissionResult, explanation: Explanation, words: Words, style: Style
) -> Iterator[str]:
    for hint in explanation.hints:
        yield ""
        yield style.bold(_hint_title(hint, explanation, words))
        yield from _hint_body(hint, words, style)
    last = max((hint.step for hint in explanation.hints), default=0)
    if last < explanation.steps:
        yield "  " + style.dim(words("explain.next_hint", step=last + 1))
    if not explanation.steps and result.verdict not in (Verdict.AC, Verdict.CE, Verdict.JE):
        yield "  " + style.dim(words("explain.no_hints"))


def _model_lines(model: CoachModel | None, words: Words, style: Style) -> list[str]:
    """What of the model's words was not believed: always said."""
    if model is None:
        return []
    parts = []
    if model.left_out:
        steps = ", ".join(map(str, model.left_out))
        parts.append(words("explain.left_out_steps", steps=steps))
    if model.dropped:
        parts.append(words("explain.left_out_quotes", count=model.dropped))
    if not parts:
        return []
    told = words("explain.model_left_out", model=one_line(model.name), what=", ".join(parts))
    return hanging("  ", told, style, style.dim)


def _hint_title(hint: Hint, explanation: Explanation, words: Words) -> str:
    if hint.source == "model" and explanation.model is not None:
        name = one_line(explanation.model.name)
        return words("explain.hint_by_model", step=hint.step, steps=explanation.steps, model=name)
    return words("explain.hint", step=hint.step, steps=explanation.steps)


def _hint_body(hint: Hint, words: Words, style: Style) -> Iterator[str]:
    """Prose wrapped; a code block, which the last step may hold, as it stands."""
    within_code = False
    for line in printable(hint.text).strip().split("\n"):
        fence = line.lstrip().startswith("```")
        if fence or within_code:
            within_code = within_code != fence
            if not fence:
                yield _CODE + cut(line.expandtabs(4), style.columns - len(_CODE))
        else:
            yield from paragraphs("  ", line, style)
    for place in hint.evidence:
        yield _CODE + style.dim(code_line(place, words, style.columns - len(_CODE)))


def code_line(place: CodeLine, words: Words, columns: int) -> str:
    """``sum.py:3  for i in range(n):``, cut to the columns there are."""
    path = cut_start(one_line(place.path), min(_PATH_COLUMNS_MAX, max(columns // 2, 8)))
    head = words("explain.cites", path=path, line=place.line, text="")
    return head + cut(one_line(place.text), max(columns - width(head), 1))
