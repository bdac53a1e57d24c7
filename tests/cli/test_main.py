"""The command line around the commands: options, language, streams, failures."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobcoach import __version__
from jobcoach.cli.main import run
from jobcoach.cli.registry import COMMANDS
from jobcoach.text import width

START = [sys.executable, "-m", "jobcoach.cli.main"]


def start(*argv: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*START, *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=child_environ(**environ),
        check=False,
    )


def child_environ(**environ: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environ}


class TestLanguage:
    def test_arguments_are_told_without_pythons_types(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["--lang", "ko", "judge", "--help"]) == 0
        page = capsys.readouterr().out
        assert "<list" not in page
        assert "[필수]" in page

    def test_help_is_korean_by_lang(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["--lang", "ko", "--help"]) == 0
        assert "사용법: jobcoach" in capsys.readouterr().out
        assert run(["--help", "--lang=ko"]) == 0
        assert "사용법: jobcoach" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("environ", "korean"),
        [
            ({"LANG": "ko_KR.UTF-8"}, True),
            ({"LANG": "en_US.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, True),
            ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, False),
            ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, False),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko"}, True),
            ({"LC_ALL": "", "LANG": "ko_KR"}, True),
            ({}, False),
            ({"LANG": "ko_KR.UTF-8", "JOBCOACH_LANG": "en"}, False),
            ({"LANG": "en_US.UTF-8", "JOBCOACH_LANG": "ko"}, True),
        ],
    )
    def test_else_by_the_environment(
        self,
        environ: dict[str, str],
        korean: bool,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        assert run(["--help"]) == 0
        assert ("사용법:" in capsys.readouterr().out) is korean

    def test_the_settings_file_goes_before_the_locale(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
        assert run(["config", "set", "lang", "ko"]) == 0
        assert run(["--help"]) == 0
        assert "사용법:" in capsys.readouterr().out
        assert run(["--help", "--lang", "en"]) == 0
        assert "Usage:" in capsys.readouterr().out

    def test_an_unknown_language_is_wrong_usage(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["config", "path", "--lang", "fr"]) == 2
        assert "--lang" in capsys.readouterr().err


class TestGlobalOptions:
    @pytest.mark.parametrize(
        "argv",
        [
            ["--json", "config", "path"],
            ["config", "--json", "path"],
            ["config", "path", "--json"],
            ["--json", "config", "path", "--json"],
        ],
    )
    def test_they_stand_before_or_after_the_command(
        self, argv: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(argv) == 0
        assert capsys.readouterr().out.startswith('{"format": "jobcoach.config/1"')

    def test_a_value_that_looks_like_one_is_a_value(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["config", "set", "--", "llm.model", "--json"]) == 0
        assert 'model = "--json"' in (jobcoach_home / "config.toml").read_text()
        assert capsys.readouterr().out == ""

    def test_quiet_leaves_the_result_alone(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["config", "set", "judge.jobs", "2", "-q"]) == 0
        assert capsys.readouterr().err == ""
        assert run(["-q", "config", "path"]) == 0
        assert capsys.readouterr().out == f"{jobcoach_home / 'config.toml'}\n"

    @pytest.mark.parametrize("argv", [["--version"], ["--json", "--version"]])
    def test_version(self, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert run(argv) == 0
        assert capsys.readouterr().out == f"jobcoach {__version__}\n"

    @pytest.mark.parametrize("row", [row.name for row in COMMANDS])
    @pytest.mark.parametrize("name", ["-h", "--help"])
    def test_every_command_has_help(self, row: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert run([row, name]) == 0
        page = capsys.readouterr().out
        assert f"jobcoach {row}" in page
        for option in ("--json", "--quiet", "--debug", "--lang", "--help"):
            assert option in page
        assert "--install-completion" not in page


class TestFailures:
    @pytest.mark.parametrize(
        ("argv", "said", "path"),
        [
            (["nonsense"], "'nonsense'", "jobcoach --help"),
            (["confg"], "did you mean 'config'?", "jobcoach --help"),
            (["--jsn"], "did you mean --json?", "jobcoach --help"),
            (["config", "set", "judge.jobs"], "'value' is missing", "jobcoach config set --help"),
            (["history", "two"], "'ID'", "jobcoach history --help"),
            (["config", "path", "more"], "more", "jobcoach config path --help"),
        ],
    )
    def test_wrong_usage_is_told_in_two_lines(
        self, argv: list[str], said: str, path: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run([*argv, "--lang", "en"] if argv != ["--jsn"] else argv) == 2
        out, err = capsys.readouterr()
        what, mend = err.splitlines()
        assert out == ""
        assert what.startswith("error: ")
        assert said in what
        assert mend == f"  try: {path}"

    def test_wrong_usage_in_korean(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["--lang", "ko", "nonsense"]) == 2
        assert capsys.readouterr().err == "오류: 'nonsense' 명령이 없습니다\n  해결: jobcoach --help\n"

    @pytest.mark.parametrize("argv", [["config"], ["problems"]])
    def test_no_command_shows_the_help_as_wrong_usage(
        self, argv: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(argv) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "Commands:" in err

    def test_unusable_input_is_two_lines_and_2(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["history", "7", "--json"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == "error: there is no judgement 7\n  try: jobcoach history\n"

    def test_escape_sequences_are_shown_and_not_sent(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["config", "set", "judge.jobs", "\x1b]0;owned\x07\x9b31m"]) == 2
        assert run(["\x1b[31mred\u202e"]) == 2
        assert run(["--\x1b[31m"]) == 2
        err = capsys.readouterr().err
        assert not set(err) & {"\x1b", "\x07", "\x9b", "\u202e"}

    def test_markup_of_rich_is_not_interpreted(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["[bold]x[/bold]"]) == 2
        assert "[bold]x[/bold]" in capsys.readouterr().err

    def test_no_permission_to_write_is_3(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        jobcoach_home.write_text("a file where the folder should be")
        assert run(["config", "set", "judge.jobs", "1"]) == 3
        what, _mend = capsys.readouterr().err.splitlines()
        assert str(jobcoach_home) in what

    def test_debug_shows_the_traceback(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["history", "7", "--debug"]) == 2
        err = capsys.readouterr().err
        assert "Traceback (most recent call last)" in err
        assert err.endswith("error: there is no judgement 7\n  try: jobcoach history\n")


BROKEN_COMMAND = """
import os, sys, typer
from jobcoach.cli import registry
from jobcoach.cli.main import run
sys.modules["broken"] = sys.modules["__main__"]
app = typer.Typer()
@app.command()
def broken() -> None:
    {body}
