"""The report files of a review: Markdown, HTML, SARIF."""

from dataclasses import dataclass

from jobcoach.cli.context import AppContext
from jobcoach.cli.report_file import write_whole
from jobcoach.cli.review.request import ReviewFiles
from jobcoach.portfolio.excerpts import Excerpts
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.rules.registry import rule_texts
from jobcoach.portfolio.rules.rule import Rule
from jobcoach.text import one_line
from jobcoach.words import Words


@dataclass(frozen=True, slots=True)
class Reported:
    """A review, the code around its lines where a report shows it, and the rules that were looked for."""

    review: Review
    excerpts: Excerpts
    rules: tuple[Rule, ...]
    words: Words


def write_reports(app: AppContext, files: ReviewFiles, reported: Reported) -> None:
    """Write the files that were asked for, and say so. Raises OSError if one cannot be written."""
    review, words = reported.review, reported.words
    if files.markdown is not None:
        from jobcoach.reports.review_markdown import review_markdown

        write_whole(files.markdown, review_markdown(review, words).encode("utf-8", "backslashreplace"))
    if files.html is not None:
        from jobcoach.reports.review_html import review_html

        page = review_html(review, reported.excerpts, words)
        write_whole(files.html, page.encode("utf-8", "backslashreplace"))
    if files.sarif is not None:
        from jobcoach.cli.document import to_json
        from jobcoach.reports.sarif import sarif_document

        texts = [(rule, rule_texts(rule.id, words.language)) for rule in reported.rules]
        write_whole(files.sarif, (to_json(sarif_document(review, texts, words)) + "\n").encode())
    for path in (files.markdown, files.html, files.sarif):
        if path is not None:
            app.remark(app.words("review.wrote", path=one_line(str(path))))
