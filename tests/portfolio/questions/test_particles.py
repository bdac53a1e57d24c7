"""Korean particles after code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.questions.particles import with_particles


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("`save`을 부르면", "`save`를 부르면"),
        ("`commit`를 부르면", "`commit`을 부르면"),
        ("`main`가 끝나면", "`main`이 끝나면"),
        ("`Model`으로 만든", "`Model`로 만든"),
        ("`Model`가 있다", "`Model`이 있다"),
        ("`Chrome`로 연다", "`Chrome`으로 연다"),
        ("`주문`를 지우면", "`주문`을 지우면"),
        ("`서울`으로 간다", "`서울`로 간다"),
        ("`redis`은 느리다", "`redis`는 느리다"),
        ("`jwt2`를", "`jwt2`를"),
        ("`user`(ForeignKey)을 함께", "`user`(ForeignKey)를 함께"),
        ("`f()`과 `g`", "`f()`와 `g`"),
        ("`createOrder`이 끝나면", "`createOrder`가 끝나면"),
        ("`save`에서 이것을", "`save`에서 이것을"),
        ("`save`이고", "`save`이고"),
        (
            "`WebLogAspect`(WebLogAspect.java 36행)을 만드셨습니다",
            "`WebLogAspect`(WebLogAspect.java 36행)를 만드셨습니다",
        ),
        ("`setTimeout`는 언제", "`setTimeout`은 언제"),
        ("`datafile`는", "`datafile`은"),
        ("`RestTemplate`로 부르면", "`RestTemplate`으로 부르면"),
        ("`useHook`를", "`useHook`을"),
        ("`healthCheck`을", "`healthCheck`를"),
        ("`Job`가", "`Job`이"),
    ],
)
def test_the_particle_follows_how_the_name_is_read(written: str, read: str):
    assert with_particles(written) == read


@given(st.text(alphabet="`가나을를은는이과와으로 ()ab_1.", max_size=60))
def test_only_particles_change(text: str):
    changed = with_particles(text)
    strip = str.maketrans("", "", "을를은는이가과와으로")
    assert changed.translate(strip) == text.translate(strip)
    assert with_particles(changed) == changed
