"""Programs that look for what is not theirs: answers, the runner, the fork server, the network.

Each prints what it got hold of; the right answer is an empty list.
"""

import secrets
from pathlib import Path

import pytest
from hostile_submissions import CALM, HONEST, LIMITS, assert_next_is_sound, attack
from small_packages import judged, small_problem, submission

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = [pytest.mark.docker, pytest.mark.attack]

PATIENT = "{time_limit: 20, memory: 256, output: 1}"

# Every readable byte inside: all files, and of every process what /proc shows of it.
SEARCH = """\
import os, re, stat, sys
input()
word = re.compile(rb'(?:ANSWER|LATER)-[0-9a-f]{16}')
found, pieces = set(), 0

def look(path, whole):
    global pieces
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        return
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return
        kept = b''
        while piece := os.read(handle, 1 << 20):
            pieces += 1
            both = kept + piece
            if (b'ANSWER-' in both or b'LATER-' in both) and (match := word.search(both)):
                found.add(f'{path}: {match[0].decode()}')
            kept = piece[-32:]
            if not whole:
                break
    except OSError:
        pass
    finally:
        os.close(handle)

for place, folders, files in os.walk('/'):
    if place == '/':
        folders[:] = [each for each in folders if each not in ('proc', 'sys')]
    for name in files:
        look(os.path.join(place, name), True)
for process in os.listdir('/proc'):
    if process.isdigit():
        for name in os.listdir(f'/proc/{process}'):
            look(f'/proc/{process}/{name}', name not in ('mem', 'pagemap', 'kpageflags'))
for line in open('/proc/self/maps'):
    start, end = (int(each, 16) for each in line.split()[0].split('-'))
    with open('/proc/self/mem', 'rb', buffering=0) as memory:
        try:
            memory.seek(start)
            content = memory.read(min(end - start, 64 << 20))
        except (OSError, ValueError, OverflowError):
            continue
        pieces += 1
        found.update(match.decode() for match in word.findall(content))
print(sorted(found) if pieces > 1000 else f'only {pieces} pieces were looked at')
"""


def test_answers_and_later_inputs_are_nowhere_inside(hostile_sandbox: Sandbox, tmp_path: Path) -> None:
    answer, later = f"ANSWER-{secrets.token_hex(8)}", f"LATER-{secrets.token_hex(8)}"
    tests: dict[str, tuple[str | bytes, str | bytes]] = {
        "sample/1": ("now\n", "[]\n"),
        "secret/1": (f"{later}\n" * 50_000, f"{answer}\n" * 50_000),
    }
    files = {"submissions/accepted/a.py": f"print('{answer}')", "data/secret/1.hint": answer}
    problem = small_problem(tmp_path / "hidden", tests, limits=PATIENT, files=files)
    result = judged(problem, submission("python", SEARCH), hostile_sandbox)
    assert [test.verdict for test in result.tests] == [Verdict.AC, Verdict.WA], result.tests[0].sample