registry.COMMANDS = (registry.CommandRow("broken", "broken", en="x", ko="x"),)
sys.exit(run(sys.argv[1:]))
"""


def run_command(body: str, *argv: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A command with this body, on the registry's terms."""
    return subprocess.run(
        [sys.executable, "-c", BROKEN_COMMAND.format(body=body), "broken", *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=child_environ(**environ),
        check=False,
    )


class TestEndings:
    def test_a_fault_of_our_own_is_one_line_and_70(self) -> None:
        ended = run_command("print('result'); raise ValueError('un\\nexpected \\x1b[31m')")
        assert ended.returncode == 70
        assert "Traceback" not in ended.stderr
        what, mend = ended.stderr.splitlines()
        assert what == "error: internal error, this is a fault of jobcoach: ValueError: un expected \\x1b[31m"
        assert "--debug" in mend

    def test_debug_shows_where_it_was(self) -> None:
        ended = run_command("raise ValueError('unexpected \\x1b[31m')", "--debug")
        assert ended.returncode == 70
        assert "Traceback" in ended.stderr
        assert "\x1b" not in ended.stderr

    @pytest.mark.parametrize("code", [0, 1, 3])
    def test_the_command_says_its_exit_code(self, code: int) -> None:
        assert run_command(f"raise typer.Exit({code})").returncode == code

    @pytest.mark.parametrize("error", ["KeyboardInterrupt", "typer.Abort"])
    def test_interrupted_is_130(self, error: str) -> None:
        ended = run_command(f"raise {error}")
        assert ended.returncode == 130
        assert ended.stderr == "\ninterrupted\n"

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            ("ENOSPC", "the disk is full"),
            ("EACCES", "no permission"),
            ("EROFS", "no permission"),
            ("EIO", "refused"),
        ],
    )
    def test_what_the_system_refuses_is_3_and_names_the_file(self, number: str, said: str) -> None:
        body = f"import errno; raise OSError(errno.{number}, os.strerror(errno.{number}), 'data.bin')"
        ended = run_command(body)
        assert ended.returncode == 3
        assert said in ended.stderr.splitlines()[0]
        assert "data.bin" in ended.stderr.splitlines()[0]

    def test_a_full_disk_under_stdout_is_3(self) -> None:
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(
                [*START, "config", "path"],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                env=child_environ(),
                check=False,
            )
        assert ended.returncode == 3
        assert "the disk is full" in ended.stderr
        assert "Traceback" not in ended.stderr

    def test_a_reader_that_goes_away_is_quiet(self) -> None:
        body = "[print('x' * 1000) for _ in range(10_000)]"
        child = subprocess.Popen(
            [sys.executable, "-c", BROKEN_COMMAND.format(body=body), "broken"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=child_environ(),
        )
        assert child.stdout
        assert child.stderr
        child.stdout.readline()
        child.stdout.close()
        assert child.wait() == 141
        assert child.stderr.read() == ""
        child.stderr.close()

    def test_control_c_is_130_without_a_traceback(self) -> None:
        child = subprocess.Popen(
            [
                sys.executable,
                "-c",
                BROKEN_COMMAND.format(body="import time; print('up', flush=True); time.sleep(60)"),
                "broken",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=child_environ(),
        )
        assert child.stdout
        assert child.stdout.readline() == "up\n"
        child.send_signal(signal.SIGINT)
        assert child.communicate() == ("", "\ninterrupted\n")
        assert child.returncode == 130


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_a_stream_without_korean_is_given_utf_8(environ: dict[str, str]) -> None:
    ended = start("--help", "--lang", "ko", **environ)
    assert ended.returncode == 0
    assert "사용법: jobcoach" in ended.stdout


def test_a_korean_terminal_of_another_encoding_is_served_in_it() -> None:
    ended = subprocess.run(
        [*START, "--help", "--lang", "ko"],
        capture_output=True,
        env=child_environ(PYTHONIOENCODING="euc-kr"),
        check=True,
    )
    assert "사용법: jobcoach" in ended.stdout.decode("euc-kr")


@pytest.mark.parametrize(
    ("line", "code"),
    [("history >&-", 0), ("--help >&-", 0), ("history 7 2>&-", 2), ("judge - -l python -p toll-pass <&-", 2)],
)
def test_a_stream_that_was_closed_is_read_and_written_as_nothing(line: str, code: int) -> None:
    command = f'"$0" -m jobcoach.cli.main {line}'
    ended = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable], capture_output=True, env=child_environ(), check=False
    )
    assert ended.returncode == code
    assert b"internal error" not in ended.stderr


