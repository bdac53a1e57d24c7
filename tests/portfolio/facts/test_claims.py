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
        ("가입자 수 1,200명 달성", "1,200명"),
        ("4000ms 걸리던 목록 조회를 1000ms로 단축", "1000ms"),
        ("쿼리를 30-50% 향상", "30-50%"),
        ("목록 조회 | 150ms | 10ms | 93% ↓", "93%"),
        ("Avg Latency | 18,942ms | 30,120ms", "18,942"),
        ("Avg TPS | 24.6 | 39.3", "24.6"),
        ("TPS는 약 320", "320"),
        ("handles 10k requests per second", "10k"),
        ("LCP: 14.63s → 3.75s", "14.63s → 3.75s"),
        ("5초에서 2초로", "5초에서 2초"),
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
        "Phase 1 대비 TPS 향상률 및 응답 시간 단축 측정",
        "완주까지 5분에서 10분 정도 걸립니다",
        "Students need 10 to 20 hours of programming",
        "Set WPM at 10 more than now, set accuracy to 98%",
        "응답 시간 (P95) | 95% 요청의 응답 시간 | <300ms",
        "TPS | 초당 처리 건수 | 1000+",
        "TBT | 0 | 0%",
        "기존 Redis 활용, <1ms 응답 속도",
        "외부 API 10% 실패율에도 주문이 처리됩니다",
        "TPS 대폭 향상, 20% 향상 기대",
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
        (
            "## 성과\n- 응답 속도 40% 개선\n\n![](https://github.com/user-attachments/assets/1)",
            {},
            "artefact",
        ),
        (
            "## 성과\n- 응답 속도 40% 개선" + "\n" * 9 + "![](https://github.com/user-attachments/assets/1)",
            {},
            "none",
        ),
        ("- 응답 속도 40% 개선", {"client/src/main/java/kr/performance/Performance.java": ""}, "none"),
        ("- 응답 속도 40% 개선", {"src/test/java/kr/performance/QueryTest.java": ""}, "artefact"),
        ("- 응답 속도 40% 개선 [상세](docs/트러블슈팅.md)", {"docs/트러블슈팅.md": "x"}, "artefact"),
        ("- 응답 속도 40% 개선 [규칙](docs/convention.md)", {"docs/convention.md": "x"}, "none"),
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


@pytest.mark.parametrize(
    "readme",
    [
        "## TODO\n- 커버리지 80%",
        "## 향후 계획\n- 응답 속도 40% 개선",
        "## 1. 기획 배경\n### 시장\n1인 가구가 30% 증가했습니다.",
        "- [ ] 커버리지 80% 달성",
        "| 지표 | 목표 |\n|---|---|\n| 응답 시간 | 300ms |",
        "| 항목 | 성능 목표 |\n|---|---|\n| a | b |\n| p95 | 300ms |",
    ],
)
def test_plans_and_markets_claim_nothing(readme: str) -> None:
    assert claims(readme) == ()


@pytest.mark.parametrize(
    "readme",
    [
        "## Development Roadmap\n### Phase 4\n- 부하 테스트 완료: 응답 시간 34.5% 개선",
        "## 성능 개선 결과\n- [x] 커버리지 80% 달성",
        "| 지표 | 목표 | 결과 |\n|---|---|---|\n| 응답 시간 | 500ms | 300ms |",
        "| 지표 | 목표 |\n|---|---|\n| a | b |\n\n| 지표 | 값 |\n|---|---|\n| 응답 시간 | 300ms |",
    ],
)
def test_what_was_reached_is_claimed_beside_what_was_wanted(readme: str) -> None:
    assert len(claims(readme)) == 1


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("| 이미지 로딩 | 4초 | 1초 | 75% 감소 |", "이미지 로딩: 75% 감소"),
        ("| 상품 조회 | 372 req/s |", "상품 조회: 372 req/s"),
        ("| 이미지 압축 | LCP: 14.63s → 3.75s |", "LCP: 14.63s → 3.75s"),
        ("| 조회 속도 40% 개선 | 인덱스 |", "조회 속도 40% 개선"),
    ],
)
def test_a_cell_says_what_it_measures(line: str, clause: str) -> None:
    assert [figure.clause for figure in find_figures(line)] == [clause]


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
