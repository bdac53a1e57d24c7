import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planted import PLANTED

from jobcoach.portfolio.secrets import find
from jobcoach.portfolio.secrets.find import entropy, find_secrets
from jobcoach.portfolio.secrets.mask import mask_secrets


def test_each_kind_of_the_table_is_planted():
    table = tomllib.loads(Path(find.__file__).with_name("patterns.toml").read_text(encoding="utf-8"))
    kinds = [kind["id"] for kind in table["kind"]]

    assert sorted(kinds) == sorted(PLANTED)
    assert len(kinds) >= 20


@pytest.mark.parametrize("kind", PLANTED)
def test_finds_and_masks_each_kind(kind: str):
    around, secret = PLANTED[kind]
    text = f"// 설정\n{around.format(secret)}\nend"

    (found,) = find_secrets(text)
    masked = mask_secrets(text)

    assert secret.strip() in text[found.start : found.end]
    assert len(masked) == len(text)
    assert masked.count("\n") == text.count("\n")
    assert not any(len(line) > 3 and line in masked for line in secret.split("\n"))
    assert masked.startswith("// 설정\n")
    assert masked.endswith("\nend")


def test_masks_all_kinds_in_one_text():
    text = "\n".join(around.format(secret) for around, secret in PLANTED.values())

    masked = mask_secrets(text)

    for _, secret in PLANTED.values():
        assert secret not in masked
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "password: ${DB_PASSWORD}",
        "password=${DB_PASSWORD:root}",
        'password = "changeme"',
        'api_key = "YOUR_API_KEY"',
        'apiKey: "your-key-here"',
        "SECRET_KEY = os.environ['SECRET_KEY']",
        "const secret = process.env.JWT_SECRET;",
        "token = request.user.token",
        "self.password = password",
        "primary_key = models.UUIDField(primary_key=True)",
        "except KeyError:\n    pass\nx = 'abcd1234'",
        'compass = "north4711"',
        "key = make_key(user.identifier)",
        'String password = "비밀번호를 입력하세요";',
        '"password": "Password"',
        '<input type="password" name="password">',
        "password: ENC(Tr0ub4dor3xyz99Q)",
        "password: {{ db_password }}",
        "secret: !Ref DbSecret",
        "password=<password>",
        "postgres://user:password@localhost/db",
        "http://localhost:8080/@scope",
        "token_path = '/api/auth/token'",
        'keyboard = "qwertz layout 1234"',
        "git+ssh://git@github.com/a/b.git",
    ],
)
def test_placeholders_and_variables_are_no_secrets(text: str):
    assert find_secrets(text) == []
    assert mask_secrets(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("MYSQL_ROOT_PASSWORD: rootpass", "MYSQL_ROOT_PASSWORD: ********"),
        ("  password: 1234", "  password: ****"),
        ("MAIL_PASS=tiger4711", "MAIL_PASS=*********"),
        ('db_pw = "tiger4711"', 'db_pw = "*********"'),
        ('of: "gmail", password: "abcd efgh ijkl mnop"', 'of: "gmail", password: "*******************"'),
        ('var password: String = "qwer1234!"', 'var password: String = "*********"'),
        ('password =\n    "qwer1234!"', 'password =\n    "*********"'),
        ('İ = 1\npassword = "qwer1234!"', 'İ = 1\npassword = "*********"'),
    ],
)
def test_a_chosen_word_is_masked_and_accuses_nobody(text: str, masked: str):
    assert mask_secrets(text) == masked
    assert [secret.confidence for secret in find_secrets(text)] == ["low"]


@given(st.text() | st.text(alphabet="eyJsk-_.:=\"'\n password/@AKIA0123ghp_"))
def test_masking_keeps_length_and_lines(text: str):
    masked = mask_secrets(text)

    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]
    assert masked.count("\r") == text.count("\r")


@pytest.mark.parametrize(
    "part",
    ["eyJ", "password", 'password = "', "-----BEGIN PRIVATE KEY-----", "://a:b", "jdbc:aaaaa?", "kakao "],
)
def test_hostile_megabytes_come_back(part: str):
    text = part * (1_000_000 // len(part))

    assert len(mask_secrets(text)) == len(text)


def test_finds_in_the_midst_of_a_long_line():
    text = "a.b(c),keyword;" * 5000 + 'password="Tr0ub4dor&3xyz99Q";' + "token=a;" * 5000

    (found,) = [secret for secret in find_secrets(text) if secret.confidence != "low"]

    assert text[found.start : found.end] == "Tr0ub4dor&3xyz99Q"


def test_lone_surrogates_pass():
    text = 'password = "\ud800Tiger4711pawTiger"'

    assert len(mask_secrets(text)) == len(text)


def test_entropy_of_known_texts():
    assert entropy("") == 0
    assert entropy("aaaa") == 0
    assert entropy("abcd") == 2
