"""Technologies with their versions and the lines that show them."""

import json
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from gathered import gathered

from jobcoach.portfolio.facts import technologies
from jobcoach.portfolio.facts.manifests.manifest import Ecosystem
from jobcoach.portfolio.facts.repository import RepositoryFacts, Technology, TechnologyKind

FIELDS = {"kind", "kind_of", "files", "settings", "imports", "import_languages", "in_process"}


def found(facts: RepositoryFacts) -> dict[str, Technology]:
    return {technology.name: technology for technology in facts.technologies}


def test_a_spring_and_react_project() -> None:
    gradle = (
        "plugins { \nid 'org.springframework.boot' version '3.2.1'\n}\ndependencies {\n"
        "implementation 'org.springframework.boot:spring-boot-starter-data-jpa'\n"
        "runtimeOnly 'com.mysql:mysql-connector-j:8.3.0'\n}\n"
    )
    facts = gathered({
        "backend/build.gradle": gradle,
        "docker-compose.yml": "services:\n  db:\n    image: mysql:8.0.36\n",
        "frontend/package.json": '{\n"dependencies": {\n"react": "^18.2.0"\n}}',
        ".github/workflows/ci.yml": "on: push\n",
    })  # fmt: skip
    known = found(facts)
    assert {name: (item.kind, item.version) for name, item in known.items()} == {
        "Spring Boot": ("framework", "3.2.1"), "Spring Data JPA": ("library", ""),
        "MySQL": ("database", "8.0.36"),
        "React": ("framework", "18.2.0"), "GitHub Actions": ("ci", ""), "Gradle": ("build", ""),
        "Docker Compose": ("container", ""),
    }  # fmt: skip
    boot = known["Spring Boot"].evidence[0]
    assert (boot.path, boot.start, boot.quote) == (
        "backend/build.gradle",
        2,
        "id 'org.springframework.boot' version '3.2.1'",
    )
    assert [item.kind for item in facts.technologies] == sorted(
        (item.kind for item in facts.technologies), key=get_args(TechnologyKind).index
    )


def test_without_a_manifest_imports_speak() -> None:
    cell = {"cell_type": "code", "source": ["import pandas as pd\n", "from sklearn import svm\n"]}
    facts = gathered({
        "분석.ipynb": json.dumps({"cells": [cell]}, indent=1),
        "app.py": '"""import flask"""\nimport os\nfrom fastapi import FastAPI\n',
    })  # fmt: skip
    known = found(facts)
    assert set(known) == {"pandas", "scikit-learn", "FastAPI"}
    assert known["FastAPI"].evidence[0].start == 3
    assert "import pandas" in known["pandas"].evidence[0].quote


def test_a_manifest_goes_before_imports() -> None:
    facts = gathered({"requirements.txt": "fastapi==0.110.0\n", "main.py": "import fastapi\n"})
    assert [(item.path, item.start) for item in found(facts)["FastAPI"].evidence] == [("requirements.txt", 1)]


def test_settings_name_a_database_and_passwords_stay_hidden() -> None:
    settings = "spring:\n  datasource:\n    url: jdbc:postgresql://u:sup3rS3cretPw9@db:5432/app\n"
    facts = gathered(
        {"src/main/resources/application.yml": settings, "a/settings.py": "# django.db.backends.mysql\n"}
    )
    known = found(facts)
    assert set(known) == {"PostgreSQL"}
    assert "sup3rS3cretPw9" not in str(facts.technologies)


@pytest.mark.parametrize(
    "path", ["node_modules/react/package.json", "vendor/x/package.json", "dist/package.json"]
)
def test_others_manifests_say_nothing_of_the_project(path: str) -> None:
    assert gathered({path: '{"dependencies": {"express": "4"}}'}).technologies == ()


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("requirements.txt", "tensorflow==2.4\ngrpcio==1.32.0\n", "gRPC"),
        ("requirements.txt", "jupyter\nprometheus-client==0.14.1\n", "Prometheus"),
        ("android/app/src/profile/AndroidManifest.xml", "<manifest><application/></manifest>", "Android"),
    ],
)
def test_what_others_bring_along_is_no_technology(path: str, text: str, name: str) -> None:
    assert name not in found(gathered({path: text}))


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("go.mod", "require (\n\tgithub.com/gomodule/redigo v2.0.1\n)\n", "Redis"),
        ("requirements.txt", "grpcio-tools==1.32.0\n", "gRPC"),
        ("app/manifests/AndroidManifest.xml", "<manifest></manifest>", "Android"),
        ("src/main/webapp/WEB-INF/views/list.jsp", "<%@ page %>\n", "JSP"),
    ],
)
def test_a_technology_shows_by_what_is_there(path: str, text: str, name: str) -> None:
    assert name in found(gathered({path: text}))


def test_a_spring_project_without_boot() -> None:
    pom = (
        "<project>\n<dependencies>\n<dependency>\n<groupId>org.springframework</groupId>\n"
        "<artifactId>spring-webmvc</artifactId>\n<version>5.3.9</version>\n</dependency>\n"
        "</dependencies>\n</project>\n"
    )
    assert found(gathered({"pom.xml": pom}))["Spring Framework"].version == "5.3.9"


def test_evidence_stands_in_the_file() -> None:
    files = {
        "package.json": json.dumps({"devDependencies": {"jest": "29", "vite": "5"}}, indent=2),
        "Dockerfile": "\n\nFROM node:20\n",
    }
    facts = gathered(files)
    for technology in facts.technologies:
        for evidence in technology.evidence:
            line = files[evidence.path].split("\n")[evidence.start - 1]
            assert evidence.quote == line.strip()
            assert evidence.quote


def test_the_table_holds_what_is_known() -> None:
    table = tomllib.loads(Path(technologies.__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    for name, row in table.items():
        assert row["kind"] in get_args(TechnologyKind), name
        assert set(row) <= FIELDS | set(get_args(Ecosystem)), name
        assert ("imports" in row) == ("import_languages" in row), name
        assert len(row) > 1, name


def test_languages_by_lines_of_code() -> None:
    facts = gathered({
        "a.py": "# c\nx = 1\ny = 2\n", "tests/test_a.py": "z = 1\n", "A.java": "class A {}\n",
        "b.yml": "a: 1\n",
        "node_modules/b.js": "x\n" * 99, "README.md": "# x\n" * 99,
    })  # fmt: skip
    assert [(item.name, item.files, item.lines, item.share) for item in facts.languages] == [
        ("Python", 2, 3, 0.75), ("Java", 1, 1, 0.25),
    ]  # fmt: skip
