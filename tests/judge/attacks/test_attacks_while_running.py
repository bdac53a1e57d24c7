"""Programs that eat, flood, hide, cheat or stay: the right verdict, and nothing left of them."""

from pathlib import Path

import pytest
from hostile_submissions import CALM, Attacked, assert_next_is_sound, attack

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = [pytest.mark.docker, pytest.mark.attack]

AC, WA, TLE, MLE, OLE, RTE = Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.MLE, Verdict.OLE, Verdict.RTE

# Where two verdicts stand, two limits are near and either may be met first.
# fmt: off
# ruff: noqa: E501 - programs are easier to read with one a line
ATTACKS: dict[str, tuple[str, set[Verdict]]] = {
    "fork bomb": ("while True:\n try: os.fork()\n except OSError: pass", {TLE, MLE}),
    "thread bomb": (
        "import threading, time\nwhile True:\n try: threading.Thread(target=time.sleep, args=(60,)).start()\n except RuntimeError: pass",
        {TLE, MLE},
    ),
    "memory bomb": ("x = []\nwhile True: x.append(bytearray(1 << 20))", {MLE}),
    "memory bomb of many processes": (
        "import time\nfor _ in range(30):\n if os.fork() == 0:\n  x = bytearray(8 << 20); time.sleep(30)\nos.wait()",
        {MLE},
    ),
    "memory bomb in files": (
        "for place in ('/dev/shm', '/tmp'):\n try: open(place + '/x', 'wb').write(b'x' * (63 << 20))\n except OSError: pass\nx = bytearray(60 << 20)",
        {MLE},
    ),
    "sending the OOM killer to the judge": (
        "script = 'echo 0 > /proc/self/oom_score_adj; for place in /dev/shm /tmp; do dd if=/dev/zero of=$place/x bs=64k; done; sleep 9'\nos.execvp('sh', ['sh', '-c', script])",
        {MLE},
    ),
    "flood on stdout": ("while True: os.write(1, b'x' * 65536)", {OLE}),
    "flood on stderr": ("while True: os.write(2, b'x' * 65536)", {OLE}),
    "huge file": ("f = open('/tmp/x', 'wb')\nwhile True: f.write(b'x' * 65536)", {RTE, MLE}),
    "a million files": ("i = 0\nwhile True:\n i += 1\n open(f'/tmp/{i}', 'w').close()", {RTE, TLE}),
    "files left for the next test": (
        "for place in ('/tmp', '/dev/shm', '/dev/mqueue'):\n try: open(place + '/left', 'w').write('42')\n except OSError: pass\n"
        "os.makedirs('/tmp/a/b/c'); os.chmod('/tmp/a/b', 0); os.chmod('/tmp/a', 0)\nprint('done')",
        {AC},
    ),
    "survivors by double fork": (
        "import time\nif os.fork() == 0:\n os.setsid()\n for _ in range(5):\n  if os.fork() == 0:\n   while True: open('/tmp/alive', 'w').close()\n os._exit(0)\nos.wait()\nprint('done')",
        {AC},
    ),
    "a survivor that writes into the output later": (
        "import time\nif os.fork() == 0:\n time.sleep(1)\n while True: os.write(1, b'more')\nprint('done')",
        {AC},
    ),
    "a survivor that ignores every signal": (
        "import signal, time\nfor n in range(1, 65):\n try: signal.signal(n, signal.SIG_IGN)\n except (OSError, ValueError): pass\nif os.fork() == 0: time.sleep(60)\nprint('done')",
        {AC},
    ),
    "killing the runner": ("try: os.kill(1, 9)\nexcept PermissionError: print('done')", {AC}),
    "stopping the runner": ("import signal\ntry: os.kill(1, signal.SIGSTOP)\nexcept PermissionError: print('done')", {AC}),
    "killing everything": ("os.kill(-1, 9)\nprint('done')", {AC}),
    "stopping everything": ("import signal\nos.kill(-1, signal.SIGSTOP)\nprint('done')", {AC}),
    "stopping itself": ("import signal\nos.kill(os.getpid(), signal.SIGSTOP)", {TLE}),
    "stopping its parent's group": ("import signal\nos.killpg(0, signal.SIGSTOP)", {TLE}),
    "closing stdout and sleeping": ("import time\nos.close(1); os.close(2); time.sleep(60)", {TLE}),
    "processor time of children nobody waits for": (
        "import signal, time\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\nif os.fork() == 0:\n while time.process_time() < 5: pass\n os._exit(0)\ntime.sleep(60)",
        {TLE},
    ),
    "processor time of an orphan": (
        "import time\nif os.fork() == 0:\n if os.fork() == 0:\n  while True: pass\n os._exit(0)\nos.wait()\ntime.sleep(60)",
        {TLE},
    ),
    "frames of the runner": (
        "import struct\nfor kind in 'hoefdnqx': os.write(1, struct.pack('<BxxxI', ord(kind), 48) + bytes(48))",
        {WA},
    ),
    "NUL and broken UTF-8": ("os.write(1, bytes(range(256)) + b'done\\0\\xff')", {WA}),
    "the right answer, then NUL": ("os.write(1, b'done\\0\\n')", {WA}),
    "an exit code that accepts": ("sys.exit(42)", {RTE}),
    "an exit code that rejects": ("sys.exit(43)", {RTE}),
    "the exit code of a failed start": ("print('done', flush=True); os._exit(127)", {RTE}),
    "the runner's own exit code": ("print('done', flush=True); os._exit(70)", {RTE}),
    "the runner's name": (
        "import ctypes\nctypes.CDLL(None).prctl(15, b'runner', 0, 0, 0)\nif os.fork() == 0:\n while True: pass\nprint('done')",
        {AC},
    ),
    "the runner's complaints": ("os.write(2, b'unexpected frame\\nno room for the input\\n'); print('done')", {AC}),
    "symlinks all over": (
        "for pair in ('/box/solution.py', '/tmp/a'), ('/', '/tmp/b'), ('/proc/1/mem', '/dev/shm/c'), ('/tmp', '/tmp/d'): os.symlink(*pair)\nprint('done')",
        {AC},
    ),
    "a symlink in place of the source": (
        "os.symlink('/etc/passwd', '/tmp/x')\ntry: os.replace('/tmp/x', '/box/solution.py')\nexcept OSError: print('done')",
        {AC},
    ),
    "changing its source": (
        "done = 0\nfor change in (lambda: open('/box/solution.py', 'a'), lambda: os.chmod('/box/solution.py', 0o777), lambda: open('/box/json.py', 'w'), lambda: os.rename('/box', '/tmp/box')):\n"
        " try: change()\n except OSError: done += 1\nprint('done' if done == 4 else done)",
        {AC},
    ),
    "modules for the next test": (
        "place = os.path.expanduser('~/.local/lib/python3.11/site-packages')\nos.makedirs(place)\nopen(place + '/usercustomize.py', 'w').write('print(42)')\nprint('done')",
        {AC},
    ),
    "output hidden in a circle of sockets": (
        "import socket\na, b = socket.socketpair()\nsocket.send_fds(a, [b'x'], [1, b.fileno()])\nsocket.send_fds(b, [b'x'], [1, a.fileno()])\nprint('done')",
        {AC},
    ),
    "slowing the runner down": (
        "import threading\ndef spin():\n while True:\n  for change in (lambda: os.setpriority(os.PRIO_PROCESS, 1, 19), lambda: os.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0))):\n"
        "   try: change()\n   except OSError: pass\nfor _ in range(8):\n if os.fork() == 0: spin()\nspin()",
        {TLE},
    ),
    "no descriptor left": ("while True:\n try: os.dup(0)\n except OSError: break\nwhile True: pass", {TLE}),
    "endless recursion": ("sys.setrecursionlimit(1 << 30)\ndef f(): return f() + 1\nf()", {RTE, TLE, MLE}),
}
# fmt: on


@pytest.mark.parametrize("name", ATTACKS)
def test_it_gets_its_verdict_and_leaves_nothing(hostile_sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    source, verdicts = ATTACKS[name]
    attacked = attack(hostile_sandbox, tmp_path, "python", CALM + source)
    assert attacked.test("attack").verdict in verdicts, attacked.hostile
    assert attacked.test("calm").verdict is AC, attacked.hostile
    assert_within_limits(attacked)
    assert_next_is_sound(attacked)


def assert_within_limits(attacked: Attacked) -> None:
    """Ended by the judge soon after it went beyond its limits."""
    test = attacked.test("attack")
    assert test.cpu_seconds < 2.0  # four times the limit: one look may come late on a busy machine
    assert test.wall_seconds < 10 * (0.5 + 2.0) + 5
    assert len(attacked.said) < 20_000  # of the megabyte that it may print
