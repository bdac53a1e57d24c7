"""An interview as Markdown (GitHub-flavoured).

Answers are hostile, and so are a model's words and a bank's texts: everything that Markdown or HTML
would obey is escaped. Quotes are the candidate's own words, as ``<q>``.
"""

import re

from jobcoach.interview.bank.topics import topic_name
from jobcoach.interview.grading.grade import Grade, PointGrade
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.interview.summary import Summary, summarise
from jobcoach.reports.figures import points as figure
from jobcoach.reports.interview_feedback import grader_text, statement, ungraded_text, worst_first
from jobcoach.reports.paragraphs import shorten
from jobcoach.text import one_line, printable
from jobcoach.words import Words

_ANSWER_CHARACTERS_MAX = 20_000
_QUOTE_CHARACTERS_MAX = 300
_READ_AS_MARKUP = re.compile(
    r"[^\w\s./,:%()-]|_|(?<=www)\.|(?<=\w):(?=//)|^\s*[-\d]+[.)]?(?=\s)", re.IGNORECASE
)


def interview_markdown(transcript: Transcript, words: Words) -> str:
    """The interview as a document: result by topic, then each question with answers and grade."""
    summary = summarise(transcript)
    blocks = [f"# {words('interview.result.title')} ({_text(transcript.id)})", _score(summary, words)]
    if summary.by_topic:
        blocks.append(_topics(transcript, summary, words))
    for number, record in enumerate(transcript.questions, 1):
        blocks += _question(number, record, words)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _score(summary: Summary, words: Words) -> str:
    counts = {name: getattr(summary, name) for name in ("graded", "ungraded", "skipped", "unanswered")}
    parts = [words(f"interview.result.{name}", count=count) for name, count in counts.items() if count]
    if summary.score is not None:
        parts.insert(0, f"**{words('interview.feedback.score', score=figure(round(summary.score, 1)))}**")
    return " · ".join(parts)


def _topics(transcript: Transcript, summary: Summary, words: Words) -> str:
    rows = [
        f"| {words('interview.result.topic')} | {words('interview.result.score')} |",
        "| --- | ---: |",
        *(
            f"| {_text(topic_name(topic, transcript.lang))} | {figure(round(score, 1))} |"
            for topic, score in summary.by_topic.items()
        ),
    ]
    return "\n".join(rows)


def _question(number: int, record: QuestionRecord, words: Words) -> list[str]:
    blocks = [f"## {number}\\. {_text(record.planned.rubric.question)}"]
    if record.planned.reason:
        blocks.append(f"<sub>{_text(record.planned.reason)}</sub>")
    for turn in record.turns:
        if turn.kind == "follow_up":
            blocks.append(f"**{words('interview.follow_up')}** {_text(turn.question)}")
        if turn.answer is not None:
            blocks.append(_answer(turn.answer, words))
        elif turn.skipped:
            blocks.append(f"> *{words('interview.skipped')}*")
    if not record.turns:
        blocks.append(f"*{words('interview.not_asked')}*")
    elif record.grade is not None:
        blocks += _grade(record, record.grade, words)
    if record.turns and record.planned.rubric.reference:
        reference = "<br>".join(
            _text(line) for line in record.planned.rubric.reference.splitlines() if line.strip()
        )
        title = words("interview.feedback.reference")
        blocks.append(f"<details><summary>{title}</summary>\n\n{reference}\n\n</details>")
    return blocks


def _answer(answer: str, words: Words) -> str:
    text = shorten(printable(answer), _ANSWER_CHARACTERS_MAX)
    if not text.strip():
        return f"> *{words('interview.empty_answer')}*"
    # Leading spaces would make a code block of it.
    return "\n".join(f"> {_text(line)}<br>" if line.strip() else ">" for line in text.splitlines())


def _grade(record: QuestionRecord, grade: Grade, words: Words) -> list[str]:
    if grade.status == "ungraded" or grade.score is None:
        return [f"⚠️ {_text(ungraded_text(grade, words))}"]
    score = words("interview.feedback.score", score=figure(round(grade.score, 1)))
    blocks = [f"**{score}** · {_text(grader_text(grade, words))}"]
    if grade.injection_suspected:
        blocks.append(f"⚠️ {words('interview.feedback.injection')}")
    if grade.points:
        heads = [words(f"interview.markdown.{name}") for name in ("verdict", "key_point", "quotes")]
        rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- |"]
        rows += [_point(point, record, words) for point in worst_first(grade.points)]
        blocks.append("\n".join(rows))
    blocks += [f"- {_text(error.explanation)} {_quote(error.quote)}" for error in grade.errors]
    return blocks


def _point(point: PointGrade, record: QuestionRecord, words: Words) -> str:
    quotes = " ".join(_quote(quote) for quote in point.quotes)
    verdict = words(f"interview.verdict.{point.verdict}")
    return f"| {verdict} | {_text(statement(point, record.planned.rubric))} | {quotes} |"


def _quote(quote: str) -> str:
    return f"<q>{_text(shorten(one_line(quote), _QUOTE_CHARACTERS_MAX))}</q>"


def _text(text: str) -> str:
    """One line with entities for all that Markdown, HTML or GitHub's autolinks would read."""
    return _READ_AS_MARKUP.sub(
        lambda match: "".join(f"&#{ord(char)};" for char in match.group()), one_line(text)
    )
