"""The verdicts a test or a submission can get."""

from enum import StrEnum


class Verdict(StrEnum):
    """The field's two- and three-letter verdicts.

    ``JE`` is a fault of the judge's own (engine, validator, package) and is
    never blamed on the candidate.
    """

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RTE = "RTE"
    CE = "CE"
    JE = "JE"
