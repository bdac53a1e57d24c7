"""R07: the README names a port that nothing in the repository opens. A guess: programs may set it in code."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_readme import placed
from jobcoach.portfolio.rules.project import is_substantial
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_NAMED = re.compile(r"(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d{2,5})\b")
# The address of something else that is set up beside the program.
_SETTING = re.compile(r"\s*(?:export\s+|-\s+)?[A-Z][A-Z0-9_]+\s*[=:]")
_SET = re.compile(r"\b(?:server\.port|EXPOSE|ports?)\b\s*[:=]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{2,5}(?!\d)")
# What frameworks and servers listen on when nothing is said.
_USUAL = frozenset({
    "80", "443", "3000", "3001", "3100", "3306", "4173", "4200", "5000", "5173", "5432", "5601", "6006",
    "6379", "8000", "8080", "8081", "8501", "8761", "8888", "9000", "9090", "9092", "9200", "9411",
    "15672", "16686", "19000", "27017",
})  # fmt: skip


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """A port of this machine that is no usual one and is in no file that sets ports."""
    if facts.readme is None or not is_substantial(facts):
        return
    others = [text for path, text in facts.texts.items() if text.info.file_class != "doc"]
    setting = [text.text for text in others if _SET.search(text.text)]
    if not setting:
        return
    known = {number for text in setting for number in _NUMBER.findall(text)}
    seen: set[str] = set()
    for number, line in enumerate(facts.readme.lines, start=1):
        for named in _NAMED.finditer("" if _SETTING.match(line) else line[:1000]):
            port = named[1]
            if port not in _USUAL and port not in known and port not in seen:
                seen.add(port)
                yield placed(facts, Hit(number, number, {"port": port}))


RULE = RepositoryRule("R07", "readme", "low", "low", check)
