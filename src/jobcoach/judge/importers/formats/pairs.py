"""Plain tests: ``1.in`` with ``1.out``, ``input/input01.txt`` with ``output/output01.txt``."""

import re
import shutil
import uuid
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.problem_yaml import plain_number, write_yaml
from jobcoach.judge.importers.source_format import Conversion, SourceFormat
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.domjudge import read_domjudge
from jobcoach.text import nfc

_INPUT_SUFFIXES = {".in", ".inp", ".input"}
_ANSWER_SUFFIXES = {".out", ".ans", ".a", ".sol", ".output", ".answer"}
_NEUTRAL_SUFFIXES = {".txt", ".dat", ""}
_INPUT_WORD = re.compile(r"(?:input|in|입력)", re.IGNORECASE)
_ANSWER_WORD = re.compile(r"(?:output|out|answer|ans|expected|출력|정답)", re.IGNORECASE)
_SAMPLE_WORD = re.compile(r"sample|example|예제|예시", re.IGNORECASE)
_STATEMENTS = (
    "statement.md",
    "problem.md",
    "README.md",
    "statement.pdf",
    "problem.pdf",
    "statement.tex",
    "problem.tex",
)
_HANGUL = re.compile("[가-힣]")
_MAX_NAMED = 5


def recognises(folder: Path) -> bool:
    """At least one input stands beside its answer, and no package lies deeper."""
    if any(next(folder.rglob(name), None) for name in ("problem.yaml", "problem.xml")):
        return False
    inputs, answers = find_pairs(folder)
    return bool(inputs.keys() & answers.keys())


def convert(conversion: Conversion) -> None:
    """Make a package of format 2025-09 out of the tests."""
    inputs, answers = find_pairs(conversion.source)
    lonely = sorted(inputs.keys() ^ answers.keys())
    if lonely:
        named = ", ".join(
            str((inputs | answers)[key].relative_to(conversion.source)) for key in lonely[:_MAX_NAMED]
        )
        raise InputError(
            "Tests without their other half", why=named, mend="each input needs an answer of its name"
        )
    digits = max((len(run) for key in inputs for run in re.findall(r"\d+", key)), default=1)
    for key, input_path in sorted(inputs.items()):
        # Tests run in the order of their names: with zeros in front, 10 follows 9.
        name = re.sub(r"\d+", lambda run: run.group().zfill(digits), key)
        name = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "test"
        folder = conversion.target / "data" / ("sample" if _SAMPLE_WORD.search(key) else "secret")
        _add(input_path, folder / f"{name}.in")
        _add(answers[key], folder / f"{name}.ans")
    language = _write_statement(conversion)
    known = read_domjudge(conversion.source, Findings(conversion.source))  # of its older packages
    limit = known.time_limit_seconds
    write_yaml(
        conversion.target / "problem.yaml",
        {
            "problem_format_version": "2025-09",
            "name": {language: known.name or conversion.problem_id.replace("-", " ").title()},
            "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"jobcoach:{conversion.problem_id}")),
            "limits": {"time_limit": plain_number(limit)} if limit else None,
        },
    )
    todo = "" if limit else "; set a time limit in problem.yaml"
    conversion.warnings.append(f"answers are compared token by token{todo}")


def find_pairs(folder: Path) -> tuple[dict[str, Path], dict[str, Path]]:
    """Inputs and answers by what their names have in common."""
    inputs: dict[str, Path] = {}
    answers: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            relative = nfc(path.relative_to(folder).as_posix())
            kind, key = _role(relative)
            if kind is not None:
                (inputs if kind == "input" else answers).setdefault(key, path)
    for key in answers.keys() - inputs.keys():
        bare = folder / key  # Polygon's tests: 01 with 01.a
        if bare.is_file():
            inputs[key] = bare
    return inputs, answers


def _role(relative: str) -> tuple[str | None, str]:
    """Whether a file is an input or an answer, and of which test."""
    path = Path(relative)
    suffix = path.suffix.lower()
    stem = relative[: len(relative) - len(path.suffix)]
    if suffix in _INPUT_SUFFIXES:
        return "input", _key(stem, _INPUT_WORD)
    if suffix in _ANSWER_SUFFIXES:
        return "answer", _key(stem, _ANSWER_WORD)
    if suffix in _NEUTRAL_SUFFIXES:
        for kind, word in (("input", _INPUT_WORD), ("answer", _ANSWER_WORD)):
            if _key(stem, word) != stem:
                return kind, _key(stem, word)
    return None, stem


def _key(stem: str, word: re.Pattern[str]) -> str:
    """``stem`` without the word in folder names and at either end of the file's name."""
    parts = [part for part in stem.split("/")[:-1] if not re.fullmatch(f"{word.pattern}s?", part, word.flags)]
    name = stem.rsplit("/", maxsplit=1)[-1]
    name = re.sub(rf"^{word.pattern}(?![A-Za-z])[-_. ]*|[-_. ]+{word.pattern}$", "", name, flags=word.flags)
    return "/".join((*parts, name))


def _add(source: Path, target: Path) -> None:
    if target.exists():
        raise InputError("Two tests end up with one name", why=target.name, mend="rename one of them")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write_statement(conversion: Conversion) -> str:
    """Take a statement along if there is one; its language."""
    for name in _STATEMENTS:
        path = conversion.source / name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace") if path.suffix != ".pdf" else ""
            language = "ko" if _HANGUL.search(text) else "en"
            (conversion.target / "statement").mkdir()
            shutil.copyfile(path, conversion.target / "statement" / f"problem.{language}{path.suffix}")
            return language
    return "ko" if _HANGUL.search(conversion.problem_id) else "en"


FORMAT = SourceFormat("pairs of inputs and answers", 90, recognises, convert)
