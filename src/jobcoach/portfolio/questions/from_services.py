"""Questions about the parts that run by themselves, and about what is between them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from jobcoach.portfolio.facts.repository import RepositoryFacts, Service
from jobcoach.portfolio.questions.candidate import Candidate
from jobcoach.portfolio.questions.texts import reason, shortened, table, text, weight_and_topic
from jobcoach.words import Language

_SHARED_BY_AT_LEAST = 2


def service_candidates(facts: RepositoryFacts, lang: Language) -> Iterator[Candidate]:
    """One for each connection between two services, and for each one that several need."""
    by_name = {service.name: service for service in facts.services}
    kinds = {technology.name.casefold(): technology.kind for technology in facts.technologies}
    needed = Counter(
        target
        for service in facts.services
        for target in dict.fromkeys(service.talks_to)
        if target in by_name
    )
    for service in facts.services:
        for target in dict.fromkeys(service.talks_to):
            if target in by_name and target != service.name:
                key = f"link_{_kind(by_name[target], kinds)}"
                yield _candidate(key, service, {"from": service.name, "to": target}, lang)
    for name, count in sorted(needed.items(), key=lambda item: (-item[1], item[0])):
        if count >= _SHARED_BY_AT_LEAST:
            yield _candidate("shared_service", by_name[name], {"to": name, "count": str(count)}, lang)


def _kind(service: Service, kinds: Mapping[str, str]) -> str:
    """What a service is for whoever talks to it: "database", "cache", "broker", or "service"."""
    roles = table("topics")["link"]
    for technology in service.technologies:
        kind = kinds.get(technology.casefold(), "")
        if kind in roles:
            return kind
    return "service"


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
        evidence=service.evidence[:1],
    )
