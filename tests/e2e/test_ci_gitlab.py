"""The documented GitLab job from end to end: its own lines, a real repository, the real engine."""

import json
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml
from ci_checkout import commit, git
from ci_steps import REPOSITORY, offline_install
from defusedxml.ElementTree import parse

pytestmark = pytest.mark.docker

JOB = yaml.safe_load((REPOSITORY / "docs/ci/gitlab-ci.yml").read_text(encoding="utf-8"))["judge"]
OTHER = "print(1)\n"
WRONG = "print(0)\n"


def run_lines(lines: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """As GitLab's runner does: one script of all lines, which ends at the first that fails."""
    script = "set -eo pipefail\n" + "\n".join(lines)
    return subprocess.run(
        ["bash"], input=script, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def test_a_merge_request_is_scored_for_what_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    base = commit({f"submissions/{name}.py": f"# jobcoach: problem=lunch-set\n{WRONG}" for name in "abc"})
    commit({f"submissions/{name}.py": f"# jobcoach: problem=lunch-set\n{OTHER}" for name in ("b", "새 풀이")})

    given = {name: str(value) for name, value in JOB["variables"].items()}
    environment = os.environ | given | offline_install(sysconfig.get_path("purelib"))
    environment |= {"JOBCOACH_HOME": given["JOBCOACH_HOME"].replace("$CI_PROJECT_DIR", str(folder))}
    environment |= {"INSTALL": str(REPOSITORY), "CI_PROJECT_DIR": str(folder)}
    environment |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_COMMIT_BEFORE_SHA": "0" * 40}

    installed = run_lines(JOB["before_script"], environment)
    assert installed.returncode == 0, installed.stderr
    done = run_lines(JOB["script"], environment)
    assert done.returncode == 1, done.stderr
    reports = JOB["artifacts"]["reports"]
    junit = parse(folder / reports["junit"]).getroot()
    assert junit is not None
    paths = ["submissions/b.py", "submissions/새 풀이.py"]
    assert [suite.get("name") for suite in junit] == paths
    issues = json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert [issue["location"] for issue in issues] == [
        {"path": path, "lines": {"begin": 1}} for path in paths
    ]
    for path in JOB["artifacts"]["paths"]:
        assert "a.py" not in (folder / path).read_text(encoding="utf-8")

    # Later on the default branch, where the bar is low enough to pass, and in a new one.
    low = environment | {"FAIL_UNDER": "0", "CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}
    assert run_lines(JOB["script"], low | {"CI_COMMIT_BEFORE_SHA": base}).returncode == 0
    done = run_lines(JOB["script"], low)
    assert (done.returncode, "all submissions are judged" in done.stderr) == (0, True)
