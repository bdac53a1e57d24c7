"""Report files: known to be writable before judging begins, written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from jobcoach.cli.report_file import check_writable, write_whole
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.words import Words


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """Where ``--junit`` and ``--markdown`` go; None for a report that was not asked for."""

    junit: Path | None = None
    markdown: Path | None = None

    @property
    def wanted(self) -> list[Path]:
        """The files that will be written."""
        return [path for path in (self.junit, self.markdown) if path is not None]

    def check(self) -> None:
        """Raise InputError if a file could not be written later: an hour's verdicts may hang on it."""
        for path in self.wanted:
            check_writable(path)

    def write(self, report: JudgeReport, words: Words) -> None:
        """Write what was asked for, the second even if the first fails. Raises OSError."""
        try:
            if self.junit is not None:
                from jobcoach.reports.junit import junit_xml

                write_whole(self.junit, junit_xml(report, words))
        finally:
            if self.markdown is not None:
                from jobcoach.reports.markdown import judge_markdown

                text = judge_markdown(report, words)
                write_whole(self.markdown, text.encode("utf-8", "backslashreplace"))
