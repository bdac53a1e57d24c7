"""Questions without a model: each about this very repository, with lines that exist."""

import re
from collections import Counter

import pytest
from known_repository import found, known

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.repository import AuthorShare, HistoryFacts, Service, Technology
from jobcoach.portfolio.questions.offline import QUESTIONS_MAX, offline_questions
from jobcoach.portfolio.review import Finding, ReviewQuestion
from jobcoach.portfolio.source.snapshot import Branch

ORDER_SERVICE = """package shop.order;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.cache.annotation.Cacheable;
import shop.member.Member;

public class OrderService {
    @Transactional
    public long place(long memberId, int amount) {
        if (amount < 1 || amount > 100) {
            throw new IllegalArgumentException("amount");
        }
        for (int i = 0; i < amount; i++) {
            if (i % 2 == 0 && memberId > 0) {
                stock.take(i);
            }
        }
        return 1;
    }

    @Cacheable("best")
    public String best(long id) {
        return id > 3 ? "a" : "b";
    }
}
"""
MEMBER = """package shop.member;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;

@Entity
public class Member {
    @OneToMany(mappedBy = "member")
    private List<Order> orders;
}
"""
LISTENER = """package shop.mail;

import org.springframework.kafka.annotation.KafkaListener;

public class MailConsumer {
    // @KafkaListener(topics = "old")
    @KafkaListener(topics = "orders")
    public void send(String message) {
        mailer.send(message);
    }
}
"""
README = """# 주문 서비스

선착순 주문을 처리합니다. 응답 시간을 300ms에서 80ms로 줄였습니다.
"""
COMPOSE = """services:
  api:
    image: shop/api
    depends_on:
      - redis
  redis:
    image: redis:7
"""
FILES = {
    "README.md": README,
    "docker-compose.yml": COMPOSE,
    "src/main/java/shop/order/OrderService.java": ORDER_SERVICE,
    "src/main/java/shop/member/Member.java": MEMBER,
    "src/main/java/shop/mail/MailConsumer.java": LISTENER,
    "src/main/java/shop/a/Alpha.java": "package shop.a;\nimport shop.member.Member;\nclass Alpha {\n}\n",
    "src/main/java/shop/b/Beta.java": "package shop.b;\nimport shop.member.Member;\nclass Beta {\n}\n",
}
_REDIS_LINE = Evidence(path="docker-compose.yml", start=6, end=6, quote="redis:")
SERVICES = (
    Service("api", ".", ("Spring Boot",), ("redis",), (_REDIS_LINE,)),
    Service("redis", ".", ("Redis",), (), (_REDIS_LINE,)),
)
TECHNOLOGIES = (Technology("Redis", "cache", "7", (_REDIS_LINE,)),)
ME = AuthorShare("Kim", "kim@example.org", 60, 0.6)
HISTORY = HistoryFacts(
    commits=100,
    complete=True,
    first=None,
    last=None,
    active_days=20,
    authors=(ME, AuthorShare("Lee", "lee@example.org", 40, 0.4)),
    candidate=ME,
    largest_commit_share=0.7,
    empty_message_share=0.0,
    subjects=("Fix #14772 (#14811)", "fix: 재고 동시성 문제 해결", "docs: README 오타", "merge main"),
    branches=(Branch("feature/coupon", 12),),
)


def asked(lang: str = "ko", **changes: object) -> tuple[ReviewQuestion, ...]:
    facts, read = known(FILES, **changes)
    language = "ko" if lang == "ko" else "en"
    return offline_questions(facts, found(facts, read, language), language, read)


def texts(questions: tuple[ReviewQuestion, ...]) -> str:
    return "\n".join(question.text for question in questions)


@pytest.fixture(params=["ko", "en"], scope="module")
def questions(request: pytest.FixtureRequest) -> tuple[ReviewQuestion, ...]:
    return asked(request.param, services=SERVICES, technologies=TECHNOLOGIES, history=HISTORY)


def test_a_repository_of_substance_gives_at_least_ten(questions):
    assert 10 <= len(questions) <= QUESTIONS_MAX


def test_each_names_something_of_this_repository(questions):
    ours = re.compile(
        r"OrderService|Member|MailConsumer|README\.md|docker-compose|redis|300ms|feature/coupon|동시성|100|70%"
    )
    for question in questions:
        assert ours.search(question.text), question.text


def test_each_is_bound_to_lines_that_say_what_is_quoted(questions):
    for question in questions:
        assert question.why
        for evidence in question.evidence:
            lines = FILES[evidence.path].split("\n")[evidence.start - 1 : evidence.end]
            assert evidence.quote
            assert any(evidence.quote in line for line in lines)


def test_they_are_spread_over_topics(questions):
    counts = Counter(question.topic for question in questions)
    assert len(counts) >= 5
    assert max(counts.values()) <= len(questions) // 2


