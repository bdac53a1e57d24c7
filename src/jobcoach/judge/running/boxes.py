"""Which box a program needs, and opening one with the program built inside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from jobcoach.judge.function_style.signature import Function
from jobcoach.judge.languages import Language, language
from jobcoach.judge.package.model import Limits
from jobcoach.judge.results import CompileResult
from jobcoach.judge.running.build import BuildCache, Built, build_key, compile_in
from jobcoach.judge.running.commands import BUILD_PROCESSES, fork_server_program, run_program
from jobcoach.judge.sandbox.box import Box, BoxSpec, Program, Sandbox
from jobcoach.judge.submissions.entry import Entry, find_entry
from jobcoach.judge.submissions.submission import Submission


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is fixed about running one submission before any box is open."""

    submission: Submission
    language: Language
    entry: Entry
    limits: Limits
    image_digest: str
    fork_server: bool
    disk_bytes: int
    input_bytes: int
    kill_factor: float = 1.0
    function: Function | None = None  # called by a harness, with each test's values

    @property
    def running_spec(self) -> BoxSpec:
        """The box for running what is built."""
        return BoxSpec(
            self.language,
            memory_bytes=self.limits.memory_bytes,
            disk_bytes=self.disk_bytes,
            input_bytes=self.input_bytes,
            processes=max(self.language.processes, BUILD_PROCESSES),
        )

    @property
    def building_spec(self) -> BoxSpec:
        """The box for compiling first: compilers may need more memory than the program."""
        needed = min(self.language.compile_mib << 20, self.limits.compile_memory_bytes)
        return replace(self.running_spec, memory_bytes=max(self.limits.memory_bytes, needed))

    def program(self, time_limit_seconds: float, args: tuple[str, ...] = ()) -> Program:
        """The call for one test; with arguments of its own it cannot come from the fork server."""
        program = run_program(self.language, self.entry, self.limits, time_limit_seconds, self.kill_factor)
        return replace(program, argv=program.argv + args, fork_server=self.fork_server and not args)


def plan_for(
    submission: Submission,
    limits: Limits,
    sandbox: Sandbox,
    *,
    disk_bytes: int = 128 << 20,
    input_bytes: int = 0,
) -> Plan:
    """The plan for a submission. Raises EnvironmentMissing when its image cannot be built."""
    row = language(submission.language)
    return Plan(
        submission=submission,
        language=row,
        entry=find_entry(submission, row),
        limits=limits,
        image_digest=sandbox.image_digest(row.id),
        fork_server=sandbox.has_fork_server(row.id),
        disk_bytes=disk_bytes,
        input_bytes=input_bytes,
    )


def expected_spec(plan: Plan, cache: BuildCache) -> BoxSpec:
    """The box that ``opened`` will ask for first."""
    return plan.running_spec if cache.holds(_key(plan)) else plan.building_spec


@contextmanager
def opened(plan: Plan, sandbox: Sandbox, cache: BuildCache) -> Iterator[tuple[Box, CompileResult]]:
    """A fresh box in which the program is built, if its compilation is ``ok``.

    Raises BoxLost, EnvironmentMissing.
    """
    built = _built_before(plan, cache)
    with sandbox.open(plan.running_spec if built else plan.building_spec) as box:
        if built is None:
            built = compile_in(box, plan.language, plan.entry, plan.limits)
            if built.files:
                cache.keep(_key(plan), built.files)
            if built.result.ok and plan.building_spec != plan.running_spec:
                box.limit_memory(plan.running_spec)
        else:
            box.install(built.files)
        if built.result.ok and plan.fork_server:
            box.start_fork_server(fork_server_program(plan.program(1.0)))
        yield box, built.result


def _built_before(plan: Plan, cache: BuildCache) -> Built | None:
    files = cache.find(_key(plan))
    return None if files is None else Built(CompileResult(ok=True, cached=True), files)


def _key(plan: Plan) -> str:
    return build_key(plan.submission, plan.language, plan.image_digest)
