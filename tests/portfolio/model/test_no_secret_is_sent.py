"""Every kind of secret, planted in every kind of file: none of their bytes reach the server."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from memory_snapshot import MemorySnapshot
from model_server import ModelServer, Request, Step, say

from jobcoach.llm.gateway import Wiring, open_gateway
from jobcoach.llm.prompts import load_prompt
from jobcoach.portfolio.facts.fact_cache import NoFactCache
from jobcoach.portfolio.model.reviewer import GatewayReviewer, ReviewPrompts
from jobcoach.portfolio.pipeline import ReviewRequest, review_repository
from jobcoach.portfolio.rules.registry import all_rules
from jobcoach.portfolio.stages import Stages
from jobcoach.resources import prompts_folder
from jobcoach.settings import ModelSettings

sys.path.insert(0, str(Path(__file__).parents[1] / "secrets"))

from planted import PLANTED


def nothing(request: Request) -> Step:
    """The emptiest valid reply to each of the three prompts."""
    if "You sum up" in request.system_text:
        return say('{"sentences": []}')
    if "You help" in request.system_text:
        return say('{"rewrites": []}')
    return say('{"findings": [], "questions": []}')


def test_no_planted_secret_is_sent_or_reviewed(tmp_path):
    readme, files = ["# Shop", "", "It sells things.", ""], {}
    for number, (kind, (around, secret)) in enumerate(PLANTED.items()):
        line = around.format(secret)
        readme += [line, ""]
        files[f"src/m{number}.py"] = f"import os\n\n\ndef use():\n    return 1\n\n# {kind}\n{line}\n"
        files[f"config/application-{number}.properties"] = line
    files["README.md"] = "\n".join(readme)
    prompts = ReviewPrompts(
        *(load_prompt(name, prompts_folder()) for name in ("review-code", "review-rewrite", "review-summary"))
    )
    with ModelServer(default=nothing) as server:
        settings = ModelSettings(model="test-model", base_url=server.base_url, attempts=1)
        with open_gateway(settings, tmp_path, Wiring(caching="off")) as gateway:
            request = ReviewRequest(all_rules(), "ko", None, datetime(2026, 1, 1, tzinfo=UTC))
            reviewer = GatewayReviewer(gateway, prompts)
            snapshot = MemorySnapshot(files)
            review = review_repository(snapshot, request, NoFactCache(), Stages(), reviewer).review
        sent = "\n".join(each["content"] for one in server.requests for each in one.body["messages"])
    assert sent.count("=== ") > len(PLANTED)
    assert review.llm.used
    assert not any("model" in note for note in review.notes)
    said = review.model_dump_json()
    for kind, (_, secret) in PLANTED.items():
        for line in secret.split("\n"):
            assert line not in sent, kind
            assert line not in said, kind
