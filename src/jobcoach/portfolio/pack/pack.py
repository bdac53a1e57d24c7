"""Choosing what a model is shown: shares for each kind of file, within them what tells most."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from jobcoach.llm.untrusted import neutralised
from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.pack.cut import GAP, cut, numbered
from jobcoach.portfolio.pack.injection import injected_lines
from jobcoach.portfolio.pack.packed import Packed, PackedFile, Span, tokens_of
from jobcoach.portfolio.pack.rank import ranks
from jobcoach.portfolio.pack.shares import SHARES, ShareName, share_of
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.portfolio.source.snapshot import Snapshot
from jobcoach.text import nfc, one_line

BUDGET_TOKENS = 24_000
"""Of one request: leaves room for prompt and reply in a context of 32,000."""
REQUESTS_MAX = 5
LEFT_OUT = "(left out: this line speaks to its reader)"

_FILE_BYTES_MAX = 512 << 10
_SMALLEST_TOKENS = 40.0
_LARGEST_OF_A_SHARE = 0.5
_FILES_OF_A_SHARE = 60
_PATH_CHARACTERS_MAX = 300
_WORTH_A_REQUEST = 0.15
_TOKENS_A_BYTE = 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from: files with facts, in the order of their rank, by share."""

    by_share: Mapping[ShareName, Sequence[FileFacts]]
    cited: Mapping[str, Sequence[int]]
    rank: Mapping[str, float]


def pack(
    snapshot: Snapshot,
    files: Sequence[FileFacts],
    findings: Sequence[Finding],
    churn: Mapping[str, int],
    budget_tokens: float = BUDGET_TOKENS,
    requests_max: int = REQUESTS_MAX,
) -> tuple[Packed, ...]:
    """What is sent, one element a request, each within the budget; nothing if there is nothing to show.

    The first gives an overview of the whole. Of a repository that does not fit, folders follow, those
    that tell most first. The same repository gives the same. ``churn``: path -> commits that changed it.
    """
    choice = _choice(files, findings, churn)
    overview = _overview(snapshot, choice, budget_tokens)
    if not overview.files:
        return ()
    sent = {file.path for file in overview.files}
    return (overview, *islice(_by_folder(snapshot, choice, sent, budget_tokens), requests_max - 1))


def _by_folder(
    snapshot: Snapshot, choice: Choice, sent: Collection[str], budget_tokens: float
) -> Iterator[Packed]:
    """Folders together as long as they fit; a last request that would say little is none."""
    filled: list[PackedFile] = []
    folders: list[str] = []
    left = budget_tokens
    for folder, members in _folders(choice, sent):
        expected = sum(file.info.entry.size_bytes for file in members) * _TOKENS_A_BYTE
        if filled and expected > left:
            yield Packed(tuple(filled), tuple(folders))
            filled, folders, left = [], [], budget_tokens
        added = list(_filled(snapshot, members, "source", choice.cited, left, left))
        filled += added
        folders += [folder] if added else []
        left -= sum(file.tokens for file in added)
    if budget_tokens - left >= budget_tokens * _WORTH_A_REQUEST:
        yield Packed(tuple(filled), tuple(folders))


def _choice(files: Sequence[FileFacts], findings: Sequence[Finding], churn: Mapping[str, int]) -> Choice:
    cited: dict[str, list[int]] = {}
    for finding in findings:
        for evidence in finding.evidence:
            cited.setdefault(evidence.path, []).append(evidence.start)
    rank = ranks(files, findings, churn)
    by_share: dict[ShareName, list[FileFacts]] = {name: [] for name in SHARES}
    for file in sorted(files, key=lambda each: (-rank[each.info.path], each.info.path)):
        share = share_of(file.info, cited.keys())
        if share is not None and 0 < file.info.entry.size_bytes <= _FILE_BYTES_MAX:
            by_share[share].append(file)
    # The README that a visitor sees first is the one nearest to the root.
    by_share["readme"].sort(key=lambda each: (each.info.path.count("/"), each.info.path))
    return Choice(by_share, cited, rank)


