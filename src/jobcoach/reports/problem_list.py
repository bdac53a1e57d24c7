"""The table of ``jobcoach problems list`` and its JSON value."""

from collections.abc import Mapping, Sequence

from jobcoach.judge.package.catalog import ListedProblem
from jobcoach.reports.style import Style
from jobcoach.text import cut, one_line, pad, width
from jobcoach.words import Words

FORMAT = "jobcoach.problems/1"
_ID_COLUMNS_MAX = 28
_TITLE_COLUMNS_MAX = 30


def title_in(names: Mapping[str, str], language: str) -> str:
    """The title in this language, else in English, else in any; empty without titles."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def list_document(problems: Sequence[ListedProblem], solved: Mapping[str, bool]) -> dict[str, object]:
    """The problems as plain JSON values; ``solved`` is None for one never tried."""
    return {"format": FORMAT, "problems": [_value(problem, solved) for problem in problems]}


def _value(problem: ListedProblem, solved: Mapping[str, bool]) -> dict[str, object]:
    return {
        "id": problem.id,
        "titles": dict(problem.names),
        "path": str(problem.root),
        "difficulty": problem.difficulty,
        "topics": list(problem.keywords),
        "solved": solved.get(problem.id),
        "broken": problem.broken,
    }


def list_lines(
    problems: Sequence[ListedProblem], solved: Mapping[str, bool], words: Words, style: Style
) -> list[str]:
    """One line a problem: solved or not, ID, title, difficulty, topics."""
    titles = [one_line(title_in(problem.names, words.language)) for problem in problems]
    ids = [one_line(problem.id) for problem in problems]
    id_columns = min(max(map(width, ids), default=0), _ID_COLUMNS_MAX)
    title_columns = min(max(map(width, titles), default=0), _TITLE_COLUMNS_MAX)
    left = 2 + id_columns + 2 + title_columns + 2 + 5 + 2
    lines = []
    for problem, name, title in zip(problems, ids, titles, strict=True):
        cells = [
            pad(cut(name, id_columns), id_columns),
            pad(cut(title, title_columns), title_columns),
            pad(difficulty_mark(problem.difficulty), 5),
            _remarks(problem, max(style.columns - left, 10), style),
        ]
        lines.append(f"{_state(solved.get(problem.id), style)} {'  '.join(cells)}".rstrip())
    return lines


def difficulty_mark(difficulty: int | None) -> str:
    """One star a level, up to five."""
    return "*" * (difficulty or 0)


def _remarks(problem: ListedProblem, columns: int, style: Style) -> str:
    if problem.broken:
        return style.bad(cut(one_line(problem.broken), columns))
    return style.dim(cut(one_line(", ".join(problem.keywords)), columns))


def _state(solved: bool | None, style: Style) -> str:
    if solved is None:
        return " "
    return style.good("✓") if solved else style.warn("~")
