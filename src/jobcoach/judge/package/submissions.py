"""The reference submissions of a package, with what is expected of them."""

from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.expectations import (
    ANYTHING,
    Annotation,
    expected_by_name,
    leaves_room,
    read_annotation,
)
from jobcoach.judge.package.model import Program, ReferenceSubmission
from jobcoach.judge.package.programs import program_at
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.submissions_yaml import Rule, match_rules, read_rules
from jobcoach.judge.package.tree import PackageTree

_PARTIAL = "partially_accepted"


def read_submissions(
    tree: PackageTree, findings: Findings, *, by_folder: bool, partial: Annotation
) -> tuple[ReferenceSubmission, ...]:
    """All submissions, sorted by path.

    With ``by_folder`` the folder names the verdict of the whole, unless there is
    a ``submissions.yaml``; otherwise the rules of 2025-09 hold, test by test.
    ``partial`` is what is expected of those in ``partially_accepted``.
    """
    config = tree.file(tree.root / "submissions" / "submissions.yaml")
    ruled = config is not None or not by_folder
    rules = read_rules(Section.of_file(config, findings) if config else None) if ruled else ()
    reader = _SubmissionReader(findings, partial, rules)
    found = [
        reader.read(folder.name, entry.name, program_at(tree, entry))
        for folder in tree.entries(tree.root / "submissions")
        if folder.is_directory
        for entry in tree.entries(folder.path)
    ]
    return tuple(submission for submission in found if submission.program.files)


class _SubmissionReader:
    def __init__(self, findings: Findings, partial: Annotation, rules: tuple[Rule, ...]) -> None:
        self._findings = findings
        self._partial = partial
        self._rules = rules

    def read(self, folder: str, name: str, program: Program) -> ReferenceSubmission:
        path = f"submissions/{folder}/{name}"
        matched = match_rules(self._rules, f"{folder}/{name}") if self._rules else None
        by_folder = self._partial.expected if folder == _PARTIAL else expected_by_name(folder)
        annotation = self._annotation(path, program) if leaves_room(folder) else Annotation()
        if annotation.expected is not None:
            expected = annotation.expected
        elif matched and any(not requirement.tests for requirement in matched.requirements):
            expected = matched.expected
        elif by_folder is not None:
            expected = by_folder
        else:
            expected = ANYTHING
            self._findings.warn(path, None, f"the folder {folder} says nothing of the expected verdict")
        return ReferenceSubmission(
            path=path,
            program=program,
            expected=expected,
            points=annotation.points or (self._partial.points if folder == _PARTIAL else None),
            language=matched.language if matched else None,
            uses_for_time_limit=matched.uses_for_time_limit if matched else folder == "accepted",
            counts_as_too_slow=matched.counts_as_too_slow if matched else folder == "time_limit_exceeded",
            requirements=matched.requirements if matched and annotation.expected is None else (),
            entry_point=matched.entry_point if matched else None,
        )

    def _annotation(self, path: str, program: Program) -> Annotation:
        try:
            files = [program.directory / file for file in program.files]
            return read_annotation(files) or Annotation()
        except (OSError, ValueError) as error:
            self._findings.warn(Path(path), None, f"annotation ignored: {error}")
            return Annotation()
