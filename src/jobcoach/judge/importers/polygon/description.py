"""Reading Polygon's ``problem.xml``, which is hostile input, into plain values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from jobcoach.errors import InputError
from jobcoach.text import nfc, one_line

_MAX_BYTES = 8 << 20
_MAX_TESTS = 10_000
_PATTERN = re.compile(r"[^%]*%0?(\d*)d[^%]*\Z")


@dataclass(frozen=True, slots=True)
class PolygonTest:
    """One test, by its number from 1."""

    number: int
    input_path: str
    answer_path: str
    is_sample: bool
    is_generated: bool
    group: str
    points: float


@dataclass(frozen=True, slots=True)
class PolygonGroup:
    """Settings of one group of tests; ``points`` 0 means: the sum of its tests'."""

    name: str
    points: float
    is_complete: bool  # all or nothing
    dependencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A program's source, with Polygon's name of its language (``cpp.g++17``)."""

    path: str
    kind: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What problem.xml says that judging needs."""

    short_name: str
    url: str
    names: dict[str, str]  # Polygon's language name -> title
    time_limit_seconds: float
    memory_bytes: int
    input_file: str
    tests: tuple[PolygonTest, ...]
    groups: tuple[PolygonGroup, ...]
    checker: Source | None
    checker_name: str
    interactor: Source | None
    solutions: tuple[Source, ...]
    tags: tuple[str, ...]
    run_count: int


def read_description(path: Path) -> Description:
    """Read problem.xml.

    Raises:
        InputError: it is not well-formed, or lacks what judging needs.
    """
    with path.open("rb") as file:
        raw = file.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        raise _broken("it is larger than 8 MiB")
    try:
        root = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise _broken(one_line(str(error))) from error
    judging = root.find("judging")
    testset = _main_testset(judging)
    if judging is None or testset is None:
        raise _broken("it names no tests (judging/testset)")
    return Description(
        short_name=nfc(root.get("short-name", "")),
        url=root.get("url", ""),
        names={e.get("language", ""): one_line(nfc(e.get("value", ""))) for e in root.findall("names/name")},
        time_limit_seconds=_number(testset.findtext("time-limit"), "time-limit") / 1000,
        memory_bytes=int(_number(testset.findtext("memory-limit"), "memory-limit")),
        input_file=judging.get("input-file", ""),
        tests=tuple(_tests(testset)),
        groups=tuple(_groups(testset)),
        checker=_source(root.find("assets/checker")),
        checker_name=_attribute(root, "assets/checker", "name"),
        interactor=_source(root.find("assets/interactor")),
        solutions=tuple(_solutions(root)),
        tags=tuple(nfc(e.get("value", "")) for e in root.findall("tags/tag") if e.get("value")),
        run_count=int(_number(judging.get("run-count", "1"), "run-count")),
    )


def _attribute(root: Element, path: str, name: str) -> str:
    found = root.find(path)
    return "" if found is None else found.get(name, "")


def _main_testset(judging: Element | None) -> Element | None:
    testsets = [] if judging is None else judging.findall("testset")
    named = [testset for testset in testsets if testset.get("name") == "tests"]
    return next(iter(named or testsets), None)


def _tests(testset: Element) -> Iterator[PolygonTest]:
    elements = testset.findall("tests/test")
    count = int(_number(testset.findtext("test-count") or str(len(elements)), "test-count"))
    if not 0 < count <= _MAX_TESTS:
        raise _broken(f"test-count must be from 1 to {_MAX_TESTS}")
    inputs = _pattern(testset.findtext("input-path-pattern") or "tests/%02d")
    answers = _pattern(testset.findtext("answer-path-pattern") or "tests/%02d.a")
    for number in range(1, count + 1):
        element = elements[number - 1] if number <= len(elements) else Element("test")
        yield PolygonTest(
            number=number,
            input_path=inputs % number,
            answer_path=answers % number,
            is_sample=element.get("sample") == "true",
            is_generated=element.get("method") == "generated",
            group=nfc(element.get("group", "")),
            points=_number(element.get("points", "0"), "points"),
        )


def _pattern(text: str) -> str:
    match = _PATTERN.match(text)
    if not match or len(match[1]) > 1:
        raise _broken(f"the path pattern {text[:60]!r} must hold one number, such as %02d")
    return text


def _groups(testset: Element) -> Iterator[PolygonGroup]:
    for element in testset.findall("groups/group"):
        yield PolygonGroup(
            name=nfc(element.get("name", "")),
            points=_number(element.get("points", "0"), "points"),
            is_complete=element.get("points-policy", "complete-group") == "complete-group",
            dependencies=tuple(nfc(e.get("group", "")) for e in element.findall("dependencies/dependency")),
        )


def _solutions(root: Element) -> Iterator[Source]:
    for element in root.findall("assets/solutions/solution"):
        source = _source(element)
        if source is not None:
            yield Source(source.path, source.kind, element.get("tag", ""))


def _source(element: Element | None) -> Source | None:
    source = None if element is None else element.find("source")
    path = None if source is None else source.get("path")
    return Source(path, source.get("type", "")) if source is not None and path else None


def _number(text: str | None, what: str) -> float:
    if text is None or not re.fullmatch(r"-?\d{1,15}(\.\d{0,15})?", text.strip(), re.ASCII):
        raise _broken(f"{what} must be a number, not {text!r}")
    return float(text)


def _broken(why: str) -> InputError:
    return InputError("problem.xml cannot be used", why=why)
