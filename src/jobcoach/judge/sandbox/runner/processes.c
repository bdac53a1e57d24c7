#define _GNU_SOURCE
#include "processes.h"
#include "fork_server.h"
#include "protocol.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLEAR_WITHIN_NS 5000000000u

static pid_t spared;

void spare(pid_t pid) { spared = pid; }

/* 0, or -1: then 0, 1 and 2 may still be the runner's own, and nothing must be started. */
static int take_stdio(const int stdio[3]) {
    for (int fd = 0; fd < 3; fd++)
        if (dup2(stdio[fd], fd) < 0)
            return -1;
    return 0;
}

/* exec keeps what is ignored and what is blocked. */
static void default_signals(void) {
    sigset_t none;
    sigemptyset(&none);
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void become(const struct program *p, int report) {
    default_signals();
    int failed = take_stdio(p->stdio) || set_limits(&p->confinement) || chdir(p->cwd) ||
                 confine(&p->confinement);
    if (!failed)
        execvpe(p->argv[0], p->argv, p->env);
    int error = errno;
    ssize_t ignored = write(report, &error, sizeof error);
    (void)ignored;
    _exit(127);
}

pid_t start_program(const struct program *program) {
    int report[2];
    if (pipe2(report, O_CLOEXEC))
        return -1;
    pid_t pid = fork();
    if (pid == 0)
        become(program, report[1]);
    int error = errno;
    close(report[1]);
    /* The pipe closes at exec; before that it brings the reason why there was none. */
    if (pid > 0 && read(report[0], &error, sizeof error) == sizeof error) {
        waitpid(pid, NULL, 0);
        pid = -1;
    }
    close(report[0]);
    errno = error;
    return pid;
}

pid_t start_as_root(const struct program *p, int channel) {
    pid_t pid = fork();
    if (pid)
        return pid;
    default_signals();
    if (take_stdio(p->stdio) || dup2(channel, FORK_SERVER_FD) < 0)
        _exit(127);
    /* The stack's limit shapes the address space at exec, so it must be there before. */
    struct rlimit stack = {p->confinement.stack_bytes, p->confinement.stack_bytes};
    struct rlimit files = {256, 256};
    if (!setrlimit(RLIMIT_STACK, &stack) && !setrlimit(RLIMIT_NOFILE, &files) && !chdir(p->cwd))
        execvpe(p->argv[0], p->argv, p->env);
    _exit(127);
}

int reap(pid_t main_pid, int *status, long *maximum_resident_kib) {
    int found = 0, one;
    struct rusage usage;
    for (pid_t pid; (pid = wait4(-1, &one, WNOHANG, &usage)) > 0;) {
        if (usage.ru_maxrss > *maximum_resident_kib && pid != spared)
            *maximum_resident_kib = usage.ru_maxrss;
        if (pid == main_pid) {
            *status = one;
            found = 1;
        }
    }
    return found;
}

/* With real and effective user set to `uid` and no capability in force, kill(-1)
 * reaches that user's processes and nobody else's, and it is atomic against
 * fork, so a fork bomb cannot outrun it. Signals sent back to PID 1 do nothing. */
void kill_user(uid_t uid) {
    if (setresuid(uid, uid, 0))
        leave("cannot change the user\n");
    kill(-1, SIGKILL);
    if (setresuid(0, 0, 0))
        leave("cannot change the user back\n");
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static int others_left(void) {
    DIR *processes = opendir("/proc");
    int found = !processes;
    for (struct dirent *entry; processes && !found && (entry = readdir(processes));) {
        int pid = atoi(entry->d_name);
        found = pid > 1 && pid != spared;
    }
    if (processes)
        closedir(processes);
    return found;
}

int clear_processes(uid_t uid, long *maximum_resident_kib) {
    uint64_t deadline = now_ns() + CLEAR_WITHIN_NS;
    int ignored;
    for (;;) {
        kill_user(uid);
        reap(-1, &ignored, maximum_resident_kib);
        if (!others_left())
            return 0;
        if (now_ns() > deadline)
            return -1;
        usleep(100);
    }
}
