"""A package's own program (validator, reference submission) as something that can be built."""

import re
from collections import Counter

from jobcoach.judge.languages import Language, all_languages, language_of_file
from jobcoach.judge.package.constants import Constants
from jobcoach.judge.package.model import Program
from jobcoach.judge.submissions.submission import SourceFile, Submission

SCRIPTS = "scripts"  # the row of programs that build and run themselves
_SCRIPT_NAMES = frozenset({"build", "run"})
_PYTHON_2 = re.compile(rb"#!.*python2\b")


class UnknownLanguage(Exception):
    """None of a program's files is in a language that we know."""


def submission_of(program: Program, constants: Constants, language: str | None = None) -> Submission:
    """A reference submission; if not given, its language is what most of its files are in.

    Raises UnknownLanguage, OSError.
    """
    files = _files(program, constants)
    if language is not None:
        if language not in all_languages():
            raise UnknownLanguage(f"{language} is no language that we know")
        return Submission(str(program.directory), language, files)
    rows = [row for file in files if (row := _language(file))]
    if not rows:
        python_2 = any(_PYTHON_2.match(file.content) for file in files)
        raise UnknownLanguage("Python 2 is not judged here" if python_2 else "no language that we know")
    # Of as many files each, the first one's: counters keep the order.
    [(most, _)] = Counter(row.id for row in rows).most_common(1)
    return Submission(str(program.directory), most, files)


def validator_of(program: Program, constants: Constants) -> Submission:
    """A validator, which unlike a submission may bring scripts ``build`` and ``run``.

    Raises UnknownLanguage, OSError.
    """
    if _SCRIPT_NAMES.isdisjoint(path.as_posix() for path in program.files):
        return submission_of(program, constants)
    return Submission(str(program.directory), SCRIPTS, _files(program, constants))


def _files(program: Program, constants: Constants) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(path.as_posix(), constants.fill_in((program.directory / path).read_bytes()))
        for path in program.files
    )


def _language(file: SourceFile) -> Language | None:
    return None if _PYTHON_2.match(file.content) else language_of_file(file.name)
