"""kill -9 between any two events: what was submitted is there, and the interview comes to the same end."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from interview_parts import Scripted, ticking

from jobcoach.interview.session.conduct import resume_interview
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.transcript import Transcript
from jobcoach.store import Store

# A process for each moment, which kills itself then: before or after an event is kept, or while grading.
DRIVER = textwrap.dedent("""
    import json, os, signal, sys
    from pathlib import Path
    from interview_parts import Scripted, three_questions, ticking
    from jobcoach.interview.session.conduct import start_interview
    from jobcoach.store import Store

    def die():
        os.kill(os.getpid(), signal.SIGKILL)

    class Deadly:
        def __init__(self, log, moment, number):
            self.log, self.moment, self.number, self.appended = log, moment, number, 0
        def __getattr__(self, name):
            return getattr(self.log, name)
        def append(self, *args, **kwargs):
            self.appended += 1
            if self.moment == "before" and self.appended == self.number:
                die()
            self.log.append(*args, **kwargs)
            if self.moment == "after" and self.appended == self.number:
                die()

    class Grading(Scripted):
        def __init__(self, moment, number):
            super().__init__()
            self.moment, self.number = moment, number
        def grade(self, *args, **kwargs):
            grade = super().grade(*args, **kwargs)
            if self.moment == "grading" and self.calls == self.number:
                die()
            return grade

    def interview(folder, moment, number, answers):
        with Store.open(folder / "jobcoach.db") as store, (folder / "shown").open("w") as shown:
            running = start_interview(
                Deadly(store.interviews, moment, number), three_questions(), lang="en", mode="study",
                grader=Grading(moment, number), clock=ticking(), new_id=lambda: "domipazu",
            )
            for text in answers:
                running.current()
                running.answer(text)
                print(text, file=shown, flush=True)
            running.finish()

    folder, moments, answers = Path(sys.argv[1]), json.loads(sys.argv[2]), json.loads(sys.argv[3])
    for moment, number in moments:
        place = folder / f"{moment}-{number}"
        place.mkdir()
        child = os.fork()
        if not child:
            interview(place, moment, number, answers)
            os._exit(0)
        print(os.waitpid(child, 0)[1], flush=True)
""")
ANSWERS = ("+a", "+c", "!b", "~b +a", "I do not know it")
EVENTS = 15  # asked, answered, graded for each of five answers, then finished
KILLS = [("before", n) for n in range(1, EVENTS + 2)] + [("after", n) for n in range(1, EVENTS + 2)]
KILLS += [("grading", n) for n in range(1, 5)]
WHOLE = ("never", 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The databases that the killed ones left."""
    place = tmp_path_factory.mktemp("killed")
    moments = [WHOLE, *KILLS]
    driver = subprocess.run(
        [sys.executable, "-c", DRIVER, place, json.dumps(moments), json.dumps(ANSWERS)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert driver.stderr == ""
    assert driver.stdout.split() == ["0"] + [str(int(signal.SIGKILL))] * len(KILLS)
    return place


def without_times(transcript: Transcript) -> list[object]:
    return [
        record.model_copy(
            update={
                "turns": tuple(
                    turn.model_copy(update={"asked_at": None, "answered_at": None}) for turn in record.turns
                )
            }
        )
        for record in transcript.questions
    ]


@pytest.fixture(scope="module")
def uninterrupted(folder: Path) -> Transcript:
    with Store.open(folder / "never-0" / "jobcoach.db") as store:
        assert len(store.interviews.events("domipazu")) == EVENTS + 1
        return read_transcript(store.interviews, "domipazu")


@pytest.mark.parametrize(("moment", "number"), KILLS)
def test_a_killed_interview_loses_nothing(
    folder: Path, uninterrupted: Transcript, moment: str, number: int
) -> None:
    place = folder / f"{moment}-{number}"
    shown = (place / "shown").read_text().splitlines()
    with Store.open(place / "jobcoach.db") as store:
        assert store.check() == []
        events = len(store.interviews.events("domipazu"))
        if moment != "grading":
            assert events == number - (moment == "before")
        if events == EVENTS + 1:
            assert read_transcript(store.interviews, "domipazu") == uninterrupted
            return
        interview = resume_interview(store.interviews, None, grader=Scripted(), clock=ticking())
        kept = [text for record in interview.transcript.questions for text in record.answers]
        assert kept[: len(shown)] == shown
        assert kept == list(ANSWERS[: len(kept)])
        for text in ANSWERS[len(kept) :]:
            interview.answer(text)
        interview.finish()
        assert without_times(interview.transcript) == without_times(uninterrupted)
        assert without_times(read_transcript(store.interviews, "domipazu")) == without_times(uninterrupted)
