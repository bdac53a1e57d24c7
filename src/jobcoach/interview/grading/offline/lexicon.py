"""The word tables of the offline grader, read from ``data/`` once.

Tables are sets and maps of plain strings; which module uses which is written
at the head of each file in ``data/``.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """The content of ``data/<name>.toml``."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, key: str) -> frozenset[str]:
    """The words of one key, whose text holds them with spaces between."""
    text: str = table(name)[key]
    return frozenset(text.split())


@cache
def word_weights() -> dict[str, float]:
    """Stem -> weight (0 to 1) by how rare it is; what is not in the table is rarest."""
    weights = {}
    for line in (_FOLDER / "word_weights.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            weight, _, stems = line.partition(" ")
            weights.update(dict.fromkeys(stems.split(), float(weight)))
    return weights


IRREGULAR_FORMS: dict[str, str] = {
    form: word for word, forms in table("english")["irregular"].items() for form in forms.split()
}
IRREGULAR_DENIALS: dict[str, str] = table("english")["denials"]
PARTICLES = words("korean", "particles")
ENDINGS = words("korean", "endings")
LIGHT_VERBS = words("korean", "light_verbs")
STOP_WORDS = words("english", "stop_words") | words("korean", "stop_words")
NEGATORS = words("english", "negators")
NUMERALS: dict[str, str] = table("english")["numerals"]
