"""A transcript as feedback, table, JSON and Markdown; everything in it may be hostile."""

import html
import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.cli.document import to_json
from jobcoach.interview.grading.grade import AnswerError, Grade, PointGrade, Spread
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.interview.session.transcript import PlannedQuestion, QuestionRecord, Transcript, Turn
from jobcoach.reports.interview_feedback import feedback_lines, score_line
from jobcoach.reports.interview_json import interview_document
from jobcoach.reports.interview_markdown import interview_markdown
from jobcoach.reports.interview_terminal import bar, question_lines, result_lines
from jobcoach.reports.style import Style, unstyled
from jobcoach.text import width
from jobcoach.words import Words

EN, KO = Words("en"), Words("ko")
PLAIN = Style(columns=60)
RUBRIC = Rubric(
    question="What do threads share?",
    reference="The heap.\n\nNot the stack.",
    key_points=(
        KeyPoint(id="heap", statement="Threads share the heap.", must=True),
        KeyPoint(id="stack", statement="Each has a stack of its own."),
        KeyPoint(id="race", statement="Sharing brings races."),
    ),
)
GRADE = Grade(
    status="graded",
    score=62.5,
    grader="offline",
    points=(
        PointGrade(id="heap", verdict="full", credit=1, quotes=("they share the heap",)),
        PointGrade(id="stack", verdict="none", credit=0, quotes=("what came closest",)),
        PointGrade(id="race", verdict="contradicted", credit=0, quotes=("no locks needed",)),
    ),
)


def record(
    answer: str = "they share the heap, no locks needed", grade: Grade | None = GRADE
) -> QuestionRecord:
    planned = PlannedQuestion(id="os.threads", topic="os", level="mid", rubric=RUBRIC, reason="due again")
    turns = (Turn(kind="main", question=RUBRIC.question, answer=answer),)
    return QuestionRecord(planned=planned, turns=turns, grade=grade, graded_answers=1 if grade else 0)


def transcript(*records: QuestionRecord) -> Transcript:
    return Transcript(
        id="domipazu",
        lang="en",
        mode="study",
        grader="offline",
        status="finished",
        started_at=datetime(2026, 1, 2, tzinfo=UTC),
        questions=records or (record(),),
    )


class TestFeedback:
    def test_what_is_wrong_comes_first_and_each_verdict_has_its_mark(self) -> None:
        lines = feedback_lines(record(), EN, PLAIN)
        marks = [line.strip() for line in lines if line.strip()[:1] in ("✓", "~", "✗", "!")]
        assert marks == [
            "! Sharing brings races.",
            "✗ Each has a stack of its own.",
            "✓ Threads share the heap.",
        ]

    def test_quotes_are_shown_but_not_of_what_is_missing(self) -> None:
        text = "\n".join(feedback_lines(record(), EN, PLAIN))
        assert "“no locks needed”" in text
        assert "what came closest" not in text

    def test_points_seen_already_are_not_repeated(self) -> None:
        text = "\n".join(feedback_lines(record(), EN, PLAIN, shown=frozenset({"heap"})))
        assert "Threads share the heap" not in text

    def test_a_score_says_who_gave_it_and_how_far_samples_differ(self) -> None:
        assert score_line(GRADE, EN, PLAIN) == "62.5 / 100 · offline grader, lower confidence"
        sampled = GRADE.model_copy(
            update={"grader": "openai:\x1bx", "spread": Spread(samples=3, lowest=50, highest=75.5)}
        )
        assert score_line(sampled, EN, PLAIN) == "62.5 / 100 · 3 samples, 50 to 75.5 · openai:\\x1bx"

    @pytest.mark.parametrize(
        "cause", ["model_unavailable", "reply_unusable", "budget_spent", "no_rubric", "not_asked", None]
    )
    def test_ungraded_is_never_a_number(self, cause: str | None) -> None:
        grade = Grade.model_validate({"status": "ungraded", "grader": "m", "cause": cause})
        for words in (EN, KO):
            assert not re.search(r"\d", score_line(grade, words, PLAIN))

    def test_wrong_statements_injections_and_taken_back_points_are_told(self) -> None:
        flagged = PointGrade(id="heap", verdict="none", credit=0, flagged=True)
        grade = GRADE.model_copy(
            update={
                "points": (flagged,),
                "errors": (AnswerError(quote="no locks", explanation="Locks are needed."),),
                "injection_suspected": True,
            }
        )
        text = " ".join(" ".join(feedback_lines(record(grade=grade), EN, PLAIN)).split())
        for told in ("quotes are not in the answer", "! Locks are needed.", "“no locks”", "orders"):
            assert told in text


