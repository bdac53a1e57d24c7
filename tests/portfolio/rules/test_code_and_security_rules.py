import string
from itertools import islice
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_cases import CASES, Case, cases, info_of, places

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.rules.registry import all_rules, file_rules, find_rule, rule_texts
from jobcoach.portfolio.rules.rule import Rule
from jobcoach.portfolio.secrets.mask import mask_secrets

RULES = [rule for rule in all_rules() if rule.category in ("code", "security")]
FILE_RULES = [rule for rule in file_rules() if rule.category in ("code", "security")]
POSITIVES = [(rule, case) for rule in RULES for case in cases(rule.id, "positive")]
NEGATIVES = [(rule, case) for rule in RULES for case in cases(rule.id, "negative")]
# These look at comments, at what stands in any text, or at names.
_COMMENTS_MATTER = {"C08", "C12", "S01", "S03"}
_LINE_COMMENT = {".py": "# ", ".yml": "# ", ".yaml": "# ", ".properties": "#", ".env": "# "}


def _name(value: object) -> str | None:
    return value.id if isinstance(value, Rule) else value.name if isinstance(value, Case) else None


@pytest.mark.parametrize(("rule", "case"), POSITIVES, ids=_name)
def test_finds(rule: Rule, case: Case):
    found = places(rule, case.files)

    assert found
    if case.lines is not None:
        assert [place.hit.start for place in found] == case.lines
    if case.confidence is not None:
        assert {place.hit.confidence or rule.confidence for place in found} == {case.confidence}
    for place in found:
        lines = len(case.files[place.path].split("\n")) if place.path else 1
        assert 1 <= place.hit.start <= place.hit.end <= max(1, lines)


@pytest.mark.parametrize(("rule", "case"), NEGATIVES, ids=_name)
def test_leaves_alone(rule: Rule, case: Case):
    assert places(rule, case.files) == []


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_each_rule_has_cases(rule: Rule):
    assert len(cases(rule.id, "positive")) >= 1
    assert len(cases(rule.id, "negative")) >= 2


def test_no_case_is_of_no_rule():
    assert {path.stem for path in CASES.glob("[CS]*.toml")} == {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("rule", "case"),
    [(rule, case) for rule, case in POSITIVES if rule in FILE_RULES and rule.id not in _COMMENTS_MATTER],
    ids=_name,
)
def test_nothing_is_found_in_comments(rule: Rule, case: Case):
    files = {}
    for path, text in case.files.items():
        mark = _LINE_COMMENT.get(PurePosixPath(f"x{path}").suffix, "// ")
        files[path] = "\n".join(mark + line for line in text.split("\n"))

    assert places(rule, files) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(("rule", "case"), POSITIVES, ids=_name)
def test_texts_are_filled_by_the_details(rule: Rule, case: Case, lang):
    texts = rule_texts(rule.id, lang)
    filled = texts.title + texts.remediation + texts.question
    names = {name for _, name, _, _ in string.Formatter().parse(filled) if name}

    for place in places(rule, case.files):
        assert names <= set(place.hit.details)


@pytest.mark.parametrize(
    "rule", [find_rule(rule_id) for rule_id in ("S01", "S02", "S03", "S12", "S17")], ids=_name
)
def test_quotes_of_secrets_are_masked(rule: Rule):
    for case in cases(rule.id, "positive"):
        for place in places(rule, case.files):
            assert place.hit.quote
            assert "*" in place.hit.quote or "…" in place.hit.quote
            line = case.files[place.path].split("\n")[place.hit.start - 1].strip()
            assert place.hit.quote != line
            assert mask_secrets(place.hit.quote) == place.hit.quote


def test_a_quote_shows_none_of_the_secrets_of_its_line():
    first, other = "Zk3mQ8vT1xR7nL5p", "t7Qm2zR8vKx4LpW9"
    text = f'connect(password = "{first}", token = "{other}")\n'

    (place,) = places(find_rule("S01"), {"src/a.py": text})

    assert place.hit.details == {"kind": "password"}
    assert place.hit.quote
    assert first not in place.hit.quote
    assert other not in place.hit.quote


_PATHS = [
    "src/main/java/a/B.java", "app/models.py", "src/a.ts", "src/a.js", "main.go", "src/a.cpp", "src/A.kt",
    "a.vue", "src/main/resources/application.yml", "src/main/resources/application.properties", ".env",
    "server.key",
]  # fmt: skip
_WORDS = """
try { } catch (e) for ( ) if err != nil def f(x=[]): except: pass eval( `${ ' " \\ /* */ // # <!-- -->
SELECT * FROM a WHERE x = + : password: secret jwt: 가 @Entity @Data class A @Autowired System.out.println(
console.log( print( yaml.load( -----BEGIN PRIVATE KEY----- localStorage.setItem( jwt.sign( import * as any md5
"""
_PARTS = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\t", "\x00", "\u2028"]) | st.text(max_size=8)


@given(st.sampled_from(_PATHS), st.lists(_PARTS, max_size=60))
@settings(deadline=None, max_examples=150)
def test_any_text_is_looked_at_and_hits_are_within_it(path: str, words: list[str]):
    data = " ".join(words).encode("utf-8", "replace")
    source = read_text(info_of(path, data), data)
    if source is None:
        return
    for rule in FILE_RULES:
        if rule.applies(source.info):
            for hit in rule.check(source):
                assert 1 <= hit.start <= hit.end <= max(1, len(source.lines))


@pytest.mark.parametrize("path", ["src/a.py", "src/A.java", "src/a.ts", "a.go", "application.yml"])
@pytest.mark.parametrize(
    "part",
    [
        "for (;;) {", "for x in y:\n ", "(", "{", '"', "'", "`", "/*", "#", "\\", "catch (e) {",
        '"SELECT a FROM b WHERE c = ', "@Entity ", "jwt.sign(a, ", "import ", "eval(", "// TODO ",
        "// a();\n", "=/", "a\n\n", " ",
    ],
)  # fmt: skip
def test_a_hostile_file_is_looked_at(path: str, part: str):
    data = (part * (100_000 // len(part))).encode()
    source = read_text(info_of(path, data), data)

    assert source is not None
    for rule in FILE_RULES:
        if rule.applies(source.info):
            assert len(list(islice(rule.check(source), 100))) <= 100
