"""Projects within a repository: what is built together can share code, the rest may be apart on purpose."""

from collections.abc import Iterable, Iterator

_MANIFESTS = frozenset({
    "package.json", "pnpm-workspace.yaml", "pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle",
    "settings.gradle.kts", "go.mod", "go.work", "pyproject.toml", "requirements.txt", "setup.py", "pipfile",
    "cargo.toml", "pubspec.yaml", "composer.json", "gemfile", "cmakelists.txt", "package.swift", "build.sbt",
})  # fmt: skip


class Projects:
    """The folders that hold a manifest, from the paths of all files."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._folders = {
            folder
            for folder, _, name in (path.rpartition("/") for path in paths)
            if name.lower() in _MANIFESTS
        }

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two files belong to different projects and no manifest stands above both."""
        if self._folder_of(one) == self._folder_of(other):
            return False
        return not any(folder in self._folders for folder in set(_above(one)) & set(_above(other)))

    def _folder_of(self, path: str) -> str | None:
        return next((folder for folder in _above(path) if folder in self._folders), None)


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in, the nearest first; "" is the repository itself."""
    while path:
        path = path.rpartition("/")[0]
        yield path
