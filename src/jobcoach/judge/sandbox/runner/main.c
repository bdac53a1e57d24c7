/* PID 1 of a judging container: takes orders from the host, runs hostile programs.
 *
 * usage: runner BUILDER_UID CANDIDATE_UID. Ends when its stdin does, and the
 * container with it, so a host that dies leaves nothing running.
 */
#define _GNU_SOURCE
#include "cgroup.h"
#include "files.h"
#include "protocol.h"
#include "run.h"
#include "server.h"

#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>

int main(int argc, char **argv) {
    if (argc != 3)
        leave("usage: runner BUILDER_UID CANDIDATE_UID\n");
    struct users users = {(uid_t)atoi(argv[1]), (uid_t)atoi(argv[2])};
    if (!users.builder || !users.candidate || users.builder == users.candidate)
        leave("two users that are not root are needed\n");
    /* Nobody inside may look at this process: no /proc/1/mem, no /proc/1/fd. */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    setgroups(0, NULL);
    signal(SIGPIPE, SIG_IGN);
    umask(022);
    watch_children();

    struct hello hello = {PROTOCOL_VERSION, (uint32_t)cgroup_open()};
    send_frame(RUNNER_HELLO, &hello, sizeof hello);
    for (;;) {
        struct frame frame;
        next_frame(&frame);
        if (frame.type == HOST_FILE)
            install_file(&frame, users.builder);
        else if (frame.type == HOST_RUN)
            run_program(&frame, &users);
        else if (frame.type == HOST_FORK_SERVER)
            start_server(&frame, users.candidate);
        else
            leave("unexpected frame\n");
    }
}
