import threading

import pytest

from jobcoach.errors import InputError
from jobcoach.llm.budget import Budget
from jobcoach.llm.faults import BudgetSpent
from jobcoach.llm.model_name import host_of, is_loopback, read_model_name
from jobcoach.llm.prices import Price, demand_price, estimated_tokens, find_price


def test_a_price_is_per_million_tokens() -> None:
    assert Price(2, 8).cost_dollars(1_000_000, 500_000) == 6


def test_hangul_takes_more_tokens() -> None:
    assert estimated_tokens(["가" * 1000]) == pytest.approx((770 + 8) * 1.2)
    assert estimated_tokens(["a" * 1000]) == pytest.approx((250 + 8) * 1.2)
    assert estimated_tokens([]) == 0


def test_shipped_prices_are_those_of_the_providers_own_server() -> None:
    assert find_price(read_model_name("openai:gpt-4.1", None), ()) == Price(2.0, 8.0)
    assert find_price(read_model_name("gpt-4.1", None), ()) == Price(2.0, 8.0)
    assert find_price(read_model_name("gpt-4.1", "http://elsewhere.example/v1"), ()) is None
    assert find_price(read_model_name("openai:unheard-of", None), ()) is None


@pytest.mark.parametrize("given", ["openai:gpt-4.1", "gpt-4.1"])
def test_the_settings_go_before(given: str) -> None:
    assert find_price(read_model_name(given, None), ("gpt-4.1=1/3",)) == Price(1, 3)
    assert find_price(read_model_name("openai:gpt-4.1", None), ("openai:gpt-4.1=1/3",)) == Price(1, 3)


def test_a_free_model_has_a_price_when_the_settings_say_so() -> None:
    name = read_model_name("qwen3:8b", "http://localhost:11434/v1")
    assert demand_price(name, ("qwen3:8b=0/0",)) == Price(0, 0)
    with pytest.raises(InputError, match="this machine"):
        demand_price(name, ())


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost:11434", True),
        ("127.0.0.1:80", True),
        ("::1", True),
        ("127.9.9.9", True),
        ("localhost.example", False),
        ("10.0.0.1:80", False),
        ("api.openai.com", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) == loopback


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://me:pw@models.example:8000/v1", "models.example:8000"),
        ("https://models.example/v1", "models.example"),
        ("http://[::1]:80/v1", "::1:80"),
    ],
)
def test_the_host_of_an_url(url: str, host: str) -> None:
    assert host_of(url) == host


def test_threads_together_never_reserve_more_than_there_is() -> None:
    budget = Budget(1.0)
    granted: list[float] = []

    def spend() -> None:
        for _ in range(100):
            try:
                budget.reserve(0.03)
            except BudgetSpent:
                return
            granted.append(0.03)
            budget.settle(0.03, 0.03)

    threads = [threading.Thread(target=spend) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(granted) == 33
    assert budget.spent_dollars == pytest.approx(0.99)


def test_what_was_set_aside_and_not_spent_is_free_again() -> None:
    budget = Budget(1.0)
    budget.reserve(0.9)
    with pytest.raises(BudgetSpent, match=r"\$0\.1000 is left"):
        budget.reserve(0.2)
    budget.settle(0.9, 0.1)
    budget.reserve(0.9)
