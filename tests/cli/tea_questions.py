"""Two questions of a topic of their own, so that no test hangs on the shipped bank."""

from pathlib import Path

TOPIC = "tea"
BREW, POUR = "tea.brew", "tea.pour"
GOOD = "Boiling water extracts the tannin. Steeping longer than five minutes makes it bitter."
GOOD_KO = "끓는 물이 타닌을 우려냅니다. 오 분 넘게 우리면 떫어집니다."
HALF = "Boiling water extracts the tannin."

_BREW = """
id = "tea.brew"
topic = "tea"
level = "junior"
[question]
en = "How does brewing time change black tea?"
ko = "홍차는 우리는 시간에 따라 어떻게 달라지나요?"
[hint]
en = "Think of the leaves in the water."
ko = "물속의 찻잎을 떠올려 보세요."
[reference]
en = "Boiling water extracts the tannin. Steeping longer than five minutes makes the tea bitter."
ko = "끓는 물이 타닌을 우려냅니다. 오 분 넘게 우리면 차가 떫어집니다."
[[key_points]]
id = "tannin"
must = true
statement.en = "Boiling water extracts the tannin."
statement.ko = "끓는 물이 타닌을 우려낸다."
probe.en = "What does the boiling water extract?"
probe.ko = "끓는 물은 무엇을 우려내나요?"
[[key_points]]
id = "bitter"
statement.en = "Steeping longer than five minutes makes it bitter."
statement.ko = "오 분 넘게 우리면 떫어진다."
probe.en = "What happens after five minutes of steeping?"
probe.ko = "오 분이 지나면 어떻게 되나요?"
"""
_POUR = """
id = "tea.pour"
topic = "tea"
level = "senior"
[question]
en = "Why is milk poured first?"
ko = "우유를 왜 먼저 붓나요?"
[reference]
en = "Thin porcelain cracked under hot tea, so cold milk protected the cup."
ko = "얇은 도자기가 뜨거운 차에 깨졌기 때문에 찬 우유가 찻잔을 보호했습니다."
[[key_points]]
id = "porcelain"
statement.en = "Cold milk protected thin porcelain from hot tea."
statement.ko = "찬 우유가 얇은 도자기를 뜨거운 차로부터 보호했다."
"""


def serve_tea(home: Path) -> None:
    """Put both questions into the user's bank below ``JOBCOACH_HOME``."""
    folder = home / "questions"
    folder.mkdir(parents=True)
    (folder / "brew.toml").write_text(_BREW, encoding="utf-8")
    (folder / "pour.toml").write_text(_POUR, encoding="utf-8")
