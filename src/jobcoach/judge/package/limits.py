"""The ``limits`` of problem.yaml, in both formats."""

from jobcoach.judge.package.model import Limits
from jobcoach.judge.package.section import Section

_COMMON = {
    "memory", "output", "code", "compilation_time", "compilation_memory",
    "validation_time", "validation_memory", "validation_output",
}  # fmt: skip
_MIB = 1 << 20
_KIB = 1 << 10

# What no honest package needs to exceed. Beyond it a hostile one could have the
# whole machine for its box or the whole disk for an output.
MOST_SECONDS = 3600
_MOST_MULTIPLIER = 1000
_MOST_MEMORY_MIB = 64 << 10
_MOST_OUTPUT_MIB = 4 << 10
_MOST_CODE_KIB = 1 << 20


def legacy_limits(section: Section) -> Limits:
    """``limits`` of the legacy format.

    ``time_multiplier`` (5) times the slowest accepted gives the limit;
    ``time_safety_margin`` (2) times that limit is what a too slow one must exceed.
    """
    section.warn_unknown(
        _COMMON | {"time_multiplier", "time_safety_margin", "time_limit", "validation_passes"}
    )
    return _limits(
        section,
        accepted_to_limit=section.number("time_multiplier", above=0, most=_MOST_MULTIPLIER) or 5.0,
        limit_to_too_slow=section.number("time_safety_margin", above=0, most=_MOST_MULTIPLIER) or 2.0,
    )


def limits_2025(section: Section) -> Limits:
    """``limits`` of format 2025-09, with its ``time_multipliers``."""
    section.warn_unknown(_COMMON | {"time_multipliers", "time_limit", "time_resolution", "validation_passes"})
    multipliers = section.section("time_multipliers")
    multipliers.warn_unknown({"ac_to_time_limit", "time_limit_to_tle"})
    return _limits(
        section,
        accepted_to_limit=multipliers.number("ac_to_time_limit", above=0, most=_MOST_MULTIPLIER) or 2.0,
        limit_to_too_slow=multipliers.number("time_limit_to_tle", above=0, most=_MOST_MULTIPLIER) or 1.5,
    )


def _limits(section: Section, *, accepted_to_limit: float, limit_to_too_slow: float) -> Limits:
    default = Limits()

    def size(key: str, unit: int, most: int, otherwise: int) -> int:
        value = section.number(key, above=0, most=most)
        return int(value * unit) if value else otherwise

    def seconds(key: str, otherwise: float) -> float:
        return section.number(key, above=0, most=MOST_SECONDS) or otherwise

    return Limits(
        time_limit_seconds=section.number("time_limit", above=0, most=MOST_SECONDS),
        accepted_to_limit=accepted_to_limit,
        limit_to_too_slow=limit_to_too_slow,
        time_resolution_seconds=seconds("time_resolution", default.time_resolution_seconds),
        memory_bytes=size("memory", _MIB, _MOST_MEMORY_MIB, default.memory_bytes),
        output_bytes=size("output", _MIB, _MOST_OUTPUT_MIB, default.output_bytes),
        code_bytes=size("code", _KIB, _MOST_CODE_KIB, default.code_bytes),
        compile_seconds=seconds("compilation_time", default.compile_seconds),
        compile_memory_bytes=size("compilation_memory", _MIB, _MOST_MEMORY_MIB, default.compile_memory_bytes),
        validation_seconds=seconds("validation_time", default.validation_seconds),
        validation_memory_bytes=size(
            "validation_memory", _MIB, _MOST_MEMORY_MIB, default.validation_memory_bytes
        ),
        validation_output_bytes=size(
            "validation_output", _MIB, _MOST_OUTPUT_MIB, default.validation_output_bytes
        ),
    )
