"""An interview: the wait for the next question, a repeat from the cache, grading without a model."""

import io
import json
import os
import random
import sys
import time
import urllib.request
from contextlib import redirect_stderr
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from report import Row
from timing import in_turn, quietly, ratio

from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.grading.model_grader import GradingPrompts, ModelGrader
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.planning.planner import plan_interview
from jobcoach.interview.session.conduct import Interview, start_interview
from jobcoach.interview.session.speakable_id import speakable_id
from jobcoach.llm.gateway import Gateway, open_gateway
from jobcoach.llm.prompts import load_prompt
from jobcoach.resources import prompts_folder
from jobcoach.settings import ModelSettings
from jobcoach.store import Store

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "llm"))
from model_server import ModelServer, Request, Step, say

BIN = Path(sys.executable).parent
CALL_SECONDS = 2.0
QUESTIONS = 8


def measure(scratch: Path) -> list[Row]:
    """The wait against one call, the repeat against the first run, and answers a second on one core."""
    with ModelServer(
        delay_seconds=CALL_SECONDS, default=partial(_grade, verdicts=("full", "partial"))
    ) as server:
        rows = [
            _next_question(scratch, server),
            _repeat_in_process(scratch, server),
            _repeat(scratch, server, "no follow-ups"),
        ]
    with ModelServer(
        delay_seconds=CALL_SECONDS, default=partial(_grade, verdicts=("full", "none"))
    ) as server:
        rows.append(_repeat(scratch, server, "two follow-ups each"))
    return [*rows, _offline(), _help()]


def _grade(request: Request, verdicts: tuple[str, str]) -> Step:
    """The two verdicts by turns, with words of the answer; "none" is followed up on."""
    rubric, _, answer = request.user_text.partition("ANSWER:")
    ids = [part.partition('"')[0] for part in rubric.split('"id": "')[1:]]
    quote = [*answer.strip().splitlines(), "", ""][1]
    points = [
        {"id": each, "quotes": [quote], "reasoning": "said", "verdict": verdicts[index % 2]}
        for index, each in enumerate(ids)
    ]
    return say(json.dumps({"points": points, "errors": []}))


def _gateway(scratch: Path, server: ModelServer) -> Gateway:
    return open_gateway(ModelSettings(model="bench", base_url=server.base_url), scratch)


def _plan() -> Plan:
    bank = load_bank(None).questions
    return plan_interview(
        bank, topics=("os",), level=None, count=QUESTIONS, lang="en", posting_skills=(), review_questions=(),
        history=(), now=datetime(2026, 1, 1, tzinfo=UTC), seed=1,
    )  # fmt: skip


def _interview(store: Store, gateway: Gateway) -> Interview:
    folder = prompts_folder()
    prompts = GradingPrompts(load_prompt("grade-answer", folder), load_prompt("mend-quotes", folder))
    return start_interview(
        store.interviews, _plan(), lang="en", mode="study", grader=ModelGrader(gateway, prompts),
        clock=lambda: datetime.now(UTC), new_id=partial(speakable_id, random.SystemRandom()),
    )  # fmt: skip


def _next_question(scratch: Path, server: ModelServer) -> Row:
    """Each wait beside one plain call of the same server; LangChain is imported while the candidate types."""
    with Store.open(scratch / "next.db") as store, _gateway(scratch, server) as gateway:
        interview = _interview(store, gateway)
        gateway.warm_up()
        interview.current()
        time.sleep(3)
        timings = in_turn(
            {"next": partial(_answer_and_wait, interview), "call": partial(_plain_call, server)},
            rounds=QUESTIONS - 2,
        )
    ours, theirs = timings["next"], timings["call"]
    return Row(
        "answer sent to next question shown", ours.median, "one call of the model", theirs.median,
        ratio(ours, theirs), "≤ 1.1",
    )  # fmt: skip


def _answer_and_wait(interview: Interview) -> None:
    interview.answer(f"Threads share memory, processes do not. {time.monotonic()}")
    interview.current()


def _plain_call(server: ModelServer) -> None:
    body = json.dumps({"model": "bench", "messages": [{"role": "user", "content": "RUBRIC ANSWER:\n\nx"}]})
    request = urllib.request.Request(f"{server.base_url}/chat/completions", body.encode())
    with urllib.request.urlopen(request) as reply:
        reply.read()


def _repeat_in_process(scratch: Path, server: ModelServer) -> Row:
    """What the cache saves, without the start of the program."""
    with Store.open(scratch / "again.db") as store, _gateway(scratch, server) as gateway:
        _plain_call(server)
        gateway.warm_up()
        time.sleep(3)
        first_seconds, again = (_held(_interview(store, gateway)) for _ in range(2))
    return Row(
        f"{QUESTIONS} questions again from cache, in one process", again,
        f"with the server, {QUESTIONS} calls of 2 s",
        first_seconds, again / first_seconds, "≤ 0.02",
    )  # fmt: skip


def _held(interview: Interview) -> float:
    began = time.perf_counter()
    while interview.current() is not None:
        interview.answer("Threads share memory, processes do not.")
    return time.perf_counter() - began


def _repeat(scratch: Path, server: ModelServer, kind: str) -> Row:
    """The whole command twice with the same answers: from the server, and from the cache."""
    answers = {question.id: ["Threads share memory, processes do not."] * 3 for question in _plan().questions}
    file = scratch / "answers.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    os.environ |= {"JOBCOACH_LLM__MODEL": "bench", "JOBCOACH_LLM__BASE_URL": server.base_url}
    count = str(len(answers))
    command = [
        str(BIN / "jobcoach"),
        "interview",
        "--answers",
        str(file),
        "-n",
        count,
        "--seed",
        "1",
        "--json",
    ]
    before, began = server.count, time.perf_counter()
    quietly(command)
    first_seconds = time.perf_counter() - began
    asked = server.count - before
    timings = in_turn({"again": lambda: quietly(command)}, rounds=3)
    if server.count > before + asked:
        raise RuntimeError(f"the repeats made {server.count - before - asked} requests")
    again = timings["again"].median
    return Row(
        f"an interview of {len(answers)} questions, {kind}, again from cache", again,
        f"with the server, {asked} calls of 2 s",
        first_seconds, again / first_seconds, "≤ 0.02",
    )  # fmt: skip


def _offline() -> Row:
    """Answers a second on one core, reference and paraphrase of every question in both languages."""
    grader = OfflineGrader()
    tasks = [
        (question.rubric(lang), text.best(lang))
        for question in load_bank(None).questions
        for lang in ("ko", "en")
        for text in (question.reference, question.paraphrase)
        if text is not None
    ]

    def grade_all() -> None:
        for rubric, answer in tasks:
            grader.grade(rubric, answer)

    with redirect_stderr(io.StringIO()):
        timing = in_turn({"all": grade_all}, rounds=3)["all"]
    seconds = timing.median / len(tasks)
    return Row(
        "an answer graded without a model", seconds, "the bar of 200 a second", 0.005, seconds / 0.005, "≤ 1"
    )


def _help() -> Row:
    timings = in_turn(
        {
            "interview": lambda: quietly([str(BIN / "jobcoach"), "interview", "--help"]),
            "help": lambda: quietly([str(BIN / "jobcoach"), "--help"]),
        },
        rounds=15,
    )
    ours, theirs = timings["interview"], timings["help"]
    return Row(
        "`jobcoach interview --help`", ours.median, "`jobcoach --help`", theirs.median, ratio(ours, theirs),
        "no heavier",
    )  # fmt: skip
