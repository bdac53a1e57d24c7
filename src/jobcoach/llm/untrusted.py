"""Text that others wrote, made safe to stand in a prompt: data, never an instruction.

It is put between two lines that bear a random marker, so that nothing in it can
close the fence, and what servers take for the end of a turn is broken up. The
prompt ``untrusted-rule`` says before and after it what the fence means.
"""

import re
import secrets
from dataclasses import dataclass

from jobcoach.text import nfc

KEY_MARKER = "0" * 16  # stands for the random one where a cache key is made

# Tokens by which chat templates divide turns: ChatML and Llama 3, DeepSeek, Llama 2, Gemma, Mistral, Qwen.
_TEMPLATE_TOKEN = re.compile(
    r"<(?=([|\uff5c])[^<>\n]{0,40}\1>)"
    r"|<(?=/?(?:s|bos|eos|start_of_turn|end_of_turn|think|tool_call|tool_response)\s*>)"
    r"|<(?=/?untrusted\b)"
    r"|<(?=<\s*/?SYS\s*>>)"
    r"|\[(?=/?\s*(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\s*\])",
    re.IGNORECASE,
)
# No server can be sent a lone surrogate, and control characters only serve to hide text.
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Invisible, and able to carry a whole instruction: tag characters, bidi controls.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Untrusted:
    """What a candidate, a repository or a job posting says."""

    text: str


def new_marker() -> str:
    """64 bits that nobody can guess."""
    return secrets.token_hex(8)


def fenced(text: str, marker: str) -> str:
    """The text as data, between lines that bear ``marker``."""
    inside = neutralised(text).replace(marker, "-")
    return f"<untrusted {marker}>\n{inside}\n</untrusted {marker}>"


def neutralised(text: str) -> str:
    """The text with a space in each token that a chat template would obey.

    Words and their order stay, so a quote from it is found in the original
    once white space is left out of account.
    """
    return _TEMPLATE_TOKEN.sub(r"\g<0> ", _INVISIBLE.sub("", sendable(text)))


def sendable(text: str) -> str:
    """Text in NFC that has a UTF-8 form and no control characters but tab and newline."""
    return nfc(_UNSENDABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))
