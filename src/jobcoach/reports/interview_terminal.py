"""A whole interview as terminal lines: result by topic, the points missed, what to study next."""

from collections.abc import Sequence

from jobcoach.interview.bank.question import Level
from jobcoach.interview.bank.topics import topic_name
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.interview.summary import MissedPoint, Study, Summary, summarise
from jobcoach.reports.figures import points as figure
from jobcoach.reports.interview_feedback import MARKS, feedback_lines, quote_lines, verdict_paint
from jobcoach.reports.paragraphs import hanging, paragraphs, shorten
from jobcoach.reports.style import Style
from jobcoach.text import cut, one_line, pad, pad_left, printable, width
from jobcoach.words import Words

_BAR_COLUMNS = 20
_TOPIC_COLUMNS_MAX = 30
_MISSED_MAX = 12
_STATEMENTS_MAX = 3
_QUESTION_CHARACTERS_MAX = 200
_ANSWER_CHARACTERS_MAX = 2000
_ANSWER_LINES_MAX = 30


def result_lines(transcript: Transcript, words: Words, style: Style) -> list[str]:
    """The end of an interview, below what was seen question by question."""
    summary = summarise(transcript)
    lines = ["", rule(words("interview.result.title"), style), score_text(summary, words, style)]
    if summary.by_topic:
        lines += ["", *topic_lines(transcript, summary, words, style)]
    lines += _missed_lines(transcript, summary, words, style)
    return lines + _study_lines(summary, words, style)


def question_lines(record: QuestionRecord, words: Words, style: Style) -> list[str]:
    """A question with all that was said about it: for exams, and for interviews read again."""
    lines = turn_lines(record, words, style)
    if not record.turns:
        return [*lines, style.dim(words("interview.not_asked"))]
    feedback = feedback_lines(record, words, style)
    return [*lines, *([""] if feedback[:1] != [""] else []), *feedback]


def turn_lines(record: QuestionRecord, words: Words, style: Style) -> list[str]:
    """A question, its follow-ups and what was answered."""
    lines = paragraphs("", printable(record.planned.rubric.question), style, style.bold)
    for turn in record.turns:
        if turn.kind == "follow_up":
            lines += hanging("  ? ", one_line(turn.question), style)
        if turn.answer is not None:
            lines += _answer_lines(turn.answer, words, style)
        elif turn.skipped:
            lines.append("  > " + style.dim(words("interview.skipped")))
    return lines


def score_text(summary: Summary, words: Words, style: Style) -> str:
    """``68.5 / 100 · 4 graded · 1 skipped``."""
    parts = []
    if summary.score is not None:
        parts.append(style.bold(words("interview.feedback.score", score=figure(round(summary.score, 1)))))
    counts = ("graded", "ungraded", "skipped", "unanswered")
    found = {name: getattr(summary, name) for name in counts}
    parts.extend(words(f"interview.result.{name}", count=count) for name, count in found.items() if count)
    return " · ".join(parts)


def topic_lines(transcript: Transcript, summary: Summary, words: Words, style: Style) -> list[str]:
    """The table: topic, questions, score, and the score as a bar."""
    names = {topic: one_line(topic_name(topic, transcript.lang)) for topic in summary.by_topic}
    head = words("interview.result.topic")
    columns = min(max(width(text) for text in (*names.values(), head)), _TOPIC_COLUMNS_MAX)
    count, score = words("interview.result.questions"), words("interview.result.score")
    count_columns, score_columns = max(width(count), 3), max(width(score), 5)
    lines = [
        style.dim(
            f"  {pad(head, columns)}  {pad_left(count, count_columns)}  {pad_left(score, score_columns)}"
        )
    ]
    for topic, value in summary.by_topic.items():
        asked = sum(
            record.planned.topic == topic and record.grade is not None and record.grade.score is not None
            for record in transcript.questions
        )
        cells = [
            pad(cut(names[topic], columns), columns),
            pad_left(str(asked), count_columns),
            pad_left(figure(round(value, 1)), score_columns),
            bar(value, style),
        ]
        lines.append("  " + "  ".join(cells))
    return lines