def _overview(snapshot: Snapshot, choice: Choice, budget_tokens: float) -> Packed:
    filled: list[PackedFile] = []
    left_over = 0.0
    for name, share in SHARES.items():
        allowed = budget_tokens * share + left_over
        largest = allowed if name == "readme" else max(allowed * _LARGEST_OF_A_SHARE, _SMALLEST_TOKENS)
        filled += _filled(snapshot, choice.by_share[name], name, choice.cited, allowed, largest)
        left_over = allowed - sum(file.tokens for file in filled if file.share == name)
    return Packed(tuple(filled))


def _folders(choice: Choice, sent: Collection[str]) -> Iterator[tuple[str, list[FileFacts]]]:
    """What no request holds yet, by folder, that with the highest rank in all first."""
    members: dict[str, list[FileFacts]] = {}
    for name in ("findings", "entry", "source"):
        for file in choice.by_share[name]:
            if file.info.path not in sent:
                members.setdefault(file.info.path.rpartition("/")[0], []).append(file)
    total = {folder: sum(choice.rank[each.info.path] for each in found) for folder, found in members.items()}
    yield from sorted(members.items(), key=lambda item: (-total[item[0]], item[0]))


def _filled(
    snapshot: Snapshot,
    files: Sequence[FileFacts],
    share: ShareName,
    cited: Mapping[str, Sequence[int]],
    tokens: float,
    largest: float,
) -> Iterator[PackedFile]:
    """Files in this order until the tokens are used up; none takes more than ``largest``."""
    wanted = {file.info.entry.raw_path: file for file in files[:_FILES_OF_A_SHARE]}
    for entry, data in snapshot.read([file.info.entry for file in wanted.values()]):
        if tokens < _SMALLEST_TOKENS:
            return
        file = wanted[entry.raw_path]
        lines = _safe_lines(file.info, data)
        packed = _packed(file, share, lines, cited.get(file.info.path, ()), min(tokens, largest))
        if packed is not None:
            tokens -= packed.tokens
            yield packed


def _safe_lines(info: FileInfo, data: bytes) -> list[str]:
    """The file's lines without secrets, without what a chat template or a reader would obey."""
    source = read_text(info, data)
    if source is None:
        return []
    injected = set(injected_lines(source.lines))
    # A secret is known by what stands around it, so all of the text is masked, not the lines.
    masked = mask_secrets(source.text).split("\n")
    return [LEFT_OUT if number in injected else neutralised(line) for number, line in enumerate(masked, 1)]


def _packed(
    file: FileFacts, share: ShareName, lines: Sequence[str], cited: Iterable[int], tokens: float
) -> PackedFile | None:
    head = f"=== {neutralised(one_line(nfc(file.info.path)))[:_PATH_CHARACTERS_MAX]} ({len(lines)} lines)\n"
    # Two more lines than cutting pays for: a mark at the end, and an empty line.
    allowed = tokens - tokens_of(head) - tokens_of(GAP) - tokens_of("\n")
    spans = cut(lines, file.functions, cited, allowed) if allowed > 0 else ()
    if not spans:
        return None
    text = head + _body(lines, spans) + "\n"
    return PackedFile(file.info.path, share, spans, len(lines), text, tokens_of(text))


def _body(lines: Sequence[str], spans: Sequence[Span]) -> str:
    parts: list[str] = []
    shown = 0
    for start, end in spans:
        if start > shown + 1:
            parts.append(GAP)
        parts += [numbered(number, lines[number - 1]) for number in range(start, end + 1)]
        shown = end
    if shown < len(lines):
        parts.append(GAP)
    return "".join(parts)


def left_out_lines(file: PackedFile) -> tuple[int, ...]:
    """The lines (from 1) of which it is only said that they were left out."""
    mark = f"| {LEFT_OUT}"
    numbers = (line.removesuffix(mark) for line in file.text.split("\n") if line.endswith(mark))
    return tuple(int(number) for number in numbers if number.isdecimal())
