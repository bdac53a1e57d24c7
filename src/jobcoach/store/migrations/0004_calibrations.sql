-- One measurement of a grader against people, or against the adversarial cases alone.
CREATE TABLE calibrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number that --baseline takes is never used twice
    created_at TEXT NOT NULL, -- ISO 8601, UTC
    grader TEXT NOT NULL, -- "offline" or "model"
    model TEXT NOT NULL, -- '' for the offline grader
    prompt_version TEXT NOT NULL,
    data_name TEXT NOT NULL,
    data_hash TEXT NOT NULL, -- SHA-256 of the answers and the scores of people
    report TEXT NOT NULL, -- JSON object: the figures
    shares TEXT NOT NULL -- JSON array: the score of each answer from 0 to 1, null for an ungraded one
);

CREATE INDEX calibrations_by_data ON calibrations (data_hash, grader, id);
