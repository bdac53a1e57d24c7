"""``problems hint``, ``solution`` and ``start``: from the first step to how it is done."""

from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.problems.folders import problem_folders
from jobcoach.cli.problems.markdown import print_markdown
from jobcoach.coach.explain.offline import package_hints
from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.judge.function_style.calling import stub
from jobcoach.judge.function_style.languages import callings
from jobcoach.judge.languages import all_languages
from jobcoach.judge.package import catalog
from jobcoach.judge.package.editorial import read_editorial
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem
from jobcoach.text import one_line, printable, wrap

_COMMENT = {"python": "#"}


def show_hints(app: AppContext, spec: str, step: int) -> None:
    """Print the hints up to ``step``. Raises InputError where the package has none."""
    problem = _load(app, spec)
    ladder = package_hints(problem, app.lang)
    if not ladder:
        raise InputError(f"{problem.id} has no hints", mend=f"jobcoach problems solution {problem.id}")
    shown = ladder[:step]
    if app.json:
        app.document({"problem": problem.id, "steps": len(ladder), "hints": [hint.text for hint in shown]})
        return
    for hint in shown:
        app.result(app.style.bold(app.words("problems.hint_step", step=hint.step, steps=len(ladder))))
        for line in hint.text.splitlines():
            for part in wrap(printable(line), app.style.columns - 2):
                app.result(f"  {part}")
    if len(shown) < len(ladder):
        app.remark(app.words("problems.hint_next", problem=problem.id, step=len(shown) + 1))
    else:
        app.remark(app.words("problems.hint_last", problem=problem.id))


def show_solution(app: AppContext, spec: str) -> None:
    """Print the editorial. Raises InputError where the package has none."""
    problem = _load(app, spec)
    editorial = read_editorial(problem.root, (app.lang, "en"))
    if editorial is None:
        raise InputError(f"{problem.id} has no editorial", mend=f"jobcoach problems hint {problem.id}")
    if app.json:
        app.document({"problem": problem.id, "language": editorial.language, "solution": editorial.text})
    else:
        print_markdown(app, editorial.text)


def start_file(app: AppContext, spec: str, language: str, to: Path | None) -> None:
    """Write the function's head to a new file. Raises InputError for a problem without one."""
    problem = _load(app, spec)
    if problem.function is None:
        raise InputError(
            f"{problem.id} asks for a program that reads and prints",
            why="there is no function to begin with",
            mend=f"jobcoach problems show {problem.id}",
        )
    if language not in callings():
        raise InputError(f"there is no beginning in {language}", why=f"known are {', '.join(callings())}")
    file = to or Path(problem.id.replace("-", "_") + all_languages()[language].extensions[0])
    mark = _COMMENT.get(language, "//")
    content = f"{mark} jobcoach: problem={problem.id}\n\n{stub(problem.function, language)}"
    try:
        with file.open("x", encoding="utf-8") as target:
            target.write(content)
    except FileExistsError:
        raise InputError(f"{file} is there already", mend=f"jobcoach judge {file}") from None
    except OSError as error:
        raise EnvironmentMissing(f"{file} cannot be written", why=error.strerror or str(error)) from error
    shown = one_line(str(file))
    if app.json:
        app.document({"problem": problem.id, "language": language, "path": str(file)})
    else:
        app.result(app.words("problems.started", path=shown))
        app.remark(app.words("problems.started_next", path=shown))


def _load(app: AppContext, spec: str) -> Problem:
    return load_problem(catalog.find_problem(spec, problem_folders(app.settings, app.locations)))
