"""Finding the tests in one folder of test data: inputs with their answers."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.tree import Entry, PackageTree
from jobcoach.judge.package.yaml_tree import read_text
from jobcoach.text import nfc

_CASE_KEYS = {
    "args", "input_validator_args", "output_validator_args", "input_visualizer_args",
    "output_visualizer_args", "full_feedback", "hint", "description",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One test as it lies there; what is None is inherited from the group."""

    name: str
    input_path: Path
    answer_path: Path
    args: tuple[str, ...] | None = None
    output_validator_args: tuple[str, ...] | None = None
    input_validator_args: tuple[str, ...] | None = None
    files_directory: Path | None = None
    files: tuple[Path, ...] = ()


class CaseFinder:
    """Finds tests below ``data/``; faults are noted in ``findings``."""

    def __init__(self, tree: PackageTree, data: Path, findings: Findings) -> None:
        self._tree = tree
        self._data = data
        self._findings = findings
        self._looked: dict[Path, tuple[list[Case], list[Entry]]] = {}

    def look(self, directory: Path) -> tuple[list[Case], list[Entry]]:
        """Tests right in ``directory`` and the folders in it that belong to no test."""
        if directory not in self._looked:
            self._looked[directory] = self._look(directory)
        return self._looked[directory]

    def _look(self, directory: Path) -> tuple[list[Case], list[Entry]]:
        entries = self._tree.entries(directory)
        files = {entry.name: entry for entry in entries if not entry.is_directory}
        folders = {entry.name: entry for entry in entries if entry.is_directory}
        cases = [self._case(directory, name[:-3], files, folders) for name in files if name.endswith(".in")]
        self._note_lonely_answers(files)
        taken = {f"{name[:-3]}.files" for name in files if name.endswith(".in")}
        return (
            [case for case in cases if case is not None],
            [entry for name, entry in folders.items() if name not in taken],
        )

    def look_below(self, directory: Path) -> list[Case]:
        """Tests in ``directory`` and in all folders below it, sorted by name."""
        cases, folders = self.look(directory)
        below = [case for folder in folders for case in self.look_below(folder.path)]
        return sorted([*cases, *below], key=lambda case: case.name)

    def _case(
        self, directory: Path, stem: str, files: dict[str, Entry], folders: dict[str, Entry]
    ) -> Case | None:
        input_path = directory / f"{stem}.in"
        answer = files.get(f"{stem}.ans") or files.get(f"{stem}.out")
        if answer is None:
            self._findings.error(input_path, None, f"has no answer: {stem}.ans is missing")
            return None
        if answer.name.endswith(".out"):
            self._findings.warn(answer.path, None, f"taken as the answer, since there is no {stem}.ans")
        extra = folders.get(f"{stem}.files")
        config = files.get(f"{stem}.yaml")
        section = Section.of_file(config.path, self._findings) if config else None
        if section:
            section.warn_unknown(_CASE_KEYS)
        args_file = files.get(f"{stem}.args")
        args = section.words("args") if section else None
        return Case(
            name=nfc(str((directory / stem).relative_to(self._data))),
            input_path=input_path,
            answer_path=answer.path,
            args=self._args(args_file.path) if args is None and args_file else args,
            output_validator_args=section.words("output_validator_args") if section else None,
            input_validator_args=validator_args(section, "input_validator_args") if section else None,
            files_directory=extra.path if extra else None,
            files=self._tree.files_below(extra.path) if extra else (),
        )

    def _args(self, path: Path) -> tuple[str, ...] | None:
        text = read_text(path, self._findings)
        if text is None:
            return None
        try:
            return tuple(shlex.split(text))
        except ValueError as error:
            self._findings.error(path, 1, f"not a command line: {error}")
            return None

    def _note_lonely_answers(self, files: dict[str, Entry]) -> None:
        for name, entry in files.items():
            if name.endswith(".ans") and f"{name[:-4]}.in" not in files:
                self._findings.error(entry.path, None, f"has no input: {name[:-4]}.in is missing")


def validator_args(section: Section, key: str) -> tuple[str, ...] | None:
    """Arguments that are a list, a text, or a map from validator to them.

    A map is for packages with several input validators, which are rare: the
    first one's arguments are taken.
    """
    if key not in section:
        return None
    if not section.is_mapping(key):
        return section.words(key)
    named = section.section(key)
    if set(named.names) <= {"name", "flags"}:  # legacy's form for one validator
        return named.words("flags") or ()
    lists = [named.words(name) or () for name in named.names]
    if len(lists) > 1:
        section.warn(key, f"{key} for several validators: only the first one's are used")
    return lists[0] if lists else ()
