"""Classes and languages by path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.inventory.git_attributes import read_attributes
from jobcoach.portfolio.source.snapshot import Entry


def entry(path: str, mode: str = "file", size: int = 100) -> Entry:
    raw = path.encode("utf-8", "surrogatepass")
    return Entry(path, raw, mode, "0" * 40, size)  # type: ignore[arg-type]  # literals of the cases


CASES = [
    ("src/main/java/com/a/UserService.java", "source", "Java"),
    ("src/main/java/com/a/build/Builder.java", "source", "Java"),
    ("src/main/java/com/a/vendor/Vendor.java", "source", "Java"),
    ("src/main/java/com/a/test/TestController.java", "source", "Java"),
    ("src/main/java/com/a/RuleSpec.java", "source", "Java"),
    ("app/src/main/kotlin/com/a/data/UserRepository.kt", "source", "Kotlin"),
    ("src/test/java/com/a/UserServiceTest.java", "test", "Java"),
    ("src/test/resources/application.yml", "data", "YAML"),
    ("src/main/resources/application.yml", "config", "YAML"),
    ("build/libs/App.java", "generated", "Java"),
    ("frontend/build/index.html", "generated", "HTML"),
    ("src/components/build/Build.tsx", "source", "TypeScript"),
    ("src/App.test.tsx", "test", "TypeScript"),
    ("src/App.jsx", "source", "JavaScript"),
    ("src/utils/data.ts", "source", "TypeScript"),
    ("node_modules/left-pad/index.js", "vendored", "JavaScript"),
    ("static/jquery-3.6.0.js", "vendored", "JavaScript"),
    ("static/app.min.js", "generated", "JavaScript"),
    ("static_in_env/js/shop.js", "generated", "JavaScript"),
    ("app/static/rest_framework/js/csrf.js", "vendored", "JavaScript"),
    ("js/coreapi-0.1.1.js", "vendored", "JavaScript"),
    ("files/testlib.h", "vendored", "C"),
    ("include/nlohmann/json.hpp", "vendored", "C++"),
    ("src/stb_image.h", "vendored", "C"),
    ("package-lock.json", "generated", "JSON"),
    ("package.json", "config", "JSON"),
    ("data/train.json", "data", "JSON"),
    ("data/loader.py", "source", "Python"),
    ("vite.config.ts", "config", "TypeScript"),
    ("setup.py", "config", "Python"),
    ("requirements.txt", "config", ""),
    ("requirements-dev.txt", "config", ""),
    ("build.gradle.kts", "config", "Kotlin"),
    ("app/build.gradle", "config", "Groovy"),
    ("gradlew", "vendored", "Shell"),
    (".env", "config", "INI"),
    (".env.production", "config", "INI"),
    ("id_rsa", "config", ""),
    ("server.key", "config", ""),
    ("Dockerfile", "config", "Dockerfile"),
    ("docker/Dockerfile.dev", "config", "Dockerfile"),
    ("Jenkinsfile", "config", "Groovy"),
    ("README.md", "doc", "Markdown"),
    ("소개/읽어보세요.md", "doc", "Markdown"),
    ("LICENSE", "doc", ""),
    ("CMakeLists.txt", "config", "CMake"),
    ("docs/javadoc/index.html", "doc", "HTML"),
    ("analysis/분석.ipynb", "notebook", "Jupyter Notebook"),
    ("shot.PNG", "binary", ""),
    ("app/tests.py", "test", "Python"),
    ("app/test_models.py", "test", "Python"),
    ("pkg/money_test.go", "test", "Go"),
    ("api/demo.pb.go", "generated", "Go"),
    ("rules.zzz", "data", ""),
    (".unknownrc", "config", ""),
]  # fmt: skip


@pytest.mark.parametrize(("path", "file_class", "language"), CASES)
def test_a_path_says_what_a_file_is(path: str, file_class: str, language: str) -> None:
    info = classify(entry(path))
    assert (info.file_class, info.language) == (file_class, language)


def test_a_submodule_is_one_whatever_its_name() -> None:
    assert classify(entry("vendor/lib", mode="submodule")).file_class == "submodule"


def test_the_projects_own_word_goes_first() -> None:
    attributes = read_attributes([
        ("", "*.ts linguist-generated=true\n/lib/** linguist-vendored\nkeep/*.ts text\n"),
        ("docs", "*.py linguist-documentation\n"),
    ])  # fmt: skip
    classes = {
        path: classify(entry(path), attributes).file_class
        for path in ("a/b.ts", "lib/x/y.c", "docs/a.py", "a.py")
    }
    assert classes == {"a/b.ts": "generated", "lib/x/y.c": "vendored", "docs/a.py": "doc", "a.py": "source"}


def test_patterns_that_take_long_end() -> None:
    """As a regular expression the first took more than 100 s for one name of 4,000 letters."""
    attributes = read_attributes([("", "*a*a*a*a*a*a*b linguist-vendored\n" * 1000)])
    for number in range(200):
        assert classify(entry(f"{'a' * 4000}{number}.py"), attributes).file_class == "source"


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_name_and_any_attributes_get_a_class(name: str, attributes: str) -> None:
    info = classify(entry(name), read_attributes([("", attributes), ("", f"{name} linguist-vendored")]))
    assert info.file_class
