"""The model's key: from the environment, or from a file that only the user may read."""

import os

from pydantic import SecretStr

from jobcoach.errors import InputError
from jobcoach.settings.sections import ModelSettings

_OTHERS_MAY_READ = 0o077


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
