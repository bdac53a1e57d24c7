"""``interview bank add`` and ``import``: both put questions among the user's own."""

import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.cli.interview.bank.usable import usable_bank
from jobcoach.cli.interview.editor import edit
from jobcoach.errors import InputError, JobcoachError
from jobcoach.interview.bank.importers.import_file import Imported, ImportOptions, import_file
from jobcoach.interview.bank.load import Bank, load_bank, load_usable_bank
from jobcoach.interview.bank.own import TEMPLATE_FILE, keep_question
from jobcoach.interview.bank.question import Level, Question
from jobcoach.interview.bank.question_file import FILE_BYTES_MAX, parse_question, read_text
from jobcoach.interview.bank.topics import choose_topics
from jobcoach.interview.bank.write import question_toml
from jobcoach.text import one_line, printable

_ADD_FORMAT = "jobcoach.bank-add/1"
_IMPORT_FORMAT = "jobcoach.bank-import/1"
_SEE_TEMPLATE = "to see an empty question: jobcoach interview bank add --template"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the command line asks for; topic and shape are found out where they are None."""

    files: tuple[Path, ...]
    topic: str | None
    level: Level
    shape: str | None
    replace: bool
    dry_run: bool


def print_template(app: AppContext) -> None:
    """Print an empty question."""
    app.result(_template(app).rstrip("\n"))


def add_question(app: AppContext, file: str | None, *, replace: bool) -> None:
    """Keep a question of a file, of standard input, or written in an editor. Raises InputError."""
    own = usable_bank(app).own_files
    if file is None:
        question, text = _written(app)
    elif file == "-":
        text = _standard_input()
        question = _piped_question(text)
    else:
        text = read_text(Path(file), FILE_BYTES_MAX)
        question = parse_question(text, file)
    if question.id in own and not replace:
        raise InputError(
            f"There is a question {question.id} already",
            why=f"it is in {own[question.id]}",
            mend="to put the new one in its place, add --replace",
        )
    path = keep_question(app.locations.questions, question, text, own)
    if app.json:
        app.document({"format": _ADD_FORMAT, "id": question.id, "path": path})
        return
    app.result(printable(str(path)))
    if question.id in {each.id for each in load_bank(None).questions}:
        app.remark(app.words("interview_bank.replaces_shipped", id=question.id))
    app.remark(app.words("interview_bank.next_validate", path=printable(str(path))))


def import_questions(app: AppContext, request: ImportRequest) -> None:
    """Keep the questions of Markdown files; those that are there already stay. Raises InputError."""
    bank = usable_bank(app)
    topic = _one_topic(request.topic, bank) if request.topic else None
    options = ImportOptions(lang=app.lang, level=request.level, topic=topic, shape=request.shape)
    documents = []
    for file in request.files:
        imported = import_file(file, options)
        fresh = [
            question
            for question in imported.questions
            if request.replace or question.id not in bank.own_files
        ]
        if not request.dry_run:
            for question in fresh:
                keep_question(app.locations.questions, question, question_toml(question), bank.own_files)
            bank = load_usable_bank(app.locations.questions)
        if app.json:
            documents.append(_import_document(imported, fresh))
        else:
            _tell_import(app, imported, fresh, request)
    if app.json:
        app.document({"format": _IMPORT_FORMAT, "files": documents})
    elif not request.dry_run:
        app.remark(app.words("interview_bank.next_read", path=printable(str(app.locations.questions))))


def _one_topic(wanted: str, bank: Bank) -> str:
    """A topic by any of its names; a word that is none becomes a topic of the user's own."""
    try:
        return choose_topics(wanted, bank.topics())[0]
    except InputError:
        if wanted.isascii() and wanted.replace("-", "").isalnum() and wanted == wanted.strip("-").lower():
            return wanted
        raise


def _tell_import(app: AppContext, imported: Imported, fresh: list[Question], request: ImportRequest) -> None:
    words = app.words
    name = one_line(str(imported.path))
    shape = words(f"interview_bank.shape.{imported.shape}")
    graded = sum(question.reference is not None for question in fresh)
    app.result(words("interview_bank.imported", path=name, shape=shape, count=len(fresh), graded=graded))
    if imported.repeated:
        app.remark("  " + words("interview_bank.repeated", count=imported.repeated))
    if kept := len(imported.questions) - len(fresh):
        app.remark("  " + words("interview_bank.kept", count=kept))
    if request.dry_run:
        for question in fresh:
            app.result(f"  {question.id}{'' if question.reference else ' -'}  {_asked(question)}")


def _asked(question: Question) -> str:
    return one_line(question.question.best("ko"))[:100]


def _import_document(imported: Imported, fresh: list[Question]) -> dict[str, object]:
    return {
        "path": imported.path,
        "shape": imported.shape,
        "repeated": imported.repeated,
        "kept": len(imported.questions) - len(fresh),
        "questions": [{"id": question.id, "graded": question.reference is not None} for question in fresh],
    }


def _written(app: AppContext) -> tuple[Question, str]:
    """A question from the user's editor, opened again until it is one or the user gives up."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise InputError(
            "there is no question to add",
            why="neither a file nor a terminal to write it in",
            mend="jobcoach interview bank add --template > question.toml",
        )
    text = _template(app)
    while True:
        text = edit(text) + "\n"
        try:
            return parse_question(text, app.words("interview_bank.draft")), text
        except JobcoachError as error:
            what, _ = tell_error(error, app.words)
            sys.stderr.write(printable(what) + "\n")
            if not typer.confirm(app.words("interview_bank.edit_again"), default=True, err=True):
                raise typer.Abort from error


def _template(app: AppContext) -> str:
    text = TEMPLATE_FILE.read_text(encoding="utf-8")
    for name, value in {"id": "os.my-question", "topic": "os", "lang": app.lang}.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _piped_question(text: str) -> Question:
    try:
        return parse_question(text, "-")
    except InputError as error:
        raise _unusable_input(error.why) from error


def _unusable_input(why: str) -> InputError:
    return InputError("the question in standard input cannot be used", why=why, mend=_SEE_TEMPLATE)


def _standard_input() -> str:
    """What is piped in. A person at a terminal would wait for a prompt that never comes."""
    if sys.stdin.isatty():
        raise InputError(
            "there is no question to add",
            why="standard input is a terminal",
            mend="write it in an editor: jobcoach interview bank add; or give a file in place of -",
        )
    content = sys.stdin.buffer.read(FILE_BYTES_MAX + 1)
    if len(content) > FILE_BYTES_MAX:
        raise _unusable_input(f"it is larger than {FILE_BYTES_MAX >> 10} KiB")
    if not content.strip():
        raise InputError("there is no question to add", why="standard input is empty", mend=_SEE_TEMPLATE)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _unusable_input("it is not UTF-8") from error
