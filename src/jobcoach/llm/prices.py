"""What a call costs: tokens, estimated before and told after, times the model's price."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.llm.model_name import ModelName, is_loopback

_TABLE = Path(__file__).with_name("prices.toml")
_PER_HANGUL = 0.77  # tokens a character, measured over common tokenizers
_PER_OTHER = 0.25
_IN_HAND = 1.2
_TOKENS_A_MESSAGE = 8  # role and delimiters
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    dollars_in: float
    dollars_out: float

    def cost_dollars(self, tokens_in: float, tokens_out: float) -> float:
        """What that many tokens cost."""
        return (tokens_in * self.dollars_in + tokens_out * self.dollars_out) / _MILLION


def estimated_tokens(texts: Iterable[str]) -> float:
    """Tokens of a conversation, one text a message, with a fifth in hand."""
    total = 0.0
    for text in texts:
        hangul = sum("가" <= char <= "힣" or "ᄀ" <= char <= "ᇿ" or "ㄱ" <= char <= "ㆎ" for char in text)
        total += hangul * _PER_HANGUL + (len(text) - hangul) * _PER_OTHER + _TOKENS_A_MESSAGE
    return total * _IN_HAND


def find_price(name: ModelName, own: Iterable[str]) -> Price | None:
    """The price in the settings (``MODEL=IN/OUT``), else the shipped one, None if unknown.

    Shipped prices are those of the providers' own servers: elsewhere a model of
    the same name costs what that server says.
    """
    for row in own:
        model, _, dollars = row.rpartition("=")
        if model in (name.given, name.model):
            dollars_in, _, dollars_out = dollars.partition("/")
            return Price(float(dollars_in), float(dollars_out))
    if name.base_url is not None:
        return None
    found = _shipped().get(name.provider.name, {}).get(name.model)
    return Price(*found) if found else None


def demand_price(name: ModelName, own: Iterable[str]) -> Price:
    """The price that a budget needs. Raises InputError where none is known."""
    price = find_price(name, own)
    if price is not None:
        return price
    why = "its price is unknown"
    if is_loopback(name.host):
        why = "it runs on this machine and has no price"
    raise InputError(
        f"--budget cannot be kept with {name.given}",
        why=why,
        mend=f"leave --budget out, or say what a million tokens cost: jobcoach config set llm.prices"
        f" {name.given}=IN/OUT",
    )


@cache
def _shipped() -> dict[str, dict[str, tuple[float, float]]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))
