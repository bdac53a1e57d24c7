"""Programs that try to break out, hide, cheat or stay; each in a real box.

Every case ends as told, within its limits, and afterwards an honest program
in the same box gets the right result (or the box says that it is dirty).
"""

import pytest
from boxed_programs import LIMITS, run_c, run_python

from jobcoach.judge.sandbox.box import Box
from jobcoach.judge.sandbox.protocol import Ending

pytestmark = [pytest.mark.docker, pytest.mark.attack]


def assert_still_sound(box: Box) -> None:
    """An honest program runs as if nothing had happened."""
    outcome, printed = run_python(
        box, "import os; print(sorted(os.listdir('/tmp') + os.listdir('/dev/shm')))"
    )
    assert (outcome.ending, outcome.code, printed) == (Ending.EXITED, 0, b"[]\n")


# fmt: off
# ruff: noqa: E501 - programs are easier to read with one a line
ENDURING = {
    "fork bomb": ("import os\nwhile True:\n try: os.fork()\n except OSError: pass", Ending.CPU),
    "memory bomb": ("x = []\nwhile True: x.append(bytearray(1 << 20))", Ending.MEMORY),
    "memory bomb of many processes": (
        "import os, time\nfor _ in range(30):\n if os.fork() == 0:\n  x = bytearray(8 << 20); time.sleep(30)\nos.wait()",
        Ending.MEMORY,
    ),
    "memory bomb in /dev/shm": ("open('/dev/shm/x', 'wb').write(b'x' * (200 << 20))", None),
    "flood on stdout": ("import os\nwhile True: os.write(1, b'x' * 65536)", Ending.OUTPUT),
    "flood on stderr": ("import os\nwhile True: os.write(2, b'x' * 65536)", Ending.OUTPUT),
    "huge file": ("f = open('/tmp/x', 'wb')\nwhile True: f.write(b'x' * 65536)", None),
    "a million files": ("i = 0\nwhile True:\n i += 1\n open(f'/tmp/{i}', 'w').close()", None),
    "deep folders": (
        "import os\nos.chdir('/tmp')\nfor _ in range(3000):\n os.mkdir('d'); os.chdir('d')",
        Ending.EXITED,
    ),
    "folders without rights": (
        "import os\nos.makedirs('/tmp/a/b/c')\nopen('/tmp/a/b/f', 'w').close()\nos.chmod('/tmp/a/b', 0)\nos.chmod('/tmp/a', 0)",
        Ending.EXITED,
    ),
    "survivor by double fork": (
        "import os, time\nif os.fork() == 0:\n os.setsid()\n if os.fork() == 0:\n  while True: open('/tmp/alive', 'w').close()\n os._exit(0)\nos.wait()",
        Ending.EXITED,
    ),
    "survivor that ignores every signal": (
        "import os, signal, time\nfor n in range(1, 65):\n try: signal.signal(n, signal.SIG_IGN)\n except (OSError, ValueError): pass\nif os.fork() == 0: time.sleep(60)",
        Ending.EXITED,
    ),
    "closing stdout and sleeping": ("import os, time\nos.close(1); os.close(2); time.sleep(60)", Ending.WALL),
    "stopping itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", Ending.WALL),
    "killing everything": ("import os\nos.kill(-1, 9)\nprint('left')", Ending.EXITED),
    "stopping everything": ("import os, signal\nos.kill(-1, signal.SIGSTOP)\nprint('left')", Ending.EXITED),
}


@pytest.mark.parametrize("name", ENDURING)
def test_it_ends_within_its_limits_and_leaves_nothing(python_box: Box, name: str) -> None:
    source, ending = ENDURING[name]
    outcome, printed = run_python(python_box, source)
    if ending is not None:
        assert outcome.ending is ending, outcome
    assert outcome.wall_seconds < LIMITS.wall_seconds * 10 + 2  # on a busy machine; 3 on an idle one
    assert len(printed) <= LIMITS.output_bytes
    assert not outcome.dirty
    assert_still_sound(python_box)


