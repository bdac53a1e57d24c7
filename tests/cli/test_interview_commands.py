"""What a candidate types in place of an answer, and what only looks like it."""

import pytest

from jobcoach.cli.interview.kept_commands import command_of, draft_before_command, looks_like_command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/skip", "skip"),
        (" /HINT \n", "hint"),
        ("/quit", "quit"),
        ("a draft\n/edit", "edit"),
        ("/etc/passwd", None),
        ("/skipping", None),
        ("/skip this", None),
        ("skip", None),
        ("an answer\n/skip", None),
        ("", None),
    ],
)
def test_a_command_is_a_whole_line(text: str, command: str | None) -> None:
    assert command_of(text) == command


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("/skp", True),
        (" /힌트 ", True),
        ("/나ㅑㅔ", True),
        ("/skip", False),
        ("/etc/passwd", False),
        ("/etc is an answer", False),
        ("skip", False),
        ("", False),
    ],
)
def test_one_word_after_a_slash_is_asked_back(text: str, looks: bool) -> None:
    assert looks_like_command(text) is looks


def test_the_draft_above_edit_is_what_is_edited() -> None:
    assert draft_before_command("a\nb\n/edit") == "a\nb"
    assert draft_before_command("/edit") == ""
    assert draft_before_command("a draft") == "a draft"
