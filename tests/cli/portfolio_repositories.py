"""Small repositories for the tests of ``jobcoach review``."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

SECRET = "AKIA" + "Q7XK3M2ZP5WN8RTB"

SHOP: Mapping[str, str | bytes] = {
    "README.md": "# 쇼핑몰\n\n주문을 받는 서버입니다.\n\n응답 시간을 300ms에서 80ms로 줄였습니다.\n",
    "build.gradle": (
        "plugins {\n    id 'org.springframework.boot' version '3.2.1'\n}\n"
        "dependencies {\n    implementation 'org.springframework.boot:spring-boot-starter-web'\n"
        "    implementation 'org.springframework.boot:spring-boot-starter-data-jpa'\n}\n"
    ),
    "src/main/java/com/example/shop/OrderController.java": (
        "package com.example.shop;\n\n@RestController\npublic class OrderController {\n"
        "    @Autowired\n    private OrderRepository orderRepository;\n\n"
        "    @GetMapping(\"/orders\")\n    public List<Order> list(List<Long> ids) {\n"
        "        List<Order> found = new ArrayList<>();\n        for (Long id : ids) {\n"
        "            found.add(orderRepository.findById(id).orElseThrow());\n        }\n"
        "        System.out.println(found);\n        return found;\n    }\n}\n"
    ),
    "src/main/resources/application.yml": f"cloud:\n  aws:\n    credentials:\n      access-key: {SECRET}\n",
    "scripts/한글 이름.py": "print('안녕')\n".encode("cp949"),
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """Run git in ``folder``, knowing nothing of the user's settings; returns what it says."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "김개발",
        "GIT_AUTHOR_EMAIL": "dev@example.com",
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:05+09:00",
        "GIT_COMMITTER_NAME": "김개발",
        "GIT_COMMITTER_EMAIL": "dev@example.com",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05+09:00",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def repository(folder: Path, files: Mapping[str, str | bytes] = SHOP) -> Path:
    """A repository whose default branch ``main`` has one commit of these files."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "주문 목록을 만든다")
    return folder
