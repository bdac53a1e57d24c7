"""Every language, judged in its container: every way to end, every shape of a submission."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission, verdicts

from jobcoach.judge.languages import all_languages, language
from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.sandbox.images import image_status
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

FIRST = ("python", "c", "cpp", "java", "javascript")
SOURCES = Path(__file__).parent / "every_ending"
HUGE = "sum\n" + " ".join(["123456"] * 300_000)
TESTS = {
    "sum": ("sum\n1 2 3", "6"),
    "huge": (HUGE, str(123456 * 300_000)),
    "korean": ("korean\n홍길동\n", "안녕하세요, 홍길동! 3"),
    "deep": ("deep", "200000"),
    "wrong": ("wrong", "1"),
    "raise": ("raise", ""),
    "exit": ("exit", ""),
    "signal": ("signal", ""),
    "loop": ("loop", ""),
    "memory": ("memory", ""),
    "flood": ("flood", ""),
}
AC, RTE = Verdict.AC, Verdict.RTE
EXPECTED = {
    "sum": AC, "huge": AC, "korean": AC, "deep": AC, "wrong": Verdict.WA, "raise": RTE, "exit": RTE,
    "signal": RTE, "loop": Verdict.TLE, "memory": Verdict.MLE, "flood": Verdict.OLE,
}  # fmt: skip
# What the message says of an end by itself; the language's own words where it has some.
RAISED = {"python": "ValueError", "c": "SIGFPE", "cpp": "SIGABRT", "java": "IllegalStateException",
          "kotlin": "IllegalStateException", "rust": "exit code 101", "go": "exit code 2"}  # fmt: skip

Results = dict[str, SubmissionResult]


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """A problem whose tests tell the program how to end."""
    tests = {f"secret/{name}": pair for name, pair in TESTS.items()}
    root = tmp_path_factory.mktemp("packages") / "endings"
    return small_problem(root, tests, limits="{time_limit: 2, memory: 256, output: 1}")


@pytest.fixture(scope="module")
def results(endings: Problem, judging_sandbox: Sandbox) -> Iterator[Results]:
    """Results by language, judged when they are first asked for."""

    class Judged(Results):
        def __missing__(self, name: str) -> SubmissionResult:
            [path] = [path for path in SOURCES.iterdir() if path.suffix == language(name).extensions[0]]
            handed_in = submission(name, {path.name: path.read_bytes()})
            self[name] = judged(endings, handed_in, judging_sandbox)
            return self[name]

    return Judged()


@pytest.fixture
def built(request: pytest.FixtureRequest) -> str:
    """A language; one beyond the first only if its image is there, for building takes minutes."""
    name = str(request.param)
    if name not in FIRST:
        status = {row.language: row for row in image_status(None, {})}
        if not status[name].built:
            pytest.skip(f"the image of {name} is not built here")
    return name


@pytest.mark.parametrize("built", all_languages(), indirect=True)
def test_every_way_to_end_gets_its_verdict(results: Results, built: str) -> None:
    result = results[built]
    assert result.compile.ok, result.compile.output
    assert verdicts(result) == EXPECTED, [(test.name, test.message) for test in result.tests]
    tests = {test.name.rpartition("/")[2]: test for test in result.tests}
    assert RAISED.get(built, "exit code 1") in tests["raise"].message
    assert "exit code 3" in tests["exit"].message
    assert "killed by SIG" in tests["signal"].message
    assert tests["memory"].memory_bytes >= 250 << 20
    assert 2 <= tests["loop"].cpu_seconds < 4
    assert tests["sum"].cpu_seconds < 2
    assert all(test.cpu_seconds > 0 and test.memory_bytes > 0 for test in result.tests)


def test_memory_of_a_deep_stack_is_measured(results: Results) -> None:
    [deep] = [test for test in results["cpp"].tests if test.name == "secret/deep"]
    assert 190 << 20 < deep.memory_bytes < 240 << 20


SUM = {
    "python": "print(sum(map(int, input().split())))",
    "c": "#include <stdio.h>\nint main() { int a, b; scanf(\"%d%d\", &a, &b); printf(\"%d\", a + b); }",
    "cpp": "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b; }",
    "java": "class Sum { public static void main(String[] a) { var s = new java.util.Scanner(System.in); "
    "System.out.print(s.nextInt() + s.nextInt()); } }",
    "javascript": "const [a, b] = require('fs').readFileSync('/dev/stdin', 'utf8').split(' ').map(Number);\n"
    "console.log(a + b);",
}  # fmt: skip
SEVERAL = {
    "python": {
        "main.py": "import pkg.adds\nfrom told import tell\ntell(pkg.adds.add(*map(int, input().split())))",
        "told.py": "def tell(n): print(n)",
        "pkg/__init__.py": "",
        "pkg/adds.py": "from . import deep\nadd = deep.add",
        "pkg/deep.py": "import told\ndef add(a, b): return a + b",
    },
    "c": {
        "start.c": '#include <stdio.h>\n#include "lib/add.h"\nint main() { int a, b; scanf("%d%d", &a, &b); '
        'printf("%d", add(a, b)); }',
        "lib/add.c": '#include "add.h"\nint add(int a, int b) { return a + b; }',
        "lib/add.h": "int add(int, int);",
    },
    "cpp": {
        "main.cpp": '#include <iostream>\n#include "add.hpp"\nint main() { int a, b; std::cin >> a >> b; '
        "std::cout << add(a, b); }",
        "add.cc": '#include "add.hpp"\nint add(int a, int b) { return a + b; }',
        "add.hpp": "int add(int, int);",
    },
    "java": {
        "app/start.java": "package app; import lib.*; public class Start { public static void main(String[] "
        "x) { var s = new java.util.Scanner(System.in); System.out.print(Adder.add(s.nextInt(), s.nextInt())"
        "); } }",
        "lib/Adder.java": "package lib; public class Adder { public static int add(int a, int b) { return a "
        "+ new Object() { int b() { return b; } }.b(); } }",
    },
    "javascript": {
        "main.js": "const { add } = require('./lib/add.js');\n"
        "require('readline').createInterface(process.stdin).on('line', l => console.log(add(...l.split(' ')."
        "map(Number))));",
        "lib/add.js": "exports.add = (a, b) => a + b;",
    },
}
MODULES = {
    "main.mjs": "import { readFileSync } from 'fs';\nimport { add } from './add.mjs';\n"
    "console.log(add(...readFileSync(0, 'utf8').split(' ').map(Number)));",
    "add.mjs": "export const add = (a, b) => a + b;",
}
ODD_NAMES = ("my solution", "풀이 1", "-o", "@list", "..a", "x;y'\"$z")


@pytest.fixture(scope="module")
def sums(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """Two numbers to be added."""
    root = tmp_path_factory.mktemp("packages") / "sums"
    return small_problem(root, {"secret/1": ("3 4", "7")}, limits="{time_limit: 2, memory: 256}")


@pytest.mark.parametrize("name", FIRST)
def test_a_submission_of_several_files(sums: Problem, judging_sandbox: Sandbox, name: str) -> None:
    result = judged(sums, submission(name, SEVERAL[name]), judging_sandbox)
    assert result.verdict is Verdict.AC, (result.compile, result.tests)


def test_javascript_modules(sums: Problem, judging_sandbox: Sandbox) -> None:
    result = judged(sums, submission("javascript", MODULES), judging_sandbox)
    assert result.verdict is Verdict.AC, (result.compile, result.tests)


@pytest.mark.parametrize("name", FIRST)
def test_a_file_may_have_any_name(sums: Problem, judging_sandbox: Sandbox, name: str) -> None:
    """All of them at once: the others are there, the odd one is the program."""
    [extension, *_] = language(name).extensions
    for stem in ODD_NAMES if name == "python" else ODD_NAMES[1:4]:
        handed_in = submission(name, {f"{stem}{extension}": SUM[name], "한글 자료.txt": "-"})
        result = judged(sums, handed_in, judging_sandbox)
        assert result.verdict is Verdict.AC, (stem, result.compile, result.tests)


BROKEN = {
    "python": ("def f(:\n    pass", "SyntaxError"),
    "c": ("int main() { return x; }", "undeclared"),
    "cpp": ("#include <nothing.hpp>\nint main() { }", "nothing.hpp"),
    "java": ("class A { public static void main(String[] a) { int x = \"글\"; } }", "incompatible types"),
    "javascript": ("let x = ;", "SyntaxError"),
}  # fmt: skip


@pytest.mark.parametrize("name", FIRST)
def test_a_source_that_does_not_compile(sums: Problem, judging_sandbox: Sandbox, name: str) -> None:
    source, words = BROKEN[name]
    result = judged(sums, submission(name, source), judging_sandbox)
    assert result.verdict is Verdict.CE
    assert (result.compile.ok, result.tests, result.points) == (False, (), 0.0)
    assert words in result.compile.output
    assert "/jobcoach" not in result.compile.output


@pytest.mark.parametrize(
    ("name", "source", "says"),
    [
        ("c", '#include "/dev/zero"\nint main() { }', ""),
        ("cpp", "template <int n> struct A : A<n + 1> { };\nA<0> a;\nint main() { }", "template"),
        ("c", "int main() { return x; }\n" + "int y = x;\n" * 5000, "undeclared"),
        ("python", "x = " + "(" * 5000 + ")" * 5000, "python"),
    ],
)
def test_a_compiler_that_is_led_astray(
    tmp_path: Path, judging_sandbox: Sandbox, name: str, source: str, says: str
) -> None:
    """It ends within its limits, and so does what it said."""
    limits = "{time_limit: 1, memory: 64, compilation_time: 4, compilation_memory: 256}"
    problem = small_problem(tmp_path / "short", {"secret/1": ("1", "1")}, limits=limits)
    result = judged(problem, submission(name, source), judging_sandbox)
    assert result.verdict is Verdict.CE
    assert len(result.compile.output.encode()) < 70_000
    assert says in result.compile.output or "nested" in result.compile.output


def test_what_a_compiler_warns_of_is_shown_with_the_verdict(sums: Problem, judging_sandbox: Sandbox) -> None:
    source = '#warning "careful"\n' + SUM["c"]
    result = judged(sums, submission("c", source), judging_sandbox)
    assert result.verdict is Verdict.AC
    assert "careful" in result.compile.output


def test_what_was_built_is_kept(sums: Problem, judging_sandbox: Sandbox, tmp_path: Path) -> None:
    """The second time nothing is compiled."""
    handed_in = submission("cpp", SUM["cpp"])
    first = judged(sums, handed_in, judging_sandbox, cache_folder=tmp_path)
    second = judged(sums, handed_in, judging_sandbox, cache_folder=tmp_path)
    assert [first.compile.cached, second.compile.cached] == [False, True]
    assert first.verdict is second.verdict is Verdict.AC