def bar(score: float, style: Style) -> str:
    """A score of 0 to 100 as a bar; green from 70, red below 40."""
    full = round(score / 100 * _BAR_COLUMNS)
    paint = style.good if score >= 70 else style.bad if score < 40 else style.warn
    return paint("#" * full) + style.dim("-" * (_BAR_COLUMNS - full))


def question_rule(place: str, topic: str, level: Level, words: Words, style: Style) -> str:
    """The line above a question: ``2/5 · Networks · mid``, the first being its ``place``."""
    name = one_line(topic_name(topic, words.language))
    return rule(f"{place} · {name} · {words(f'interview.level.{level}')}", style)


def rule(title: str, style: Style) -> str:
    """A line that divides, with a title."""
    columns = min(style.columns, 100)
    title = cut(title, columns - 6)
    # Plain hyphens: box-drawing lines are two columns wide in a Korean font.
    return f"{style.dim('--')} {style.bold(title)} {style.dim('-' * (columns - width(title) - 4))}"


def _missed_lines(transcript: Transcript, summary: Summary, words: Words, style: Style) -> list[str]:
    if not summary.missed:
        return []
    questions = {record.planned.id: record.planned.rubric.question for record in transcript.questions}
    lines = ["", style.bold(words("interview.result.missed"))]
    last = ""
    for missed in summary.missed[:_MISSED_MAX]:
        if missed.question_id != last:
            last = missed.question_id
            lines += hanging("  ", shorten(one_line(questions[last]), _QUESTION_CHARACTERS_MAX), style)
        lines += _missed_point(missed, words, style)
    if (left := len(summary.missed) - _MISSED_MAX) > 0:
        lines.append("    " + words("interview.result.more_missed", count=left))
    return lines


def _missed_point(missed: MissedPoint, words: Words, style: Style) -> list[str]:
    mark = verdict_paint(missed.verdict, style)(MARKS[missed.verdict])
    must = f" ({words('interview.feedback.must')})" if missed.must else ""
    quotes = missed.quotes if missed.verdict != "none" else ()
    return [
        *hanging(f"    {mark} ", one_line(missed.statement) + must, style),
        *quote_lines(quotes, style, indent="      "),
    ]


def _study_lines(summary: Summary, words: Words, style: Style) -> list[str]:
    if not summary.study:
        return []
    lines = ["", style.bold(words("interview.result.study"))]
    told = {missed.question_id for missed in summary.missed[:_MISSED_MAX]}
    for number, study in enumerate(summary.study, 1):
        topic = one_line(topic_name(study.topic, words.language))
        question = shorten(one_line(study.question), _QUESTION_CHARACTERS_MAX)
        lines += hanging(f"  {number}. ", f"{topic}: {question}", style)
        if study.question_id not in told:
            lines += _statement_lines(study, style)
    return lines


def _statement_lines(study: Study, style: Style) -> list[str]:
    """What there is to know, of a question that was skipped or is not among the points shown."""
    lines: list[str] = []
    for text in study.statements[:_STATEMENTS_MAX]:
        lines += hanging("     - ", one_line(text), style, style.dim)
    return lines


def _answer_lines(answer: str, words: Words, style: Style) -> list[str]:
    shown = shorten(printable(answer), _ANSWER_CHARACTERS_MAX)
    if not shown.strip():
        return ["  > " + style.dim(words("interview.empty_answer"))]
    lines = paragraphs("  > ", shown, style)
    return lines if len(lines) <= _ANSWER_LINES_MAX else [*lines[:_ANSWER_LINES_MAX], "    …"]


def plan_lines(notes: Sequence[str], style: Style) -> list[str]:
    """Where the plan is not what was asked for."""
    return [line for note in notes for line in hanging("", one_line(note), style, style.warn)]