# What may be tried on each process that is not its own; whatever works is printed.
TOUCH = """\
import ctypes, resource, signal
libc, got = ctypes.CDLL(None, use_errno=True), []

def attempt(what, action):
    try:
        action()
    except (OSError, ValueError):
        return
    got.append(what)

def write(path, text):
    handle = os.open(path, os.O_WRONLY)
    try:
        os.write(handle, text)
    finally:
        os.close(handle)

def call(number, *arguments):
    ctypes.set_errno(0)
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), '')

others = [int(each) for each in os.listdir('/proc') if each.isdigit() and int(each) != os.getpid()]
if len(others) < 2:
    got.append('the fork server was not seen')
for pid in others:
    for number in (0, signal.SIGSTOP, signal.SIGKILL, signal.SIGCHLD, signal.SIGUSR1, 34):
        attempt(f'signal {number} to {pid}', lambda: os.kill(pid, number))
    for name in ('mem', 'environ', 'maps', 'auxv', 'stack', 'syscall', 'io', 'pagemap'):
        attempt(f'{name} of {pid}', lambda: open(f'/proc/{pid}/{name}', 'rb').read(16))
    for name in ('cwd', 'root', 'exe', 'ns/pid'):
        attempt(f'{name} of {pid}', lambda: os.readlink(f'/proc/{pid}/{name}'))
    attempt(f'descriptors of {pid}', lambda: os.listdir(f'/proc/{pid}/fd'))
    for number in range(64):
        attempt(f'descriptor {number} of {pid}', lambda: os.open(f'/proc/{pid}/fd/{number}', os.O_RDWR))
    attempt(f'limits of {pid}', lambda: resource.prlimit(pid, resource.RLIMIT_NOFILE))
    attempt(f'oom score of {pid}', lambda: write(f'/proc/{pid}/oom_score_adj', b'1000'))
    attempt(f'priority of {pid}', lambda: os.setpriority(os.PRIO_PROCESS, pid, 19))
    attempt(f'processors of {pid}', lambda: os.sched_setaffinity(pid, {0}))
    attempt(f'scheduling of {pid}', lambda: os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0)))
    attempt(f'tracing {pid}', lambda: call(101, 16, pid, 0, 0))
    attempt(f'pidfd of {pid}', lambda: call(434, pid, 0))
    attempt(f'memory of {pid}', lambda: call(310, pid, 0, 0, 0, 0, 0))
attempt('an own oom score', lambda: write('/proc/self/oom_score_adj', b'-1000'))
attempt('more open files', lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096)))
attempt('more processor time', lambda: resource.setrlimit(resource.RLIMIT_CPU, (3600, 3600)))
attempt('more processes', lambda: resource.setrlimit(resource.RLIMIT_NPROC, (4096, 4096)))
for uid in (0, 1, os.getuid() - 1):
    attempt(f'user {uid}', lambda: os.setuid(uid))
    attempt(f'group {uid}', lambda: os.setgroups([uid]))
for path in ('/x', '/box/x', '/jobcoach/x', '/etc/x', '/dev/x', '/run/x', '/var/tmp/x', '/sys/fs/cgroup/x'):
    attempt(f'writing {path}', lambda: open(path, 'w'))
for path in ('/jobcoach/runner', '/jobcoach/python-fork-server', '/etc/shadow', '/proc/kcore', '/dev/mem'):
    attempt(f'reading {path}', lambda: open(path, 'rb').read(1))
got += [f'descriptor {name}' for name in os.listdir('/proc/self/fd') if 2 < int(name) < 100
        and os.path.exists(f'/proc/self/fd/{name}')]
got += [f'variable {name}' for name in os.environ
        if name not in ('PATH', 'HOME', 'LANG', 'LC_CTYPE', 'PYTHONHASHSEED', 'PYTHONDONTWRITEBYTECODE')]
print(got)
"""


def test_runner_and_fork_server_cannot_be_touched(hostile_sandbox: Sandbox, tmp_path: Path) -> None:
    attacked = attack(hostile_sandbox, tmp_path, "python", CALM + TOUCH, answer="[]\n", limits=PATIENT)
    assert attacked.hostile.verdict is Verdict.AC, attacked.said
    assert_next_is_sound(attacked)


SOCKETS = """\
import socket, ctypes
got = []
for family in range(64):
    for kind in (1, 2, 3, 4, 5):
        for protocol in (0, 1, 6, 16, 17, 58, 255):
            try:
                socket.socket(family, kind, protocol).close()
                got.append((family, kind))
            except (OSError, ValueError):
                pass
print(sorted(set(got) - {(1, 1), (1, 2), (1, 3), (1, 5)}))
"""


def test_no_socket_but_local_ones_opens(hostile_sandbox: Sandbox, tmp_path: Path) -> None:
    attacked = attack(hostile_sandbox, tmp_path, "python", CALM + SOCKETS, answer="[]\n", limits=PATIENT)
    assert attacked.hostile.verdict is Verdict.AC, attacked.said
    assert_next_is_sound(attacked)


