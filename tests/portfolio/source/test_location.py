"""What is a location, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.portfolio.source.location import LocalPlace, RemotePlace, check_ref, parse_location


@pytest.mark.parametrize(
    ("text", "url", "host", "protocol"),
    [
        ("octo-cat/Hello.World", "https://github.com/octo-cat/Hello.World", "github.com", "https"),
        ("https://github.com/a/b", "https://github.com/a/b", "github.com", "https"),
        ("https://github.com/a/b/", "https://github.com/a/b", "github.com", "https"),
        ("HTTPS://github.com/a/b.git", "https://github.com/a/b.git", "github.com", "https"),
        ("github.com/a/b", "https://github.com/a/b", "github.com", "https"),
        (
            "https://gitlab.example:8443/g/s/p.git",
            "https://gitlab.example:8443/g/s/p.git",
            "gitlab.example",
            "https",
        ),
        ("ssh://git@host.example:22/a/b.git", "ssh://git@host.example:22/a/b.git", "host.example", "ssh"),
        ("git@github.com:a/b.git", "git@github.com:a/b.git", "github.com", "ssh"),
        ("host.example:a/b.git", "host.example:a/b.git", "host.example", "ssh"),
        ("http://127.0.0.1:8000/r.git", "http://127.0.0.1:8000/r.git", "127.0.0.1", "http"),
        ("https://[::1]:8000/r.git", "https://[::1]:8000/r.git", "::1", "https"),
        ("https://example.com/저장소.git", "https://example.com/저장소.git", "example.com", "https"),
    ],
)
def test_remote_locations(text: str, url: str, host: str, protocol: str) -> None:
    place = parse_location(text)

    assert isinstance(place, RemotePlace)
    assert (place.url, place.host, place.protocol) == (url, host, protocol)
    assert place.authorization == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://user:s3cr3t@example.com/a/b",
        "https://ghp_s3cr3t0123456789012345678901234567@github.com/a/b",
        "https://example.com/a/b?private_token=s3cr3t",
        "https://example.com/a/b#s3cr3t",
        "ssh://git:s3cr3t@example.com/a/b",
    ],
)
def test_credentials_are_taken_out(text: str) -> None:
    place = parse_location(text)

    assert isinstance(place, RemotePlace)
    assert "s3cr3t" not in place.url + place.shown + repr(place)


def test_credentials_become_a_header() -> None:
    place = parse_location("https://user:p%40ss@example.com/a/b")

    assert isinstance(place, RemotePlace)
    assert place.authorization == "Authorization: Basic dXNlcjpwQHNz"  # user:p@ss


def test_a_login_alone_is_for_the_credential_helper() -> None:
    place = parse_location("https://kim@example.com/a/b")

    assert isinstance(place, RemotePlace)
    assert (place.url, place.user, place.authorization) == ("https://example.com/a/b", "kim", "")


def test_the_address_of_a_page_names_its_branch() -> None:
    place = parse_location("https://github.com/a/b/tree/develop")

    assert isinstance(place, RemotePlace)
    assert (place.url, place.ref) == ("https://github.com/a/b", "develop")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "-oProxyCommand=touch /tmp/x",
        "--upload-pack=touch x",
        "ext::sh -c 'touch x'",
        "ext::https://a/b",
        "fd::17",
        "git://example.com/a/b",
        "http://example.com/a/b",
        "ftp://example.com/a/b",
        "https://",
        "https://example.com",
        "https://example.com/",
        "https://-evil.example/a/b",
        "https://-o@-x/a",
        "ssh://-oProxyCommand=x/a",
        "ssh://-oProxyCommand=x@host/a",
        "-oProxyCommand=x:a/b",
        "git@-oProxyCommand=x:a/b",
        "host:-a",
        "https://exa mple.com/a",
        "https://example.com:99999/a",
        "https://[::1/a",
        "https://example.com/a\nb",
        "https://example.com/a\x1b[2J",
        "https://example.com/\udcff",
        "file://example.com/etc",
        "file:///no/such/folder",
        "no/such/folder/here",
        "./nothing",
        "a" * 5000,
    ],
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_location(text)

    assert refused.value.exit_code == 2
    assert "\n" not in str(refused.value)


def test_errors_hold_no_credentials() -> None:
    with pytest.raises(InputError) as refused:
        parse_location("ftp://user:s3cr3t@example.com/a?token=s3cr3t")

    assert "s3cr3t" not in str(refused.value)


def test_a_folder_goes_before_a_name_of_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "owner" / "name").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert parse_location("owner/name") == LocalPlace(tmp_path / "owner" / "name")


def test_a_file_url_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "한글 폴더"
    folder.mkdir()

    assert parse_location(folder.as_uri()) == LocalPlace(folder)


@pytest.mark.parametrize("ref", ["main", "feature/로그인", "v1.0", "a" * 40, "HEAD", "release-1.2"])
def test_refs(ref: str) -> None:
    assert check_ref(ref) == ref


@pytest.mark.parametrize(
    "ref",
    ["", "-x", "--upload-pack=x", "a..b", "a b", "a:b", "a~1", "a^", "a@{1}", "@", "a\x00", "a\n", "/a", "a/",
     "a//b", ".a", "a/.b", "a.lock", "a.", "a*", "a[b", "a\\b", "\udcff", "x" * 2000],
)  # fmt: skip
def test_what_is_no_ref(ref: str) -> None:
    with pytest.raises(InputError):
        check_ref(ref)


@given(st.text())
def test_any_text_is_a_place_or_refused(text: str) -> None:
    try:
        place = parse_location(text)
    except InputError as refused:
        assert not set(str(refused)) & set(map(chr, range(32)))
    else:
        assert not place.shown.startswith("-")