class TestResult:
    def test_the_table_has_a_row_a_topic_and_counts_what_has_no_score(self) -> None:
        skipped = record().model_copy(update={"skipped": True, "grade": None, "turns": ()})
        lines = result_lines(transcript(record(), skipped), EN, PLAIN)
        assert "62.5 / 100 · 1 graded · 1 skipped" in lines
        assert any(line.split()[:4] == ["Operating", "systems", "1", "62.5"] for line in lines)

    @pytest.mark.parametrize(("score", "hashes"), [(0, 0), (49, 10), (100, 20)])
    def test_a_bar_is_as_long_as_the_score(self, score: float, hashes: int) -> None:
        assert bar(score, PLAIN) == "#" * hashes + "-" * (20 - hashes)

    def test_columns_align_in_korean(self) -> None:
        lines = result_lines(transcript(), KO, Style(columns=60, colour=True))
        plain = [unstyled(line) for line in lines]
        head = next(line for line in plain if "주제" in line)
        row = next(line for line in plain if "Operating systems" in line)
        assert width(head.rstrip()) == width(row[: row.index("62.5") + 4])

    @given(st.text(max_size=300), st.integers(20, 120), st.sampled_from([EN, KO]))
    def test_no_text_is_wider_than_the_terminal_or_obeyed_by_it(
        self, text: str, columns: int, words: Words
    ) -> None:
        style = Style(columns=columns)
        grade = GRADE.model_copy(update={"errors": (AnswerError(quote=text, explanation=text),)})
        lines = question_lines(record(text, grade), words, style)
        for line in lines:
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", line.replace("\t", ""))
        wrapped = [line for line in lines if " / 100" not in line and "100점" not in line]
        assert max(map(width, wrapped)) <= max(columns, 24)


class TestJson:
    def test_every_field_of_the_agreed_shape_is_there(self) -> None:
        found = json.loads(to_json(interview_document(transcript())))
        question = found["questions"][0]
        assert {"format", "id", "lang", "grader", "questions", "summary"} <= found.keys()
        assert {"id", "question", "reason", "turns", "grade"} <= question.keys()
        assert {"question", "answer"} <= question["turns"][0].keys()
        grade = question["grade"]
        assert {"status", "score", "points", "errors", "injection_suspected", "spread"} <= grade.keys()
        assert {"id", "verdict", "quotes", "reasoning"} <= grade["points"][0].keys()
        assert found["summary"]["by_topic"] == {"os": 62.5}

    @given(st.text())
    def test_any_answer_survives(self, text: str) -> None:
        printed = to_json(interview_document(transcript(record(text))))
        printed.encode("utf-8")
        assert json.loads(printed)["questions"][0]["turns"][0]["answer"] == text


class TestMarkdown:
    def test_it_has_question_answer_verdicts_and_reference(self) -> None:
        text = html.unescape(interview_markdown(transcript(), EN))
        for piece in (
            "What do threads share?",
            "> they share the heap",
            "<q>no locks needed</q>",
            "Not the stack",
        ):
            assert piece in text

    @given(st.text(max_size=400))
    def test_an_answer_is_text_whatever_it_holds(self, text: str) -> None:
        grade = GRADE.model_copy(update={"errors": (AnswerError(quote=text, explanation=text),)})
        page = interview_markdown(transcript(record(text, grade)), EN)
        ours = re.sub(r"</?(q|sub|details|summary)>|<br>", "", page)
        body = (
            ours.partition("## 1")[2]
            .replace("**", "")
            .replace("*skipped*", "")
            .replace("*(empty answer)*", "")
        )
        assert not re.search(r"[<`\[\]~@#$\\]", re.sub(r"&#\d+;|\\\.", "", body))
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", page)

    @pytest.mark.parametrize("line", ["- item", "1. item", "1) item", "+ item", "    code", "===", "> q"])
    def test_no_line_of_an_answer_begins_a_block(self, line: str) -> None:
        page = interview_markdown(transcript(record(f"first\n{line}")), EN)
        shown = page.split("first<br>\n> ", 1)[1].partition("<br>")[0]
        assert html.unescape(shown) == line.strip()
        assert re.match(r"[\w&]", shown)
        assert not re.match(r"\d+[.)] ", shown)
