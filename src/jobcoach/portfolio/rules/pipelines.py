"""The files that tell a service what to run on each change: GitHub Actions, GitLab, Jenkins and others."""

import re

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.file_info import SourceText

_PIPELINE = re.compile(
    r"\.github/workflows/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|(?:.*/)?Jenkinsfile[^/]*|(?:.*/)?[^/]*\.jenkinsfile|\.circleci/config\.ya?ml|"
    r"\.travis\.ya?ml|azure-pipelines[^/]*\.ya?ml|bitbucket-pipelines\.ya?ml|\.?appveyor\.ya?ml|(?:.*/)?buildspec[^/]*\.ya?ml|"
    r"\.drone\.ya?ml|\.woodpecker(?:/[^/]+)?\.ya?ml|cloudbuild\.ya?ml|\.semaphore/[^/]+\.ya?ml|\.cirrus\.ya?ml|"
    r"\.buildkite/[^/]+\.ya?ml|\.forgejo/workflows/[^/]+\.ya?ml|\.gitea/workflows/[^/]+\.ya?ml|codemagic\.ya?ml|bitrise\.ya?ml|"
    r"ci_scripts/[^/]+\.sh|fastlane/Fastfile"
)


def is_pipeline(path: str) -> bool:
    """Whether a path is such a file."""
    return _PIPELINE.fullmatch(path) is not None


def pipelines(facts: RepositoryFacts) -> list[SourceText]:
    """The pipelines whose text was read, by path."""
    return [facts.texts[path] for path in sorted(facts.texts) if is_pipeline(path)]


def has_pipeline(facts: RepositoryFacts) -> bool:
    """Whether there is one, read or not."""
    return any(is_pipeline(info.path) for info in facts.inventory)
