/* Counters of the container's own cgroup, version 1 or 2. */
#ifndef JOBCOACH_CGROUP_H
#define JOBCOACH_CGROUP_H

#include <stdint.h>

/* Opens the counters; returns 1 or 2, or 0 where there are none. */
int cgroup_open(void);

uint64_t cgroup_cpu_ns(void);

/* Anonymous and shared memory: what a program holds, without the page cache,
 * which the kernel charges to whoever happens to read a file first. */
uint64_t cgroup_memory_bytes(void);

/* How many processes the OOM killer has taken so far. */
uint64_t cgroup_oom_kills(void);

#endif
