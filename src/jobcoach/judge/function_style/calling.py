"""A submission that is a function made into a program: the harness joins its files."""

import re
from dataclasses import replace

from jobcoach.judge.function_style.languages import Calling, callings
from jobcoach.judge.function_style.signature import Function, ValueType
from jobcoach.judge.submissions.submission import SourceFile, Submission

_SOLUTION_CLASS = re.compile(r"\b(?:class|struct)\s+Solution\b")


def is_called(submission: Submission, function: Function) -> bool:
    """Whether the sources define the function and read no input themselves."""
    row = callings().get(submission.language)
    return row is not None and _defining_file(submission, function, row) is not None


def as_program(submission: Submission, function: Function) -> Submission:
    """The submission with the harness, started by it.

    Raises ValueError for one that is not called (``is_called``).
    """
    row = callings()[submission.language]
    file = _defining_file(submission, function, row)
    if file is None:
        raise ValueError(f"{submission.path} does not define {function.name}")
    source = file.content.removeprefix(b"\xef\xbb\xbf")
    harness = _harness(row, function, source).encode()
    others = [each for each in submission.files if each is not file]
    if row.joined:
        mine = [SourceFile(row.main, source + harness)]
    else:
        before = row.before.replace("{own}", _as_literal(file.name)).encode()
        name = row.source.replace("{own}", file.name)
        mine = [SourceFile(name, before + source), SourceFile(row.main, harness)]
    files = sorted([*others, *mine], key=lambda each: each.name)
    return replace(submission, files=tuple(files), entry_point=row.entry_point or row.main)


def _as_literal(name: str) -> str:
    return "".join(char for char in name if char.isprintable() and char not in '"\\')


def _defining_file(submission: Submission, function: Function, row: Calling) -> SourceFile | None:
    defines = re.compile(row.defines.replace("{name}", re.escape(function.name)), re.DOTALL)
    found = None
    for file in submission.files:
        code = row.noise.sub(" ", file.content.decode("utf-8", "replace"))
        if row.own_program.search(code):
            return None
        if found is None and defines.search(code):
            found = file
    return found


def _harness(row: Calling, function: Function, source: bytes) -> str:
    has_class = _SOLUTION_CLASS.search(row.noise.sub(" ", source.decode("utf-8", "replace"))) is not None
    call = row.method_call if has_class else row.plain_call
    return row.harness.replace("{call}", call).replace("{name}", function.name)


def stub(function: Function, language: str) -> str:
    """What a candidate begins with. Raises KeyError for a language that is not in the table."""
    row = callings()[language]
    parameters = [
        row.parameter.format(name=each.name, type=_type_in(row, each.type)) for each in function.parameters
    ]
    return row.stub.format(
        name=function.name,
        parameters=", ".join(parameters),
        returns=_type_in(row, function.returns),
        empty=_empty(row, function.returns),
    )


def _type_in(row: Calling, type_: ValueType) -> str:
    text = row.types[type_.scalar]
    for _ in range(type_.dimensions):
        text = row.array.format(item=text)
    return text


def _empty(row: Calling, type_: ValueType) -> str:
    if type_.dimensions:
        return row.empty_array.format(type=_type_in(row, type_))
    return row.empty[type_.scalar]
