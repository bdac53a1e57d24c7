"""What manifests declare, with versions and lines."""

import pytest
from gathered import source_text
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.registry import read_manifest

GRADLE = """plugins {
    id 'org.springframework.boot' version '3.2.1'
    id 'java'
}
ext { queryDslVersion = '5.0.0' }
sourceCompatibility = '17'
dependencies {
    // implementation 'com.no:no:1'
    implementation 'org.springframework.boot:spring-boot-starter-web'
    annotationProcessor "com.querydsl:querydsl-apt:${queryDslVersion}:jakarta"
    testImplementation group: 'junit', name: 'junit', version: '4.13'
    runtimeOnly("com.mysql:mysql-connector-j")
}
apply plugin: 'jacoco'
"""
KTS = """plugins {
    kotlin("jvm") version "1.9.22"
    id("com.android.application") version "8.2.0"
}
val ktor = "2.3.7"
dependencies {
    implementation(platform("org.springframework.boot:spring-boot-dependencies:3.1.0"))
    kapt("androidx.room:room-compiler:2.6.1")
    api("io.ktor:ktor-server-core:$ktor")
}
java { toolchain { languageVersion.set(JavaLanguageVersion.of(21)) } }
"""
CATALOG = """[versions]
room = "2.6.1"
[libraries]
room-runtime = { module = "androidx.room:room-runtime", version.ref = "room" }
retrofit = { group = "com.squareup.retrofit2", name = "retrofit", version = "2.9.0" }
short = "a.b:c:1.0"
[plugins]
android = { id = "com.android.application", version.ref = "none" }
"""
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.1.4</version>
  </parent>
  <artifactId>mine</artifactId>
  <properties>
    <java.version>17</java.version>
    <kafka.version>3.0.1</kafka.version>
  </properties>
  <!-- <dependency><artifactId>no</artifactId></dependency> -->
  <dependencies>
    <dependency>
      <groupId>org.springframework.kafka</groupId>
      <artifactId>spring-kafka</artifactId>
      <version>${kafka.version}</version>
      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
</project>
"""
PYPROJECT = """[project]
requires-python = ">=3.11"
dependencies = ["Django>=4.2,<5", "psycopg[binary]~=3.1"]
[project.optional-dependencies]
dev = ["pytest"]
[tool.poetry.dependencies]
python = "^3.10"
fastapi = {version = "^0.110", extras = ["all"]}
[tool.poetry.group.test.dependencies]
Pytest_Cov = "*"
"""
REQUIREMENTS = """# flask
-r base.txt
Django==4.2.1  # web
uvicorn[standard]>=0.20
git+https://example.com/x.git
redis ; python_version > "3"
"""
PACKAGE = """{
  "dependencies": {
    "react": "^18.2.0",
    "@nestjs/core": "10.0.0",
    "local": "file:../x"
  },
  "devDependencies": {"jest": "*"},
  "engines": {"node": ">=20"}
}
"""
GO_MOD = """module example.com/a
go 1.22
require github.com/gin-gonic/gin v1.9.1
require (
	gorm.io/gorm v1.25.5
	golang.org/x/sys v0.1.0 // indirect
)
replace a.com/b => ../b
"""
DOCKERFILE = """FROM --platform=linux/amd64 gradle:8.5-jdk17 AS build
RUN echo FROM no
from eclipse-temurin:17
FROM build
FROM registry.example.com:5000/team/app:${TAG}
"""
COMPOSE = """services:
  db:
    image: mysql:8.0
  app:
    build: .
  cache: {image: "docker.io/library/redis:7-alpine"}
"""
KUBERNETES = """apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          image: nginx:1.25
---
apiVersion: batch/v1
kind: CronJob
spec: {jobTemplate: {spec: {template: {spec: {containers: [{image: "busybox"}]}}}}}
"""
WORKFLOW = """on: push
jobs:
  test:
    services:
      db:
        image: postgres:16
    steps:
      - uses: actions/checkout@v4
      - uses: ./local
"""
CONDA = """name: ml
dependencies:
  - python=3.10
  - conda-forge::numpy=1.26
  - pip:
      - torch==2.1.0
