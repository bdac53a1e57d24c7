"""A service as a compose file or a Kubernetes manifest runs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deployed:
    """One service. ``build`` is its context as written, "" without; ``environment`` holds
    "NAME=value" and command lines; ``names`` are what others may call it by.
    """

    name: str
    line: int
    image: str
    image_line: int
    build: str
    names: tuple[str, ...]
    depends_on: tuple[str, ...]
    environment: tuple[str, ...]
