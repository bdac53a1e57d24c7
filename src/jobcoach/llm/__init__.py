"""The one place that talks to a language model.

::

    gateway ── reply_cache ── text_disk            kept on disk, text only
       │
    exchange ── retries, capabilities, budget      until the reply has its shape
       │    └── reply_text, reply_schema
    late_client ── langchain_client ── openai_chat LangChain is imported here alone
                        └── client_faults

Commands and the interview use ``gateway``, ``prompts``, ``untrusted`` and ``faults``.
"""
