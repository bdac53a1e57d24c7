import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.bank.skills import Skill, load_skills
from jobcoach.interview.planning.find_skills import MAX_CHARACTERS, read_posting
from jobcoach.interview.planning.posting import ModelSkill, Posting, PostingSkill

SKILLS = (
    Skill("go", ("Go", "Golang"), ()),
    Skill("c", ("C", "C언어"), ("os",)),
    Skill("cpp", ("C++",), ()),
    Skill("csharp", ("C#", ".NET"), ()),
    Skill("r", ("R",), ()),
    Skill("java", ("Java", "자바"), ("java",)),
    Skill("javascript", ("JavaScript", "자바스크립트"), ("javascript",)),
    Skill("spring", ("Spring", "스프링"), ("spring",)),
    Skill("spring-boot", ("Spring Boot", "스프링부트"), ("spring",)),
    Skill("react", ("React", "리액트"), ("react",)),
    Skill("react-query", ("React Query",), ("react",)),
    Skill("query", ("Query",), ()),
    Skill("nodejs", ("Node.js",), ("javascript",)),
    Skill("redis", ("Redis", "레디스"), ("caching",)),
    Skill("kafka", ("Kafka", "카프카"), ("messaging",)),
)
KOREAN = """\
[백엔드 개발자]
주요업무
- 결제 서버 개발 및 운영 (Java, Spring Boot)
자격요건
- 스프링부트를 이용한 웹 서비스 개발 경험 3년 이상
- 레디스와 RDBMS에 대한 이해
우대사항
- Kafka를 활용한 비동기 처리 경험
- C언어로 개발해 보신 분
근무 조건
- 재택 가능, 문의 react@company.co.kr https://example.com/redis
"""
ENGLISH = """\
About us
We react quickly and go the extra mile. Our C-level values R&D.
Requirements:
* 3+ years of Java (not JavaScript), Spring Boot
* Experience with Go, C or R
* Redis is a plus
* Fluent English is a plus
* React
Nice to have
* Kafka
"""


def found(text: str) -> dict[str, PostingSkill]:
    return {skill.id: skill for skill in read_posting(text, SKILLS).skills}


def kinds(text: str) -> dict[str, str]:
    return {name: skill.kind for name, skill in found(text).items()}


def test_a_korean_posting() -> None:
    assert kinds(KOREAN) == {
        "spring-boot": "required",
        "redis": "required",
        "java": "mentioned",
        "kafka": "preferred",
        "c": "preferred",
    }
    spring = found(KOREAN)["spring-boot"]
    assert (spring.count, spring.weight, spring.topics) == (2, 5.0, ("spring",))
    assert [(line.number, line.text) for line in spring.lines] == [
        (5, "- 스프링부트를 이용한 웹 서비스 개발 경험 3년 이상"),
        (3, "- 결제 서버 개발 및 운영 (Java, Spring Boot)"),
    ]


