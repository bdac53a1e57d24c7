/* Between the runner and a fork server: one job a packet, on a SOCK_SEQPACKET pair.
 *
 * The runner sends a struct fork_job with the program's stdin, stdout and
 * stderr attached (SCM_RIGHTS); the server answers with one struct fork_end
 * when the program has ended. The server finds its end at FORK_SERVER_FD.
 */
#ifndef JOBCOACH_FORK_SERVER_H
#define JOBCOACH_FORK_SERVER_H

#include "confine.h"

#define FORK_SERVER_FD 3

struct fork_job {
    struct confinement confinement;
};

struct fork_end {
    int status; /* as of wait4, or -1: could not fork, and error says why */
    int error;
    long maximum_resident_kib;
};

#endif
