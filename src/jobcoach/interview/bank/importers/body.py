"""What stands below a heading that asks: more of the question, and the answer."""

import re

from jobcoach.interview.bank.importers.fold import folds
from jobcoach.interview.bank.importers.markdown import Document, parse_document
from jobcoach.interview.bank.importers.plain import plain_line
from jobcoach.interview.bank.importers.wording import is_answer_label

_ANSWER_LINE = re.compile(
    r"^[\s>#*_\-]*(?:\[?(?:모범\s*)?답변?\]?|정답|answers?|A)[\s*_]*[:.\]]?[\s*_]*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)


def split_body(body: str) -> tuple[str, str]:
    """More of the question, and the answer.

    Where a fold named "Answer" or a line of that kind tells where the answer
    begins, what stands before it belongs to the question.
    """
    document = parse_document(body)
    text, found = folds(document)
    for fold in found:
        if is_answer_label(plain_line(fold.summary)):
            return text[: fold.start], text[fold.body_start : fold.body_end]
    return _by_label(document, text)


def _by_label(document: Document, text: str) -> tuple[str, str]:
    for label in _ANSWER_LINE.finditer(text):
        if text.count("\n", 0, label.start()) not in document.code_lines:
            return "", text[label.end() :]
    return "", text
