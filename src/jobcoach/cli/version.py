"""The program's version, as ``--version`` prints it."""


def version() -> str:
    """``jobcoach 0.1.0``, from the installed package's metadata."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed  # 15 ms

    try:
        return f"jobcoach {installed('jobcoach')}"
    except PackageNotFoundError:
        return "jobcoach (not installed)"
