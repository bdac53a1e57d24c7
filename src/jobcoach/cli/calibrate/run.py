"""One calibration: read, grade, measure, compare, keep, show."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from jobcoach.cli.calibrate.progress import GradingProgress
from jobcoach.cli.context import AppContext
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.interview.grader import Graders, choose_grader
from jobcoach.cli.interview.request import ModelRequest
from jobcoach.cli.model import ModelFlags
from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.calibration.adversarial import Sample
from jobcoach.interview.calibration.attack import attack, samples_of_bank, samples_of_gold
from jobcoach.interview.calibration.baseline import Comparison, compare
from jobcoach.interview.calibration.calibration import (
    Agreement,
    CaseResult,
    Repeatability,
    agreement,
    repeatability,
)
from jobcoach.interview.calibration.gold import GOLD_BYTES_MAX, Gold, parse_gold, read_gold
from jobcoach.interview.calibration.samples import digest_of, spread_over
from jobcoach.interview.calibration.scoring import Scored, score_all
from jobcoach.reports.calibration_json import Measured, list_document, report_document
from jobcoach.reports.calibration_terminal import calibration_lines, list_lines
from jobcoach.store.calibrations import CalibrationRecord
from jobcoach.text import one_line
from jobcoach.words import LANGUAGES

_REGRESSED = 1
_BANK = "bank:"
_BANK_SCALE = 5.0
_LISTED = 50
LATEST = "latest"


@dataclass(frozen=True, slots=True)
class CalibrationRequest:
    """The options of ``jobcoach calibrate``, as given."""

    data: str
    grader: Literal["offline", "model"] = "offline"
    limit: int | None = None
    repeat: int = 1
    adversarial: bool = False
    baseline: str | None = None
    seed: int = 0
    jobs: int = 4
    samples: int = 1
    flags: ModelFlags = field(default_factory=ModelFlags)


@dataclass(frozen=True, slots=True)
class _Data:
    """What is measured on: answers that people scored, or the questions of the bank alone."""

    name: str
    digest: str
    gold: Gold | None
    samples: Sequence[Sample]
    scale: float


def list_calibrations(app: AppContext) -> None:
    """Print the calibrations that are kept, newest first."""
    records: list[CalibrationRecord] = []
    if app.locations.database.exists():
        with app.open_store() as store:
            records = store.calibrations.latest(_LISTED)
    if app.json:
        app.document(list_document(records))
        return
    for line in list_lines(records, app.words, app.style):
        app.result(line)
    if not records:
        app.remark(app.words("calibrate.none"))


def run_calibration(
    app: AppContext, request: CalibrationRequest, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> int:
    """Measure, keep and print; the exit code is 1 if the grader is worse than the baseline.

    Raises JobcoachError for data, options or a model that cannot be used.
    """
    _check(request)
    data = _read(app, request)
    baseline = _baseline(app, request, data)
    with interruptible():
        measured, shares = _measure(app, request, data, baseline)
    record = CalibrationRecord(
        created_at=now(),
        grader=request.grader,
        model=measured.model,
        prompt_version=measured.prompt_version,
        data_name=data.name,
        data_hash=data.digest,
        report=report_document(measured),
        shares=shares,
    )
    with app.open_store() as store:
        number = store.calibrations.add(record)
    if app.json:
        app.document({**report_document(measured), "id": number})
    else:
        for line in calibration_lines(measured, app.words, app.style):
            app.result(line)
        app.remark(app.words("calibrate.kept", id=number))
    return _REGRESSED if measured.comparison is not None and measured.comparison.regressed else 0


def _check(request: CalibrationRequest) -> None:
    request.flags.caching()
    if request.grader == "offline" and request.flags.model is not None:
        raise InputError("--model needs --grader model", mend="add --grader model")


def _read(app: AppContext, request: CalibrationRequest) -> _Data:
    if not request.data.startswith(_BANK):
        if request.data == "-":
            gold = parse_gold(sys.stdin.buffer.read(GOLD_BYTES_MAX + 1), Path("-"))
        else:
            gold = read_gold(Path(request.data))
        gold = gold.limited(request.limit) if request.limit else gold
        return _Data(gold.name, gold.digest, gold, samples_of_gold(gold), gold.max_score)
    wanted = request.data.removeprefix(_BANK)
    lang = next((each for each in LANGUAGES if each == wanted), None)
    if lang is None:
        raise InputError(f"There is no bank {request.data!r}", why="known are bank:ko, bank:en")
    samples = samples_of_bank(load_bank(app.locations.questions).questions, lang)
    samples = spread_over(samples, request.limit) if request.limit else samples
    if not samples:
        raise InputError(f"no question of {request.data} can be graded")
    return _Data(request.data, digest_of(samples), None, samples, _BANK_SCALE)


def _baseline(app: AppContext, request: CalibrationRequest, data: _Data) -> CalibrationRecord | None:
    """What to compare with; looked for before anything is graded."""
    if request.baseline is None:
        return None
    with app.open_store() as store:
        if request.baseline == LATEST:
            found = next(
                iter(store.calibrations.latest(1, data_hash=data.digest, grader=request.grader)), None
            )
        else:
            number = int(request.baseline) if request.baseline.isascii() and request.baseline.isdigit() else 0
            found = store.calibrations.get(number)
    if found is None:
        raise InputError(f"There is no calibration {request.baseline}", mend="to see all: jobcoach calibrate")
    if found.data_hash != data.digest:
        raise InputError(
            f"calibration {found.id} cannot be compared with",
            why="it measured other answers",
            mend=f"give the same file and --limit as for {one_line(found.data_name)}",
        )
    return found


def _measure(
    app: AppContext, request: CalibrationRequest, data: _Data, baseline: CalibrationRecord | None
) -> tuple[Measured, list[float | None]]:
    found: Agreement | None = None
    repeated: Repeatability | None = None
    attacked: tuple[CaseResult, ...] = ()
    scored: list[Scored] = []
    with choose_grader(app, _model_request(request)) as graders:
        _refuse_other_grader(request, graders)
        if data.gold is not None:
            scored = _grade(app, request, graders, data.gold, "answers")
            found = agreement(data.gold, [each.share for each in scored])
        if request.adversarial or data.gold is None:
            attacked = _attack(app, request, graders, data)
        _tell_failures(app, graders, found, attacked)
        name = graders.grader.name if request.grader == "model" else ""
    if request.repeat > 1 and data.gold is not None:
        repeated = _repeat(app, request, data.gold, [each.share for each in scored])
    shares = [each.share for each in scored]
    measured = Measured(
        data_name=data.name,
        data_hash=data.digest,
        grader=request.grader,
        model=name,
        prompt_version=", ".join(sorted({each.prompt_version for each in scored} - {""})),
        max_score=data.scale,
        questions=len(data.samples),
        agreement=found,
        repeatability=repeated,
        adversarial=attacked,
        comparison=_compare(data, baseline, shares, attacked),
    )
    return measured, shares


def _grade(
    app: AppContext, request: CalibrationRequest, graders: Graders, gold: Gold, part: str
) -> list[Scored]:
    progress = GradingProgress(app, app.words(f"calibrate.part.{part}"))
    answers = [(each.rubric, each.answer) for each in gold.answers]
    try:
        return score_all(graders.grader, answers, progress, _workers(request))
    finally:
        progress.clear()


def _attack(
    app: AppContext, request: CalibrationRequest, graders: Graders, data: _Data
) -> tuple[CaseResult, ...]:
    progress = GradingProgress(app, app.words("calibrate.part.adversarial"))
    try:
        return attack(graders.grader, data.samples, data.scale, request.seed, progress, _workers(request))
    finally:
        progress.clear()


def _repeat(
    app: AppContext, request: CalibrationRequest, gold: Gold, first: list[float | None]
) -> Repeatability:
    """The further rounds; a model is asked anew each time, for a cache would repeat itself."""
    flags = request.flags if request.flags.no_cache else replace(request.flags, refresh=True)
    again = replace(request, flags=flags)
    rounds = [first]
    with choose_grader(app, _model_request(again)) as graders:
        for _ in range(request.repeat - 1):
            scored = _grade(app, again, graders, gold, "repeat")
            rounds.append([each.share for each in scored])
    return repeatability(rounds, gold.max_score)


def _compare(
    data: _Data,
    baseline: CalibrationRecord | None,
    shares: list[float | None],
    attacked: tuple[CaseResult, ...],
) -> Comparison | None:
    if baseline is None or baseline.id is None:
        return None
    before: list[dict[str, Any]] = list(baseline.report.get("adversarial") or [])
    kept = {str(case["case"]): bool(case["ok"]) for case in before}
    return compare(baseline.id, data.gold, baseline.shares, shares, kept, attacked)


def _model_request(request: CalibrationRequest) -> ModelRequest:
    return ModelRequest(request.grader == "offline", request.samples, request.flags)


def _refuse_other_grader(request: CalibrationRequest, graders: Graders) -> None:
    """Without a model the offline grader steps in: figures of it must not pass for the model's."""
    if request.grader == "model" and graders.grader is graders.offline:
        raise EnvironmentMissing("no model is configured", mend="jobcoach config set llm.model NAME")


def _tell_failures(
    app: AppContext, graders: Graders, found: Agreement | None, attacked: tuple[CaseResult, ...]
) -> None:
    """Say why answers stayed ungraded. Raises EnvironmentMissing if all of them did."""
    ungraded = (found.ungraded if found else 0) + sum(case.ungraded for case in attacked)
    graded = (found.n if found else 0) + sum(case.n for case in attacked)
    if not ungraded:
        return
    if not graded and graders.failures:
        raise graders.failures[-1]
    if not graded:
        raise EnvironmentMissing("no answer could be graded")
    app.remark(app.words("calibrate.ungraded", count=ungraded))
    if graders.failures:
        app.remark(graders.reason("model_unavailable", app.words))


def _workers(request: CalibrationRequest) -> int:
    """The offline grader works, a model is waited for."""
    return request.jobs if request.grader == "model" else 1
