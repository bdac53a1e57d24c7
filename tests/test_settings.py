import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.locations import Locations, find_locations
from jobcoach.settings import explain_settings, load_settings, read_api_key, variable


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return Locations(tmp_path / "config.toml", tmp_path / "jobcoach.db", tmp_path / "cache")


def write(locations: Locations, text: str) -> None:
    locations.config_file.write_text(text, encoding="utf-8")


def test_the_defaults_are_the_cores_of_this_process_and_a_container(locations: Locations) -> None:
    settings = load_settings({}, locations, {})
    assert settings.judge.jobs == len(os.sched_getaffinity(0))
    assert settings.judge.sandbox == "docker"
    assert settings.judge.time_factor == 1.0
    assert settings.judge.images == {}
    assert settings.problems.path is None
    assert settings.llm.model is None
    assert settings.lang is None


def test_flag_before_environment_before_file_before_default(locations: Locations) -> None:
    write(locations, '[judge]\njobs = 1\ntime_factor = 1.5\nsandbox = "process"\n')
    environ = {"JOBCOACH_JUDGE__JOBS": "2", "JOBCOACH_JUDGE__TIME_FACTOR": "2.5"}
    flags = {"judge.jobs": 3, "judge.sandbox": None}
    settings = load_settings(flags, locations, environ)
    assert settings.judge.jobs == 3
    assert settings.judge.time_factor == 2.5
    assert settings.judge.sandbox == "process"
    rows = {row.key: (row.source, row.origin) for row in explain_settings(flags, locations, environ)}
    assert rows["judge.jobs"] == ("flag", "--jobs")
    assert rows["judge.time_factor"] == ("environment", "JOBCOACH_JUDGE__TIME_FACTOR")
    assert rows["judge.sandbox"] == ("file", str(locations.config_file))
    assert rows["llm.timeout_seconds"] == ("default", "")


def test_nothing_is_read_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    hostile = '[llm]\nbase_url = "http://evil.example"\n'
    for name in ("config.toml", "jobcoach.toml", ".jobcoach.toml", "pyproject.toml"):
        (clone / name).write_text(hostile)
    (clone / ".env").write_text("JOBCOACH_LLM__BASE_URL=http://evil.example\n")
    monkeypatch.chdir(clone)
    assert load_settings().llm.base_url is None


def test_images_are_a_table_by_language(locations: Locations) -> None:
    write(locations, '[judge.images]\npython = "python:3.13-slim"\n')
    settings = load_settings({}, locations, {"JOBCOACH_JUDGE__IMAGES__C": "gcc:14"})
    assert settings.judge.images == {"python": "python:3.13-slim", "c": "gcc:14"}


@pytest.mark.parametrize("text", ['["gpt-4.1=2/8", "own:7b=0/0.5"]', '"gpt-4.1=2/8, own:7b=0/0.5"'])
def test_prices_are_a_list_or_one_text(locations: Locations, text: str) -> None:
    write(locations, f"[llm]\nprices = {text}\n")
    assert load_settings({}, locations, {}).llm.prices == ("gpt-4.1=2/8", "own:7b=0/0.5")