# Numbers are x86-64's for the calls that libc does not wrap; the header has them for any.
SYSTEM_CALLS = """\
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#define TRY(name, ...) if (syscall(SYS_##name, ##__VA_ARGS__) >= 0) printf(#name " ")
int main() {
    char what[16] = "";
    if (scanf("%15s", what) == 1 && !strcmp(what, "calm")) { puts("calm"); return 0; }
    TRY(io_uring_setup, 8, calloc(1, 4096));
    TRY(ptrace, 0, 0, 0, 0);
    TRY(ptrace, 16, 1, 0, 0);
    TRY(process_vm_readv, getpid(), 0, 0, 0, 0, 0);
    TRY(process_vm_writev, getpid(), 0, 0, 0, 0, 0);
    TRY(pidfd_open, getpid(), 0);
    TRY(kcmp, getpid(), 1, 0, 0, 0);
    TRY(shmget, 1234, 4096, 01666);
    TRY(semget, 1234, 1, 01666);
    TRY(msgget, 1234, 01666);
    TRY(mq_open, "queue", 0102, 0666, 0);
    TRY(unshare, 0x10000000);
    TRY(setns, 0, 0);
    TRY(mount, "x", "/tmp", "tmpfs", 0, 0);
    TRY(umount2, "/tmp", 2);
    TRY(pivot_root, "/tmp", "/tmp");
    TRY(chroot, "/tmp");
    TRY(keyctl, 0, -3, 1);
    TRY(add_key, "user", "left", "x", 1, -3);
    TRY(bpf, 0, 0, 0);
    TRY(perf_event_open, calloc(1, 128), 0, -1, -1, 0);
    TRY(userfaultfd, 0);
    TRY(memfd_secret, 0);
    TRY(fanotify_init, 0, 0);
    TRY(open_by_handle_at, 0, calloc(1, 128), 0);
    TRY(clone3, calloc(1, 128), 88);
    TRY(clone, 0x10000000 | 17, 0, 0, 0, 0);
    TRY(reboot, 0xfee1dead, 672274793, 0, 0);
    TRY(sethostname, "x", 1);
    TRY(settimeofday, calloc(1, 16), 0);
    TRY(init_module, 0, 0, "");
    TRY(kexec_load, 0, 0, 0, 0);
    TRY(swapon, "/tmp", 0);
    TRY(quotactl, 0, 0, 0, 0);
    puts("done");
}
"""


def test_no_system_call_that_reaches_out_works(hostile_sandbox: Sandbox, tmp_path: Path) -> None:
    attacked = attack(hostile_sandbox, tmp_path, "c", SYSTEM_CALLS)
    assert attacked.hostile.verdict is Verdict.AC, (attacked.said, attacked.hostile)
    assert_next_is_sound(attacked)


VALIDATOR = """\
import os, sys
print('the validator ran', file=sys.stderr)
sys.exit(42 if sys.stdin.read().strip() == open(sys.argv[2]).read().strip() else 43)
"""
IMITATIONS = {
    "a wrong answer and a feedback folder": (
        "os.makedirs('/tmp/feedback'); open('/tmp/feedback/score.txt', 'w').write('100'); print('wrong')",
        Verdict.WA,
    ),
    "the accepting exit code": ("print('done', flush=True); os._exit(42)", Verdict.RTE),
    "the rejecting exit code": ("print('done', flush=True); os._exit(43)", Verdict.RTE),
}


@pytest.mark.parametrize("name", IMITATIONS)
def test_imitating_the_validator_changes_nothing(hostile_sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    source, verdict = IMITATIONS[name]
    tests: dict[str, tuple[str | bytes, str | bytes]] = {
        "sample/attack": ("attack\n", "done\n"),
        "secret/calm": ("calm\n", "calm\n"),
    }
    files = {"output_validator/validate.py": VALIDATOR}
    problem = small_problem(tmp_path / "validated", tests, limits=LIMITS, files=files)
    result = judged(problem, submission("python", CALM + source), hostile_sandbox)
    assert [test.verdict for test in result.tests] == [verdict, Verdict.AC], result
    assert judged(problem, submission("python", HONEST), hostile_sandbox).verdict is Verdict.AC
