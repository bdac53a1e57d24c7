"""All that is known of a repository, put together from its files, texts and history."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from jobcoach.portfolio.facts.architecture import find_services
from jobcoach.portfolio.facts.claims import find_claims
from jobcoach.portfolio.facts.history import history_facts
from jobcoach.portfolio.facts.languages import find_languages
from jobcoach.portfolio.facts.readme import find_readme
from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.facts.technologies import find_technologies
from jobcoach.portfolio.facts.texts import read_texts
from jobcoach.portfolio.inventory.decode import decode
from jobcoach.portfolio.inventory.file_info import FileInfo, Skip
from jobcoach.portfolio.inventory.inventory import READ_CLASSES, Inventory
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.portfolio.source.snapshot import History, Snapshot

_MOST_MAILMAP_BYTES = 1 << 20

UNREADABLE = "unreadable"
"""Why a file was skipped that should have been read."""


def gather_facts(
    snapshot: Snapshot,
    inventory: Inventory,
    files: Sequence[FileFacts],
    *,
    author: str | None = None,
    now: datetime,
) -> RepositoryFacts:
    """The facts from the inventory and what :func:`analyse` gave of its files.

    Classes in them are those by content: a file that turned out to be binary, generated or a pointer is so
    in ``inventory``, is counted in ``skipped`` and is not among ``files``.
    """
    refined = {facts.info.entry.raw_path: facts.info for facts in files}
    infos = tuple(refined.get(info.entry.raw_path, info) for info in inventory.files)
    read = tuple(facts for facts in files if facts.encoding)
    texts = read_texts(snapshot, [facts.info for facts in read])
    readme = find_readme(infos, texts)
    history = _without_secrets(snapshot.history())
    return RepositoryFacts(
        source=replace(snapshot.source, ref=mask_secrets(ref) if (ref := snapshot.source.ref) else None),
        files=read,
        inventory=infos,
        skipped=_skipped(inventory, files),
        languages=find_languages(read),
        technologies=find_technologies(snapshot, read, infos, texts),
        services=find_services(snapshot, read, texts),
        readme=readme,
        texts=texts,
        claims=find_claims(readme, infos, texts),
        history=history_facts(history, author, now, _mailmap(snapshot, infos)) if history else None,
    )


def _without_secrets(history: History | None) -> History | None:
    if history is None:
        return None
    branches = tuple(replace(branch, name=mask_secrets(branch.name)) for branch in history.branches)
    return replace(history, branches=branches)


def _skipped(inventory: Inventory, files: Sequence[FileFacts]) -> tuple[Skip, ...]:
    """The inventory's skips, those by content, and what could not be read (``UNREADABLE``)."""
    reasons = Counter({skip.reason: skip.count for skip in inventory.skipped})
    reasons.update(facts.info.file_class for facts in files if facts.info.file_class not in READ_CLASSES)
    reasons[UNREADABLE] = len(inventory.to_read) - len(files)
    return tuple(Skip(reason, count) for reason, count in sorted(reasons.items()) if count)


def _mailmap(snapshot: Snapshot, infos: Sequence[FileInfo]) -> list[str]:
    found = [
        info.entry
        for info in infos
        if info.path == ".mailmap" and info.entry.size_bytes <= _MOST_MAILMAP_BYTES
    ]
    for _, data in snapshot.read(found):
        decoded = decode(data)
        return decoded[0].split("\n") if decoded else []
    return []
