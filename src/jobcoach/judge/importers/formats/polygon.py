"""Full packages of Codeforces Polygon, recognised by their problem.xml."""

import math
import uuid
from pathlib import Path

from jobcoach.judge.importers.import_id import problem_id_from
from jobcoach.judge.importers.polygon.description import Description, read_description
from jobcoach.judge.importers.polygon.solutions import write_solutions
from jobcoach.judge.importers.polygon.statements import LANGUAGE_CODES, write_statements
from jobcoach.judge.importers.polygon.testdata import write_tests
from jobcoach.judge.importers.polygon.validator import write_validator
from jobcoach.judge.importers.problem_yaml import plain_number, write_yaml
from jobcoach.judge.importers.source_format import Conversion, SourceFormat


def recognises(folder: Path) -> bool:
    """Polygon describes a problem in problem.xml."""
    return (folder / "problem.xml").is_file()


def convert(conversion: Conversion) -> None:
    """Write a package of format 2025-09."""
    description = read_description(conversion.source / "problem.xml")
    if description.short_name and not conversion.id_is_given:
        conversion.problem_id = problem_id_from(description.short_name)
    flags = write_validator(conversion, description)
    scoring = write_tests(conversion, description, flags)
    write_statements(conversion, tuple(description.names))
    write_solutions(conversion, description, scoring=scoring)
    write_yaml(conversion.target / "problem.yaml", _settings(conversion, description, scoring=scoring))
    if description.input_file:
        conversion.warnings.append(
            f"solutions there read the file {description.input_file}; here they read standard input"
        )
    if description.run_count > 1:
        conversion.warnings.append("run twice there, each solution is run once here")


def _settings(conversion: Conversion, description: Description, *, scoring: bool) -> dict[str, object]:
    types = ["scoring" if scoring else "pass-fail"] + (["interactive"] if description.interactor else [])
    names = {
        LANGUAGE_CODES[language]: name
        for language, name in description.names.items()
        if name and language in LANGUAGE_CODES
    }
    return {
        "problem_format_version": "2025-09",
        "name": names or {"en": conversion.problem_id},
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, description.url or f"polygon:{conversion.problem_id}")),
        "type": types,
        "keywords": list(description.tags) or None,
        "limits": {
            "time_limit": plain_number(description.time_limit_seconds),
            "memory": math.ceil(description.memory_bytes / (1 << 20)),
        },
    }


FORMAT = SourceFormat("polygon", 20, recognises, convert)
