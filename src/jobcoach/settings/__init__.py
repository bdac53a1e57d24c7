"""The user's settings: flag > ``JOBCOACH_*`` environment > ``config.toml`` > default.

Nothing is read from the working directory: a cloned repository that brings a
``config`` of its own could name a server to send the key to.

Keys are dotted (``judge.jobs``). Their variables take ``__`` for the dot
(``JOBCOACH_JUDGE__JOBS``). Plain pydantic does it: pydantic-settings costs 90 ms
more at every start (it imports asyncio), and does not tell where a value is from.
"""

from jobcoach.settings.api_key import read_api_key
from jobcoach.settings.loading import (
    SettingRow,
    explain_settings,
    load_settings,
    validate_new_value,
)
from jobcoach.settings.sections import (
    GOALS,
    SECRET_KEYS,
    AbsolutePath,
    FolderSettings,
    JudgeSettings,
    ModelSettings,
    Settings,
)
from jobcoach.settings.sources import PREFIX, Source, read_config_file, variable

__all__ = [
    "GOALS",
    "PREFIX",
    "SECRET_KEYS",
    "AbsolutePath",
    "FolderSettings",
    "JudgeSettings",
    "ModelSettings",
    "SettingRow",
    "Settings",
    "Source",
    "explain_settings",
    "load_settings",
    "read_api_key",
    "read_config_file",
    "validate_new_value",
    "variable",
]
