"""Services and how they talk: compose, Kubernetes, parts with their own start, calls, topics, gateways."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.calls import Call, find_calls
from jobcoach.portfolio.facts.compose_services import is_compose, read_services
from jobcoach.portfolio.facts.deployed import Deployed
from jobcoach.portfolio.facts.kubernetes_objects import read_workloads
from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.parts import Part, find_parts
from jobcoach.portfolio.facts.quotes import Quotes
from jobcoach.portfolio.facts.repository import FileFacts, Service
from jobcoach.portfolio.facts.technologies import (
    is_remote_store,
    technologies_of,
    technologies_of_image,
    technology_kind,
)
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.source.snapshot import Snapshot

_MOST_EVIDENCE = 6
_INFRASTRUCTURE = frozenset({"database", "cache", "broker", "gateway", "monitoring", "ci", "cloud"})
_MANIFESTS = (
    "build.gradle", "build.gradle.kts", "pom.xml", "package.json", "requirements.txt", "pyproject.toml",
    "go.mod", "Pipfile", "Dockerfile",
)  # fmt: skip
_SETTINGS = re.compile(
    r"(?:^|/)(?:src/main/resources/)?(?:application|bootstrap)[^/]*\.(?:ya?ml|properties)\Z"
)
_SPRING_NAME = re.compile(
    r"^\s*(?:spring\.application\.name\s*[=:]|application:\s*\n\s+name:)\s*['\"]?([\w.-]{1,80})", re.MULTILINE
)
_ROUTE = re.compile(
    r"""^\s*-?\s*(?:spring\.cloud\.gateway\.[\w.\[\]-]*\.)?(?:uri|url)\s*[:=]\s*['"]?(?:lb|https?)://([\w-]{1,80})"""
)
_HOST_KEY = re.compile(r"(?:HOST|URL|URI|SERVERS?|ADDR|ADDRESS|ENDPOINT|BROKERS?|NODES)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Building:
    """A service while what is known of it is gathered."""

    name: str
    folder: str | None
    names: set[str] = field(default_factory=set)
    images: set[str] = field(default_factory=set)
    technologies: list[str] = field(default_factory=list)
    talks_to: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def finished(self) -> Service:
        talks = tuple(name for name in dict.fromkeys(self.talks_to) if name != self.name)
        return Service(
            self.name,
            self.folder or "",
            tuple(dict.fromkeys(self.technologies)),
            talks,
            tuple(dict.fromkeys(self.evidence))[:_MOST_EVIDENCE],
        )


def find_services(
    snapshot: Snapshot, files: Sequence[FileFacts], texts: Mapping[str, SourceText]
) -> tuple[Service, ...]:
    """By name. ``talks_to`` holds names of services, and of stores and brokers that are no service here."""
    quotes = Quotes()
    runs = list(_runs(texts, quotes))
    services = _merged(runs, find_parts(snapshot, files, texts), texts, quotes, _repository_name(snapshot))
    _link_compose(runs, services)
    _link_settings(services, texts, quotes)
    _link_calls(services, find_calls(snapshot, files), quotes)
    for service in services:
        _link_stores(service, services)
    return tuple(
        sorted(
            (service.finished() for service in services), key=lambda service: (service.name, service.folder)
        )
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """What runs, and the folder it is built from: None where an image is taken as it is."""

    service: Deployed
    folder: str | None
    evidence: Evidence


def _runs(texts: Mapping[str, SourceText], quotes: Quotes) -> Iterator[_Run]:
    for path, source in texts.items():
        if source.info.file_class != "config" or source.info.language != "YAML":
            continue
        for service in read_services(source) if is_compose(path) else read_workloads(source):
            folder = _joined(path.rpartition("/")[0], service.build) if service.build else None
            yield _Run(service, folder, quotes.at(source, service.line))


def _joined(base: str, relative: str) -> str:
    """A build context as a folder of the repository; what leads out of it ends at the root."""
    parts: list[str] = []
    for part in PurePosixPath(base, relative).parts:
        if part == "..":
            del parts[-1:]
        elif part not in (".", "/"):
            parts.append(part)
    return "/".join(parts)


def _repository_name(snapshot: Snapshot) -> str:
    name = snapshot.source.location.rstrip("/").rpartition("/")[2]
    return name.removesuffix(".git") or "app"


def _merged(
    runs: Iterable[_Run],
    parts: Iterable[Part],
    texts: Mapping[str, SourceText],
    quotes: Quotes,
    root: str,
) -> list[_Building]:
    services: dict[str, _Building] = {}
    by_folder: dict[str, _Building] = {}
    for item in runs:
        service = services.setdefault(item.service.name, _Building(item.service.name, item.folder))
        service.names.update(item.service.names)
        service.images.add(item.service.image.partition(":")[0].rpartition("/")[2])
        service.evidence.append(item.evidence)
        service.technologies += _of_image(item.service.image)
        if item.folder is not None:
            service.folder = item.folder
            by_folder.setdefault(item.folder, service)
    for part in parts:
        service = by_folder.get(part.folder) or _named(part, texts, root, services)
        by_folder[part.folder] = service
        service.folder = part.folder
        service.technologies.append(part.technology)
        service.names.add(service.name)
        service.evidence.append(quotes.at(part.source, part.line))
    for folder, service in by_folder.items():
        service.technologies += _of_folder(folder, texts)
    return list(services.values())


def _named(
    part: Part, texts: Mapping[str, SourceText], root: str, services: dict[str, _Building]
) -> _Building:
    """The service that runs the part: by its image's name, by its own; a new one if there is none."""
    folder = part.folder.rpartition("/")[2] or root
    name = _spring_name(part.folder, texts) or folder
    for service in services.values():
        if service.folder is None and ({name, folder} & service.images or service.name in (name, folder)):
            return service
    while name in services:
        name = part.folder if name != part.folder and part.folder else f"{name}'"
    return services.setdefault(name, _Building(name, part.folder))


def _of_image(image: str) -> tuple[str, ...]:
    read = read_image(image) if image else None
    return technologies_of_image(read[0]) if read else ()


def _of_folder(folder: str, texts: Mapping[str, SourceText]) -> Iterator[str]:
    for name in _MANIFESTS:
        source = texts.get(f"{folder}/{name}" if folder else name)
        if source is not None:
            yield from technologies_of(source)


def _spring_name(folder: str, texts: Mapping[str, SourceText]) -> str:
    for source in _settings_of(folder, texts):
        found = _SPRING_NAME.search(source.text)
        if found is not None:
            return found.group(1)
    return ""


def _settings_of(folder: str, texts: Mapping[str, SourceText]) -> Iterator[SourceText]:
    prefix = f"{folder}/" if folder else ""
    for path, source in texts.items():
        if path.startswith(f"{prefix}src/main/resources/") and _SETTINGS.search(path):
            yield source


def _link_compose(runs: Iterable[_Run], services: Sequence[_Building]) -> None:
    by_name = {service.name: service for service in services}
    for item in runs:
        service = by_name[item.service.name]
        service.talks_to += [name for name in item.service.depends_on if name in by_name]
        for value in item.service.environment:
            service.talks_to += [other.name for other in services if _names_host(value, other.names)]


def _names_host(setting: str, names: Iterable[str]) -> bool:
    """Whether "NAME=value" names a host: in a URL, with a port, or whole where NAME says that it is one."""
    key, _, value = setting.partition("=")
    for name in names:
        escaped = re.escape(name)
        if re.search(
            rf"(?:://|@|,|^){escaped}(?::\d{{2,5}}\b|/)|://(?:[^\s/]{{0,80}}@)?{escaped}(?:[:/,?]|$)",
            value[:500],
        ):
            return True
        if value == name and _HOST_KEY.search(key):
            return True
    return False


def _link_settings(services: Sequence[_Building], texts: Mapping[str, SourceText], quotes: Quotes) -> None:
    """Routes of a gateway and URLs in a service's own settings."""
    for service in services:
        if service.folder is None:
            continue
        for source in _settings_of(service.folder, texts):
            for number, line in enumerate(source.lines, start=1):
                found = _ROUTE.match(line[:500])
                other = _called(found.group(1), services) if found else None
                if other is not None:
                    service.talks_to.append(other.name)
                    service.evidence.append(quotes.at(source, number))


def _called(name: str, services: Iterable[_Building]) -> _Building | None:
    lower = name.lower()
    return next((other for other in services if lower in {known.lower() for known in other.names}), None)


def _link_calls(services: Sequence[_Building], calls: Sequence[Call], quotes: Quotes) -> None:
    listeners: dict[str, list[str]] = {}
    for call in calls:
        if call.kind == "listen" and (owner := _owner(call, services)):
            listeners.setdefault(call.name, []).append(owner.name)
    for call in calls:
        owner = _owner(call, services)
        if owner is None:
            continue
        if call.kind in ("service", "url"):
            other = _called(call.name, services)
            talked = [other.name] if other else [call.name] if call.kind == "service" else []
        else:
            talked = listeners.get(call.name, []) if call.kind == "send" else []
        owner.talks_to += talked
        if talked or call.kind in ("send", "listen"):
            owner.evidence.append(quotes.at(call.source, call.line))


def _owner(call: Call, services: Iterable[_Building]) -> _Building | None:
    """The service whose folder holds the file, the innermost if several do."""
    inside = [
        (len(service.folder), service)
        for service in services
        if service.folder is not None and _is_in(call, service.folder)
    ]
    return max(inside, key=lambda pair: pair[0])[1] if inside else None


def _is_in(call: Call, folder: str) -> bool:
    return not folder or call.source.path.startswith(f"{folder}/")


def _link_stores(service: _Building, services: Sequence[_Building]) -> None:
    """Stores and brokers that a service has clients of: by the service that runs them here, else by name."""
    if service.folder is None or _is_infrastructure(service):
        return
    for name in filter(is_remote_store, service.technologies):
        runs = [other.name for other in services if name in other.technologies and _is_infrastructure(other)]
        service.talks_to.append(runs[0] if runs else name)


def _is_infrastructure(service: _Building) -> bool:
    return all(technology_kind(name) in _INFRASTRUCTURE for name in service.technologies)
