"""Polygon's solutions, sorted into folders by their tags."""

import shutil
from pathlib import Path

from jobcoach.judge.importers.polygon.description import Description
from jobcoach.judge.importers.polygon.files import inside
from jobcoach.judge.importers.problem_yaml import write_yaml
from jobcoach.judge.importers.source_format import Conversion

# https://docs.codeforces.com/polygon: the tag says what happens on some test.
_FOLDERS = {
    "main": "accepted",
    "accepted": "accepted",
    "wrong-answer": "wrong_answer",
    "presentation-error": "wrong_answer",
    "time-limit-exceeded": "time_limit_exceeded",
    "memory-limit-exceeded": "run_time_error",
    "failed": "run_time_error",
    "rejected": "rejected",
    "time-limit-exceeded-or-accepted": "slow_or_accepted",
    "time-limit-exceeded-or-memory-limit-exceeded": "slow_or_large",
}
# Tagged solutions may do worse than their tag on other tests, but not better.
_RULES: dict[str, dict[str, object]] = {
    "wrong_answer": {
        "permitted": ["AC", "WA", "TLE", "RTE"],
        "required": ["WA"],
        "use_for_time_limit": False,
    },
    "time_limit_exceeded": {"permitted": ["AC", "WA", "TLE", "RTE"], "required": ["TLE"]},
    "run_time_error": {
        "permitted": ["AC", "WA", "TLE", "RTE"],
        "required": ["RTE"],
        "use_for_time_limit": False,
    },
    "slow_or_accepted": {"permitted": ["AC", "TLE"], "use_for_time_limit": False},
    "slow_or_large": {"permitted": ["AC", "TLE", "RTE"], "required": ["TLE", "RTE"]},
}


def write_solutions(conversion: Conversion, description: Description, *, scoring: bool) -> None:
    """Copy all solutions whose tag says what to expect.

    Where there are points, rejected means less than all of them.
    """
    used: set[str] = set()
    for solution in description.solutions:
        folder = _FOLDERS.get(solution.tag)
        if folder == "rejected" and scoring:
            folder = "partially_accepted"
        source = inside(conversion.source, solution.path)
        if folder is None:
            conversion.warnings.append(
                f"{solution.path}: left out, its tag {solution.tag!r} promises nothing"
            )
        elif source is None:
            conversion.warnings.append(f"{solution.path}: named in problem.xml, but not in the archive")
        else:
            target = conversion.target / "submissions" / folder / Path(solution.path).name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            used.add(folder)
    rules = {folder: rule for folder, rule in _RULES.items() if folder in used}
    if rules:
        write_yaml(conversion.target / "submissions" / "submissions.yaml", rules)
