/* A program as the host names it: folder, arguments and environment. */
#ifndef JOBCOACH_ORDER_H
#define JOBCOACH_ORDER_H

#include "protocol.h"

#define MOST_STRINGS 512

struct order {
    struct run_header header;
    const char *cwd;
    const char *collect; /* the folder whose files go to the host afterwards, or "" */
    char *argv[MOST_STRINGS];
    char *env[MOST_STRINGS];
};

/* Reads a RUN or FORK_SERVER frame. Valid until the next call; leaves on a malformed one. */
struct order *read_order(const struct frame *frame);

#endif