def test_an_english_posting() -> None:
    assert kinds(ENGLISH) == {
        "java": "required",
        "javascript": "required",
        "spring-boot": "required",
        "go": "required",
        "c": "required",
        "r": "required",
        "redis": "preferred",
        "kafka": "preferred",
        "react": "required",
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("자격요건", "required"),
        ("• 지원 자격", "required"),
        ("[필수 요건]", "required"),
        ("이런 분을 찾고 있어요!", "required"),
        ("Minimum qualifications", "required"),
        ("■ 우대사항", "preferred"),
        ("- 우대 사항 -", "preferred"),
        ("이런 분이면 더 좋아요", "preferred"),
        ("Preferred qualifications:", "preferred"),
        ("NICE TO HAVE", "preferred"),
        ("담당업무", "mentioned"),
        ("- 영어에 능통하신 분 우대", "mentioned"),
        ("- Kafka 경험자 우대", "mentioned"),
        ("Kafka 경험자 우대", "mentioned"),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    assert found(f"{heading}\n- 레디스 운영")["redis"].kind == kind


def test_the_heaviest_comes_first_and_what_is_required_weighs_most() -> None:
    weights = [skill.weight for skill in read_posting(KOREAN, SKILLS).skills]
    assert weights == sorted(weights, reverse=True)
    assert read_posting(KOREAN, SKILLS).skills[0].id == "spring-boot"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("JavaScript 개발", {"javascript"}),
        ("자바스크립트를 씁니다", {"javascript"}),
        ("자바를 씁니다", {"java"}),
        ("자바, 자바스크립트", {"java", "javascript"}),
        ("자바칩 프라푸치노", set()),
        ("스프링부트가", {"spring-boot"}),
        ("스프링클러 설치", set()),
        ("스프링기반 서버", {"spring"}),
        ("Redis를 Kafka로", {"redis", "kafka"}),
        ("대용량Redis클러스터", {"redis"}),
        ("C++, C#", {"cpp", "csharp"}),
        ("C/C++", {"c", "cpp"}),
        ("C, C++", {"c", "cpp"}),
        ("C 또는 R로", {"c", "r"}),
        ("vitamin C helps", set()),
        ("services in Go and tools", {"go"}),
        ("Go로 개발", {"go"}),
        ("go, python", set()),
        ("Let's Go there", set()),
        ("Django, Gopher, Cargo", set()),
        ("R&D / C-level", set()),
        ("Node.js", {"nodejs"}),
        ("Nodexjs", set()),
        ("Spring   Boot", {"spring-boot"}),
        ("SPRING BOOT", {"spring-boot"}),
        ("React Query를", {"react-query"}),
        ("we react fast", set()),
        ("react, redis", {"react", "redis"}),
        ("리액트(React)", {"react"}),
        ("Main.java", set()),
        ("mail spring@company.com", set()),
        ("ASP.NET", set()),
        (".NET 개발", {"csharp"}),
        ("스프링", {"spring"}),
        ("", set()),
    ],
)
def test_names_are_whole_words(text: str, ids: set[str]) -> None:
    assert set(found(text)) == ids


def test_decomposed_hangul_is_read() -> None:
    import unicodedata

    assert kinds(unicodedata.normalize("NFD", KOREAN)) == kinds(KOREAN)


def by_model(*skills: ModelSkill) -> Posting:
    return read_posting(KOREAN, SKILLS, lambda text: skills)


def test_what_the_model_read_is_added_where_its_quote_stands() -> None:
    posting = by_model(
        ModelSkill("RDBMS", "RDBMS에  대한 이해", True),
        ModelSkill("java", "결제 서버", True),
        ModelSkill("Kubernetes", "쿠버네티스", True),
        ModelSkill("Rust", "", True),
        ModelSkill(" ", "결제", False),
    )
    ids = {skill.id: skill for skill in posting.skills}
    assert set(ids) == {"spring-boot", "redis", "java", "kafka", "c", "rdbms"}
    assert ids["java"].kind == "required"
    assert (ids["rdbms"].name, ids["rdbms"].topics, ids["rdbms"].lines[0].number) == ("RDBMS", (), 6)


@pytest.mark.parametrize(
    "text",
    [
        "Go,C,R " * 60_000,
        "스프링부트를 " * 60_000,
        "a" * 1_000_000,
        "(" * 400_000,
        "\n" * 400_000,
        "a@" * 200_000,
    ],
    ids=["names", "korean", "a word", "marks", "empty lines", "at signs"],
)
def test_a_huge_posting_is_read_up_to_a_bound(text: str) -> None:
    posting = read_posting(text, SKILLS)
    assert posting.left_out_characters == len(text) - MAX_CHARACTERS
    assert all(len(skill.lines) <= 5 for skill in posting.skills)
    assert all(len(line.text) <= 200 for skill in posting.skills for line in skill.lines)


NAMES = [name for skill in SKILLS for name in skill.names]


@given(
    st.lists(st.sampled_from([*NAMES, "를", " ", "\n", ",", "우대", "자격요건", "é", "\ud800", "İ", "\x00"]))
)
def test_any_text_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    for skill in read_posting(text, SKILLS).skills:
        assert skill.count >= len(skill.lines) >= 1
        assert skill.weight > 0
        assert any(name.lower() in line.text.lower() for name in _names(skill.id) for line in skill.lines)


def _names(skill_id: str) -> tuple[str, ...]:
    return next(skill.names for skill in SKILLS if skill.id == skill_id)


def test_each_skill_of_the_bank_is_found_by_each_of_its_names() -> None:
    skills = load_skills()
    for skill in skills:
        for name in skill.names:
            assert skill.id in {each.id for each in read_posting(f"- {name}, 3+", skills).skills}, name
