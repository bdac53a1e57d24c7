#define _GNU_SOURCE
#include "run.h"
#include "cgroup.h"
#include "files.h"
#include "order.h"
#include "processes.h"
#include "server.h"
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define IDLE_WINDOW_NS 50000000u
/* At exit the descriptors are closed just before the end is known. */
#define OUTPUT_END_NS 50000000u

struct run {
    struct run_header limits;
    uid_t uid;
    pid_t pid;               /* 0 with a fork server */
    int in, out, err;        /* our ends; -1 when closed */
    uint64_t began_ns;
    uint64_t cpu_before_ns;
    uint64_t oom_before;
    uint64_t memory_before;
    uint64_t memory_peak;
    uint64_t idle_ns;        /* when it did nothing: see out_of_wall_time */
    uint64_t looked_wall_ns, looked_cpu_ns;
    uint64_t blocked_ns;     /* spent waiting for the host: not the candidate's */
    uint64_t out_bytes, err_bytes;
    uint64_t out_closed_ns;  /* when the last one closed its stdout */
    int out_end_told;
    long maximum_resident_kib;
    int ended, status, ending;
    uint8_t pending[FRAME_MAX]; /* live input that the program has not yet read */
    size_t pending_size, pending_done;
    int close_in;
};

static int children_fd = -1;

