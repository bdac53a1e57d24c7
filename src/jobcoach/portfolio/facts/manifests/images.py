"""Names of container images. https://docs.docker.com/reference/cli/docker/image/tag/"""

import re

_IMAGE = re.compile(r"(?:[\w.-]+(?::\d+)?/)*+[\w.-]+(?::[\w.${}:-]+)?(?:@sha256:\w+)?")
_REGISTRY = re.compile(r"^(?:[\w-]+\.[\w.-]+(?::\d+)?|localhost(?::\d+)?)/")


def read_image(text: str) -> tuple[str, str] | None:
    """(name without registry and ``library/``, tag) of an image; None if it is none. A variable is no tag."""
    if len(text) > 300 or _IMAGE.fullmatch(text) is None:
        return None
    plain = _REGISTRY.sub("", text.partition("@")[0]).removeprefix("library/")
    name, _, tag = plain.partition(":")
    return name.lower(), tag if "$" not in tag else ""
