"""All commands, as a table; a command's module is imported only when it runs.

How a module exposes its command: it has ``app = typer.Typer()``, filled with
``@app.command()``. One command makes it a plain command (``jobcoach judge``);
an ``@app.callback()`` or several commands make it a group
(``jobcoach problems list``). Everything else is done when it is loaded
(``command.py``):

- ``--json``, ``--quiet``, ``--debug``, ``--lang``, ``-h`` are added to every
  command and sub-command, so a module never declares them. A command takes
  ``ctx: typer.Context`` and asks ``app_context(ctx)`` (``context.py``).
- Help texts come from ``words/<language>/<command>.toml``, never from the code:
  ``[help] command`` is the command's own text, ``[help] <parameter name>`` that
  of a parameter; of a sub-command ``[help.<sub-command>] command`` and so on. A
  group within a group has a file of its own, ``<command>_<group>.toml``.
- The exit code is ``raise typer.Exit(code)``; failures are raised as
  ``JobcoachError`` and told in one place (``failures.py``).
"""

from dataclasses import dataclass

from jobcoach.words import Language


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command of ``jobcoach``: where its ``typer.Typer`` is and one line of help."""

    name: str
    module: str
    en: str
    ko: str
    attribute: str = "app"

    def help(self, language: Language) -> str:
        """The line that ``jobcoach --help`` shows."""
        return self.ko if language == "ko" else self.en


COMMANDS = (
    CommandRow(
        "init",
        "jobcoach.cli.init",
        en="Set up in three questions, and begin.",
        ko="질문 세 개로 준비를 마치고 시작합니다.",
    ),
    CommandRow(
        "judge",
        "jobcoach.cli.judge.command",
        en="Judge coding-test submissions in a sealed container.",
        ko="코딩테스트 풀이를 격리된 컨테이너에서 채점합니다.",
    ),
    CommandRow(
        "interview",
        "jobcoach.cli.interview.command",
        en="Hold a mock interview, and grade it with quotes as evidence.",
        ko="모의 면접을 보고, 내가 한 말을 근거로 채점합니다.",
    ),
    CommandRow(
        "review",
        "jobcoach.cli.review.command",
        en="Review a portfolio repository as an interviewer would.",
        ko="포트폴리오 저장소를 면접관의 눈으로 리뷰합니다.",
    ),
    CommandRow(
        "calibrate",
        "jobcoach.cli.calibrate.command",
        en="Measure how far a grader agrees with people.",
        ko="채점기가 사람의 채점과 얼마나 일치하는지 측정합니다.",
    ),
    CommandRow(
        "problems",
        "jobcoach.cli.problems.command",
        en="List, show, make, verify and import problems.",
        ko="문제를 나열하고, 보고, 만들고, 검증하고, 가져옵니다.",
    ),
    CommandRow(
        "next",
        "jobcoach.cli.coach.next",
        en="Say what to do next, and why.",
        ko="다음에 무엇을 하면 좋을지 이유와 함께 알려 줍니다.",
    ),
    CommandRow(
        "progress",
        "jobcoach.cli.coach.progress",
        en="Show where you stand: interviews, problems, reviews.",
        ko="면접·문제·리뷰에서 지금 어디쯤 왔는지 봅니다.",
    ),
    CommandRow(
        "history",
        "jobcoach.cli.history.command",
        en="Show what has been judged and reviewed so far.",
        ko="지금까지의 채점·리뷰 기록을 봅니다.",
    ),
    CommandRow(
        "export",
        "jobcoach.cli.export.command",
        en="Write a report: a page, Markdown or JSON.",
        ko="보고서를 HTML, Markdown, JSON 파일로 저장합니다.",
    ),
    CommandRow(
        "forget",
        "jobcoach.cli.forget",
        en="Remove what is kept of you: one thing, or everything.",
        ko="저장된 기록을 하나 또는 전부 지웁니다.",
    ),
    CommandRow(
        "cache",
        "jobcoach.cli.cache",
        en="Show or remove what is kept to save time and money.",
        ko="저장해 둔 캐시를 보거나 비웁니다.",
    ),
    CommandRow(
        "config",
        "jobcoach.cli.config",
        en="Show and change settings.",
        ko="설정을 보고 바꿉니다.",
    ),
    CommandRow(
        "doctor",
        "jobcoach.cli.doctor",
        en="Check what jobcoach needs, and say how to mend it.",
        ko="실행 환경을 점검하고 고치는 방법을 알려 줍니다.",
    ),
)
