#define _GNU_SOURCE
#include "confine.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static int limit(int resource, uint64_t value) {
    struct rlimit both = {value, value};
    return setrlimit(resource, &both);
}

int set_limits(const struct confinement *c) {
    /* CPU time is enforced by the runner; this one stays in case it is blocked. */
    uint64_t cpu_seconds = c->cpu_ns / 1000000000u + 2;
    return limit(RLIMIT_CORE, 0) || limit(RLIMIT_NOFILE, 256) || limit(RLIMIT_MEMLOCK, 0) ||
                   limit(RLIMIT_MSGQUEUE, 0) || limit(RLIMIT_SIGPENDING, 1024) ||
                   limit(RLIMIT_NPROC, c->processes) || limit(RLIMIT_FSIZE, c->file_bytes) ||
                   limit(RLIMIT_STACK, c->stack_bytes) || limit(RLIMIT_CPU, cpu_seconds)
               ? -1
               : 0;
}

/* The OOM killer takes the largest process; this makes sure that it is never the runner. */
static void volunteer_for_oom(void) {
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    ssize_t ignored = write(fd, "1000", 4);
    (void)ignored;
    close(fd);
}

int confine(const struct confinement *c) {
    volunteer_for_oom();
    setsid();
    if (setgroups(0, NULL) || setresgid(c->uid, c->uid, c->uid) || setresuid(c->uid, c->uid, c->uid))
        return -1;
    /* Changing the user made /proc/self root's; /dev/stdin must open as anywhere else. */
    if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return -1;
    return filter_system_calls();
}
