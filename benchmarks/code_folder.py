"""Source code of any amount, made up but shaped like what people write: the same each time."""

import random
from pathlib import Path

_WORDS = ("order", "user", "price", "stock", "event", "member", "cart", "coupon", "point", "review")

_JAVA = """    public {type} {name}({type} {arg}, int page) {{
        if ({arg} == null || page < 0) {{
            throw new IllegalArgumentException("{name}: " + page);
        }}
        for (int i = 0; i < page; i++) {{
            // {arg} again
            log.info("{name} {{}}", {arg});
        }}
        return page > 1 ? repository.find({arg}) : {arg};
    }}

"""
_PYTHON = '''    def {name}(self, {arg}, page=0):
        """Return the {arg}."""
        if not {arg} or page < 0:
            raise ValueError("{name}")
        found = [item for item in self.items if item.{arg} == {arg}]
        for item in found:
            self.log.info("{name} %s", item)  # once
        return found[page:] if page else found

'''
_TSX = """  const {name} = async ({arg}: string, page = 0): Promise<string[]> => {{
    if (!{arg} || page < 0) {{
      throw new Error(`{name} ${{page}}`);
    }}
    const found = await api.get(`/{arg}/${{page}}`);
    return found.data.map((item) => item.{arg} ?? '');
  }};

"""
_KINDS = (
    (
        "java",
        "package com.example;\n\nimport java.util.List;\n\npublic class {name} {{\n\n",
        _JAVA,
        "}\n",
    ),
    ("py", "import logging\n\n\nclass {name}:\n", _PYTHON, ""),
    ("tsx", "import api from './api';\n\nexport function {name}() {{\n", _TSX, "}\n"),
)


def make_code(folder: Path, files: int, functions: int) -> int:
    """So many files of Java, Python and TSX with so many functions each; their bytes in all."""
    chance = random.Random(7)
    total = 0
    for number in range(files):
        suffix, head, body, foot = _KINDS[number % len(_KINDS)]
        parts = [
            body.format(
                name=f"{chance.choice(_WORDS)}{chance.randrange(10**6)}",
                arg=chance.choice(_WORDS),
                type="Item",
            )
            for _ in range(functions)
        ]
        text = head.format(name=f"Part{number}") + "".join(parts) + foot
        place = folder / f"module{number // 500}" / f"package{number // 25}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"Part{number}.{suffix}").write_text(text)
        total += len(text)
    return total


def _function(body: str, chance: random.Random) -> str:
    name = f"{chance.choice(_WORDS)}{chance.randrange(10**6)}"
    return body.format(name=name, arg=chance.choice(_WORDS), type="Item")
