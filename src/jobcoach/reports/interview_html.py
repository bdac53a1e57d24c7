"""An interview as a page: each answer with the quoted words marked, and what they were quoted for."""

from collections.abc import Iterator

from jobcoach.interview.bank.topics import topic_name
from jobcoach.interview.grading.grade import Grade, PointGrade
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.interview.summary import Summary, summarise
from jobcoach.reports.figures import points as figure
from jobcoach.reports.interview_feedback import MARKS, grader_text, statement, ungraded_text, worst_first
from jobcoach.reports.page import escaped, page
from jobcoach.reports.paragraphs import shorten
from jobcoach.reports.quoted import Passage, Piece, split_at_quotes
from jobcoach.text import one_line, printable
from jobcoach.words import Words

_ANSWER_CHARACTERS_MAX = 20_000


def interview_page(transcript: Transcript, words: Words) -> str:
    """The whole page; answers are hostile and escaped."""
    title = words("export.interview", id=transcript.id)
    return page(title, words.language, _body(transcript, words, title), "interview.css")


def _body(transcript: Transcript, words: Words, title: str) -> Iterator[str]:
    summary = summarise(transcript)
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="dim">{transcript.started_at.astimezone():%Y-%m-%d %H:%M}</p>'
    yield from _result(transcript, summary, words)
    for number, record in enumerate(transcript.questions, 1):
        yield "<section>"
        yield from _question(number, record, words)
        yield "</section>"


def _result(transcript: Transcript, summary: Summary, words: Words) -> Iterator[str]:
    if summary.score is not None:
        score = words("interview.feedback.score", score=figure(round(summary.score, 1)))
        yield f'<p class="total">{escaped(score)}</p>'
    counts = {name: getattr(summary, name) for name in ("graded", "ungraded", "skipped", "unanswered")}
    parts = [words(f"interview.result.{name}", count=count) for name, count in counts.items() if count]
    yield f'<p class="dim">{escaped(" · ".join(parts))}</p>'
    if summary.by_topic:
        heads = (words("interview.result.topic"), words("interview.result.score"))
        yield f"<table><tr><th>{escaped(heads[0])}</th><th>{escaped(heads[1])}</th></tr>"
        for topic, mean in summary.by_topic.items():
            name = topic_name(topic, transcript.lang)
            yield f"<tr><td>{escaped(name)}</td><td>{figure(round(mean, 1))}</td></tr>"
        yield "</table>"


def _question(number: int, record: QuestionRecord, words: Words) -> Iterator[str]:
    yield f"<h2>{number}. {escaped(one_line(record.planned.rubric.question))}</h2>"
    if record.planned.reason:
        yield f'<p class="dim">{escaped(one_line(record.planned.reason))}</p>'
    passages = list(_passages(record))
    for turn in record.turns:
        if turn.kind == "follow_up":
            yield f"<h3>{escaped(words('interview.follow_up'))} {escaped(one_line(turn.question))}</h3>"
        if turn.answer is not None:
            yield f"<blockquote>{_answer(turn.answer, passages, words)}</blockquote>"
        elif turn.skipped:
            yield f'<p class="dim">{escaped(words("interview.skipped"))}</p>'
    if not record.turns:
        yield f'<p class="dim">{escaped(words("interview.not_asked"))}</p>'
        return
    if record.grade is not None:
        yield from _grade(record, record.grade, words)
    if record.planned.rubric.reference:
        yield f"<details><summary>{escaped(words('interview.feedback.reference'))}</summary>"
        yield f"<p>{_lines(record.planned.rubric.reference)}</p></details>"


def _passages(record: QuestionRecord) -> Iterator[Passage]:
    for point in record.grade.points if record.grade else ():
        if point.verdict != "none":  # of a missing point they are only what came closest
            said = statement(point, record.planned.rubric)
            yield from (Passage(quote, point.verdict, said) for quote in point.quotes)
    for error in record.grade.errors if record.grade else ():
        yield Passage(error.quote, "contradicted", error.explanation)


def _answer(answer: str, passages: list[Passage], words: Words) -> str:
    text = shorten(answer, _ANSWER_CHARACTERS_MAX)
    if not text.strip():
        return f'<span class="dim">{escaped(words("interview.empty_answer"))}</span>'
    return "".join(_piece(piece, words) for piece in split_at_quotes(text, passages))


def _piece(piece: Piece, words: Words) -> str:
    text = escaped(piece.text).replace("\n", "<br>\n")
    if piece.passage is None:
        return text
    verdict = words(f"interview.verdict.{piece.passage.verdict}")
    title = escaped(one_line(f"{verdict}: {piece.passage.statement}"))
    return f'<mark class="{piece.passage.verdict}" title="{title}">{text}</mark>'


def _grade(record: QuestionRecord, grade: Grade, words: Words) -> Iterator[str]:
    if grade.status == "ungraded" or grade.score is None:
        yield f'<p class="medium">{escaped(ungraded_text(grade, words))}</p>'
        return
    score = words("interview.feedback.score", score=figure(round(grade.score, 1)))
    grader = escaped(grader_text(grade, words))
    yield f'<p><strong>{escaped(score)}</strong> <span class="dim">· {grader}</span></p>'
    if grade.injection_suspected:
        yield f'<p class="medium">{escaped(words("interview.feedback.injection"))}</p>'
    yield '<ul class="points">'
    for point in worst_first(grade.points):
        yield _point(point, record, words)
    for error in grade.errors:
        said = escaped(one_line(error.explanation))
        yield f'<li class="contradicted"><b aria-hidden="true">!</b> <span>{said}</span></li>'
    yield "</ul>"


def _point(point: PointGrade, record: QuestionRecord, words: Words) -> str:
    verdict = escaped(words(f"interview.verdict.{point.verdict}"))
    said = escaped(statement(point, record.planned.rubric))
    return (
        f'<li class="{point.verdict}"><b aria-hidden="true">{MARKS[point.verdict]}</b> '
        f"<span>{said} <em>{verdict}</em></span></li>"
    )


def _lines(text: str) -> str:
    return "<br>\n".join(escaped(line) for line in printable(text).splitlines() if line.strip())
