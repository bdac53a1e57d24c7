"""D10: a build whose tool everybody must install in the right version."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.project import is_seen_whole, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_TOOLS = (
    ("gradlew", ("build.gradle", "build.gradle.kts"), "Gradle"),
    ("mvnw", ("pom.xml",), "Maven"),
)


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A build file of Gradle or Maven in the folder nearest to the root, and a wrapper nowhere.

    Flutter makes the wrapper of its android folder again, and ignores it.
    """
    if not is_substantial(facts) or not is_seen_whole(facts):
        return
    flutter = tuple(
        f"{info.path.removesuffix('pubspec.yaml')}android/"
        for info in facts.inventory
        if info.path.rpartition("/")[2] == "pubspec.yaml"
    )
    names = {info.path.rpartition("/")[2] for info in facts.inventory}
    for wrapper, builds, tool in _TOOLS:
        found = [
            info.path
            for info in facts.inventory
            if info.path.rpartition("/")[2] in builds
            and info.file_class not in ("vendored", "generated")
            and not info.path.startswith(flutter)
        ]
        if found and wrapper not in names:
            path = min(found, key=lambda path: (path.count("/"), path))
            yield PlacedHit(path, Hit(1, 1, {"tool": tool, "wrapper": wrapper}))


RULE = RepositoryRule("D10", "delivery", "low", "high", check)
