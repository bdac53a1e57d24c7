"""Where a sample's output differs first, in the user's language."""

import re

from jobcoach.judge.results import SampleView
from jobcoach.reports.sample_view import first_difference
from jobcoach.text import one_line
from jobcoach.words import Words

_ITS_END = "its end"
# The default validator's own words, by the text that says the same.
_FORMS = {
    "pair": re.compile(
        r"line (?P<line>\d+), token (?P<token>\d+): expected (?P<expected>.+), given (?P<given>.+)"
    ),
    "missing": re.compile(
        r"line (?P<line>\d+), token (?P<token>\d+): expected (?P<expected>.+), but the output ends here"
    ),
    "too_much": re.compile(
        r"line (?P<line>\d+), token (?P<token>\d+): expected the end of the output, given (?P<given>.+)"
    ),
    "empty": re.compile(r"the output is empty: expected (?P<expected>.+)"),
}
_MOST_SPECIFIC_FIRST = ("too_much", "missing", "empty", "pair")


def difference_text(view: SampleView, words: Words) -> str:
    """A sentence, or "" where the texts do not tell."""
    for form in _MOST_SPECIFIC_FIRST:
        if found := _FORMS[form].fullmatch(view.difference):
            places = {name: _shown(text, words) for name, text in found.groupdict().items()}
            return words(f"explain.difference.{form}", **places)
    told = first_difference(view, words)
    return words("explain.difference.lines", where=one_line(told)) if told else ""


def _shown(text: str, words: Words) -> str:
    return words("explain.difference.end") if text == _ITS_END else one_line(text)
