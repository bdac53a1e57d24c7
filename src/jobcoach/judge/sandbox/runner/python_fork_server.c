/* Starts the Python interpreter once and forks it for each test.
 *
 * usage: as python3. What `python3 solution.py` does is Py_InitializeFromConfig
 * and Py_RunMain; here the first happens once and the second in each child, so
 * a test costs 2–3 ms instead of 14–20. Nothing of the candidate's is read
 * before the fork: the script is opened, and its folder put on sys.path, by
 * Py_RunMain. This process stays root, not dumpable and never runs Python code
 * after start-up; each child gives up its rights before Py_RunMain.
 *
 * gc.freeze() before the fork would save 1 ms of 6 a test, and change what is
 * collected at exit: a generator left open would not be closed (there is a test).
 *
 * A program sees what it would see with an interpreter of its own, but for two
 * things that no verdict hangs on: os.getppid() is this process and not 1, and
 * /proc/self/exe names this file.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "fork_server.h"

#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define INTERPRETER "python3"

/* sys.executable, sys.orig_argv, /proc/self/cmdline and comm come from the name that
 * exec was given: a program that starts sys.executable must get an interpreter. */
static void be_called_python3(char **argv) {
    char *own_path = argv[0];
    if (strcmp(own_path, INTERPRETER)) {
        argv[0] = INTERPRETER;
        execv(own_path, argv);
        _exit(127);
    }
    prctl(PR_SET_NAME, INTERPRETER, 0, 0, 0);
}

static int start_interpreter(int argc, char **argv) {
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    PyStatus status = PyConfig_SetBytesArgv(&config, argc, argv);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
    return 0;
}

static int receive(struct fork_job *job, int stdio[3]) {
    struct iovec part = {job, sizeof *job};
    char control[CMSG_SPACE(3 * sizeof(int))];
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    ssize_t size;
    do
        size = recvmsg(FORK_SERVER_FD, &message, MSG_CMSG_CLOEXEC);
    while (size < 0 && errno == EINTR);
    struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    if (size != (ssize_t)sizeof *job || !rights || rights->cmsg_len != CMSG_LEN(3 * sizeof(int)))
        return -1;
    memcpy(stdio, CMSG_DATA(rights), 3 * sizeof(int));
    return 0;
}

static _Noreturn void be_the_program(const struct fork_job *job, const int stdio[3], char **argv) {
    for (int fd = 0; fd < 3; fd++) {
        if (dup2(stdio[fd], fd) < 0)
            _exit(127);
        close(stdio[fd]);
    }
    close(FORK_SERVER_FD);
    if (set_limits(&job->confinement) || confine(&job->confinement))
        _exit(127);
    /* sys.stdin was made for a file, which can be sought in. Programs that are fed
     * while they run get a pipe, and an interpreter that has looked at it. */
    if (lseek(0, 0, SEEK_CUR) < 0) {
        execvp(INTERPRETER, argv);
        _exit(127);
    }
    PyOS_AfterFork_Child();
    exit(Py_RunMain());
}

static struct fork_end serve(const struct fork_job *job, const int stdio[3], char **argv) {
    struct fork_end end = {0};
    PyOS_BeforeFork();
    pid_t pid = fork();
    if (pid == 0)
        be_the_program(job, stdio, argv);
    end.error = errno;
    PyOS_AfterFork_Parent();
    for (int fd = 0; fd < 3; fd++)
        close(stdio[fd]);
    if (pid < 0) {
        end.status = -1;
        return end;
    }
    struct rusage usage = {0};
    pid_t ended;
    do
        ended = wait4(pid, &end.status, 0, &usage);
    while (ended < 0 && errno == EINTR);
    if (ended < 0) { /* an end that nobody saw is no exit with 0 */
        end.error = errno;
        end.status = -1;
    }
    end.maximum_resident_kib = usage.ru_maxrss;
    return end;
}

int main(int argc, char **argv) {
    be_called_python3(argv);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    start_interpreter(argc, argv);
    struct fork_job job;
    int stdio[3];
    while (receive(&job, stdio) == 0) {
        struct fork_end end = serve(&job, stdio, argv);
        if (send(FORK_SERVER_FD, &end, sizeof end, MSG_NOSIGNAL) != (ssize_t)sizeof end)
            break;
    }
    return 0;
}
