-- One run of `judge`; its submissions share it.
CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL -- ISO 8601, UTC
);

-- One submission judged once.
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number that `history` shows is never used twice
    batch_id INTEGER REFERENCES batches (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    path TEXT NOT NULL,
    problem TEXT NOT NULL,
    problem_version TEXT NOT NULL,
    language TEXT NOT NULL,
    sandbox TEXT NOT NULL,
    image_digest TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    verdict TEXT NOT NULL,
    points REAL,
    max_points REAL,
    compile_ok INTEGER NOT NULL,
    compile_seconds REAL NOT NULL,
    compile_output TEXT NOT NULL,
    message TEXT NOT NULL,
    verdict_key TEXT NOT NULL,
    options TEXT NOT NULL -- JSON object
);

CREATE INDEX judgements_by_key ON judgements (verdict_key, id) WHERE verdict <> 'JE';
CREATE INDEX judgements_by_batch ON judgements (batch_id);

-- One test of a judgement, in the order in which it ran.
CREATE TABLE tests (
    judgement_id INTEGER NOT NULL REFERENCES judgements (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    "group" TEXT NOT NULL,
    verdict TEXT NOT NULL,
    cpu_seconds REAL NOT NULL,
    wall_seconds REAL NOT NULL,
    memory_bytes INTEGER NOT NULL,
    points REAL,
    message TEXT NOT NULL,
    PRIMARY KEY (judgement_id, ordinal)
);
