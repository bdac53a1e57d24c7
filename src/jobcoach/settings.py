"""The user's settings: flag > ``JOBCOACH_*`` environment > ``config.toml`` > default.

Nothing is read from the working directory: a cloned repository that brings a
``config`` of its own could name a server to send the key to.

Keys are dotted (``judge.jobs``). Their variables take ``__`` for the dot
(``JOBCOACH_JUDGE__JOBS``). Plain pydantic does it: pydantic-settings costs 90 ms
more at every start (it imports asyncio), and does not tell where a value is from.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.locations import Locations, find_locations
from jobcoach.words import Language

PREFIX = "JOBCOACH_"
SECRET_KEYS = frozenset({"llm.api_key"})
_OTHERS_MAY_READ = 0o077


def _absolute(path: Path) -> Path:
    path = path.expanduser()
    if not path.is_absolute():
        raise ValueError("the path must be absolute or begin with ~")
    return path


AbsolutePath = Annotated[Path, AfterValidator(_absolute)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class JudgeSettings(_Section):
    """``jobs`` is how many submissions run at once; ``images`` maps a language to an image's name."""

    jobs: int = Field(default_factory=_cores, ge=1, le=1024)
    sandbox: Literal["docker", "process"] = "docker"
    time_factor: float = Field(default=1.0, gt=0, le=1000, allow_inf_nan=False)
    images: Mapping[str, str] = Field(default_factory=dict)
    docker_host: str | None = None


class FolderSettings(_Section):
    """A folder to take in place of the shipped one."""

    path: AbsolutePath | None = None


class ModelSettings(_Section):
    """The language model's server. The key comes from the environment or from a file of mode 0600."""

    model: str | None = None
    base_url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")] | None = None
    timeout_seconds: float = Field(default=60.0, gt=0, le=3600, allow_inf_nan=False)
    api_key: SecretStr | None = None
    api_key_file: AbsolutePath | None = None


class Settings(_Section):
    """All settings, valid."""

    lang: Language | None = None
    judge: JudgeSettings = Field(default_factory=JudgeSettings)
    problems: FolderSettings = Field(default_factory=FolderSettings)
    prompts: FolderSettings = Field(default_factory=FolderSettings)
    llm: ModelSettings = Field(default_factory=ModelSettings)


Source = Literal["flag", "environment", "file", "default"]


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One value in force. ``origin`` is the flag, variable or file it is from; a secret is not in it."""

    key: str
    value: object
    source: Source
    origin: str


@dataclass(frozen=True, slots=True)
class _Given:
    key: str
    value: object
    source: Source
    origin: str


def load_settings(
    flags: Mapping[str, object] | None = None,
    locations: Locations | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings in force; ``flags`` are by dotted key, None meaning not given.

    Raises InputError that names file or variable, key and reason.
    """
    return _validate(_gather(flags or {}, locations or find_locations(environ), environ))


def explain_settings(
    flags: Mapping[str, object] | None = None,
    locations: Locations | None = None,
    environ: Mapping[str, str] = os.environ,
) -> list[SettingRow]:
    """Each value in force and where it is from, by key. Raises InputError as ``load_settings``."""
    given = _gather(flags or {}, locations or find_locations(environ), environ)
    settings = _validate(given)
    rows = []
    for key, value in _leaves(settings):
        origin = given.get(key)
        shown = "********" if isinstance(value, SecretStr) else value
        rows.append(
            SettingRow(key, shown, origin.source, origin.origin)
            if origin
            else SettingRow(key, shown, "default", "")
        )
    return rows


def validate_new_value(key: str, value: str, file: Path) -> Settings:
    """Check what ``config.toml`` would say with this value. Raises InputError."""
    given = {other: _from_file(other, kept, file) for other, kept in read_config_file(file).items()}
    return _validate({**given, key: _Given(key, value, "flag", key)})


