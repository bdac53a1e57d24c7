"""The ``function`` map of a package's ``jobcoach.yaml``."""

import re

from jobcoach.judge.function_style.layout import layout_faults, read_layout
from jobcoach.judge.function_style.signature import Function, Output, Parameter, ValueType, read_type
from jobcoach.judge.package.section import Section

_NAME = re.compile(r"[A-Za-z_]\w{0,63}\Z", re.ASCII)
_KEYS = {"name", "parameters", "returns", "input", "output", "words"}


def read_function(section: Section) -> Function | None:
    """The function, or None if the map is faulty; the faults are noted there."""
    section.warn_unknown(_KEYS)
    name = section.text("name") or "solution"
    parameters = _parameters(section)
    returns = _type(section, "returns")
    layout = section.text("input")
    if not _NAME.match(name):
        section.error("name", f"{name!r} cannot be the name of a function")
    if layout is None:
        section.error("input", "input must say how a test is read: n numbers[n]")
    if parameters is None or returns is None or layout is None or not _NAME.match(name):
        return None
    try:
        function = Function(
            name, parameters, returns, read_layout(layout), _output(section, returns), _words(section)
        )
    except ValueError as error:
        section.error("input", str(error))
        return None
    faults = list(layout_faults(function))
    for fault in faults:
        section.error("input", fault)
    return None if faults else function


def _parameters(section: Section) -> tuple[Parameter, ...] | None:
    found = []
    for entry in section.sections("parameters"):
        entry.warn_unknown({"name", "type"})
        name, type_ = entry.text("name") or "", _type(entry, "type")
        if not _NAME.match(name):
            entry.error("name", f"{name!r} cannot be the name of a parameter")
            return None
        if type_ is None:
            return None
        found.append(Parameter(name, type_))
    if not found:
        section.error("parameters", "parameters must be a list of maps with name and type")
    return tuple(found) or None


def _type(section: Section, key: str) -> ValueType | None:
    try:
        return read_type(section.text(key) or "")
    except ValueError as error:
        section.error(key, str(error))
        return None


def _output(section: Section, returns: ValueType) -> Output:
    word = section.text("output") or (Output.LINES if returns.dimensions > 1 else Output.LINE)
    if word not in tuple(Output) or (word == Output.LINE and returns.dimensions > 1):
        section.error("output", f"output must be line or lines (lines for rows), not {word!r}")
        return Output.LINES
    return Output(word)


def _words(section: Section) -> tuple[str, str]:
    words = section.section("words")
    return words.text("true") or "true", words.text("false") or "false"
