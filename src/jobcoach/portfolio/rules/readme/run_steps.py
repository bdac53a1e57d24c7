"""R05: the README does not say how to run the program."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.readme import is_readme
from jobcoach.portfolio.facts.readme_document import Link, readme_document
from jobcoach.portfolio.facts.relative_links import repository_path
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.in_readme import any_line, is_hardly_more_than_a_title, placed, readmes
from jobcoach.portfolio.rules.project import is_collection, is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule
from jobcoach.portfolio.rules.tables import pattern

_ON_GITHUB = re.compile(r"https?://github\.com/[^/]+/[^/]+/(?:tree|blob)/[^/]+/(?P<path>[^?#]+)")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A program, and in no README of the front page a heading on running it, a command, or a way to either.

    A guess where the README of a folder says it, to which nothing leads.
    """
    if facts.readme is None or not is_substantial(facts) or is_collection(facts):
        return
    if is_hardly_more_than_a_title(facts):
        return
    if any(any_line(facts, pattern("readme", name)) for name in ("run_heading", "run_command", "run_guide")):
        return
    telling = {
        text.path.lower() for text in facts.texts.values() if is_readme(text.path) and _tells_how(text)
    }
    if not any(_leads_there(text, link, telling) for text in readmes(facts) for link in _links(text)):
        yield placed(facts, Hit(1, 1, confidence="low" if telling else None))


def _tells_how(text: SourceText) -> bool:
    return any(
        pattern("readme", name).search(line[:1000])
        for name in ("run_heading", "run_command")
        for line in text.lines
    )


def _links(text: SourceText) -> Iterator[Link]:
    yield from (link for link in readme_document(text).links if link.kind == "link")


def _leads_there(readme: SourceText, link: Link, telling: set[str]) -> bool:
    """Whether a link is called so, or leads to a page or README of the repository that tells how."""
    if pattern("readme", "guide_title").search(link.text):
        return True
    remote = _ON_GITHUB.match(link.target)
    path = (remote["path"] if remote else repository_path(readme.path, link.target) or "").strip("/").lower()
    if not path:
        return False
    return (
        path in telling
        or f"{path}/readme.md" in telling
        or pattern("readme", "guide_page").search(path) is not None
    )


RULE = RepositoryRule("R05", "readme", "high", "high", check)
