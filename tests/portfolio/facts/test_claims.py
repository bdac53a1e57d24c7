import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import infos, source_text, texts_of

from jobcoach.portfolio.facts.claim_numbers import find_figures
from jobcoach.portfolio.facts.claim_questions import claim_question
from jobcoach.portfolio.facts.claims import find_claims
from jobcoach.portfolio.facts.repository import Claim


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("137% 증가", "137%"),
        ("조회가 5배 빨라졌습니다", "5배"),
        ("300ms → 80ms", "300ms → 80ms"),
        ("2.4x faster than before", "2.4x"),
        ("TPS 500 → 1200", "500 → 1200"),
        ("응답 속도 40% 개선", "40%"),
        ("응답 시간: 평균 1.2초 → 0.3초", "1.2초 → 0.3초"),
        ("1,500ms에서 300ms로 단축", "1,500ms에서 300ms"),
        ("Latency went from 200 ms to 50 ms", "200 ms to 50 ms"),
        ("Reduced build time by 30%", "30%"),
        ("coverage 92%", "92%"),
        ("정확도 97.5%를 얻었습니다", "97.5%"),
        ("MAU 30000", "30000"),
        ("가입자 수 1,200명 달성", "1,200"),
        ("p95 120ms", "120ms"),
        ("Lighthouse 성능 점수 62 → 95", "62 → 95"),
    ],
)
def test_a_claimed_figure_is_found(line: str, figure: str) -> None:
    found = list(find_figures(line))
    assert [line[f.start : f.end].strip() for f in found] == [figure]


@pytest.mark.parametrize(
    "line",
    [
        "Java 8 → 17 마이그레이션",
        "Spring Boot 2.7 -> 3.0",
        "2024.01 ~ 2024.03",
        "쿠폰 20% 할인",
        "v1.2.0 released",
        "잔여석이 10% 이하이면 알림",
        "http://localhost:8080",
        "1. 회원가입",
        "화면 비율 100%",
        "팀원 4명",
        "1920x1080",
        "★ 1,200 stars",
        "3x3 grid",
        "역에서 10분에서 15분 거리",
        "npm 10 or later",
        "A 100% free tool",
        "포트 3000",
        "Goal: reduce latency by 30%",
        "배열 5배열",
        "accuracy of the model in 4 hours",
        "회의 10:00 → 11:00",
    ],
)
def test_no_claim_is_a_version_date_port_rule_or_plan(line: str) -> None:
    assert list(find_figures(line)) == []


@given(st.text(alphabet=st.sampled_from("0123456789.,%배x→ms초 TPS개선|\n에서")))
def test_any_line_is_read_and_figures_lie_in_it(line: str) -> None:
    for figure in find_figures(line):
        assert 0 <= figure.start < figure.end <= len(line)


def test_a_line_made_to_be_slow_is_not() -> None:
    for line in ("9" * 5000, "9," * 5000, "9% " * 5000, "TPS " * 5000, "1 → " * 5000):
        list(find_figures(line))


def claims(readme: str, files: dict[str, str] | None = None) -> tuple[Claim, ...]:
    rest = files or {}
    return find_claims(source_text(readme), infos({"README.md": readme, **rest}), texts_of(rest))


@pytest.mark.parametrize(
    ("readme", "files", "backing"),
    [
        ("## 성과\n- 응답 속도 40% 개선", {}, "none"),
        ("## 성과\n- 응답 속도 300ms → 80ms", {}, "baseline"),
        ("## 성과\n- 응답 속도 40% 개선\n- nGrinder, vuser 100으로 측정", {}, "method"),
        ("## 성과\n- 응답 속도 40% 개선 [과정](https://velog.io/@me/1)", {}, "method"),
        ("## 성과\n- 응답 속도 40% 개선\n## 도구\nnGrinder", {}, "none"),
        ("## 성과\n- 응답 속도 40% 개선", {"k6/load.js": ""}, "artefact"),
        ("## 성과\n- 응답 속도 40% 개선\n\n![결과](img/tps.png)", {"img/tps.png": ""}, "artefact"),
        ("## 성과\n- 응답 속도 40% 개선\n\n![결과](img/tps.png)", {}, "none"),
        ("커버리지 80%", {"build.gradle": "id 'jacoco'"}, "artefact"),
        ("커버리지 80%", {"build.gradle": "id 'java'"}, "none"),
        ("정확도 97%", {"train.ipynb": "{}"}, "artefact"),
    ],
)
def test_what_stands_behind_a_claim(readme: str, files: dict[str, str], backing: str) -> None:
    assert [claim.backing for claim in claims(readme, files)] == [backing]


def test_a_claim_cites_its_line_and_hides_secrets() -> None:
    key = "AKIA" + "Q3EGRIVTNXB7ZPLC"
    (claim,) = claims(f"# x\n\n응답 속도 40% 개선 {key}\n")
    assert (claim.evidence.path, claim.evidence.start, claim.evidence.end) == ("README.md", 3, 3)
    assert key not in claim.evidence.quote
    assert key not in claim.text


def test_code_and_comments_claim_nothing() -> None:
    assert claims("```\n응답 속도 40% 개선\n```\n<!-- 40% 개선 -->") == ()
    assert find_claims(None, (), {}) == ()


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "text", ["응답 속도 40% 개선", "정확도 97%", "커버리지 80%", "MAU 3만", "{0} 40% 개선"]
)
def test_the_question_names_the_claim_and_fits_its_backing(lang: str, text: str) -> None:
    (claim,) = claims("응답 속도 40% 개선")
    asked = {
        claim_question(Claim(text, claim.evidence, backing), lang)  # type: ignore[arg-type] # parametrized
        for backing in ("none", "baseline", "method", "artefact")
    }
    assert all(text in question for question in asked)
    assert len(asked) >= 3
