import pytest
from in_memory import source_text

from jobcoach.portfolio.rules.test_bodies import test_bodies as bodies_of


def found(path: str, text: str) -> list[tuple[str, int, int]]:
    return [(body.name, body.start, body.end) for body in bodies_of(source_text(text, path))]


JAVA = """\
@Test
@CsvSource({"{", "a"})
void adds() {
  if (a) {
  }
}
@Test(expected = A.class)
void b() {}
"""
KOTLIN = """\
@Test
fun `주문을 더한다`() {
  assert(1)
}
// @Test
"""
PYTHON = """\
class A:
    def test_a(
        self,
    ):
        x = 1

        y = 2

def helper():
    pass
async def test_b():
    pass"""
TYPESCRIPT = """\
describe('x', () => {
  it('adds', async ({ page }) => {
    a();
  });
});
test("b", function () {});
test('c', () => run());
"""


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("src/test/java/ATest.java", JAVA, [("adds", 1, 6), ("b", 7, 8)]),
        ("src/test/kotlin/ATest.kt", KOTLIN, [("주문을 더한다", 1, 4)]),
        ("tests/test_a.py", PYTHON, [("test_a", 2, 7), ("test_b", 11, 12)]),
        ("src/a.test.ts", TYPESCRIPT, [("adds", 2, 4), ("b", 6, 6)]),
        ("a_test.go", "func TestA(t *testing.T) {\n}\n", []),
    ],
)
def test_tests_of_a_language(path: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(path, text) == expected


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        ("src/a.test.js", "it('a', () => {\n"),
        ("src/a.test.js", "it('a', ({"),
        ("src/test/java/ATest.java", "@Test\nvoid a() {\n"),
        ("src/test/java/ATest.java", "@Test\n@A(((((((("),
        ("src/test/java/ATest.java", "@Test @Test\n"),
        ("tests/test_a.py", "def test_a():\n)\n"),
        ("tests/test_a.py", "def test_a():\n    \n"),
    ],
)
def test_a_file_made_to_be_slow_is_not(path: str, piece: str) -> None:
    list(bodies_of(source_text(piece * (500_000 // len(piece)), path)))
