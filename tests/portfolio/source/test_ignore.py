"""``.gitignore`` as git itself understands it."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repositories import ENVIRONMENT, make_repository

from jobcoach.portfolio.source.ignore import Steps, is_ignored, read_patterns, segment_fits


def ignored(patterns: str, path: str, *, is_folder: bool = False) -> bool:
    return is_ignored(
        [read_patterns(patterns.encode())], path.encode().split(b"/"), Steps(), is_folder=is_folder
    )


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ("*.class", "a/b/X.class", True),
        ("*.class", "X.classes", False),
        ("/build", "build", True),
        ("/build", "a/build", False),
        ("build/", "build", False),
        ("a/b", "a/b", True),
        ("a/b", "x/a/b", False),
        ("**/b", "x/y/b", True),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("a/**", "a", False),
        ("a/**", "a/x/y", True),
        ("*\n!keep", "keep", False),
        ("!keep\n*", "keep", True),
        ("\\#a", "#a", True),
        ("# a", "# a", False),
        ("\\!a", "!a", True),
        ("a ", "a", True),
        ("a\\ ", "a ", True),
        ("a\r\n", "a", True),
        ("[a-c]x", "bx", True),
        ("[!a-c]x", "bx", False),
        ("?", "ab", False),
        ("한글*", "한글 문서.md", True),
        ("\ufeff*.log", "a.log", True),
        ("[", "[", False),
    ],
)
def test_rules(patterns: str, path: str, expected: bool) -> None:
    assert ignored(patterns, path) is expected


def test_folders_only() -> None:
    assert ignored("build/", "build", is_folder=True)


def test_a_deeper_file_goes_before_one_above() -> None:
    levels = [read_patterns(b"*.log"), read_patterns(b"!keep.log")]

    assert not is_ignored(levels, [b"a", b"keep.log"], Steps(), is_folder=False)
    assert is_ignored(levels, [b"a", b"other.log"], Steps(), is_folder=False)


def test_hostile_patterns_end(tmp_path: Path) -> None:
    """A regular expression made of the first one would run for years."""
    name = b"a" * 250
    assert not segment_fits(b"*a" * 120 + b"b", name, Steps())
    patterns = read_patterns(b"**/a/" * 100 + b"b")
    assert not is_ignored([patterns], [b"a"] * 100, Steps(), is_folder=False)
    assert len(read_patterns(b"a\n" * 1_000_000)) == 2000


def test_many_costly_patterns_are_given_up() -> None:
    """Two thousand of these for three names took four minutes."""
    patterns = read_patterns(b"".join(b"*[" + b"b" * 480 + b"z]*%d\n" % number for number in range(2000)))
    steps = Steps(left=100_000)
    for number in range(3):
        assert not is_ignored([patterns], [b"a" * 245 + b"x%d.py" % number], steps, is_folder=False)
    assert steps.left < 0
    assert is_ignored([read_patterns(b"plain.txt")], [b"plain.txt"], steps, is_folder=False)


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    return make_repository(tmp_path_factory.mktemp("ignore") / "r")


_SEGMENT = st.text(alphabet="ab*?[]!-^\\. #", min_size=1, max_size=6)
_ANY_PATTERN = st.builds(
    lambda segments, start, end: start + "/".join(segments) + end,
    st.lists(st.one_of(_SEGMENT, st.just("**")), min_size=1, max_size=3),
    st.sampled_from(["", "", "!", "/"]),
    st.sampled_from(["", "", "/"]),
)
# A bracket expression that goes on behind a slash is none for us.
_PATTERN = _ANY_PATTERN.filter(lambda pattern: not re.search(r"\[.*/", pattern))
_PATH = st.lists(st.text(alphabet="ab.-]", min_size=1, max_size=4), min_size=1, max_size=3).filter(
    lambda parts: not {".", "..", ".git"} & set(parts)
)


@settings(max_examples=300)
@given(patterns=st.lists(_PATTERN, min_size=1, max_size=4), parts=_PATH)
def test_git_agrees(repository: Path, patterns: list[str], parts: list[str]) -> None:
    (repository / ".gitignore").write_text("\n".join(patterns) + "\n")
    said = subprocess.run(
        ["git", "check-ignore", "--quiet", "--no-index", "--stdin", "-z"],
        cwd=repository,
        input="/".join(parts).encode(),
        env=ENVIRONMENT,
        check=False,
        capture_output=True,
    )
    levels = [read_patterns((repository / ".gitignore").read_bytes())]
    raw = [part.encode() for part in parts]
    ours = any(is_ignored(levels, raw[:depth], Steps(), is_folder=True) for depth in range(1, len(raw)))

    assert (ours or is_ignored(levels, raw, Steps(), is_folder=False)) == (said.returncode == 0)
