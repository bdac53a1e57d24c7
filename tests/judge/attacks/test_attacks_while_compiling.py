"""Sources that attack the compiler, or through it: CE within the limits, and nothing read or left."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hostile_submissions import assert_next_is_sound, attack

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = [pytest.mark.docker, pytest.mark.attack]

SHOWN_BYTES = 64 << 10
COMPILE_SECONDS = 2.0  # see LIMITS
HARMLESS = 'int main() { char w[9]; scanf("%8s", w); puts(*w == \'a\' ? "done" : w); }\n'

BOMBS: dict[str, tuple[str, Mapping[str, str] | str]] = {
    "an endless file": ("c", '#include "/dev/zero"\nint main() {}'),
    "an endless random file": ("c", '#include "/dev/urandom"\nint main() {}'),
    "its own terminal": (
        "c",
        '#include "/dev/stdin"\n#include "/dev/tty"\n#include "/proc/self/fd/0"\n#error',
    ),
    "a file that includes itself": ("c", "#include __FILE__\n#include __FILE__\nint main() {}"),
    "a giant array": ("c", "char bomb[1ul << 33] = {1}; int main() {}"),
    "a macro that doubles": (
        "c",
        "#define A0 x x x x\n"
        + "".join(f"#define A{n} A{n - 1} A{n - 1} A{n - 1} A{n - 1}\n" for n in range(1, 20))
        + "int main() { A19 }",
    ),
    "megabytes of errors": ("c", "int main() {\n" + "y;\n" * 30_000 + "}"),
    "templates without end": ("cpp", "template<int N> struct A { A<N + 1> a; };\nA<0> a;\nint main() {}"),
    "templates that double": (
        "cpp",
        "template<class T, int N> struct A { A<A<T, N - 1>, N - 1> a; A<A<T*, N - 1>, N - 1> b; };\n"
        "template<class T> struct A<T, 0> {};\nA<int, 30> a;\nint main() {}",
    ),
    "a loop at compile time": (
        "cpp",
        "constexpr long f(long n) { long s = 0; for (long i = 0; i < n; ++i) s += i; return s; }\n"
        "constexpr long bomb = f(1l << 60);\nint main() {}",
    ),
    "the passwords": ("c", '__asm__(".incbin \\"/etc/shadow\\"");\nint main() {}'),
    "the runner's program": ("c", '__asm__(".incbin \\"/jobcoach/runner\\"");\nint main() {}'),
    "the runner's environment": ("c", '__asm__(".incbin \\"/proc/1/environ\\"");\nint main() {}'),
    "the runner's memory": ("c", '__asm__(".incbin \\"/proc/1/mem\\"");\nint main() {}'),
    "a file of options": (
        "c",
        {"@options.c": "int main() { return 1; }", "options.c": "-fplugin=/tmp/x.so #error"},
    ),
    "Java constants that double": (
        "java",
        'class Main { static final String A0 = "'
        + "x" * 1000
        + '";\n'
        + "".join(f"static final String A{n} = A{n - 1} + A{n - 1};\n" for n in range(1, 24))
        + "public static void main(String[] a) {} }",
    ),
    "Python nested too deeply": ("python", "(" * 5_000 + ")" * 5_000),
    "Python that is no text": ("python", "print('\x00')"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_compile_error_within_the_limits(
    hostile_sandbox: Sandbox, tmp_path: Path, name: str
) -> None:
    attacked = attack(hostile_sandbox, tmp_path, *BOMBS[name])
    assert attacked.hostile.verdict is Verdict.CE, attacked.hostile
    assert attacked.hostile.tests == ()
    assert attacked.hostile.compile.seconds < COMPILE_SECONDS * 2
    assert 0 < len(attacked.hostile.compile.output) < SHOWN_BYTES + 1000
    assert_next_is_sound(attacked)


def test_megabytes_of_warnings_are_cut(hostile_sandbox: Sandbox, tmp_path: Path) -> None:
    source = "#include <stdio.h>\n" + '#warning "x"\n' * 8_000 + HARMLESS
    attacked = attack(hostile_sandbox, tmp_path, "c", source)
    assert attacked.hostile.verdict in {Verdict.AC, Verdict.CE}, attacked.hostile.compile
    assert len(attacked.hostile.compile.output) < SHOWN_BYTES + 1000
    assert_next_is_sound(attacked)


ODD_NAMES = ("@main.c", "-o.c", "two..dots.c", "a b.c", "한글.c", "$(id).c", "new\nline.c")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_file_names_are_just_names(hostile_sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    attacked = attack(hostile_sandbox, tmp_path, "c", {name: "#include <stdio.h>\n" + HARMLESS})
    assert attacked.hostile.verdict is Verdict.AC, attacked.hostile
    assert_next_is_sound(attacked)
