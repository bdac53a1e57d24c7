import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.secrets.find import find_secrets
from jobcoach.portfolio.secrets.kinds import kinds
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.portfolio.secrets.near_words import words_in

_WORDS = sorted({word for kind in kinds() for word in kind.near})


@pytest.mark.parametrize("word", _WORDS)
def test_each_word_is_seen_wherever_it_stands(word: str):
    assert word in words_in(word)
    assert word in words_in(f"a{word}")
    assert word in words_in(f"{word[:-1]} {word[1:]} {word}{word[-1]}")


@given(st.lists(st.sampled_from(_WORDS) | st.text(alphabet="abgkopsy_-.: ", max_size=4)).map("".join))
def test_a_text_holds_the_words_that_stand_in_it(text: str):
    assert words_in(text) == {word for word in _WORDS if word in text}


@pytest.mark.parametrize(
    "text",
    [
        'passphraseOfTheOldDatabase1 = "{}"',
        '"refresh-token-of-the-service": "{}"',
        "password: str = '{}'",
        "password:\n    `{}`",
        "if password == '{}':",
        "SECRET_KEY = '''{}'''",
        'password = \\"{}\\"',
        'Keys.hmacShaKeyFor("{}")',
        "let apiKey: string? := r'{}'",
        "PRIVATE_KEY=>b'{}'",
        "\tcredentials_of_the_operator1 : {}",
        "export ENCRYPTION_KEY=0123\nexport OLD_API_KEY={}",
        "setPassword({})".replace("{}", "'{}'"),
        'setSecretForTheJob( "{}" )',
        "mc alias --access-key {}",
        "redis-server --requirepass {}",
        "psql --password={}",
        "<adminPasswordOfTheDatabase>\n{}</adminPasswordOfTheDatabase>",
        '<property name="hibernate.connection.password" value="{}"/>',
        '<string name="rest_key_of_the_operator">{}</string>',
        "release.key=>{}",
        'const t = jwt.verify(cookie, "{}")',
        'mac := hmac.new("{}", body)',
    ],
)
def test_what_stands_between_a_name_and_its_secret_hides_nothing(text: str):
    secret = "Tr0ub4dor-3xyz99QpLm7"

    assert mask_secrets(text.replace("{}", secret)) == text.replace("{}", "*" * len(secret))


def test_a_name_that_is_given_nothing_costs_no_try():
    assert find_secrets("the password of the user, a token; a secret key\n" * 100) == []
