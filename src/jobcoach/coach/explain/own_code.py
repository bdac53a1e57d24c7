"""The candidate's lines by the names that compilers and run times know its files by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from jobcoach.coach.explain.facts import CodeLine
from jobcoach.errors import JobcoachError
from jobcoach.judge.function_style.calling import as_program, is_called
from jobcoach.judge.languages import language
from jobcoach.judge.package.model import Problem
from jobcoach.judge.submissions.entry import find_entry
from jobcoach.judge.submissions.submission import SourceFile, Submission
from jobcoach.judge.task import Task

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class OwnCode:
    """A submission's own sources: no harness, no file of the package."""

    submission: Submission
    problem: Problem

    @classmethod
    def of(cls, task: Task) -> "OwnCode":
        """The code of one task."""
        return cls(task.submission, task.problem)

    @cached_property
    def called(self) -> bool:
        """Whether it is a function that a harness calls."""
        function = self.problem.function
        return function is not None and is_called(self.submission, function)

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """Each file's lines by its own name."""
        return {file.name: _lines(file) for file in self.submission.files}

    def find(self, named: str, line: int) -> CodeLine | None:
        """The line of that number in the file that a message names; None if it is not the candidate's."""
        name = self._names.get(PurePosixPath(named).name)
        lines = self.lines.get(name or "", ())
        if name is None or not 1 <= line <= len(lines):
            return None
        return CodeLine(name, line, lines[line - 1].strip())

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Own names by the last part of each name a file is built and run under."""
        names = {PurePosixPath(file.name).name: file.name for file in self.submission.files}
        for file in self._as_run():
            for own in self.submission.files:
                if _holds(file, own):
                    names.setdefault(PurePosixPath(file.name).name, own.name)
        return names

    def _as_run(self) -> tuple[SourceFile, ...]:
        submission, function = self.submission, self.problem.function
        if function is not None and self.called:
            submission = as_program(submission, function)
        try:
            return find_entry(submission, language(submission.language)).files
        except JobcoachError:
            return ()


def _holds(file: SourceFile, own: SourceFile) -> bool:
    """Whether this is that file under another name, with a harness behind it or a mark before it."""
    content = own.content.removeprefix(_BOM)
    return file.content.startswith((own.content, content)) or file.content.endswith(content)


def _lines(file: SourceFile) -> tuple[str, ...]:
    text = file.content.removeprefix(_BOM).decode("utf-8", "replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
