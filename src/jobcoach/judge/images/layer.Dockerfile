# What every judging image gets on top, also one that the user names.
ARG RUNNER
ARG BASE
FROM ${RUNNER} AS runner
FROM ${BASE}
USER 0
COPY --from=runner /jobcoach /jobcoach
COPY check_syntax.py /jobcoach/check_syntax.py
