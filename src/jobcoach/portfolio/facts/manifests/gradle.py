"""Gradle build scripts, Groovy and Kotlin, by line. https://docs.gradle.org/current/userguide/declaring_dependencies.html"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_CONFIGURATION = re.compile(
    r"^\s*+(?:\w*[iI]mplementation|\w*[aA]pi|\w*[cC]ompile(?:Only)?|\w*[rR]untime(?:Only)?|\w*[aA]nnotationProcessor|"
    r"kapt\w*|ksp\w*|developmentOnly|mavenBom|classpath|providedRuntime|testFixtures\w*)\b"
)
_COORDINATES = re.compile(r"""['"]([\w.-]{1,120}):([\w.-]{1,120})(?::([^'":\s]{1,60}))?[^'"\n]{0,40}['"]""")
_MAP = re.compile(r"""group\s*[:=]\s*['"]([\w.-]{1,120})['"]\s*,\s*name\s*[:=]\s*['"]([\w.-]{1,120})['"]""")
_MAP_VERSION = re.compile(r"""version\s*[:=]\s*['"]([^'"\s]{1,60})['"]""")
_PLUGIN = re.compile(
    r"""^\s*+(?:id\s*\(?\s*|apply\s+plugin:\s*|apply\s*\(\s*plugin\s*=\s*)['"]([\w.-]{1,120})['"]\)?"""
    r"""(?:\s*version\s*\(?\s*['"]([^'"\s]{1,60})['"])?"""
)
_KOTLIN_PLUGIN = re.compile(r"""^\s*+kotlin\s*\(\s*"([\w.-]{1,60})"\s*\)(?:\s*version\s*"([^"\s]{1,60})")?""")
_JAVA = re.compile(
    r"""JavaLanguageVersion\.of\((\d{1,2})\)|sourceCompatibility\s*=?\s*['"]?(?:JavaVersion\.VERSION_)?(\d[\d._]{0,5})"""
)
_VARIABLE = re.compile(r"""(?:^|[\s{.('"])(\w{1,60})['"]?\s*+[=,]\s*+['"](\d[\w.-]{0,40})['"]""")
_REFERENCE = re.compile(r"\$\{?(?:\w+\.)?(\w{1,60})")


def parse(source: SourceText) -> Iterator[Declared]:
    """Dependencies, plugins and the Java version. Comments at a line's start are passed over."""
    variables = {
        found.group(1): found.group(2) for line in source.lines if (found := _VARIABLE.search(line[:400]))
    }
    for number, whole in enumerate(source.lines, start=1):
        line = whole[:400]
        if line.lstrip().startswith(("//", "*", "/*")):
            continue
        for declared in _of_line(line, number):
            yield _resolved(declared, variables)


def _of_line(line: str, number: int) -> Iterator[Declared]:
    if _CONFIGURATION.match(line):
        if coordinates := _COORDINATES.search(line):
            group, name, version = coordinates.groups(default="")
            yield Declared("maven", f"{group}:{name}", version, number)
        elif by_map := _MAP.search(line):
            found = _MAP_VERSION.search(line)
            version = found.group(1) if found else ""
            yield Declared("maven", f"{by_map.group(1)}:{by_map.group(2)}", version, number)
    elif plugin := _PLUGIN.match(line):
        yield Declared("gradle_plugin", plugin.group(1), plugin.group(2) or "", number)
    elif kotlin := _KOTLIN_PLUGIN.match(line):
        yield Declared(
            "gradle_plugin", f"org.jetbrains.kotlin.{kotlin.group(1)}", kotlin.group(2) or "", number
        )
    elif java := _JAVA.search(line):
        yield Declared(
            "runtime", "java", (java.group(1) or java.group(2)).replace("_", ".").removeprefix("1."), number
        )


def _resolved(declared: Declared, variables: dict[str, str]) -> Declared:
    reference = _REFERENCE.fullmatch(declared.version.rstrip("}"))
    if reference is None:
        return declared
    version = variables.get(reference.group(1), "")
    return Declared(declared.ecosystem, declared.name, version, declared.line)


MANIFEST = Manifest(r"[^/]*\.gradle(?:\.kts)?", parse)
