-- One question to a language model, whatever number of requests it took. The key is never here.
CREATE TABLE model_calls (
    id INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL, -- ISO 8601, UTC
    prompt TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    model TEXT NOT NULL,
    host TEXT NOT NULL,
    sample INTEGER NOT NULL,
    tokens_in INTEGER, -- NULL: the server did not tell
    tokens_out INTEGER,
    latency_seconds REAL NOT NULL,
    cached INTEGER NOT NULL,
    error TEXT NOT NULL, -- the kind of fault it ended in, '' if it went well
    attempts INTEGER NOT NULL,
    cost_dollars REAL, -- NULL: no price is known
    request_text TEXT, -- NULL unless llm.log_text is set
    reply_text TEXT
);

CREATE INDEX model_calls_by_time ON model_calls (created_at);
