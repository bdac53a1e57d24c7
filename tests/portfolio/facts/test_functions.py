"""Functions, where they begin and end, and their complexity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.facts.functions import find_functions
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.source.snapshot import Entry


def functions(language: str, text: str) -> list[tuple[str, int, int, int]]:
    info = FileInfo(Entry("f", b"f", "file", "", len(text)), "source", language)
    view = CodeView(SourceText(info, tuple(text.split("\n")), "utf-8"))
    return [
        (found.name, found.start, found.end, found.complexity)
        for found in find_functions(view.code, language)
    ]


JAVA = """
@Service
public class OrderService {
    private final Map<String, Integer> map = new HashMap<>() {{ put("a", 1); }};

    public OrderService(Repo repo) { this.repo = repo; }

    @Transactional(readOnly = true, label = {"a", "b"})
    public List<Order> find(@Valid Request request, int page)
            throws IOException, NotFound {
        if (page < 0 && request != null || page > 9) {
            // if (x) { while (y)
            String s = "if (a && b) {";
            return request.ok() ? a : b;
        }
        for (Order order : orders) {
            list.forEach(o -> { if (o.paid()) count(); });
        }
        switch (page) { case 1: break; case 2: break; default: }
        try { run(); } catch (Exception e) { }
        return List.of();
    }

    boolean match(String a) { return a == null; }
}
"""

PYTHON = '''
class View:
    def get(
        self,
        request,
    ) -> str:
        """if x: for y in z"""
        if request.a and request.b:
            return [x for x in y if x]

        def inner(v):
            while v or 1:
                v -= 1
        try:
            pass
        except ValueError:  # if
            pass
        return ""

    async def post(self): return 1


def last():
    match x:
        case 1:
            pass
        case _:
            pass
'''

TSX = """
export const Card: React.FC<Props> = ({ title, items }) => {
  const style = { a: 1, b: { c: 2 } };
  useEffect(() => {
    if (title) { log(title); }
  }, [title]);
  return <div>{items && items.map((i) => <p>{i ? 'a' : `b ${'if'} && `}</p>)}</div>;
};

export default function Page({ a }: { a: string }): JSX.Element {
  return a ? <Card /> : null;
}

class Store {
  async load(id: number): Promise<void> {
    for (const x of this.items) { if (x?.id === id) return; }
  }
  handle = async (e) => { return e ?? 1; }
}
"""

OLD_JAVASCRIPT = """
function Sessions(db) {
  this.login = (req, res) => { if (req.ok) { res.end(); } };
  this.logout = function (req, res) { res.end(); };
}
Sessions.prototype.renew = function () { return 1; };
exports.list = async (req) => { return req; };
"""

GO = """
func (s *Server) Get(ctx context.Context, in interface{}) (out map[string]interface{}, err error) {
    if err != nil || in == nil {
        return nil, err
    }
    go func() { for { } }()
    switch x { case 1: case 2: }
    return
}

func main() {
    p := Point{1, 2}
    for i := 0; i < 3; i++ { }
}
"""

KOTLIN = """
class Repo(val dao: Dao) {
    fun find(id: Long, name: String? = null): List<Item> {
        return if (id > 0 && name != null) dao.find(id) else emptyList()
    }
    fun short() = 1
    suspend fun String.clean(): String {
        items.forEach { if (it.ok) drop(it) }
        return trim()
    }
}
"""

CPP = """
Foo::Foo(int a) : x(a), y(0) { if (a) x = 1; }
static int *solve(const char *s, int n) {
    while (n-- && s[n]) { if (s[n] == '{') return 0; }
    return n ? p : q;
}
"""

CASES = [
    ("Java", JAVA, [("OrderService", 6, 6, 1), ("find", 9, 22, 9), ("match", 24, 24, 1)]),
    ("Python", PYTHON, [("get", 3, 18, 6), ("inner", 11, 13, 3), ("post", 20, 20, 1), ("last", 23, 28, 2)]),
    ("TypeScript", TSX, [("Card", 2, 8, 3), ("Page", 10, 12, 2), ("load", 15, 17, 3), ("handle", 18, 18, 1)]),
    (
        "JavaScript", OLD_JAVASCRIPT,
        [
            ("Sessions", 2, 5, 1), ("login", 3, 3, 2), ("logout", 4, 4, 1), ("renew", 6, 6, 1),
            ("list", 7, 7, 1),
        ],
    ),
    ("Go", GO, [("Get", 2, 9, 5), ("main", 11, 14, 2)]),
    ("Kotlin", KOTLIN, [("find", 3, 5, 3), ("clean", 7, 10, 2)]),
    ("C++", CPP, [("Foo::Foo", 2, 2, 2), ("solve", 3, 6, 5)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_functions_are_found_and_counted(
    language: str, text: str, expected: list[tuple[str, int, int, int]]
) -> None:
    assert functions(language, text) == expected


def test_no_function_is_made_of_a_call_or_a_statement() -> None:
    text = "class A {\n static { if (a()) { b(); } while (c(1)) { d(); }\n new Thread(x) { }; }\n}"
    assert functions("Java", text) == []


def test_a_language_without_a_row_has_none() -> None:
    assert functions("Haskell", "main = do { print 1 }") == []


@pytest.mark.parametrize(
    "unit", ["({", "a({})", "({})", "if(", "a(", "}", "x = (", "def f():\n ", "@a(b) c(", "<a("]
)
@pytest.mark.parametrize("language", ["Java", "TypeScript", "C++", "Go", "Kotlin", "Python"])
def test_a_hostile_file_ends(language: str, unit: str) -> None:
    assert isinstance(functions(language, unit * (300_000 // len(unit))), list)


@given(
    st.text("abf(){}[];=>:,.?&|\n \"'/*#@<", max_size=300),
    st.sampled_from(["Java", "TypeScript", "Python", "Go"]),
)
def test_any_text_gives_functions_within_it(text: str, language: str) -> None:
    for _name, start, end, complexity in functions(language, text):
        assert 1 <= start <= end <= text.count("\n") + 1
        assert complexity >= 1
