"""Language codes of the package formats, and ours for them."""

# Every other code (c, cpp, java, javascript, go, rust, kotlin) is ours already.
_OURS = {"python3": "python", "py": "python", "js": "javascript", "c++": "cpp"}


def our_language(code: str) -> str:
    """Our id for a language code of a package."""
    return _OURS.get(code.lower(), code.lower())