def test_no_text_twice_and_nothing_left_unfilled(questions):
    all_texts = [question.text for question in questions]
    assert len(set(all_texts)) == len(all_texts)
    assert not any("{" in text or "…" in text for text in all_texts)


def test_the_same_gives_the_same():
    assert asked(services=SERVICES, history=HISTORY) == asked(services=SERVICES, history=HISTORY)


def test_a_mark_in_a_comment_is_passed_over():
    [question] = [each for each in asked() if "KafkaListener" in each.text]
    assert question.evidence[0].start == 7
    assert "`send`" in question.text


def test_the_function_below_an_annotation_is_named():
    assert "`best`" in texts(asked())


def test_a_claim_is_asked_about():
    [question] = [each for each in asked() if "300ms" in each.text]
    assert question.evidence[0].path == "README.md"


def test_a_link_between_services_is_asked_about_by_what_is_at_its_end():
    [question] = [each for each in asked(services=SERVICES, technologies=TECHNOLOGIES) if "→" in each.text]
    assert "`api` → `redis`" in question.text
    assert question.topic == "caching"


@pytest.mark.parametrize(
    ("target", "topic"),
    [
        (Service("redis", "", ("Redis",), (), ()), "caching"),
        (Service("redis", "stock", ("Go", "Redis"), (), ()), "architecture"),
        (None, "caching"),
    ],
)
def test_what_only_uses_a_store_is_a_service(target, topic):
    name = "Redis" if target is None else "redis"
    services = (Service("api", "api", (), (name,), (_REDIS_LINE,)), *([target] if target else []))
    technologies = (*TECHNOLOGIES, Technology("Go", "language", "", (_REDIS_LINE,)))
    [question] = [each for each in asked(services=services, technologies=technologies) if "→" in each.text]
    assert question.topic == topic


def test_a_service_that_is_taken_as_it_is_is_not_asked_about():
    services = (Service("admin", "", ("pgAdmin",), ("db",), ()), Service("db", "", ("PostgreSQL",), (), ()))
    assert "admin" not in texts(asked(services=services))


def test_a_commit_that_solved_something_is_asked_about_and_routine_is_not():
    found_texts = texts(asked(history=HISTORY))
    assert "재고 동시성 문제 해결" in found_texts
    assert "오타" not in found_texts
    assert "#14772" not in found_texts


def test_nothing_is_asked_about_an_empty_repository():
    facts, read = known({})
    assert offline_questions(facts, (), "ko", read) == ()


def test_a_finding_about_something_absent_is_asked_only_if_it_names_something():
    facts, read = known({})
    bare = {
        "rule": "T01",
        "category": "tests",
        "severity": "high",
        "confidence": "high",
        "title": "t",
        "advice": "a",
        "evidence": (),
    }
    general = Finding(**bare, question="왜 테스트가 없나요?")
    named = Finding(**bare, question="소스 파일 37개에 테스트가 없습니다. 무엇부터 쓰시겠어요?")
    questions = offline_questions(facts, (general, named), "ko", read)
    assert [question.text for question in questions] == [named.question]


def test_hostile_names_stay_names():
    name = "src/main/java/a/Evil`{name}\x1b[31m Service.java"
    facts, read = known({name: ORDER_SERVICE})
    for question in offline_questions(facts, (), "ko", read):
        assert "\x1b" not in question.text + question.why
        assert question.text.count("`") % 2 == 0


def test_secrets_of_the_repository_are_in_no_question():
    key = "AKIA" + "Q7XW2LMZP4RTYB3K"
    secret = ORDER_SERVICE.replace('"best"', f'"{key}"')
    history = HistoryFacts(
        **{
            **{field: getattr(HISTORY, field) for field in HISTORY.__dataclass_fields__},
            "subjects": (f"fix: 키 {key} 오류 해결하기",),
        }
    )
    facts, read = known({"src/main/java/shop/order/OrderService.java": secret}, history=history)
    questions = offline_questions(facts, found(facts, read), "ko", read)
    assert questions
    assert key not in "".join(question.model_dump_json() for question in questions)


def test_a_frameworks_module_is_not_taken_for_a_file_of_that_name():
    files = {"user/views.py": "def show():\n    return 1\n"} | {
        f"shop/part{n}.py": "from rest_framework import views\nimport rest_framework.views\n"
        for n in range(5)
    }
    facts, read = known(files)
    assert not [each for each in offline_questions(facts, (), "ko", read) if "의존합니다" in each.text]


def test_a_file_that_many_import_is_asked_about():
    files = {"shop/pricing.py": "def price():\n    return 1\n"} | {
        f"shop/part{n}.py": "import shop.pricing\n" for n in range(5)
    }
    facts, read = known(files)
    [question] = [each for each in offline_questions(facts, (), "ko", read) if "의존합니다" in each.text]
    assert question.text.startswith("파일 5개가 `pricing`(pricing.py)")
