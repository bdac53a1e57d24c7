"""What starting up may import. A fresh process says what it has loaded."""

import json
import os
import subprocess
import sys

import pytest

from jobcoach.cli.registry import COMMANDS

NEVER_FOR_HELP = {
    "docker", "requests", "git", "sqlite_utils", "sqlite3", "langchain", "langchain_core", "langchain_openai",
    "openai", "yaml", "pydantic", "rich.console", "asyncio",
}  # fmt: skip
NEVER_FOR_JUDGE = {"langchain", "langchain_core", "langchain_openai", "openai"}
COMMAND_MODULES = {row.module for row in COMMANDS}

SCRIPT = """
import json, os, sys
from jobcoach.cli.main import run
out, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")
try:
    code = run(sys.argv[1:])
except SystemExit as ending:
    code = ending.code
out.write(json.dumps([code, sorted(sys.modules)]))
"""


def modules_after(*argv: str, **environ: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, *argv],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environ},
    )
    code, modules = json.loads(ended.stdout)
    assert code == 0, ended.stderr
    return set(modules)


@pytest.mark.parametrize("argv", [["--help"], ["-h", "--lang", "ko"]])
def test_help_imports_no_command_and_nothing_heavy(argv: list[str]) -> None:
    loaded = modules_after(*argv)
    assert not loaded & (NEVER_FOR_HELP | COMMAND_MODULES)


def test_the_version_needs_not_even_typer() -> None:
    loaded = modules_after("--version")
    assert not loaded & (NEVER_FOR_HELP | COMMAND_MODULES | {"typer", "tomllib", "importlib.metadata"})


@pytest.mark.parametrize("words", ["jobcoach ", "jobcoach j", "jobcoach --"])
def test_completing_a_command_imports_none(words: str) -> None:
    loaded = modules_after(
        _JOBCOACH_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))
    )
    # typer itself loads pydantic to parse --lang
    assert not loaded & ((NEVER_FOR_HELP - {"pydantic", "asyncio"}) | COMMAND_MODULES)


@pytest.mark.parametrize("argv", [["interview", "--help"], ["interview", "-h", "--lang", "ko"]])
def test_help_of_the_interview_is_no_heavier_than_help_itself(argv: list[str]) -> None:
    more = modules_after(*argv) - modules_after("--help")
    assert not more & (NEVER_FOR_HELP | {"prompt_toolkit", "fsrs", "diskcache", "decimal"})
    assert {name for name in more if not name.startswith("jobcoach.")} == set()


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_help_of_a_command_imports_that_command_and_no_model(row) -> None:
    loaded = modules_after(row.name, "--help")
    assert row.module in loaded
    assert not loaded & NEVER_FOR_JUDGE
    assert not loaded & (COMMAND_MODULES - {row.module})
