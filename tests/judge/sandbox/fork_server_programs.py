"""Scripts that show whatever of its surroundings a Python program can see.

Each must print the same whether its interpreter was started for it or forked; none
prints an address, a process id or a time. Standard input is ``STDIN`` for all.
"""

# ruff: noqa: E501 - short programs are easier to compare on one line
STDIN = "3 4\n둘째 줄\nlast, without an end".encode()

SYS_NAMES = (
    "argv orig_argv path flags executable _base_executable version version_info prefix exec_prefix base_prefix "
    "base_exec_prefix byteorder hexversion platlibdir pycache_prefix warnoptions _xoptions builtin_module_names "
    "dont_write_bytecode implementation float_info int_info thread_info hash_info abiflags platform maxsize"
)
# Printing such a table: everything about a stream, by name.
STREAM = """
import sys
def told(f):
    try: return f()
    except Exception as error: return repr(error)
for s in (sys.stdin, sys.stdout, sys.stderr):
    for n in 'name mode encoding errors line_buffering write_through newlines closed'.split(): print(n, getattr(s, n, None))
    for n in 'isatty fileno seekable readable writable tell'.split(): print(n, told(getattr(s, n)))
    print(type(s.buffer), type(s.buffer.raw), s.buffer.raw._blksize, s.buffer.raw.closefd, told(s.buffer.tell))
"""
PROGRAMS = {
    "names of sys": f"import sys\nfor n in {SYS_NAMES!r}.split(): print(n, getattr(sys, n, None))",
    "loaded modules": "import sys; print(list(sys.modules)); print(sorted(sys.path_importer_cache))",
    "settings of sys": "import sys; print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.getdlopenflags(), sys.gettrace(), sys.getprofile(), sys.getfilesystemencoding(), sys.get_int_max_str_digits(), sys.displayhook, sys.excepthook is sys.__excepthook__, sys.get_asyncgen_hooks(), sys.unraisablehook)",
    "main module": "import sys\nm = sys.modules['__main__']\nprint(sorted(vars(m))); print(m.__name__, m.__file__, m.__cached__, m.__spec__, m.__package__, m.__doc__, type(m.__loader__), m.__builtins__, m.__annotations__)",
    "run as main": "if __name__ == '__main__': print('main', __file__)",
    "streams": STREAM,
    "streams after reading": "import sys, os\nprint(input()); print(sys.stdin.readline()); print(os.lseek(0, 0, 1))\ntry: print(sys.stdin.tell())\nexcept OSError as e: print(e)",
    "standard input by open": "f = open(0); print(f.read().split(), f.mode, f.encoding)",
    "standard input by read": "import os; print(os.read(0, 5), os.read(0, 1000), os.read(0, 1))",
    "standard input by name": "print(open('/dev/stdin', encoding='utf-8').read())",
    "standard input by mmap": "import mmap; m = mmap.mmap(0, 0, prot=mmap.PROT_READ); print(len(m), m[:3], m.readline())",
    "standard input line by line": "import sys\nfor line in sys.stdin: print(repr(line))",
    "standard input's bytes": "import sys; print(sys.stdin.buffer.read())",
    "standard input again and again": "import sys; sys.stdin.read(); sys.stdin.seek(0); print(sys.stdin.read())",
    "input at the end": "try:\n while True: print(input('? '))\nexcept EOFError as e: print(repr(e))",
    "input at the end, uncaught": "while True: input()",
    "files behind the streams": "import os, fcntl\nfor fd in (0, 1, 2):\n s = os.fstat(fd); print(oct(s.st_mode), s.st_size, s.st_uid == os.getuid(), s.st_gid == os.getgid(), s.st_nlink, s.st_blksize, fcntl.fcntl(fd, fcntl.F_GETFL), fcntl.fcntl(fd, fcntl.F_GETFD))\nprint(fcntl.fcntl(1, 1032), fcntl.fcntl(2, 1032))",
    "open descriptors": "import os\nfor n in sorted(os.listdir('/proc/self/fd')): print(n)",
    "exit without a word": "import sys; sys.exit()",
    "exit with 0": "import sys; sys.exit(0)",
    "exit with 7": "import sys; sys.exit(7)",
    "exit with 256": "import sys; sys.exit(256)",
    "exit with -1": "import sys; sys.exit(-1)",
    "exit with text": "import sys; sys.exit('끝')",
    "exit with a tuple": "raise SystemExit((1, 2))",
    "exit by quit": "quit(5)",
    "exit at once": "import os; print('lost', end=''); os._exit(9)",
    "exception": "def f(n):\n    return 1 // n\nprint('before')\nf(0)",
    "exception in a chain": "try:\n    {}['키']\nexcept KeyError as e:\n    raise ValueError('한글') from e",
    "exception group": "raise ExceptionGroup('two', [ValueError(1), TypeError(2)])",
    "syntax error": "print(1)\nprint((",
    "indentation error": "if 1:\nprint(1)",
    "keyboard interrupt": "raise KeyboardInterrupt",
    "interrupted": "import os, signal; os.kill(os.getpid(), signal.SIGINT)\nfor _ in range(10**8): pass",
    "terminated": "import os, signal; print('lost'); os.kill(os.getpid(), signal.SIGTERM)",
    "killed": "import os, signal; print('kept', flush=True); os.kill(os.getpid(), signal.SIGKILL)",
    "aborted": "import os; os.abort()",
    "segmentation fault": "import ctypes; ctypes.string_at(0)",
    "segmentation fault told": "import faulthandler, ctypes, sys; faulthandler.enable(); print(faulthandler.is_enabled()); sys.stdout.flush(); import os; os.close(2); ctypes.string_at(0)",
    "recursion error": "def f(n): return f(n + 1)\nf(0)",
    "recursion caught": "import sys\ndef f(n):\n try: return f(n + 1)\n except RecursionError: return n\nprint(f(0))",
    "deep recursion": "import sys; sys.setrecursionlimit(200000)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(150000))",
    "deep recursion in a thread": "import sys, threading; sys.setrecursionlimit(10**6); threading.stack_size(64 << 20)\ndef f(n): return 0 if n == 0 else 1 + max(f(n - 1), 0)\nt = threading.Thread(target=lambda: print(f(50000))); t.start(); t.join()",
    "deep recursion in C": "import sys; sys.setrecursionlimit(10**6)\nx = []\nfor _ in range(20000): x = [x]\nprint(len(repr(x)))",
    "memory error": "import resource; resource.setrlimit(resource.RLIMIT_AS, (200 << 20,) * 2)\nprint('before')\nx = bytearray(1 << 30)",
    "atexit": "import atexit; atexit.register(print, 'first'); atexit.register(print, 'second'); print(atexit._ncallbacks())",
    "exception at exit": "import atexit\n@atexit.register\ndef f(): raise ValueError('at exit')",
    "exception in a destructor": "class A:\n    def __del__(self): raise ValueError('gone')\nA()\nb = A()",
    "thread after main": "import threading, time\ndef f(): time.sleep(0.05); print('thread')\nthreading.Thread(target=f).start(); print('main')",
    "daemon thread": "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start(); print('main')",
    "exception in a thread": "import threading\ndef f(): raise ValueError('in a thread')\nt = threading.Thread(target=f, name='one'); t.start(); t.join(); print('main')",
    "threads": "import threading; print(threading.active_count(), threading.stack_size(), threading.main_thread().name, threading.current_thread() is threading.main_thread(), threading.get_ident() == threading.main_thread().ident, threading.get_native_id() == __import__('os').getpid())",
    "pool of threads": "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(4) as p: print(list(p.map(lambda n: n * n, range(9))))",
    "asyncio": "import asyncio\nasync def f(): await asyncio.sleep(0.01); return 5\nprint(asyncio.run(f()))",
    "fork": "import os\nprint('twice')\npid = os.fork()\nif pid == 0: print('child'); os._exit(3)\nprint(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))",
    "multiprocessing by fork": "import multiprocessing as mp\ndef f(n): return n * n\nif __name__ == '__main__':\n    with mp.get_context('fork').Pool(2) as p: print(p.map(f, range(5)))",
    "multiprocessing by spawn": "import multiprocessing as mp\ndef f(n): return n * n\nif __name__ == '__main__':\n    with mp.get_context('spawn').Pool(1) as p: print(p.map(f, range(5)))",
    "subprocess": "import subprocess, sys; print(subprocess.run([sys.executable, '-c', 'import sys; print(sys.argv, sys.executable)'], capture_output=True, text=True).stdout)",
    "replacing itself": "import os, sys\nif 'X' not in os.environ: os.execve(sys.executable, sys.orig_argv, {**os.environ, 'X': '1'})\nprint(sys.orig_argv, input())",
    "shell": "import os; print(os.system('echo shell; exit 3'), os.popen('cat').read())",
    "signal handlers": "import signal\nfor s in sorted(signal.valid_signals()): print(s, signal.getsignal(s))\nprint(signal.pthread_sigmask(0, []), signal.sigpending(), signal.getitimer(0))",
    "own signal handler": "import signal, os\nsignal.signal(signal.SIGUSR1, lambda *a: print('got', a[0])); os.kill(os.getpid(), signal.SIGUSR1); signal.raise_signal(signal.SIGUSR1)",
    "alarm": "import signal, time\nsignal.signal(signal.SIGALRM, lambda *a: print('alarm')); signal.setitimer(0, 0.02); time.sleep(0.2)",
    "broken pipe": "import os, signal\nr, w = os.pipe(); os.close(r)\nos.write(w, b'x')",
    "unicode": "print('한글 ✓ 😀', input(), input()); print(ascii(open(0).read() if 0 else ''))",
    "lone surrogate": "print('\\ud800')",
    "hashes": "print(hash('a'), hash(b'b'), hash((1, 'c')), {'b', 'a', 'd', 'c', 'e'}, list(set('unordered')))",
    "seeded chance": "import random; random.seed(5); print(random.random(), random.sample(range(99), 5))",
    "chance": "import random, secrets, uuid; print(0 <= random.random() < 1, len(secrets.token_bytes(5)), len(str(uuid.uuid4())))",
    "used time": "import time, os; print(time.process_time() < 0.5, time.thread_time() < 0.5, time.perf_counter() > 0, os.times().children_user)",
    "limits": "import resource\nfor n in sorted(dir(resource)):\n if n.startswith('RLIMIT'): print(n, resource.getrlimit(getattr(resource, n)))",
    "identity": "import os; print(os.getpid() != 1, os.getpid() == os.getpgrp() == os.getsid(0), os.getresuid(), os.getresgid(), os.getgroups(), os.getpriority(0, 0), os.sched_getscheduler(0), len(os.sched_getaffinity(0)))",
    "status": "wanted = 'Name Umask Groups Threads TracerPid NoNewPrivs Seccomp Seccomp_filters CapInh CapPrm CapEff CapBnd CapAmb SigBlk SigIgn SigCgt SigPnd ShdPnd'.split()\nfor line in open('/proc/self/status'):\n if line.split(':')[0] in wanted: print(line, end='')\nprint(open('/proc/self/comm').read(), open('/proc/self/cmdline').read(), open('/proc/self/oom_score_adj').read())",
    "environment": "import os; print(dict(os.environ), open('/proc/self/environ', 'rb').read(), os.getenv('HOME'), os.path.expanduser('~'))",
    "folder": "import os; print(os.getcwd(), sorted(os.listdir()), os.listdir('/tmp'), oct(os.umask(0)), os.access('.', os.W_OK))",
    "collector": "import gc; print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.get_freeze_count(), gc.callbacks, gc.garbage)",
    "warnings": "import warnings; print(warnings.filters); warnings.warn('seen'); warnings.warn('not seen', DeprecationWarning)\nprint(1 is 1)",
    "locale": "import locale; print(locale.setlocale(locale.LC_ALL), locale.getlocale(), locale.getpreferredencoding(), f'{10**6:n}')",
    "decimals": "from decimal import Decimal, getcontext; from fractions import Fraction; print(getcontext(), Decimal(1) / 7, Fraction(3, 9))",
    "usual modules": "import heapq, bisect, collections, itertools, functools, re, json, math, string, operator, copy, datetime, statistics, array, struct, io, typing, dataclasses, enum\nprint(re.findall(r'\\d+', input()), json.dumps({'k': [1.5, None]}), math.comb(50, 7), functools.lru_cache(lambda: 1)(), heapq.nsmallest(2, [3, 1, 2]))",
    "sibling module": "import sibling; print(sibling.NAME, sibling.__file__, sibling.__name__); import os; print(os.path.exists('__pycache__'))",
    "package beside it": "from inner.deep import value; import inner; print(value, inner.__path__)",
    "module that is not there": "import nothing_of_this_name",
    "every standard module": "import sys, importlib\nfor n in sorted(sys.stdlib_module_names - {'antigravity', 'this', 'idlelib', 'turtle', 'turtledemo'}):\n try: importlib.import_module(n)\n except BaseException as e: print(n, type(e), e)\nprint(sorted(sys.modules))",
    "ctypes": "import ctypes; print(ctypes.pythonapi.PyLong_AsLong(ctypes.py_object(5)), ctypes.CDLL(None).abs(-3), ctypes.pythonapi.Py_GetVersion.argtypes)",
    "no end of line": "print('x', end='')",
    "much output": "for i in range(100000): print(i)",
    "both streams": "import sys\nfor i in range(100): print('o', i); print('e', i, file=sys.stderr)",
    "closing stdout": "import sys; print('x'); sys.stdout.close(); print('y')",
    "closing stdout's descriptor": "import os; print('x'); os.close(1)",
    "closing stdin": "import sys, os; sys.stdin.close(); os.close(2); print(len(os.listdir('/proc/self/fd')))",
    "other stdout": "import sys, io\nkeep = sys.stdout; sys.stdout = io.StringIO(); print('hidden'); t = sys.stdout.getvalue(); sys.stdout = keep; print(t)\nsys.stdout.reconfigure(line_buffering=True, errors='replace'); print('둘', '\\ud800')",
    "stdout by open": "import os; f = open(1, 'w', buffering=1, closefd=False); f.write('a\\n'); os.write(1, b'b\\n'); open('/dev/stdout', 'w').write('c\\n')",
    "without modules": "import sys\nfor n in list(sys.modules):\n if n not in ('sys', 'builtins'): del sys.modules[n]\nprint('still here'); import collections; print(collections.Counter('aab'))",
    "without builtins": "import builtins; p = print; del builtins.print; p('x'); print('y')",
    "frames": "import sys, inspect; f = sys._getframe(); print(f.f_back, f.f_code.co_filename, f.f_code.co_name, f.f_lineno, len(inspect.stack()))",
    "arguments parsed": "import argparse; p = argparse.ArgumentParser(); p.add_argument('x'); p.parse_args()",
    "input by fileinput": "import fileinput\nfor line in fileinput.input(): print(repr(line), fileinput.filename())",
    "future and encoding": "# -*- coding: cp949 -*-\nfrom __future__ import annotations\nprint(len('ab'))",
    "an empty file": "",
    "a null byte": "print(1)\0",
    "help": "help(len)",
    "input by help": "import code; code.interact(banner='b', exitmsg='e')",
    "interactive flag": "import sys, os; os.environ['PYTHONINSPECT'] = '1'; print(sys.flags.inspect)",
    "trace": "import sys\nsys.settrace(lambda f, e, a: print(e, f.f_code.co_name))\ndef f(): pass\nf()",
    "audit": "import sys\nseen = []\nsys.addaudithook(lambda n, a: seen.append(n))\nopen('/dev/null')\nprint(seen[:1])",
    "generators left open": "def g():\n    try: yield\n    finally: print('closed')\nx = g(); next(x)",
    "weak references at exit": "import weakref\nclass A: pass\na = A(); weakref.finalize(a, print, 'finalized')",
}
FILES = {
    "sibling.py": "NAME = '형제'\n",
    "inner/__init__.py": "",
    "inner/deep.py": "value = 42\n",
}
# What the first program changes, the second looks at.
# fmt: off
LEAKS = {
    "a builtin": ("import builtins; builtins.len = lambda x: 0; builtins.mine = 1", "print(len('ab'), 'mine' in dir(__builtins__))"),
    "a module": ("import sys, math; math.pi = 3; sys.modules['json'] = None; sys.path.insert(0, '/tmp')", "import math, json, sys; print(math.pi, json.dumps(1), sys.path)"),
    "the environment": ("import os; os.environ['LEFT'] = '1'; os.putenv('LANG', 'C')", "import os; print(dict(os.environ), open('/proc/self/environ').read())"),
    "the folder": ("import os; os.chdir('/tmp')", "import os; print(os.getcwd())"),
    "the mask": ("import os; os.umask(0o777)", "import os; print(os.umask(0))"),
    "limits": ("import resource, sys; sys.setrecursionlimit(99999); [resource.setrlimit(k, (0, 0)) for k in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE)]", "import resource, sys; print(sys.getrecursionlimit(), [resource.getrlimit(k) for k in range(16)])"),
    "signals": ("import signal; [signal.signal(s, signal.SIG_IGN) for s in (1, 2, 15)]; signal.pthread_sigmask(0, range(1, 31))", "import signal; print([signal.getsignal(s) for s in (1, 2, 15)], signal.pthread_sigmask(0, []))"),
    "priority": ("import os; os.nice(10)", "import os; print(os.nice(0))"),
    "files": ("open('/tmp/left', 'w').write('x'); open('/dev/shm/left', 'w')", "import os; print(os.listdir('/tmp'), os.listdir('/dev/shm'))"),
    "descriptors": ("import os; [os.open('/dev/null', 0, 0o777) for _ in range(50)]; os.close(0)", "import os; print(os.listdir('/proc/self/fd'))"),
    "a process": ("import os, time\nif os.fork() == 0: os.setsid(); time.sleep(60)", "import os; print(len([n for n in os.listdir('/proc') if n.isdigit()]))"),
    "the collector": ("import gc, sys; gc.disable(); sys.setswitchinterval(1); import threading; threading.stack_size(1 << 20)", "import gc, sys, threading; print(gc.isenabled(), sys.getswitchinterval(), threading.stack_size())"),
    "the streams": ("import sys; sys.stdin.read(); sys.stdout.reconfigure(encoding='utf-16'); sys.stdin.close()", "import sys; print(sys.stdin.read(), sys.stdout.encoding, sys.stderr.closed)"),
    "chance": ("import random; random.seed(1)", "import random; print(random.random() == random.Random(1).random())"),
}
# fmt: on
