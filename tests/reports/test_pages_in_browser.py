"""Every page that we write, opened in a real browser: narrow, wide, dark, on paper, Korean and English."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from browser import WIDTHS, faults_of, open_browser
from playwright.sync_api import Browser

from jobcoach.cli.main import run
from jobcoach.interview.bank.load import load_bank
from jobcoach.store import JudgementRecord, Store, TestRecord
from jobcoach.store.reviews import ReviewRecord

KINDS = ("progress", "interview", "review", "judge")
NOW = datetime.now(UTC)
HOSTILE = "sol<script>alert(1)</script>ution-" + "한" * 60 + ".py"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All pages in both languages, of a few days of practice."""
    folder = tmp_path_factory.mktemp("pages")
    before = os.environ.get("JOBCOACH_HOME")
    os.environ["JOBCOACH_HOME"] = str(folder / "home")
    try:
        _practise(folder)
        for lang in ("ko", "en"):
            assert run(["progress", "--html", str(folder / f"progress.{lang}.html"), "--lang", lang]) == 0
            for kind in KINDS[1:]:
                output = str(folder / f"{kind}.{lang}.html")
                assert run(["export", kind, "latest", "-o", output, "--lang", lang]) == 0
        yield folder
    finally:
        os.environ.pop("JOBCOACH_HOME") if before is None else os.environ.update(JOBCOACH_HOME=before)


def _practise(folder: Path) -> None:
    question = next(each for each in load_bank(None).questions if each.id == "os.process-vs-thread")
    good = (question.paraphrase or question.reference).best("ko")
    answers = folder / "answers.json"
    answers.write_text(
        json.dumps({question.id: [good, "x" * 400, ""], "network.tcp-vs-udp": ["몰라요"]}), "utf-8"
    )
    assert (
        run(["interview", "--offline", "--lang", "ko", "--answers", str(answers), "--quiet", "--json"]) == 0
    )
    repository = folder / "shop"
    repository.mkdir()
    (repository / "README.md").write_text("# 쇼핑몰\n\n응답 속도를 300ms에서 80ms로 줄였습니다.\n", "utf-8")
    (repository / "app.py").write_text(
        "import os\n\n" + "def f(x):\n    try:\n        pass\n    except:\n        pass\n" * 30
    )
    for line in (["init", "-q"], ["add", "."], ["commit", "-qm", "init"]):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *line], cwd=repository, check=True
        )
    assert run(["review", str(repository), "--offline", "--lang", "ko", "--quiet"]) == 0
    with Store.open(folder / "home" / "jobcoach.db") as store:
        batch = store.batches.add(NOW)
        for number in range(3):
            store.judgements.add(_judgement(batch, number))
        store.reviews.add(
            ReviewRecord(NOW - timedelta(days=3), "/other", "c0ffee", None, "ko", 40.0, 0, 0, "", {})
        )
        latest = store.reviews.latest(2)[1]
        store.reviews.add(latest)  # the real one is the latest again


def _judgement(batch: int, number: int) -> JudgementRecord:
    tests = tuple(
        TestRecord(
            f"secret/{each:02}-a-name-that-is-long",
            "secret",
            "AC" if each % 7 else "TLE",
            each / 9,
            each / 9,
            each << 20,
        )
        for each in range(40)
    )
    return JudgementRecord(
        created_at=NOW - timedelta(days=number), path=f"handed/in/{number}{HOSTILE}", problem="search-trends",
        problem_version="1", language="python", sandbox="docker", image_digest="", source_hash="",
        verdict="TLE" if number else "AC", points=None, max_points=None, verdict_key=str(number), tests=tests,
        batch_id=batch,
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_fits_asks_for_nothing_and_can_be_read_by_all(
    kind: str, width: int, pages: Path, browser: Browser
) -> None:
    assert faults_of(browser, pages / f"{kind}.ko.html", width) == []


@pytest.mark.parametrize("kind", KINDS)
def test_dark_and_in_english_it_can_be_read_as_well(kind: str, pages: Path, browser: Browser) -> None:
    assert faults_of(browser, pages / f"{kind}.en.html", 800, "dark") == []


@pytest.mark.parametrize("kind", KINDS)
def test_on_paper_nothing_is_cut_off(kind: str, pages: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 794, "height": 1123})  # A4 at 96 dots an inch
    page.goto((pages / f"{kind}.ko.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_quoted_words_are_marked_in_the_answer(pages: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((pages / "interview.ko.html").as_uri())
    marked = page.locator("blockquote mark")
    assert marked.count() > 0
    assert marked.first.get_attribute("title")
    assert marked.first.inner_text() in page.locator("blockquote:has(mark)").first.inner_text()
    page.close()


def test_the_reviews_page_shows_the_code_at_the_cited_lines(pages: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((pages / "review.ko.html").as_uri())
    assert page.locator("pre .cited").count() > 0
    page.close()
