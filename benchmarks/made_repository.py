"""Repositories of any length, made by `git fast-import`: source that is edited, pictures that are replaced.

Sizes are those of well-known projects: about 6 KB of pack a commit, half of it pictures (django has 7).
The same arguments give the same repository.
"""

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

WORDS = (
    "return", "self", "value", "request", "response", "user", "service", "repository", "find", "save",
    "update", "delete", "name", "order", "item", "total", "price", "status", "if", "else", "for", "while",
    "None", "True", "False", "import", "from", "class", "def", "async", "await", "list", "dict",
)  # fmt: skip
LINES = 70
PICTURE_EVERY, PICTURE_BYTES, PICTURES = 20, 60_000, 40


def make_repository(folder: Path, files: int, commits: int) -> Path:
    """A bare repository, packed as a server's is, that may be fetched in part."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    with subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE) as importing:
        assert importing.stdin is not None
        for piece in _stream(files, commits):
            importing.stdin.write(piece)
    if importing.returncode:
        raise RuntimeError("git fast-import failed")
    _git(folder, "config", "uploadpack.allowFilter", "true")
    _git(folder, "gc", "--quiet")
    return folder


def _stream(files: int, commits: int) -> Iterator[bytes]:
    chance = random.Random(files * commits)
    sources = [
        [_line(chance) for _ in range(chance.randint(LINES // 2, LINES * 3 // 2))] for _ in range(files)
    ]
    for number in range(commits):
        yield (
            f"commit refs/heads/main\ncommitter Dev{number % 7} <dev{number % 7}@example.com> "
            f"{1600000000 + number * 600} +0900\n"
        ).encode()
        yield _data(f"{' '.join(chance.choices(WORDS, k=6))}\n".encode())
        for index in range(files) if number == 0 else chance.sample(range(files), 2):
            source = sources[index]
            for _ in range(3):
                source[chance.randrange(len(source))] = _line(chance)
            yield f"M 100644 inline {_path(index)}\n".encode()
            yield _data("".join(source).encode())
        if number % PICTURE_EVERY == 0:
            picture = chance.randrange(min(PICTURES, 1 + number // 100))
            yield f"M 100644 inline docs/picture{picture}.png\n".encode()
            yield _data(chance.randbytes(PICTURE_BYTES))
        yield b"\n"


def _path(index: int) -> str:
    return f"src/part{index % 20}/package{index // 20 % 25}/Module{index}.py"


def _line(chance: random.Random) -> str:
    words = " ".join(chance.choices(WORDS, k=chance.randint(2, 8)))
    return f"    {words} {chance.randrange(1000)}\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