def test_settings_are_frozen_and_pickle(locations: Locations) -> None:
    settings = load_settings({}, locations, {})
    with pytest.raises(ValueError, match="frozen"):
        settings.judge.jobs = 7
    assert pickle.loads(pickle.dumps(settings)) == settings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[judge]\njbos = 2\n", "judge.jbos"),
        ("colour = 1\n", "colour"),
        ('[judge]\njobs = "many"\n', "judge.jobs"),
        ("[judge]\njobs = 0\n", "judge.jobs"),
        ("[judge]\ntime_factor = nan\n", "judge.time_factor"),
        ("[judge]\ntime_factor = -1.0\n", "judge.time_factor"),
        ('[judge]\nsandbox = "chroot"\n', "judge.sandbox"),
        ("judge = 3\n", "judge"),
        ("[judge.jobs]\nx = 3\n", "judge.jobs"),
        ('[problems]\npath = "problems"\n', "problems.path"),
        ('lang = "fr"\n', "lang"),
        ('[llm]\nbase_url = "file:///etc/passwd"\n', "llm.base_url"),
        ('[llm]\nbase_url = "http://[x"\n', "llm.base_url"),
        ('[llm]\nbase_url = "http://x:99999999/v1"\n', "llm.base_url"),
        ('[llm]\nbase_url = "http://:80/v1"\n', "llm.base_url"),
        ('[llm]\nprices = ["gpt-4.1"]\n', "llm.prices"),
        ('[llm]\nprices = ["gpt-4.1=nan/1"]\n', "llm.prices"),
        ("[llm]\nprices = 3\n", "llm.prices"),
        ("[llm]\nattempts = 0\n", "llm.attempts"),
    ],
)
def test_a_bad_line_is_named_with_its_file(locations: Locations, text: str, said: str) -> None:
    write(locations, text)
    with pytest.raises(InputError) as raised:
        load_settings({}, locations, {})
    assert said in raised.value.what
    assert str(locations.config_file) in raised.value.what
    assert raised.value.why
    assert raised.value.mend == f"correct or remove that line of {locations.config_file}"


def test_a_bad_flag_is_named_as_it_was_typed(locations: Locations) -> None:
    with pytest.raises(InputError, match=r"^--jobs is not valid"):
        load_settings({"judge.jobs": 0}, locations, {})


def test_a_near_name_is_offered(locations: Locations) -> None:
    write(locations, "[judge]\njbos = 2\n")
    with pytest.raises(InputError, match=r"did you mean judge\.jobs\?"):
        load_settings({}, locations, {})


@pytest.mark.parametrize("content", [b"[judge\n", b"\xff\xfe", b"a = 1\na = 2\n", b"\0"])
def test_a_file_that_is_no_toml_is_told(locations: Locations, content: bytes) -> None:
    locations.config_file.write_bytes(content)
    with pytest.raises(InputError, match=r"config\.toml"):
        load_settings({}, locations, {})