void watch_children(void) {
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    children_fd = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void server_answers(struct run *run) {
    struct fork_end end = server_result();
    run->ended = 1;
    run->status = end.status;
    if (end.status == -1) {
        run->ending = END_FAULT;
        run->status = end.error;
    }
    if (end.maximum_resident_kib > run->maximum_resident_kib)
        run->maximum_resident_kib = end.maximum_resident_kib;
}

static void children_ended(struct run *run) {
    struct signalfd_siginfo ignored;
    while (read(children_fd, &ignored, sizeof ignored) > 0)
        ;
    if (reap(run->pid ? run->pid : -1, &run->status, &run->maximum_resident_kib))
        run->ended = 1;
}

/* One read from the program; 0 at the end of its output, -1 when nothing is there. */
static int forward(struct run *run, int fd, uint8_t type) {
    uint8_t block[FRAME_MAX];
    ssize_t n = read(fd, block, sizeof block);
    if (n <= 0)
        return n == 0 ? 0 : -1;
    uint64_t *seen = type == RUNNER_OUT ? &run->out_bytes : &run->err_bytes;
    uint64_t kept = type == RUNNER_OUT ? run->limits.output_bytes : run->limits.stderr_bytes;
    uint64_t room = *seen < kept ? kept - *seen : 0;
    size_t size = (uint64_t)n < room ? (size_t)n : (size_t)room;
    *seen += (uint64_t)n;
    if (size)
        run->blocked_ns += send_frame(type, block, size);
    if (*seen > run->limits.output_bytes && !run->ending)
        run->ending = END_OUTPUT;
    return 1;
}

static void feed(struct run *run) {
    ssize_t n = write(run->in, run->pending + run->pending_done, run->pending_size - run->pending_done);
    if (n > 0)
        run->pending_done += (size_t)n;
    else if (errno != EAGAIN)
        run->pending_done = run->pending_size; /* it does not listen any more */
    if (run->pending_done == run->pending_size)
        run->pending_size = run->pending_done = 0;
}

/* Takes host frames until one leaves input to be fed, or none is left. */
static void take_live_input(struct run *run) {
    struct frame frame;
    while (!run->pending_size && !run->close_in && take_frame(&frame)) {
        if (frame.type == HOST_DATA) {
            memcpy(run->pending, frame.payload, frame.size);
            run->pending_size = frame.size;
        } else if (frame.type == HOST_END) {
            run->close_in = 1;
        } else {
            leave("unexpected frame during a run\n");
        }
    }
    if (run->close_in && !run->pending_size && run->in >= 0) {
        close(run->in);
        run->in = -1;
    }
}

/* A sleeper must end, but a program that only waits for a busy machine must not:
 * the wall limit counts windows in which it used under 2 % of a processor, and
 * ten times the limit ends everything. */
static int out_of_wall_time(struct run *run, uint64_t wall, uint64_t cpu) {
    uint64_t window = wall - run->looked_wall_ns;
    if (wall > run->looked_wall_ns && window >= IDLE_WINDOW_NS) {
        if (cpu - run->looked_cpu_ns < window / 50)
            run->idle_ns += window;
        run->looked_wall_ns = wall;
        run->looked_cpu_ns = cpu;
    }
    return run->idle_ns >= run->limits.wall_ns || wall / 10 >= run->limits.wall_ns;
}

/* Ends the run at its limits; returns the milliseconds until the next look. */
static int look_at_limits(struct run *run, int *interval_ms) {
    uint64_t wall = now_ns() - run->began_ns - run->blocked_ns;
    uint64_t cpu = cgroup_cpu_ns() - run->cpu_before_ns;
    uint64_t memory = cgroup_memory_bytes();
    if (memory > run->memory_before && memory - run->memory_before > run->memory_peak)
        run->memory_peak = memory - run->memory_before;
    if (!run->ending && cpu >= run->limits.cpu_ns)
        run->ending = END_CPU;
    else if (!run->ending && out_of_wall_time(run, wall, cpu))
        run->ending = END_WALL;
    if (run->ending)
        kill_user(run->uid);
    /* 1, 2, 4 … 32 ms: quick programs are seen too, long ones cost nothing. */
    int wait = *interval_ms;
    if (*interval_ms < 32)
        *interval_ms *= 2;
    uint64_t left = run->limits.cpu_ns > cpu ? run->limits.cpu_ns - cpu : 0;
    return (uint64_t)wait * 1000000u < left ? wait : (int)(left / 1000000u) + 1;
}

/* Whoever talks to a program that closed its stdout and lives on must see the end. */
static void tell_end_of_output(struct run *run) {
    if (run->out_closed_ns && !run->out_end_told && now_ns() - run->out_closed_ns >= OUTPUT_END_NS) {
        run->out_end_told = 1;
        send_frame(RUNNER_OUT, NULL, 0);
    }
}

static void watch(struct run *run) {
    int live = run->limits.stdin_kind == STDIN_LIVE, interval_ms = 1;
    while (!run->ended) {
        int wait_ms = look_at_limits(run, &interval_ms);
        if (live) {
            tell_end_of_output(run);
            take_live_input(run);
        }
        struct pollfd fds[] = {
            {.fd = 0, .events = live && !run->pending_size && !run->close_in ? POLLIN : 0},
            {.fd = run->out, .events = POLLIN},
            {.fd = run->err, .events = POLLIN},
            {.fd = children_fd, .events = POLLIN},
            {.fd = run->pid ? -1 : server_channel(), .events = POLLIN},
            {.fd = run->pending_size ? run->in : -1, .events = POLLOUT},
        };
        if (poll(fds, sizeof fds / sizeof *fds, wait_ms) < 0)
            continue;
        if (fds[0].revents & (POLLHUP | POLLERR) && !(fds[0].revents & POLLIN))
            leave(NULL);
        if (fds[0].revents & POLLIN)
            fill_frames();
        if (fds[1].revents && forward(run, run->out, RUNNER_OUT) == 0) {
            close(run->out);
            run->out = -1;
            run->out_closed_ns = now_ns();
        }
        if (fds[2].revents && forward(run, run->err, RUNNER_ERR) == 0) {
            close(run->err);
            run->err = -1;
        }
        if (fds[5].revents)
            feed(run);
        if (fds[3].revents)
            children_ended(run);
        if (fds[4].revents)
            server_answers(run);
    }
}

/* With every process gone the pipes hold what was written, and then their end;
 * the end may be late when a descriptor is on its way through a socket. */
static void drain(struct run *run) {
    fcntl(run->out, F_SETFL, O_NONBLOCK);
    fcntl(run->err, F_SETFL, O_NONBLOCK);
    while (run->out >= 0 && forward(run, run->out, RUNNER_OUT) > 0)
        ;
    while (run->err >= 0 && forward(run, run->err, RUNNER_ERR) > 0)
        ;
    if (run->limits.stdin_kind == STDIN_LIVE) {
        send_frame(RUNNER_ENDED, NULL, 0);
        for (struct frame frame; !run->close_in; run->close_in = frame.type == HOST_END)
            next_frame(&frame);
    }
    int fds[] = {run->in, run->out, run->err};
    for (size_t i = 0; i < 3; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

static void report(struct run *run, uint64_t ended_ns, int dirty) {
    struct run_result result = {.dirty = (uint8_t)dirty, .ending = (uint8_t)run->ending};
    if (cgroup_oom_kills() > run->oom_before)
        result.ending = END_MEMORY;
    else if (!run->ending)
        result.ending = WIFSIGNALED(run->status) ? END_SIGNALED : END_EXITED;
    if (result.ending == END_FAULT)
        result.code = run->status;
    else
        result.code = WIFSIGNALED(run->status) ? WTERMSIG(run->status) : WEXITSTATUS(run->status);
    uint64_t resident = (uint64_t)run->maximum_resident_kib * 1024;
    result.cpu_ns = cgroup_cpu_ns() - run->cpu_before_ns;
    result.wall_ns = ended_ns - run->began_ns - run->blocked_ns;
    result.memory_bytes = resident > run->memory_peak ? resident : run->memory_peak;
    result.output_bytes = run->out_bytes;
    send_frame(RUNNER_RESULT, &result, sizeof result);
}

static void start(struct run *run, struct program *program) {
    int out[2], err[2], in[2] = {-1, -1};
    pipe_of(run->uid, out);
    pipe_of(run->uid, err);
    if (run->limits.stdin_kind == STDIN_LIVE) {
        pipe_of(run->uid, in);
        fcntl(in[1], F_SETFL, O_NONBLOCK);
    } else {
        in[0] = input_file();
    }
    program->stdio[0] = in[0];
    program->stdio[1] = out[1];
    program->stdio[2] = err[1];
    run->in = in[1];
    run->out = out[0];
    run->err = err[0];
    /* A process that cannot be killed keeps its ends open: never wait for it. */
    fcntl(run->out, F_SETFL, O_NONBLOCK);
    fcntl(run->err, F_SETFL, O_NONBLOCK);
    run->oom_before = cgroup_oom_kills();
    run->memory_before = cgroup_memory_bytes();
    run->cpu_before_ns = cgroup_cpu_ns();
    run->began_ns = now_ns();
    int started = 0;
    if (run->limits.fork_server && server_channel() >= 0)
        started = server_start(&program->confinement, program->stdio) == 0;
    else
        started = (run->pid = start_program(program)) > 0;
    if (!started) {
        run->ended = 1;
        run->ending = END_FAULT;
        run->status = errno;
    }
    for (int i = 0; i < 3; i++)
        close(program->stdio[i]);
}

void run_program(const struct frame *request, const struct users *users) {
    static struct run run;
    struct order *order = read_order(request);
    memset(&run, 0, sizeof run);
    run.limits = order->header;
    run.uid = run.limits.user == USER_BUILDER ? users->builder : users->candidate;
    struct program program = {.cwd = order->cwd, .argv = order->argv, .env = order->env};
    program.confinement = (struct confinement){run.uid, run.limits.processes, run.limits.cpu_ns,
                                               run.limits.file_bytes, run.limits.stack_bytes};
    const char *collect = order->collect;
    if (*collect) {
        setfsuid(run.uid);
        mkdir(collect, 0755);
        setfsuid(0);
    }

    start(&run, &program);
    watch(&run);
    uint64_t ended_ns = now_ns();
    int dirty = clear_processes(run.uid, &run.maximum_resident_kib);
    drain(&run);
    if (*collect)
        dirty |= collect_files(collect, run.uid, run.limits.collect_bytes);
    dirty |= wipe(run.uid);
    report(&run, ended_ns, dirty != 0);
}