REFUSED = {
    "killing the runner": "import os, errno\nos.kill(1, 9)",
    "the runner's descriptors": "import os\nos.listdir('/proc/1/fd')",
    "the runner's memory": "open('/proc/1/mem', 'rb')",
    "the runner's environment": "open('/proc/1/environ', 'rb').read()",
    "its own source": "open('/box/script.py', 'a')",
    "replacing its own source": "import os\nos.unlink('/box/script.py')",
    "a file next to its source": "open('/box/x', 'w')",
    "the root folder": "open('/x', 'w')",
    "the runner's program": "open('/jobcoach/runner', 'rb')",
    "becoming root": "import os\nos.setuid(0)",
    "a TCP socket": "import socket\nsocket.socket(socket.AF_INET)",
    "an IPv6 socket": "import socket\nsocket.socket(socket.AF_INET6)",
    "a netlink socket": "import socket\nsocket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "a packet socket": "import socket\nsocket.socket(socket.AF_PACKET)",
    "a vsock socket": "import socket\nsocket.socket(40, socket.SOCK_STREAM)",
    "an ALG socket": "import socket\nsocket.socket(38, socket.SOCK_SEQPACKET)",
    "mounting": "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nif libc.mount(b'x', b'/tmp', b'tmpfs', 0, None): raise OSError",
    "a device": "import os, stat\nos.mknod('/tmp/kmsg', stat.S_IFCHR | 0o666, os.makedev(1, 11))",
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(python_box: Box, name: str) -> None:
    outcome, _ = run_python(python_box, REFUSED[name])
    assert outcome.code == 1, outcome
    assert b"Error" in outcome.stderr
    assert_still_sound(python_box)


SYSTEM_CALLS = {
    "io_uring": "io_uring_setup, 8, memset(malloc(4096), 0, 4096)",
    "ptrace": "ptrace, 16, getppid(), 0, 0",
    "pidfd_open": "pidfd_open, getpid(), 0",
    "process_vm_readv": "process_vm_readv, getpid(), 0, 0, 0, 0, 0",
    "shmget": "shmget, 1234, 4096, 01666",
    "semget": "semget, 1234, 1, 01666",
    "msgget": "msgget, 1234, 01666",
    "mq_open": 'mq_open, "queue", 0102, 0666, 0',
    "unshare a user namespace": "unshare, 0x10000000",
    "clone into a user namespace": "clone, 0x10000000 | 17, 0, 0, 0, 0",
    "clone a child for its parent": "clone, 0x8000 | 17, 0, 0, 0, 0",
    "clone3": "clone3, 0, 0",
    "keyctl": "keyctl, 0, -3, 1",
    "bpf": "bpf, 0, 0, 0",
    "perf_event_open": "perf_event_open, 0, 0, -1, -1, 0",
    "userfaultfd": "userfaultfd, 0",
    "a socket pair that is not local": "socketpair, 2, 1, 0, malloc(8)",
}


@pytest.mark.parametrize("name", SYSTEM_CALLS)
def test_a_system_call_is_denied(gcc_box: Box, name: str) -> None:
    call, *rest = SYSTEM_CALLS[name].split(", ", 1)
    source = f"""
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>
#include <sys/syscall.h>
int main() {{
    errno = 0;
    long result = syscall(SYS_{call}, {rest[0] if rest else 0});
    printf("%ld %d", result, errno);
    return 0;
}}"""
    _, printed = run_c(gcc_box, source)
    result, error = map(int, printed.split())
    assert result == -1
    assert error in {1, 38, 97}  # EPERM, ENOSYS, EAFNOSUPPORT


def test_the_32_bit_system_calls_are_closed(gcc_box: Box) -> None:
    source = """
int main() {
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(20));
    return 0;
}"""
    outcome, _ = run_c(gcc_box, source)
    assert outcome.ending is Ending.SIGNALED


def test_frames_of_the_runner_are_just_output(python_box: Box) -> None:
    forged = "import os, struct\nos.write(1, struct.pack('<BxxxI', ord('x'), 40) + bytes(40))"
    outcome, printed = run_python(python_box, forged)
    assert printed[:1] == b"x"
    assert len(printed) == 48
    assert outcome.cpu_seconds > 0
    assert_still_sound(python_box)


def test_no_descriptor_of_the_runner_is_inherited(python_box: Box) -> None:
    source = "import os\nprint([n for n in range(3, 300) if os.path.exists(f'/proc/self/fd/{n}')])"
    assert run_python(python_box, source)[1] == b"[]\n"


def test_a_title_that_imitates_the_runner_changes_nothing(gcc_box: Box) -> None:
    source = """
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>
int main(int argc, char **argv) {
    prctl(PR_SET_NAME, "runner");
    memset(argv[0], 'x', strlen(argv[0]));
    if (!fork()) for (;;) pause();
    return 42;
}"""
    outcome, _ = run_c(gcc_box, source)
    assert (outcome.ending, outcome.code) == (Ending.EXITED, 42)


@pytest.mark.parametrize("place", ["/tmp", "/dev/shm", "/dev/mqueue"])
def test_what_is_left_is_gone_at_the_next_run(python_box: Box, place: str) -> None:
    run_python(python_box, f"open('{place}/left', 'w').write('x')")
    assert run_python(python_box, f"import os; print(os.listdir('{place}'))")[1] == b"[]\n"


def test_planted_symlinks_lead_the_judge_nowhere(python_box: Box) -> None:
    links = "('/box/script.py', '/tmp/a'), ('/', '/tmp/b'), ('/box', '/dev/shm/c')"
    source = f"import os\nfor pair in ({links}): os.symlink(*pair)"
    run_python(python_box, source)
    assert_still_sound(python_box)


def test_nul_and_broken_utf8_arrive_as_they_are(python_box: Box) -> None:
    garbage = bytes(range(256))
    _, printed = run_python(python_box, "import os; os.write(1, bytes(range(256)))")
    assert printed == garbage
