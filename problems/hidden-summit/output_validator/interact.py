"""The judge's side of the conversation: answers measurements and checks the summit.

Called as ``interact.py input answer feedback_dir`` with the submission at both
ends of standard input and output. Exits 42 if the summit was found within 50
measurements, 43 if not, and says why in judgemessage.txt.

The input holds one line: N, the summit, two steepnesses, the summit's height and a
seed. Heights are computed from it, so that ten million signposts fit on a line:
on each side of the summit, a signpost is ``steepness`` lower for each step away
from it, less a pseudo-random part of one step. So heights still fall strictly,
but do not lie on a straight line that a few measurements would give away.
"""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

STANDARD_OUTPUT = 1
MAX_MEASUREMENTS = 50
MAX_LINE_BYTES = 32  # "? 10000000\n" has 11; whoever sends more without a newline gets no further

REQUEST = re.compile(rb"([?!]) ([1-9][0-9]{0,7})[ \t\r]*\n?")


def finish(exit_code: int, message: str) -> NoReturn:
    """Leaves the message for the judge and ends."""
    Path(sys.argv[3], "judgemessage.txt").write_text(message + "\n", encoding="utf-8")
    sys.exit(exit_code)


def reject(message: str) -> NoReturn:
    """Ends with wrong answer."""
    finish(43, message)


def trail(summit: int, before: int, after: int, top: int, seed: int) -> Callable[[int], int]:
    """The height of each signpost as a function of its number; before and after are steepnesses."""

    def height(post: int) -> int:
        distance = abs(summit - post)
        if distance == 0:
            return top
        steepness = before if post < summit else after
        # Knuth's multiplicative hash; the middle bits are mixed well enough for this.
        noise = ((post + seed) * 2_654_435_761 % 2**32 >> 8) % steepness
        return top - distance * steepness + noise

    return height


def send(number: int) -> None:
    """Sends one line at once: os.write has no buffer that Python would flush, and fail on, at its end."""
    try:
        os.write(STANDARD_OUTPUT, b"%d\n" % number)
    except BrokenPipeError:
        reject("the submission does not read any more")


def main() -> None:
    """Holds the conversation."""
    signposts, summit, *shape = map(int, Path(sys.argv[1]).read_text(encoding="ascii").split())
    height = trail(summit, *shape)
    send(signposts)
    measurements = 0
    while True:
        line = sys.stdin.buffer.readline(MAX_LINE_BYTES)
        if not line:
            reject(f"the output ends without an answer, after {measurements} measurements")
        request = REQUEST.fullmatch(line)
        if request is None:
            reject(f"not a request: {line!r}")
        kind, post = request[1], int(request[2])
        if post > signposts:
            reject(f"there is no signpost {post}, only {signposts}")
        if kind == b"!":
            if post != summit:
                reject(f"signpost {post} is not the summit, {summit} is")
            finish(42, f"found the summit with {measurements} measurements")
        measurements += 1
        if measurements > MAX_MEASUREMENTS:
            reject(f"asks for more than {MAX_MEASUREMENTS} measurements")
        send(height(post))


main()
