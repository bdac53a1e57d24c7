"""Report files: known to be writable before judging begins, written whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jobcoach.cli.report_file import check_writable, write_whole
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.words import Words

Render = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """Where ``--junit``, ``--markdown`` and their like go; None for a report that was not asked for."""

    junit: Path | None = None
    markdown: Path | None = None
    annotations: Path | None = None
    code_quality: Path | None = None
    figures: Path | None = None

    @property
    def wanted(self) -> list[Path]:
        """The files that will be written."""
        paths = (self.junit, self.markdown, self.annotations, self.code_quality, self.figures)
        return [path for path in paths if path is not None]

    def check(self) -> None:
        """Raise InputError if a file could not be written later: an hour's verdicts may hang on it."""
        for path in self.wanted:
            check_writable(path)

    def write(self, report: JudgeReport, words: Words, fail_under: float | None = None) -> None:
        """Write what was asked for, the others even if one fails. Raises the first OSError."""
        renders: list[tuple[Path | None, Render]] = [
            (self.junit, lambda: _junit(report, words)),
            (self.markdown, lambda: _markdown(report, words)),
            (self.annotations, lambda: _annotations(report, words, fail_under)),
            (self.code_quality, lambda: _code_quality(report, words, fail_under)),
            (self.figures, lambda: _figures(report)),
        ]
        failures: list[OSError] = []
        for path, render in renders:
            if path is None:
                continue
            try:
                write_whole(path, render())
            except OSError as error:
                failures.append(error)
        if failures:
            raise failures[0]


def _junit(report: JudgeReport, words: Words) -> bytes:
    from jobcoach.reports.junit import junit_xml

    return junit_xml(report, words)


def _markdown(report: JudgeReport, words: Words) -> bytes:
    from jobcoach.reports.markdown import judge_markdown

    return judge_markdown(report, words).encode("utf-8", "backslashreplace")


def _annotations(report: JudgeReport, words: Words, fail_under: float | None) -> bytes:
    from jobcoach.reports.github_annotations import github_annotations
    from jobcoach.reports.judge_findings import judge_findings

    return github_annotations(judge_findings(report, words, fail_under=fail_under), words).encode()


def _code_quality(report: JudgeReport, words: Words, fail_under: float | None) -> bytes:
    from jobcoach.reports.code_quality import code_quality
    from jobcoach.reports.judge_findings import judge_findings

    return code_quality(judge_findings(report, words, fail_under=fail_under))


def _figures(report: JudgeReport) -> bytes:
    from jobcoach.reports.judge_figures import judge_figures

    return judge_figures(report).encode()
