"""All that is known of a repository whose files are given by the test, and a way to its lines."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.cited_lines import read_cited
from jobcoach.portfolio.facts.claims import find_claims
from jobcoach.portfolio.facts.file_facts import file_facts, read_text
from jobcoach.portfolio.facts.readme import find_readme
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.findings import ReadCited, find_findings
from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.rules.registry import all_rules, file_rules
from jobcoach.words import Language

_READ_WHOLE = frozenset({"config", "doc"})


def known(files: Mapping[str, str], **changes: Any) -> tuple[RepositoryFacts, ReadCited]:
    """The facts of these files, ``changes`` made to them, and what reads the lines that are cited."""
    snapshot = MemorySnapshot(files)
    contents = {entry.path: data for entry, data in snapshot.read(snapshot.entries)}
    infos = tuple(classify(entry) for entry in snapshot.entries)
    facts = tuple(file_facts(info, contents[info.path], file_rules()) for info in infos)
    texts = {
        info.path: text
        for info in infos
        if info.file_class in _READ_WHOLE and (text := read_text(info, contents[info.path])) is not None
    }
    readme = find_readme(infos, texts)
    whole = RepositoryFacts(
        source=snapshot.source,
        files=facts,
        inventory=infos,
        skipped=(),
        languages=(),
        technologies=(),
        services=(),
        readme=readme,
        texts=texts,
        claims=find_claims(readme, infos, texts),
        history=None,
    )
    return replace(whole, **changes), partial(read_cited, snapshot, infos)


def found(facts: RepositoryFacts, read: ReadCited, lang: Language = "ko") -> tuple[Finding, ...]:
    """What all rules find."""
    return find_findings(facts, all_rules(), lang, read)
