"""Questions about the parts that run by themselves, and about what is between them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from jobcoach.portfolio.facts.repository import RepositoryFacts, Service
from jobcoach.portfolio.questions.candidate import Candidate
from jobcoach.portfolio.questions.texts import reason, shortened, table, text, weight_and_topic
from jobcoach.words import Language

_SHARED_BY_AT_LEAST = 2


_BOUGHT_KINDS = frozenset({"database", "cache", "broker", "gateway", "monitoring"})


_SEARCH = re.compile(r"(?i)elastic|opensearch|solr|meili|typesense")


def service_candidates(facts: RepositoryFacts, lang: Language) -> Iterator[Candidate]:
    """One for each connection of a service with own code, and for the one that most need."""
    by_name = {service.name: service for service in facts.services}
    kinds = {technology.name: technology.kind for technology in facts.technologies}
    own = [service for service in facts.services if _is_own(service, kinds)]
    needed = Counter(target for service in own for target in dict.fromkeys(service.talks_to))
    for service in own:
        for target in dict.fromkeys(service.talks_to):
            if target != service.name:
                key = f"link_{_kind(target, by_name, kinds)}"
                yield _candidate(key, service, {"from": service.name, "to": target}, lang)
    shared = [(count, name) for name, count in needed.items() if name in by_name and not _is_tool(name)]
    for count, name in sorted(shared, key=lambda each: (-each[0], each[1]))[:1]:
        if count >= _SHARED_BY_AT_LEAST:
            yield _candidate("shared_service", by_name[name], {"to": name, "count": str(count)}, lang)


def _is_own(service: Service, kinds: Mapping[str, str]) -> bool:
    """Whether it may be built here: what is taken as an image is nobody's to explain."""
    if service.folder:
        return True
    bought = {kinds.get(name, "") for name in service.technologies} <= _BOUGHT_KINDS
    return not _is_tool(service.name) and not (service.technologies and bought)


def _is_tool(name: str) -> bool:
    return re.search(table("topics")["tools"]["names"], name, re.IGNORECASE) is not None


def _kind(target: str, by_name: Mapping[str, Service], kinds: Mapping[str, str]) -> str:
    """What a target is for whoever talks to it: "database", "cache", "broker", "search", or "service".

    A service that holds other things besides is one that only uses a store.
    """
    service = by_name.get(target)
    names = service.technologies if service is not None else (target,)
    found = {kinds.get(name, "") for name in names}
    if len(names) == 1 and _SEARCH.search(names[0]):
        return "search"
    return found.pop() if len(found) == 1 and found <= table("topics")["link"].keys() else "service"


def _candidate(key: str, service: Service, values: Mapping[str, str], lang: Language) -> Candidate:
    weight, topic = weight_and_topic(key)
    link = " → ".join(shortened(values[end]) for end in ("from", "to") if end in values)
    return Candidate(
        kind="service",
        text=text(key, lang, values),
        why=reason("why_service", lang, {"link": link}),
        topic=topic,
        weight=weight,
        subject=f"service {values['to']}",
        form=key,
        evidence=service.evidence[:1],
    )
