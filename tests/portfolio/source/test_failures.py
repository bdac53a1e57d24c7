"""What git says, and what the user is told."""

import pytest

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.portfolio.source.failures import is_about_credentials, is_known, told
from jobcoach.portfolio.source.git import GitFailed, GitTimedOut
from jobcoach.portfolio.source.location import RemotePlace

PLACE = RemotePlace("https://host.example/a/b", "host.example", "https")


@pytest.mark.parametrize(
    ("said", "kind", "what"),
    [
        (
            "fatal: unable to access 'https://host.example/a/b/': Could not resolve host: host.example",
            EnvironmentMissing,
            "host.example: the host is unknown",
        ),
        (
            "ssh: Could not resolve hostname host.example: Name or service not known\n"
            "fatal: Could not read from remote repository.",
            EnvironmentMissing,
            "host.example: the host is unknown",
        ),
        (
            "fatal: unable to access 'https://host.example/': Failed to connect to host.example port 443 "
            "after 3 ms: Couldn't connect to server",
            EnvironmentMissing,
            "host.example: the host does not answer",
        ),
        (
            "ssh: connect to host host.example port 22: Connection timed out",
            EnvironmentMissing,
            "host.example: the host does not answer",
        ),
        (
            "fatal: could not read Username for 'https://host.example': terminal prompts disabled",
            EnvironmentMissing,
            "https://host.example/a/b: there is no such repository, or it is private",
        ),
        (
            "remote: Invalid username or password.\n"
            "fatal: Authentication failed for 'https://host.example/a/b/'",
            EnvironmentMissing,
            "https://host.example/a/b: the server did not let you in",
        ),
        (
            "git@host.example: Permission denied (publickey).\nfatal: Could not read from remote repository.",
            EnvironmentMissing,
            "https://host.example/a/b: the server did not let you in",
        ),
        (
            "fatal: unable to access 'https://host.example/': The requested URL returned error: 403",
            EnvironmentMissing,
            "https://host.example/a/b: the server did not let you in",
        ),
        (
            "fatal: unable to access 'https://host.example/': The requested URL returned error: 502",
            EnvironmentMissing,
            "host.example: the server failed",
        ),
        (
            "Host key verification failed.\nfatal: Could not read from remote repository.",
            EnvironmentMissing,
            "host.example: the host's key is not known",
        ),
        (
            "fatal: unable to access 'https://host.example/': SSL certificate problem: self-signed",
            EnvironmentMissing,
            "host.example: its certificate cannot be trusted",
        ),
        (
            "remote: Repository not found.\nfatal: repository 'https://host.example/a/b/' not found",
            InputError,
            "https://host.example/a/b: there is no such repository",
        ),
        (
            "fatal: couldn't find remote ref refs/heads/x",
            InputError,
            "https://host.example/a/b: there is no such commit",
        ),
        (
            "fatal: remote error: upload-pack: not our ref 1111111111111111111111111111111111111111",
            InputError,
            "https://host.example/a/b: there is no such commit",
        ),
        (
            "fatal: write error: No space left on device\nfatal: index-pack failed",
            EnvironmentMissing,
            "https://host.example/a/b: no room to keep it",
        ),
        (
            "fatal: transport 'file' not allowed",
            InputError,
            "https://host.example/a/b: it leads to another protocol",
        ),
        (
            "error: RPC failed; curl 18 transfer closed with data remaining\nfatal: early EOF",
            EnvironmentMissing,
            "host.example: the connection broke off",
        ),
    ],
)
def test_known_failures(said: str, kind: type[Exception], what: str) -> None:
    failure = GitFailed(128, said)

    error = told(failure, PLACE)

    assert (type(error), error.what) == (kind, what)
    assert is_known(failure)


def test_unknown_failures_tell_the_last_line_without_escapes() -> None:
    failure = GitFailed(128, "remote: \x1b[31mbuy this\nfatal: \x1b]0;title\x07 odd " + "x" * 10_000 + "\n")

    error = told(failure, PLACE)

    assert isinstance(error, EnvironmentMissing)
    assert error.why.startswith("fatal: \\x1b]0;title\\x07 odd xxx")
    assert len(error.why) <= 200
    assert not is_known(failure)


def test_nothing_said() -> None:
    assert told(GitFailed(-9, ""), PLACE).why == "git ended with -9"
    assert "too long" in told(GitTimedOut(-9, ""), PLACE).what


def test_where_somebody_could_help() -> None:
    assert is_about_credentials(
        GitFailed(128, "fatal: could not read Username for 'x': terminal prompts disabled")
    )
    assert not is_about_credentials(GitFailed(128, "fatal: Could not resolve host: x"))