def test_a_file_that_cannot_be_read_is_told(locations: Locations) -> None:
    locations.config_file.mkdir()
    with pytest.raises(EnvironmentMissing, match=r"config\.toml"):
        load_settings({}, locations, {})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("JOBCOACH_JUDGE__JOBS", "x", "judge.jobs in JOBCOACH_JUDGE__JOBS"),
        ("JOBCOACH_JUDGE__JBOS", "1", "judge.jbos in JOBCOACH_JUDGE__JBOS"),
        ("JOBCOACH_JUDGE_JOBS", "1", "JOBCOACH_JUDGE_JOBS"),
        ("JOBCOACH_LANG", "fr", "lang in JOBCOACH_LANG"),
        ("JOBCOACH_JUDGE__JOBS__X", "1", "judge.jobs"),
    ],
)
def test_a_bad_variable_is_named(locations: Locations, name: str, value: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        load_settings({}, locations, {name: value})
    assert said in raised.value.what


@pytest.mark.parametrize(
    "name", ["JOBCOACH_HOME", "JOBCOACH_ELSEWHERE", "JOBCOACH_", "JOBCOACH_X__Y", "LANG"]
)
def test_variables_of_others_are_left_alone(locations: Locations, name: str) -> None:
    assert load_settings({}, locations, {name: "x"}) == load_settings({}, locations, {})


def test_an_empty_variable_is_not_set(locations: Locations) -> None:
    write(locations, "[judge]\njobs = 5\n")
    assert load_settings({}, locations, {"JOBCOACH_JUDGE__JOBS": ""}).judge.jobs == 5


def test_a_path_may_begin_with_the_home_folder(locations: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/kim")
    write(locations, '[problems]\npath = "~/problems"\n')
    assert load_settings({}, locations, {}).problems.path == Path("/home/kim/problems")


class TestKey:
    def test_from_the_environment_it_is_used_and_never_shown(self, locations: Locations) -> None:
        environ = {"JOBCOACH_LLM__API_KEY": "sk-very-secret"}
        settings = load_settings({}, locations, environ)
        key = read_api_key(settings.llm)
        assert key is not None
        assert key.get_secret_value() == "sk-very-secret"
        shown = [repr(settings), str(settings.model_dump()), str(explain_settings({}, locations, environ))]
        assert not any("secret-very" in text or "sk-very-secret" in text for text in shown)

    def test_in_the_settings_file_it_is_refused_and_not_repeated(self, locations: Locations) -> None:
        write(locations, '[llm]\napi_key = "sk-very-secret"\n')
        with pytest.raises(InputError, match=r"llm\.api_key") as raised:
            load_settings({}, locations, {})
        assert "sk-very-secret" not in f"{raised.value}{raised.value.mend}"
        assert "JOBCOACH_LLM__API_KEY" in raised.value.mend

    def test_from_a_private_file(self, locations: Locations, tmp_path: Path) -> None:
        file = tmp_path / "key"
        file.write_text("sk-of-file\n")
        file.chmod(0o600)
        settings = load_settings({"llm.api_key_file": file}, locations, {})
        key = read_api_key(settings.llm)
        assert key is not None
        assert key.get_secret_value() == "sk-of-file"

    @pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
    def test_a_file_open_to_others_is_refused(self, locations: Locations, tmp_path: Path, mode: int) -> None:
        file = tmp_path / "key"
        file.write_text("sk-of-file\n")
        file.chmod(mode)
        settings = load_settings({"llm.api_key_file": file}, locations, {})
        with pytest.raises(InputError, match="open to others") as raised:
            read_api_key(settings.llm)
        assert raised.value.mend == f"chmod 600 {file}"

    def test_a_missing_or_empty_file(self, locations: Locations, tmp_path: Path) -> None:
        settings = load_settings({"llm.api_key_file": tmp_path / "none"}, locations, {})
        with pytest.raises(InputError, match="cannot be read"):
            read_api_key(settings.llm)
        (tmp_path / "none").touch(mode=0o600)
        assert read_api_key(settings.llm) is None


class TestLocations:
    def test_home_moves_everything(self, tmp_path: Path) -> None:
        found = find_locations({"JOBCOACH_HOME": str(tmp_path)})
        assert found == Locations(tmp_path / "config.toml", tmp_path / "jobcoach.db", tmp_path / "cache")

    def test_else_the_systems_places(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("CONFIG", "DATA", "CACHE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
        found = find_locations({})
        assert found.config_file == tmp_path / "CONFIG" / "jobcoach" / "config.toml"
        assert found.database == tmp_path / "DATA" / "jobcoach" / "jobcoach.db"
        assert found.cache == tmp_path / "CACHE" / "jobcoach"


def test_every_key_has_its_variable(locations: Locations) -> None:
    assert variable("judge.time_factor") == "JOBCOACH_JUDGE__TIME_FACTOR"
    for row in explain_settings({}, locations, {}):
        if row.key == "judge.images":
            continue
        found = {
            each.key: each.source
            for each in explain_settings({}, locations, {variable(row.key): value_of(row.key)})
        }
        assert found[row.key] == "environment"


def value_of(key: str) -> str:
    given = {
        "lang": "ko",
        "goal": "portfolio",
        "review.pack_tokens": "8000",
        "judge.sandbox": "docker",
        "llm.base_url": "http://localhost:1",
        "judge.time_factor": "1",
        "llm.proxy": "http://localhost:2",
        "llm.temperature": "1",
        "llm.max_output_tokens": "100",
        "llm.cache_size_bytes": "2000000",
        "llm.prices": "gpt-4.1=2/8, own=0/0",
        "llm.log_text": "true",
    }
    return given.get(key, "/somewhere" if key.endswith(("path", "file")) else "7")


@given(st.binary(max_size=200))
def test_any_file_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "config.toml").write_bytes(content)
    try:
        load_settings({}, Locations(folder / "config.toml", folder / "x", folder), {})
    except InputError as error:
        assert "config.toml" in str(error)