def test_an_argument_that_is_no_utf_8_is_told() -> None:
    ended = subprocess.run(
        [*START, os.fsdecode(b"\xff\xfe")], capture_output=True, text=True, env=child_environ(), check=False
    )
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


class TestCompletion:
    def complete(self, line: str) -> list[str]:
        words = line.split(" ")
        ended = start(_JOBCOACH_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.split()

    def test_commands_and_subcommands_and_options(self) -> None:
        assert self.complete("jobcoach ") == [row.name for row in COMMANDS]
        assert self.complete("jobcoach hi") == ["history"]
        assert self.complete("jobcoach config ") == ["show", "path", "set"]
        assert self.complete("jobcoach config show --js") == ["--json"]
        assert self.complete("jobcoach --lang ") == ["ko", "en"]

    def test_descriptions_in_zsh_are_in_the_users_language(self) -> None:
        ended = start(_JOBCOACH_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="jobcoach ", JOBCOACH_LANG="ko")
        assert "설정을 보고 바꿉니다" in ended.stdout

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_a_shell_runs_the_script(self, shell: str) -> None:
        ended = start(_JOBCOACH_COMPLETE=f"source_{shell}")
        assert ended.returncode == 0
        assert "jobcoach" in ended.stdout
        if shell != "bash" and shutil.which(shell) is None:
            return
        subprocess.run([shell, "-n"], input=ended.stdout, text=True, check=True)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_no_line_of_any_help_is_wider_than_the_terminal(
    lang: str, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for argv in ([], *([row.name] for row in COMMANDS), ["config", "set"]):
        assert run([*argv, "--help", "--lang", lang]) == 0
    assert max(width(line) for line in capsys.readouterr().out.splitlines()) <= int(columns)


def test_colour_is_for_terminals_and_can_be_turned_off() -> None:
    assert "\x1b[" in on_terminal("--help", NO_COLOR="")
    assert "\x1b[" not in on_terminal("--help", NO_COLOR="1")
    assert "\x1b[" not in start("--help", NO_COLOR="").stdout


def on_terminal(*argv: str, **environ: str) -> str:
    """What the command writes when stdout is a terminal."""
    leader, follower = pty.openpty()
    try:
        child = subprocess.Popen(
            [*START, *argv], stdout=follower, stdin=follower, env=child_environ(TERM="xterm", **environ)
        )
        os.close(follower)
        said = b""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # the terminal's other end is closed: the command has ended
                break
            if not chunk:
                break
            said += chunk
        child.wait(timeout=30)
        return said.decode()
    finally:
        os.close(leader)
