/* One run of one program: start, feed, watch, end, clear away. */
#ifndef JOBCOACH_RUN_H
#define JOBCOACH_RUN_H

#include "protocol.h"

#include <sys/types.h>

struct users {
    uid_t builder;
    uid_t candidate;
};

void run_program(const struct frame *request, const struct users *users);

/* Blocks SIGCHLD and opens the descriptor that reports it. */
void watch_children(void);

#endif
