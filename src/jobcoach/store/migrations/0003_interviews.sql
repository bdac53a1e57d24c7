-- One mock interview.
CREATE TABLE interviews (
    id TEXT PRIMARY KEY, -- eight letters that can be said aloud
    lang TEXT NOT NULL,
    mode TEXT NOT NULL,
    grader TEXT NOT NULL, -- the one it began with
    started_at TEXT NOT NULL, -- ISO 8601, UTC
    plan TEXT NOT NULL, -- JSON object
    status TEXT NOT NULL -- what the events come to: open, paused, finished
);

-- What happened in it, in order; never changed.
CREATE TABLE interview_events (
    interview_id TEXT NOT NULL REFERENCES interviews (id),
    seq INTEGER NOT NULL, -- 1, 2, 3, …
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL, -- JSON object
    PRIMARY KEY (interview_id, seq)
);

CREATE TRIGGER interview_events_stay BEFORE UPDATE ON interview_events BEGIN
    SELECT RAISE(ABORT, 'the events of an interview are never changed');
END;