"""

CASES = [
    ("build.gradle", GRADLE, [
        ("gradle_plugin", "org.springframework.boot", "3.2.1", 2), ("gradle_plugin", "java", "", 3),
        ("runtime", "java", "17", 6), ("maven", "org.springframework.boot:spring-boot-starter-web", "", 9),
        ("maven", "com.querydsl:querydsl-apt", "5.0.0", 10), ("maven", "junit:junit", "4.13", 11),
        ("maven", "com.mysql:mysql-connector-j", "", 12), ("gradle_plugin", "jacoco", "", 14)]),
    ("app/build.gradle.kts", KTS, [
        ("gradle_plugin", "org.jetbrains.kotlin.jvm", "1.9.22", 2),
        ("gradle_plugin", "com.android.application", "8.2.0", 3),
        ("maven", "org.springframework.boot:spring-boot-dependencies", "3.1.0", 7),
        ("maven", "androidx.room:room-compiler", "2.6.1", 8),
        ("maven", "io.ktor:ktor-server-core", "2.3.7", 9),
        ("runtime", "java", "21", 11)]),
    ("gradle/libs.versions.toml", CATALOG, [
        ("maven", "androidx.room:room-runtime", "2.6.1", 4),
        ("maven", "com.squareup.retrofit2:retrofit", "2.9.0", 5), ("maven", "a.b:c", "1.0", 6),
        ("gradle_plugin", "com.android.application", "", 8)]),
    ("pom.xml", POM, [
        ("maven", "org.springframework.boot:spring-boot-starter-parent", "3.1.4", 4),
        ("maven", "org.springframework.kafka:spring-kafka", "3.0.1", 16), ("runtime", "java", "17", 9)]),
    ("pyproject.toml", PYPROJECT, [
        ("pypi", "django", "4.2", 3), ("pypi", "psycopg", "3.1", 3), ("pypi", "pytest", "", 5),
        ("runtime", "python", "3.10", 7), ("pypi", "fastapi", "0.110", 8), ("pypi", "pytest-cov", "", 10),
        ("runtime", "python", "3.11", 2)]),
    ("requirements/dev.txt", REQUIREMENTS, [
        ("pypi", "django", "4.2.1", 3), ("pypi", "uvicorn", "0.20", 4), ("pypi", "redis", "", 6)]),
    ("Pipfile", '[packages]\nflask = "==3.0"\n[dev-packages]\npytest = "*"\n', [
        ("pypi", "flask", "3.0", 2), ("pypi", "pytest", "", 4)]),
    ("setup.py",
     'setup(\n  name="x",\n  install_requires=[\n    "requests>=2",\n    "celery[redis]",\n  ],\n'
     '  a=["no"])\n',
     [("pypi", "requests", "2", 4), ("pypi", "celery", "", 5)]),
    ("setup.cfg", "[options]\ninstall_requires =\n    flask>=2\n    redis\n[other]\nx = 1\n", [
        ("pypi", "flask", "2", 3), ("pypi", "redis", "", 4)]),
    ("environment.yml", CONDA, [
        ("runtime", "python", "3.10", 3), ("pypi", "numpy", "1.26", 4), ("pypi", "torch", "2.1.0", 6)]),
    ("web/package.json", PACKAGE, [
        ("npm", "react", "18.2.0", 3), ("npm", "@nestjs/core", "10.0.0", 4), ("npm", "local", "", 5),
        ("npm", "jest", "", 7), ("runtime", "node", "20", 8)]),
    ("go.mod", GO_MOD, [
        ("runtime", "go", "1.22", 2), ("go", "github.com/gin-gonic/gin", "1.9.1", 3),
        ("go", "gorm.io/gorm", "1.25.5", 5)]),
    ("CMakeLists.txt",
     "set(CMAKE_CXX_STANDARD 20)\nfind_package(Boost 1.74 REQUIRED)\n# find_package(No)\n",
     [
        ("runtime", "c++", "20", 1), ("cmake", "boost", "1.74", 2)]),
    ("docker/Dockerfile.dev", DOCKERFILE, [
        ("image", "gradle", "8.5-jdk17", 1),
        ("image", "eclipse-temurin", "17", 3), ("image", "team/app", "", 5)]),
    ("docker-compose.dev.yml", COMPOSE, [("image", "mysql", "8.0", 3), ("image", "redis", "7-alpine", 6)]),
    ("k8s/web.yaml", KUBERNETES, [
        ("kind", "apps/deployment", "", 2),
        ("image", "nginx", "1.25", 9), ("kind", "batch/cronjob", "", 12),
        ("image", "busybox", "", 13)]),
    (".github/workflows/ci.yml", WORKFLOW, [
        ("image", "postgres", "16", 6), ("action", "actions/checkout", "v4", 8)]),
    ("pubspec.yaml", "dependencies:\n  flutter:\n    sdk: flutter\n  riverpod: ^2.4.0\n", [
        ("pub", "flutter", "", 3), ("pub", "riverpod", "2.4.0", 4)]),
    ("notes.yml", "services:\n  db: {image: mysql}\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_manifest_says_what_it_declares(
    path: str, text: str, expected: list[tuple[str, str, str, int]]
) -> None:
    found = [
        (item.ecosystem, item.name, item.version, item.line)
        for item in read_manifest(source_text(path, text))
    ]
    assert found == expected


BOMB = '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><project>&b;</project>'
OUTSIDE = (
    '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<project><dependency><artifactId>&x;</artifactId></dependency></project>"
)
HOSTILE = [
    ("pom.xml", BOMB), ("pom.xml", OUTSIDE), ("pom.xml", "<a>" * 100_000), ("pom.xml", "<project>\x00"),
    ("package.json", "[" * 100_000), ("package.json", "null"), ("package.json", '{"dependencies": [1]}'),
    ("package.json", '{"dependencies": {"a": {"b": 1}}}'), ("pyproject.toml", "a = " + "[" * 50_000),
    ("pyproject.toml", 'project = 5\ntool = []\n[dependency-groups]\na = [{include-group = "b"}]'),
    ("gradle/x.versions.toml", "libraries = 5\n[plugins]\na = 1\n"),
    ("k8s/a.yml", "apiVersion: 1\nkind: &a [*a]\n"),
    ("docker-compose.yml", "services: [1, 2]\n"),
    ("docker-compose.yml", "services:\n  a: {image: [x], build: {a: b}}\n"),
    ("build.gradle", "implementation '" + "a:" * 200_000), ("build.gradle", " " * 300_000),
    ("go.mod", "require " * 50_000),
    ("Dockerfile", "FROM " + "--a=b " * 50_000), ("requirements.txt", "a[" * 100_000),
    ("setup.py", "install_requires=" + "['" * 90_000),
    ("environment.yml", "dependencies: {a: b}\n"), ("Pipfile", "packages = 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), HOSTILE)
def test_a_hostile_manifest_declares_nothing_of_ours(path: str, text: str) -> None:
    assert [item for item in read_manifest(source_text(path, text)) if "root:" in item.name] == []


@given(st.sampled_from([case[0] for case in CASES]), st.sampled_from([case[1] for case in CASES]),
       st.integers(0, 400), st.text(max_size=40))  # fmt: skip
def test_any_text_declares_lines_that_exist(path: str, text: str, place: int, inserted: str) -> None:
    source = source_text(path, text[:place] + inserted + text[place:])
    for item in read_manifest(source):
        assert 1 <= item.line <= max(len(source.lines), source.text.count("\n") + 1)
        assert isinstance(item.version, str)


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("mysql", ("mysql", "")),
        ("ghcr.io/a/b:1.0@sha256:00", ("a/b", "1.0")),
        ("localhost:5000/app", ("app", "")),
        ("library/Redis:7", ("redis", "7")),
        ("${IMAGE}", None),
        ("a b", None),
        ("a" * 400, None),
    ],
)
def test_images_are_taken_apart(text: str, image: tuple[str, str] | None) -> None:
    assert read_image(text) == image
