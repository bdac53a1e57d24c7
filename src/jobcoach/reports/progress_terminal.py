"""The progress in a terminal: bars and little lines that fit a narrow window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobcoach.coach.progress import UNKNOWN_DIFFICULTY, Progress, RepositoryProgress, Solved, TopicProgress
from jobcoach.interview.bank.topics import topic_name
from jobcoach.reports.style import Style
from jobcoach.text import cut, cut_start, one_line, pad, width
from jobcoach.words import Words

_LEVELS = "▁▂▃▄▅▆▇█"
_GOOD, _FAIR = 80.0, 60.0
_NAME_MAX, _BAR_MAX = 22, 24
_LINE_MAX = 12  # the latest days or reviews of a little line
_PROBLEM_TOPICS = 8


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row: name, how full the bar is (0 to 1), and what stands behind it."""

    name: str
    share: float
    tail: str
    score: float | None = None


def progress_lines(progress: Progress, words: Words, style: Style) -> Iterator[str]:
    """All of it, or how to begin where nothing was done yet."""
    if progress.is_empty:
        yield words("progress.empty")
        yield words("progress.begin")
        return
    yield from _head(progress, words, style)
    if progress.topics:
        yield ""
        yield style.bold(words("progress.topics"))
        yield from _bars([_topic_bar(each, words) for each in progress.topics], style)
    solved = [_solved_bar(_difficulty(level, words), each) for level, each in progress.by_difficulty.items()]
    if any(each.tried for each in progress.by_difficulty.values()):
        yield ""
        yield style.bold(words("progress.problems"))
        yield from _bars(solved, style)
        by_topic = sorted(progress.by_problem_topic.items(), key=lambda each: (-each[1].tried, each[0]))
        yield ""
        yield style.bold(words("progress.problem_topics"))
        yield from _bars([_solved_bar(topic, each) for topic, each in by_topic[:_PROBLEM_TOPICS]], style)
    if progress.repositories:
        yield ""
        yield style.bold(words("progress.reviews"))
        yield from _bars([_review_bar(each, style) for each in progress.repositories], style)


def _head(progress: Progress, words: Words, style: Style) -> Iterator[str]:
    streak = progress.streak
    yield (
        style.bold(words("progress.streak", count=streak.current))
        + "  "
        + style.dim(words("progress.longest", longest=streak.longest, count=streak.days))
    )
    soon = words("progress.due_soon", soon=progress.due_soon) if progress.due_soon else ""
    yield words("progress.due", count=progress.due) + style.dim(soon)


def _topic_bar(topic: TopicProgress, words: Words) -> _Bar:
    change = "" if topic.change is None else f" {topic.change:+.0f}"
    line = _little_line([each.score for each in topic.days])
    tail = f"{topic.score:3.0f}{change:<5}{line}"
    return _Bar(topic_name(topic.topic, words.language), topic.score / 100, tail.rstrip(), topic.score)


def _solved_bar(name: str, solved: Solved) -> _Bar:
    share = solved.solved / solved.total if solved.total else 0.0
    return _Bar(name, share, f"{solved.solved}/{solved.total}")


def _review_bar(repository: RepositoryProgress, style: Style) -> _Bar:
    scores = [each.score for each in repository.reviews if each.score is not None]
    latest = repository.reviews[-1].score
    tail = "  –" if latest is None else f"{latest:3.0f}"
    change = f" {scores[-1] - scores[0]:+.0f}" if len(scores) > 1 else ""
    line = _little_line(scores)
    name = cut_start(one_line(repository.location.rstrip("/")), min(_NAME_MAX, style.columns // 3))
    return _Bar(name, (latest or 0.0) / 100, f"{tail}{change:<5}{line}".rstrip(), latest)


def _difficulty(level: int, words: Words) -> str:
    return words("progress.unknown_difficulty") if level == UNKNOWN_DIFFICULTY else "★" * level


def _bars(rows: Sequence[_Bar], style: Style) -> Iterator[str]:
    """Names, bars and tails in columns of their own."""
    names = min(max((width(row.name) for row in rows), default=0), _NAME_MAX, style.columns // 3)
    tails = max((width(row.tail) for row in rows), default=0)
    columns = max(min(style.columns - names - tails - 4, _BAR_MAX), 4)
    for row in rows:
        filled = round(row.share * columns)
        bar = _coloured("█" * filled, row.score, style) + style.dim("░" * (columns - filled))
        yield f"  {pad(cut(row.name, names), names)} {bar} {row.tail}".rstrip()


def _coloured(text: str, score: float | None, style: Style) -> str:
    if score is None or score >= _GOOD:
        return style.good(text)
    return style.warn(text) if score >= _FAIR else style.bad(text)


def _little_line(scores: Sequence[float]) -> str:
    """The latest scores, a character each; nothing for a single one, which draws no line."""
    if len(scores) < 2:
        return ""
    shown = scores[-_LINE_MAX:]
    return " " + "".join(_LEVELS[min(int(each / 100 * len(_LEVELS)), len(_LEVELS) - 1)] for each in shown)
