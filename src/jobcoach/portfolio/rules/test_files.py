"""The repository's test files."""

import re

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.inventory.file_info import FileInfo

# Stories show components, fixtures are data, a component may be called test: they run nothing.
_NO_TEST = re.compile(
    r"\.stories\.|/(?:fixtures?|__fixtures__|mocks?|__mocks__|testdata|snapshots?)/|(?:^|/)conftest\.py$|"
    r"/(?:components?|pages|views|screens)/(?:.*/)?test\.[jt]sx?$"
)


def is_test(info: FileInfo) -> bool:
    """Whether a file holds tests."""
    return info.file_class == "test" and _NO_TEST.search(info.path) is None


def test_files(facts: RepositoryFacts) -> list[FileFacts]:
    """The test files that hold any code."""
    return [file for file in facts.files if is_test(file.info) and file.code_lines > 0]
