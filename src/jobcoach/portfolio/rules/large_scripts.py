"""Scripts that may be somebody else's."""

from jobcoach.portfolio.facts.repository import FileFacts

_CODE_LINES_MIN = 1000


def is_large_script(file: FileFacts) -> bool:
    """Whether it is a long script that imports nothing: bought themes and copied libraries are, as a rule."""
    return file.info.language == "JavaScript" and file.code_lines > _CODE_LINES_MIN and not file.imports
