"""The default validator: an answer and an output compared token by token.

Both are streams: an output of 100 MB, or one token or one run of blanks of
that size, takes constant memory. What is equal byte for byte (nearly all of a
right output) is compared in blocks; only what is left is cut into tokens.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from jobcoach.judge.checkers.tokens import numbers_match, shown, shown_pair, tokens_match
from jobcoach.judge.package.model import TokenRules

_BLOCK_BYTES = 1 << 16
# A longer token is compared as text while it streams by. 64 KiB of digits is
# far beyond the 30 digits either side of the point that the format asks for.
_LONG_PIECE_BYTES = 1 << 16
_SPACE = b" \t\n\r\x0b\x0c"
_SPACE_RUN = re.compile(rb"[ \t\n\r\x0b\x0c]+")
_TOKEN_RUN = re.compile(rb"[^ \t\n\r\x0b\x0c]+")
_ANY_RUN = re.compile(rb"[ \t\n\r\x0b\x0c]+|[^ \t\n\r\x0b\x0c]+")


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """``difference`` says in words where the first one is (empty if accepted)."""

    accepted: bool
    difference: str = ""


class _Step(Enum):
    AGAIN = auto()  # something was dropped: look once more
    WIDEN = auto()  # see more of the answer
    WAIT = auto()  # nothing more to do before more output comes, or at all


class DefaultChecker:
    """Compares an output, fed in chunks, with an answer.

    A *piece* is a token; with ``space_change_sensitive`` it is also a run of
    white space, so that both files must have the same pieces.
    """

    def __init__(self, answer: BinaryIO | Path, rules: TokenRules) -> None:
        self._answer_file = answer.open("rb") if isinstance(answer, Path) else answer
        self._rules = rules
        self._chunks: list[bytes] = []  # fed, not yet joined to _output
        self._chunks_bytes = 0
        self._output = b""
        self._answer = b""
        self._answer_ended = False
        self._long_run: re.Pattern[bytes] | None = None  # kind of the huge piece we are inside
        self._line = 1
        self._tokens_in_line = 0
        self._saw_token = False
        self._difference: str | None = None

    @property
    def rejected(self) -> bool:
        """True as soon as no further output can make the whole acceptable."""
        return self._difference is not None

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the output."""
        if self.rejected or not chunk:
            return
        self._chunks.append(bytes(chunk))
        self._chunks_bytes += len(chunk)
        # While one token grows in tiny chunks there is nothing to compare:
        # joining each time would be quadratic in its length.
        if self._chunks_bytes >= _BLOCK_BYTES or _SPACE_RUN.search(chunk):
            self._join()
            self._advance(output_ended=False)

    def finish(self) -> CheckOutcome:
        """The outcome, once the output has ended. Closes the answer."""
        if not self.rejected:
            self._join()
            self._advance(output_ended=True)
        self.close()
        return CheckOutcome(self._difference is None, self._difference or "")

    def close(self) -> None:
        """Close the answer; for an output that is given up halfway."""
        self._answer_file.close()

    def _join(self) -> None:
        self._output = b"".join((self._output, *self._chunks))
        self._chunks.clear()
        self._chunks_bytes = 0

    def _read_answer(self, at_least: int) -> None:
        while not self._answer_ended and len(self._answer) < at_least:
            block = self._answer_file.read(max(at_least - len(self._answer), _BLOCK_BYTES))
            self._answer_ended = not block
            self._answer += block

    def _advance(self, *, output_ended: bool) -> None:
        """Compare and drop as much of both buffers as is complete."""
        widened = 1
        while not self.rejected:
            # Little more of the answer than of the output is cut at a time,
            # else each small chunk would cut a whole block of the answer.
            view_bytes = (len(self._output) + 4096) * widened
            self._read_answer(view_bytes + 1)
            if self._long_run is not None:
                step = self._advance_long_piece(self._long_run, output_ended=output_ended)
            elif self._drop_equal_prefix():
                step = _Step.AGAIN
            else:
                step = self._advance_pieces(view_bytes, output_ended=output_ended)
            if step is _Step.WAIT:
                return
            widened = widened * 2 if step is _Step.WIDEN else 1

    def _advance_pieces(self, view_bytes: int, *, output_ended: bool) -> _Step:
        """Compare the pieces that are complete in both buffers."""
        answer_whole = self._answer_ended and len(self._answer) <= view_bytes
        given = self._pieces(self._output, ended=output_ended)
        expected = self._pieces(self._answer[:view_bytes], ended=answer_whole)
        count = min(len(given), len(expected))
        if count:
            self._compare(expected[:count], given[:count])
            return _Step.AGAIN
        if self._drop_blanks():
            return _Step.AGAIN
        if not self._answer and self._answer_ended:
            if self._output:
                self._reject_trailing()
            return _Step.WAIT
        if not self._output and output_ended:
            self._reject_missing()
            return _Step.WAIT
        return self._wait_or_go_long(view_bytes, bool(given), bool(expected), answer_whole)

    def _wait_or_go_long(self, view_bytes: int, given: bool, expected: bool, whole: bool) -> _Step:
        """What to do when one of the buffers holds no more than part of a piece."""
        if not self._output:
            return _Step.WAIT
        if (not given and len(self._output) >= _LONG_PIECE_BYTES) or (
            not expected and min(view_bytes, len(self._answer)) >= _LONG_PIECE_BYTES
        ):
            self._long_run = _SPACE_RUN if self._answer[:1].isspace() else _TOKEN_RUN
            return _Step.AGAIN
        return _Step.WAIT if expected or whole else _Step.WIDEN

    def _drop_equal_prefix(self) -> bool:
        """Drop what is equal byte for byte, up to the start of the last piece."""
        length = min(len(self._output), len(self._answer))
        prefix = self._output[:length]
        if prefix != self._answer[:length]:
            return False
        cut = self._complete_bytes(prefix)
        self._drop(cut, cut)
        return cut > 0

    def _complete_bytes(self, block: bytes) -> int:
        """Length of ``block`` without its last piece, which may go on."""
        if not block:
            return 0
        if block[-1:].isspace():
            return len(block.rstrip(_SPACE)) if self._rules.space_change_sensitive else len(block)
        return len(block) - len(block.rsplit(None, 1)[-1])

    def _pieces(self, block: bytes, *, ended: bool) -> list[bytes]:
        if not ended:
            block = block[: self._complete_bytes(block)]
        return _ANY_RUN.findall(block) if self._rules.space_change_sensitive else block.split()

    def _compare(self, expected: list[bytes], given: list[bytes]) -> None:
        if expected != given and not numbers_match(expected, given, self._rules):
            for index, (wanted, piece) in enumerate(zip(expected, given, strict=True)):
                if wanted != piece and not self._matches(wanted, piece):
                    self._drop(0, self._length_of(self._output, index))
                    self._reject_pair(wanted, piece)
                    return
        self._drop(self._length_of(self._answer, len(expected)), self._length_of(self._output, len(given)))

    def _matches(self, wanted: bytes, piece: bytes) -> bool:
        if wanted[:1].isspace() or piece[:1].isspace():
            return False  # runs of white space must be equal, and these are not
        return tokens_match(wanted, piece, self._rules)

    def _length_of(self, block: bytes, count: int) -> int:
        """Bytes that the first ``count`` pieces of ``block`` take."""
        if self._rules.space_change_sensitive:
            return sum(
                len(run.group()) for run, _ in zip(_ANY_RUN.finditer(block), range(count), strict=False)
            )
        rest = block.split(None, count)[count:]
        return len(block) - len(rest[0]) if rest else len(block)

    def _drop_blanks(self) -> bool:
        """Drop leading white space where it does not count."""
        if self._rules.space_change_sensitive:
            return False
        output, answer = self._output.lstrip(_SPACE), self._answer.lstrip(_SPACE)
        blanks = len(self._output) - len(output), len(self._answer) - len(answer)
        self._drop(blanks[1], blanks[0])
        return any(blanks)

    def _advance_long_piece(self, run: re.Pattern[bytes], *, output_ended: bool) -> _Step:
        """Compare within one huge piece."""
        given, given_ends = _segment(run, self._output, ended=output_ended)
        expected, expected_ends = _segment(run, self._answer, ended=self._answer_ended)
        length = min(len(given), len(expected))
        same = given[:length] == expected[:length] or (
            not self._rules.case_sensitive and given[:length].lower() == expected[:length].lower()
        )
        given_longer = len(given) > length
        if not same or (given_longer and expected_ends) or (len(expected) > length and given_ends):
            self._reject_pair(expected, given)
            return _Step.WAIT
        self._output, self._answer = self._output[length:], self._answer[length:]
        if given_ends and expected_ends and not given_longer:
            self._long_run = None
            self._tokens_in_line += run is _TOKEN_RUN
            self._saw_token = True
            return _Step.AGAIN
        return _Step.AGAIN if length and (output_ended or self._output) else _Step.WAIT

    def _drop(self, answer_bytes: int, output_bytes: int) -> None:
        """Forget compared bytes, keeping count of lines and tokens."""
        dropped = self._output[:output_bytes]
        self._output, self._answer = self._output[output_bytes:], self._answer[answer_bytes:]
        last_line_start = dropped.rfind(b"\n") + 1
        if last_line_start:
            self._line += dropped.count(b"\n")
            self._tokens_in_line = 0
        self._tokens_in_line += len(dropped[last_line_start:].split())
        self._saw_token = self._saw_token or bool(dropped.strip())

    def _reject(self, what: str) -> None:
        # The lines that end just before the token belong to the output too.
        blanks = len(self._output) - len(self._output.lstrip(_SPACE))
        if not self._rules.space_change_sensitive:
            self._drop(0, blanks)
        self._difference = f"line {self._line}, token {self._tokens_in_line + 1}: {what}"

    def _reject_pair(self, expected: bytes, given: bytes) -> None:
        wanted, piece = shown_pair(expected, given)
        # Inside a long piece, either may just have ended.
        self._reject(f"expected {wanted or 'its end'}, given {piece or 'its end'}")

    def _reject_missing(self) -> None:
        wanted = (_ANY_RUN.match(self._answer) or [b""])[0]
        if self._saw_token:
            self._reject(f"expected {shown(wanted)}, but the output ends here")
        else:
            self._difference = f"the output is empty: expected {shown(wanted)}"

    def _reject_trailing(self) -> None:
        given = (_ANY_RUN.match(self._output) or [b""])[0]
        self._reject(f"expected the end of the output, given {shown(given)}")


def _segment(run: re.Pattern[bytes], block: bytes, *, ended: bool) -> tuple[bytes, bool]:
    """The part of ``block`` that continues a piece, and whether the piece ends there."""
    match = run.match(block)
    segment = match.group() if match else b""
    return segment, ended or len(segment) < len(block)
