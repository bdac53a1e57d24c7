"""``jobcoach config``: show the settings in force, where they are kept, and change one."""

import typer

from jobcoach.cli.config_file import write_setting
from jobcoach.cli.context import AppContext, app_context
from jobcoach.settings import SettingRow, explain_settings
from jobcoach.text import one_line, pad, width

app = typer.Typer()


@app.callback()
def config() -> None:
    """Make this a group."""


@app.command()
def show(ctx: typer.Context) -> None:
    """Print each setting, its value and where that is from."""
    app = app_context(ctx)
    rows = explain_settings({"lang": app.lang if app.lang_given else None}, app.locations)
    if app.json:
        app.document(
            {
                "format": "jobcoach.config/1",
                "file": str(app.locations.config_file),
                "settings": [_as_json(row) for row in rows],
            }
        )
        return
    first = max(width(row.key) for row in rows) + 2
    for row in rows:
        app.result(f"{pad(row.key, first)}{_shown(app, row)}")


def _as_json(row: SettingRow) -> dict[str, object]:
    plain = isinstance(row.value, bool | int | float | dict | tuple | None)
    value = row.value if plain else str(row.value)
    return {"key": row.key, "value": value, "source": row.source, "origin": row.origin}


def _shown(app: AppContext, row: SettingRow) -> str:
    unset = row.value is None or row.value in ({}, ())
    value = app.words("config.unset") if unset else one_line(_text(row.value))
    if row.source == "default":
        return value if unset else f"{value}  ({app.words('config.default')})"
    return f"{value}  ({one_line(row.origin)})"


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@app.command()
def path(ctx: typer.Context) -> None:
    """Print where ``config.toml`` is, whether or not it exists."""
    app = app_context(ctx)
    file = str(app.locations.config_file)
    if app.json:
        app.document({"format": "jobcoach.config/1", "file": file})
    else:
        app.result(file)


@app.command(name="set")
def set_value(ctx: typer.Context, key: str, value: str) -> None:
    """Write one setting into ``config.toml``."""
    app = app_context(ctx)
    file = app.locations.config_file
    write_setting(file, key, value)
    if app.json:
        app.document({"format": "jobcoach.config/1", "file": str(file), "key": key})
    else:
        app.remark(app.words("config.written", key=one_line(key), file=one_line(str(file))))
