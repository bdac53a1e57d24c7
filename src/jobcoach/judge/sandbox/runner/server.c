#define _GNU_SOURCE
#include "server.h"
#include "order.h"
#include "processes.h"
#include "streams.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int channel = -1;

int server_channel(void) { return channel; }

void start_server(const struct frame *request, uid_t candidate) {
    struct order *order = read_order(request);
    int ends[2], out[2], err[2];
    /* stdin a file and the rest pipes, as in each run: the interpreter looks at them once. */
    pipe_of(candidate, out);
    pipe_of(candidate, err);
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
        leave("no socket pair\n");
    struct program program = {.cwd = order->cwd, .argv = order->argv, .env = order->env};
    program.confinement.stack_bytes = order->header.stack_bytes;
    program.stdio[0] = input_file();
    program.stdio[1] = out[1];
    program.stdio[2] = err[1];
    pid_t pid = start_as_root(&program, ends[1]);
    if (pid < 0)
        leave("the fork server cannot be started\n");
    spare(pid);
    channel = ends[0];
    int done[] = {ends[1], program.stdio[0], out[0], out[1], err[0], err[1]};
    for (size_t i = 0; i < sizeof done / sizeof *done; i++)
        close(done[i]);
}

int server_start(const struct confinement *confinement, const int stdio[3]) {
    struct fork_job job = {*confinement};
    struct iovec part = {&job, sizeof job};
    char control[CMSG_SPACE(3 * sizeof(int))];
    memset(control, 0, sizeof control);
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(3 * sizeof(int));
    memcpy(CMSG_DATA(rights), stdio, 3 * sizeof(int));
    return sendmsg(channel, &message, 0) == (ssize_t)sizeof job ? 0 : -1;
}

struct fork_end server_result(void) {
    struct fork_end end;
    if (recv(channel, &end, sizeof end, 0) != (ssize_t)sizeof end)
        leave("the fork server is gone\n");
    return end;
}
