-- One review of a repository, whole, so that it can be shown and asked about later.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number that --from-review takes is never used twice
    created_at TEXT NOT NULL, -- ISO 8601, UTC
    location TEXT NOT NULL, -- without credentials
    commit_id TEXT, -- null for a folder without git
    ref TEXT,
    lang TEXT NOT NULL,
    score REAL NOT NULL, -- 0 to 100
    findings INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    model TEXT NOT NULL, -- '' where none took part
    review TEXT NOT NULL -- JSON object, secrets masked
);

CREATE INDEX reviews_by_location ON reviews (location, id);
