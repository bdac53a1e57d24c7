import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project_cases import CASES, ProjectCase, places, project_cases

from jobcoach.portfolio.rules.registry import all_rules, find_rule, rule_texts
from jobcoach.portfolio.rules.rule import RepositoryRule, Rule

CATEGORIES = ("readme", "tests", "history", "delivery")
RULES = [rule for rule in all_rules() if rule.category in CATEGORIES]
TABLE = {rule_id: kinds for category in CATEGORIES for rule_id, kinds in project_cases(category).items()}


def _each(kind: str) -> list[object]:
    return [
        pytest.param(find_rule(rule_id), case, id=f"{rule_id}-{number}")
        for rule_id, kinds in TABLE.items()
        for number, case in enumerate(kinds[kind])
    ]


@pytest.mark.parametrize(("rule", "case"), _each("positive"))
def test_finds(rule: Rule, case: ProjectCase) -> None:
    found = places(rule, case)
    assert [f"{place.path}:{place.hit.start}" if place.path else "-" for place in found] == case.row["hits"]
    confidence = case.row.get("confidence", rule.confidence)
    assert {place.hit.confidence or rule.confidence for place in found} == {confidence}
    for place in found:
        lines = case.files.get(place.path or "", "").count("\n") + 1
        assert 1 <= place.hit.start <= place.hit.end <= lines


@pytest.mark.parametrize(("rule", "case"), _each("negative"))
def test_leaves_alone(rule: Rule, case: ProjectCase) -> None:
    assert places(rule, case) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_cases(rule: Rule) -> None:
    assert len(TABLE[rule.id]["positive"]) >= 1
    assert len(TABLE[rule.id]["negative"]) >= 2


def test_no_case_is_of_no_rule() -> None:
    assert set(TABLE) == {rule.id for rule in RULES}
    assert {path.stem for path in CASES.glob("*.toml")} == set(CATEGORIES)
    assert len(RULES) >= 24


@pytest.mark.parametrize(("rule", "case"), _each("positive"))
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_placeholder_of_the_texts_is_filled(rule: Rule, case: ProjectCase, lang: str) -> None:
    texts = rule_texts(rule.id, lang)  # type: ignore[arg-type] # parametrized
    for place in places(rule, case):
        for text in (texts.title, texts.remediation, texts.question):
            wanted = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            assert wanted <= set(place.hit.details)


WORDS = st.sampled_from([
    "# 기술 스택\n", "```\n", "npm run dev\n", "FROM node\n", "COPY . .\n", "\\\n", "${A_B}\n", "- ",
    "depends_on:\n", "\n", "[a](b.md)", "<img src='x'>", "def test_a():\n", "    x = 1\n", "{", '"',
    "@Test\nvoid a() {\n", "}\n", "it('a', () => {\n",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map("".join), st.text(max_size=20))
def test_any_text_in_any_file_is_looked_at(text: str, tail: str) -> None:
    content = (text + tail).encode("utf-8", "replace").decode()
    names = ("README.md", "Dockerfile", "compose.yml", "package.json", ".travis.yml", "tests/test_a.py")
    more = ("src/test/java/ATest.java", "src/a.test.ts", "requirements.txt", "application.yml")
    case = ProjectCase({"program": "react", "files": dict.fromkeys((*names, *more), content)})
    files = [rule for rule in RULES if not isinstance(rule, RepositoryRule)]
    facts = case.facts(*files)
    for rule in RULES:
        if isinstance(rule, RepositoryRule):
            list(rule.check(facts))
