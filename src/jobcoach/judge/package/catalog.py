"""Finding problems by id, and listing them without loading their tests."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.domjudge import INI_NAME
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.statements import find_statements, title_of
from jobcoach.judge.package.tree import PackageTree
from jobcoach.judge.package.yaml_tree import Mapping as YamlMapping
from jobcoach.text import nfc, one_line

_DIFFICULTY = re.compile(r"difficulty-([1-5])\Z")


@dataclass(frozen=True, slots=True)
class ListedProblem:
    """A line of the list; ``broken`` says what is wrong, empty if nothing was seen."""

    id: str
    root: Path
    names: Mapping[str, str]
    difficulty: int | None = None
    keywords: tuple[str, ...] = ()
    broken: str = ""


def find_problem(spec: str, roots: Sequence[Path]) -> Path:
    """The package folder that ``spec`` means: a folder, or a problem's id.

    An id is looked for in ``roots`` in their order; a folder is meant if
    ``spec`` holds a slash, or there is a package of that name right here.

    Raises:
        InputError: there is no such problem.
    """
    here = Path(spec)
    if spec and is_package(here):
        return here
    if "/" not in spec and spec not in ("", ".", ".."):
        for root in roots:
            if is_package(root / spec):
                return root / spec
    if spec and here.is_dir():
        raise InputError(
            f"{spec} is not a problem package",
            why="it has no problem.yaml",
            mend="to bring it into the format: jobcoach problems import " + spec,
        )
    known = [package.name for package in _packages(roots)]
    close = difflib.get_close_matches(nfc(spec), known, n=3, cutoff=0.5)
    raise InputError(
        f"There is no problem {one_line(spec)!r}",
        why=f"did you mean {', '.join(close)}?" if close else "",
        mend="to see all: jobcoach problems list",
    )


def list_problems(roots: Sequence[Path]) -> tuple[ListedProblem, ...]:
    """All problems in ``roots``, sorted by id; of one id in two roots, the first counts.

    Reads problem.yaml alone (and titles of legacy statements), so a problem
    listed as sound may still have broken test data.
    """
    found: dict[str, ListedProblem] = {}
    for package in _packages(roots):
        if package.name not in found:
            found[package.name] = _listed(package)
    return tuple(sorted(found.values(), key=lambda problem: problem.id))


def is_package(directory: Path) -> bool:
    """Whether a folder is meant to be a problem package."""
    return any((directory / name).is_file() for name in ("problem.yaml", INI_NAME))


def _packages(roots: Sequence[Path]) -> Iterator[Path]:
    for root in roots:
        if root.is_dir():
            yield from sorted(path for path in root.iterdir() if path.name[:1] != "." and is_package(path))


def _listed(package: Path) -> ListedProblem:
    findings = Findings(package)
    tree = PackageTree(package, findings)
    path = tree.file(package / "problem.yaml")
    section = Section.of_file(path, findings) if path else Section(package, YamlMapping(1), findings)
    words = section.words("keywords") or ()
    difficulties = [int(match[1]) for word in words if (match := _DIFFICULTY.match(word))]
    return ListedProblem(
        id=package.name,
        root=package,
        names=_names(tree, package, section) or {"en": package.name},
        difficulty=difficulties[0] if difficulties else None,
        keywords=tuple(word for word in words if not _DIFFICULTY.match(word)),
        broken=str(findings.errors[0]) if findings.errors else "",
    )


def _names(tree: PackageTree, package: Path, section: Section) -> dict[str, str]:
    if section.is_mapping("name"):
        names = section.section("name")
        return {language: text for language in names.names if (text := names.text(language))}
    name = section.text("name")
    if name:
        return {"en": name}
    titles = {language: title_of(path) for language, path in find_statements(tree, package).items()}
    return {language: title for language, title in titles.items() if title}
