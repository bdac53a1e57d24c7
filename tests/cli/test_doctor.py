import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobcoach.cli.checks import engine_mend
from jobcoach.cli.main import run
from jobcoach.errors import EnvironmentMissing


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, str]]]:
    code = run(["doctor", "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "jobcoach.doctor/1"
    assert document["ok"] is (code == 0)
    return code, {check["part"]: check for check in document["checks"]}


@pytest.fixture
def socket_folder() -> Iterator[Path]:
    """Short: a socket's path holds 107 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="jc-") as folder:
        yield Path(folder)


@pytest.mark.docker
class TestWithAnEngine:
    def test_all_that_judging_needs_is_there(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, checks = doctor(capsys)
        assert code == 0
        for part in ("python", "settings", "docker", "cgroup", "store", "cache"):
            assert checks[part]["state"] == "ok", part
        assert checks["cgroup"]["detail"] in ("v1", "v2")
        for language in ("python", "c", "cpp", "java", "javascript"):
            assert checks[f"image {language}"]["state"] in ("ok", "note")
        assert checks["model"]["state"] == "note"
        assert (jobcoach_home / "jobcoach.db").exists()

    @pytest.mark.parametrize(("lang", "said"), [("ko", "정상"), ("en", "ok")])
    def test_as_text(self, lang: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["doctor", "--lang", lang]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert any(line.split()[:2] == [said, "docker"] for line in lines)


class TestWithoutAnEngine:
    def test_no_socket(
        self, socket_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCKER_HOST", f"unix://{socket_folder}/none.sock")
        code, checks = doctor(capsys)
        assert code == 3
        assert checks["docker"]["state"] == "missing"
        assert "start docker" in checks["docker"]["mend"]
        assert not [part for part in checks if part.startswith("image")]
        assert checks["store"]["state"] == "ok"

    def test_a_socket_that_nobody_answers(
        self, socket_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind(str(socket_folder / "dead.sock"))
        monkeypatch.setenv("DOCKER_HOST", f"unix://{socket_folder}/dead.sock")
        code, checks = doctor(capsys)
        assert code == 3
        assert "not running" in checks["docker"]["detail"]
        assert checks["docker"]["mend"] == "sudo systemctl start docker"

    def test_what_is_missing_is_told_in_korean(
        self, socket_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCKER_HOST", f"unix://{socket_folder}/none.sock")
        monkeypatch.setenv("JOBCOACH_LANG", "ko")
        _, checks = doctor(capsys)
        assert checks["docker"]["detail"].startswith("Docker 엔진을 찾을 수 없습니다")
        assert checks["docker"]["mend"].startswith("Docker를 설치하고 켜세요")

    @pytest.mark.parametrize("host", ["tcp://127.0.0.1:1", "no-address"])
    def test_an_address_that_leads_nowhere_is_what_to_mend(
        self, host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DOCKER_HOST", host)
        code, checks = doctor(capsys)
        assert code == 3
        assert host in checks["docker"]["detail"]
        assert "DOCKER_HOST" in checks["docker"]["mend"]

    def test_the_setting_goes_before_the_variable(
        self, socket_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("JOBCOACH_JUDGE__DOCKER_HOST", f"unix://{socket_folder}/none.sock")
        assert doctor(capsys)[0] == 3

    @pytest.mark.parametrize(
        ("programs", "host", "mend"),
        [
            ([], None, "sudo apt-get install docker.io"),
            (["docker"], None, "start it"),
            (["dockerd"], None, "start it"),
            ([], "tcp://build-server:2376", "start it"),
        ],
    )
    def test_what_is_not_installed_is_installed_first(
        self,
        programs: list[str],
        host: str | None,
        mend: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name in programs:
            (tmp_path / name).touch(mode=0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("DOCKER_HOST", raising=False)
        error = EnvironmentMissing("no Docker engine found", mend="start it")
        assert engine_mend(error, host) == mend

    def test_no_permission(self, socket_folder: Path) -> None:
        """A socket of root's, asked by another user where the tests run as root."""
        with socket.socket(socket.AF_UNIX) as server:
            path = socket_folder / "closed.sock"
            server.bind(str(path))
            server.listen()
            path.chmod(0o000)
            socket_folder.chmod(0o755)
            home = socket_folder / "home"
            home.mkdir()
            home.chmod(0o777)
            script = (
                "import os, sys\nfrom jobcoach.cli.main import run\n"
                "import jobcoach.cli.doctor, jobcoach.judge.sandbox.images, jobcoach.store\n"
                "if os.geteuid() == 0: os.setegid(65534); os.seteuid(65534)\n"
                "sys.exit(run(['doctor', '--json']))"
            )
            ended = subprocess.run(
                [sys.executable, "-c", script],
                capture_output=True,
                text=True,
                check=False,
                env={
                    **os.environ,
                    "PYTHONPATH": os.pathsep.join(sys.path),
                    "DOCKER_HOST": f"unix://{path}",
                    "JOBCOACH_HOME": str(home / "jobcoach"),
                },
            )
        assert ended.returncode == 3, ended.stderr
        checks = {check["part"]: check for check in json.loads(ended.stdout)["checks"]}
        assert "no permission" in checks["docker"]["detail"]
        assert "usermod -aG docker" in checks["docker"]["mend"]


class TestParts:
    @pytest.fixture(autouse=True)
    def no_engine(self, monkeypatch: pytest.MonkeyPatch, socket_folder: Path) -> None:
        monkeypatch.setenv("DOCKER_HOST", f"unix://{socket_folder}/none.sock")

    def test_git_is_wanted_and_not_needed(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        git = doctor(capsys)[1]["git"]
        assert (git["state"], git["mend"]) == ("note", "sudo apt-get install git")

    def test_settings_that_are_not_valid_do_not_stop_the_other_checks(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        jobcoach_home.mkdir()
        (jobcoach_home / "config.toml").write_text("[judge]\njobs = 0\n")
        code, checks = doctor(capsys)
        assert code == 3
        assert checks["settings"]["state"] == "missing"
        assert "judge.jobs" in checks["settings"]["detail"]
        assert checks["store"]["state"] == "ok"

    def test_a_home_that_is_no_folder(self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        jobcoach_home.write_text("")
        code, checks = doctor(capsys)
        assert code == 3
        assert checks["store"]["state"] == "missing"
        assert checks["cache"]["state"] == "missing"
        assert checks["cache"]["mend"]

    def test_a_damaged_database_is_found(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert doctor(capsys)[1]["store"]["state"] == "ok"
        path = jobcoach_home / "jobcoach.db"
        content = bytearray(path.read_bytes())
        content[4096 * 2 : 4096 * 4] = b"\xaa" * 8192
        path.write_bytes(content)
        _, checks = doctor(capsys)
        assert checks["store"]["state"] == "missing"
        assert str(path) in checks["store"]["mend"]

    def test_a_model_that_is_configured(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", "qwen3")
        monkeypatch.setenv("JOBCOACH_LLM__BASE_URL", "http://me:pw@models.example:8000/v1")
        monkeypatch.setenv("JOBCOACH_LLM__API_KEY", "sk-very-secret")
        _, checks = doctor(capsys)
        assert checks["model"]["state"] == "ok"
        assert checks["model"]["detail"] == "qwen3 models.example:8000 (with a key)"

    @pytest.mark.parametrize(
        ("model", "mend"), [("ollama:qwen3", "pip install langchain-ollama"), ("qwen3", "openai:qwen3")]
    )
    def test_a_model_that_cannot_be_used_is_told_but_not_needed(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, model: str, mend: str
    ) -> None:
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", model)
        _, checks = doctor(capsys)
        assert checks["model"]["state"] == "note"
        assert mend in checks["model"]["mend"]

    def test_a_key_file_that_others_may_read(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "key"
        file.write_text("sk-very-secret")
        file.chmod(0o644)
        monkeypatch.setenv("JOBCOACH_LLM__API_KEY_FILE", str(file))
        code, checks = doctor(capsys)
        assert code == 3
        assert checks["model"]["mend"] == f"chmod 600 {file}"

    def test_text_names_the_command_that_mends(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["doctor", "--lang", "en"]) == 3
        out, err = capsys.readouterr()
        lines = out.splitlines()
        index = next(number for number, line in enumerate(lines) if line.startswith("MISSING"))
        assert lines[index + 1].strip().startswith("try: ")
        assert err == "1 thing that judging needs is missing\n"
        assert run(["doctor", "-q"]) == 3
        assert capsys.readouterr().err == ""
