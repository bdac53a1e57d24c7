from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.bank.question import BankPoint, LocalText, LocalTexts, Question
from jobcoach.interview.bank.validate import languages_of, problems_of
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.words import Words

POINT = BankPoint(
    id="pages",
    statement=LocalText(en="Virtual memory maps pages of a process to frames."),
    probe=LocalText(en="What is mapped to what?"),
)
GOOD = Question(
    id="os.x",
    topic="os",
    level="junior",
    question=LocalText(en="What is virtual memory?"),
    reference=LocalText(
        en="Virtual memory maps pages of a process to frames. It can be larger than the RAM."
    ),
    key_points=(POINT,),
)


def codes(question: Question) -> list[tuple[str, str]]:
    return [
        (each.code, each.place) for each in problems_of(question, languages_of(question), OfflineGrader())
    ]


def with_points(*points: BankPoint) -> Question:
    return GOOD.model_copy(update={"key_points": points})


def test_a_good_question_has_no_problem() -> None:
    assert codes(GOOD) == []


def test_each_problem_is_found_where_it_is() -> None:
    assert codes(GOOD.model_copy(update={"topic": "mine", "skills": ("redis", "nope")})) == [
        ("topic_unknown", "topic"),
        ("skill_unknown", "skills"),
    ]
    assert ("no_probe", "pages") in codes(with_points(POINT.model_copy(update={"probe": None})))
    double = POINT.model_copy(update={"id": "again"})
    assert ("same_statement", "again.statement.en") in codes(with_points(POINT, double))
    common = POINT.model_copy(update={"aliases": LocalTexts(ko=("데이터",), en=("Fast!", "page table"))})
    assert [each for each in codes(with_points(common)) if each[0] == "alias_common"] == [
        ("alias_common", "pages.aliases.ko"),
        ("alias_common", "pages.aliases.en"),
    ]
    assert codes(GOOD.model_copy(update={"reference": None, "key_points": ()})) == [("ask_only", "reference")]
    both = GOOD.model_copy(update={"question": LocalText(ko="가상 메모리란?", en="What is virtual memory?")})
    assert ("language_missing", "reference.ko") in codes(both)


def test_a_point_that_the_reference_does_not_make_is_found() -> None:
    other = BankPoint(
        id="other",
        statement=LocalText(en="Deadlocks need circular waiting among several threads."),
        probe=LocalText(en="And deadlocks?"),
    )
    found = codes(with_points(POINT, other))
    assert ("not_in_reference", "other.statement.en") in found
    assert ("graded_low", "reference.en") in found
    far = GOOD.model_copy(
        update={"paraphrase": LocalText(en="The weather is nice and the birds sing loudly.")}
    )
    assert ("graded_low", "paraphrase.en") in codes(far)


def test_every_problem_has_its_words() -> None:
    words = Words("ko").texts("interview_bank")
    for code in ("topic_unknown", "skill_unknown", "ask_only",
                  "language_missing", "no_probe", "same_statement",
                 "alias_common", "not_in_reference", "graded_low"):  # fmt: skip
        assert f"interview_bank.problem.{code}" in words


def test_shipped_questions_have_no_problem_but_of_grading() -> None:
    class Ungraded:
        name = "none"

        def grade(self, *_: object) -> object:
            from jobcoach.interview.grading.grade import Grade

            return Grade(status="ungraded", grader="none", cause="not_asked")

    for question in load_bank(None).questions:
        assert problems_of(question, ("ko", "en"), Ungraded()) == [], question.id  # type: ignore[arg-type] # grades nothing
