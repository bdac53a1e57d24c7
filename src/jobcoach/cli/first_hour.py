"""The questions of ``init``, the settings they come to, and the offer of a first interview."""

import shutil
import sys
from dataclasses import dataclass, replace

from jobcoach.cli.config_file import write_setting
from jobcoach.cli.context import AppContext
from jobcoach.errors import InputError
from jobcoach.settings import GOALS
from jobcoach.text import wrap
from jobcoach.words import LANGUAGES, Language, Words

_OFFLINE = "offline"
_LOCAL_URL = "http://localhost:11434/v1"  # Ollama's own
_MODELS = ("offline", "local", "hosted")
_FORMAT = "jobcoach.init/1"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was given on the command line already; None is asked for."""

    language: Language | None = None
    goal: str | None = None
    model: str | None = None
    base_url: str | None = None


def set_up(app: AppContext, given: Answers) -> int:
    """Ask what is not given, write the settings, offer an interview; returns the exit code.

    Raises InputError where nobody can be asked, or for a setting that is not valid.
    """
    attended = sys.stdin.isatty() and not app.json
    if not attended and None in (given.language, given.goal, given.model):
        raise InputError(
            "nobody is there to be asked",
            why="init asks three questions",
            mend="jobcoach init --language ko --goal all --model offline",
        )
    answers = _asked(app, given)
    words = Words(answers.language or app.lang)
    written = _settings(answers)
    for key, value in written.items():
        write_setting(app.locations.config_file, key, value)
    if app.json:
        app.document({"format": _FORMAT, "file": str(app.locations.config_file), "settings": written})
        return 0
    app.remark(words("init.written", file=app.locations.config_file))
    if (answers.model or _OFFLINE) != _OFFLINE and answers.base_url is None:
        app.remark(words("init.key"))
    if attended and _yes(words("init.first_interview")):
        return _first_interview(answers.language or app.lang)
    app.result(words("init.later"))
    return 0


def _asked(app: AppContext, given: Answers) -> Answers:
    answers = given
    if answers.language is None:
        names = [app.words(f"init.language.{each}") for each in LANGUAGES]
        answers = replace(
            answers, language=LANGUAGES[_choice("1/3 " + app.words("init.language.ask"), names, app.words)]
        )
    words = Words(answers.language or app.lang)
    if answers.goal is None:
        names = [words(f"init.goal.{each}") for each in GOALS]
        answers = replace(answers, goal=GOALS[_choice("2/3 " + words("init.goal.ask"), names, words)])
    if answers.model is None:
        answers = _model(answers, words)
    return answers


def _model(answers: Answers, words: Words) -> Answers:
    names = [words(f"init.model.{each}") for each in _MODELS]
    match _MODELS[_choice("3/3 " + words("init.model.ask"), names, words)]:
        case "local":
            url = _line(words("init.model.url", default=_LOCAL_URL)) or _LOCAL_URL
            name = _named(words("init.model.name_local"))
            return replace(answers, model=name, base_url=url)
        case "hosted":
            return replace(answers, model=_named(words("init.model.name_hosted")))
        case _:
            return replace(answers, model=_OFFLINE)


def _settings(answers: Answers) -> dict[str, str]:
    """By key; offline means that no model is set."""
    settings = {"lang": answers.language or "", "goal": answers.goal or ""}
    if answers.model and answers.model != _OFFLINE:
        settings["llm.model"] = answers.model
    if answers.base_url:
        settings["llm.base_url"] = answers.base_url
    return {key: value for key, value in settings.items() if value}


def _choice(question: str, names: list[str], words: Words) -> int:
    """The index of what was chosen; Enter takes the first."""
    _say(f"\n{question}")
    for number, name in enumerate(names, 1):
        lines = wrap(f"{number}) {name}", shutil.get_terminal_size().columns - 5)
        _say("\n".join([f"  {lines[0]}", *(f"     {line}" for line in lines[1:])]))
    while True:
        answer = _line(words("init.choose", count=len(names)))
        if not answer:
            return 0
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(names):
            return int(answer) - 1
        _say(words("init.again", count=len(names)))


def _named(question: str) -> str:
    while True:
        if name := _line(question):
            return name


def _yes(question: str) -> bool:
    return _line(f"\n{question}").lower() in ("", "y", "yes", "ㅛ", "예", "네")


def _line(prompt: str) -> str:
    """A line that was typed. Raises KeyboardInterrupt at the end of input: nobody answers any more."""
    sys.stderr.write(f"{prompt} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _first_interview(language: Language) -> int:
    from jobcoach.cli.main import run

    return run(["interview", "-n", "3", "--lang", language])
