import json
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.settings import load_settings


@pytest.fixture
def config_file(jobcoach_home: Path) -> Path:
    return jobcoach_home / "config.toml"


def test_path_prints_where_it_is_even_before_it_exists(
    config_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["config", "path"]) == 0
    assert capsys.readouterr().out == f"{config_file}\n"
    assert not config_file.exists()


class TestSet:
    def test_keeps_the_other_lines_comments_and_order(self, config_file: Path) -> None:
        config_file.parent.mkdir()
        config_file.write_text(
            '# mine\nlang = "ko" # 한국어\n\n[llm] # later\nmodel = "m"\n\n'
            "[judge]\n# two are enough\njobs = 2\n"
        )
        assert run(["config", "set", "judge.jobs", "3"]) == 0
        assert run(["config", "set", "judge.time_factor", "1.5"]) == 0
        assert config_file.read_text() == (
            '# mine\nlang = "ko" # 한국어\n\n[llm] # later\nmodel = "m"\n\n'
            "[judge]\n# two are enough\njobs = 3\ntime_factor = 1.5\n"
        )

    @pytest.mark.parametrize(
        ("key", "value", "line"),
        [
            ("judge.jobs", "4", "jobs = 4"),
            ("judge.time_factor", "2", "time_factor = 2.0"),
            ("judge.images.python", "python:3.13", 'python = "python:3.13"'),
            ("problems.path", "/srv/problems", 'path = "/srv/problems"'),
            ("llm.base_url", "http://127.0.0.1:11434/v1", 'base_url = "http://127.0.0.1:11434/v1"'),
            ("llm.model", 'a"b\nc = 1', r'model = "a\"b\nc = 1"'),
            ("lang", "ko", 'lang = "ko"'),
        ],
    )
    def test_writes_each_kind_of_value(self, config_file: Path, key: str, value: str, line: str) -> None:
        assert run(["config", "set", key, value]) == 0
        assert line in config_file.read_text().splitlines()
        load_settings()

    def test_makes_a_file_that_only_its_owner_may_read(self, config_file: Path) -> None:
        config_file.parent.mkdir()
        config_file.write_text("")
        config_file.chmod(0o644)
        assert run(["config", "set", "judge.jobs", "1"]) == 0
        assert config_file.stat().st_mode & 0o777 == 0o600
        assert [file.name for file in config_file.parent.iterdir()] == ["config.toml"]

    def test_follows_a_link_into_a_dotfiles_folder(self, config_file: Path, tmp_path: Path) -> None:
        config_file.parent.mkdir()
        target = tmp_path / "dotfiles.toml"
        target.write_text("# here\n")
        config_file.symlink_to(target)
        assert run(["config", "set", "judge.jobs", "1"]) == 0
        assert config_file.is_symlink()
        assert "jobs = 1" in target.read_text()

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("judge.jobs", "none"),
            ("judge.jbos", "3"),
            ("judge", "3"),
            ("judge.images", "x"),
            ("", "x"),
            (".", "x"),
            ("judge.", "x"),
        ],
    )
    def test_refuses_what_is_not_valid_and_writes_nothing(
        self, config_file: Path, key: str, value: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["config", "set", key, value]) == 2
        assert "error: " in capsys.readouterr().err
        assert not config_file.exists()

    def test_refuses_a_key_and_does_not_repeat_it(
        self, config_file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["config", "set", "llm.api_key", "sk-very-secret"]) == 2
        out, err = capsys.readouterr()
        assert "sk-very-secret" not in out + err
        assert "JOBCOACH_LLM__API_KEY" in err
        assert not config_file.exists()

    def test_a_broken_file_is_told_and_left_as_it_is(self, config_file: Path) -> None:
        config_file.parent.mkdir()
        config_file.write_text("[judge\n")
        assert run(["config", "set", "judge.jobs", "1"]) == 2
        assert config_file.read_text() == "[judge\n"

    def test_a_setting_of_the_environment_does_not_get_into_the_file(
        self, config_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("JOBCOACH_JUDGE__TIME_FACTOR", "9")
        assert run(["config", "set", "judge.jobs", "1"]) == 0
        assert "9" not in config_file.read_text()


class TestShow:
    def test_every_value_with_its_source(
        self, config_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(["config", "set", "judge.jobs", "3"]) == 0
        monkeypatch.setenv("JOBCOACH_JUDGE__TIME_FACTOR", "2")
        monkeypatch.setenv("JOBCOACH_LLM__API_KEY", "sk-very-secret")
        capsys.readouterr()
        assert run(["config", "show", "--lang", "en"]) == 0
        page = capsys.readouterr().out
        lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in page.splitlines()}
        assert lines["lang"] == "en  (--lang)"
        assert lines["judge.jobs"] == f"3  ({config_file})"
        assert lines["judge.time_factor"] == "2.0  (JOBCOACH_JUDGE__TIME_FACTOR)"
        assert lines["judge.sandbox"] == "docker  (default)"
        assert lines["problems.path"] == "not set"
        assert lines["llm.api_key"] == "********  (JOBCOACH_LLM__API_KEY)"
        assert "sk-very-secret" not in page

    def test_json(self, config_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["config", "set", "problems.path", "/srv/문제"]) == 0
        capsys.readouterr()
        assert run(["config", "show", "--json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert document["format"] == "jobcoach.config/1"
        assert document["file"] == str(config_file)
        assert {
            "key": "problems.path",
            "value": "/srv/문제",
            "source": "file",
            "origin": str(config_file),
        } in document["settings"]

    def test_a_value_cannot_command_the_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", "\x1b[2J\u202e")
        for argv in (["config", "show"], ["config", "show", "--json"]):
            assert run(argv) == 0
            assert not set(capsys.readouterr().out) & {"\x1b", "\u202e"}
