"""Reviews made by hand for the tests of reports."""

from datetime import UTC, datetime

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import (
    Coverage,
    EvidenceCheck,
    Finding,
    LanguageShare,
    ModelUse,
    Review,
    ReviewClaim,
    ReviewPoint,
    ReviewQuestion,
    ReviewSource,
    Rewrite,
    TechnologyUse,
)
from jobcoach.portfolio.score import score_of
from jobcoach.words import Language

ESCAPE = "\x1b[31m"
HOSTILE_PATH = f"src/<script>alert(1)</script>/`x`|{ESCAPE}\u202ea b\udce9.py"
HOSTILE_LINE = f"<img src=x onerror=alert(1)> [a](http://evil.example) | `b` {ESCAPE}\x07"

LINE = Evidence(
    path="src/main/java/com/example/shop/order/OrderService.java",
    start=41,
    end=57,
    quote="    for (Order order : orders) { orderRepository.findById(order.getId()); }",
    blob="a" * 40,
)
README = Evidence(path="README.md", start=12, end=12, quote="응답 시간을 300ms에서 80ms로 줄였습니다")
HOSTILE = Evidence(path=HOSTILE_PATH, start=1, end=1, quote=HOSTILE_LINE)

FINDINGS = (
    Finding(
        rule="S01",
        category="security",
        severity="high",
        confidence="high",
        title="Passwords are in the repository",
        advice="Take them out, and change them: they stay in the history.",
        evidence=(
            Evidence(path="src/main/resources/application.yml", start=9, end=9, quote="password: ********"),
        ),
    ),
    Finding(
        rule="C10",
        category="code",
        severity="medium",
        confidence="high",
        title="A query runs in a loop",
        advice="Fetch all rows at once.",
        evidence=(LINE, HOSTILE, README, LINE),
        more=3,
        question="How many queries?",
    ),
    Finding(
        rule="T01",
        category="tests",
        severity="high",
        confidence="low",
        title="테스트가 없습니다",
        advice="가장 중요한 규칙부터 테스트를 쓰세요.",
        evidence=(),
    ),
)


def review(
    lang: Language = "en", findings: tuple[Finding, ...] = FINDINGS, *, by_model: bool = True
) -> Review:
    score = score_of(findings)
    return Review(
        id="7",
        created_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
        lang=lang,
        source=ReviewSource(
            kind="remote",
            location=f"https://example.com/가나다/shop{ESCAPE}",
            commit="0123456789abcdef" * 2 + "01234567",
            ref="main",
        ),
        notes=("history_cut", "branch_ahead:develop<b>", "unknown_key"),
        coverage=Coverage(
            files=123,
            bytes=456_789,
            by_class={"source": 100, "doc": 3, "binary": 20},
            skipped={"binary": 20, "too-large": 1},
        ),
        languages=(
            LanguageShare(name="Java", files=80, lines=9000, share=0.823456),
            LanguageShare(name="TypeScript", files=20, lines=1900, share=0.176544),
        ),
        technologies=(
            TechnologyUse(name="Java", kind="language", version="17", evidence=()),
            TechnologyUse(name="Spring Boot", kind="framework", version="3.2.1", evidence=(LINE,)),
            TechnologyUse(name="Redis", kind="cache", version="", evidence=(LINE,)),
        ),
        score=score.total,
        scores=score.categories,
        findings=findings,
        claims=(
            ReviewClaim(
                text="응답 시간을 300ms에서 80ms로",
                backing="none",
                question="How did you measure it?",
                evidence=(README,),
            ),
        ),
        questions=(
            ReviewQuestion(
                text="How does `OrderService` find its orders?",
                why="a query in a loop",
                evidence=(LINE,),
                key_points=(ReviewPoint(statement="one query", must=True, probe="How many?"),),
            ),
            ReviewQuestion(text="왜 Redis를 쓰셨나요?", why="Redis", evidence=(), topic="caching"),
        ),
        rewrites=(
            Rewrite(kind="readme", before="A shop.", after="A shop with\norders.", evidence=(README,)),
            Rewrite(kind="resume", before="", after="Built a shop on Spring Boot 3.2", evidence=(LINE,)),
        )
        if by_model
        else (),
        summary="A tidy shop.\nIts tests are missing." if by_model else "",
        evidence_check=EvidenceCheck(kept=4, relocated=2, dropped=1) if by_model else EvidenceCheck(),
        llm=ModelUse(used=by_model, model="openai:gpt" if by_model else ""),
    )
