"""Runs the scripts of ``action.yml`` as GitHub's runner would, each in its bash with its files."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
# A pull request's base and a push's before are commits; what is not there is the empty text.
Context = Mapping[str, str]


def offline_install(site_packages: str) -> dict[str, str]:
    """What lets pip install a checkout without a network: the suite's own packages are there already."""
    return {
        "PYTHONPATH": site_packages,
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as the value of --build-isolation
    }


@dataclass
class StepResult:
    """What a step left: its exit code, its log, its outputs and its part of the summary."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: bytes


@dataclass
class ActionRun:
    """One use of the action: ``context`` are the values of expressions, ``workspace`` the checkout."""

    workspace: Path
    temp: Path
    context: dict[str, str]
    environment: dict[str, str]
    steps: list[StepResult] = field(default_factory=list)

    def run(self, names: tuple[str, ...]) -> "ActionRun":
        """Run the steps with these names, until one fails."""
        for step in action()["runs"]["steps"]:
            if step.get("name") not in names:
                continue
            result = self._step(step)
            self.steps.append(result)
            self.context |= {f"steps.{step.get('id')}.outputs.{k}": v for k, v in result.outputs.items()}
            if result.code:
                break
        return self

    @property
    def code(self) -> int:
        return self.steps[-1].code

    @property
    def log(self) -> str:
        return "".join(step.log for step in self.steps)

    @property
    def summary(self) -> str:
        return b"".join(step.summary for step in self.steps).decode("utf-8")

    @property
    def outputs(self) -> dict[str, str]:
        return {name: resolved(output["value"], self.context) for name, output in action()["outputs"].items()}

    def _step(self, step: Mapping[str, Any]) -> StepResult:
        number = len(self.steps)
        files = {name: self.temp / f"{name}-{number}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_bytes(b"")
        script = self.temp / f"script-{number}.sh"
        assert "${{" not in step["run"]
        script.write_text(step["run"])
        own = {name: resolved(str(value), self.context) for name, value in step["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            env=self.environment | {name: str(file) for name, file in files.items()} | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        summary = files["GITHUB_STEP_SUMMARY"].read_bytes()
        lines = files["GITHUB_OUTPUT"].read_text().splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        return StepResult(done.returncode, done.stdout.decode("utf-8", "replace"), outputs, summary)


def action() -> dict[str, Any]:
    """``action.yml``."""
    found: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    return found


def new_run(workspace: Path, temp: Path, inputs: Context, event: Context) -> ActionRun:
    """A use of the action with these inputs, in the environment that a runner gives."""
    defaults = {name: row["default"] for name, row in action()["inputs"].items()}
    assert set(inputs) <= set(defaults)
    context = {f"inputs.{name}": value for name, value in (defaults | dict(inputs)).items()}
    context |= {f"github.event.{name}": value for name, value in event.items()}
    context |= {"runner.temp": str(temp), "github.action_path": str(REPOSITORY)}
    given = {
        "GITHUB_WORKSPACE": str(workspace),
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTIONS": "true",
        "CI": "true",
    }
    return ActionRun(workspace, temp, context, dict(os.environ) | given)


def resolved(text: str, context: Context) -> str:
    """The text with its expressions replaced: names, and ``||`` between them."""
    return _EXPRESSION.sub(lambda found: _value(found[1], context), text)


def _value(expression: str, context: Context) -> str:
    names = [name.strip() for name in expression.split("||")]
    assert all(re.fullmatch(r"[a-z]+(\.[\w-]+)+", name) for name in names), expression
    return next((context[name] for name in names if context.get(name)), "")
