"""What was given, where: flags, ``JOBCOACH_*`` variables and ``config.toml``, by dotted key."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.locations import Locations
from jobcoach.settings.sections import SECRET_KEYS, Settings, known_keys

PREFIX = "JOBCOACH_"
Source = Literal["flag", "environment", "file", "default"]


@dataclass(frozen=True, slots=True)
class Given:
    """One value as it was given, not yet validated. ``origin`` is its flag, variable or file."""

    key: str
    value: object
    source: Source
    origin: str


def variable(key: str) -> str:
    """The environment variable of a dotted key."""
    return PREFIX + key.replace(".", "__").upper()


def gather(flags: Mapping[str, object], locations: Locations, environ: Mapping[str, str]) -> dict[str, Given]:
    """What was given, by dotted key; of two sources the stronger one."""
    given: dict[str, Given] = {}
    for key, value in read_config_file(locations.config_file).items():
        given[key] = from_file(key, value, locations.config_file)
    for name, text in sorted(environ.items()):
        if text and (named := _key_of_variable(name)):
            given[named] = Given(named, text, "environment", name)
    for key, flag in flags.items():
        if flag is not None:
            given[key] = Given(key, flag, "flag", "--" + key.rpartition(".")[2].replace("_", "-"))
    return given


def from_file(key: str, value: object, file: Path) -> Given:
    """One line of ``config.toml``. Raises InputError for a key that does not belong there."""
    if key in SECRET_KEYS:
        raise InputError(
            f"{key} does not belong in {file}",
            why="a key must not lie in a settings file",
            mend=f"set {variable(key)}, or name a file of mode 0600 in {key}_file",
        )
    return Given(key, value, "file", str(file))


def _key_of_variable(name: str) -> str | None:
    """``judge.jobs`` for ``JOBCOACH_JUDGE__JOBS``; None for a variable that is no setting.

    Raises InputError for one that misses the second underscore.
    """
    if not name.startswith(PREFIX):
        return None
    key = name.removeprefix(PREFIX).lower().replace("__", ".")
    section, _, rest = key.partition(".")
    if rest or section in known_keys():
        return key if section in Settings.model_fields else None
    for known in known_keys():
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
