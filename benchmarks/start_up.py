"""`jobcoach --help` against importing what every such program imports."""

import sys
from pathlib import Path

from report import Row
from timing import in_turn, quietly, ratio

BIN = Path(sys.executable).parent


def measure(_scratch: Path) -> list[Row]:
    """One row: at most 1.5 times `python -c "import typer, rich"`."""
    timings = in_turn(
        {
            "help": lambda: quietly([str(BIN / "jobcoach"), "--help"]),
            "import": lambda: quietly([sys.executable, "-c", "import typer, rich"]),
        },
        rounds=15,
    )
    ours, theirs = timings["help"], timings["import"]
    return [
        Row(
            "`jobcoach --help`",
            ours.median,
            'python -c "import typer, rich"',
            theirs.median,
            ratio(ours, theirs),
            "≤ 1.5",
        )
    ]
