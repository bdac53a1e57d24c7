-- A repository whose code cannot be judged has no score.
CREATE TABLE reviews_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number that --from-review takes is never used twice
    created_at TEXT NOT NULL, -- ISO 8601, UTC
    location TEXT NOT NULL, -- without credentials
    commit_id TEXT, -- null for a folder without git
    ref TEXT,
    lang TEXT NOT NULL,
    score REAL, -- 0 to 100, null where there is none
    findings INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    model TEXT NOT NULL, -- '' where none took part
    review TEXT NOT NULL -- JSON object, secrets masked
);

INSERT INTO reviews_new
SELECT id, created_at, location, commit_id, ref, lang, score, findings, questions, model, review FROM reviews;

DELETE FROM sqlite_sequence WHERE name = 'reviews_new';

INSERT INTO sqlite_sequence (name, seq) SELECT 'reviews_new', seq FROM sqlite_sequence WHERE name = 'reviews';

DROP TABLE reviews;

ALTER TABLE reviews_new RENAME TO reviews;

CREATE INDEX reviews_by_location ON reviews (location, id);
