"""The only place that knows SQLite."""

from jobcoach.store.interviews import EventRecord, InterviewRecord
from jobcoach.store.records import JudgementRecord, TestRecord
from jobcoach.store.store import Store

__all__ = ["EventRecord", "InterviewRecord", "JudgementRecord", "Store", "TestRecord"]
