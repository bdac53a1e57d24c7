"""Plain processes: the same verdicts for one's own code, and nothing left behind."""

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from boxed_programs import MIB, run, run_python
from small_packages import judged, small_problem, submission, verdicts

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Box, BoxFile, BoxSpec, Program, Run, RunLimits, Sandbox
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.verdicts import Verdict

LIMITS = RunLimits(cpu_seconds=1.0, wall_seconds=10.0, memory_bytes=64 * MIB, output_bytes=MIB)
QUICK = RunLimits(cpu_seconds=1.0, wall_seconds=0.5, memory_bytes=64 * MIB, output_bytes=MIB)


@pytest.fixture
def box(process_sandbox: Sandbox) -> Iterator[Box]:
    with process_sandbox.open(BoxSpec(language("python"), memory_bytes=64 * MIB)) as opened:
        yield opened


@pytest.mark.parametrize("name", ["python", "c"])
def test_every_way_to_end_gets_its_verdict(tmp_path: Path, process_sandbox: Sandbox, name: str) -> None:
    if name == "c" and shutil.which("gcc") is None:
        pytest.skip("there is no gcc on this machine")
    [source] = Path(__file__).parents[1].glob(f"every_ending/main{language(name).extensions[0]}")
    words = {"exit": "RTE", "flood": "OLE", "loop": "TLE", "memory": "MLE", "raise": "RTE", "signal": "RTE"}
    tests = {f"secret/{word}": (word, "") for word in words}
    tests |= {"secret/korean": ("korean\n홍길동\n", "안녕하세요, 홍길동! 3"), "secret/wrong": ("wrong", "1")}
    problem = small_problem(tmp_path / "endings", tests, limits="{time_limit: 1, memory: 128, output: 1}")
    result = judged(problem, submission(name, {source.name: source.read_bytes()}), process_sandbox)
    assert verdicts(result) == {**words, "korean": "AC", "wrong": "WA"}, result.tests
    assert (result.sandbox, result.image_digest) == ("process", "")


def test_a_compile_error_is_told(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = small_problem(tmp_path / "any", {"secret/1": ("", "")})
    result = judged(problem, submission("python", "def f(:"), process_sandbox)
    assert result.verdict is Verdict.CE
    assert "SyntaxError" in result.compile.output


def test_a_toolchain_that_is_not_there_is_no_fault_of_the_candidate(
    tmp_path: Path, process_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    problem = small_problem(tmp_path / "any", {"secret/1": ("", "")})
    result = judged(problem, submission("c", "int main() { }"), process_sandbox)
    assert result.verdict is Verdict.JE
    assert "gcc" in result.message


def test_input_comes_from_bytes_and_from_files(box: Box, tmp_path: Path) -> None:
    source = "import sys; print(len(sys.stdin.buffer.read()), sys.stdin.seekable())"
    assert run_python(box, source, b"abc", LIMITS)[1] == b"3 True\n"
    (tmp_path / "in").write_bytes(b"x" * MIB)
    printed = bytearray()
    box.submit(Run(Program(("python3", "script.py"), LIMITS), tmp_path / "in", printed.extend))
    assert box.next_outcome().code == 0
    assert printed == b"%d True\n" % MIB


def test_runs_and_the_files_for_them_stay_in_order(box: Box) -> None:
    program = Program(("python3", "script.py"), LIMITS)
    printed = bytearray()
    for number in b"123":
        box.install([BoxFile("script.py", b"print(%c)" % number)])
        box.submit(Run(program, b"", printed.extend))
    for _ in range(3):
        assert box.next_outcome().ending is Ending.EXITED
    assert printed == b"1\n2\n3\n"


def test_memory_is_the_programs_own_and_ends_it(box: Box) -> None:
    ballast = bytearray(os.urandom(1)) * (200 * MIB)
    outcome, _ = run_python(box, "import time; time.sleep(0.2)", limits=LIMITS)
    assert outcome.ending is Ending.EXITED
    assert MIB < outcome.memory_bytes < 64 * MIB
    outcome, _ = run_python(box, "x = []\nwhile True: x.append(bytearray(b'x') * (1 << 20))", limits=LIMITS)
    assert outcome.ending is Ending.MEMORY
    assert outcome.memory_bytes < 1024 * MIB
    assert ballast


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        ("while True: pass", Ending.CPU),
        ("import time; time.sleep(60)", Ending.WALL),
        ("import os, time; os.close(1); os.close(2); time.sleep(60)", Ending.WALL),
        ("import os\nwhile True: os.write(1, b'x' * 65536)", Ending.OUTPUT),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", Ending.WALL),
        ("f = open('big', 'wb')\nwhile True: f.write(b'x' * 65536)", Ending.EXITED),
        ("import os; os.abort()", Ending.SIGNALED),
    ],
)
def test_limits_end_a_run_and_the_next_is_sound(box: Box, source: str, ending: Ending) -> None:
    limits = QUICK if ending is Ending.WALL else LIMITS
    outcome, printed = run_python(box, source, limits=limits)
    assert outcome.ending is ending, outcome
    assert len(printed) <= limits.output_bytes
    assert run_python(box, "print(1)", limits=LIMITS)[1] == b"1\n"


