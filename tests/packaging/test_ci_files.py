"""The action and the examples for CI are what GitHub and GitLab take, and what the guide says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from clean_environments import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load((REPOSITORY / "docs/ci/github.yml").read_text(encoding="utf-8"))
USES = re.compile(r"^\s*(?:- )?uses: (\S+)( # v\d+\.\d+\.\d+)?", re.MULTILINE)


def check(schema: str, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("check-jsonschema"), "--builtin-schema", schema, file],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "docs/ci/github.yml"),
        ("vendor.gitlab-ci", "docs/ci/gitlab-ci.yml"),
    ],
)
def test_each_file_fits_its_schema(schema: str, file: str, tmp_path: Path) -> None:
    done = check(schema, REPOSITORY / file)
    assert done.returncode == 0, done.stdout + done.stderr
    # And the schema would notice: a key that there is not.
    broken = tmp_path / "broken.yml"
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    broken.write_text(re.sub(r"^( +)(using|runs-on|script):", r"\1no-such-key:", text, flags=re.MULTILINE))
    assert check(schema, broken).returncode != 0


@pytest.mark.parametrize("file", ["action.yml", "docs/ci/github.yml"])
def test_what_others_wrote_is_pinned_to_a_commit(file: str) -> None:
    used = USES.findall((REPOSITORY / file).read_text(encoding="utf-8"))
    assert used
    for name, version in used:
        assert (
            re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) and version
        ) or name == "OWNER/jobcoach@COMMIT"


def test_the_example_asks_for_no_more_than_it_needs() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert set(WORKFLOW[True]) == {"pull_request", "push"}  # "on" is a truth value to YAML 1.1
    steps = {step["uses"].split("@")[0]: step.get("with", {}) for step in WORKFLOW["jobs"]["judge"]["steps"]}
    assert steps["actions/checkout"] == {"fetch-depth": 0, "persist-credentials": False}
    assert set(steps["OWNER/jobcoach"]) <= set(ACTION["inputs"])


def test_the_guide_names_every_input_and_output() -> None:
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert f"| `{name}` |" in GUIDE, name
