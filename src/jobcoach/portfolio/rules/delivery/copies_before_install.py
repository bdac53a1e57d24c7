"""D06: every change of the source installs all dependencies again."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.dockerfile import Instruction, Stage, is_dockerfile, stages
from jobcoach.portfolio.rules.rule import FileRule, Hit

_ALL = re.compile(r"(?:--(?!from)\S+\s+)*(?:\.|\./)\s+\S+\s*$")
_INSTALL = re.compile(
    r"\b(?:npm (?:ci|i|install)|yarn(?: install)?(?: --\S+)*\s*(?:$|&&)|pnpm (?:i|install)|bun install|"
    r"pip3? install\b.*-r|poetry install|uv sync|pipenv (?:install|sync)|bundle install|composer install|"
    r"go mod download|mvnw? .*dependency:|cargo fetch)\b"
)


def check(source: SourceText) -> Iterator[Hit]:
    """In one stage ``COPY . .`` comes before the first installation."""
    for stage in stages(source):
        found = _install_after_copy(stage)
        if found is not None:
            yield Hit(found.start, found.end)


def _install_after_copy(stage: Stage) -> Instruction | None:
    copy: Instruction | None = None
    for each in stage.instructions:
        if each.keyword == "RUN" and _INSTALL.search(each.arguments):
            return copy
        if each.keyword in ("COPY", "ADD") and _ALL.fullmatch(each.arguments.strip()):
            copy = copy or each
    return None


RULE = FileRule("D06", "delivery", "low", "high", is_dockerfile, check, most_findings=3)
