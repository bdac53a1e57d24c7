/* Starting, ending and reaping the processes of the untrusted users. */
#ifndef JOBCOACH_PROCESSES_H
#define JOBCOACH_PROCESSES_H

#include "confine.h"

#include <stdint.h>
#include <sys/types.h>

struct program {
    struct confinement confinement;
    const char *cwd;
    char **argv;
    char **env;
    int stdio[3];
};

/* Starts a program as its user; its pid, or -1 with errno (also when exec failed). */
pid_t start_program(const struct program *program);

/* Starts the fork server (as root: it changes the user in each child). */
pid_t start_as_root(const struct program *program, int channel);

/* The process that may stay when everything else must go: the fork server. */
void spare(pid_t pid);

/* Reaps all that has ended. Sets *status when `main_pid` was among them and
 * returns 1; raises *maximum_resident_kib to the largest seen. */
int reap(pid_t main_pid, int *status, long *maximum_resident_kib);

void kill_user(uid_t uid);

/* Kills and reaps until nothing but this process and the spared one is left. 0, or -1. */
int clear_processes(uid_t uid, long *maximum_resident_kib);

#endif
