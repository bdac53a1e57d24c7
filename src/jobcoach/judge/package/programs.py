"""Validators and other programs of a package: a file, or a folder of files."""

from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.languages import our_language
from jobcoach.judge.package.model import Program
from jobcoach.judge.package.tree import Entry, PackageTree

_NOT_PROGRAMS = ("readme", "license", "makefile")


def program_at(tree: PackageTree, entry: Entry) -> Program:
    """The program that one file or one folder is."""
    if entry.is_directory:
        return Program(entry.path, tree.files_below(entry.path))
    return Program(entry.path.parent, (Path(entry.name),))


def output_validator(tree: PackageTree, directory: Path, findings: Findings) -> Program | None:
    """The one program in ``output_validator/`` or ``output_validators/``.

    Both are found with the sources right inside, and with a folder for the
    program in between; packages of either format mix the two.
    """
    entries = [e for e in tree.entries(directory) if not e.name.lower().startswith(_NOT_PROGRAMS)]
    folders = [entry for entry in entries if entry.is_directory]
    if not entries:
        return None
    if len(entries) == 1:
        return _non_empty(program_at(tree, entries[0]), findings)
    if not folders or any(not entry.is_directory for entry in entries):
        return Program(directory, tree.files_below(directory))
    findings.warn(directory, None, f"several output validators; only {folders[0].name} is used")
    return _non_empty(program_at(tree, folders[0]), findings)


def input_validators(tree: PackageTree, root: Path) -> tuple[Program, ...]:
    """All input validators, sorted by name."""
    return tuple(
        program_at(tree, entry)
        for name in ("input_format_validators", "input_validators")
        for entry in tree.entries(root / name)
        if not entry.name.lower().startswith(_NOT_PROGRAMS)
    )


def includes(tree: PackageTree, root: Path) -> dict[str, Program]:
    """Files that join each submission, by our language id (``default`` for all others)."""
    return {
        our_language(entry.name): program_at(tree, entry)
        for entry in tree.entries(root / "include")
        if entry.is_directory
    }


def _non_empty(program: Program, findings: Findings) -> Program | None:
    if program.files:
        return program
    findings.error(program.directory, None, "an output validator without any file")
    return None
