"""A ``<details>`` for each question: its summary asks, its body answers."""

from collections.abc import Iterator

from jobcoach.interview.bank.importers.fold import LineCount, folds
from jobcoach.interview.bank.importers.markdown import Document
from jobcoach.interview.bank.importers.plain import plain_line
from jobcoach.interview.bank.importers.shapes import Found, reads
from jobcoach.interview.bank.importers.wording import is_answer_label, without_number


@reads("details", order=1)
def details(document: Document) -> Iterator[Found]:
    """Blocks that hold other blocks are chapters; those whose summary says "Answer" are no questions."""
    text, found = folds(document)
    line_of = LineCount(text)
    for fold in found:
        line = line_of(fold.start)
        title = plain_line(fold.summary)
        if fold.children or is_answer_label(title):
            continue
        yield Found(
            title=without_number(title),
            line=line + 1,
            answer=text[fold.body_start : fold.body_end],
            sections=(*map(plain_line, fold.outer), *document.sections(line)),
        )