def test_much_is_said_on_stderr_and_little_kept(box: Box) -> None:
    outcome, _ = run_python(box, "import sys; sys.stderr.write('x' * 10**6)", limits=LIMITS)
    assert (outcome.ending, outcome.code) == (Ending.EXITED, 0)
    assert 0 < len(outcome.stderr) <= 128 * 1024


def test_what_a_program_started_ends_with_it(box: Box) -> None:
    source = "import os, time\nif os.fork() == 0: time.sleep(60)\nelse: print(os.getpgrp())"
    _, printed = run_python(box, source, limits=LIMITS)
    for _ in range(200):  # the killed are gone as soon as they are reaped
        if not _alive(int(printed)):
            return
        time.sleep(0.01)
    pytest.fail("the program's child is still there")


def _alive(group: int) -> bool:
    """Whether a process of the group is there that is no zombie."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            return True
    return False


def test_a_program_sees_no_keys_and_none_of_our_settings(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "JOBCOACH_LANG", "PYTHONPATH", "LC_ALL"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("JAVA_HOME", "/usr/lib/jvm")
    names = "'OPENAI_API_KEY', 'JOBCOACH_LANG', 'PYTHONPATH', 'LC_ALL', 'JAVA_HOME', 'LANG'"
    _, printed = run_python(box, f"import os; print([os.environ.get(n) for n in ({names})])", limits=LIMITS)
    assert printed == b"[None, None, None, None, '/usr/lib/jvm', 'C.UTF-8']\n"


def test_the_folder_is_gone_afterwards_and_descriptors_too(process_sandbox: Sandbox) -> None:
    open_before = _descriptors()
    with process_sandbox.open(BoxSpec(language("python"), memory_bytes=64 * MIB)) as opened:
        for _ in range(3):
            _, printed = run_python(opened, "import os; open('left', 'w'); print(os.getcwd())", limits=LIMITS)
    folder = Path(printed.decode().strip())
    assert folder.parent == Path(tempfile.gettempdir()).resolve()
    assert not folder.exists()
    assert _descriptors() <= open_before


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_an_exception_in_a_sink_leaves_no_process(box: Box) -> None:
    def refuse(piece: bytes) -> None:
        groups.append(int(piece))
        raise ConnectionError

    groups: list[int] = []
    box.install([BoxFile("script.py", b"import os, time; print(os.getpid(), flush=True); time.sleep(60)")])
    box.submit(Run(Program(("python3", "script.py"), LIMITS), b"", refuse))
    with pytest.raises(ConnectionError):
        box.next_outcome()
    assert not _alive(groups[0])


def test_live_input_is_relayed(box: Box) -> None:
    source = "for line in iter(input, 'end'): print(line[::-1], flush=True)"
    box.install([BoxFile("script.py", source.encode())])
    heard: list[bytes] = []
    live = box.start_live(
        Program(("python3", "script.py"), LIMITS),
        lambda piece: (heard.append(piece), live.send(b"end\n") if piece == b"cba\n" else None),
    )
    live.send(b"abc\n")
    assert live.outcome().code == 0
    assert heard == [b"cba\n", b""]


def test_two_that_write_and_do_not_read_reach_their_limits(process_sandbox: Sandbox) -> None:
    """Each fills the other's pipe; relaying must not wait for room there."""
    spec = BoxSpec(language("python"), memory_bytes=64 * MIB)
    source = "import os, time\nfor _ in range(16): os.write(1, b'x' * 65536)\ntime.sleep(60)"
    with process_sandbox.open(spec) as one, process_sandbox.open(spec) as other:
        lives = {}
        limits = RunLimits(1.0, 2.0, 64 * MIB, 2 * MIB)
        for box, name, heard_by in ((one, "one", "other"), (other, "other", "one")):
            box.install([BoxFile("script.py", source.encode())])
            lives[name] = box.start_live(
                Program(("python3", "script.py"), limits),
                lambda piece, to=heard_by: lives[to].send(piece) if to in lives else None,
            )
        endings = []
        threads = [
            threading.Thread(target=lambda live=live: endings.append(live.outcome().ending))
            for live in lives.values()
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert endings == [Ending.WALL, Ending.WALL]


def test_a_program_that_cannot_start_is_the_judges_fault(box: Box) -> None:
    outcome, _ = run(box, Program(("./nothing",), LIMITS))
    assert (outcome.ending, outcome.code) == (Ending.FAULT, 2)
    heard: list[bytes] = []
    live = box.start_live(Program(("./nothing",), LIMITS), heard.append)
    live.send(b"x")
    live.close_input()
    assert live.outcome().ending is Ending.FAULT
    assert heard == [b""]


def test_files_come_back_and_links_do_not(box: Box) -> None:
    source = """
import os, sys
open(sys.argv[1] + 'a', 'w').write('x')
os.symlink('/etc/passwd', sys.argv[1] + 'b')
"""
    box.install([BoxFile("script.py", source.encode())])
    program = Program(("python3", "script.py", "/tmp/out/"), LIMITS, collect="/tmp/out")
    outcome, _ = run(box, program)
    assert [(file.name, file.content) for file in outcome.files] == [("a", b"x")]


def test_only_known_kinds_open() -> None:
    with pytest.raises(Exception, match="docker, process"), open_sandbox("chroot"):
        pass
