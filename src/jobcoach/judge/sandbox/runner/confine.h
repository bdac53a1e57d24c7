/* What the candidate's process gives up before its first instruction. */
#ifndef JOBCOACH_CONFINE_H
#define JOBCOACH_CONFINE_H

#include <stdint.h>
#include <sys/types.h>

struct confinement {
    uid_t uid;
    uint32_t processes;
    uint64_t cpu_ns;
    uint64_t file_bytes;
    uint64_t stack_bytes;
};

/* The limits, in this process and all that it starts; 0 or -1 with errno. */
int set_limits(const struct confinement *confinement);

/* Session, OOM score, user and seccomp filter, irrevocably; 0 or -1 with errno. */
int confine(const struct confinement *confinement);

/* Installs the system call filter; 0 or -1 with errno. */
int filter_system_calls(void);

#endif
