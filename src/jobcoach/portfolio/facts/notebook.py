"""The code of a Jupyter notebook. https://nbformat.readthedocs.io/en/latest/format_description.html"""

import json
from typing import Any

_MAGIC = ("%", "!", "?")


def notebook_code(text: str) -> str | None:
    """All code cells one after the other, without magics and shell lines; None if it is no notebook."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(notebook, dict):
        return None
    lines = [line for cell in _cells(notebook) for line in _source(cell).split("\n")]
    return "\n".join(line for line in lines if not line.lstrip().startswith(_MAGIC))


def _cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    # Version 3 has its cells in worksheets.
    sheets = notebook.get("worksheets")
    holders = sheets if isinstance(sheets, list) else [notebook]
    cells = [cell for holder in holders if isinstance(holder, dict) for cell in _list(holder.get("cells"))]
    return [cell for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, str):
        return source
    return "".join(part for part in _list(source) if isinstance(part, str))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
