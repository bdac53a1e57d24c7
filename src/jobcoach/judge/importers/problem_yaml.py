"""Writing the YAML files of a package."""

from collections.abc import Mapping
from pathlib import Path

import yaml


def write_yaml(path: Path, settings: Mapping[str, object]) -> None:
    """Write ``settings`` in their order, as text that people edit; None values are left out."""
    kept = {key: value for key, value in settings.items() if value is not None}
    text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def plain_number(value: float) -> int | float:
    """``value`` as an int where it is one: 20, not 20.0."""
    return int(value) if value == int(value) else value
