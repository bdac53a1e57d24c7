"""Bare lists of questions; what is indented below one is its answer, unless it asks again."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from jobcoach.interview.bank.importers.markdown import Document, block_tokens
from jobcoach.interview.bank.importers.plain import plain_line
from jobcoach.interview.bank.importers.shapes import Found, reads
from jobcoach.interview.bank.importers.wording import is_question, without_number


@reads("bullets", order=4)
def bullets(document: Document) -> Iterator[Found]:
    """The outermost items that ask; entries of a table of contents and headings are left out."""
    tokens = block_tokens(document.text(0, len(document.lines)))
    for start, end in _items(tokens):
        found = _read_item(document, tokens[start:end])
        if found is not None:
            yield found


def _items(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            start = start if depth else index
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
            if not depth:
                yield start, index


def _read_item(document: Document, tokens: Sequence[Token]) -> Found | None:
    lines = tokens[0].map
    asking = next((token for token in tokens if token.type == "inline"), None)
    if asking is None or asking.map is None or lines is None or tokens[1].type == "heading_open":
        return None
    if "](#" in asking.content:
        return None
    first, _, rest = asking.content.partition("\n")
    title = without_number(plain_line(first))
    if not is_question(title):
        return None
    below = rest + "\n" + document.text(asking.map[1], lines[1])
    inner = [
        plain_line(token.content) for token in tokens[1:] if token.type == "inline" and token is not asking
    ]
    is_list_of_topics = title.endswith(":")
    asks_again = inner and sum(map(is_question, inner)) * 2 >= len(inner)
    return Found(
        title=title,
        line=lines[0] + 1,
        more=below if is_list_of_topics else "",
        answer="" if is_list_of_topics or asks_again else below,
        sections=document.sections(lines[0]),
    )
