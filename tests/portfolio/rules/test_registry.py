from dataclasses import fields
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.portfolio.rules import registry
from jobcoach.portfolio.rules.registry import (
    all_rules,
    file_rules,
    find_rule,
    repository_rules,
    rule_texts,
    rules_version,
)


def test_ids_are_unique_sorted_and_of_their_category():
    ids = [rule.id for rule in all_rules()]

    assert ids == sorted(set(ids))
    assert len(ids) >= 30
    assert len(file_rules()) + len(repository_rules()) == len(ids)


def test_each_rule_is_found_in_either_case():
    for rule in all_rules():
        assert find_rule(rule.id.lower()) is rule


def test_an_unknown_rule_is_told():
    with pytest.raises(InputError, match="X99"):
        find_rule("X99")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_all_texts_exist_in_both_languages(lang):
    for rule in all_rules():
        texts = rule_texts(rule.id, lang)
        for field in fields(texts):
            text = getattr(texts, field.name)
            assert text, (rule.id, field.name)
            if lang == "ko":
                assert any("가" <= char <= "힣" for char in text), (rule.id, field.name)


def test_two_rules_of_one_id_are_refused(monkeypatch: pytest.MonkeyPatch):
    rule = all_rules()[0]
    monkeypatch.setattr(registry, "_found", lambda: ((rule, Path("a")), (rule, Path("b"))))

    with pytest.raises(ValueError, match=rule.id):
        all_rules.__wrapped__()


def test_the_version_goes_with_what_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "rule.py").write_text("RULE = 1")
    (tmp_path / "rule.toml").write_text("title = 'a'")
    (tmp_path / "table.toml").write_text("a = 1")
    monkeypatch.setattr(registry, "_DETECTION", (tmp_path,))
    monkeypatch.setattr(registry, "_PORTFOLIO", tmp_path)
    version = rules_version.__wrapped__

    first = version()
    (tmp_path / "rule.toml").write_text("title = 'b'")
    texts_changed = version()
    (tmp_path / "table.toml").write_text("a = 2")
    table_changed = version()
    (tmp_path / "rule.py").write_text("RULE = 2")

    assert first == texts_changed
    assert len({first, table_changed, version()}) == 3
