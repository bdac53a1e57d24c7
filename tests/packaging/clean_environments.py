"""Virtual environments to install into, made without a network: dependencies
and the build backend come from the environment that runs the suite."""

import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class CleanEnvironment:
    """A virtual environment that has every dependency, but no jobcoach."""

    folder: Path

    def pip_install(self, *arguments: str | Path) -> None:
        run(
            *(sys.executable, "-m", "pip", "--python", self.folder, "install", "--quiet"),
            *("--no-deps", "--no-index", "--no-build-isolation", "--no-compile", *arguments),
        )

    def evaluate(self, expression: str, **environment: str) -> str:
        """The text of an expression that may use ``jobcoach`` and ``resources``."""
        code = f"import jobcoach\nfrom jobcoach import resources\nprint({expression})"
        return run(self.folder / "bin" / "python", "-c", code, **environment).strip()


def create(folder: Path) -> CleanEnvironment:
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    scheme = {"base": str(folder), "platbase": str(folder)}
    # Lines of a .pth file add to the path, but .pth files that lie there are
    # not read: an editable jobcoach of the outer environment stays out.
    site_packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return CleanEnvironment(folder)


def run(*command: str | Path, **environment: str) -> str:
    """Standard output of a command that must succeed. Neither the checkout's
    ``src`` nor its root, as working directory, is on Python's path."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd="/", env=inherited | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
