"""A language's command templates made into programs for a box."""

from jobcoach.judge.languages import Language
from jobcoach.judge.package.model import Limits
from jobcoach.judge.sandbox.box import Program, RunLimits
from jobcoach.judge.submissions.entry import Entry

BUILD_PROCESSES = 128  # javac and go start a thread or more a core
MOST_BUILT_BYTES = 96 << 20
COMPILER_OUTPUT_BYTES = 4 << 20
FORK_SERVER = "/jobcoach/python-fork-server"

KILL_MARGIN_SECONDS = 0.1  # a factor alone is too little for limits of milliseconds
IDLE_SECONDS = 2.0


def compile_program(language: Language, entry: Entry, limits: Limits) -> Program:
    """The compiler's call; what it leaves in the box is collected."""
    return Program(
        argv=_expand(language.compile, language, entry, limits),
        limits=RunLimits(
            cpu_seconds=limits.compile_seconds,
            wall_seconds=limits.compile_seconds * 2,
            memory_bytes=limits.compile_memory_bytes,
            output_bytes=COMPILER_OUTPUT_BYTES,
            stderr_bytes=64 << 10,
            file_bytes=MOST_BUILT_BYTES,
            processes=BUILD_PROCESSES,
        ),
        env=language.env,
        builds=True,
        collect="/box",
        collect_bytes=MOST_BUILT_BYTES,
    )


def run_program(
    language: Language, entry: Entry, limits: Limits, time_limit_seconds: float, kill_factor: float
) -> Program:
    """The submission's call for one test."""
    return Program(
        argv=_expand(language.run, language, entry, limits),
        limits=RunLimits(
            cpu_seconds=time_limit_seconds * kill_factor + KILL_MARGIN_SECONDS,
            wall_seconds=time_limit_seconds + IDLE_SECONDS,
            memory_bytes=limits.memory_bytes,
            output_bytes=limits.output_bytes,
            processes=language.processes,
        ),
        env=language.env,
    )


def fork_server_program(program: Program) -> Program:
    """The fork server in place of the interpreter that ``program`` names first."""
    return Program(argv=(FORK_SERVER, *program.argv[1:]), limits=program.limits, env=program.env)


def _expand(template: tuple[str, ...], language: Language, entry: Entry, limits: Limits) -> tuple[str, ...]:
    words: list[str] = []
    for word in template:
        if word == "{sources}":
            words.extend(_as_path(name) for name in entry.sources(language))
        else:
            words.append(
                word.replace("{main}", _as_path(entry.main))
                .replace("{class}", entry.main_class)
                .replace("{memory_mib}", str(limits.memory_bytes >> 20))
            )
    return tuple(words)


def _as_path(name: str) -> str:
    """A file named ``-o.c`` must not become an option, nor ``@x.c`` a file of options."""
    return f"./{name}" if name.startswith(("-", "@")) else name
