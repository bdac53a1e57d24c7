"""What is printed and written when an interview ends, pauses, or is read again."""

from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.report_file import check_writable, write_whole
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.interview.summary import Summary, summarise
from jobcoach.reports.interview_json import interview_document
from jobcoach.reports.interview_markdown import interview_markdown
from jobcoach.reports.interview_terminal import question_lines, question_rule, result_lines
from jobcoach.reports.style import Style
from jobcoach.text import printable, width
from jobcoach.words import Words

_TOPICS_TO_PRACTISE = 3


def check_report_file(markdown: Path | None) -> None:
    """Raise InputError if the file could not be written at the end."""
    if markdown is not None:
        check_writable(markdown)


def report_result(app: AppContext, words: Words, transcript: Transcript, markdown: Path | None) -> None:
    """Print the result, below what was seen question by question; or the document of ``--json``.

    Raises OSError if the Markdown file cannot be written; the result is printed before.
    """
    _report(app, words, transcript, markdown, [])


def report_whole(app: AppContext, words: Words, transcript: Transcript, markdown: Path | None) -> None:
    """``report_result`` with all questions, answers and grades before it."""
    total = len(transcript.questions)
    lines = []
    for number, record in enumerate(transcript.questions, 1):
        lines += _question(f"{number}/{total}", record, words, app.style)
    _report(app, words, transcript, markdown, lines)


def _report(
    app: AppContext, words: Words, transcript: Transcript, markdown: Path | None, before: list[str]
) -> None:
    if app.json:
        app.document(interview_document(transcript))
    else:
        style = app.style
        steps = _next_steps(transcript, summarise(transcript), words, style)
        for line in [*before, *result_lines(transcript, words, style), *steps]:
            app.result(line)
    if markdown is not None:
        text = interview_markdown(transcript, words)
        write_whole(markdown, text.encode("utf-8", "backslashreplace"))
        app.remark(words("interview.wrote", path=printable(str(markdown))))


def _question(place: str, record: QuestionRecord, words: Words, style: Style) -> list[str]:
    head = question_rule(place, record.planned.topic, record.planned.level, words, style)
    return ["", head, *question_lines(record, words, style)]


def _next_steps(transcript: Transcript, summary: Summary, words: Words, style: Style) -> list[str]:
    """Commands to go on with. One that does not fit stays one line: it is there to be copied."""
    steps = []
    if summary.study:
        topics = list(dict.fromkeys(study.topic for study in summary.study))[:_TOPICS_TO_PRACTISE]
        steps.append(("again", "".join(f" --topic {printable(topic)}" for topic in topics)))
    if summary.ungraded:
        steps.append(("grade_later", f" grade {transcript.id}"))
    if any(record.turns for record in transcript.questions):
        steps.append(("show_again", f" show {transcript.id}"))
    lines = []
    for name, arguments in steps:
        label, command = words(f"interview.result.{name}"), f"jobcoach interview{arguments}"
        fits = width(f"{label} {command}") <= style.columns
        lines += [f"{label} {command}"] if fits else [label, f"  {command}"]
    return ["", *lines] if lines else []
