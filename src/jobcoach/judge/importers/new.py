"""A new problem to start from: small, valid, and green as it stands."""

import tempfile
import uuid
from importlib import resources
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.import_id import problem_id_from
from jobcoach.judge.importers.problem_yaml import write_yaml
from jobcoach.text import nfc, one_line

_SAMPLE = ("3 4\n", "7\n")
_SECRET = (("0 0\n", "0\n"), ("-1000000000 1000000000\n", "0\n"), ("1000000000 1000000000\n", "2000000000\n"))

_TEMPLATES = (
    "statement/problem.en.md",
    "statement/problem.ko.md",
    "input_validators/validate.py.template",
    "submissions/accepted/solution.py.template",
    "submissions/wrong_answer/subtracts.py.template",
)


def new_problem(destination: Path, problem_id: str, title: str, *, title_ko: str = "") -> Path:
    """Write a package named ``problem_id`` into the folder ``destination``; its path.

    It holds a sum of two numbers: statements in Korean and English, a sample,
    secret tests, an input validator, one right and one wrong solution.

    Raises:
        InputError: there is something of that name already.
    """
    identifier = problem_id_from(problem_id)
    place = destination / identifier
    if place.exists():
        raise InputError(f"{place} exists already", mend="choose another name")
    destination.mkdir(parents=True, exist_ok=True)
    english = one_line(nfc(title)) or identifier
    with tempfile.TemporaryDirectory(prefix=".new-", dir=destination) as work:
        package = Path(work) / identifier
        write_yaml(package / "problem.yaml", _settings(english, one_line(nfc(title_ko)) or english))
        _copy_templates(package)
        _write_tests(package / "data")
        package.rename(place)
    return place


def _settings(english: str, korean: str) -> dict[str, object]:
    return {
        "problem_format_version": "2025-09",
        "name": {"en": english, "ko": korean},
        "uuid": str(uuid.uuid4()),
        "type": "pass-fail",
        "keywords": ["implementation", "difficulty-1"],
        "limits": {"time_limit": 1, "memory": 256},
    }


def _copy_templates(package: Path) -> None:
    template = resources.files("jobcoach.judge.importers").joinpath("template")
    for relative in _TEMPLATES:
        target = package / relative.removesuffix(".template")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(template.joinpath(relative).read_bytes())


def _write_tests(data: Path) -> None:
    tests = {"sample/1": _SAMPLE} | {f"secret/{n}": pair for n, pair in enumerate(_SECRET, start=1)}
    for name, (text, answer) in tests.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / f"{name}.in").write_text(text, encoding="utf-8")
        (data / f"{name}.ans").write_text(answer, encoding="utf-8")