def read_api_key(settings: ModelSettings) -> SecretStr | None:
    """The model's key, None if none is configured.

    Raises InputError if the key file cannot be read, or if others may read it.
    """
    if settings.api_key is not None or settings.api_key_file is None:
        return settings.api_key
    path = settings.api_key_file
    try:
        with path.open(encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & _OTHERS_MAY_READ:
                raise InputError(
                    f"the key file {path} is open to others",
                    why="only you may be able to read it",
                    mend=f"chmod 600 {path}",
                )
            key = file.read(65536).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the key file {path} cannot be read", why=str(error)) from error
    return SecretStr(key) if key else None


def variable(key: str) -> str:
    """The environment variable of a dotted key."""
    return PREFIX + key.replace(".", "__").upper()


def _gather(
    flags: Mapping[str, object], locations: Locations, environ: Mapping[str, str]
) -> dict[str, _Given]:
    """What was given, by dotted key; of two sources the stronger one."""
    given: dict[str, _Given] = {}
    for key, value in read_config_file(locations.config_file).items():
        given[key] = _from_file(key, value, locations.config_file)
    for name, text in sorted(environ.items()):
        if text and (named := _key_of_variable(name)):
            given[named] = _Given(named, text, "environment", name)
    for key, flag in flags.items():
        if flag is not None:
            given[key] = _Given(key, flag, "flag", "--" + key.rpartition(".")[2].replace("_", "-"))
    return given


def _from_file(key: str, value: object, file: Path) -> _Given:
    if key in SECRET_KEYS:
        raise InputError(
            f"{key} does not belong in {file}",
            why="a key must not lie in a settings file",
            mend=f"set {variable(key)}, or name a file of mode 0600 in {key}_file",
        )
    return _Given(key, value, "file", str(file))


def _key_of_variable(name: str) -> str | None:
    """``judge.jobs`` for ``JOBCOACH_JUDGE__JOBS``; None for a variable that is no setting.

    Raises InputError for one that misses the second underscore.
    """
    if not name.startswith(PREFIX):
        return None
    key = name.removeprefix(PREFIX).lower().replace("__", ".")
    section, _, rest = key.partition(".")
    if rest or section == "lang":
        return key if section in Settings.model_fields else None
    for known in _known_keys():
        if key == known.replace(".", "_"):
            raise InputError(f"unknown variable {name}", why=f"did you mean {variable(known)}?")
    return None


def read_config_file(file: Path) -> dict[str, object]:
    """What stands in a ``config.toml``, by dotted key; nothing if there is no file.

    Raises EnvironmentMissing if it cannot be read, InputError if it is not TOML.
    """
    try:
        document = tomllib.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise EnvironmentMissing(
            f"the settings in {file} cannot be read",
            why=error.strerror or str(error),
            mend="jobcoach config path",
        ) from error
    except ValueError as error:
        raise InputError(
            f"the settings in {file} are not TOML", why=str(error), mend=f"mend or remove {file}"
        ) from error
    return dict(_flatten(document, ""))


def _flatten(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _validate(given: Mapping[str, _Given]) -> Settings:
    nested: dict[str, object] = {}
    for item in given.values():
        _put(nested, item)
    try:
        return Settings.model_validate(nested)
    except ValidationError as error:
        raise _input_error(error, given) from error


def _put(nested: dict[str, object], item: _Given) -> None:
    *sections, name = item.key.split(".")
    table = nested
    for section in sections:
        inner = table.setdefault(section, {})
        if not isinstance(inner, dict):
            raise InputError(_not_valid(item), why=f"{section} is no section", mend=_mend(item))
        table = inner
    if isinstance(table.get(name), dict):
        raise InputError(_not_valid(item), why=f"{name} is a section", mend=_mend(item))
    table[name] = item.value


def _input_error(error: ValidationError, given: Mapping[str, _Given]) -> InputError:
    """Of all that is wrong the first, in the user's terms."""
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = ".".join(str(part) for part in problem["loc"])
    item = next((item for key, item in given.items() if _is_about(path, key)), None)
    if problem["type"] == "extra_forbidden":
        key = item.key if item else path
        origin = f" in {item.origin}" if item and item.source != "flag" else ""
        close = get_close_matches(key, _known_keys(), n=1)
        why = f"did you mean {close[0]}?" if close else "there is no such setting"
        return InputError(
            f"unknown setting {key}{origin}", why=why, mend=_mend(item) or "jobcoach config show"
        )
    return InputError(
        _not_valid(item) if item else f"{path} is not valid",
        why=problem["msg"].removeprefix("Value error, "),
        mend=_mend(item),
    )


def _not_valid(item: _Given) -> str:
    if item.source == "flag":
        return f"{item.origin} is not valid"
    return f"{item.key} in {item.origin} is not valid"


def _mend(item: _Given | None) -> str:
    """What makes the settings valid again; no command of ours that reads them could."""
    match item.source if item else "":
        case "environment":
            return f"unset {item.origin}" if item else ""
        case "file":
            return f"correct or remove that line of {item.origin}" if item else ""
        case _:
            return ""


def _is_about(path: str, key: str) -> bool:
    """Whether a fault at ``path`` lies in what was given as ``key``, or contains it."""
    return path == key or path.startswith(key + ".") or key.startswith(path + ".")


def _leaves(section: BaseModel, prefix: str = "") -> Iterator[tuple[str, object]]:
    for name in type(section).model_fields:
        value = getattr(section, name)
        if isinstance(value, BaseModel):
            yield from _leaves(value, f"{prefix}{name}.")
        elif isinstance(value, Mapping) and value:
            yield from ((f"{prefix}{name}.{inner}", value[inner]) for inner in sorted(value))
        else:
            yield prefix + name, value


def _known_keys() -> list[str]:
    return [key for key, _ in _leaves(Settings())]
