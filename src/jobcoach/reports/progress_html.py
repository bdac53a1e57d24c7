"""The progress as a page: a chart for each topic and repository, with the figures as a table below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from jobcoach.coach.progress import UNKNOWN_DIFFICULTY, Progress, RepositoryProgress, Solved, TopicProgress
from jobcoach.interview.bank.topics import topic_name
from jobcoach.reports.page import escaped, page
from jobcoach.words import Words

_WIDTH, _HEIGHT, _LEFT, _BASE = 320, 110, 28, 90
_SCALE = (0, 50, 100)
_GOOD, _FAIR = 80.0, 60.0


@dataclass(frozen=True, slots=True)
class _Point:
    """A score of 0 to 100 at a moment; ``label`` names the moment."""

    label: str
    seconds: float
    score: float


def progress_page(progress: Progress, words: Words, now: datetime) -> str:
    """The whole page."""
    title = words("progress.page.title")
    return page(title, words.language, _body(progress, words, now, title), "progress.css")


def _body(progress: Progress, words: Words, now: datetime, title: str) -> Iterator[str]:
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="dim">{now:%Y-%m-%d}</p>'
    if progress.is_empty:
        yield f"<p>{escaped(words('progress.empty'))} {escaped(words('progress.begin'))}</p>"
        return
    yield from _tiles(progress, words)
    if progress.topics:
        yield f"<h2>{escaped(words('progress.topics'))}</h2>"
        yield '<div class="cards">'
        for topic in progress.topics:
            yield from _topic(topic, words)
        yield "</div>"
    if any(each.tried for each in progress.by_difficulty.values()):
        yield from _solved(progress, words)
    if progress.repositories:
        yield f"<h2>{escaped(words('progress.reviews'))}</h2>"
        yield '<div class="cards">'
        for repository in progress.repositories:
            yield from _repository(repository, words)
        yield "</div>"


def _tiles(progress: Progress, words: Words) -> Iterator[str]:
    solved = sum(each.solved for each in progress.by_difficulty.values())
    tiles = {
        "streak": progress.streak.current,
        "longest": progress.streak.longest,
        "due": progress.due,
        "due_soon": progress.due_soon,
        "solved": solved,
    }
    yield '<ul class="tiles">'
    for name, value in tiles.items():
        yield f"<li><b>{value}</b>{escaped(words(f'progress.page.{name}'))}</li>"
    yield "</ul>"


def _topic(topic: TopicProgress, words: Words) -> Iterator[str]:
    points = [_Point(f"{each.day}", each.day.toordinal(), each.score) for each in topic.days]
    yield from _card(topic_name(topic.topic, words.language), topic.score, points, words)


def _repository(repository: RepositoryProgress, words: Words) -> Iterator[str]:
    points = [
        _Point(f"{each.at:%Y-%m-%d %H:%M} {(each.commit or '')[:8]}".strip(), each.at.timestamp(), each.score)
        for each in repository.reviews
        if each.score is not None
    ]
    yield from _card(repository.location, repository.reviews[-1].score, points, words)


def _card(name: str, score: float | None, points: Sequence[_Point], words: Words) -> Iterator[str]:
    shown = "–" if score is None else f"{score:.0f}"
    yield f'<section class="card {_grade(score)}">'
    yield f"<header><h3>{escaped(name)}</h3><b>{shown}</b></header>"
    if len(points) == 1:  # a single point draws no line
        yield _bar(points[0].score, words("progress.page.chart", name=name, count=1, last=shown))
    elif points:
        yield from _chart(name, points, words)
        rows = "".join(
            f"<tr><th scope=row>{escaped(each.label)}</th><td>{each.score:.0f}</td></tr>" for each in points
        )
        yield f"<details><summary>{escaped(words('progress.page.figures'))}</summary>"
        yield f"<table>{rows}</table></details>"
    yield "</section>"


def _chart(name: str, points: Sequence[_Point], words: Words) -> Iterator[str]:
    first, last = points[0], points[-1]
    text = words(
        "progress.page.chart",
        name=name,
        count=len(points),
        first=f"{first.score:.0f}",
        last=f"{last.score:.0f}",
    )
    span = (last.seconds - first.seconds) or 1
    places = [
        (_LEFT + (each.seconds - first.seconds) / span * (_WIDTH - _LEFT - 6), _y(each.score))
        for each in points
    ]
    yield f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(text)}">'
    for score in _SCALE:
        yield f'<path class="frame" d="M{_LEFT} {_y(score):.1f}H{_WIDTH}"/>'
        yield f'<text x="{_LEFT - 6}" y="{_y(score) + 4:.1f}" text-anchor="end">{score}</text>'
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path class="path" d="M{line}"/>'
    for x, y in places:
        yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
    yield f'<text x="{_LEFT}" y="{_HEIGHT - 4}">{escaped(first.label[:10])}</text>'
    yield f'<text x="{_WIDTH}" y="{_HEIGHT - 4}" text-anchor="end">{escaped(last.label[:10])}</text>'
    yield "</svg>"


def _y(score: float) -> float:
    return _BASE - score / 100 * (_BASE - 8)


def _grade(score: float | None) -> str:
    if score is None:
        return "dim"
    return "good" if score >= _GOOD else "medium" if score >= _FAIR else "high"


def _solved(progress: Progress, words: Words) -> Iterator[str]:
    yield f"<h2>{escaped(words('progress.problems'))}</h2>"
    for level, solved in progress.by_difficulty.items():
        name = words("progress.unknown_difficulty") if level == UNKNOWN_DIFFICULTY else "★" * level
        yield _meter(name, solved, words)
    yield f"<h2>{escaped(words('progress.problem_topics'))}</h2>"
    for topic, solved in sorted(
        progress.by_problem_topic.items(), key=lambda each: (-each[1].tried, each[0])
    ):
        yield _meter(topic, solved, words)


def _meter(name: str, solved: Solved, words: Words) -> str:
    share = 100 * solved.solved / solved.total if solved.total else 0.0
    text = words("progress.page.solved_of", name=name, solved=solved.solved, total=solved.total)
    return (
        f'<div class="meter"><span>{escaped(name)}</span>'
        f"{_bar(share, text)}<b>{solved.solved}/{solved.total}</b></div>"
    )


def _bar(percent: float, text: str) -> str:
    filled = f'<span style="width:{percent:.0f}%"></span>'
    return f'<i class="bar" role="img" aria-label="{escaped(text)}">{filled}</i>'
